"""Ctrl+C in the terminal is heard between two events, whatever the window does when it comes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.kit.interrupt import Interrupt


class Interrupted(QWidget):
    """Hears Ctrl+C while it is painted, once."""

    after = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing; say whether the window was still there after the signal."""
        if not self.after:
            signal.raise_signal(signal.SIGINT)
            self.after = "visible" if self.isVisible() else "closed"


@pytest.fixture
def interrupt(qapp: QApplication) -> Iterator[Interrupt]:
    """Return what hears Ctrl+C while the test runs."""
    heard = Interrupt(qapp)
    heard.watch()
    yield heard
    heard.leave()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_window_that_is_being_painted_is_closed_after_it(interrupt: Interrupt, qtbot: QtBot) -> None:
    widget = Interrupted()
    interrupt.came.connect(widget.close)
    widget.show()
    qtbot.waitUntil(lambda: bool(widget.after))
    qtbot.waitUntil(lambda: not widget.isVisible())
    assert widget.after == "visible"


@pytest.mark.skipif(sys.platform == "win32", reason="no signals of this kind")
def test_a_window_that_has_nothing_to_do_hears_it(interrupt: Interrupt, qtbot: QtBot) -> None:
    later = ["sh", "-c", f"sleep 0.3; kill -INT {os.getpid()}"]
    with subprocess.Popen(later), qtbot.waitSignal(interrupt.came, timeout=20_000):
        pass


def test_the_second_ends_a_program_that_does_not_answer(interrupt: Interrupt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(interrupt.came):
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL


def test_a_program_that_was_made_deaf_stays_so(qapp: QApplication) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        heard = Interrupt(qapp)
        heard.watch()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        heard.leave()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
