"""Characters as they are meant: radicals as what they look like, ligatures as letters, signs of symbol fonts."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from reader.text.han import RADICALS

UNKNOWN = "\ufffd"
HYPHEN = "-"
SPACES = frozenset(
    "\t \xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
SOFT_HYPHEN, END_HYPHENS = 0xAD, (0x02, 0xFFFE)  # the latter are PDFium's signs for a hyphen at a line's end

# Wingdings and Symbol, whose codes mean nothing elsewhere: what stands before the items of a list.
SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        "\uf06c": "●",
        "\uf06e": "■",
        "\uf06f": "□",
        "\uf071": "❑",
        "\uf074": "◆",
        "\uf075": "◆",
        "\uf076": "❖",
        "\uf09f": "•",
        "\uf0a7": "▪",
        "\uf0a8": "◻",
        "\uf0b7": "•",
        "\uf0d8": "➢",
        "\uf0e0": "→",
        "\uf0fb": "✗",
        "\uf0fc": "✓",
        "\uf0fe": "☑",
    }
)


@lru_cache(maxsize=8192)
def letters(code: int) -> str:
    """Return the characters that a code of a file stands for: a space for any space, nothing for what shows nothing."""
    if code in END_HYPHENS or code == SOFT_HYPHEN:
        return HYPHEN
    if code == 0 or code >= 0x110000 or 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE:
        return UNKNOWN
    char = chr(code)
    if char in SPACES:
        return " "
    if unicodedata.category(char) in ("Cc", "Cf"):
        return ""
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFB06 or 0x2F800 <= code <= 0x2FA1F:
        return RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return SYMBOLS.get(char, char)
