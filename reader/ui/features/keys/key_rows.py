"""The rows of the sheet of keys: every command by its menu, and the keys that are no commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.ui.article.fixed_keys import FIXED_KEYS, GROUPS
from reader.ui.features.keys.key_map import Keys, shown
from reader.ui.features.keys.names import NamedCommand, menu_titles
from reader.ui.kit.command_texts import translate
from reader.ui.session.title_search import title_matches

HEAD_ROWS = 2  # height of a title, in rows


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line of the sheet."""

    text: str
    keys: Keys  # as the system writes them
    other: str = ""  # the text in the other language


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The lines of one menu, or of one place where keys are no commands."""

    title: str
    rows: tuple[KeyRow, ...]


def key_groups(commands: Sequence[NamedCommand], keys: Mapping[str, Keys]) -> tuple[KeyGroup, ...]:
    """List all keys: first those for reading, then those of the menus; a command without a key is left out."""
    fixed = [
        KeyGroup(
            translate("FixedKey", title),
            tuple(
                KeyRow(translate("FixedKey", row.text), tuple(shown(key) for key in row.keys), row.text)
                for row in FIXED_KEYS
                if row.group == group
            ),
        )
        for group, title in GROUPS
    ]
    menus = [
        KeyGroup(
            title,
            tuple(
                KeyRow(named.text, tuple(shown(key) for key in keys[named.id]), named.other)
                for named in commands
                if named.menu == menu and keys[named.id]
            ),
        )
        for menu, title in menu_titles().items()
    ]
    return tuple(group for group in (*fixed, *menus) if group.rows)


def matching_groups(groups: Sequence[KeyGroup], typed: str) -> tuple[KeyGroup, ...]:
    """Keep the rows whose text or key answers to what was typed."""
    wanted = "".join(typed.split()).casefold()
    if not wanted:
        return tuple(groups)
    kept = (KeyGroup(group.title, tuple(row for row in group.rows if _answers(row, wanted))) for group in groups)
    return tuple(group for group in kept if group.rows)


def columns_of(groups: Sequence[KeyGroup], count: int) -> list[list[KeyGroup]]:
    """Share groups among columns in their order, about equally high."""
    limit = max((_height(group) for group in groups), default=0)
    while len(columns := _packed(groups, limit)) > count:
        limit += 1
    return columns + [[] for _ in range(count - len(columns))]


def _packed(groups: Sequence[KeyGroup], limit: int) -> list[list[KeyGroup]]:
    """Fill one column after the other up to a height."""
    columns: list[list[KeyGroup]] = []
    room = 0
    for group in groups:
        if _height(group) > room:
            columns.append([])
            room = limit
        columns[-1].append(group)
        room -= _height(group)
    return columns


def _height(group: KeyGroup) -> int:
    return len(group.rows) + HEAD_ROWS


def _answers(row: KeyRow, wanted: str) -> bool:
    keys = "".join(row.keys).replace(" ", "").casefold()
    return wanted in keys or any(title_matches(text, wanted) for text in (row.text, row.other) if text)
