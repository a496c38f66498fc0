"""Text as it can be typeset: without what has no shape, and with what must stay on one line held together."""

from __future__ import annotations

import re
from collections.abc import Iterator

LATIN = re.compile(r"[A-Za-z]")
HAN = re.compile(r"[\u3000-\u9fff\uff00-\uffef\U00020000-\U0003ffff]")
UNSET = re.compile(
    r"""
      [\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]   # controls have no shape
    | [\u200e\u200f\u202a-\u202e\u2066-\u2069]          # would turn the order of what follows
    | \u00ad                                          # a place to break a word, shown only where it is broken
    """,
    re.VERBOSE,
)
LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
SURROGATE = re.compile("[\ud800-\udfff]")
TOGETHER = re.compile(
    r"""
      [!-~\u00a1-\u024f]* [-\u2010] [!-~\u00a1-\u024f]*   # a word with hyphens: at the end of a line they are
      (?: (?<=[-\u2010]) [ ]* \S )?                       #   taken for a break of the word when the text is copied
    | [!-~\u00a1-\u024f]{25,}                             # an address or a formula without a place to break
    """,
    re.VERBOSE,
)
HYPHENS = "-\u2010"
LONGEST = 24  # characters that must stay together; a longer word is broken, best after a sign
AFTER_SIGN = re.compile(r"(?<=[/?&=#:;,.@_)\]])(?![/?&=#:;,.@_)\]-])")

Held = tuple[str]
"""What must stay on one line."""

Pieces = str | list[str | Held]
"""A text, or its pieces where some must stay on one line."""


def is_latin(text: str) -> bool:
    """Tell whether a passage is in a Latin script, whose quotes are narrow."""
    return len(LATIN.findall(text)) > 4 * max(len(HAN.findall(text)), 1)


def together(text: str) -> Pieces:
    """Hold together the words with hyphens, and break those that are too long for a line."""
    pieces: list[str | Held] = []
    at = 0
    for match in TOGETHER.finditer(text):
        if match.start() > at:
            pieces.append(text[at : match.start()])
        pieces += [(word,) for word in _broken(match.group())]
        at = match.end()
    return [*pieces, text[at:]] if pieces else text


def _broken(word: str) -> Iterator[str]:
    """Cut a long word after signs, else before a hyphen, else anywhere but right behind one."""
    begin = end = 0
    for part in AFTER_SIGN.split(word):
        if end + len(part) - begin > LONGEST and end > begin:
            yield word[begin:end]
            begin = end
        end += len(part)
        while end - begin > LONGEST:
            cut = _cut(word, begin)
            yield word[begin:cut]
            begin = cut
    if end > begin:
        yield word[begin:end]


def _cut(word: str, begin: int) -> int:
    """Find where a piece that begins at a place is cut: a line may begin with a hyphen, but not end with one."""
    places = range(begin + LONGEST, begin + LONGEST // 3, -1)
    good = (at for at in places if word[at - 1] not in HYPHENS)
    return next(
        (at for at in places if word[at] in HYPHENS and word[at - 1] not in HYPHENS), next(good, begin + LONGEST)
    )


def cleaned(text: str) -> str:
    """Leave out what cannot be set: controls, and marks that would turn the order of the characters."""
    text = LINE_ENDS.sub("\n", text).replace("\t", " ")
    return SURROGATE.sub("\ufffd", UNSET.sub("", text))
