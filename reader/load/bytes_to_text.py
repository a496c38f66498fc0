"""Decode bytes piece by piece, strictly or with a mark for each byte that cannot be read."""

from __future__ import annotations

import codecs

from reader.load.loaded import Progress

MARK = "\udcff"
"""Stands for one unreadable byte: a lone surrogate, which no decoder gives."""

_HANDLER = "bulletin-reader-mark"
_CHUNK = 1 << 20  # bytes between two words of progress: under 20 ms


def decode_strictly(data: bytes | memoryview, codec: str, progress: Progress | None = None) -> str | None:
    """Return the text, or None where a byte does not fit the codec."""
    try:
        return _decode(data, codec, "strict", progress)
    except UnicodeError:
        return None


def decode_marked(data: bytes | memoryview, codec: str, progress: Progress | None = None, *, final: bool = True) -> str:
    """Return the text with a `MARK` for each unreadable byte; not `final` leaves out a character cut at the end."""
    codecs.register_error(_HANDLER, _mark)
    return _decode(data, codec, _HANDLER, progress, final=final)


def _mark(error: UnicodeError) -> tuple[str, int]:
    """Replace what could not be decoded, one mark a byte."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return MARK * (error.end - error.start), error.end


def _decode(data: bytes | memoryview, codec: str, errors: str, progress: Progress | None, *, final: bool = True) -> str:
    """Decode in pieces, so that other threads run and the user can stop."""
    decoder = codecs.getincrementaldecoder(codec)(errors)
    pieces = []
    for start in range(0, len(data), _CHUNK):
        pieces.append(decoder.decode(bytes(data[start : start + _CHUNK])))
        if progress is not None:
            progress("load", start / len(data) / 2)
    if final:
        pieces.append(decoder.decode(b"", True))
    return "".join(pieces)
