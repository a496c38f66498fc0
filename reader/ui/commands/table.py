"""Every command of the window as one table; menus, tool bar and shortcuts are made from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from reader.ui.kit.command_texts import key_text, plain_text, translate
from reader.ui.kit.i18n import QT_TRANSLATE_NOOP
from reader.ui.kit.icons import themed_icon
from reader.ui.kit.theme import Theme

SEPARATOR = ""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `handler` names the feature and its method; `needs` says when it can be given.

    With the method may stand what it is called with. Without a feature it is a method of the window itself.
    """

    id: str
    text: str
    handler: str | tuple[str, int | str]
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""  # "": always; issue, text (an issue that has words), article, back, forward, opening, …
    check: str = ""  # "": an act; on: can be switched; the name of a group: one of several
    tip: str = ""


COMMANDS = (
    Command("open", QT_TRANSLATE_NOOP("Command", "&Open…"), "opening.ask_open_files", ("Ctrl+O",), "open"),
    Command("open_folder", QT_TRANSLATE_NOOP("Command", "Open &Folder…"), "opening.ask_open_folder", ("Ctrl+Shift+O",)),
    Command("open_samples", QT_TRANSLATE_NOOP("Command", "Open &Sample Issues"), "opening.open_samples"),
    Command("paste", QT_TRANSLATE_NOOP("Command", "New from Clip&board"), "bringing.paste", ("Ctrl+Shift+V",),
            tip=QT_TRANSLATE_NOOP("Command", "Read the text on the clipboard, and keep it as a file")),
    Command("recognise", QT_TRANSLATE_NOOP("Command", "Reco&gnise Text…"), "bringing.recognise",
            tip=QT_TRANSLATE_NOOP("Command", "Recognise the text of scanned pages or a picture")),
    Command("hand_on", QT_TRANSLATE_NOOP("Command", "E&xport or Print…"), "export.ask", ("Ctrl+P",), "hand_on", "issue",
            tip=QT_TRANSLATE_NOOP("Command", "Save articles as PDF, Word or other files, or print them")),
    Command("print", QT_TRANSLATE_NOOP("Command", "Pr&int…"),
            "export.print_article", ("Ctrl+Shift+P",), needs="article",
            tip=QT_TRANSLATE_NOOP("Command", "Print the article")),
    Command("new_window", QT_TRANSLATE_NOOP("Command", "Ne&w Window"), "opening.new_window", ("Ctrl+N",)),
    Command("reload", QT_TRANSLATE_NOOP("Command", "Re&load"), "opening.reload", ("F5",), needs="issue",
            tip=QT_TRANSLATE_NOOP("Command", "Read the file again; marks find their places")),
    Command("reopen", QT_TRANSLATE_NOOP("Command", "Reopen Closed Iss&ue"), "session.reopen", ("Ctrl+Shift+T",),
            needs="closed"),
    Command("close_issue", QT_TRANSLATE_NOOP("Command", "&Close Issue"),
            "opening.close_issue", ("Ctrl+W",), needs="issue"),
    Command("cancel", QT_TRANSLATE_NOOP("Command", "Cancel O&pening"), "session.cancel_opening", needs="opening"),
    Command("quit", QT_TRANSLATE_NOOP("Command", "&Quit"), "close", ("Ctrl+Q",)),
    Command("copy", QT_TRANSLATE_NOOP("Command", "&Copy"), "text.copy", ("Ctrl+C",), needs="text"),
    Command("select_all", QT_TRANSLATE_NOOP("Command", "Select &All"), "text.select_all", ("Ctrl+A",), needs="text"),
    Command("filter", QT_TRANSLATE_NOOP("Command", "&Filter Contents"), "focus_filter",
            ("Ctrl+L",), "search", "text"),
    Command("search_all", QT_TRANSLATE_NOOP("Command", "Search the Li&brary…"), "library.open", ("Ctrl+Shift+F",),
            tip=QT_TRANSLATE_NOOP("Command", "List all issues that were kept, and search in all of them")),
    Command("find", QT_TRANSLATE_NOOP("Command", "F&ind…"), "finding.ask", ("Ctrl+F", "/"), "search", "article",
            tip=QT_TRANSLATE_NOOP("Command", "Find words in the article or the issue")),
    Command("find_next", QT_TRANSLATE_NOOP("Command", "Find &Next"), ("finding.step", 1), ("F3",), needs="article"),
    Command("find_previous", QT_TRANSLATE_NOOP("Command", "Find Pre&vious"), ("finding.step", -1), ("Shift+F3",),
            needs="article"),
    Command("copy_source", QT_TRANSLATE_NOOP("Command", "Copy with &Source"),
            ("text.copy_with_source", "plain"), ("Ctrl+Shift+C",), needs="article"),
    Command("copy_reference", QT_TRANSLATE_NOOP("Command", "Copy with R&eference (GB/T 7714)"),
            ("text.copy_with_source", "gbt7714"), needs="article"),
    Command("copy_markdown", QT_TRANSLATE_NOOP("Command", "Copy as &Markdown"),
            ("text.copy_with_source", "markdown"), needs="article"),
    Command("reading", QT_TRANSLATE_NOOP("Command", "Te&xt Appearance…"), "reading.toggle", ("Ctrl+,",),
            tip=QT_TRANSLATE_NOOP("Command", "Choose typeface, size, lines and colours of the text")),
    Command("theme_sepia", QT_TRANSLATE_NOOP("Command", "Se&pia"), ("view.set_theme", "sepia"), check="theme"),
    Command("contents", QT_TRANSLATE_NOOP("Command", "&Contents"), "view.show_contents",
            ("Ctrl+T",), "contents", "text", "on",
            QT_TRANSLATE_NOOP("Command", "Show or hide the contents")),
    Command("original", QT_TRANSLATE_NOOP("Command", "&Original"), "view.show_original",
            ("Ctrl+U",), "original", "text", "on",
            QT_TRANSLATE_NOOP("Command", "Show the original text beside the article")),
    Command("left_out", QT_TRANSLATE_NOOP("Command", "&What Was Left Out"), "view.show_left_out",
            ("Ctrl+Shift+U",), "left_out", "text", "on",
            QT_TRANSLATE_NOOP("Command", "List what the articles do not show, and why")),
    Command("side", QT_TRANSLATE_NOOP("Command", "Figures and Contacts &Panel"), "view.show_side",
            ("F9",), "side", "text", "on",
            QT_TRANSLATE_NOOP("Command", "Show or hide figures, captions, contacts and dates")),
    Command("side_figures", QT_TRANSLATE_NOOP("Command", "&Figures"),
            ("show_list", "figures"), ("Ctrl+1",), needs="text"),
    Command("side_captions", QT_TRANSLATE_NOOP("Command", "C&aptions"),
            ("show_list", "captions"), ("Ctrl+2",), needs="text"),
    Command("side_contacts", QT_TRANSLATE_NOOP("Command", "&Contacts"), ("show_list", "contacts"), ("Ctrl+3",),
            needs="text"),
    Command("side_dates", QT_TRANSLATE_NOOP("Command", "&Dates"), ("show_list", "dates"), ("Ctrl+4",), needs="text"),
    Command("marks", QT_TRANSLATE_NOOP("Command", "&Mark Figures and Contacts"), "view.show_marks", ("F2",),
            needs="text", check="on"),
    Command("as_articles", QT_TRANSLATE_NOOP("Command", "Read the Parts as &Articles"), "memory.read_as_articles",
            needs="parts", check="on",
            tip=QT_TRANSLATE_NOOP("Command", "Make each headed part an article of its own; again: as it was")),
    Command("as_one", QT_TRANSLATE_NOOP("Command", "Read as O&ne Article"),
            "memory.read_as_one", needs="parts", check="on",
            tip=QT_TRANSLATE_NOOP("Command", "Make the parts subheadings of one article; again: as it was")),
    Command("undo_mark", QT_TRANSLATE_NOOP("Command", "&Undo"), "marks.undo", ("Ctrl+Z",), needs="undo"),
    Command("redo_mark", QT_TRANSLATE_NOOP("Command", "&Redo"), "marks.redo", ("Ctrl+Shift+Z", "Ctrl+Y"),
            needs="redo"),
    Command("highlight", QT_TRANSLATE_NOOP("Command", "&Highlight"), "marks.highlight", ("Ctrl+H",), needs="article",
            tip=QT_TRANSLATE_NOOP("Command", "Highlight the selected text; 1–5 then chooses the colour")),
    Command("write_note", QT_TRANSLATE_NOOP("Command", "&Write a Note…"), "marks.write_note", ("Ctrl+Shift+H",),
            needs="article"),
    Command("bookmark", QT_TRANSLATE_NOOP("Command", "&Bookmark the Paragraph"),
            ("marks.bookmark", "paragraph"), ("Ctrl+B",), "star",
            "article"),
    Command("bookmark_article", QT_TRANSLATE_NOOP("Command", "Boo&kmark the Article"), ("marks.bookmark", "article"),
            ("Ctrl+Shift+B",), needs="article"),
    Command("next_bookmark", QT_TRANSLATE_NOOP("Command", "Ne&xt Bookmark"), ("marks.step_bookmark", 1), ("Ctrl+]",),
            needs="text"),
    Command("previous_bookmark", QT_TRANSLATE_NOOP("Command", "Previous Book&mark"), ("marks.step_bookmark", -1),
            ("Ctrl+[",), needs="text"),
    Command("marks_panel", QT_TRANSLATE_NOOP("Command", "Marks Pane&l"), "view.show_marks_panel",
            ("Shift+F9",), "pen", "text", "on",
            QT_TRANSLATE_NOOP("Command", "Show or hide highlights, notes and bookmarks")),
    Command("side_marks", QT_TRANSLATE_NOOP("Command", "&Go to the Marks"), "go_to_marks", ("Ctrl+5",),
            needs="text"),
    Command("correct_row", QT_TRANSLATE_NOOP("Command", "&Correct Row…"),
            "panel.correct_row", ("Ctrl+E",), needs="text",
            tip=QT_TRANSLATE_NOOP("Command", "Set a figure or a contact of the panel right")),
    Command("remove_row", QT_TRANSLATE_NOOP("Command", "&Remove Row"), "panel.remove_rows", ("Ctrl+Del",), needs="text",
            tip=QT_TRANSLATE_NOOP("Command", "Remove the chosen figures and contacts from the panel")),
    Command("add_figure", QT_TRANSLATE_NOOP("Command", "Add Selection to the &Figures…"), ("panel.add_row", "figure"),
            ("Ctrl+Shift+G",), needs="article"),
    Command("add_contact", QT_TRANSLATE_NOOP("Command", "Add Selection to the C&ontacts…"),
            ("panel.add_row", "contact"),
            ("Ctrl+Shift+K",), needs="article"),
    Command("outline_article", QT_TRANSLATE_NOOP("Command", "This Is an &Article"),
            ("outline.act", "article"), ("Ctrl+Alt+1",), needs="article",
            tip=QT_TRANSLATE_NOOP("Command", "Make the selected words, or the heading, the title of an article")),
    Command("outline_section", QT_TRANSLATE_NOOP("Command", "This Is a &Section"),
            ("outline.act", "section"), ("Ctrl+Alt+2",), needs="article"),
    Command("outline_subheading", QT_TRANSLATE_NOOP("Command", "This Is a Sub&heading"),
            ("outline.act", "subheading"), ("Ctrl+Alt+3",), needs="article"),
    Command("outline_text", QT_TRANSLATE_NOOP("Command", "This Is &No Heading"),
            ("outline.act", "text"), ("Ctrl+Alt+0",), needs="article",
            tip=QT_TRANSLATE_NOOP("Command", "Make text of the heading being read")),
    Command("outline_raise", QT_TRANSLATE_NOOP("Command", "Move &Up a Level"),
            ("outline.act", "raise"), ("Ctrl+Alt+Left",), needs="article"),
    Command("outline_lower", QT_TRANSLATE_NOOP("Command", "Move &Down a Level"),
            ("outline.act", "lower"), ("Ctrl+Alt+Right",), needs="article"),
    Command("outline_join_article", QT_TRANSLATE_NOOP("Command", "Join with the Article &Before"),
            ("outline.act", "join_article"), ("Ctrl+Alt+B",), needs="article"),
    Command("outline_join", QT_TRANSLATE_NOOP("Command", "&Join with the Next Paragraph"),
            ("outline.act", "join"), ("Ctrl+Alt+J",), needs="article"),
    Command("outline_split", QT_TRANSLATE_NOOP("Command", "S&plit the Paragraph Here"),
            ("outline.act", "split"), ("Ctrl+Alt+K",), needs="article",
            tip=QT_TRANSLATE_NOOP("Command", "Begin a paragraph with the selected words")),
    Command("outline_leave_out", QT_TRANSLATE_NOOP("Command", "&Leave Out"),
            ("outline.act", "leave_out"), ("Ctrl+Alt+D",), needs="article",
            tip=QT_TRANSLATE_NOOP("Command", "Leave the selected words or the paragraph out")),
    Command("outline_byline", QT_TRANSLATE_NOOP("Command", "This Is the B&yline"),
            ("outline.act", "byline"), ("Ctrl+Alt+Y",), needs="article"),
    Command("outline_facts", QT_TRANSLATE_NOOP("Command", "&Title and Date of the Issue…"),
            ("outline.act", "facts"), needs="article"),
    Command("outline_learn", QT_TRANSLATE_NOOP("Command", "Lea&rn for the Next Issues"), "outline.learn",
            needs="article",
            tip=QT_TRANSLATE_NOOP("Command", "Follow these corrections in the next issues of the periodical")),
    Command("outline_rules", QT_TRANSLATE_NOOP("Command", "Rules of the Periodi&cal…"), "outline.edit_rules",
            needs="article"),
    Command("larger", QT_TRANSLATE_NOOP("Command", "&Larger Text"),
            ("text.step_size", 1), ("Ctrl++", "Ctrl+="), "larger"),
    Command("smaller", QT_TRANSLATE_NOOP("Command", "&Smaller Text"), ("text.step_size", -1), ("Ctrl+-",), "smaller"),
    Command("normal_size", QT_TRANSLATE_NOOP("Command", "&Normal Text Size"), "text.normal_size", ("Ctrl+0",)),
    Command("theme_system", QT_TRANSLATE_NOOP("Command", "Like the &System"),
            ("view.set_theme", "system"), check="theme"),
    Command("theme_light", QT_TRANSLATE_NOOP("Command", "&Light"), ("view.set_theme", "light"), check="theme"),
    Command("theme_dark", QT_TRANSLATE_NOOP("Command", "&Dark"), ("view.set_theme", "dark"), check="theme"),
    Command("language_system", QT_TRANSLATE_NOOP("Command", "Like the &System"), ("view.set_language", "system"),
            check="language"),
    Command("language_zh", "中文(&Z)", ("view.set_language", "zh"), check="language"),
    Command("language_en", "&English", ("view.set_language", "en"), check="language"),
    Command("full_screen", QT_TRANSLATE_NOOP("Command", "F&ull Screen"), "fill_screen", ("F11",), check="on"),
    Command("back", QT_TRANSLATE_NOOP("Command", "&Back"), "session.go_back", ("Alt+Left", "Back"), "back", "back"),
    Command("forward", QT_TRANSLATE_NOOP("Command", "&Forward"), "session.go_forward",
            ("Alt+Right", "Forward"), "forward", "forward"),
    Command("previous", QT_TRANSLATE_NOOP("Command", "&Previous Article"), ("session.step_article", -1),
            ("Alt+Up", "Ctrl+PgUp"), "previous", "article"),
    Command("next", QT_TRANSLATE_NOOP("Command", "&Next Article"), ("session.step_article", 1),
            ("Alt+Down", "Ctrl+PgDown"), "next", "article"),
    Command("next_doubtful", QT_TRANSLATE_NOOP("Command", "Next &Uncertain Place"), "text.next_doubtful", ("F4",),
            needs="text"),
    Command("next_issue", QT_TRANSLATE_NOOP("Command", "Next &Issue"),
            ("session.step_issue", 1), ("Ctrl+Tab",), needs="issue"),
    Command("previous_issue", QT_TRANSLATE_NOOP("Command", "Pre&vious Issue"),
            ("session.step_issue", -1), ("Ctrl+Shift+Tab",), needs="issue"),
    Command("toggle_read", QT_TRANSLATE_NOOP("Command", "Mark as Read &or Unread"),
            "memory.toggle_article", ("Ctrl+R",), needs="article"),
    Command("all_read", QT_TRANSLATE_NOOP("Command", "Mark All as Rea&d"), "memory.mark_all_read", ("Ctrl+Shift+R",),
            needs="article"),
    Command("export_marks", QT_TRANSLATE_NOOP("Command", "&Export Marks…"), "memory.export_marks", ("Ctrl+Shift+E",)),
    Command("import_marks", QT_TRANSLATE_NOOP("Command", "&Import Marks…"), "memory.import_marks", needs="text"),
    Command("export_data", QT_TRANSLATE_NOOP("Command", "Export All &Data…"), "memory.export_data"),
    Command("import_data", QT_TRANSLATE_NOOP("Command", "Im&port All Data…"), "memory.import_data"),
    Command("caret", QT_TRANSLATE_NOOP("Command", "Select with a Care&t"), "keys.show_caret", ("F7",), needs="article",
            check="on", tip=QT_TRANSLATE_NOOP("Command", "Move a caret in the article and select by key")),
    Command("next_pane", QT_TRANSLATE_NOOP("Command", "Next Pan&e"), ("keys.step_pane", 1), ("F6",)),
    Command("previous_pane", QT_TRANSLATE_NOOP("Command", "P&revious Pane"), ("keys.step_pane", -1), ("Shift+F6",)),
    Command("wider", QT_TRANSLATE_NOOP("Command", "W&ider Pane"),
            ("keys.widen", 1), ("Alt+Shift+Right",), needs="text"),
    Command("narrower", QT_TRANSLATE_NOOP("Command", "Narrow&er Pane"), ("keys.widen", -1), ("Alt+Shift+Left",),
            needs="text"),
    Command("move_left", QT_TRANSLATE_NOOP("Command", "Move Tab &Left"), ("tabs.shift", -1), ("Ctrl+Shift+PgUp",),
            needs="issue"),
    Command("move_right", QT_TRANSLATE_NOOP("Command", "Move Tab Ri&ght"), ("tabs.shift", 1),
            ("Ctrl+Shift+PgDown",), needs="issue"),
    Command("palette", QT_TRANSLATE_NOOP("Command", "Command &Palette…"), "keys.show_palette", ("Ctrl+K",)),
    Command("key_sheet", QT_TRANSLATE_NOOP("Command", "&Keys at a Glance…"), "keys.show_sheet", ("F1", "?")),
    Command("change_keys", QT_TRANSLATE_NOOP("Command", "&Change Keys…"), "keys.show_dialog"),
    Command("first_steps", QT_TRANSLATE_NOOP("Command", "&First Steps…"), "about.show_first_steps"),
    Command("about", QT_TRANSLATE_NOOP("Command", "&About Bulletin Reader"), "about.show_about"),
)  # fmt: skip

