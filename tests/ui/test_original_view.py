"""The view of the original shows any line of any text without laying out the rest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model.document import Dropped, Span
from reader.ui.features.original.original_view import GUTTER, KEPT_LAYOUTS, LINE_HEIGHT, OriginalView
from reader.ui.kit.fonts import Families
from reader.ui.kit.line_index import LONGEST_LINE, index_lines
from reader.ui.kit.theme import load_theme


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[OriginalView]:
    made = OriginalView(Families(), load_theme("light"))
    made.resize(500, 400)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


def show(view: OriginalView, text: str, dropped: tuple[Dropped, ...] = ()) -> None:
    view.set_text(text, dropped, index_lines(text))


@given(st.text(st.sampled_from("海a\n\r \t𠮷"), max_size=60))
def test_rows_tile_the_text(text: str) -> None:
    lines = index_lines(text)
    assert lines.starts[0] == 0 and lines.starts[-1] == len(text)
    assert list(lines.starts) == sorted(lines.starts)
    for offset in range(len(text)):
        row = lines.row_of(offset)
        assert lines.starts[row] <= offset < lines.starts[row + 1]
    pieces = [text[a:b] for a, b in zip(lines.starts, lines.starts[1:], strict=False)]
    assert "".join(pieces) == text
    assert all("\n" not in piece[:-1] for piece in pieces)


def test_a_long_line_is_cut_into_rows_of_one_number() -> None:
    lines = index_lines("海" * (2 * LONGEST_LINE + 1) + "\n短")
    assert list(lines.numbers) == [1, 0, 0, 2]


def test_an_offset_is_shown_and_found_again(view: OriginalView) -> None:
    text = "".join(f"第{number}行，𠮷字之后还有一些文字。\n" for number in range(5_000))
    show(view, text)
    for number in (0, 17, 2_500, 4_999):
        offset = text.index(f"第{number}行")
        view.show_offset(offset)
        tops = [(row, top) for row, top, _layout in view._visible_rows()]
        assert number in [row for row, _top in tops]
        top = dict(tops)[number]
        assert view.offset_at(QPoint(GUTTER, top + LINE_HEIGHT // 2)) == offset
        end = view.offset_at(QPoint(490, top + LINE_HEIGHT // 2))
        assert text[offset:end] == text.splitlines()[number]


def test_the_ends_of_the_text_stay_at_the_ends_of_the_view(view: OriginalView) -> None:
    text = "行\n" * 300
    show(view, text)
    QTest.keyClick(view, Qt.Key.Key_End)
    rows = list(view._visible_rows())
    row, top, _layout = rows[-1]
    assert row == 300 and abs(top + LINE_HEIGHT - view.viewport().height()) <= LINE_HEIGHT
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert next(view._visible_rows())[:2] == (0, 0)
    show(view, "短")
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert next(view._visible_rows())[:2] == (0, 0)


def test_only_what_is_in_view_is_laid_out(view: OriginalView) -> None:
    show(view, "这是一行。\n" * 200_000)
    view.show_offset(600_000)
    view.grab()
    assert len(view._layouts) < 100
    for _ in range(60):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert len(view._layouts) <= KEPT_LAYOUTS


def test_marks_and_dropped_pieces_change_the_picture(view: OriginalView) -> None:
    text = "第一行\n第二行\n"
    show(view, text)
    plain = view.grab().toImage()
    view.mark((Span(0, 3),))
    marked = view.grab().toImage()
    view.mark(())
    assert marked != plain and view.grab().toImage() == plain
    view.show_dropped(Dropped(4, 5, "bullet"))
    assert view.grab().toImage() != plain


def test_text_is_selected_by_dragging(view: OriginalView, qtbot: QtBot) -> None:
    show(view, "第一行𠮷字\n第二行\n")
    start, end = QPoint(GUTTER + 1, 5), QPoint(400, 5 + LINE_HEIGHT)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), end)
    view._caret = view.offset_at(end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert view.selected_text() == "第一行𠮷字\n第二行"
