"""A text as the readers of figures want it: folded, simplified, powers and groups of digits told apart.

All of it goes one character for one, so that offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.extract.located import FOLDED
from reader.text.han import simplified

WIDE_COMMA = re.compile(
    r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))|(?<=[0-9])，(?=[0-9]{3}(?:，[0-9]{3}){0,9}\.[0-9]{2}(?![0-9]))"
)
HAN_NUMERAL = "〇零一二三四五六七八九"
ZEROS = str.maketrans(dict.fromkeys("○OoＯ0０◯", "〇"))
IN_HAN = re.compile(rf"[{HAN_NUMERAL}][{HAN_NUMERAL}○OoＯ0０◯]{{3}}(?=年)")  # 二○二五年, 二OOO年
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def read_as(text: str, raised: Sequence[tuple[int, int]] = ()) -> str:
    """Return a text as it is read for figures; `raised` are its ranges that are set as superscript."""
    plain = text if text.isascii() else simplified(text).translate(FOLDED)
    if WIDE_COMMA.search(text):
        plain = _with_commas(text, plain)
    if "年" in text:
        plain = IN_HAN.sub(lambda m: m.group().translate(ZEROS), plain)
    return _with_raised(plain, raised) if raised else plain


ADDRESS = re.compile(
    r"""
      (?:https?|ftp)://[!-~]+ | www\.[!-~]+
    | [A-Za-z0-9][\w.+%-]{0,63}@[\w.-]+
    | (?<![\w./-])(?:[A-Za-z0-9-]+\.)+(?:com|cn|org|net|gov|edu|io|tw|hk)(?![A-Za-z0-9])(?:[/:][!-~]*)?
    | (?<![\w.])10\.[0-9]{4,5}/[!-~]+  # a DOI
    | (?<![\w/])(?:[A-Za-z]:)?[/\\](?:[\w.-]+[/\\])+[\w.-]*  # a path
    """,
    re.X | re.A,
)
NO_SIGN = "\ufffc"


def without_addresses(text: str, read: str) -> str:
    """Write over the addresses of a text, whose numbers are none; `read` is the text as it is read."""
    if "/" not in text and "@" not in text and "www." not in text:
        return read
    signs = list(read)
    for m in ADDRESS.finditer(text):
        signs[m.start() : m.end()] = NO_SIGN * (m.end() - m.start())
    return "".join(signs)


def _with_commas(raw: str, text: str) -> str:
    """Write the wide commas that group digits as narrow ones: １，２００ and 82，225.00."""
    signs = list(text)
    for m in WIDE_COMMA.finditer(raw):
        signs[m.start()] = ","
    return "".join(signs)


def _with_raised(text: str, raised: Sequence[tuple[int, int]]) -> str:
    """Write digits that are set as superscript with the characters for it, so that m3 and 10-9 are told as powers."""
    parts: list[str] = []
    cursor = 0
    for start, end in raised:
        parts += (text[cursor:start], text[start:end].translate(RAISED))
        cursor = end
    return "".join((*parts, text[cursor:]))
