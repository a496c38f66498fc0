"""A small time line: the dates in scope as dots, deadlines marked, today a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reader.model.mentions import Figure
from reader.ui.features.panel.moments import due_day, iso_text, moment_of
from reader.ui.kit.fonts import INTERFACE_PIXELS, Families, font_of
from reader.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

HEIGHT = 58
SIDE = 22  # pixels left and right of the axis
AXIS = 30  # from the top
LONG_GAP = 5  # times the usual gap: a longer one is drawn broken, no wider than this
NEAR = 7  # pixels around a point that count as on it
YEAR_LENGTH = 4  # characters of a date that states no more than its year


@dataclass(frozen=True, slots=True)
class Point:
    """A date on the axis."""

    day: date
    figure: Figure
    is_due: bool


class Timeline(QWidget):
    """Draw dates in the order of time, long gaps shortened; tell which was clicked."""

    chosen = Signal(object)  # the Figure of a point

    def __init__(self, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.theme = theme
        self._font = font_of(families.sans, INTERFACE_PIXELS - 2)
        self._points: tuple[Point, ...] = ()
        self._today = date.min
        self._places: dict[date, float] = {}  # 0 to 1
        self._broken: tuple[tuple[float, float], ...] = ()

    def show_dates(self, dates: Iterable[Figure], today: date) -> None:
        """Show other dates; a bare year has no place on the axis."""
        self._points = tuple(point for figure in dates if (point := _point(figure)))
        self._today = today
        days = sorted({point.day for point in self._points} | ({today} if self._points else set()))
        self._places, self._broken = spread(days)
        self.setVisible(len(self._places) > 1)
        self.setAccessibleDescription(
            ", ".join(iso_text(point.figure) for point in sorted(self._points, key=lambda point: point.day)[:20])
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a strip."""
        return QSize(200, HEIGHT)

    def points_at(self, x: float) -> list[Point]:
        """Return the dates near a place on the axis, the nearest first."""
        near = [(abs(self._x(point.day) - x), point.day, point) for point in self._points]
        return [point for distance, _day, point in sorted(near, key=lambda item: item[:2]) if distance <= NEAR]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axis, the dates, the deadlines and today."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        theme = self.theme
        painter.setPen(QPen(QColor(theme.strong_line), 1))
        painter.drawLine(QPointF(SIDE, AXIS), QPointF(self.width() - SIDE, AXIS))
        for start, end in self._broken:
            middle = SIDE + (start + end) / 2 * self._length()
            painter.fillRect(round(middle) - 5, AXIS - 2, 10, 5, QColor(theme.sidebar))
            for step in (-3, 0, 3):
                painter.drawPoint(QPointF(middle + step, AXIS))
        self._paint_today(painter)
        for point in self._points:
            self._paint_point(painter, point)
        self._paint_labels(painter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the date that was clicked."""
        near = self.points_at(event.position().x())
        if near and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(near[0].figure)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a date can be clicked."""
        near = self.points_at(event.position().x())
        self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Tell the dates under the mouse."""
        if isinstance(event, QHelpEvent):
            lines = [_told(point) for point in self.points_at(event.pos().x())[:6]]
            QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().event(event)

    def _paint_point(self, painter: QPainter, point: Point) -> None:
        x = self._x(point.day)
        is_past = point.day < self._today
        painter.setPen(QPen(QColor(self.theme.sidebar), 1))
        if point.is_due:
            painter.setBrush(QColor(self.theme.muted if is_past else self.theme.warning))
            shape = ((0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0))
            painter.drawPolygon(QPolygonF([QPointF(x + dx, AXIS + dy) for dx, dy in shape]))
        else:
            painter.setBrush(QColor(self.theme.scroll if is_past else self.theme.accent))
            painter.drawEllipse(QPointF(x, AXIS), 3.8, 3.8)

    def _paint_today(self, painter: QPainter) -> None:
        if self._today not in self._places:
            return
        x = self._x(self._today)
        painter.setPen(QPen(QColor(self.theme.accent), 1.4))
        painter.drawLine(QPointF(x, AXIS - 10), QPointF(x, AXIS + 8))
        self._paint_label(painter, self.tr("today"), x, 4, self.theme.accent)

    def _paint_labels(self, painter: QPainter) -> None:
        """Name the first and the last day, and between them each deadline that finds room."""
        if not self._points:
            return
        days = sorted({point.day for point in self._points})
        has_years = len({day.year for day in (*days, self._today)}) > 1
        due = [point.day for point in self._points if point.is_due]
        taken: list[QRect] = []
        for day in dict.fromkeys((days[0], days[-1], *due)):
            colour = self.theme.warning if day in due and day >= self._today else self.theme.muted
            place = self._label_place(_short(day, has_years), self._x(day), AXIS + 9)
            if not any(place.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
                taken.append(place)
                painter.setPen(QColor(colour))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _short(day, has_years))

    def _paint_label(self, painter: QPainter, text: str, x: float, top: int, colour: str) -> None:
        painter.setPen(QColor(colour))
        painter.drawText(self._label_place(text, x, top), Qt.AlignmentFlag.AlignCenter, text)

    def _label_place(self, text: str, x: float, top: int) -> QRect:
        width = QFontMetrics(self._font).horizontalAdvance(text) + 4
        left = min(max(round(x - width / 2), 4), self.width() - width - 4)
        return QRect(left, top, width, 16)

    def _x(self, day: date) -> float:
        return SIDE + self._places.get(day, 0.0) * self._length()

    def _length(self) -> float:
        return max(self.width() - 2 * SIDE, 1)


def spread(days: Sequence[date]) -> tuple[dict[date, float], tuple[tuple[float, float], ...]]:
    """Return the place of each day between 0 and 1, and the gaps that were shortened.

    Days stand in proportion, but for gaps far longer than the usual one, which would press all others together.
    """
    if len(days) < 2:
        return dict.fromkeys(days, 0.5), ()
    gaps = [(after - before).days for before, after in pairwise(days)]
    longest = max(LONG_GAP * median(gaps), 1)
    widths = [min(gap, longest) for gap in gaps]
    whole = sum(widths)
    places, broken, at = {days[0]: 0.0}, [], 0.0
    for day, gap, width in zip(days[1:], gaps, widths, strict=True):
        if gap > width:
            broken.append((at / whole, (at + width) / whole))
        at += width
        places[day] = at / whole
    return places, tuple(broken)


def _point(figure: Figure) -> Point | None:
    due = due_day(figure)
    moment = moment_of(figure)
    is_bare_year = len(str(figure.inferred or figure.value_low)) == YEAR_LENGTH
    if moment is None or (due is None and is_bare_year):
        return None
    return Point(due or moment.first, figure, due is not None)


def _told(point: Point) -> str:
    return f"{iso_text(point.figure)}  {point.figure.label or point.figure.surface}".strip()


def _short(day: date, has_year: bool) -> str:
    """Write a day, with its year when the axis spans more than one."""
    return day.isoformat() if has_year else day.strftime("%m-%d")
