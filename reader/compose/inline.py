"""Inline markup and joints: from slices of the source to runs, each verbatim or a joiner.

Whatever is markup (**, <sup>, $…$, link targets, escapes) is left out and reported as dropped; what
remains is exactly the source's characters, some with a style.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from reader.compose.addresses import URL_TAIL, led_on
from reader.compose.inline_marks import Scanner
from reader.compose.stretches import Stretch, stretches
from reader.compose.tex import Hole
from reader.model.document import Dropped, Run
from reader.model.kinds import TextStyle

# Begins with a class, so that the search skips all other characters at once.
SPECIAL = re.compile(r"[\\$<*`_\[&~=^: \u3000](?:(?<=[\\$<*`_\[&~=^])|(?<=:)//|(?<=[ \u3000])(?:\S[ \u3000]){3})")
SPECIAL_LONGEST = 7  # characters of the longest match
STRETCH = 200_000  # characters
SPACED = re.compile(
    r"(?:(?:(?![a-zA-Z])\w|[，。、；：（）“”《》])[ \u3000]){5,}(?:(?![a-zA-Z])\w|[，。、；：（）“”《》])?"
)
BARE = re.compile(r"https?://[!-~]+")
URL_LOOK = 200  # characters before a joint in which an address may have begun
ADDRESS_REST = re.compile(r"[a-z0-9][a-z0-9.\-]*+/")  # org.cn/news: goes on with an address that was cut at a dot
NO_REFERENCES: Mapping[str, str] = MappingProxyType({})  # addresses of links by their labels


class Inline(NamedTuple):
    """The runs of a slice and what was left out of it."""

    runs: list[Run]
    dropped: list[Dropped]


def inline(
    text: str,
    slices: Sequence[tuple[int, int]],
    references: Mapping[str, str] = NO_REFERENCES,
    *,
    plain: bool = False,
) -> list[Inline]:
    """Read slices of `text` as runs, one list a slice; marks that open in one slice may close in another."""
    if not any(_is_special(text, start, end) for start, end in slices):
        return [Inline([Run(text[start:end], start)] if end > start else [], []) for start, end in slices]
    strip = "\n".join([text[start:end] for start, end in slices])
    marks = Scanner(strip, references, plain=plain).scan()
    writer = Writer(strip, sorted(marks.holes), stretches(marks.styled))
    base, found = 0, []
    for start, end in slices:
        found.append(writer.write(base, base + end - start, start - base))
        base += end - start + 1
    return found


class Writer:
    """Writes what marks leave of a text as runs; its stretches are asked for in order."""

    def __init__(self, text: str, holes: Sequence[Hole], styled: Sequence[Stretch]) -> None:
        self._text, self._holes, self._styled = text, holes, styled
        self._hole = self._stretch = 0

    def write(self, start: int, end: int, shift: int) -> Inline:
        """Write the range `[start, end)`, which stands `shift` characters further on in the source."""
        out = Inline([], [])
        cursor = start
        while self._hole < len(self._holes) and self._holes[self._hole].start < end:
            hole = self._holes[self._hole]
            self._shown(cursor, hole.start, shift, out)
            if hole.sign and hole.start >= start:
                out.runs.append(Run(hole.sign, -1, *self._style_at(hole.start)))
            _drop(max(hole.start, cursor) + shift, min(hole.end, end) + shift, hole.reason, out)
            cursor = max(cursor, min(hole.end, end))
            if hole.end > end:
                break  # it goes on in the next slice
            self._hole += 1
        self._shown(cursor, end, shift, out)
        return out

    def _style_at(self, at: int) -> tuple[tuple[TextStyle, ...], str]:
        """Return the styles that hold at a place, and its address."""
        k = bisect_right(self._styled, at, key=lambda stretch: stretch.start) - 1
        holds = k >= 0 and self._styled[k].end > at
        return (self._styled[k].styles, self._styled[k].url) if holds else ((), "")

    def _shown(self, start: int, end: int, shift: int, out: Inline) -> None:
        """Write a range that no hole cuts, each stretch of it in its styles."""
        cursor = start
        while cursor < end:
            while self._stretch < len(self._styled) and self._styled[self._stretch].end <= cursor:
                self._stretch += 1
            stretch = self._styled[self._stretch] if self._stretch < len(self._styled) else None
            if stretch is None or stretch.start >= end:
                _verbatim(self._text, cursor, end, (), "", out, shift)
                return
            if stretch.start > cursor:
                _verbatim(self._text, cursor, stretch.start, (), "", out, shift)
            begin, cursor = max(cursor, stretch.start), min(end, stretch.end)
            _verbatim(self._text, begin, cursor, stretch.styles, stretch.url, out, shift)


def unmarked(text: str, start: int, end: int) -> Inline:
    """Read the slice `[start, end)` of a text that holds no markup as runs: only addresses are links."""
    out = Inline([], [])
    cursor = start
    for m in BARE.finditer(text, start, end):
        stop = m.start() + len(m.group().rstrip(URL_TAIL))
        _verbatim(text, cursor, m.start(), (), "", out)
        _verbatim(text, m.start(), stop, ("link",), text[m.start() : stop], out)
        cursor = stop
    _verbatim(text, cursor, end, (), "", out)
    return out


def _is_special(text: str, start: int, end: int) -> bool:
    """Tell whether a slice may hold marks; in stretches, as one search over megabytes would stop the window."""
    if end - start <= STRETCH:
        return SPECIAL.search(text, start, end) is not None
    return any(SPECIAL.search(text, at, min(at + STRETCH + SPECIAL_LONGEST, end)) for at in range(start, end, STRETCH))


def _verbatim(
    text: str, start: int, end: int, styles: tuple[TextStyle, ...], url: str, out: Inline, shift: int = 0
) -> None:
    """Put a slice out as it is, but for letter-spacing, whose spaces are closed up."""
    cursor = start
    for m in SPACED.finditer(text, start, end) if end - start > 8 else ():
        if m.start() > cursor:
            out.runs.append(Run(text[cursor : m.start()], cursor + shift, styles, url))
        for k in range(m.start(), m.end()):
            if not text[k].isspace():
                out.runs.append(Run(text[k], k + shift, styles, url))
        cursor = m.end()
    if end > cursor:
        out.runs.append(Run(text[cursor:end], cursor + shift, styles, url))


def _drop(start: int, end: int, reason: str, out: Inline) -> None:
    if end > start:
        out.dropped.append(Dropped(start, end, reason))


def joint(before: str, after: str, spaced: bool) -> str:
    """Return what stands between two joined lines (CSS Text 3, segment breaks): a space between Latin words.

    Nothing between Han characters, after a hyphen or inside a URL; between Han and Latin a space
    only where the document sets one (`spaced`).
    """
    if not before or not after:
        return ""
    a, b = before[-1], after[0]
    if a.isascii() and b.isascii():
        in_address = "://" in before[-URL_LOOK:].rsplit(" ", 1)[-1]
        if a in "-/" or in_address and (a != "." or ADDRESS_REST.match(after)):
            return ""
        return " " if a.isalnum() or a in ".,;:!?)]'\"%" else ""
    if spaced and (a.isascii() and a.isalnum() and _is_han(b) or _is_han(a) and b.isascii() and b.isalnum()):
        return " "
    return ""


def _is_han(ch: str) -> bool:
    return "\u3400" <= ch <= "\u9fff" or ch >= "\U00020000"


MIXED_SPACED = re.compile(r"[A-Za-z0-9](?<=(?![\x00-\xff])\w .)")
MIXED_TIGHT = re.compile(r"[A-Za-z0-9](?<=(?![\x00-\xff])\w.)")


def sets_spaces(text: str) -> bool:
    """Tell whether a document sets a space between Han and Latin characters."""
    sample = text[:60000]
    return len(MIXED_SPACED.findall(sample)) > len(MIXED_TIGHT.findall(sample))


HYPHEN = "hyphen"  # style of a hyphen that only the end of its line made


def join_runs(pieces: Iterable[list[Run]], spaced: bool, separator: str | None = None) -> tuple[Run, ...]:
    """Join the runs of several lines, with the right joint or the given separator in between."""
    out: list[Run] = []
    tail = ""
    for runs in pieces:
        if not runs:
            continue
        if out and HYPHEN in out[-1].styles and separator is None:
            out.pop()  # what it divides is one word again
        elif out:
            gap = joint(tail, runs[0].text, spaced) if separator is None else separator
            if gap:
                out.append(Run(gap))
            elif separator is None:
                runs = led_on(out, runs)
        out.extend(runs)
        tail = tail[-URL_LOOK:] + "".join([run.text for run in runs]) if len(runs) > 1 else runs[0].text
    return tuple(out)


def spans_of(runs: Iterable[Run]) -> Iterator[tuple[int, int]]:
    """Yield the source ranges of runs, neighbours merged."""
    start = end = -1
    for run in runs:
        if run.start < 0:
            continue
        if run.start == end:
            end += len(run.text)
            continue
        if end > start:
            yield start, end
        start, end = run.start, run.start + len(run.text)
    if end > start:
        yield start, end
