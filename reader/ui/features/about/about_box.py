"""What the program is: versions, licences of all that ships with it, where the data lie, and a report for a bug."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.app.data_folder import data_folder
from reader.ui.features.about.looks import FAMILIES, PlainDialog
from reader.ui.features.about.report import report, versions
from reader.ui.kit.elided_label import ElidedLabel
from reader.ui.kit.fonts import font_of
from reader.ui.kit.icons import app_icon
from reader.ui.session.settings import Settings

if TYPE_CHECKING:
    from reader.app.licences import ShippedPart

SIZE = QSize(840, 620)
ROOM = 24  # pixels around
LIST_WIDTH = 236
TEXT_ROLE = Qt.ItemDataRole.UserRole


class AboutBox(PlainDialog):
    """Tell about the program."""

    def __init__(self, settings: Settings, error: str = "", parent: QWidget | None = None) -> None:
        """`error` is the outline of the last unexpected error, for the report."""
        super().__init__(settings, parent)
        self.setObjectName("aboutBox")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._error = error
        self._picture = QLabel(self)
        self._picture.setPixmap(app_icon().pixmap(56, 56))
        self._title = self._label("aboutTitle")
        self._title.setFont(font_of(FAMILIES.serif, 24, bold=True))
        self._version = self._label("aboutVersion")
        self._text = self._label("aboutText", wraps=True)
        self._versions = self._label("aboutVersions", wraps=True)
        self._versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._folder_head = self._label("aboutHead")
        self._folder = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        self._folder.setObjectName("aboutFolder")
        self._folder.set_text(str(data_folder()))
        self._licence_head = self._label("aboutHead")
        self.list = QListWidget(self)
        self.list.setObjectName("licenceList")
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._show_licence)
        self.licence = QPlainTextEdit(self)
        self.licence.setObjectName("licenceText")
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.open_folder = self._button("openFolder", self._show_folder)
        self.copy = self._button("copyReport", self._copy_report)
        self.told = self._label("aboutTold")
        self.done_button = self._button("closeAbout", self.accept)
        self.done_button.setProperty("primary", True)
        self.done_button.setDefault(True)
        self._lay_out()
        self.retranslate()
        self.resize(SIZE.boundedTo(parent.size() - QSize(60, 60)) if parent else SIZE)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._fill)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.setWindowTitle(self.tr("About Bulletin Reader"))
        self._title.setText(self.tr("Bulletin Reader"))
        self._text.setText(
            self.tr(
                "Turns Chinese bulletin issues into a tree of clean, whole articles. Nothing is lost: what an article "
                "does not show is listed with its reason. The program never uses the network."
            )
        )
        self._folder_head.setText(self.tr("Your marks, places and settings are kept in"))
        self.open_folder.setText(self.tr("&Open Folder"))
        self._licence_head.setText(self.tr("What it is made of, under which licences"))
        self.list.setAccessibleName(self._licence_head.text())
        self.licence.setAccessibleName(self.tr("Text of the licence"))
        self.copy.setText(self.tr("&Copy Report for a Bug"))
        self.copy.setToolTip(self.tr("Versions, screen and settings; nothing of what you read or wrote"))
        self.done_button.setText(self.tr("Close"))

    def _fill(self) -> None:
        """List what takes a moment to find out, when the box can be seen already."""
        from reader.app.licences import shipped

        (_name, own), *others = versions()
        self._version.setText(self.tr("Version {version}").format(version=own) if own else "")
        self._versions.setText("   ".join(f"{name}\u00a0{number}".rstrip() for name, number in others))
        for part in shipped():
            self._add(part)
        self.list.setCurrentRow(0)

    def _add(self, part: ShippedPart) -> None:
        item = QListWidgetItem(part.name, self.list)
        item.setToolTip(" · ".join(filter(None, (part.name, part.version, part.licence))))
        head = f"{part.name} {part.version}".rstrip()
        text = part.text or QCoreApplication.translate("AboutBox", "The text of this licence is not at hand.")
        item.setData(TEXT_ROLE, f"{head}\n{part.licence}\n\n{text.strip()}\n")

    def _show_licence(self, item: QListWidgetItem | None) -> None:
        self.licence.setPlainText(str(item.data(TEXT_ROLE)) if item else "")

    def _show_folder(self) -> None:
        """Show the data folder in the file manager."""
        folder = data_folder()
        if not show_folder(folder):
            self.told.setText(self.tr("The folder is not there yet, or nothing here can show it."))

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(report(self._settings, self.parentWidget(), self._error))
        self.told.setText(self.tr("Copied. It holds nothing of what you read or wrote."))

    def _label(self, name: str, *, wraps: bool = False) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setIndent(0)  # labels with an edge of their own are set in otherwise
        label.setWordWrap(wraps)
        return label

    def _button(self, name: str, act: object) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(self._title)
        title.addWidget(self._version, 1, Qt.AlignmentFlag.AlignBottom)
        head = QGridLayout()
        head.setHorizontalSpacing(18)
        head.setVerticalSpacing(4)
        head.setColumnStretch(1, 1)
        head.addWidget(self._picture, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        head.addLayout(title, 0, 1)
        head.addWidget(self._text, 1, 1)
        head.addWidget(self._versions, 2, 1)
        folder = QHBoxLayout()
        folder.setSpacing(12)
        folder.addWidget(self._folder, 1)
        folder.addWidget(self.open_folder)
        parts = QHBoxLayout()
        parts.setSpacing(10)
        parts.addWidget(self.list)
        parts.addWidget(self.licence, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.copy)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM - 4, ROOM, ROOM - 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(16)
        column.addWidget(_line(self))
        column.addSpacing(12)
        column.addWidget(self._folder_head)
        column.addLayout(folder)
        column.addSpacing(12)
        column.addWidget(self._licence_head)
        column.addSpacing(4)
        column.addLayout(parts, 1)
        column.addSpacing(16)
        column.addLayout(foot)


def show_folder(folder: Path) -> bool:
    """Show a folder in the file manager; tell whether that could be done."""
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("aboutLine")
    return line
