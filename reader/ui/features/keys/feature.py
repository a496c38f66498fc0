"""The keyboard of the window: its keys, panes and Escape; palette, sheet and dialog are made when first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from reader.ui.commands.table import name_actions
from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.kit.columns import WindowColumns
from reader.ui.kit.i18n import resolve_language
from reader.ui.kit.theme import Theme, style_sheet

if TYPE_CHECKING:
    from reader.ui.features.keys.key_sheet import KeySheet
    from reader.ui.features.keys.names import NamedCommand
    from reader.ui.features.keys.palette import Palette
    from reader.ui.features.keys.palette_model import PaletteChoice
    from reader.ui.features.keys.panes import Panes
    from reader.ui.session.opened import OpenedIssue

RECENT_LIMIT = 8
COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeysFeature(Feature):
    """Give the commands their keys, and show the views that are about keys."""

    def __init__(self, ground: FeatureGround, actions: dict[str, QAction]) -> None:
        super().__init__(ground)
        self._actions = actions
        self._shown_panes: tuple[QWidget, ...] = ()
        self._parts: tuple[QWidget, ...] = ()
        self._columns: WindowColumns | None = None
        self.panes: Panes | None = None  # from the first page on
        self.palette: Palette | None = None
        self.sheet: KeySheet | None = None
        self._changes: dict[str, tuple[str, ...]] = {}
        if self._settings.keys:
            self._use_stored_keys()
        self._article.painted.connect(self._on_painted)
        self._article.reading.article_wanted.connect(self._session.step_article)
        self._window.installEventFilter(self)

    def set_panes(
        self, panes: Sequence[QWidget], columns: WindowColumns, before: Sequence[QWidget], after: Sequence[QWidget]
    ) -> None:
        """Go through these panes in their columns by key; Tab goes through what stands before and after them too."""
        self._columns = columns
        self._shown_panes = tuple(panes)
        self._parts = (*before, *panes, *after)

    def order_tabs(self) -> None:
        """Let Tab follow the window from the top left to the foot."""
        from reader.ui.features.keys.panes import order_tabs

        order_tabs(self._parts)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        if self.panes:
            self.panes.ring.theme = theme
            self.panes.ring.update()
        for overlay in (self.palette, self.sheet):
            if overlay:
                overlay.set_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for overlay in (self.palette, self.sheet):
            if overlay:
                overlay.retranslate()

    def step_pane(self, step: int) -> None:
        """Take the keyboard to the next pane or to the one before."""
        self._watch_panes().step(step)

    def show_caret(self, wanted: bool) -> None:
        """Move a caret in the article by key until it is switched off."""
        self._article.reading.show_caret(wanted)
        if wanted:
            self._article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear what no other widget wanted: letters in lists are no commands, Escape leads back to the article."""
        if watched is self._window and event.type() == QEvent.Type.ShortcutOverride:
            if self._types_letters(event):
                event.accept()
                return True
        elif watched is self._window and event.type() == QEvent.Type.KeyPress and self._leads_back(event):
            self._lead_back()
            return True
        return bool(super().eventFilter(watched, event))

    def _types_letters(self, event: QEvent) -> bool:
        """Tell whether a key is a letter for the list that has the focus; text fields keep theirs by themselves."""
        if not isinstance(QApplication.focusWidget(), QAbstractItemView):
            return False
        text, held = event.text(), event.modifiers()  # type: ignore[attr-defined]
        return bool(text.isalnum() and not held & COMMANDING)

    def _leads_back(self, event: QEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self._article.isVisible()  # type: ignore[attr-defined]

    def _lead_back(self) -> None:
        """Go to the article; who is there already leaves the full screen, which shows no other way out."""
        if self._article.hasFocus() and self._actions["full_screen"].isChecked():
            self._actions["full_screen"].trigger()
        self._article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_painted(self) -> None:
        if self.panes is None:
            self._watch_panes()
            self.order_tabs()

    def widen(self, step: int) -> None:
        """Give the pane that has the keyboard more room, or less."""
        if self._columns:
            self._columns.widen(QApplication.focusWidget(), step)

    def _watch_panes(self) -> Panes:
        """Show where the keyboard is, once the first page has been seen or a key asks for it."""
        from reader.ui.features.keys.panes import Panes

        if self.panes is None:
            self.panes = Panes(self._shown_panes, self._theme, self._window)
        return self.panes

    def _use_stored_keys(self) -> None:
        from reader.ui.features.keys.key_map import apply_keys, key_map, read_changes

        self._changes = read_changes(self._settings.keys)
        apply_keys(self._actions, key_map(self._changes))

    # Views

    def _named(self) -> tuple[NamedCommand, ...]:
        from reader.ui.features.keys.names import named_commands

        return named_commands(resolve_language(self._settings.language))

    def show_palette(self) -> None:
        """Find a command or an article by typing."""
        from reader.ui.features.keys.palette import Palette

        if self.palette is None:
            self.palette = Palette(self._window, self._session.jobs, (self._families, self._theme))
            self.palette.command_chosen.connect(self._give)
            self.palette.article_chosen.connect(self._read)
        self.palette.toggle = self._actions["palette"].shortcut().toString()
        self.palette.ask(self._choices(), self._issues(), self._settings.recent_commands)

    def show_sheet(self) -> None:
        """Show all keys."""
        from reader.ui.features.keys.key_map import key_map
        from reader.ui.features.keys.key_rows import key_groups
        from reader.ui.features.keys.key_sheet import KeySheet

        if self.sheet is None:
            self.sheet = KeySheet(self._window, (self._families, self._theme))
        self.sheet.toggle = self._actions["key_sheet"].shortcut().toString()
        self.sheet.ask(key_groups(self._named(), key_map(self._changes)))

    def show_dialog(self) -> None:
        """Let the user choose other keys."""
        from reader.ui.features.keys.key_dialog import KeyDialog

        sheet = style_sheet(self._theme, self._families.sans, self._families.serif, "keys")
        dialog = KeyDialog(self._named(), self._changes, sheet, self._window)
        dialog.changed.connect(self._change_keys)
        dialog.open()

    def _change_keys(self, changes: dict[str, tuple[str, ...]]) -> None:
        """Use other keys from now on."""
        from reader.ui.features.keys.key_map import apply_keys, key_map, write_changes

        self._changes = changes
        self._settings.keys = write_changes(changes)
        apply_keys(self._actions, key_map(changes))
        name_actions(self._actions)

    # The palette

    def _choices(self) -> tuple[PaletteChoice, ...]:
        from reader.ui.features.keys.key_map import key_map, shown
        from reader.ui.features.keys.palette_model import PaletteChoice

        keys = key_map(self._changes)
        choices = []
        for named in self._named():
            action = self._actions[named.id]
            key = shown(keys[named.id][0]) if keys[named.id] else ""
            choices.append(
                PaletteChoice(named.text, key, named.id, named.other, action.isEnabled(), action.isChecked())
            )
        return tuple(choices)

    def _issues(self) -> tuple[OpenedIssue, ...]:
        """Return the open issues, the one in front first."""
        current = self._session.current()
        return tuple(sorted(self._session.issues(), key=lambda opened: opened is not current))

    def _give(self, command: str) -> None:
        """Give a command and keep it among the recent ones."""
        others = (other for other in self._settings.recent_commands if other != command)
        self._settings.recent_commands = (command, *others)[:RECENT_LIMIT]
        self._actions[command].trigger()

    def _read(self, opened: OpenedIssue, entry: int) -> None:
        """Read an article of an open issue."""
        self._session.bring_to_front(opened)
        self._session.go_to(entry)
        self._article.setFocus(Qt.FocusReason.OtherFocusReason)
