"""Links inside an article: to a note and back, to a picture."""

from __future__ import annotations

NOTE_LINK = "note:"
REF_LINK = "ref:"
PICTURE_LINK = "picture:"


def is_inner(target: str) -> bool:
    """Tell whether a link leads to another place of the article."""
    return target.startswith((NOTE_LINK, REF_LINK, PICTURE_LINK))


def number_of(target: str, scheme: str) -> int | None:
    """Return the number of the note or picture that a link of a kind leads to."""
    number = target.removeprefix(scheme)
    return int(number) if target.startswith(scheme) and number.isdecimal() else None
