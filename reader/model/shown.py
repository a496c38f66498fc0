"""What the window and the files that are handed on show alike: names of articles, items of lists, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.model.document import PICTURE_SIGN, Block, Footnote, Issue, Node, Run, Text
from reader.text.scripts import written

OPENING_LENGTH = 24  # characters that name a node without title
WORDS = re.compile(r"[\u3400-\u9fff]|[A-Za-z]{2} [A-Za-z]{2}")  # that a name has, and a mere key has not

ENUMERATED = re.compile(
    r"""\s*(?:
        [（(]?\ ?(?:\d{1,3}|[一二三四五六七八九十百]{1,4}|[A-Za-z]|[ivxIVX]{1,4})\ ?[)）.．、:：]
      | [\u2460-\u249b\u24b6-\u24ff\u2776-\u2793]      # ① ⑴ ⒈ Ⓐ ❶
      | [-–—•·●○◆◇■□▲△★☆※✦*]                           # bullets that the text kept
    )""",
    re.VERBOSE,
)
"""How an item of a list begins that brings its own number or bullet."""

RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def signs_in(text: Text) -> Iterator[int]:
    """Yield the offsets in the source of the signs that stand for pictures in a text."""
    for run in text.runs:
        if PICTURE_SIGN in run.text and not run.is_joiner:
            yield from (run.start + at for at, char in enumerate(run.text) if char == PICTURE_SIGN)


def signed_pictures(issue: Issue) -> dict[int, int]:
    """Return the numbers of the pictures for which a sign stands in the text, by the offset of the sign."""
    return {picture.at: number for number, picture in enumerate(issue.pictures) if picture.is_inline}


def caption_texts(issue: Issue) -> dict[int, str]:
    """Return the words of the captions, by their offsets."""
    return {
        block.spans[0].start: block.text.plain
        for node in issue.walk()
        for block in node.blocks
        if block.kind == "caption" and block.spans
    }


def is_readable(node: Node) -> bool:
    """Tell whether a node has a page of its own; a section of nothing but articles has none."""
    return bool(node.blocks or node.byline or node.meta or node.footnotes or not node.children)


def title_of(node: Node) -> str:
    """Name a node by its title or, where none is printed, by the words it opens with."""
    title = written(node.title).strip()
    if title:
        return title
    words = next((text for block in node.blocks if (text := " ".join(written(block.text).split()))), "")
    return words[:OPENING_LENGTH] + ("…" if len(words) > OPENING_LENGTH else "")


def shown_marker(marker: str) -> str:
    """Return a footnote mark as it is shown: raised by its format, not by its characters."""
    return marker.translate(RAISED_DIGITS).strip("[]［］〔〕 ")


def target_of(run: Run) -> str:
    """Return where a run leads; a link without address is its own."""
    if run.url or "link" not in run.styles:
        return run.url
    return f"mailto:{run.text}" if "@" in run.text and "/" not in run.text else run.text


ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
MAIL_FIELDS = frozenset(("subject", "body", "to", "cc", "bcc"))  # RFC 6068; some programs attach files of the disk too


def harmless(url: str) -> str:
    """Return an address without what would make a program of mail do more than write to somebody."""
    if url[:7].lower() != "mailto:" or "?" not in url:
        return url
    mailbox, _, query = url.partition("?")
    kept = [part for part in query.split("&") if _field(part) in MAIL_FIELDS]
    return f"{mailbox}?{'&'.join(kept)}" if kept else mailbox


def _field(part: str) -> str:
    """Name the field of a message that a part of an address fills, however its letters are escaped."""
    name = ESCAPED.sub(lambda m: chr(int(m[1], 16)), part.partition("=")[0])
    return name.strip().lower()


class NoteCalls:
    """Answers the footnote marks of one article in the order of its text: a file may use a mark more than once."""

    def __init__(self, notes: Sequence[Footnote]) -> None:
        self._numbers: dict[str, list[int]] = {}
        self._seen: dict[str, int] = {}  # marks met so far
        for number, note in enumerate(notes):
            self._numbers.setdefault(shown_marker(note.marker), []).append(number)

    def note_of(self, marker: str) -> int:
        """Return the number of the note that the next mark of this kind calls, from 0; -1 where there is none.

        The same mark again calls the next note of that mark, as files restart them on each page; the last one calls on.
        """
        shown = shown_marker(marker)
        numbers = self._numbers.get(shown)
        if not numbers:
            return -1
        nth = self._seen.get(shown, 0)
        self._seen[shown] = nth + 1
        return numbers[min(nth, len(numbers) - 1)]


def number_of(block: Block) -> str:
    """Return the number or letter that the file gives a list item; empty where it has a bullet or none."""
    return block.marker if any(char.isalnum() for char in block.marker) else ""


def has_words(name: str) -> bool:
    """Tell whether a name says something to a person: Han, or several words."""
    return WORDS.search(name) is not None
