"""The dialog that gives commands other keys; a key that is taken is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.features.keys.key_map import DEFAULTS, Keys, fixed_holder_of, holder_of, is_usable, key_map, shown
from reader.ui.features.keys.names import NamedCommand, menu_titles
from reader.ui.session.title_search import title_matches

CHORDS = 2  # strokes of the longest key
COMMAND_ROLE = Qt.ItemDataRole.UserRole


class KeyDialog(QDialog):
    """List every command with its keys, and record others."""

    changed = Signal(object)  # the keys that the user chose, by command

    def __init__(
        self, commands: Sequence[NamedCommand], changes: Mapping[str, Keys], sheet: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setStyleSheet(sheet)
        self.setObjectName("keyDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Change Keys"))
        self._commands = {named.id: named for named in commands}
        self._changes = dict(changes)
        self._replaces = True  # what is being recorded takes the place of the keys the command has
        self._items: dict[str, QTreeWidgetItem] = {}
        self.search = QLineEdit(self)
        self.search.setObjectName("keySearch")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Find a command"))
        self.search.setAccessibleName(self.tr("Find a command"))
        self.list = self._make_list()
        self.record = QKeySequenceEdit(self)
        self.record.setObjectName("keyRecorder")
        self.record.setMaximumSequenceLength(CHORDS)
        self.record.setFinishingKeyCombinations([QKeyCombination(Qt.Key.Key_Escape)])
        self.record.setAccessibleName(self.tr("New key"))
        self.record.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab would be recorded there
        keeps_room = self.record.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.record.setSizePolicy(keeps_room)
        self.record.hide()
        self.told = QLabel(self)
        self.told.setObjectName("keyTold")
        self.told.setWordWrap(True)
        self._buttons = {
            name: self._button(name, text)
            for name, text in (
                ("changeKey", self.tr("C&hange…")),
                ("addKey", self.tr("&Add Another…")),
                ("removeKey", self.tr("&No Key")),
                ("restoreKey", self.tr("&Restore")),
                ("restoreAllKeys", self.tr("Restore A&ll")),
            )
        }
        self._lay_out()
        self._connect()
        self._show_keys()
        self.list.setCurrentItem(next(iter(self._items.values())))
        self._explain()
        self.resize(640, 620)

    def keys_shown(self) -> dict[str, str]:
        """Return the keys that the list shows, by command."""
        return {command: item.text(1) for command, item in self._items.items()}

    def command(self) -> str:
        """Return the chosen command; empty on a heading."""
        item = self.list.currentItem()
        return str(item.data(0, COMMAND_ROLE) or "") if item else ""

    def begin(self, *, replaces: bool) -> None:
        """Wait for the new key of the chosen command."""
        if not self.command():
            return
        self._replaces = replaces
        text = self.tr("Press the new key of “{command}”; up to two strokes. Escape leaves it as it is.")
        self.told.setText(text.format(command=self._commands[self.command()].text))
        self.record.show()
        self.record.clear()
        self.record.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go down from the field into the list; record by Enter, take away by Delete."""
        if event.type() == QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.list and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
                self.begin(replaces=True)
                return True
            if watched is self.list and key == Qt.Key.Key_Delete:
                self._set_keys(())
                return True
        return bool(super().eventFilter(watched, event))

    # What the user does

    def _on_recorded(self) -> None:
        """Take the recorded key, or say why it cannot be taken."""
        if self.record.isHidden():
            return
        key = self.record.keySequence().toString()
        command = self.command()
        self.record.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not key:
            self._explain()
            return
        refusal = self._refusal(key, command)
        if refusal:
            self.told.setText(refusal)
            return
        before = () if self._replaces else self._keys()[command]
        self._set_keys(tuple(dict.fromkeys((*before, key))))

    def _refusal(self, key: str, command: str) -> str:
        """Say why a command cannot have a key; empty when it can."""
        if not is_usable(key):
            return self.tr("{key} is needed to move and to choose; take another one.").format(key=shown(key))
        fixed = fixed_holder_of(key)
        taken = self.tr("{key} already belongs to “{holder}”; nothing was changed.")
        if fixed:
            return taken.format(key=shown(key), holder=fixed)
        holder = holder_of(key, self._keys(), command)
        return taken.format(key=shown(key), holder=self._commands[holder].text) if holder else ""

    def _set_keys(self, keys: Keys) -> None:
        command = self.command()
        if not command:
            return
        self._changes[command] = keys
        text = self.tr("“{command}” now has {keys}.") if keys else self.tr("“{command}” has no key now.")
        self._tell_changed(text.format(command=self._commands[command].text, keys=_joined(keys)))

    def _restore(self) -> None:
        """Give the chosen command the key of the table again, unless another has it by now."""
        command = self.command()
        if not command:
            return
        for key in DEFAULTS[command]:
            holder = holder_of(key, self._keys(), command)
            if holder:
                taken = self.tr("{key} already belongs to “{holder}”; nothing was changed.")
                self.told.setText(taken.format(key=shown(key), holder=self._commands[holder].text))
                return
        self._changes.pop(command, None)
        self._tell_changed(self.tr("The key of “{command}” is restored.").format(command=self._commands[command].text))

    def _restore_all(self) -> None:
        self._changes.clear()
        self._tell_changed(self.tr("All keys are restored."))

    def _tell_changed(self, text: str) -> None:
        self._changes = {command: keys for command, keys in self._changes.items() if keys != DEFAULTS[command]}
        self._show_keys()
        self.told.setText(text)
        self.changed.emit(dict(self._changes))

    def _on_search(self, typed: str) -> None:
        wanted = "".join(typed.split()).casefold()
        for command, item in self._items.items():
            named = self._commands[command]
            texts = (named.text, named.other, item.text(1))
            item.setHidden(bool(wanted) and not any(title_matches(text, wanted) for text in texts if text))
        for at in range(self.list.topLevelItemCount()):
            top = self.list.topLevelItem(at)
            if top:
                of_it = (
                    self._items[named.id] for named in self._commands.values() if self._items[named.id].parent() is top
                )
                top.setHidden(all(item.isHidden() for item in of_it))
        shown = [item for item in self._items.values() if not item.isHidden()]
        if shown and self.list.currentItem() not in shown:
            self.list.setCurrentItem(shown[0])

    # What is shown

    def _keys(self) -> dict[str, Keys]:
        return key_map(self._changes)

    def _show_keys(self) -> None:
        """Write the keys beside the commands; changed ones stand out."""
        for command, keys in self._keys().items():
            item = self._items[command]
            item.setText(1, _joined(keys))
            font = item.font(1)
            font.setBold(command in self._changes)
            item.setFont(1, font)

    def _explain(self) -> None:
        self.told.setText(self.tr("Enter records a new key of the chosen command, Delete takes its key away."))

    def _make_list(self) -> QTreeWidget:
        view = QTreeWidget(self)
        view.setObjectName("keyList")
        view.setHeaderLabels([self.tr("Command"), self.tr("Key")])
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAccessibleName(self.tr("Commands and their keys"))
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        view.header().setStretchLastSection(False)
        for menu, title in menu_titles().items():
            top = QTreeWidgetItem(view, [title])
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for named in self._commands.values():
                if named.menu == menu:
                    item = QTreeWidgetItem(top, [named.text])
                    item.setData(0, COMMAND_ROLE, named.id)
                    self._items[named.id] = item
            top.setExpanded(True)
        return view

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        for button in close.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        row = QHBoxLayout()
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(10)
        for widget in (self.search, self.list, self.told, self.record):
            layout.addWidget(widget, 1 if widget is self.list else 0)
        layout.addLayout(row)
        layout.addWidget(close)

    def _connect(self) -> None:
        for watched in (self.search, self.list):
            watched.installEventFilter(self)
        self.search.textChanged.connect(self._on_search)
        self.list.itemDoubleClicked.connect(lambda _item, _column: self.begin(replaces=True))
        self.record.editingFinished.connect(self._on_recorded)
        acts = (
            lambda: self.begin(replaces=True),
            lambda: self.begin(replaces=False),
            lambda: self._set_keys(()),
            self._restore,
            self._restore_all,
        )
        for button, act in zip(self._buttons.values(), acts, strict=True):
            button.clicked.connect(lambda _checked=False, call=act: call())


def _joined(keys: Keys) -> str:
    return "   ".join(shown(key) for key in keys)
