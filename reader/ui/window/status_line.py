"""The line at the foot of the window: how much is shown, where the reader is, what is being opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton, QSizePolicy, QToolButton, QWidget

from reader.ui.kit.drawable import is_drawable
from reader.ui.kit.elided_label import ElidedLabel
from reader.ui.kit.numbers import grouped, percent
from reader.ui.session.opened import OpenedIssue

PROGRESS_STEPS = 1000
MESSAGE_MILLISECONDS = 6000
SAVED_MILLISECONDS = 20_000
OPENING = ""  # the name of that work among the others


class StatusLine(QWidget):
    """Show facts at the left, a passing message in the middle, the place at the right."""

    opening_stopped = Signal()
    stopped = Signal(str)  # the name of another work that the user wants no more

    def __init__(self, encodings: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tally = QToolButton(self)
        self.tally.setObjectName("statusTally")
        self.encoding = QToolButton(self)
        self.encoding.setObjectName("statusEncoding")
        self.encoding.setMenu(encodings)
        self.encoding.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.message = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        self.message.setObjectName("statusMessage")
        self.progress = QProgressBar(self)
        self.progress.setObjectName("openingProgress")
        self.progress.setRange(0, PROGRESS_STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(140)
        self.cancel = QPushButton(self)
        self.cancel.setObjectName("cancelOpening")
        self.cancel.clicked.connect(self._stop)
        self.file_buttons: tuple[QToolButton, ...] = ()  # to open what was saved and its folder, made when it is told
        self.place = QLabel(self)
        self.place.setObjectName("statusPlace")
        self.read = QLabel(self)
        self.read.setObjectName("statusRead")
        self.read.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.read.setMinimumWidth(42)
        self._opened: OpenedIssue | None = None
        self._works: dict[str, tuple[str, float]] = {}  # by name: a sentence, how far; the latest last
        self._saved = Path()
        self._clear = QTimer(self)
        self._clear.setSingleShot(True)
        self._clear.timeout.connect(lambda: self.show_message(""))
        self._lay_out()
        self.show_opening("", 1.0)
        self.show_issue(None)

    def show_issue(self, opened: OpenedIssue | None) -> None:
        """Say how much of a file is shown, left out and uncertain, and how it was decoded."""
        self._opened = opened
        for widget in (self.tally, self.encoding, self.place, self.read):
            widget.setVisible(opened is not None)
        for fact in (self.tally, self.read):
            fact.setVisible(opened is not None and opened.has_text)
        self.cancel.setText(self.tr("Cancel"))
        if opened is None:
            return
        tally, source = opened.tally, opened.issue.source
        facts = self.tr("{total} characters: {shown} shown, {dropped} left out, {doubtful} uncertain")
        told = facts.format(
            total=grouped(len(source.text)),
            shown=percent(1 - tally.dropped_share),
            dropped=percent(tally.dropped_share),
            doubtful=grouped(tally.doubtful),
        )
        if absent := sum(not is_drawable(picture) for picture in opened.issue.pictures):
            told += self.tr("; pictures or formulas not shown: {count}").format(count=grouped(absent))
        self.tally.setText(told)
        self.tally.setToolTip(self.tr("Show what was left out"))
        self.encoding.setText(source.encoding.upper())
        tip = self.tr("The file was read in this encoding; choose another one if the text looks wrong.")
        is_told = bool(source.pages) or opened.is_locked  # such a file names its own
        self.encoding.setToolTip("\n".join([*([] if is_told else [tip]), *source.warnings]))
        self.encoding.setEnabled(not is_told)
        self.encoding.setVisible(opened.has_text and (not is_told or bool(source.warnings)))

    def show_place(self, number: int | None, count: int) -> None:
        """Say which of the articles is shown."""
        text = self.tr("Article {number} of {count}")
        self.place.setText("" if number is None else text.format(number=number + 1, count=count))

    def show_read(self, share: float | None) -> None:
        """Say how much of the article has been read; nothing where there is none."""
        self.read.setText("" if share is None else percent(share, digits=0))

    def show_opening(self, name: str, fraction: float) -> None:
        """Show how far a file is opened; nothing when its name is empty."""
        self.show_work(OPENING, self.tr("Opening {name} …").format(name=name) if name else "", fraction)

    def show_work(self, name: str, sentence: str, fraction: float) -> None:
        """Show how far a piece of work is; with an empty sentence it has ended. Of several the latest is shown.

        How far is -1 where nobody knows.
        """
        before = self._shown_work()
        if sentence:
            self._works[name] = (sentence, fraction)
        else:
            self._works.pop(name, None)
        shown = self._shown_work()
        self.progress.setVisible(bool(shown))
        self.cancel.setVisible(bool(shown))
        share = self._works[shown[0]][1] if shown else 1.0
        self.progress.setRange(0, PROGRESS_STEPS if share >= 0 else 0)
        self.progress.setValue(round(share * PROGRESS_STEPS) if share >= 0 else 0)
        if shown != before:
            self.show_message(shown[1] if shown else "")

    def tell_saved(self, path: Path) -> None:
        """Say that a file is there, and offer to open it or its folder."""
        self.show_message(self.tr("Saved as {name}.").format(name=path.name), passing=True)
        self._saved = path
        if not self.file_buttons:
            self._make_file_buttons()
        for button, text in zip(self.file_buttons, (self.tr("Open"), self.tr("Show Folder")), strict=True):
            button.setText(text)
        self._show_file_buttons(True)
        self._clear.start(SAVED_MILLISECONDS)

    def show_message(self, text: str, *, passing: bool = False) -> None:
        """Show a message until the next one, or for a few seconds."""
        self._clear.stop()
        if self.file_buttons:
            self._show_file_buttons(False)
        self.message.set_text(text)
        if passing:
            self._clear.start(MESSAGE_MILLISECONDS)

    def explain_link(self, target: str) -> None:
        """Say how a link is opened."""
        hint = self.tr("Ctrl+click or Ctrl+Enter opens {address} in the browser.").format(address=target)
        self.show_message(hint, passing=True)

    def tell_nowhere(self) -> None:
        """Say that a place was asked for which no article shows."""
        self.show_message(self.tr("This place is not part of an article."), passing=True)

    def tell(self, text: str) -> None:
        """Show a message for a few seconds."""
        self.show_message(text, passing=True)

    def _shown_work(self) -> tuple[str, str] | None:
        """Return the name and the sentence of the work that is shown."""
        name = next(reversed(self._works), None)
        return None if name is None else (name, self._works[name][0])

    def _stop(self) -> None:
        shown = self._shown_work()
        if shown and shown[0] == OPENING:
            self.opening_stopped.emit()
        elif shown:
            self.stopped.emit(shown[0])

    def _make_file_buttons(self) -> None:
        """Make the two buttons behind the sentence of a saved file."""
        targets = (("openSaved", lambda: self._saved), ("showFolder", lambda: self._saved.parent))
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        buttons: list[QToolButton] = []
        for name, target in targets:
            button = QToolButton(self)
            button.setObjectName(name)
            button.clicked.connect(
                lambda _on=False, path=target: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path())))
            )
            layout.insertWidget(layout.indexOf(self.message) + 1 + len(buttons), button)
            buttons.append(button)
        self._filler = QWidget(self)
        layout.insertWidget(layout.indexOf(buttons[-1]) + 1, self._filler, 1)
        self.file_buttons = tuple(buttons)

    def _show_file_buttons(self, shown: bool) -> None:
        """Let the buttons stand right behind the sentence, which takes no more room than it needs then."""
        for widget in (*self.file_buttons, self._filler):
            widget.setVisible(shown)
        across = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
        self.message.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        self.layout().setStretchFactor(self.message, 0 if shown else 1)  # type: ignore[union-attr]

    def _lay_out(self) -> None:
        self.setFixedHeight(26)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 14, 0)
        layout.setSpacing(10)
        layout.addWidget(self.tally)
        layout.addWidget(self.encoding)
        layout.addWidget(self.message, 1)
        for widget in (self.progress, self.cancel, self.place, self.read):
            layout.addWidget(widget)
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
