"""The dialog in which articles are handed on."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.ui.features.export.form import HandForm
from reader.ui.features.export.making import Made
from reader.ui.features.export.preview import Preview
from reader.ui.features.export.scopes import Offer
from reader.ui.kit.fonts import Families
from reader.ui.kit.jobs import Jobs
from reader.ui.kit.theme import Theme, style_sheet
from reader.ui.session.settings import Settings

FORM_WIDTH = 316
USUAL_SIZE = (1080, 760)
LEAST_SIZE = (560, 320)
FRAME = 40  # pixels that a desktop adds above
MARGIN = 24  # pixels that the window behind keeps in view at each side


class HandDialog(QDialog):
    """Choose at the left, see at the right; then save or print."""

    wished = Signal()  # something else is wanted
    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(
        self, settings: Settings, offer: Offer, jobs: Jobs, looks: tuple[Families, Theme], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("handDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export or Print – {title}").format(title=offer.opened.title))
        self._settings = settings
        self._families = looks[0]
        self.form = HandForm(settings, offer, self)
        self.preview = Preview(jobs, looks, settings.hand_zoom, self)
        self.save = self._button("handSave", self.tr("&Save…"))
        self.print = self._button("handPrint", self.tr("P&rint…"))
        self.close_button = self._button("handClose", self.tr("Clos&e"))
        self._lay_out()
        self._connect()
        self.set_theme(looks[1])
        self._fit(parent)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self.setStyleSheet(style_sheet(theme, self._families.sans, self._families.serif, "handing"))
        self.preview.pages.set_theme(theme)

    def show_made(self, made: Made) -> None:
        """Show what was made; where it is nothing, or not all that is wanted, there is nothing to save yet."""
        self.preview.show_made(made)
        self._allow(not made.is_empty and not self.form.awaits_marks())

    def show_failure(self, sentence: str) -> None:
        """Say why nothing can be shown."""
        self.preview.show_notice(sentence)
        self._allow(False)

    def done(self, result: int) -> None:
        """Keep the size for the next time."""
        self._settings.hand_geometry = bytes(self.saveGeometry().data())
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn the pages while the keyboard is among the choices."""
        is_key = watched is self._scroll and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and self.preview.shows_pages():  # type: ignore[attr-defined]
            self.preview.pages.keyPressEvent(event)  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def _allow(self, has_something: bool) -> None:
        for button in (self.save, self.print):
            button.setEnabled(has_something)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        scroll = self._scroll = QScrollArea(self)
        scroll.installEventFilter(self)
        scroll.setObjectName("handScroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.form)
        scroll.setFixedWidth(FORM_WIDTH)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(scroll)
        halves.addWidget(self.preview, 1)
        foot = QWidget(self)
        foot.setObjectName("handFoot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(20, 10, 16, 10)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.close_button, self.print, self.save):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(halves, 1)
        layout.addWidget(foot)
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        self._allow(False)
        self.order_tabs()

    def _connect(self) -> None:
        self.form.changed.connect(self._on_change)
        self.preview.zoomed.connect(lambda zoom: setattr(self._settings, "hand_zoom", zoom))
        self.save.clicked.connect(self.save_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.close_button.clicked.connect(self.reject)
        for key, button in (("Ctrl+S", self.save), ("Ctrl+P", self.print)):
            QShortcut(QKeySequence(key), self, button.click)

    def order_tabs(self) -> None:
        """Let Tab go down the choices, then over the pages to the buttons."""
        parts = (*self.form.tab_order(), *self.preview.tab_order(), self.save, self.print, self.close_button)
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def _on_change(self) -> None:
        self.preview.show_kind(self.form.kinds.value())
        self.preview.wait()
        self.wished.emit()

    def _fit(self, parent: QWidget) -> None:
        """Take the size of the last time, or the usual one, or what a small window or screen leaves."""
        window, room = parent.window(), self.screen().availableGeometry()
        sizes = (
            max(min(usual, around - 2 * MARGIN, there), least)
            for usual, around, there, least in zip(
                USUAL_SIZE,
                (window.width(), window.height()),
                (room.width(), room.height() - FRAME),
                LEAST_SIZE,
                strict=True,
            )
        )
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*sizes)
        if self._settings.hand_geometry:
            self.restoreGeometry(QByteArray(self._settings.hand_geometry))
