"""Small shapes that several parts of the window draw."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF


def star_in(rect: QRectF) -> QPolygonF:
    """Return a star of five points in a rectangle."""
    centre, outer, inner = rect.center(), rect.width() / 2, rect.width() / 4.6
    points = []
    for number in range(10):
        radius, angle = (inner if number % 2 else outer), number * pi / 5 - pi / 2
        points.append(QPointF(centre.x() + radius * cos(angle), centre.y() + 0.5 + radius * sin(angle)))
    return QPolygonF(points)
