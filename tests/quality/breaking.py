"""Break text into lines as printed Chinese pages do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MARK_START, MARK_END = "\ue000", "\ue001"  # around a footnote mark: `start mark end`, taken out after breaking

_CLOSING = frozenset("。，、；：？！）》」』】〕〉〗”’％℃·…—～/,.;:?!)]}%" + MARK_START)
_OPENING = frozenset("（《「『【〔〈〖“‘([{")
_HANGING = frozenset("。，、；：？！）》”")
_ONE_EM = frozenset("“”‘’—…·")
_NOTE_MARK = re.compile(f"{MARK_START}([^{MARK_END}]*){MARK_END}")
_PIECE = re.compile(
    rf"""
    (?P<space> \s+ )
    | (?P<mark> {MARK_START}[^{MARK_END}]*{MARK_END} )
    | (?P<latin> [!-~À-ɏͰ-Ͽ⁰-₎²³¹°±×µ]+ )
    | (?P<wide> . )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed and the positions in `marks` order of the footnote marks on it."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Unit:
    """Characters that stay on one line."""

    text: str
    spaced: bool  # a space stands before it


def em_width(text: str) -> float:
    """Give the printed width in em: wide characters 1, others 0.5."""
    return sum(map(_char_width, text))


def break_lines(text: str, measure: float, first: float | None = None, hang: bool = False) -> list[PrintedLine]:
    """Break one paragraph at `measure` em, its first line at `first` em.

    No closing punctuation starts a line, no opening one ends it, Latin words stay whole unless they
    are wider than the line. With `hang`, a closing mark may stand past the line's end instead of
    taking its word to the next line.
    """
    lines: list[str] = []
    current, width, room = "", 0.0, measure if first is None else first
    for unit in _fitting_units(text, measure):
        gap = " " if unit.spaced and current else ""
        joined = width + len(gap) / 2 + em_width(unit.text)
        if not current or joined <= room or (hang and joined <= room + 1 and unit.text[-1] in _HANGING):
            current, width = current + gap + unit.text, joined
            continue
        lines.append(current)
        current, width, room = unit.text, em_width(unit.text), measure
    if current:
        lines.append(current)
    return [PrintedLine(_NOTE_MARK.sub(r"\1", line), tuple(_NOTE_MARK.findall(line))) for line in lines]


def join_lines(before: str, after: str) -> str:
    """Undo a line break: a space between Latin words, nothing elsewhere nor where a long word was cut."""
    after = after.lstrip()
    latin = before[-1] < "\u2e80" and after[0] < "\u2e80"
    return before + (" " if latin and before[-1] not in "/-" else "") + after


def centre(text: str, measure: float, blank: str) -> str:
    """Push a line to the middle with the given blank character."""
    room = max(0.0, measure - em_width(text)) / 2
    return blank * int(room / _char_width(blank)) + text


def _char_width(char: str) -> float:
    if char in (MARK_START, MARK_END):
        return 0.0
    return 1.0 if char in _ONE_EM or unicodedata.east_asian_width(char) in "WF" else 0.5


def _fitting_units(text: str, measure: float) -> Iterator[_Unit]:
    for unit in _units(text):
        if em_width(unit.text) <= measure:
            yield unit
            continue
        spaced = unit.spaced
        for part in _cut(unit.text, measure):
            yield _Unit(part, spaced)
            spaced = False


def _units(text: str) -> list[_Unit]:
    units: list[_Unit] = []
    spaced = False
    for match in _PIECE.finditer(text):
        if match["space"]:
            spaced = True
            continue
        for piece in _without_edges(match.group()) if match["latin"] else [match.group()]:
            if units and _sticks(units[-1].text, piece, spaced):
                units[-1] = _Unit(units[-1].text + (" " if spaced else "") + piece, units[-1].spaced)
            else:
                units.append(_Unit(piece, spaced))
            spaced = False
    return units


def _without_edges(run: str) -> list[str]:
    """Part closing marks in front of a Latin run and opening ones behind it from the word."""
    word = run.lstrip(",.;:?!)]}%")
    head = run[: len(run) - len(word)]
    core = word.rstrip("([{")
    return [part for part in (head, core, word[len(core) :]) if part]


def _sticks(before: str, piece: str, spaced: bool) -> bool:
    last = before[-1]
    if last in _OPENING:
        return True
    if piece[0] in "—…":
        return last == piece[0] or not spaced
    return piece[0] in _CLOSING and (not spaced or piece[0] not in _OPENING)


def _cut(word: str, measure: float) -> Iterator[str]:
    """Cut a word that is wider than a line, behind a slash or hyphen where there is one."""
    rest = word
    while em_width(rest) > measure:
        fits = 0
        while em_width(rest[: fits + 1]) <= measure:
            fits += 1
        at = max(rest.rfind("/", 0, fits), rest.rfind("-", 0, fits)) + 1
        at = at if at > fits // 2 else fits
        if MARK_START in rest[:at] and MARK_END not in rest[:at]:
            at = rest.index(MARK_START)
        yield rest[:at]
        rest = rest[at:]
    yield rest
