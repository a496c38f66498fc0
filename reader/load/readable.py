"""Tell text from what is left when character recognition fails: strokes, boxes and stray signs."""

from __future__ import annotations

import re
from collections import Counter

from reader.load.han import COMMON, everyday

SAMPLE = 60_000  # characters, in three pieces: at most 240 kB, a few milliseconds
MIN_SENTENCES = 0.02  # share of the visible characters in plain sentences that makes any text worth showing
MIN_WORDLIKE = 0.5  # share of word-like among word-like and noise characters; of prose 0.95, of junk up to 0.4
MIN_NOISE = 20  # characters of noise below which nothing is refused
EVIDENT = 0.8  # share of COMMON in a sentence's Han that needs no other proof
MIN_EVERYDAY, MIN_COMMON = 0.9, 0.3  # shares in a sentence's Han; of prose 0.99 and 0.7, of random ones 0.3 and 0.03

_VISIBLE = re.compile(r"\S")
_HAN_CLASS = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_LETTER_SPACING = re.compile(rf"(?<=[{_HAN_CLASS}])[ \u3000]{{1,3}}(?=[{_HAN_CLASS}])")
_HAN_SENTENCE = re.compile(rf"[{_HAN_CLASS}](?:[，、“”]?[{_HAN_CLASS}]){{7,}}")
_LATIN_SENTENCE = re.compile(r"(?:\b[A-Za-z]?[a-z]{2,}[,;:]?\s++){3,12}[a-z]{3,}")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_TOKEN = re.compile(
    rf"""
      (?P<han>    [{_HAN_CLASS}]+ )
    | (?P<word>   (?: (?![{_HAN_CLASS}\ufb00-\ufb06]) [^\W\d_] )+ )  # a ligature may be a word's or a smear
    | (?P<number> \d+ (?: [.,:/%-]\d+ )* )
    | (?P<noise>  [\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f^¢¤¦¨¬¯´¸†‡\u2e80-\u2eff\u31c0-\u31ef] )
    """,
    re.VERBOSE,
)


def is_readable(text: str) -> bool:
    """Tell whether the text holds words or sentences in any language.

    In doubt it does: a page of noise that is shown costs a glance, a text that is refused is lost.
    """
    sample = _sample(text)
    visible = len(_VISIBLE.findall(sample))
    closed = _LETTER_SPACING.sub("", sample)
    if not any(char.isalnum() for char in closed):
        return False
    if _has_sentences(closed, MIN_SENTENCES * visible):
        return True
    wordlike, noise = _weigh(closed)
    return noise < MIN_NOISE or wordlike >= MIN_WORDLIKE * (wordlike + noise)


def _sample(text: str) -> str:
    """Take the beginning, the middle and the end of a long text."""
    if len(text) <= SAMPLE:
        return text
    third = SAMPLE // 3
    middle = (len(text) - third) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


def _has_sentences(text: str, wanted: float) -> bool:
    """Tell whether as many characters as wanted are in stretches that only a sentence has.

    Evident prose is looked for first: with it the table of everyday characters, 12 ms to make, is not needed.
    """
    stretches = [match[0] for match in _HAN_SENTENCE.finditer(text)]
    if sum(map(len, filter(_is_evident, stretches))) >= wanted > 0:
        return True
    found = sum(len(match[0]) for match in _LATIN_SENTENCE.finditer(text))
    return found + sum(len(piece) for piece in stretches if _is_prose(piece)) >= wanted


def _is_evident(piece: str) -> bool:
    """Tell whether most of a stretch of Han is among the most frequent characters."""
    return sum(char in COMMON for char in piece) >= EVIDENT * len(piece)


def _is_prose(piece: str) -> bool:
    """Tell whether a stretch of Han is made of the characters that people write."""
    total = len(piece)
    in_use = everyday()
    return (
        sum(char in in_use or char in "，、“”" for char in piece) >= MIN_EVERYDAY * total
        and sum(char in COMMON for char in piece) >= MIN_COMMON * total
    )


def _weigh(text: str) -> tuple[int, int]:
    """Count the characters that are parts of words and those that are noise; what may be either counts neither way."""
    tokens = Counter((match.lastgroup or "", match[0]) for match in _TOKEN.finditer(text))
    wordlike = noise = 0
    for (kind, token), count in tokens.items():
        good, bad = _weigh_token(kind, token)
        wordlike += good * count
        noise += bad * count
    return wordlike, noise


def _weigh_token(kind: str, token: str) -> tuple[int, int]:
    """Split a token's characters into word-like ones and noise."""
    length = len(token)
    if kind == "han":
        known = sum(char in everyday() for char in token)
        return (known if length > 1 else 0), length - known
    if kind == "noise" or (kind == "word" and length == 1 and token.isascii()):
        return 0, length
    if kind == "word" and token.isascii():
        shaped = token.isupper() or (token[1:].islower() and _VOWEL.search(token))
        return (length if shaped and length > 2 else 0), 0
    return (length if length > 1 else 0), 0
