"""Every command of the window as one table; menus, tool bar and shortcuts are made from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from reader.ui.i18n import QT_TRANSLATE_NOOP
from reader.ui.icons import themed_icon
from reader.ui.theme import Theme

SEPARATOR = ""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `handler` names a method of `commands.Commands`; `needs` says when it can be given."""

    id: str
    text: str
    handler: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""  # "": always; issue, article, back, forward, opening
    check: str = ""  # "": an act; on: can be switched; the name of a group: one of several
    tip: str = ""


COMMANDS = (
    Command("open", QT_TRANSLATE_NOOP("Command", "&Open…"), "ask_open_files", ("Ctrl+O",), "open"),
    Command("open_folder", QT_TRANSLATE_NOOP("Command", "Open &Folder…"), "ask_open_folder", ("Ctrl+Shift+O",)),
    Command("open_samples", QT_TRANSLATE_NOOP("Command", "Open &Sample Issues"), "open_samples"),
    Command("close_issue", QT_TRANSLATE_NOOP("Command", "&Close Issue"), "close_issue", ("Ctrl+W",), needs="issue"),
    Command("cancel", QT_TRANSLATE_NOOP("Command", "Cancel O&pening"), "cancel_opening", needs="opening"),
    Command("quit", QT_TRANSLATE_NOOP("Command", "&Quit"), "quit", ("Ctrl+Q",)),
    Command("copy", QT_TRANSLATE_NOOP("Command", "&Copy"), "copy_selection", ("Ctrl+C",), needs="issue"),
    Command("select_all", QT_TRANSLATE_NOOP("Command", "Select &All"), "select_all", ("Ctrl+A",), needs="issue"),
    Command("filter", QT_TRANSLATE_NOOP("Command", "&Filter Contents"), "focus_filter",
            ("Ctrl+L", "Ctrl+Shift+F"), "search", "issue"),
    Command("contents", QT_TRANSLATE_NOOP("Command", "&Contents"), "show_contents",
            ("Ctrl+T",), "contents", "issue", "on",
            QT_TRANSLATE_NOOP("Command", "Show or hide the contents")),
    Command("original", QT_TRANSLATE_NOOP("Command", "&Original"), "show_original",
            ("Ctrl+U",), "original", "issue", "on",
            QT_TRANSLATE_NOOP("Command", "Show the original text beside the article")),
    Command("left_out", QT_TRANSLATE_NOOP("Command", "&What Was Left Out"), "show_left_out",
            ("Ctrl+Shift+U",), "left_out", "issue", "on",
            QT_TRANSLATE_NOOP("Command", "List what the articles do not show, and why")),
    Command("side", QT_TRANSLATE_NOOP("Command", "Figures and Contacts &Panel"), "show_side",
            ("F9",), "side", "issue", "on",
            QT_TRANSLATE_NOOP("Command", "Show or hide figures, captions, contacts and dates")),
    Command("side_figures", QT_TRANSLATE_NOOP("Command", "&Figures"), "show_figures", ("Ctrl+1",), needs="issue"),
    Command("side_captions", QT_TRANSLATE_NOOP("Command", "C&aptions"), "show_captions", ("Ctrl+2",), needs="issue"),
    Command("side_contacts", QT_TRANSLATE_NOOP("Command", "&Contacts"), "show_contacts_list", ("Ctrl+3",),
            needs="issue"),
    Command("side_dates", QT_TRANSLATE_NOOP("Command", "&Dates"), "show_dates", ("Ctrl+4",), needs="issue"),
    Command("marks", QT_TRANSLATE_NOOP("Command", "&Mark Figures and Contacts"), "show_marks", ("F2",),
            needs="issue", check="on"),
    Command("larger", QT_TRANSLATE_NOOP("Command", "&Larger Text"), "larger_text", ("Ctrl++", "Ctrl+="), "larger"),
    Command("smaller", QT_TRANSLATE_NOOP("Command", "&Smaller Text"), "smaller_text", ("Ctrl+-",), "smaller"),
    Command("normal_size", QT_TRANSLATE_NOOP("Command", "&Normal Text Size"), "normal_text", ("Ctrl+0",)),
    Command("theme_system", QT_TRANSLATE_NOOP("Command", "Like the &System"), "set_theme_system", check="theme"),
    Command("theme_light", QT_TRANSLATE_NOOP("Command", "&Light"), "set_theme_light", check="theme"),
    Command("theme_dark", QT_TRANSLATE_NOOP("Command", "&Dark"), "set_theme_dark", check="theme"),
    Command("language_system", QT_TRANSLATE_NOOP("Command", "Like the &System"), "set_language_system",
            check="language"),
    Command("language_zh", "中文", "set_language_zh", check="language"),
    Command("language_en", "English", "set_language_en", check="language"),
    Command("full_screen", QT_TRANSLATE_NOOP("Command", "F&ull Screen"), "full_screen", ("F11",), check="on"),
    Command("back", QT_TRANSLATE_NOOP("Command", "&Back"), "go_back", ("Alt+Left", "Back"), "back", "back"),
    Command("forward", QT_TRANSLATE_NOOP("Command", "&Forward"), "go_forward",
            ("Alt+Right", "Forward"), "forward", "forward"),
    Command("previous", QT_TRANSLATE_NOOP("Command", "&Previous Article"), "previous_article",
            ("Alt+Up", "Ctrl+PgUp"), "previous", "article"),
    Command("next", QT_TRANSLATE_NOOP("Command", "&Next Article"), "next_article",
            ("Alt+Down", "Ctrl+PgDown"), "next", "article"),
    Command("next_doubtful", QT_TRANSLATE_NOOP("Command", "Next &Doubtful Place"), "next_doubtful", ("F4",),
            needs="issue"),
    Command("next_issue", QT_TRANSLATE_NOOP("Command", "Next &Issue"), "next_issue", ("Ctrl+Tab",), needs="issue"),
    Command("previous_issue", QT_TRANSLATE_NOOP("Command", "Pre&vious Issue"), "previous_issue", ("Ctrl+Shift+Tab",),
            needs="issue"),
    Command("toggle_read", QT_TRANSLATE_NOOP("Command", "Mark as Rea&d or Unread"), "toggle_read", ("Ctrl+R",),
            needs="article"),
    Command("all_read", QT_TRANSLATE_NOOP("Command", "Mark A&ll as Read"), "mark_all_read", ("Ctrl+Shift+R",),
            needs="article"),
    Command("export_marks", QT_TRANSLATE_NOOP("Command", "&Export Marks…"), "export_marks", ("Ctrl+Shift+E",)),
    Command("import_marks", QT_TRANSLATE_NOOP("Command", "&Import Marks…"), "import_marks", needs="issue"),
    Command("export_data", QT_TRANSLATE_NOOP("Command", "Export All &Data…"), "export_data"),
    Command("import_data", QT_TRANSLATE_NOOP("Command", "Im&port All Data…"), "import_data"),
    Command("about", QT_TRANSLATE_NOOP("Command", "&About Bulletin Reader"), "show_about"),
)  # fmt: skip

