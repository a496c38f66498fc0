"""The rows of the command palette: which commands and articles answer to what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.ui.session.opened import OpenedIssue
from reader.ui.session.title_search import title_matches

CHOICE_ROLE = Qt.ItemDataRole.UserRole + 1
COMMANDS_ONLY = (">", "＞", "》")  # typed first, as Latin and Chinese keyboards give it
ARTICLE_LIMIT = 50
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PaletteChoice:
    """One row: a command, or an article of an open issue."""

    text: str
    note: str  # at the right: the key of a command, the issue of an article
    command: str = ""
    other: str = ""  # what a command is called in the other language
    enabled: bool = True
    checked: bool = False
    issue: OpenedIssue | None = None
    entry: int = -1


class PaletteModel(QAbstractListModel):
    """Give the choices as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[PaletteChoice, ...] = ()

    def show(self, choices: Iterable[PaletteChoice]) -> None:
        """List other choices."""
        self.beginResetModel()
        self._choices = tuple(choices)
        self.endResetModel()

    def append(self, choices: Sequence[PaletteChoice]) -> None:
        """List more choices below the others."""
        if choices:
            first = len(self._choices)
            self.beginInsertRows(QModelIndex(), first, first + len(choices) - 1)
            self._choices += tuple(choices)
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Count the rows."""
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a row, what a screen reader says, or the choice itself."""
        choice = self._choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.text}, {choice.note}" if choice.note else choice.text
        return choice if role == CHOICE_ROLE else None


def split_query(typed: str) -> tuple[str, bool]:
    """Return the words to look for, and whether only commands are wanted."""
    text = typed.strip()
    only_commands = text.startswith(COMMANDS_ONLY)
    return "".join((text[1:] if only_commands else text).split()).casefold(), only_commands


def matching_commands(choices: Sequence[PaletteChoice], wanted: str, recent: Sequence[str]) -> list[PaletteChoice]:
    """Return the commands that answer to the words, best first; those given lately before others as good."""
    lately = {command: place for place, command in enumerate(recent)}
    ranked = []
    for place, choice in enumerate(choices):
        rank = rank_of(choice, wanted)
        if rank is not None:
            ranked.append((rank, lately.get(choice.command, len(lately)), place, choice))
    return [choice for *_order, choice in sorted(ranked, key=lambda row: row[:3])]


def rank_of(choice: PaletteChoice, wanted: str) -> int | None:
    """Tell how a command answers: 0 begins so, 1 holds it, 2 in the other language, 3 begins so in
    pinyin, 4 holds it in pinyin; None not at all."""
    if not wanted:
        return 0
    texts = [text.casefold().replace(" ", "").replace("：", ":") for text in (choice.text, choice.other)]
    begins = [any(part.startswith(wanted) for part in (text, text.rpartition(":")[2])) for text in texts]
    if begins[0]:
        return 0
    if wanted in texts[0]:
        return 1
    if begins[1] or wanted in texts[1]:
        return 2
    if any(title_matches(text.rpartition(":")[2][: len(wanted)], wanted) for text in texts):
        return 3
    return 4 if any(title_matches(text, wanted) for text in texts) else None


def matching_articles(issues: Sequence[OpenedIssue], wanted: str) -> list[PaletteChoice]:
    """Return the articles of the open issues whose titles answer to the words."""
    found = []
    for opened in issues:
        for index in opened.outline.readable:
            title = opened.outline.entries[index].title
            if title_matches(title, wanted):
                note = f"{opened.title} {opened.issue.masthead.number.text or opened.issue.masthead.date.text}".strip()
                found.append(PaletteChoice(title, note, issue=opened, entry=index))
                if len(found) == ARTICLE_LIMIT:
                    return found
    return found
