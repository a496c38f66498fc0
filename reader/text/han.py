"""Chinese characters read alike, however they are written: traditional ones as simplified, radicals as characters.

One character becomes one character, so that rules are matched on the view and the text itself is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from reader.app.paths import resource

# CJK radicals that no normalisation form knows, and their characters (Unicode, EquivalentUnifiedIdeograph.txt).
RADICALS: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            "⺁⺠⺧⺩⺬⺴⺵⺻⺽⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
            "厂民牛王示冗网聿臼虎西见角贝车长长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
            strict=True,
        )
    )
)
_DOUBLES = re.compile("[\u2e80-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d]")
_COMPATIBLE = ((0x2E80, 0x2FD5), (0xF900, 0xFAFF))  # radicals, which PDF writers put for characters; doubles
_SAMPLE = 10_000  # characters that tell whether a text is in traditional writing
_FEW = 40  # characters; up to so many different ones are replaced one by one sooner than all are looked up


def usual(text: str) -> str:
    """Return a text, as long as it was, with the characters that radicals and doubles of characters stand for.

    They look the same and are written by programs, never by people: ⽉ for 月.
    """
    if text.isascii() or not _DOUBLES.search(text):
        return text
    return _DOUBLES.sub(lambda m: as_character(m.group()), text)


def as_character(double: str) -> str:
    """Return the character that a radical or a double of it stands for; itself where it stands for none."""
    plain = RADICALS.get(double) or unicodedata.normalize("NFKC", double)
    return plain if len(plain) == 1 else double


def simplified(text: str) -> str:
    """Return a text, as long as it was, in simplified characters; itself where there is nothing to change."""
    if text.isascii() or not _pattern().search(text):
        return text
    if len(set(_pattern().findall(text[:_SAMPLE]))) > _FEW:
        return text.translate(_table())
    for char in set(_pattern().findall(text)):
        text = text.replace(char, _table()[ord(char)])
    return text


@cache
def _pattern() -> re.Pattern[str]:
    """Compile a pattern of all that changes: ten times as fast as a look at each character."""
    return re.compile(f"[{''.join(map(chr, _table()))}]")


@cache
def _table() -> Mapping[int, str]:
    lines = resource("words/simplified.txt").read_text("utf-8").splitlines()
    table = {ord(pair[0]): pair[1] for line in lines if not line.startswith("#") for pair in line.split()}
    for first, last in _COMPATIBLE:
        for code in range(first, last + 1):
            if (plain := as_character(chr(code))) != chr(code):
                table[code] = table.get(ord(plain), plain)
    return table
