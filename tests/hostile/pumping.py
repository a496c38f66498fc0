"""Texts that a pattern has trouble with, made of the pattern itself, and how its time grows with them.

A backtracking matcher is slow where one text can be read in many ways: what a repetition takes is said over and over,
then something that fits nothing. Growth is told by two lengths in one run, so that a slow machine does not matter.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice, product
from time import thread_time
from types import FrameType
from typing import Any

from tests.hostile.patterns import Pattern

parser: Any = __import__("re._parser", fromlist=["parse"])
SHORT, LONG = 150, 1200  # characters
FURTHER = 4  # times as long
LEAST = 0.0015  # seconds for the long text; less is no trouble
GROWTH = 3 * LONG / SHORT  # a pattern that is linear grows 8-fold, a quadratic one 64-fold
LIMIT = 1.0  # seconds for one text, some hundred times what the slowest pattern takes
TRIES_MOST = 120  # texts a pattern
ENDS = ("\0", "\n甲\n")
CATEGORIES = {"DIGIT": "3", "NOT_DIGIT": "a", "SPACE": " ", "NOT_SPACE": "b", "WORD": "中", "NOT_WORD": "-"}
SINGLE = ("LITERAL", "NOT_LITERAL", "IN", "ANY", "CATEGORY")  # what takes one character
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


class TooSlow(Exception):  # noqa: N818
    """A text took longer than the limit."""


def slow_text(pattern: Pattern, most: int = TRIES_MOST) -> tuple[str, str, str] | None:
    """Return what makes a pattern slow: how the text begins, what it repeats, how it ends; None where nothing does."""
    tree = parser.parse(pattern.regex.pattern, pattern.regex.flags)
    pumps = dict.fromkeys((*_bodies(tree), *_alphabet(tree), *_pairs(tree)))
    heads = dict.fromkeys(("", *_heads(tree)))
    tries = [(head, pump, end) for pump in pumps if pump for head in heads for end in ENDS]
    for head, pump, end in islice(tries, most):
        if _grows(pattern, head, pump, end):
            return head, pump, end
    return None


def repeats_a_group_possessively(regex: re.Pattern[Any]) -> bool:
    """Tell whether a pattern says `(?:…)*+`, of more than one character; `(?>(?:…)*)` says the same."""
    tree = parser.parse(regex.pattern, regex.flags)
    groups = (value[2] for op, value in _walk(tree) if op == "POSSESSIVE_REPEAT")
    return any(len(body) > 1 or str(body[0][0]) not in SINGLE for body in groups)


def _grows(pattern: Pattern, head: str, pump: str, end: str) -> bool:
    first = _seconds(pattern, head + pump * max(1, LONG // len(pump)) + end)
    if first < LEAST or first >= LIMIT:
        return first >= LIMIT
    # A machine that was busy is not so thrice, and what is bounded takes no more of a text that is longer yet.
    for times in (1, FURTHER):
        long, short = (head + pump * max(1, times * size // len(pump)) + end for size in (LONG, SHORT))
        slow, fast = (min(_seconds(pattern, text) for _ in range(3)) for text in (long, short))
        if slow < LEAST or slow < min(LIMIT, GROWTH * fast):
            return False
    return True


def _seconds(pattern: Pattern, text: str) -> float:
    """Measure how much of the processor a text takes, at most the limit; what else the machine does is not counted."""
    subject: Any = text.encode() if isinstance(pattern.regex.pattern, bytes) else text
    begun = thread_time()
    try:
        with _limited():
            if pattern.everywhere:
                for _ in pattern.regex.finditer(subject):
                    pass
            else:
                pattern.regex.match(subject)
    except TooSlow:
        return LIMIT
    return thread_time() - begun


@contextmanager
def _limited() -> Iterator[None]:
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow


def _inner(op: str, value: Any) -> list[Any]:
    """Return the patterns inside a part of a pattern."""
    if op in REPEATS:
        return [value[2]]
    if op == "BRANCH":
        return list(value[1])
    if op == "SUBPATTERN":
        return [value[3]]
    if op == "ATOMIC_GROUP":
        return [value]
    return [value[1]] if op in ("ASSERT", "ASSERT_NOT") else []


def _walk(tree: Any) -> Iterator[tuple[str, Any]]:
    for op, value in tree:
        yield str(op), value
        for inner in _inner(str(op), value):
            yield from _walk(inner)


def _sample(tree: Any, branch: int = 0) -> str:
    """Return a text that a pattern takes, as a rule."""
    return "".join(_said(str(op), value, branch) for op, value in tree)


def _said(op: str, value: Any, branch: int) -> str:
    if op == "LITERAL":
        return chr(value)
    if op == "IN":
        signs = _signs(value)
        return signs[branch % len(signs)] if signs else "x"
    if op in ("ANY", "NOT_LITERAL"):
        return "x"
    if op in REPEATS:
        return _sample(value[2], branch) * max(value[0], min(1, value[1]))
    if op == "BRANCH":
        return _sample(value[1][branch % len(value[1])], branch)
    if op in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _sample(_inner(op, value)[0], branch)
    return ""


def _signs(members: Any) -> list[str]:
    """Return some characters of a class: its first, its last, and one of each kind."""
    out: list[str] = []
    if members and str(members[0][0]) == "NEGATE":
        taken = set(_signs(members[1:]))
        return [sign for sign in "中3a - ，" if sign not in taken][:3] or ["\u2603"]
    for op, value in members:
        if str(op) == "LITERAL":
            out.append(chr(value))
        elif str(op) == "RANGE":
            out.append(chr(value[0]))
            if value[0] < 32 <= value[1]:
                out += [" ", "1"]
        elif str(op) == "CATEGORY":
            out.append(CATEGORIES.get(str(value).removeprefix("CATEGORY_"), "x"))
    return out if len(out) < 6 else [*out[:3], *out[-2:]]


def _bodies(tree: Any) -> Iterator[str]:
    """Give what each repetition repeats, in several readings."""
    for op, value in _walk(tree):
        if op in REPEATS and value[1] > 8:
            for branch in range(4):
                yield _sample(value[2], branch)


def _alphabet(tree: Any) -> Iterator[str]:
    """Give each character that a pattern names, those in repetitions first."""
    for op, value in _walk(tree):
        if op in REPEATS and value[1] > 8:
            yield from _letters(value[2])
    yield from _letters(tree)


def _letters(tree: Any) -> Iterator[str]:
    for op, value in _walk(tree):
        if op == "IN":
            yield from _signs(value)
        elif op == "LITERAL":
            yield chr(value)


def _pairs(tree: Any) -> Iterator[str]:
    """Give pairs of characters from repetitions: one of each side of what separates."""
    signs = [s for op, v in _walk(tree) if op in REPEATS and v[1] > 8 for s in islice(_letters(v[2]), 3)]
    for one, other in product(dict.fromkeys(signs[:6]), repeat=2):
        if one != other:
            yield one + other


def _heads(tree: Any) -> Iterator[str]:
    """Give what stands before each repetition of the outermost sequence, so that a text reaches it."""
    before = ""
    for op, value in tree:
        if before and (str(op) in REPEATS or _inner(str(op), value)):
            yield before
        before += _said(str(op), value, 0)
