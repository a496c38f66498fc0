"""What an issue does not show, for Qt: a thin model over its dropped spans."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from reader.document import Dropped, Issue
from reader.ui.contents_model import Index
from reader.ui.i18n import QT_TRANSLATE_NOOP

DROPPED_ROLE = int(Qt.ItemDataRole.UserRole) + 1
REASON_ROLE = DROPPED_ROLE + 1
CONTEXT_ROLE = DROPPED_ROLE + 2
LONGEST_TEXT = 120  # characters shown of one piece
BLANK = "␣"  # shown for a piece of nothing but spaces
CONTEXT = 12  # characters shown before a piece, and a few times as many after

REASONS = {
    "page number": QT_TRANSLATE_NOOP("Reason", "Page number"),
    "running header": QT_TRANSLATE_NOOP("Reason", "Running header"),
    "running footer": QT_TRANSLATE_NOOP("Reason", "Running footer"),
    "toc leader": QT_TRANSLATE_NOOP("Reason", "Dot leader of the contents"),
    "toc table rule": QT_TRANSLATE_NOOP("Reason", "Rule of the contents table"),
    "table rule": QT_TRANSLATE_NOOP("Reason", "Rule of a table"),
    "rule": QT_TRANSLATE_NOOP("Reason", "Rule"),
    "bullet": QT_TRANSLATE_NOOP("Reason", "Bullet"),
    "list bullet": QT_TRANSLATE_NOOP("Reason", "Bullet of a list"),
    "heading bullet": QT_TRANSLATE_NOOP("Reason", "Bullet of a heading"),
    "duplicate": QT_TRANSLATE_NOOP("Reason", "Printed more than once"),
    "duplicate block": QT_TRANSLATE_NOOP("Reason", "Printed more than once"),
    "markup": QT_TRANSLATE_NOOP("Reason", "Mark-up"),
    "ocr": QT_TRANSLATE_NOOP("Reason", "Recognition error"),
    "byline mark": QT_TRANSLATE_NOOP("Reason", "Mark of a byline"),
    "footnote mark": QT_TRANSLATE_NOOP("Reason", "Mark of a footnote"),
    "label": QT_TRANSLATE_NOOP("Reason", "Label"),
    "field label": QT_TRANSLATE_NOOP("Reason", "Label"),
    "masthead": QT_TRANSLATE_NOOP("Reason", "Masthead"),
    "letterhead": QT_TRANSLATE_NOOP("Reason", "Letterhead"),
    "front matter": QT_TRANSLATE_NOOP("Reason", "Front matter"),
    "footer": QT_TRANSLATE_NOOP("Reason", "Footer"),
    "jump line": QT_TRANSLATE_NOOP("Reason", "Jump line"),
    "navigation": QT_TRANSLATE_NOOP("Reason", "Navigation"),
    "punctuation": QT_TRANSLATE_NOOP("Reason", "Punctuation"),
    "unplaced": QT_TRANSLATE_NOOP("Reason", "Not placed"),
    "jump": QT_TRANSLATE_NOOP("Reason", "Jump line"),
    "page title": QT_TRANSLATE_NOOP("Reason", "Page title"),
    "attachment": QT_TRANSLATE_NOOP("Reason", "Attached file"),
    "mail header": QT_TRANSLATE_NOOP("Reason", "Head of the e-mail"),
    "attachment tool": QT_TRANSLATE_NOOP("Reason", "Attachment tool"),
    "other language title": QT_TRANSLATE_NOOP("Reason", "Title in another language"),
    "hidden": QT_TRANSLATE_NOOP("Reason", "Hidden on the page"),
    "related": QT_TRANSLATE_NOOP("Reason", "Other pages"),
    "unreadable": QT_TRANSLATE_NOOP("Reason", "Unreadable"),
}


class LeftOutModel(QAbstractListModel):
    """List the dropped spans of one issue in the order of the source."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self._dropped: tuple[Dropped, ...] = ()

    def set_issue(self, issue: Issue | None) -> None:
        """List what another issue leaves out."""
        self.beginResetModel()
        self._source = issue.source.text if issue else ""
        self._dropped = issue.dropped if issue else ()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the dropped spans."""
        return 0 if parent.isValid() else len(self._dropped)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a span on one line, its reason or the span itself."""
        if not index.isValid() or index.row() >= len(self._dropped):
            return None
        dropped = self._dropped[index.row()]
        if role == DROPPED_ROLE:
            return dropped
        if role == REASON_ROLE:
            return reason_text(dropped.reason)
        if role == CONTEXT_ROLE:
            return context_of(self._source, dropped)
        text = " ".join(self._source[dropped.start : min(dropped.end, dropped.start + LONGEST_TEXT)].split())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{text}, {reason_text(dropped.reason)}"
        return None


def context_of(source: str, dropped: Dropped) -> tuple[str, str, str]:
    """Return what stands on the line before a piece, the piece on one line, and what follows it there."""
    before = source[max(dropped.start - CONTEXT, 0) : dropped.start]
    after = source[dropped.end : dropped.end + 4 * CONTEXT]
    piece = source[dropped.start : min(dropped.end, dropped.start + LONGEST_TEXT)]
    return _last_line(before), " ".join(piece.split()) or BLANK, _first_line(after)


def _last_line(text: str) -> str:
    return text.replace("\r", "\n").rpartition("\n")[2].lstrip()


def _first_line(text: str) -> str:
    return text.replace("\r", "\n").partition("\n")[0].rstrip()


def reason_text(reason: str) -> str:
    """Say in the user's language why something was left out; a detail after a colon stays as it is."""
    name, colon, detail = reason.partition(":")
    name = name.replace("-", " ")
    words = QCoreApplication.translate("Reason", REASONS[name]) if name in REASONS else name
    return f"{words} {detail}" if colon else words
