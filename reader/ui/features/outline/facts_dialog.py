"""The dialog for the facts of an issue: title, number, date and publisher."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget


class FactsDialog(QDialog):
    """Let the user edit what the issue is called."""

    def __init__(self, facts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("factsDialog")
        self.setWindowTitle(self.tr("Title and Date of the Issue"))
        self.setMinimumWidth(420)
        names = {
            "title": self.tr("Title:"),
            "number": self.tr("Number:"),
            "date": self.tr("Date:"),
            "publisher": self.tr("Publisher:"),
        }
        form = QFormLayout()
        self.fields = {name: QLineEdit(facts[name], self) for name in names}
        for name, label in names.items():
            self.fields[name].setObjectName(f"{name}Field")
            form.addRow(label, self.fields[name])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def facts(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {name: field.text() for name, field in self.fields.items()}


def ask_facts(parent: QWidget, facts: Mapping[str, str]) -> dict[str, str] | None:
    """Ask for the facts of an issue; nothing where the user changed his mind."""
    dialog = FactsDialog(facts, parent)
    return dialog.facts() if dialog.exec() == QDialog.DialogCode.Accepted else None
