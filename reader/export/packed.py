"""Files packed into one, the same bytes whenever the same is packed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

DAY = (1980, 1, 1, 0, 0, 0)  # the first that the format knows; no file tells when it was made


def packed(files: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """Return named contents as a ZIP archive in their order; those in `stored` are not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, DAY)
            entry.create_system = 3  # as on Unix, whatever the machine
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()
