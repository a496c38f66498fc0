"""Keys that are no commands of a menu, as one table: the article moves by it, the sheet is printed from it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.ui.kit.i18n import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class FixedKey:
    """What some keys do in one place; `act` names a method of `reading_keys.ReadingKeys` that does it."""

    group: str  # article, caret, pages, lists, everywhere
    text: str
    keys: tuple[str, ...]
    act: str = ""


GROUPS = (
    ("article", QT_TRANSLATE_NOOP("FixedKey", "In the article")),
    ("caret", QT_TRANSLATE_NOOP("FixedKey", "With the caret")),
    ("pages", QT_TRANSLATE_NOOP("FixedKey", "On pages")),
    ("lists", QT_TRANSLATE_NOOP("FixedKey", "In lists")),
    ("everywhere", QT_TRANSLATE_NOOP("FixedKey", "Everywhere")),
)
FIXED_KEYS = (
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Page down"), ("Space", "PgDown"), "page_down"),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Page up"), ("Shift+Space", "PgUp"), "page_up"),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Line down"), ("J", "Down"), "line_down"),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Line up"), ("K", "Up"), "line_up"),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Next paragraph"), ("Shift+J",), "next_paragraph"),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Previous paragraph"), ("Shift+K",), "previous_paragraph"),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Top"), ("G", "Home"), "top"),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Bottom"), ("Shift+G", "End"), "bottom"),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Next article"), ("N",), "next_article"),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Previous article"), ("P",), "previous_article"),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Next or previous link"), ("Tab", "Shift+Tab")),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Go to the footnote"), ("Return",)),
    FixedKey("article", QT_TRANSLATE_NOOP("FixedKey", "Open the link in the browser"), ("Ctrl+Return",)),
    FixedKey("caret", QT_TRANSLATE_NOOP("FixedKey", "Move"), ("Left", "Right", "Up", "Down")),
    FixedKey("caret", QT_TRANSLATE_NOOP("FixedKey", "Select"), ("Shift+Left", "Shift+Right")),
    FixedKey("caret", QT_TRANSLATE_NOOP("FixedKey", "Start or end of the line"), ("Home", "End")),
    FixedKey("caret", QT_TRANSLATE_NOOP("FixedKey", "Next or previous word"), ("Ctrl+Right", "Ctrl+Left")),
    FixedKey("pages", QT_TRANSLATE_NOOP("FixedKey", "Larger, smaller"), ("+", "-")),
    FixedKey("pages", QT_TRANSLATE_NOOP("FixedKey", "As wide as the view"), ("0",)),
    FixedKey("pages", QT_TRANSLATE_NOOP("FixedKey", "Read this place in the article"), ("Return",)),
    FixedKey("lists", QT_TRANSLATE_NOOP("FixedKey", "Next or previous row"), ("Down", "Up")),
    FixedKey("lists", QT_TRANSLATE_NOOP("FixedKey", "Unfold, fold"), ("Right", "Left")),
    FixedKey("lists", QT_TRANSLATE_NOOP("FixedKey", "Go to the place in the text"), ("Return",)),
    FixedKey("lists", QT_TRANSLATE_NOOP("FixedKey", "Menu of the row"), ("Menu", "Shift+F10")),
    FixedKey("everywhere", QT_TRANSLATE_NOOP("FixedKey", "Back to the article"), ("Esc",)),
    FixedKey("everywhere", QT_TRANSLATE_NOOP("FixedKey", "Next or previous control"), ("Tab", "Shift+Tab")),
    FixedKey("everywhere", QT_TRANSLATE_NOOP("FixedKey", "A menu by its underlined letter"), ("Alt+F",)),
)  # fmt: skip
