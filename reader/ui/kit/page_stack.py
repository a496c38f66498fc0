"""Where pages stand that lie below each other: plain arithmetic."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

PAGE_GAP = 14  # pixels between two pages
SIDE_GAP = 14
WIDEST = 2.0  # pixels a point, as which a page that fits the width is shown at most
LARGEST = 8.0  # pixels a point, whatever the zoom


class PageSpot(NamedTuple):
    """A point of a page, in points from its top left corner."""

    page: int
    x: float
    y: float


class Rect(NamedTuple):
    """Where a page stands: pixels from the top left corner of the whole."""

    left: float
    top: float
    width: float
    height: float


class PageStack:
    """Pages one below the other, each as wide as the view, times the zoom."""

    def __init__(
        self, sizes: Sequence[tuple[float, float]] = (), room: float = 0.0, zoom: float = 1.0, ratio: float = 1.0
    ) -> None:
        """Place pages of some sizes (points) in a room so many pixels wide; `ratio` device pixels are one pixel."""
        fit = max(room - 2 * SIDE_GAP, 40.0)
        self.scales = tuple(min(min(fit / width, WIDEST) * zoom, LARGEST) for width, _height in sizes)
        self.rects: tuple[Rect, ...] = ()
        self._tops: list[float] = []
        wide = [ceil(width * scale * ratio) / ratio for (width, _h), scale in zip(sizes, self.scales, strict=True)]
        self.width = max(room, max(wide, default=0.0) + 2 * SIDE_GAP)
        top, rects = float(PAGE_GAP), []
        for (_width, height), scale, width in zip(sizes, self.scales, wide, strict=True):
            high = ceil(height * scale * ratio) / ratio
            left = round((self.width - width) / 2 * ratio) / ratio
            rects.append(Rect(left, top, width, high))
            self._tops.append(top)
            top = round((top + high + PAGE_GAP) * ratio) / ratio
        self.rects = tuple(rects)
        self.height = top if rects else 0.0

    def between(self, top: float, bottom: float) -> range:
        """Return the pages that a stretch of the whole shows."""
        first = max(bisect_right(self._tops, top) - 1, 0)
        last = bisect_right(self._tops, bottom)
        if first < last and self.rects[first].top + self.rects[first].height <= top:
            first += 1  # only the gap below it is in view
        return range(first, last)

    def page_at(self, y: float) -> int:
        """Return the page at a height, the one above where a gap is there."""
        return max(bisect_right(self._tops, y) - 1, 0)

    def spot_at(self, x: float, y: float) -> PageSpot | None:
        """Return the point of a page at a point of the whole; `None` where there is no page."""
        if not self.rects:
            return None
        page = self.page_at(y)
        rect, scale = self.rects[page], self.scales[page]
        if not (0 <= x - rect.left <= rect.width and 0 <= y - rect.top <= rect.height):
            return None
        return PageSpot(page, (x - rect.left) / scale, (y - rect.top) / scale)

    def nearest_spot(self, x: float, y: float) -> PageSpot | None:
        """Return the point of a page that is nearest to a point of the whole, or level with it."""
        if not self.rects:
            return None
        page = self.page_at(y)
        rect, scale = self.rects[page], self.scales[page]
        return PageSpot(page, (x - rect.left) / scale, (y - rect.top) / scale)

    def point_of(self, spot: PageSpot) -> tuple[float, float]:
        """Return where a point of a page stands in the whole."""
        page = min(max(spot.page, 0), len(self.rects) - 1)
        rect, scale = self.rects[page], self.scales[page]
        return rect.left + spot.x * scale, rect.top + spot.y * scale