# A menu is (id, title, entries); an entry is the id of a command, a separator or the id of a submenu as "menu:…".
MENUS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("file", QT_TRANSLATE_NOOP("Menu", "&File"), (
        "open", "open_folder", "menu:recent", "open_samples", SEPARATOR, "menu:encoding", SEPARATOR,
        "menu:along", SEPARATOR,
        "cancel", "close_issue", "quit",
    )),
    ("edit", QT_TRANSLATE_NOOP("Menu", "&Edit"), (
        "copy", "select_all", SEPARATOR, "filter", SEPARATOR, "toggle_read", "all_read",
    )),
    ("view", QT_TRANSLATE_NOOP("Menu", "&View"), (
        "contents", "original", "left_out", "side", "menu:side", "marks", SEPARATOR,
        "larger", "smaller", "normal_size", SEPARATOR,
        "menu:theme", "menu:language", SEPARATOR, "full_screen",
    )),
    ("go", QT_TRANSLATE_NOOP("Menu", "&Go"), (
        "back", "forward", SEPARATOR, "previous", "next", "next_doubtful", SEPARATOR, "next_issue", "previous_issue",
    )),
    ("help", QT_TRANSLATE_NOOP("Menu", "&Help"), ("about",)),
)  # fmt: skip
SUBMENUS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("recent", QT_TRANSLATE_NOOP("Menu", "&Recent Files"), ()),
    ("encoding", QT_TRANSLATE_NOOP("Menu", "Reopen with &Encoding"), ()),
    ("along", QT_TRANSLATE_NOOP("Menu", "&Marks and Data"),
     ("export_marks", "import_marks", SEPARATOR, "export_data", "import_data")),
    ("side", QT_TRANSLATE_NOOP("Menu", "&Go to in the Panel"),
     ("side_figures", "side_captions", "side_contacts", "side_dates")),
    ("theme", QT_TRANSLATE_NOOP("Menu", "&Theme"), ("theme_system", "theme_light", "theme_dark")),
    ("language", QT_TRANSLATE_NOOP("Menu", "&Language"), ("language_system", "language_zh", "language_en")),
)  # fmt: skip
TOOL_BAR_LEFT = ("contents", "back", "forward")
TOOL_BAR_RIGHT = (
    "open",
    SEPARATOR,
    "previous",
    "next",
    SEPARATOR,
    "smaller",
    "larger",
    SEPARATOR,
    "original",
    "left_out",
    "side",
)


