"""What an issue does not show, for Qt: a thin model over its dropped spans."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from reader.model.document import Dropped, Issue
from reader.ui.kit.i18n import QT_TRANSLATE_NOOP
from reader.ui.kit.index import Index

DROPPED_ROLE = int(Qt.ItemDataRole.UserRole) + 1
REASON_ROLE = DROPPED_ROLE + 1
CONTEXT_ROLE = DROPPED_ROLE + 2
LONGEST_TEXT = 120  # characters shown of one piece
BLANK = "␣"  # shown for a piece of nothing but spaces
CONTEXT = 12  # characters shown before a piece, and a few times as many after

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "attachment mark": QT_TRANSLATE_NOOP("Reason", "Mark of an attachment"),
        "attachment-tool": QT_TRANSLATE_NOOP("Reason", "Attachment tool"),
        "bullet": QT_TRANSLATE_NOOP("Reason", "Bullet"),
        "by-hand": QT_TRANSLATE_NOOP("Reason", "Left out by you"),
        "byline mark": QT_TRANSLATE_NOOP("Reason", "Mark of a byline"),
        "chart": QT_TRANSLATE_NOOP("Reason", "Inside of a chart"),
        "comments": QT_TRANSLATE_NOOP("Reason", "Comments of readers"),
        "decoration": QT_TRANSLATE_NOOP("Reason", "Decoration"),
        "duplicate": QT_TRANSLATE_NOOP("Reason", "Printed more than once"),
        "field-label": QT_TRANSLATE_NOOP("Reason", "Label"),
        "footer": QT_TRANSLATE_NOOP("Reason", "Footer"),
        "front-matter": QT_TRANSLATE_NOOP("Reason", "Front matter"),
        "hidden": QT_TRANSLATE_NOOP("Reason", "Hidden on the page"),
        "hyphen": QT_TRANSLATE_NOOP("Reason", "Hyphen at the end of a line"),
        "invisible": QT_TRANSLATE_NOOP("Reason", "Not visible on the page"),
        "jump": QT_TRANSLATE_NOOP("Reason", "Jump line"),
        "list-marker": QT_TRANSLATE_NOOP("Reason", "Number of a list"),
        "list-of-figures": QT_TRANSLATE_NOOP("Reason", "List of figures"),
        "mail-header": QT_TRANSLATE_NOOP("Reason", "Head of the e-mail"),
        "markup": QT_TRANSLATE_NOOP("Reason", "Mark-up"),
        "navigation": QT_TRANSLATE_NOOP("Reason", "Navigation"),
        "ocr": QT_TRANSLATE_NOOP("Reason", "Recognition error"),
        "ordinal": QT_TRANSLATE_NOOP("Reason", "Number in a list of links"),
        "other-language-title": QT_TRANSLATE_NOOP("Reason", "Title in another language"),
        "page-number": QT_TRANSLATE_NOOP("Reason", "Page number"),
        "page-title": QT_TRANSLATE_NOOP("Reason", "Page title"),
        "punctuation": QT_TRANSLATE_NOOP("Reason", "Punctuation"),
        "record": QT_TRANSLATE_NOOP("Reason", "Record of the web site"),
        "related": QT_TRANSLATE_NOOP("Reason", "Other pages"),
        "repeated-table-head": QT_TRANSLATE_NOOP("Reason", "Head of a table, repeated"),
        "rule": QT_TRANSLATE_NOOP("Reason", "Rule"),
        "running-footer": QT_TRANSLATE_NOOP("Reason", "Running footer"),
        "running-header": QT_TRANSLATE_NOOP("Reason", "Running header"),
        "set-askew": QT_TRANSLATE_NOOP("Reason", "Stamp or watermark"),
        "table-rule": QT_TRANSLATE_NOOP("Reason", "Rule of a table"),
        "template": QT_TRANSLATE_NOOP("Reason", "Sign of a template"),
        "toc-leader": QT_TRANSLATE_NOOP("Reason", "Dot leader of the contents"),
        "unplaced": QT_TRANSLATE_NOOP("Reason", "Not placed"),
        "unreadable": QT_TRANSLATE_NOOP("Reason", "Unreadable"),
    }
)


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
    words = QCoreApplication.translate("Reason", REASONS[name]) if name in REASONS else name
    return f"{words} {detail}" if colon else words
