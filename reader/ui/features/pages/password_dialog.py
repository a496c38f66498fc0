"""Ask for the password of a locked file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

WIDTH = 420  # pixels


class PasswordDialog(QDialog):
    """A field for the password, which is asked for again as long as it is wrong."""

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passwordDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Password"))
        self.setFixedWidth(WIDTH)
        question = QLabel(self.tr("“{name}” is locked. Enter its password to read it.").format(name=name), self)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setObjectName("passwordField")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Password"))
        self._show = QToolButton(self)
        self._show.setObjectName("showPassword")
        self._show.setCheckable(True)
        self._show.setText(self.tr("Show"))
        self._show.toggled.connect(self._show_letters)
        self._wrong = QLabel(self.tr("This password does not open the file; try again."), self)
        self._wrong.setObjectName("passwordWrong")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        hint = QLabel(self.tr("It is kept in memory only, until the program is closed."), self)
        hint.setObjectName("dialogHead")
        self._open = QPushButton(self.tr("Open"), self)
        self._open.setObjectName("givePassword")
        self._open.setProperty("primary", True)
        self._open.setDefault(True)
        self._open.setEnabled(False)
        self._open.clicked.connect(self._give)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setObjectName("givePasswordUp")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.field.textChanged.connect(self._on_typed)
        self._lay_out((question, self._wrong, hint), cancel)
        self.field.setFocus()

    def is_waiting(self) -> bool:
        """Tell whether a password is being tried."""
        return not self.field.isEnabled()

    def refuse(self) -> None:
        """Say that the password was wrong, and ask again."""
        self.go_on()
        self._wrong.show()
        self.adjustSize()

    def go_on(self) -> None:
        """Let the user type again."""
        self.field.setEnabled(True)
        self.field.selectAll()
        self.field.setFocus()
        self._open.setEnabled(bool(self.field.text()))

    def _give(self) -> None:
        self._wrong.hide()
        self.field.setEnabled(False)
        self._open.setEnabled(False)
        self.given.emit(self.field.text())

    def _on_typed(self, text: str) -> None:
        self._open.setEnabled(bool(text))
        self._wrong.hide()

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.field.setEchoMode(mode.Normal if shown else mode.Password)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))
        self.field.setFocus()

    def _lay_out(self, texts: tuple[QLabel, QLabel, QLabel], cancel: QPushButton) -> None:
        question, wrong, hint = texts
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(10)
        column.addWidget(question)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self._show)
        column.addLayout(row)
        column.addWidget(wrong)
        column.addWidget(hint)
        column.addSpacing(6)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._open)
        column.addLayout(buttons)
