"""Tell a text layer that is no text: codes of glyphs, private signs, bytes of another encoding."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LEAST = 20  # characters; fewer tell nothing
SIGNS = 0.2  # of the characters, that are signs which text seldom has
FEW_SIGNS, ENDLESS = 0.08, 40  # the same where a word is longer than so many characters
PRIVATE = 0.1  # of the characters, that stand for nothing
ACCENTED = 0.35  # of the characters, that are letters of no word: ÖÐ¹ú for 中国
USUAL = frozenset(".,;:()-'\"/%!?&")  # signs that text in Latin letters has


def is_garbled(texts: Iterable[str]) -> bool:
    """Tell whether the lines of a page cannot be what the page shows."""
    lines = list(texts)
    chars = [char for text in lines for char in text if not char.isspace()]
    if len(chars) < LEAST:
        return False
    count = len(chars)
    private = sum(char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cs") for char in chars)
    if private >= PRIVATE * count:
        return True
    if any(char >= "\u2e80" for char in chars):
        return False
    signs = sum(char < "\x7f" and not char.isalnum() and char not in USUAL for char in chars)
    accented = sum("\xa1" <= char <= "\xff" for char in chars)
    longest = max((len(word) for text in lines for word in text.split() if "://" not in word), default=0)
    return signs >= (FEW_SIGNS if longest >= ENDLESS else SIGNS) * count or accented >= ACCENTED * count
