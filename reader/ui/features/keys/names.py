"""What commands are called, in the language of the window and in the other one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QTranslator

from reader.app.paths import resource
from reader.ui.commands.table import COMMANDS, MENUS, SUBMENUS, Command
from reader.ui.kit.command_texts import plain_text, translate

SUBMENU = "menu:"
COLONS = MappingProxyType({"zh": "：", "en": ": "})
Translate = Callable[[str, str], str | None]


@dataclass(frozen=True, slots=True)
class NamedCommand:
    """A command as it is shown and found."""

    id: str
    text: str  # with the submenu it is in, as in “Theme: Light”
    other: str  # the same in the other language
    menu: str  # id of the menu that leads to it


def named_commands(language: str) -> tuple[NamedCommand, ...]:
    """Name all commands in the order of the menus; `language` is the one of the window."""
    other = "en" if language == "zh" else "zh"
    catalogue = _catalogue(other)  # kept until all texts are translated
    commands = {command.id: command for command in COMMANDS}
    return tuple(
        NamedCommand(
            identity,
            _joined(commands[identity], submenu, translate, COLONS[language]),
            _joined(commands[identity], submenu, catalogue.translate, COLONS[other]),
            menu,
        )
        for menu, submenu, identity in _placed()
    )


def menu_titles() -> dict[str, str]:
    """Return the titles of the menus of the bar by id, in the language of the window."""
    return {identity: plain_text(translate("Menu", title)) for identity, title, _entries in MENUS}


def _placed() -> Iterator[tuple[str, str, str]]:
    """Yield the menu, the title of the submenu or nothing, and the id of each command."""
    inner = {identity: (title, entries) for identity, title, entries in SUBMENUS}
    for menu, _title, entries in MENUS:
        for entry in entries:
            if entry.startswith(SUBMENU):
                title, commands = inner[entry.removeprefix(SUBMENU)]
                yield from ((menu, title, command) for command in commands if command)
            elif entry:
                yield menu, "", entry


def _joined(command: Command, submenu: str, translated: Translate, colon: str) -> str:
    """Write a command with the submenu that it would be ambiguous without."""
    text = plain_text(_said(translated, "Command", command.text))
    return f"{plain_text(_said(translated, 'Menu', submenu))}{colon}{text}" if submenu else text


def _said(translated: Translate, context: str, text: str) -> str:
    return translated(context, text) or text


def _catalogue(language: str) -> QTranslator:
    """Load the texts of a language without making the program speak it."""
    catalogue = QTranslator()
    catalogue.load(str(resource(f"translations/bulletin_{language}.qm")))
    return catalogue
