"""Which keys a command has: those of the table, or those the user gave it. Only differences are stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from types import MappingProxyType

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence

from reader.ui.article.fixed_keys import FIXED_KEYS
from reader.ui.commands.table import COMMANDS, MENUS
from reader.ui.kit.command_texts import access_key, key_text, plain_text, translate

Keys = tuple[str, ...]  # portable texts, as "Ctrl+H, 1"
KeyMap = Mapping[str, Keys]  # by the id of a command

DEFAULTS: KeyMap = MappingProxyType(
    {command.id: tuple(QKeySequence(key).toString() for key in command.keys) for command in COMMANDS}
)


def read_changes(stored: Iterable[str]) -> dict[str, Keys]:
    """Read `command=key` lines; unknown commands and what is no key are passed over."""
    lines = (line.partition("=")[::2] for line in stored)
    known = [(command, QKeySequence(key).toString()) for command, key in lines if _is_readable(command, key)]
    return {
        command: tuple(key for _command, key in of_it if key) for command, of_it in groupby(known, lambda pair: pair[0])
    }


def write_changes(changes: KeyMap) -> tuple[str, ...]:
    """Write the commands whose keys differ from the table, a line a key; `command=` is one without keys."""
    differing = {command: keys for command, keys in changes.items() if keys != DEFAULTS[command]}
    return tuple(f"{command}={key}" for command, keys in differing.items() for key in keys or ("",))


def key_map(changes: KeyMap) -> dict[str, Keys]:
    """Return the keys of every command; a key that the user gave to one is no longer that of another."""
    given = {key for command, keys in changes.items() for key in keys if key not in DEFAULTS[command]}
    kept = {command: tuple(key for key in keys if key not in given) for command, keys in DEFAULTS.items()}
    return kept | dict(changes)


def apply_keys(actions: Mapping[str, QAction], keys: KeyMap) -> None:
    """Give the actions their keys."""
    for command, of_it in keys.items():
        actions[command].setShortcuts([QKeySequence(key) for key in of_it])


def holder_of(key: str, keys: KeyMap, wanting: str) -> str:
    """Return the command that holds a key, or whose key begins with it or is its beginning; empty when it is free."""
    for command, held in keys.items():
        if command != wanting and any(_collide(key, other) for other in held):
            return command
    return ""


def fixed_holder_of(key: str) -> str:
    """Return what a key does that no command may take, in the language of the window; empty when it is free."""
    first = key.split(", ")[0]
    for fixed in FIXED_KEYS:
        if (fixed.act or fixed.group == "everywhere") and first in fixed.keys:
            return translate("FixedKey", fixed.text)
    for _identity, title, _entries in MENUS:
        text = translate("Menu", title)
        if first == f"Alt+{access_key(text)}":
            return plain_text(text)
    return ""


def is_usable(key: str) -> bool:
    """Tell whether a key can be given to a command: some are needed to move, to choose and to leave."""
    kept = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
    bare = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, *kept)
    first: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
    return first.key() not in bare or bool(first.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier)


def shown(key: str) -> str:
    """Write a key as the system does."""
    return key_text(QKeySequence(key))


def _collide(key: str, other: str) -> bool:
    """Tell whether two keys are the same or one begins with the other, so that the longer could never be finished."""
    return key == other or key.startswith(f"{other}, ") or other.startswith(f"{key}, ")


def _is_readable(command: str, key: str) -> bool:
    return command in DEFAULTS and (not key or bool(QKeySequence(key).toString()))
