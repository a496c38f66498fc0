"""Tell the hyphens that stand only because a line ends from those that belong to a word.

The words of the file decide: a word that is printed whole elsewhere was cut, one that is hyphenated elsewhere was not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
CUT = re.compile(r"(?:^|[^A-Za-z/:.@_-])(?P<first>[A-Za-z]*[a-z])-$")
REST = re.compile(r"^(?P<second>[a-z]+)(?![A-Za-z/@_]|-[A-Za-z])")
LATIN_SHARE = 0.7  # of the characters: in a text of another script, words of this one are not divided
PROSE_SHARE = 0.9  # of the characters of a line of Latin text, beside its quotes
SPACES_LEAST = 3  # in a line of such a text
FIRSTS = frozenset(  # begin compounds rather than stand alone
    (
        *("all", "anti", "co", "cross", "data", "de", "full", "half", "high", "ion", "long", "low", "mid", "multi"),
        *("non", "open", "post", "pre", "real", "self", "semi", "short", "state", "sub", "super", "time", "two"),
        *("three", "ultra", "well", "wide", "world"),
    )
)


def line_end_hyphens(texts: Sequence[str]) -> Iterator[int]:
    """Yield the places, in a list of lines in reading order, of those that end in a hyphen of no word."""
    found = list(_candidates(texts))
    if not found:
        return
    words = _words(texts)
    letters = sum(len(text) for text in texts)
    latin = sum(text.isascii() * len(text) for text in texts) >= LATIN_SHARE * letters
    for at, first, second in found:
        if _is_divided(first, second, words, latin or _is_prose(texts[at]) and _is_prose(texts[at + 1])):
            yield at


def _is_prose(text: str) -> bool:
    """Tell whether a line is of a text in a Latin script, in a file that holds another one as well."""
    latin = len(text.encode("ascii", "ignore")) >= PROSE_SHARE * len(text)
    return latin and (text.count(" ") >= SPACES_LEAST or text.endswith("."))


def _candidates(texts: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    for at, (above, below) in enumerate(pairwise(texts)):
        if above.endswith("-") and (m := CUT.search(above)) and (n := REST.match(below)):
            yield at, m.group("first"), n.group("second")


def _words(texts: Iterable[str]) -> frozenset[str]:
    """Collect the words that stand whole inside a line."""
    return frozenset(
        m.group().lower() for text in texts for m in WORD.finditer(text) if m.end() < len(text) - 1 and m.start()
    )


def _is_divided(first: str, second: str, words: frozenset[str], latin: bool) -> bool:
    one, other = first.lower(), second.lower()
    if one + other in words:
        return True
    if f"{one}-{other}" in words or one in FIRSTS:
        return False
    return latin and not (one in words and len(one) > 2)
