"""Turn bytes into text: ordered candidates, and word of which one was chosen.

A byte order mark, strict UTF-8, then the Chinese encodings ranked by how much their reading looks like
Chinese, then a general detector. No byte is dropped in silence: one that cannot be read becomes U+FFFD and a
warning.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from reader.load.bytes_to_text import MARK, decode_marked, decode_strictly
from reader.load.guess import guess, guess_wide, is_binary, is_chance_utf8, sample_of
from reader.load.loaded import Progress
from reader.model.errors import CannotDecode, CannotRead


class Decoded(NamedTuple):
    """The text without its byte order mark, the encoding chosen and what the user should know."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


class Bom(NamedTuple):
    """A byte order mark, our name for a file that begins with it, and the codec for the rest."""

    mark: bytes
    name: str
    codec: str


BOMS = (  # UTF-32 before UTF-16: its little-endian mark begins with the other's
    Bom(codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    Bom(codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),
    Bom(codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    Bom(codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    Bom(codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
    Bom(b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)

ENCODINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "utf-8": ("utf-8",),
        "gb18030": ("gb18030",),
        "big5": ("big5", "cp950", "big5hkscs"),
        "utf-16": ("utf-16-le",),
        "utf-16-le": ("utf-16-le",),
        "utf-16-be": ("utf-16-be",),
        "shift_jis": ("cp932",),
        "euc-jp": ("euc_jp",),
        "euc-kr": ("cp949",),
        "windows-1252": ("cp1252",),
    }
)
"""The encodings to offer to a user, likeliest first, with Python's codecs for each: tried in turn, later ones
know more characters. Any other that Python knows is accepted by name."""

_NAMES: Mapping[str, str] = MappingProxyType(
    {  # Python's name: ours. Files said to be in GB 2312 hold GBK, those in Latin-1 Windows-1252
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "cp950": "big5",
        "big5hkscs": "big5",
        "ascii": "utf-8",
        "cp932": "shift_jis",
        "cp949": "euc-kr",
        "euc_kr": "euc-kr",
        "euc_jp": "euc-jp",
        "iso8859-1": "windows-1252",
        "cp1252": "windows-1252",
    }
)

_NOT_FOR_FILES = frozenset({"utf-7", "unicode_escape", "raw_unicode_escape", "punycode", "idna", "undefined"})
"""Codecs of Python that are notations, not encodings of text files, and can give lone surrogates."""


def decode(data: bytes, encoding: str | None = None, progress: Progress | None = None) -> Decoded:
    """Decode `data`, by `encoding` if the user named one.

    Raises `CannotDecode` for an unknown name or bytes that no encoding fits, `CannotRead` for binary data.
    """
    name = normalise_name(encoding) if encoding else None
    bom = next((row for row in BOMS if data.startswith(row.mark) and name in (None, row.name, row.codec)), None)
    if bom:
        return _decode_by(memoryview(data)[len(bom.mark) :], bom.name, (bom.codec,), progress)
    if name:
        return _decode_as(data, name, progress)
    return _decode_unmarked(data, progress)


def normalise_name(encoding: str) -> str:
    """Return our name for an encoding; raise `CannotDecode` where there is none of this name."""
    try:
        name = codecs.lookup(encoding).name
        if name in _NOT_FOR_FILES:
            raise LookupError(name)
        b"?".decode(name, "replace")  # refuses what Python can look up but is no encoding of text, such as base64
    except (LookupError, ValueError) as error:  # ValueError: a NUL in the name
        sentence = "There is no encoding named {encoding}; choose another, such as {choices}."
        choices = ", ".join(list(ENCODINGS)[:4])
        raise CannotDecode(sentence, code="unknown-encoding", encoding=encoding, choices=choices) from error
    return _NAMES.get(name, name)


def _decode_unmarked(data: bytes, progress: Progress | None) -> Decoded:
    """Find the encoding of bytes without a byte order mark."""
    sample = sample_of(data)
    binary = is_binary(sample) or (not sample and bool(data))
    if (binary or b"\0" in sample) and (wide := guess_wide(sample)):
        return _decode_as(data, wide, progress)
    if binary:
        raise CannotRead("This is not a text file; open the bulletin as text (.txt) or Markdown (.md).", code="binary")
    text = decode_strictly(data, "utf-8", progress)
    if text is not None and not is_chance_utf8(sample):
        return Decoded(text, "utf-8", _nul_warning(text))
    guessed = guess(sample)
    if guessed is None:
        sentence = "The text is in no encoding that we recognise; choose the encoding yourself, or save it as UTF-8."
        raise CannotDecode(sentence, code="undecodable")
    name, decided_by_bytes = guessed
    decoded = _decode_as(data, normalise_name(name), progress)
    if decided_by_bytes:
        return decoded
    doubt = f"The encoding was guessed to be {decoded.encoding}; if the text looks wrong, choose another."
    return decoded._replace(warnings=(doubt, *decoded.warnings))


def _decode_as(data: bytes, name: str, progress: Progress | None) -> Decoded:
    """Decode by a known encoding, whatever it costs."""
    return _decode_by(data, name, ENCODINGS.get(name, (name,)), progress)


def _decode_by(data: bytes | memoryview, name: str, names: tuple[str, ...], progress: Progress | None) -> Decoded:
    """Decode by the first codec that takes every byte, else by the one that leaves the fewest unread."""
    for codec in names:
        if (text := decode_strictly(data, codec, progress)) is not None:
            return Decoded(text, name, _nul_warning(text))
    marked = min((decode_marked(data, codec, progress) for codec in names), key=lambda text: text.count(MARK))
    unread = marked.count(MARK)
    text = marked.replace(MARK, "\ufffd")
    lost = f"{_count(unread, 'byte')} could not be read as {name} and shown as \ufffd instead; "
    return Decoded(text, name, (lost + "if the text looks wrong, choose another encoding.", *_nul_warning(text)))


def _nul_warning(text: str) -> tuple[str, ...]:
    """Say that the text holds NUL characters: it stays as it is, but something went wrong before us."""
    nuls = text.count("\0")
    return (f"The text holds {_count(nuls, 'NUL character')}; the file may be damaged.",) if nuls else ()


def _count(number: int, noun: str) -> str:
    """Say a number of things."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
