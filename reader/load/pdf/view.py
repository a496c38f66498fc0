"""From the coordinates of a file, turned and cropped as its pages say, to points from the top left corner."""

from __future__ import annotations

from typing import Any, NamedTuple

from reader.model.document import Box


class View(NamedTuple):
    """How the coordinates of a file become those of the page as it is read."""

    quarter: int  # quarter turns clockwise
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the page as it is read."""
        width, height = self.x1 - self.x0, self.y1 - self.y0
        return (height, width) if self.quarter % 2 else (width, height)

    def box(self, xs: tuple[float, float], ys: tuple[float, float]) -> Box:
        """Return the box between two corners."""
        if self.quarter == 1:
            return Box(min(ys) - self.y0, min(xs) - self.x0, max(ys) - self.y0, max(xs) - self.x0)
        if self.quarter == 2:
            return Box(self.x1 - max(xs), min(ys) - self.y0, self.x1 - min(xs), max(ys) - self.y0)
        if self.quarter == 3:
            return Box(self.y1 - max(ys), self.x1 - max(xs), self.y1 - min(ys), self.x1 - min(xs))
        return Box(min(xs) - self.x0, self.y1 - max(ys), max(xs) - self.x0, self.y1 - min(ys))


def view_of(raw: Any, page: Any, turns: int) -> View:
    """Return the view of a page whose text is turned by so many quarters."""
    area = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, area)
    quarter = (raw.FPDFPage_GetRotation(page) + turns) % 4
    return View(quarter, area.left, area.bottom, area.right, area.top)