# A menu is (id, title, entries); an entry is the id of a command, a separator or the id of a submenu as "menu:…".
MENUS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("file", QT_TRANSLATE_NOOP("Menu", "&File"), (
        "open", "open_folder", "paste", "menu:recent", "open_samples", "new_window", SEPARATOR, "reload", "recognise",
        "menu:encoding",
        "as_articles", "as_one", SEPARATOR,
        "hand_on", "print", "menu:along", SEPARATOR,
        "cancel", "reopen", "close_issue", "quit",
    )),
    ("edit", QT_TRANSLATE_NOOP("Menu", "&Edit"), (
        "undo_mark", "redo_mark", SEPARATOR,
        "copy", "copy_source", "copy_reference", "copy_markdown", "select_all", "caret", SEPARATOR,
        "find", "find_next", "find_previous", "filter", "search_all", SEPARATOR, "menu:row_acts", "menu:outline",
    )),
    ("view", QT_TRANSLATE_NOOP("Menu", "&View"), (
        "contents", "original", "left_out", "side", "menu:side", "marks", SEPARATOR,
        "reading", "larger", "smaller", "normal_size", SEPARATOR,
        "menu:theme", "menu:language", SEPARATOR, "wider", "narrower", "full_screen",
    )),
    ("go", QT_TRANSLATE_NOOP("Menu", "&Go"), (
        "back", "forward", SEPARATOR, "previous", "next", "next_doubtful", SEPARATOR,
        "next_issue", "previous_issue", "move_left", "move_right", SEPARATOR, "next_pane", "previous_pane",
    )),
    ("mark", QT_TRANSLATE_NOOP("Menu", "&Marks"), (
        "highlight", "write_note", "bookmark", "bookmark_article", SEPARATOR,
        "previous_bookmark", "next_bookmark", SEPARATOR, "toggle_read", "all_read", SEPARATOR,
        "marks_panel", "side_marks",
    )),
    ("help", QT_TRANSLATE_NOOP("Menu", "&Help"), (
        "palette", "key_sheet", "change_keys", SEPARATOR, "first_steps", "about",
    )),
)  # fmt: skip
SUBMENUS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("recent", QT_TRANSLATE_NOOP("Menu", "&Recent Files"), ()),
    ("encoding", QT_TRANSLATE_NOOP("Menu", "Reopen with &Encoding"), ()),
    ("along", QT_TRANSLATE_NOOP("Menu", "&Marks and Data"),
     ("export_marks", "import_marks", SEPARATOR, "export_data", "import_data")),
    ("side", QT_TRANSLATE_NOOP("Menu", "S&how in the Panel"),
     ("side_figures", "side_captions", "side_contacts", "side_dates")),
    ("row_acts", QT_TRANSLATE_NOOP("Menu", "Figures and C&ontacts"),
     ("add_figure", "add_contact", SEPARATOR, "correct_row", "remove_row")),
    ("outline", QT_TRANSLATE_NOOP("Menu", "Out&line"), (
        "outline_article", "outline_section", "outline_subheading", "outline_text", SEPARATOR,
        "outline_raise", "outline_lower", "outline_join_article", SEPARATOR,
        "outline_join", "outline_split", "outline_leave_out", "outline_byline", SEPARATOR, "outline_facts", SEPARATOR,
        "outline_learn", "outline_rules",
    )),
    ("theme", QT_TRANSLATE_NOOP("Menu", "&Theme"), ("theme_system", "theme_light", "theme_sepia", "theme_dark")),
    ("language", QT_TRANSLATE_NOOP("Menu", "L&anguage"), ("language_system", "language_zh", "language_en")),
)  # fmt: skip
TEXT_MENU = (  # groups that the menu of the text offers
    ("copy", "copy_source", "select_all"),
    ("highlight", "write_note", "bookmark"),
    ("add_figure", "add_contact"),
    ("outline_article", "outline_subheading", "outline_text", "outline_join", "outline_split", "outline_leave_out"),
)
TOOL_BAR_LEFT = ("contents", "back", "forward")
TOOL_BAR_RIGHT = (
    "open",
    "hand_on",
    SEPARATOR,
    "previous",
    "next",
    SEPARATOR,
    "smaller",
    "larger",
    SEPARATOR,
    "original",
    "left_out",
    "bookmark",
    "marks_panel",
    "side",
)


