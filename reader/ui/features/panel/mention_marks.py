"""Which pieces of the source are marked in the text, and in which tone."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model.mentions import Contact, Mentions
from reader.ui.article.page_layer import LayerMark
from reader.ui.features.panel.moments import DATED

MOST_MARKS = 4000  # of one article; a page of more is a file without paragraphs, and marking it holds up the window
LONGEST_MARK = 60  # characters; a longer piece is no figure but a misread one


def marks_of(mentions: Mentions, source: str, node: str) -> tuple[LayerMark, ...]:
    """Return the marks of an article: its figures, and the names, phones and addresses of its contacts."""
    marks = [
        LayerMark(figure.start, figure.end, _tone(figure.kind), figure)
        for figure in mentions.figures
        if figure.node == node and 0 < figure.end - figure.start <= LONGEST_MARK
    ]
    for contact in mentions.contacts:
        if contact.node == node and contact.role != "reference":  # links are marked as such
            marks += _contact_marks(contact, source)
    return tuple(sorted(marks, key=lambda mark: mark[:2])[:MOST_MARKS])


def _contact_marks(contact: Contact, source: str) -> Iterator[LayerMark]:
    """Find where the parts of a contact are printed; names may be spaced out and wrapped."""
    printed = source[contact.start : contact.end]
    shown = [at for at, character in enumerate(printed) if not character.isspace()]
    closed = "".join(printed[at] for at in shown)
    for text in (*contact.persons, *contact.phones, *contact.emails):
        words = "".join(text.split())
        at = closed.find(words) if words else -1
        if at >= 0:
            start, end = shown[at], shown[at + len(words) - 1] + 1
            yield LayerMark(contact.start + start, contact.start + end, "tone_contact", contact)


def _tone(kind: str) -> str:
    if kind == "money":
        return "tone_amount"
    return "tone_date" if kind in DATED else "tone_measure"
