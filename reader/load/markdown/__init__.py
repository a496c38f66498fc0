"""Load Markdown: the source text is the decoded bytes, its lines are told by the blocks of the markup."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reader.load.decode import decode
from reader.load.loaded import Loaded, Progress
from reader.load.markdown.blocks import write_blocks
from reader.load.markdown.front import front_matter, unfenced
from reader.load.markdown.heads import tell_heads
from reader.load.markdown.pictures import pictures_of
from reader.load.markdown.repairs import repair
from reader.load.markdown.sheet import Lines, Sheet
from reader.load.refuse import HEAD_BYTES, refuse_foreign
from reader.model.document import Source
from reader.model.errors import CannotRead


def load(
    path: Path, data: bytes, format_name: str, encoding: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Decode `data` and tell of each line what the markup makes of it; inline marks stay in the text.

    Raises `CannotRead` where the bytes are no text or show nothing, `CannotDecode` where no encoding fits.
    """
    refuse_foreign(path, data[:HEAD_BYTES])
    decoded = decode(data, encoding, progress)
    sheet = Sheet(Lines(decoded.text))
    first, stop = unfenced(sheet)
    first = front_matter(sheet, first, stop)
    references = write_blocks(sheet, range(first, stop))
    repair(sheet)
    tell_heads(sheet)
    if progress is not None:
        progress("load", 0.9)
    if not sheet.rows:
        raise CannotRead("{path} is empty; choose another file.", code="empty", path=str(path))
    digest = hashlib.sha256(data).hexdigest()
    source = Source(path.name, digest, format_name, decoded.encoding, decoded.text, decoded.warnings)
    left_out = tuple(sorted(sheet.left_out))
    styled = tuple(sorted(sheet.styled))
    pictures = pictures_of(sheet, path, references) if "![" in decoded.text or "<img" in decoded.text else ()
    lines = tuple(sheet.printed())
    return Loaded(source, lines, styled, left_out=left_out, references=references, pictures=pictures)
