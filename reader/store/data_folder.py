"""Where the user's data lie."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "BULLETIN_READER_DATA"  # a folder to use instead, for tests and for a program on a stick


def data_folder() -> Path:
    """Return the folder of the user's data, which may not exist yet."""
    if given := os.environ.get(VARIABLE):
        return Path(given).expanduser()
    # Imported here: whoever names a folder needs no look at the platform's.
    from platformdirs import user_data_path

    return user_data_path("bulletin-reader", appauthor=False)
