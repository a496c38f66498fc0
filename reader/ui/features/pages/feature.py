"""What is shown in the place of words: pages that are pictures, pictures in articles, and locked files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.model.errors import NeedsPassword
from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.kit.error_words import told
from reader.ui.kit.theme import Theme
from reader.ui.session.opened import OpenedIssue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from reader.ui.features.pages.article_pictures import ArticlePictures
    from reader.ui.features.pages.locked_view import LockedView
    from reader.ui.features.pages.password_dialog import PasswordDialog
    from reader.ui.paper.pages_view import PagesView


class PagesFeature(Feature):
    """Make what stands in the article's place when it is first wanted."""

    told = Signal(str)  # a sentence for the user
    place_changed = Signal(str)  # which page is in view

    def __init__(self, ground: FeatureGround) -> None:
        super().__init__(ground)
        self._pictures: ArticlePictures | None = None
        self.pages: PagesView | None = None
        self.locked: LockedView | None = None
        self._shown: OpenedIssue | None = None  # by the pages
        self._waiting: list[Path] = []  # locked files to ask for, the first is being asked for
        self._dialog: PasswordDialog | None = None
        self._session.current_changed.connect(self._show_pictures)
        self._session.issues_changed.connect(self._on_issues_changed)
        self._session.opening_changed.connect(self._on_opening_changed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        for view in (self._pictures, self.pages, self.locked):
            if view:
                view.set_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.pages:
            self.pages.setAccessibleName(self.tr("Pages"))
            self._tell_place(self.pages.current_page(), self.pages.page_count())
        if self.locked:
            self.locked.retranslate()

    def view_for(self, opened: OpenedIssue | None, center: QStackedWidget) -> QWidget | None:
        """Return what shows an issue without words; `None` where the article does."""
        if opened is None or opened.outline.readable:
            return None
        self.place_changed.emit("")
        if opened.is_locked:
            view = self._make_locked(center)
            view.show_name(opened.path.name)
            return view
        return self._show_pages(opened, center) if opened.has_pages else None

    def sentence_for(self, opened: OpenedIssue | None) -> str:
        """Say what is the matter with an issue without words; nothing where nothing is."""
        if opened is None or opened.outline.readable or opened.is_locked:
            return ""
        if opened.has_pages:
            text = self.tr("“{name}” holds no text that can be read: its pages can be seen, not searched or copied.")
        else:
            text = self.tr("“{name}” holds nothing readable; try another encoding or another copy of the file.")
        return text.format(name=opened.path.name)

    def takes(self, path: Path, error: Exception) -> bool:
        """Ask for a password where that is what a file needs; tell whether it is."""
        is_asked = self._dialog is not None and self._waiting[:1] == [path]
        if not isinstance(error, NeedsPassword):
            if is_asked:
                self._finish()
            return False
        self._session.keyring.forget(path)
        if is_asked and self._dialog:
            self._dialog.refuse()
        elif path not in self._waiting:
            self._waiting.append(path)
            self._ask()
        return True

    def is_settled(self) -> bool:
        """Tell whether all that is in view has been drawn."""
        is_drawn = self.pages is None or not self.pages.isVisible() or self.pages.is_settled()
        return is_drawn and (self._pictures is None or self._pictures.is_settled())

    # Pages

    def _show_pictures(self, opened: OpenedIssue | None) -> None:
        """Show the pictures of another issue in its articles."""
        if self._pictures is None and opened and opened.issue.pictures:
            from reader.ui.features.pages.article_pictures import ArticlePictures

            self._pictures = ArticlePictures(self._session, self._article, self._theme)
            self._article.pictures = self._pictures
        if self._pictures:
            self._pictures.show_issue(opened)

    def _show_pages(self, opened: OpenedIssue, center: QStackedWidget) -> PagesView:
        if self.pages is None:
            from reader.ui.paper.pages_view import PagesView

            self.pages = PagesView(self._session.jobs, "pages", self._theme, center)
            self.pages.page_changed.connect(self._tell_place)
            self.pages.failed.connect(self._on_failed)
            center.addWidget(self.pages)
            self.retranslate()
        if self._shown is not opened:
            self._shown = opened
            self.pages.show_file(self._session.page_files.of(opened))
        self._tell_place(self.pages.current_page(), self.pages.page_count())
        return self.pages

    def _tell_place(self, page: int, count: int) -> None:
        current = self._session.current()
        if count and current is not None and current is self._shown:
            self.place_changed.emit(self.tr("Page {number} of {count}").format(number=page + 1, count=count))

    def _on_failed(self, error: Exception) -> None:
        if self._shown:
            self.told.emit(told(self._shown.path, error))

    # Passwords

    def _make_locked(self, center: QStackedWidget) -> LockedView:
        if self.locked is None:
            from reader.ui.features.pages.locked_view import LockedView

            self.locked = LockedView(self._families, self._theme, center)
            self.locked.unlock_wanted.connect(self._unlock)
            center.addWidget(self.locked)
        return self.locked

    def _unlock(self) -> None:
        """Ask for the password of the file in front."""
        current = self._session.current()
        if current and current.path not in self._waiting:
            self._waiting.append(current.path)
            self._ask()

    def _ask(self) -> None:
        """Ask for the password of the file that has waited longest; one question at a time."""
        if self._dialog or not self._waiting:
            return
        from reader.ui.features.pages.password_dialog import PasswordDialog

        path = self._waiting[0]
        self._dialog = PasswordDialog(path.name, self._window)
        self._dialog.given.connect(lambda password: self._try(path, password))
        self._dialog.rejected.connect(lambda: self._give_up(path))
        self._dialog.open()

    def _try(self, path: Path, password: str) -> None:
        self._session.keyring.give(path, password)
        self._session.open_path(path)

    def _give_up(self, path: Path) -> None:
        text = self.tr("“{name}” stays locked; open it again to give its password.")
        self.told.emit(text.format(name=path.name))
        self._finish()

    def _finish(self) -> None:
        """Put the question away and ask the next."""
        dialog, self._dialog = self._dialog, None
        self._waiting = self._waiting[1:]
        if dialog:
            dialog.blockSignals(True)
            dialog.close()
            self._window.activateWindow()
        self._ask()

    def _on_issues_changed(self) -> None:
        if self._waiting and any(
            opened.path == self._waiting[0] and not opened.is_locked for opened in self._session.issues()
        ):
            self._finish()

    def _on_opening_changed(self, name: str, _fraction: float) -> None:
        if not name and self._dialog and self._dialog.is_waiting():
            self._dialog.go_on()
