"""Break a text into a few lines, as the delegates of lists draw them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from reader.ui.kit.utf16 import code_points

ELIDE = Qt.TextElideMode.ElideRight


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Break a text into at most so many lines; the last one is elided when it does not fit."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = code_points(text, line.textStart())
        end = code_points(text, line.textStart() + line.textLength())
        is_last = len(lines) == most - 1
        lines.append(metrics.elidedText(text[start : None if is_last else end], ELIDE, width))
    layout.endLayout()
    return lines
