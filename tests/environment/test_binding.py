"""The Qt binding in use is one that the reader can live with."""

from __future__ import annotations

import sys

from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot

CALLS = 1000


def test_calls_that_return_nothing_keep_the_count_of_none(qtbot: QtBot) -> None:
    """A binding that loses a reference with each such call ends the process after some thousand of them."""
    picture = QPixmap(8, 8)
    painter = QPainter(picture)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.translate(0, 0)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < CALLS / 2