def make_actions(parent: QObject) -> dict[str, QAction]:
    """Make the action of each command; `connect_actions` lets them do something."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for command in COMMANDS:
        action = QAction(parent)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        if command.check:
            action.setCheckable(True)
            if command.check != "on":
                groups.setdefault(command.check, QActionGroup(parent)).addAction(action)
        actions[command.id] = action
    return actions


def connect_actions(actions: dict[str, QAction], window: QObject) -> None:
    """Let each action call the method of the feature of `window` that its row names."""
    for command in COMMANDS:
        name, *given = (command.handler,) if isinstance(command.handler, str) else command.handler
        method = attrgetter(str(name))(window)
        if command.check == "on":
            actions[command.id].triggered.connect(method)
        else:
            call = partial(method, *given)
            actions[command.id].triggered.connect(lambda _checked=False, call=call: call())


def name_actions(actions: dict[str, QAction]) -> None:
    """Give all actions their texts in the current language."""
    for command in COMMANDS:
        action = actions[command.id]
        text = translate("Command", command.text)
        action.setText(text)
        tip = translate("Command", command.tip) if command.tip else plain_text(text)
        keys = key_text(action.shortcut())
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


def _filled(menu: QMenu, entries: tuple[str, ...], actions: dict[str, QAction], menus: dict[str, QMenu]) -> QMenu:
    for entry in entries:
        if entry == SEPARATOR:
            menu.addSeparator()
        elif entry.startswith("menu:"):
            menu.addMenu(menus[entry.removeprefix("menu:")])
        else:
            menu.addAction(actions[entry])
    return menu
