"""The dialog in which a row is set right, or a missing one described."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.corrections import COMPARATORS, CONTACT_FIELDS, FIGURE_FIELDS, LISTS, Fields, value_of
from reader.model.kinds import ContactRole, FigureKind
from reader.ui.features.panel.wording import kind_text, role_text
from reader.ui.kit.i18n import QT_TRANSLATE_NOOP

NAMES = {
    "kind": QT_TRANSLATE_NOOP("RowEditor", "&Kind"),
    "label": QT_TRANSLATE_NOOP("RowEditor", "&What it measures"),
    "value_low": QT_TRANSLATE_NOOP("RowEditor", "&Value"),
    "value_high": QT_TRANSLATE_NOOP("RowEditor", "U&pper value"),
    "unit": QT_TRANSLATE_NOOP("RowEditor", "&Unit"),
    "comparator": QT_TRANSLATE_NOOP("RowEditor", "&Bound"),
    "role": QT_TRANSLATE_NOOP("RowEditor", "&Role"),
    "persons": QT_TRANSLATE_NOOP("RowEditor", "&Names"),
    "title": QT_TRANSLATE_NOOP("RowEditor", "P&ost"),
    "orgs": QT_TRANSLATE_NOOP("RowEditor", "&Organisation"),
    "phones": QT_TRANSLATE_NOOP("RowEditor", "&Telephone"),
    "fax": QT_TRANSLATE_NOOP("RowEditor", "&Fax"),
    "emails": QT_TRANSLATE_NOOP("RowEditor", "&E-mail"),
    "urls": QT_TRANSLATE_NOOP("RowEditor", "&Web"),
    "accounts": QT_TRANSLATE_NOOP("RowEditor", "A&ccounts"),
    "address": QT_TRANSLATE_NOOP("RowEditor", "&Address"),
}
FIRST = {"figure": "label", "contact": "persons"}  # what is wrong most often
SEVERAL = re.compile(r"[、；;]|,\s|，")
JOINT = "、"
WIDTH = 420


class RowEditor(QDialog):
    """Let the user give a row other fields; what cannot be read as a value is not taken."""

    given = Signal(object)  # the Fields

    def __init__(self, what: str, fields: Fields, printed: str, sheet: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rowEditor")
        self.setStyleSheet(sheet)
        self._what = what
        self._quote = QLabel(printed, self)
        self._quote.setObjectName("rowPrinted")
        self._quote.setWordWrap(True)
        self._told = QLabel(self)
        self._told.setObjectName("rowTold")
        self._told.setWordWrap(True)
        self._told.hide()
        names = CONTACT_FIELDS if what == "contact" else FIGURE_FIELDS
        self._fields = {name: self._field(name, fields.get(name, "")) for name in names}
        self._lay_out()
        self._fields[FIRST[what]].setFocus()

    def fields(self) -> Fields:
        """Return what is in the fields."""
        found: Fields = {}
        for name, field in self._fields.items():
            text = str(field.currentData()) if isinstance(field, QComboBox) else field.text().strip()
            found[name] = [part.strip() for part in SEVERAL.split(text) if part.strip()] if name in LISTS else text
        return found

    def accept(self) -> None:
        """Give the fields back, unless a value is none."""
        fields = self.fields()
        wrong = next((name for name in ("value_low", "value_high") if not _is_a_value(fields, name)), "")
        if wrong:
            self._told.setText(self.tr("“{value}” is not a number.").format(value=fields[wrong]))
            self._told.show()
            self._fields[wrong].setFocus()
            return
        super().accept()
        self.given.emit(fields)

    def _field(self, name: str, value: str | list[str]) -> QLineEdit | QComboBox:
        choices = _choices(name)
        field: QLineEdit | QComboBox
        if choices:
            field = QComboBox(self)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            for choice, text in choices.items():
                field.addItem(text, choice)
            field.setCurrentIndex(max(field.findData(value), 0))
        else:
            field = QLineEdit(value if isinstance(value, str) else JOINT.join(value), self)
        field.setObjectName(f"row_{name}")
        return field

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, field in self._fields.items():
            form.addRow(self.tr(NAMES[name]), field)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        for part in (self._quote, self._told):
            layout.addWidget(part)
        layout.insertLayout(1, form)
        layout.addWidget(buttons)
        self.setMinimumWidth(WIDTH)


def _choices(name: str) -> Mapping[str, str]:
    """Return what a field may hold with its names in the user's language; nothing where that is free."""
    known: dict[str, tuple[tuple[str, ...], Callable[[str], str]]] = {
        "kind": (get_args(FigureKind), kind_text),
        "role": (get_args(ContactRole), role_text),
        "comparator": (COMPARATORS, str),
    }
    values, named = known.get(name, ((), str))
    return {value: named(value) for value in values}


def _is_a_value(fields: Fields, name: str) -> bool:
    try:
        value_of(str(fields.get("kind", "")), str(fields.get(name, "")))
    except ValueError:
        return False
    return True
