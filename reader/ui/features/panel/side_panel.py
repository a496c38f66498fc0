"""The panel at the right: what a reader would otherwise copy out by hand."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.model.mentions import Contact, Figure, Mentions
from reader.ui.features.panel.faces import Around, card_text, tip_of
from reader.ui.features.panel.mention_tree import MentionTree
from reader.ui.features.panel.saving import SAVINGS, Saving, saving_text
from reader.ui.features.panel.sections import Mention, PanelSection, PanelWish, sections_of, wanted
from reader.ui.features.panel.side_head import SideHead
from reader.ui.features.panel.timeline import Timeline
from reader.ui.kit.fonts import Families
from reader.ui.kit.i18n import resolve_language
from reader.ui.kit.theme import Theme, style_sheet
from reader.ui.session.settings import Settings
from reader.ui.session.taking import TakenMentions

LIST_NAMES = {
    "figures": "figuresTable", "captions": "captionsList", "contacts": "contactsList", "dates": "datesList",
}  # fmt: skip
TYPING_PAUSE = 120  # milliseconds after the last key before the list is filtered


class SidePanel(QWidget):
    """List the figures, captions, contacts and dates of the article or the issue; tell what was chosen."""

    chosen = Signal(object)  # the Mention to show in the text
    left = Signal()  # the user wants to go back to the text
    mail_wanted = Signal(str)  # an address to write to
    correction_wanted = Signal()  # of the row at which the keyboard is
    removal_wanted = Signal()  # of the chosen rows
    save_wanted = Signal(object, object)  # the Saving, and the Mentions to save

    def __init__(self, settings: Settings, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBody")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = settings
        self._families = families
        self._taken: TakenMentions | None = None
        self._node = ""
        self._today = date.today
        self.head = SideHead(theme, self)
        self.timeline = Timeline(families, theme, self)
        self.lists = {tab: MentionTree(tab, name, families, theme, self) for tab, name in LIST_NAMES.items()}
        self._state = QLabel(self)
        self._state.setObjectName("sideState")
        self._state.setWordWrap(True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._contact_buttons = {name: QPushButton(self) for name in ("copyContact", "mailContact", "saveContact")}
        self._pages = QStackedWidget(self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._lay_out()
        self.head.show_scope(settings.side_scope)
        self.head.sort_by_value(settings.side_by_value)
        self.head.show_tab(settings.side_tab)
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    # Look

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of a theme."""
        self.setStyleSheet(style_sheet(theme, self._families.sans, self._families.serif, "side"))
        self.head.set_theme(theme)
        self.timeline.theme = theme
        self.timeline.update()
        for view in self.lists.values():
            view.set_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.head.retranslate()
        self.setAccessibleName(self.tr("Figures, captions, contacts and dates"))
        names = (self.tr("Figures"), self.tr("Captions"), self.tr("Contacts"), self.tr("Dates"))
        for view, name in zip(self.lists.values(), names, strict=True):
            view.setAccessibleName(name)
        self.timeline.setAccessibleName(self.tr("Time line"))
        self._contact_buttons["copyContact"].setText(self.tr("Copy"))
        self._contact_buttons["copyContact"].setToolTip(self.tr("Copy this contact as text"))
        self._contact_buttons["mailContact"].setText(self.tr("Write"))
        self._contact_buttons["mailContact"].setToolTip(self.tr("Write an e-mail in your mail program"))
        self._contact_buttons["saveContact"].setText(self.tr("Save…"))
        self._contact_buttons["saveContact"].setToolTip(self.tr("Save this contact as a vCard"))
        self.head.save_menu.clear()
        self._fill_menu(self.head.save_menu)
        self._refresh()

    # What is listed

    def show_taken(self, taken: TakenMentions | None, node: str) -> None:
        """List what was taken out of an issue; `node` is the article being read."""
        if taken is self._taken and (node == self._node or self.head.scope() == "issue"):
            self._node = node
            return
        self._taken, self._node = taken, node
        self._refresh()

    def set_today(self, today: date) -> None:
        """Count days from another day than that of the clock."""
        self._today = lambda: today
        self._refresh()

    def point_out(self, mention: Mention | None) -> None:
        """Show the row of what is under the mouse in the text, without taking the focus."""
        self.list().point_out(mention)

    def show_tab(self, tab: str) -> None:
        """Bring a tab to the front and let the keyboard move in its list."""
        self.head.show_tab(tab)
        view = self.list()
        if self._pages.currentWidget() is self._state:
            self.head.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            view.take_focus()

    def list(self) -> MentionTree:
        """Return the list in front."""
        return self.lists[self.head.tab()]

    def listed(self, what: str) -> Mentions:
        """Return the figures, contacts, links or deadlines in scope that match the filter.

        Deadlines come with all contacts: a calendar tells where things are to be sent.
        """
        if self._taken is None:
            return Mentions()
        mentions, wish = self._taken.mentions, self._wish()
        if what == "contacts":
            return Mentions(contacts=wanted(mentions.correspondents, wish))
        if what == "links":
            return Mentions(links=wanted(mentions.links, wish))
        figures = wanted(mentions.figures, wish)
        if what == "figures":
            return Mentions(figures)
        return Mentions(tuple(figure for figure in figures if figure.kind == "deadline"), mentions.contacts)

    def _wish(self) -> PanelWish:
        node = self._node if self.head.scope() == "article" else None
        return PanelWish(node, self.head.filter.text(), self.head.is_by_value())

    def _refresh(self) -> None:
        """List anew what the tab in front shows; the others wait until they are asked for."""
        tab, view = self.head.tab(), self.list()
        sections: tuple[PanelSection, ...] = ()
        around = Around()
        if self._taken:
            is_whole = self.head.scope() == "issue"
            taken = self._taken
            issue, language = taken.issue, resolve_language(self._settings.language)
            around = Around(issue.source.text, is_whole, self._today(), taken.texts, taken.mentions, issue, language)
            sections = sections_of(tab, self._taken.mentions, self._wish())
        view.show_sections(sections, around)
        self._show_state(tab, sections)
        dates = [mention for mention in view.mentions.mentions() if tab == "dates" and isinstance(mention, Figure)]
        self.timeline.show_dates(dates, around.today)
        if tab == "contacts" and sections:
            view.select_first()  # what the buttons below act on
        self._enable_contact_buttons()

    def _show_state(self, tab: str, sections: tuple[PanelSection, ...]) -> None:
        """Show the list, or say why there is none."""
        self._state.setText("" if sections else self._why_empty(tab))
        self._pages.setCurrentWidget(self.lists[tab] if sections else self._state)
        self._contact_row.setVisible(tab == "contacts" and bool(sections))

    def _why_empty(self, tab: str) -> str:
        nothing = {
            "figures": self.tr("No figures here."),
            "captions": self.tr("No captions of pictures or tables here."),
            "contacts": self.tr("No contacts here."),
            "dates": self.tr("No dates here."),
        }[tab]
        if self._taken is None:  # it is being looked for, unless nothing can be read
            return self.tr("Looking for figures and contacts …") if self._node else nothing
        if self.head.filter.text().strip():
            return self.tr("Nothing matches the filter.")
        elsewhere = sum(section.total for section in sections_of(tab, self._taken.mentions, PanelWish()))
        if self.head.scope() == "article" and elsewhere:
            hint = self.tr("The whole issue has %n.", "", elsewhere)
            return f"{nothing} {hint}"
        return nothing

    # What the user does

    def _on_tab(self, tab: str) -> None:
        self._settings.side_tab = tab
        self.head.show_tab(tab)
        self._refresh()

    def _on_wish(self) -> None:
        self._settings.side_scope = self.head.scope()
        self._settings.side_by_value = self.head.is_by_value()
        self._refresh()

    def _on_menu_wanted(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("rowsMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.head.tab() == "contacts":
            for name, button in self._contact_buttons.items():
                action = menu.addAction(button.toolTip(), button.click)
                action.setObjectName(f"{name}Action")
                action.setEnabled(button.isEnabled())
            menu.addSeparator()
        if self.list().chosen_rows() and self.head.tab() != "captions":
            correct = menu.addAction(self.tr("Correct…"), self.correction_wanted.emit)
            correct.setObjectName("correctRowAction")
            remove = menu.addAction(self.tr("Remove"), self.removal_wanted.emit)
            remove.setObjectName("removeRowAction")
            menu.addSeparator()
        self._fill_menu(menu)
        menu.popup(point)

    def printed(self, mention: Mention) -> str:
        """Return what the text prints around a row."""
        if self._taken is None:
            return ""
        return tip_of(mention, Around(self._taken.issue.source.text, False, self._today(), self._taken.texts))

    def _fill_menu(self, menu: QMenu) -> None:
        copy = menu.addAction(self.tr("Copy Rows"), lambda: self.list().copy())
        copy.setObjectName("copyRows")
        copy_all = menu.addAction(self.tr("Copy All Rows"), self._copy_all)
        copy_all.setObjectName("copyAllRows")
        what = ""
        for saving in SAVINGS:
            if saving.what != what:
                menu.addSeparator()
                what = saving.what
            action = menu.addAction(saving_text(saving))
            action.setObjectName(saving.id)
            action.triggered.connect(lambda _checked=False, chosen=saving: self._save_listed(chosen))

    def _copy_all(self) -> None:
        self.list().selectAll()
        self.list().copy()

    def _save_listed(self, saving: Saving) -> None:
        self.save_wanted.emit(saving, self.listed(saving.what))

    def _contact(self) -> Contact | None:
        """Return the contact that the buttons act on."""
        mention = self.lists["contacts"].current_row()
        return mention if isinstance(mention, Contact) else None

    def _enable_contact_buttons(self) -> None:
        contact = self._contact()
        for name, button in self._contact_buttons.items():
            button.setEnabled(contact is not None and (name != "mailContact" or bool(contact.emails)))

    def _copy_contact(self) -> None:
        contact = self._contact()
        if contact:
            QGuiApplication.clipboard().setText(card_text(contact))

    def _mail_contact(self) -> None:
        contact = self._contact()
        if contact and contact.emails:
            self.mail_wanted.emit(contact.emails[0])

    def _save_contact(self) -> None:
        contact = self._contact()
        if contact:
            self.save_wanted.emit(
                next(saving for saving in SAVINGS if saving.id == "contacts_vcf"), Mentions(contacts=(contact,))
            )

    # Assembly

    def _connect(self) -> None:
        head = self.head
        head.tab_chosen.connect(self._on_tab)
        head.changed.connect(self._on_wish)
        head.typed.connect(self._typing.start)
        head.entered.connect(self._on_entered)
        head.stepped_down.connect(lambda: self.list().take_focus())
        head.left.connect(self.left)
        self._typing.timeout.connect(self._refresh)
        self.timeline.chosen.connect(self.chosen)
        for view in self.lists.values():
            view.chosen.connect(self.chosen)
            view.left.connect(self.left)
            view.typed.connect(head.type_on)
            view.menu_wanted.connect(self._on_menu_wanted)
            view.removal_wanted.connect(self.removal_wanted)
        self.lists["contacts"].selectionModel().currentChanged.connect(lambda *_: self._enable_contact_buttons())
        acts = (self._copy_contact, self._mail_contact, self._save_contact)
        for button, act in zip(self._contact_buttons.values(), acts, strict=True):
            button.clicked.connect(act)

    def _on_entered(self) -> None:
        self._typing.stop()
        self._refresh()
        self.list().choose_first()

    def _lay_out(self) -> None:
        for view in (*self.lists.values(), self._state):
            self._pages.addWidget(view)
        self._contact_row = QWidget(self)
        self._contact_row.setObjectName("contactActions")
        self._contact_row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._contact_row)
        row.setContentsMargins(12, 6, 12, 8)
        row.setSpacing(6)
        for name, button in self._contact_buttons.items():
            button.setObjectName(name)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.timeline)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._contact_row)
