"""What marks are called in the user's language."""

from __future__ import annotations

from reader.model.marks import COLOURS
from reader.ui.kit.command_texts import translate
from reader.ui.kit.i18n import QT_TRANSLATE_NOOP

NAMES = (
    QT_TRANSLATE_NOOP("Mark", "Yellow"),
    QT_TRANSLATE_NOOP("Mark", "Green"),
    QT_TRANSLATE_NOOP("Mark", "Blue"),
    QT_TRANSLATE_NOOP("Mark", "Pink"),
    QT_TRANSLATE_NOOP("Mark", "Purple"),
)
KINDS = {
    "highlight": QT_TRANSLATE_NOOP("Mark", "Highlights"),
    "note": QT_TRANSLATE_NOOP("Mark", "Notes"),
    "bookmark": QT_TRANSLATE_NOOP("Mark", "Bookmarks"),
}


def colour_names() -> dict[str, str]:
    """Name the colours."""
    return {colour: translate("Mark", name) for colour, name in zip(COLOURS, NAMES, strict=True)}


def kind_names() -> dict[str, str]:
    """Name the kinds of marks."""
    return {kind: translate("Mark", name) for kind, name in KINDS.items()}
