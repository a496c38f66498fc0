"""What a tab lists, for Qt: a thin model of sections and the mentions below them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from reader.ui.features.panel.faces import Around, face_of, spoken, tip_of
from reader.ui.features.panel.sections import Mention, PanelSection, size_of
from reader.ui.kit.index import Index
from reader.ui.kit.section_model import OWN_ROLE, ROW_ROLE, SECTION_ROLE, TOP, SectionModel

MENTION_ROLE = ROW_ROLE
FACE_ROLE = OWN_ROLE
SHARE_ROLE = OWN_ROLE + 1


class MentionModel(SectionModel):
    """Show sections of mentions; what a row says is worked out when it is asked for."""

    def __init__(self, tab: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tab = tab
        self._around = Around()

    def show(self, sections: tuple[PanelSection, ...], around: Around) -> None:
        """Show other mentions."""
        self._around = around
        self.replace(sections)

    def mentions(self) -> tuple[Mention, ...]:
        """Return all mentions in the order of their rows."""
        return tuple(mention for section in self._sections for mention in section.rows)

    def is_whole(self) -> bool:
        """Tell whether rows name their article."""
        return self._around.is_whole

    def around(self) -> Around:
        """Return what the rows know besides their mentions."""
        return self._around

    def index_of(self, mention: Mention) -> QModelIndex:
        """Return the index of a mention; invalid when it is not shown."""
        return self.find(lambda row: row is mention)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a mention, its face, its share of the largest, or what is said of it."""
        if not index.isValid():
            return None
        if index.internalId() == TOP:
            return _section_data(self._sections[index.row()], role)
        section = self._sections[index.internalId() - 1]
        mention = section.rows[index.row()]
        if role == MENTION_ROLE:
            return mention
        if role == SHARE_ROLE:
            return _share(section, mention)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_of(mention, self._around)
        if role in (FACE_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            face = face_of(self.tab, mention, self._around)
            return face if role == FACE_ROLE else spoken(face)
        return None


def _section_data(section: PanelSection, role: int) -> Any:
    if role == SECTION_ROLE:
        return section
    if role == Qt.ItemDataRole.DisplayRole:
        return section.title
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{section.title}, {section.count}"
    return None


def _share(section: PanelSection, mention: Mention) -> float | None:
    """Return a value as a share of the largest of its unit, 0 to 1."""
    if not section.largest:
        return None
    return min(max(float(size_of(mention, section.in_base) / section.largest), 0.0), 1.0)  # type: ignore[arg-type]
