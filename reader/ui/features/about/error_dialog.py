"""The dialog about an unexpected error: what it means for the user, and the report that he can pass on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QToolButton, QWidget

from reader.ui.features.about.looks import FAMILIES, PlainDialog
from reader.ui.features.about.report import report
from reader.ui.kit.fonts import font_of
from reader.ui.kit.icons import themed_icon
from reader.ui.session.settings import Settings

WIDTH = 600
REPORT_HEIGHT = 220


class ErrorDialog(PlainDialog):
    """Say that something went wrong within the program, once, however often it goes on."""

    ending = Signal()  # the user wants the program to end

    def __init__(self, settings: Settings, outline: str, parent: QWidget | None) -> None:
        """`outline` tells the error without what was read; without a parent the window could not be opened."""
        super().__init__(settings, parent)
        self.setObjectName("troubleDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, parent is not None)
        self._outline, self._more = outline, 0
        self._is_start = parent is None
        self._picture = QLabel(self)
        loud = replace(self.theme, muted=self.theme.warning)
        self._picture.setPixmap(themed_icon("warning", loud).pixmap(32, 32))
        self._title = QLabel(self)
        self._title.setObjectName("troubleTitle")
        self._title.setFont(font_of(FAMILIES.serif, 20, bold=True))
        self._text, self._counted, self.told = (QLabel(self) for _ in range(3))
        self._text.setWordWrap(True)
        self._counted.setObjectName("troubleCount")
        self._counted.hide()
        self.told.setObjectName("aboutTold")
        self.show_button = QToolButton(self)
        self.show_button.setObjectName("troubleShow")
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._show_report)
        self.report = QPlainTextEdit(self)
        self.report.setObjectName("troubleReport")
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setMinimumHeight(REPORT_HEIGHT)
        self.report.hide()
        self.copy = self._button("copyTrouble")
        self.copy.clicked.connect(self._copy)
        self.quit = self._button("quitAfterTrouble")
        self.quit.clicked.connect(self._end)
        self.go_on = self._button("goOn")
        self.go_on.setProperty("primary", True)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        self._lay_out()
        self.retranslate()
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setMinimumWidth(WIDTH)
        self.adjustSize()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.setWindowTitle(self.tr("Bulletin Reader"))
        if self._is_start:
            self._title.setText(self.tr("The window could not be opened"))
            self._text.setText(
                self.tr("An error in the program kept it from starting. Your marks and places are kept as they were.")
            )
        else:
            self._title.setText(self.tr("Something went wrong in the program"))
            self._text.setText(
                self.tr(
                    "Your marks and places are kept, and you can read on. If the window looks wrong now, quit and "
                    "start again: it comes back as it is."
                )
            )
        self.show_button.setText(self.tr("Show the report"))
        self.report.setAccessibleName(self.tr("Report"))
        self.copy.setText(self.tr("&Copy Report"))
        self.copy.setToolTip(self.tr("Versions, screen and settings; nothing of what you read or wrote"))
        self.quit.setText(self.tr("&Quit"))
        self.go_on.setText(self.tr("Close") if self._is_start else self.tr("Continue Reading"))
        self._show_count()

    def count(self) -> None:
        """Count another error instead of telling it."""
        self._more += 1
        self._show_count()
        if self.report.isVisible():
            self.report.setPlainText(self._report())

    def told_count(self) -> int:
        """Return how many errors followed the first."""
        return self._more

    def _show_count(self) -> None:
        self._counted.setText(self.tr("%n more error(s) since then", "", self._more))
        self._counted.setVisible(self._more > 0)

    def _show_report(self, shown: bool) -> None:
        if shown:
            self.report.setPlainText(self._report())
        self.report.setVisible(shown)
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report())
        self.told.setText(self.tr("Copied. It holds nothing of what you read or wrote."))

    def _report(self) -> str:
        return report(self._settings, self.parentWidget(), self._outline, self._more)

    def _end(self) -> None:
        self.accept()
        self.ending.emit()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.copy)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.quit)
        foot.addWidget(self.go_on)
        self.quit.setVisible(not self._is_start)
        show = QHBoxLayout()
        show.addWidget(self.show_button)
        show.addWidget(self._counted)
        show.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 22, 24, 18)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._text, 1, 1)
        grid.addLayout(show, 2, 1)
        grid.addWidget(self.report, 3, 0, 1, 2)
        grid.setRowStretch(3, 1)
        grid.setRowMinimumHeight(4, 8)
        grid.addLayout(foot, 5, 0, 1, 2)

    def sizeHint(self) -> QSize:
        """Be as wide as the sentences want, and no wider."""
        return QSize(WIDTH, super().sizeHint().height())
