"""The original with its head: pages or text, the page in view, the zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from reader.ui.kit.icons import themed_icon
from reader.ui.kit.theme import Theme
from reader.ui.paper.pages_view import PagesView

SIDE = 10
ZOOMS = (("zoom_out", -1), ("zoom_in", 1), ("fit_width", 0))  # icon, step


class OriginalPane(QWidget):
    """Hold the views of the original, one visible at a time; the head is there where there are pages."""

    pages_wanted = Signal(bool)  # the user wants pages, or the text

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("originalPane")
        self._theme = theme
        self._pages: PagesView | None = None
        self._told = (0, 0)
        self.head = QWidget(self)
        self.head.setObjectName("paneHead")
        self.head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.views = QStackedWidget(self)
        self._as_pages, self._as_text = QToolButton(self.head), QToolButton(self.head)
        group = QButtonGroup(self)
        for button, name in ((self._as_pages, "originalAsPages"), (self._as_text, "originalAsText")):
            button.setObjectName(name)
            button.setProperty("segment", True)
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _on=False, pages=button is self._as_pages: self.pages_wanted.emit(pages))
        self._place = QLabel(self.head)
        self._place.setObjectName("pagePlace")
        self._zooms = [QToolButton(self.head) for _name, _step in ZOOMS]
        for button, (name, step) in zip(self._zooms, ZOOMS, strict=True):
            button.setObjectName(name)
            button.clicked.connect(lambda _on=False, step=step: self._pages.step_zoom(step) if self._pages else None)
        self._lay_out()
        self.set_theme(theme)
        self.retranslate()

    def hold(self, view: QWidget) -> None:
        """Take a view in."""
        self.views.addWidget(view)
        if isinstance(view, PagesView):
            self._pages = view
            view.page_changed.connect(self._show_place)
            view.zoomed.connect(lambda zoom: self._zooms[2].setEnabled(zoom != 1))

    def show_view(self, view: QWidget, *, has_pages: bool) -> None:
        """Show one of the views; the head is for files that have pages."""
        is_pages = view is self._pages
        self.views.setCurrentWidget(view)
        self.head.setVisible(has_pages)
        (self._as_pages if is_pages else self._as_text).setChecked(True)
        for widget in (self._place, *self._zooms):
            widget.setVisible(is_pages)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        for button, (name, _step) in zip(self._zooms, ZOOMS, strict=True):
            button.setIcon(themed_icon(name, theme))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self._as_pages.setText(self.tr("Pages"))
        self._as_pages.setToolTip(self.tr("Show the pages as they were printed"))
        self._as_text.setText(self.tr("Text"))
        self._as_text.setToolTip(self.tr("Show the text that was found in the file"))
        names = (self.tr("Smaller"), self.tr("Larger"), self.tr("Fit the width"))
        for button, name, key in zip(self._zooms, names, ("−", "+", "0"), strict=True):
            button.setToolTip(f"{name}  ({key})")
            button.setAccessibleName(name)
        self._show_place(*self._told)

    def _show_place(self, page: int, count: int) -> None:
        self._told = (page, count)
        self._place.setText(f"{page + 1} / {count}" if count else "")

    def _lay_out(self) -> None:
        self.head.setFixedHeight(34)
        row = QHBoxLayout(self.head)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.setSpacing(2)
        row.addWidget(self._as_pages)
        row.addWidget(self._as_text)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addSpacing(6)
        for button in self._zooms:
            button.setFixedSize(26, 26)
            row.addWidget(button)
        self._zooms[2].setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.views, 1)
