"""The right half of the dialog: what will be handed on, as it will look."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.features.export.making import PDF, TEXT_KINDS, Made
from reader.ui.features.export.preview_pages import WHOLE, WIDTH, PreviewPages
from reader.ui.kit.command_texts import key_text
from reader.ui.kit.fonts import Families, font_of
from reader.ui.kit.jobs import Jobs
from reader.ui.kit.theme import Theme

BUSY_MILLISECONDS = 250  # after which it is said that something is being made
TEXT_PIXELS = 14
HEAD_HEIGHT = 27
LARGER, SMALLER, WHOLE_KEY, WIDTH_KEY = ("Ctrl++", "Ctrl+="), ("Ctrl+-",), ("Ctrl+0",), ("Ctrl+2",)


class Preview(QWidget):
    """Show pages or a text; what was there stays until something else is ready."""

    zoomed = Signal(str)  # width or page was chosen

    def __init__(
        self, jobs: Jobs, looks: tuple[Families, Theme], zoom: str = WHOLE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("handPreview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        families, theme = looks
        self.pages = PreviewPages(jobs, theme, self)
        self.pages.zoom = WIDTH if zoom == WIDTH else WHOLE
        self.pages.setAccessibleName(self.tr("Preview"))
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("handText")
        self.text.setReadOnly(True)
        self.text.setFont(font_of(families.mono, TEXT_PIXELS))
        self.text.setAccessibleName(self.tr("Preview"))
        self.text.setTabChangesFocus(True)
        self.notice = QLabel(self)
        self.notice.setObjectName("handNotice")
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.setWordWrap(True)
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.hint = QLabel(self)
        self.hint.setObjectName("handHint")
        self.hint.setWordWrap(True)
        self.place = QLabel(self)
        self.place.setObjectName("handPlace")
        self.place.setMinimumHeight(HEAD_HEIGHT)  # that of the buttons beside it, which a text does without
        self.busy = QLabel(self.tr("Setting pages …"), self)
        self.busy.setObjectName("handBusy")
        self._zooms = {
            name: self._button(name, text, keys)
            for name, text, keys in (
                ("handSmaller", "−", SMALLER),
                ("handLarger", "+", LARGER),
                ("handWhole", self.tr("Whole page"), WHOLE_KEY),
                ("handWidth", self.tr("Page width"), WIDTH_KEY),
            )
        }
        self._views = QStackedWidget(self)
        self._is_part = False
        self._kind = PDF
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(BUSY_MILLISECONDS)
        self._lay_out()
        self._connect()

    def show_kind(self, suffix: str) -> None:
        """Say how the preview stands to a kind of file."""
        self._kind = suffix
        hints = {
            ".docx": self.tr("This is how it prints; Word sets its own pages of the same text."),
            ".epub": self.tr("This is how it prints; an EPUB flows with the screen that it is read on."),
            ".html": self.tr("This is how it prints; a web page flows with the width of its window."),
        }
        self.hint.setText(hints.get(suffix, ""))
        self.hint.setVisible(suffix in hints)

    def wait(self) -> None:
        """Say that something is being made, when it takes a while."""
        if not self._waiting.isActive() and not self.busy.isVisible():
            self._waiting.start()

    def rest(self) -> None:
        """Say no more that something is being made."""
        self._waiting.stop()
        self.busy.hide()

    def show_made(self, made: Made) -> None:
        """Show what was made."""
        self.rest()
        self._is_part = made.is_part
        if made.is_empty:
            self.show_notice(self.tr("Nothing is chosen yet. Tick the articles to export."))
        elif made.pages:
            self._views.setCurrentWidget(self.pages)
            self.pages.show_pages(made.pages, made.sizes)
        else:
            bar = self.text.verticalScrollBar()
            at = bar.value()
            self.text.setPlainText(made.text)
            bar.setValue(at)
            self._views.setCurrentWidget(self.text)
        self._show_place()

    def show_notice(self, sentence: str) -> None:
        """Show a sentence in the place of pages."""
        self.rest()
        self.notice.setText(sentence)
        self._views.setCurrentWidget(self.notice)
        self._show_place()

    def shows_pages(self) -> bool:
        """Tell whether pages are shown, not a text or a sentence."""
        return self._views.currentWidget() is self.pages

    def tab_order(self) -> list[QWidget]:
        """List what the keyboard goes through."""
        return [*self._zooms.values(), self.pages, self.text]

    def set_zoom(self, zoom: str) -> None:
        """Fill the width, or show whole pages."""
        self.pages.set_zoom(zoom)
        self._show_zoom()
        self.zoomed.emit(zoom)

    def _step_zoom(self, step: int) -> None:
        self.pages.step_zoom(step)
        self._show_zoom()

    def _button(self, name: str, text: str, keys: tuple[str, ...]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        names = {"handSmaller": self.tr("Smaller"), "handLarger": self.tr("Larger")}
        said = names.get(name, text)
        button.setToolTip(f"{said}  ({key_text(QKeySequence(keys[0]))})")
        button.setAccessibleName(said)
        for key in keys:
            QShortcut(QKeySequence(key), self, button.click, context=Qt.ShortcutContext.WindowShortcut)
        return button

    def _lay_out(self) -> None:
        for view in (self.pages, self.text, self.notice):
            self._views.addWidget(view)
        self._views.setCurrentWidget(self.pages)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 12, 8)
        head.setSpacing(4)
        head.addWidget(self.place)
        head.addSpacing(12)
        head.addWidget(self.busy)
        head.addStretch(1)
        for button in self._zooms.values():
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._views, 1)
        layout.addWidget(self.hint)
        self.busy.hide()
        self.hint.hide()
        for name in ("handWhole", "handWidth"):
            self._zooms[name].setCheckable(True)
        self._show_zoom()
        self._show_place()

    def _connect(self) -> None:
        self._waiting.timeout.connect(self.busy.show)
        self.pages.page_changed.connect(lambda _page: self._show_place())
        self._zooms["handSmaller"].clicked.connect(lambda: self._step_zoom(-1))
        self._zooms["handLarger"].clicked.connect(lambda: self._step_zoom(1))
        self._zooms["handWhole"].clicked.connect(lambda: self.set_zoom(WHOLE))
        self._zooms["handWidth"].clicked.connect(lambda: self.set_zoom(WIDTH))

    def _show_zoom(self) -> None:
        self._zooms["handWhole"].setChecked(self.pages.zoom == WHOLE)
        self._zooms["handWidth"].setChecked(self.pages.zoom == WIDTH)

    def _show_place(self) -> None:
        """Say which page is in view, or how long the text is."""
        count = self.pages.page_count()
        if self._views.currentWidget() is self.text:
            length = QLocale().toString(len(self.text.toPlainText()))
            words = self.tr("The first {count} characters") if self._is_part else self.tr("{count} characters")
            said = words.format(count=length)
        elif self.shows_pages() and count:
            words = (
                self.tr("Page {page}; the first {count} are shown")
                if self._is_part
                else self.tr("Page {page} of {count}")
            )
            said = words.format(page=self.pages.current_page() + 1, count=count)
        else:
            said = ""
        self.place.setText(said)
        self.pages.setAccessibleDescription(said)
        for button in self._zooms.values():
            button.setVisible(self._kind not in TEXT_KINDS)
