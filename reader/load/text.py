"""Load plain text and Markdown: the source text is the decoded bytes, nothing added or taken."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reader.load.decode import decode
from reader.load.interleaved import with_columns_apart
from reader.load.laid_out import in_reading_order
from reader.load.lines import split_lines
from reader.load.loaded import Loaded, Progress
from reader.load.note_numbers import with_numbers_first
from reader.load.refuse import HEAD_BYTES, refuse_foreign
from reader.model.document import Source
from reader.model.errors import CannotRead


def load_text(
    path: Path, data: bytes, format_name: str, encoding: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Decode `data` and cut it into lines; markup stays in the text, for later stages to recognise.

    Raises `CannotRead` where the bytes are no text or show nothing, `CannotDecode` where no encoding fits.
    """
    refuse_foreign(path, data[:HEAD_BYTES])
    decoded = decode(data, encoding, progress)
    lines = split_lines(decoded.text, progress)
    if not lines:
        raise CannotRead("{path} is empty; choose another file.", code="empty", path=str(path))
    digest = hashlib.sha256(data).hexdigest()
    source = Source(path.name, digest, format_name, decoded.encoding, decoded.text, decoded.warnings)
    if format_name == "text":
        lines = with_columns_apart(decoded.text, in_reading_order(decoded.text, lines))
        lines = with_numbers_first(decoded.text, lines)
    return Loaded(source, lines)
