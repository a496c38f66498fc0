"""Menus whose entries are not commands of the table: encodings and recent files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QMenu

ENCODINGS = ("&UTF-8", "&GB18030", "&Big5", "UTF-&16")


def fill_encoding_menu(menu: QMenu, choose: Callable[[str], None]) -> None:
    """List the encodings that a file can be read in."""
    for text in ENCODINGS:
        encoding = text.replace("&", "")
        action = menu.addAction(text)
        action.setObjectName(f"encoding_{encoding}")
        action.triggered.connect(lambda _checked=False, name=encoding: choose(name))


def fill_recent_menu(menu: QMenu, names: Iterable[str], choose: Callable[[Path], None]) -> None:
    """List the files opened lately."""
    menu.clear()
    for number, name in enumerate(names, 1):
        digit = f"&{number}" if number < 10 else f"{number}"
        action = menu.addAction(f"{digit}  {Path(name).name.replace('&', '&&')}")
        action.setToolTip(name)
        action.triggered.connect(lambda _checked=False, path=Path(name): choose(path))
    menu.setToolTipsVisible(True)
