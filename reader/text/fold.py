"""Fold what a reader takes for the same character: width, case, digits, variants of punctuation.

One character becomes one character, so that an offset into the folded text is one into the text. (NFKC would change
lengths and turn the marks of footnotes, ¹ and ①, into digits.)
"""

from __future__ import annotations

import unicodedata
from functools import cache

_BMP = 0x10000
_SINGLES = {  # compatibility characters that stand for one other character, and no mark of a note among them
    "wide": (0xFF01, 0xFFEF),
    "ideographs": (0xF900, 0xFAFF),
    "radicals": (0x2F00, 0x2FD5),  # PDF writers put them for the characters: ⽉ for 月
    "more radicals": (0x2E80, 0x2EFF),
}
_VARIANTS = {
    '"': "“”„‟«»「」『』〝〞〟",
    "'": "‘’‚‛`´‹›",
    "-": "‐‑‒–—―−─━﹣",
    "~": "～〜∼˜",
    "·": "•・‧∙⋅",
    "…": "⋯",
    "[": "【〔〖［",
    "]": "】〕〗］",
    "<": "《〈",
    ">": "》〉",
    ".": "．",
    "。": "｡",
    "、": "､",
    "×": "✕✖⨯",
    "σ": "ς",
    " ": "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
}
IGNORABLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # shown as nothing


def fold(text: str) -> str:
    """Return the text folded, as long as it was."""
    return text.translate(_table())


def variants_of(folded: str) -> str:
    """Return all characters that fold into this one, itself among them."""
    return _variants().get(folded, folded)


@cache
def _table() -> str:
    """Return at each code point what it folds into; looked up, as `str.translate` takes any sequence."""
    table = [chr(code) for code in range(_BMP)]
    for code, character in enumerate(table):
        lower = character.lower()
        if len(lower) == 1 and lower != character:
            table[code] = lower
    for first, last in _SINGLES.values():
        for code in range(first, last + 1):
            single = unicodedata.normalize("NFKC", chr(code)).lower()
            if len(single) == 1 and ord(single) < _BMP:
                table[code] = single
    for target, variants in _VARIANTS.items():
        for variant in variants:
            table[ord(variant)] = target
    for code in range(_BMP):
        if unicodedata.category(chr(code)) == "Nd":
            table[code] = str(unicodedata.digit(chr(code)))
    # What folds into a character that folds itself, as ＂ into " or K (Kelvin) into K, goes all the way.
    return "".join(table[ord(target)] for target in table)


@cache
def _variants() -> dict[str, str]:
    """Return for each folded character all that fold into it."""
    found: dict[str, str] = {}
    for code, target in enumerate(_table()):
        found[target] = found.get(target, "") + chr(code)
    return found
