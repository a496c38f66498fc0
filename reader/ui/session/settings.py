"""What the user has chosen, kept between sessions."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from reader.model.marks import COLOURS

RECENT_LIMIT = 12
TEXT_SIZES = (13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32)
DEFAULT_TEXT_SIZE = 17
MEASURES = (24, 28, 32, 36, 40, 44, 48, 54, 60)  # longest line, in Han characters
SPACINGS = (140, 150, 160, 170, 185, 200, 215, 230)  # height of a line, in hundredths of the text size


@dataclass(slots=True)
class Settings:
    """All settings; a field's name is its key in the settings file."""

    theme: str = "system"  # system, light, sepia, dark
    language: str = "system"  # system, zh, en
    text_size: int = DEFAULT_TEXT_SIZE  # pixels of the article's body
    show_contents: bool = True
    show_original: bool = False
    original_pages: bool = True  # the original of a PDF is shown as its pages, not as text
    show_left_out: bool = False
    show_side: bool = True
    show_marks: bool = True  # of figures and contacts in the text
    side_tab: str = "figures"  # figures, captions, contacts, dates
    side_scope: str = "article"  # article, issue
    side_by_value: bool = False
    show_marks_panel: bool = False  # in the place of the figures
    marks_alone: bool = False  # the figures were hidden when it was opened
    marks_scope: str = "article"  # article, issue, all
    marks_newest: bool = False
    marker: str = "yellow"  # colour of the next highlight
    marker_underline: bool = False
    keys: tuple[str, ...] = ()  # "command=key" for each key of a command whose keys the user changed
    recent_commands: tuple[str, ...] = ()  # given in the palette, latest first
    face: str = "serif"  # of the article; or sans
    measure: int = 40  # of MEASURES
    spacing: int = 185  # of SPACINGS
    justified: bool = True
    find_scope: str = "issue"  # article, issue
    find_list: bool = True  # list all matches
    searches: tuple[str, ...] = ()  # what was looked for, latest first
    hand_scope: str = "article"  # what was handed on last: article, section, issue
    hand_kind: str = ".pdf"  # suffix of a row of `publishers.PUBLISHERS`
    hand_parts: tuple[str, ...] = ()  # what is added: highlights, figures, contacts, provenance
    hand_paper: str = "a4"  # of `publication.PAPERS`
    hand_size: str = "10.5"  # points, of `publication.SIZES`
    hand_face: str = "serif"  # of `publication.FACES`
    hand_zoom: str = "page"  # of the preview: page, width
    hand_folder: str = ""  # where it was saved
    first_steps: bool = True  # are shown when the program is started without files
    recent: tuple[str, ...] = ()  # files, latest first
    last_folder: str = ""
    hand_geometry: bytes = b""  # of the dialog
    geometry: bytes = b""
    widths: bytes = b""  # state of the splitter between contents, article, original and panel
    side: bytes = b""  # state of the splitter between the original and what was left out


POSSIBLE: Mapping[str, tuple[Any, ...]] = MappingProxyType(
    {
        "theme": ("system", "light", "sepia", "dark"),
        "language": ("system", "zh", "en"),
        "text_size": TEXT_SIZES,
        "side_tab": ("figures", "captions", "contacts", "dates"),
        "side_scope": ("article", "issue"),
        "marks_scope": ("article", "issue", "all"),
        "marker": COLOURS,
        "face": ("serif", "sans"),
        "measure": MEASURES,
        "spacing": SPACINGS,
        "find_scope": ("article", "issue"),
        "hand_scope": ("article", "section", "issue"),
        "hand_zoom": ("page", "width"),
    }
)


def settings_file() -> QSettings:
    """Return the user's settings file."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "bulletin-reader", "bulletin-reader")


def load_settings(store: QSettings) -> Settings:
    """Read the settings; a missing or damaged value keeps its default."""
    settings = Settings()
    for field in fields(Settings):
        default = getattr(settings, field.name)
        if store.contains(field.name):
            setattr(settings, field.name, _converted(store.value(field.name), default))
            if not is_possible(field.name, getattr(settings, field.name)):
                print(f"bulletin-reader: {store.fileName()}: no such {field.name}; {default} is used", file=sys.stderr)
                setattr(settings, field.name, default)
    return settings


def is_possible(name: str, value: Any) -> bool:
    """Tell whether a setting can have a value, whoever wrote it there."""
    return name not in POSSIBLE or value in POSSIBLE[name]


def save_settings(settings: Settings, store: QSettings, known: Settings | None = None) -> None:
    """Write all settings to the file, or those that are not as `known`: another window may have changed others."""
    for field in fields(Settings):
        value = getattr(settings, field.name)
        if known and value == getattr(known, field.name):
            continue
        store.setValue(field.name, list(value) if isinstance(value, tuple) else _storable(value))
    store.sync()
    with contextlib.suppress(OSError):  # what was looked for and read is the user's own affair
        Path(store.fileName()).chmod(0o600)


def with_recent(recent: tuple[str, ...], path: Path) -> tuple[str, ...]:
    """Put a file first in the list of recent files."""
    name = str(path)
    return (name, *(other for other in recent if other != name))[:RECENT_LIMIT]


def _storable(value: Any) -> Any:
    return QByteArray(value) if isinstance(value, bytes) else value


def _converted(value: Any, default: Any) -> Any:
    """Give a value read from the file the type of its default."""
    if isinstance(default, bool):
        return str(value).lower() == "true"
    if isinstance(default, int):
        return int(value) if str(value).isdecimal() else default
    if isinstance(default, bytes):
        return bytes(value.data()) if isinstance(value, QByteArray) else default
    if isinstance(default, tuple):
        items = value if isinstance(value, list) else [value] if value else []
        return tuple(str(item) for item in items)
    return str(value)
