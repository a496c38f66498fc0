"""Where the user's data lie."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

VARIABLE = "BULLETIN_READER_DATA"  # a folder to use instead, for tests and for a program on a stick
NAME = "bulletin-reader"
LIBRARY = "library.sqlite3"  # the file of the marks, which the first window makes


def data_folder() -> Path:
    """Return the folder of the user's data, which may not exist yet."""
    if given := os.environ.get(VARIABLE):
        return Path(given).expanduser()
    system: str = sys.platform
    if system == "linux":  # as platformdirs finds it; loading that would take 4 ms of each start
        try:
            return Path(os.environ.get("XDG_DATA_HOME", "").strip() or "~/.local/share").expanduser() / NAME
        except RuntimeError:  # a user without a home, as some services are
            import tempfile

            return Path(tempfile.gettempdir()) / f"{NAME}-{os.getuid()}"
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def make_private_folder(folder: Path) -> None:
    """Let nobody but the user look into the folder of his data, which older versions left open; others stay as set."""
    with contextlib.suppress(OSError):
        if folder.name.startswith(NAME) and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
