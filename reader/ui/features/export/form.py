"""The left half of the dialog: what is handed on, as what, and what is added."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.export.publication import FACES, PAPERS, SIZES, Choice
from reader.export.publishers import PUBLISHERS
from reader.ui.features.export.article_list import ArticleList
from reader.ui.features.export.choices import PARTS, choice_of, remember
from reader.ui.features.export.making import PDF, TEXT_KINDS, ExportWish
from reader.ui.features.export.scopes import SCOPES, Offer
from reader.ui.kit.choice_row import ChoiceRow
from reader.ui.kit.i18n import QT_TRANSLATE_NOOP, resolve_language
from reader.ui.session.settings import Settings

KINDS = tuple(row.suffix for row in PUBLISHERS)
KIND_COLUMNS = 3
LIST_HEIGHT = 190  # pixels
KIND_NAMES = {
    ".pdf": "PDF",
    ".docx": "Word",
    ".epub": "EPUB",
    ".html": QT_TRANSLATE_NOOP("HandOn", "Web page"),
    ".md": "Markdown",
    ".txt": QT_TRANSLATE_NOOP("HandOn", "Text"),
}
PART_NAMES = {
    "highlights": QT_TRANSLATE_NOOP("HandOn", "&Highlights and notes"),
    "figures": QT_TRANSLATE_NOOP("HandOn", "Table of &figures"),
    "contacts": QT_TRANSLATE_NOOP("HandOn", "Cont&acts"),
    "provenance": QT_TRANSLATE_NOOP("HandOn", "&Line numbers of the source in the margin"),
}
SIZE_NAMES = {
    9.0: QT_TRANSLATE_NOOP("HandOn", "9 pt"),
    10.5: QT_TRANSLATE_NOOP("HandOn", "10.5 pt"),
    12.0: QT_TRANSLATE_NOOP("HandOn", "12 pt"),
    14.0: QT_TRANSLATE_NOOP("HandOn", "14 pt"),
    16.0: QT_TRANSLATE_NOOP("HandOn", "16 pt"),
}


def named(text: str) -> str:
    """Translate a text of these tables."""
    return QCoreApplication.translate("HandOn", text)


class HandForm(QWidget):
    """Let the user choose, and tell each change."""

    changed = Signal()

    def __init__(self, settings: Settings, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handForm")
        self._settings = settings
        self._offer = offer
        self._marked: frozenset[str] = frozenset()  # nodes that hold a highlight
        self._are_marks_known = False
        self._scope = ""
        self._scopes = QButtonGroup(self)
        self._scope_buttons: dict[str, QRadioButton] = {}
        self.articles: ArticleList | None = None  # when it is wanted
        self.only = QCheckBox(self.tr("&Only highlights"), self)
        self.only.setObjectName("handOnly")
        self.reason = QLabel(self)
        self.reason.setObjectName("handReason")
        self.reason.setWordWrap(True)
        self.kinds = ChoiceRow("handKind", KINDS, self, columns=KIND_COLUMNS)
        self.parts = {part: self._box(part) for part in PARTS}
        self.paper = ChoiceRow("handPaper", PAPERS, self)
        self.size_list = QComboBox(self)
        self.size_list.setObjectName("handSize")
        self.face = ChoiceRow("handFace", FACES, self)
        self._name()
        self._lay_out()
        self._show_settings()
        self._connect()

    def choose(self, scope: str, *, only_highlights: bool = False) -> None:
        """Choose a scope, or the next best one, and whether to take the highlights alone."""
        best = next(s for s in (scope, *SCOPES) if s in self._scope_buttons and self._scope_buttons[s].isEnabled())
        self._scope_buttons[best].setChecked(True)
        self.only.setChecked(only_highlights)
        self._on_scope()

    def scope(self) -> str:
        """Return the scope that is chosen."""
        return next(scope for scope, button in self._scope_buttons.items() if button.isChecked())

    def tab_order(self) -> list[QWidget]:
        """List what the keyboard goes through, from the top."""
        articles = [self.articles] if self.articles else []
        rows: list[QWidget] = [*self._scope_buttons.values(), *articles, self.only]
        rows += [*self.kinds.buttons.values(), *self.parts.values()]
        return [*rows, *self.paper.buttons.values(), self.size_list, *self.face.buttons.values()]

    def take_focus(self) -> None:
        """Let the keyboard begin at the scope."""
        self._scope_buttons[self.scope()].setFocus()

    def show_marked(self, nodes: frozenset[str]) -> None:
        """Know which nodes hold highlights."""
        self._marked, self._are_marks_known = nodes, True
        self._enable()

    def awaits_marks(self) -> bool:
        """Tell whether highlights are wanted that are still being looked for."""
        return not self._are_marks_known and (self.parts["highlights"].isChecked() or self.only.isChecked())

    def wish(self) -> ExportWish:
        """Return what is wanted now."""
        scope, only = self.scope(), self.only.isChecked() and self.only.isEnabled()
        nodes = self._offer.nodes(scope, self.articles.ticked() if self.articles else ())
        kept, highlights = self._chosen(), self.parts["highlights"]
        choice = replace(
            kept,
            highlights=only or (kept.highlights and highlights.isEnabled()),
            only_highlights=only,
        )
        return ExportWish(nodes, choice, self.kinds.value())

    def remember(self) -> None:
        """Keep what was chosen for the next time."""
        remember(self._settings, self._chosen())
        self._settings.hand_kind = self.kinds.value()
        if self.scope() != "chosen":
            self._settings.hand_scope = self.scope()

    def _chosen(self) -> Choice:
        """Return what is ticked, whether it can be had now or not."""
        parts = {part: box.isChecked() for part, box in self.parts.items()}
        size = SIZES[max(self.size_list.currentIndex(), 0)]
        language = resolve_language(self._settings.language)
        return Choice(**parts, paper=self.paper.value(), size=size, face=self.face.value(), language=language)

    # Making

    def _box(self, part: str) -> QCheckBox:
        box = QCheckBox(named(PART_NAMES[part]), self)
        box.setObjectName(f"hand_{part}")
        return box

    def _name(self) -> None:
        """Give the rows of buttons their words."""
        for suffix, button in self.kinds.buttons.items():
            button.setText(named(KIND_NAMES[suffix]))
            button.setToolTip(f"*{suffix}")
        for paper, text in zip(PAPERS, ("A4", "Letter"), strict=True):
            self.paper.buttons[paper].setText(text)
        for face, text in zip(FACES, (self.tr("Serif"), self.tr("Sans")), strict=True):
            self.face.buttons[face].setText(text)
        for size in SIZES:
            self.size_list.addItem(named(SIZE_NAMES[size]))
        self.kinds.setAccessibleName(self.tr("Kind of file"))
        self.paper.setAccessibleName(self.tr("Paper"))
        self.face.setAccessibleName(self.tr("Typeface"))
        for choice in (self.kinds, self.paper, self.face):
            for button in choice.buttons.values():
                button.setAccessibleName(f"{choice.accessibleName()}: {button.text()}")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 18, 14)
        layout.setSpacing(4)
        layout.addWidget(_head(self.tr("What")))
        for scope, text in self._scope_texts().items():
            self._add_scope(scope, text, layout)
        self._list_at = layout.count()
        layout.addWidget(self.only)
        layout.addWidget(self.reason)
        layout.addSpacing(12)
        layout.addWidget(_head(self.tr("Format")))
        layout.addWidget(self.kinds)
        layout.addSpacing(12)
        layout.addWidget(_head(self.tr("Include")))
        for box in self.parts.values():
            layout.addWidget(box)
        layout.addSpacing(12)
        layout.addWidget(_head(self.tr("Pages")))
        rows = QFormLayout()
        rows.setHorizontalSpacing(14)
        rows.setVerticalSpacing(8)
        rows.addRow(self.tr("Paper"), self.paper)
        size = QLabel(self.tr("Si&ze"), self)
        size.setBuddy(self.size_list)
        rows.addRow(size, self.size_list)
        rows.addRow(self.tr("Typeface"), self.face)
        layout.addLayout(rows)
        layout.addStretch(1)

    def _scope_texts(self) -> dict[str, str]:
        offer = self._offer
        section = self.tr("The sectio&n, %n article(s)", "", offer.count("section")) if offer.section else ""
        return {
            "article": self.tr("&This article"),
            "section": section or self.tr("The sectio&n"),
            "issue": self.tr("The whole &issue, %n article(s)", "", offer.count("issue")),
            "chosen": self.tr("&Chosen articles"),
        }

    def _add_scope(self, scope: str, text: str, layout: QVBoxLayout) -> None:
        button = QRadioButton(text, self)
        button.setObjectName(f"hand_{scope}")
        button.setEnabled(self._offer.has(scope))
        entry = {"article": self._offer.article, "section": self._offer.section}.get(scope)
        button.setToolTip(entry.title if entry else "")
        self._scopes.addButton(button)
        self._scope_buttons[scope] = button
        layout.addWidget(button)

    def _show_settings(self) -> None:
        kept, kind = choice_of(self._settings), self._settings.hand_kind
        self.kinds.show_value(kind if kind in KINDS else PDF)
        for part, box in self.parts.items():
            box.setChecked(bool(getattr(kept, part)))
        self.paper.show_value(kept.paper)
        self.size_list.setCurrentIndex(SIZES.index(kept.size))
        self.face.show_value(kept.face)
        self._scope_buttons["issue"].setChecked(True)
        self._enable()

    def _connect(self) -> None:
        self._scopes.buttonToggled.connect(lambda _button, on: self._on_scope() if on else None)
        for choice in (self.kinds, self.paper, self.face):
            choice.chosen.connect(lambda _value: self._on_change())
        for box in (*self.parts.values(), self.only):
            box.toggled.connect(lambda _on: self._on_change())
        self.size_list.currentIndexChanged.connect(lambda _at: self._on_change())

    # Changes

    def _on_scope(self) -> None:
        """Show the list of articles for a free choice, which begins with what was chosen before."""
        scope, before = self.scope(), self._scope
        if scope == before:
            return
        self._scope = scope
        if scope == "chosen":
            self._fill_list(before)
        if self.articles:
            self.articles.setVisible(scope == "chosen")
        self._on_change()

    def _fill_list(self, before: str) -> None:
        if self.articles is None:
            self.articles = ArticleList(self._offer.opened.outline, self)
            self.articles.setAccessibleName(self.tr("Articles"))
            self.articles.setFixedHeight(LIST_HEIGHT)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(self._list_at, self.articles)
            QWidget.setTabOrder(self._scope_buttons["chosen"], self.articles)
            QWidget.setTabOrder(self.articles, self.only)
            self.articles.changed.connect(self._on_change)
        if before:
            self.articles.tick(self._offer.nodes(before))

    def _on_change(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        """Offer highlights where there are some, and say where there are none."""
        has_marks = self._has_marks()
        self.only.setEnabled(has_marks)
        may_have = has_marks or not self._are_marks_known  # then they can be done without
        self.parts["highlights"].setEnabled(may_have and not self.only.isChecked())
        self.reason.setText(self.tr("Nothing is highlighted there."))
        self.reason.setVisible(self._are_marks_known and not has_marks)
        is_text = self.kinds.value() in TEXT_KINDS
        for widget in (self.paper, self.size_list, self.face):
            widget.setEnabled(not is_text)

    def _has_marks(self) -> bool:
        scope = self.scope() if self._scopes.checkedButton() else "issue"
        if scope == "issue":
            return bool(self._marked)
        return bool(self._marked & self._below(scope))

    def _below(self, scope: str) -> frozenset[str]:
        """Return the ids of the nodes of a scope, which are those that hold marks if any does."""
        return self._offer.nodes(scope, self.articles.ticked() if self.articles else ()) or frozenset()


def _head(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("dialogHead")
    return label
