"""Words of the page: what a double click selects, and where Ctrl with an arrow takes the caret."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from reader.ui.kit.utf16 import code_points, units

HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"(?P<han>[{HAN}]+)|[^\W{HAN}]+(?>(?:[.'’-][^\W{HAN}]+)*)")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
STEPS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}


def word_at(text: str, at: int) -> tuple[int, int]:
    """Return where the word of the character at `at` begins and ends; a sign is alone, so no word crosses one."""
    for run in RUN.finditer(text):
        if run.start() <= at < run.end():
            return next((begin, end) for begin, end in _words_in(run) if begin <= at < end)
        if run.start() > at:
            break
    return at, min(at + 1, len(text))


def step_from(text: str, at: int, *, forward: bool) -> int | None:
    """Return where the next word begins, or the one before; None where there is none on that side."""
    if forward:
        runs = (run for run in RUN.finditer(text) if run.end() > at)
        return next((begin for run in runs for begin, _end in _words_in(run) if begin > at), None)
    before = [run for run in RUN.finditer(text) if run.start() < at]
    starts = (begin for run in reversed(before) for begin, _end in reversed(list(_words_in(run))) if begin < at)
    return next(starts, None)


def _words_in(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the words of a run: all of it is one where it is not Han, or the dictionary is not there yet."""
    from reader import words  # here: no start needs them

    begin = run.start()
    parts = [word.text for word in words.split(run.group())] if run["han"] and words.is_open() else [run.group()]
    for part in parts:
        yield begin, begin + len(part)
        begin += len(part)


class WordSteps(QObject):
    """Select by words with the mouse, and move by words with the keys."""

    dictionary_wanted = Signal()  # words are asked for, and it is not there yet

    def __init__(self, view: QTextBrowser) -> None:
        super().__init__(view)
        self._view = view
        self._first: tuple[int, int] | None = None  # the word that was clicked twice, as long as the button is held

    def select_at(self, point: QPoint) -> None:
        """Select the word at a point; moving on with the button held selects more."""
        self._first = self._word_at(point)
        if self._first:
            self._select(*self._first)

    def extend_to(self, point: QPoint) -> bool:
        """Select from the word that was clicked twice to that at a point; tell whether there is one."""
        if self._first is None:
            return False
        word = self._word_at(point) or self._first
        if word[0] < self._first[0]:
            self._select(self._first[1], word[0])
        else:
            self._select(self._first[0], max(word[1], self._first[1]))
        return True

    def let_go(self) -> None:
        """Select no more: the button is up."""
        self._first = None

    def take(self, event: QKeyEvent) -> bool:
        """Move the caret by a word, selecting with Shift; tell whether the key was one for that."""
        forward = STEPS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if forward is None or held not in (CONTROL, CONTROL | SHIFT):
            return False
        self._ask()
        cursor = self._view.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor if held & SHIFT else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(self._step(cursor, forward=forward), mode)
        self._view.setTextCursor(cursor)
        return True

    def _step(self, cursor: QTextCursor, *, forward: bool) -> int:
        block = cursor.block()
        text, at = block.text(), code_points(block.text(), cursor.positionInBlock())
        target = step_from(text, at, forward=forward)
        if target is not None:
            return block.position() + units(text[:target])
        edge = len(text) if forward else 0
        if at != edge:
            return block.position() + units(text[:edge])
        other = block.next() if forward else block.previous()
        if not other.isValid():
            return cursor.position()
        return other.position() + (0 if forward else other.length() - 1)

    def _word_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return where the word under a point stands in the document; None where there is no text."""
        self._ask()
        cursor = self._view.cursorForPosition(point)
        text, at = cursor.block().text(), cursor.positionInBlock()
        index = code_points(text, at)
        if index > 0 and (point.x() < self._view.cursorRect(cursor).x() or index == len(text)):
            index -= 1  # the nearest gap between two characters is the one behind it
        if index >= len(text):
            return None
        begin, end = word_at(text, index)
        start = cursor.block().position()
        return start + units(text[:begin]), start + units(text[:end])

    def _ask(self) -> None:
        from reader import words

        if not words.is_open():
            self.dictionary_wanted.emit()

    def _select(self, anchor: int, position: int) -> None:
        cursor = self._view.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self._view.setTextCursor(cursor)


def open_dictionary(_report: object) -> None:
    """Open the dictionary of words, on a thread: it takes a tenth of a second."""
    from reader import words

    words.open_dictionary()
