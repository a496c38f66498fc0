"""The encoding of a page by order of proof: a byte order mark, the bytes, what the page says, a guess."""

from __future__ import annotations

import re

from reader.load.bytes_to_text import decode_strictly
from reader.load.decode import BOMS, Decoded, decode, normalise_name
from reader.load.guess import convinces, is_chance_utf8, sample_of
from reader.load.loaded import Progress
from reader.model.errors import CannotDecode

DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*(?P<meta>[\w.:-]{2,30})|<\?xml[^>]{0,100}?encoding\s*=\s*["'](?P<xml>[\w.:-]{2,30})""",
    re.I | re.X,
)
HEAD_BYTES = 8192  # in which a page says its encoding
ALIASES = {"gb_2312-80": "gb18030", "x-gbk": "gb18030", "csgb2312": "gb18030", "x-x-big5": "big5", "utf8": "utf-8"}


def decode_page(data: bytes, encoding: str | None, progress: Progress | None, said: str = "") -> Decoded:
    """Decode the bytes of a page; `encoding` is the user's word, `said` what came with the page from outside."""
    if encoding or data.startswith(tuple(bom.mark for bom in BOMS)) or b"\0" in data[:HEAD_BYTES]:
        return decode(data, encoding, progress)
    sample = sample_of(data)
    if not data.isascii() and (is_chance_utf8(sample) or decode_strictly(data, "utf-8", progress) is None):
        for name in (said, declared(data)):
            if name and name != "utf-8" and convinces(sample, name):
                return decode(data, name, progress)
    elif data.isascii() and (name := said or declared(data)) in ("hz", "iso2022_jp", "iso2022_kr"):
        return decode(data, name, progress)
    return decode(data, None, progress)


def declared(data: bytes) -> str:
    """Return our name for the encoding that a page says it is in; empty where it says none that we know."""
    m = DECLARED.search(data[:HEAD_BYTES])
    return known(next(found for found in m.groups() if found).decode("ascii", "ignore")) if m else ""


def known(name: str) -> str:
    """Return our name for an encoding; empty where there is none of this name."""
    try:
        return normalise_name(ALIASES.get(name.lower(), name))
    except CannotDecode:
        return ""