def make_actions(commands: QObject) -> dict[str, QAction]:
    """Make the action of each command and connect it to its handler in `commands`."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for command in COMMANDS:
        action = QAction(commands)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        handler = getattr(commands, command.handler)
        if command.check:
            action.setCheckable(True)
            if command.check != "on":
                groups.setdefault(command.check, QActionGroup(commands)).addAction(action)
            action.triggered.connect(handler)
        else:
            action.triggered.connect(lambda _checked=False, call=handler: call())
        actions[command.id] = action
    return actions


def name_actions(actions: dict[str, QAction]) -> None:
    """Give all actions their texts in the current language."""
    for command in COMMANDS:
        action = actions[command.id]
        text = translate("Command", command.text)
        action.setText(text)
        tip = translate("Command", command.tip) if command.tip else plain_text(text)
        keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if command.keys else ""
        action.setToolTip(f"{tip}  ({keys})" if keys else tip)


def tint_actions(actions: dict[str, QAction], theme: Theme) -> None:
    """Give the actions their icons in the colours of a theme."""
    for command in COMMANDS:
        if command.icon:
            actions[command.id].setIcon(themed_icon(command.icon, theme))
            actions[command.id].setIconVisibleInMenu(False)


def make_menus(bar: QMenuBar, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """Fill the menu bar; return the menus by id, submenus among them."""
    menus: dict[str, QMenu] = {}
    for identity, _title, entries in SUBMENUS:
        menus[identity] = _filled(QMenu(bar), entries, actions, menus)
    for identity, _title, entries in MENUS:
        menus[identity] = _filled(bar.addMenu(""), entries, actions, menus)
    for identity, menu in menus.items():
        menu.setObjectName(f"{identity}Menu")
    return menus


def name_menus(menus: dict[str, QMenu]) -> None:
    """Give all menus their titles in the current language."""
    for identity, title, _entries in MENUS + SUBMENUS:
        menus[identity].setTitle(translate("Menu", title))


def enable_actions(actions: dict[str, QAction], present: Iterable[str]) -> None:
    """Enable the commands whose needs are among `present`."""
    at_hand = {"", *present}
    for command in COMMANDS:
        actions[command.id].setEnabled(command.needs in at_hand)


def translate(context: str, text: str) -> str:
    """Translate a text of a table."""
    return QCoreApplication.translate(context, text)


def plain_text(text: str) -> str:
    """Return a menu text without its access key, as in “文件(&F)” or “&File”."""
    head, mark, rest = text.partition("(&")
    if mark and rest[1:2] == ")":
        text = head + rest[2:]
    return text.replace("&", "").rstrip("…")


def _filled(menu: QMenu, entries: tuple[str, ...], actions: dict[str, QAction], menus: dict[str, QMenu]) -> QMenu:
    for entry in entries:
        if entry == SEPARATOR:
            menu.addSeparator()
        elif entry.startswith("menu:"):
            menu.addMenu(menus[entry.removeprefix("menu:")])
        else:
            menu.addAction(actions[entry])
    return menu
