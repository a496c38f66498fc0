"""Which marks to save, and as what: a dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from reader.ui.features.memory.moving import FORMATS
from reader.ui.kit.i18n import QT_TRANSLATE_NOOP

SCOPES = (
    ("article", QT_TRANSLATE_NOOP("MarksScope", "This &article")),
    ("issue", QT_TRANSLATE_NOOP("MarksScope", "This &issue")),
    ("all", QT_TRANSLATE_NOOP("MarksScope", "A&ll issues")),
)


class MarksDialog(QDialog):
    """Ask which marks are to be saved, and in which format."""

    chosen = Signal(str, int)  # id of the scope; number of the format

    def __init__(self, scopes: Sequence[str], parent: QWidget | None = None) -> None:
        """Offer the scopes; the first that can be had is chosen."""
        super().__init__(parent)
        self.setObjectName("marksDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export Marks"))
        translate = QCoreApplication.translate
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        self._scopes = QButtonGroup(self)
        layout.addWidget(_head(self.tr("Which marks")))
        for number, (identity, text) in enumerate(SCOPES):
            button = QRadioButton(translate("MarksScope", text), self)
            button.setObjectName(f"scope_{identity}")
            button.setEnabled(identity in scopes)
            button.setChecked(identity == scopes[0])
            self._scopes.addButton(button, number)
            layout.addWidget(button)
        layout.addSpacing(8)
        layout.addWidget(_head(self.tr("Save them as")))
        self._formats = QButtonGroup(self)
        for number, kind in enumerate(FORMATS):
            button = QRadioButton(translate("MarksFormat", kind.text), self)
            button.setObjectName(f"format_{kind.id}")
            button.setChecked(number == 0)
            self._formats.addButton(button, number)
            layout.addWidget(button)
        layout.addSpacing(12)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self)
        save = buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(self.tr("Save As…"))
        save.setObjectName("saveMarks")
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Tell what was chosen."""
        super().accept()
        self.chosen.emit(SCOPES[self._scopes.checkedId()][0], self._formats.checkedId())


def _head(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("dialogHead")
    return label
