"""A PDF in the window: its pages beside the article, or in its place where there is no text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.model.document import Box, Place, Span
from reader.pictures.pdfium import pdfium
from reader.ui import app
from reader.ui.features.original.original_pages import OriginalPages
from reader.ui.features.original.printed_lines import PrintedLines
from reader.ui.kit.page_stack import SIDE_GAP, PageStack
from reader.ui.kit.theme import load_theme
from reader.ui.paper.page_pictures import MOST_BYTES
from reader.ui.paper.pages_view import PagesView
from tests.ui import printed
from tests.ui.user import MILLISECONDS, User

pytestmark = pytest.mark.usefixtures("without_dictionary")


def drawn(user: User, pages: PagesView | None) -> PagesView:
    """Return pages once they are measured and drawn."""
    assert pages is not None
    user.qtbot.waitUntil(lambda: pages.page_count() > 0 and pages.is_settled(), timeout=MILLISECONDS)
    return pages


def beside(user: User) -> OriginalPages:
    """Return the pages beside the article."""
    pages = drawn(user, user.window.original.pages)
    assert isinstance(pages, OriginalPages)
    return pages


def source_of(user: User) -> str:
    opened = user.window.session.current()
    assert opened is not None
    return opened.issue.source.text


def marked(user: User) -> str:
    """Return the words that are marked on the pages."""
    text = source_of(user)
    return "".join("".join(text[s.start : s.end].split()) for s in beside(user).marked())


def line_of(user: User, word: str) -> Place:
    """Return the printed line that holds a word."""
    opened = user.window.session.current()
    assert opened is not None
    at = opened.issue.source.text.index(word)
    return next(place for place in opened.issue.places if place.start <= at < place.end)


def is_in_view(pages: PagesView, place: Place) -> bool:
    rect = pages.shown_rect(place.page, *place.box)
    return pages.viewport().rect().contains(rect.center().toPoint())


def colour_at(pages: PagesView, x: float, y: float, page: int = 0) -> QColor:
    """Return the colour that is seen at a point of a page."""
    picture = pages.viewport().grab().toImage()
    return picture.pixelColor(pages.shown_rect(page, x, y, x, y).topLeft().toPoint())


# Beside the article


def test_the_pages_stand_beside_the_article_and_what_is_read_is_marked(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.issue(tmp_path))
    user.press("Ctrl+U")
    pages = beside(user)
    assert user.sees("originalPages") and not user.sees("originalView")
    assert marked(user) == printed.TITLES[0]
    user.window.article.show_offset(source_of(user).index("己巳站"))
    assert "己巳站" in marked(user)
    (part,) = (part for part in pages.marked_parts() if part.page == line_of(user, "己巳站").page)
    line = line_of(user, "己巳站")
    assert part.box.top <= line.box.top and line.box.bottom <= part.box.bottom
    assert is_in_view(pages, line)
    user.press("Ctrl+U")
    assert not user.sees("originalPages")


def test_a_paragraph_that_a_column_or_a_page_cuts_is_marked_in_each_part(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.issue(tmp_path))
    user.press("Ctrl+U")
    pages = beside(user)
    cut = 0
    for block in user.window.session.entry().node.blocks:  # type: ignore[union-attr]
        pages.mark(block.spans)
        parts = pages.marked_parts()
        places = [p for s in block.spans for p in user.window.session.current().issue.places_of(s)]  # type: ignore[union-attr]
        columns = {(p.page, p.box.left > 250) for p in places}  # the page is 510 points wide
        assert {(part.page, part.box.left > 250) for part in parts} == columns
        assert len(parts) == len(columns)
        cut += len(parts) > 1
    assert cut


def test_the_article_is_followed_to_other_pages(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.issue(tmp_path))
    user.press("Ctrl+U")
    pages = beside(user)
    for title in reversed(printed.TITLES):
        user.click_contents(title)
        assert is_in_view(pages, line_of(user, title))
        assert marked(user).startswith(title)


def test_a_click_on_the_page_goes_to_the_article_that_shows_it(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.issue(tmp_path))
    user.press("Ctrl+U")
    pages = beside(user)
    pages.show_offset(source_of(user).index("丁未站"))
    line = line_of(user, "丁未站")
    middle = pages.shown_rect(line.page, *line.box).center().toPoint()
    user.qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    user.wait_for_page()
    assert user.title() == printed.TITLES[2]
    offset = user.window.article.top_offset()
    assert offset is not None and "丁未站" in marked(user)
    empty = pages.shown_rect(0, 2, 2, 4, 4)
    if pages.viewport().rect().contains(empty.center().toPoint()):
        user.qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=empty.center().toPoint())
    assert user.title() == printed.TITLES[2]


def test_scrolling_the_pages_moves_the_article(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.issue(tmp_path))
    user.press("Ctrl+U")
    pages = beside(user)
    user.click_contents(printed.TITLES[1])
    article = user.window.article
    before = article.verticalScrollBar().value()
    pages.setFocus()
    for _ in range(4):
        user.press("PageDown", pages)
    assert article.verticalScrollBar().value() > before
    assert user.title() == printed.TITLES[1]


def test_text_and_pages_can_be_chosen_and_the_choice_stays(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.issue(tmp_path))
    user.press("Ctrl+U")
    beside(user)
    user.click("originalAsText")
    assert user.sees("originalView") and not user.sees("originalPages")
    assert user.original().marked()
    user.press("Ctrl+U")
    user.press("Ctrl+U")
    assert user.sees("originalView")
    user.click("originalAsPages")
    assert user.sees("originalPages") and marked(user) == printed.TITLES[0]
    text = tmp_path / "简讯.txt"
    text.write_text("浮标检修完毕\n\n　　浮标已经检修完毕，数据恢复传输，各站的读数一致。\n", encoding="utf-8")
    user.open_bulletin(text)
    user.window.session.bring_to_front(user.window.session.issues()[1])
    assert user.sees("originalView") and not user.sees("originalAsPages")
    user.window.session.bring_to_front(user.window.session.issues()[0])
    assert user.sees("originalPages") and user.sees("originalAsPages")


def test_what_was_left_out_is_shown_on_its_page(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.issue(tmp_path))
    dropped = user.window.session.current().issue.dropped  # type: ignore[union-attr]
    row = len(dropped) - 1
    user.press("Ctrl+Shift+U")
    user.click_left_out(row)
    pages = beside(user)
    (part,) = pages._focus
    assert part.page == pages.page_count() - 1  # the number of the last page
    rect = pages.shown_rect(part.page, *part.box)
    assert pages.viewport().rect().contains(rect.center().toPoint())
    plain = pages.viewport().grab().toImage()
    pages._focus = ()
    assert pages.viewport().grab().toImage() != plain


def test_pages_are_zoomed_by_key_and_wheel_and_fit_the_width_again(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.issue(tmp_path))
    user.press("Ctrl+U")
    pages = beside(user)
    size = user.window.settings.text_size
    wide = pages.shown_rect(0, 0, 0, 510, 10).width()
    assert wide == pytest.approx(pages.viewport().width() - 2 * SIDE_GAP, abs=2)
    pages.setFocus()
    user.press("Ctrl+Plus", pages)
    user.press("Plus", pages)
    assert pages.shown_rect(0, 0, 0, 510, 10).width() == pytest.approx(wide * 1.44, abs=3)
    assert user.window.settings.text_size == size  # the keys are for the pages here
    assert pages.horizontalScrollBar().maximum() > 0
    place = QPointF(100, 120)
    spot = pages.spot_at(place)
    wheel = QWheelEvent(
        place, pages.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pages.viewport(), wheel)
    assert pages.zoom() == pytest.approx(1.2**3)
    after = pages.spot_at(place)
    assert spot and after and (after.page, after.x, after.y) == pytest.approx(tuple(spot), abs=2)
    user.click("fit_width")
    assert pages.shown_rect(0, 0, 0, 510, 10).width() == pytest.approx(wide, abs=2)
    drawn(user, pages)


def test_pages_stay_paper_in_every_theme(make_user: Callable[..., User], tmp_path: Path) -> None:
    path = printed.issue(tmp_path)
    light = {}
    for theme in ("light", "sepia", "dark"):
        user = make_user(theme=theme, show_original=True)
        user.open_bulletin(path)
        light[theme] = colour_at(beside(user), 5, 5).lightness()
    assert light["light"] == 255
    assert 200 < light["sepia"] < 255 and 180 < light["dark"] < 235


def test_a_file_that_changed_meanwhile_says_so_instead_of_marking_wrong_places(user: User, tmp_path: Path) -> None:
    path = printed.issue(tmp_path)
    user.open_bulletin(path)
    printed.scanned(tmp_path, name=path.name)
    user.press("Ctrl+U")
    user.qtbot.waitUntil(lambda: user.sees("messageBar"), timeout=MILLISECONDS)
    assert "已经改变" in user.text_of("messageText")
    assert user.title() == printed.TITLES[0]


def test_opening_many_pages_tells_how_far_it_is_and_can_be_cancelled(user: User, tmp_path: Path) -> None:
    path = printed.scanned(tmp_path, pages=400)
    told: list[float] = []
    user.window.session.opening_changed.connect(lambda name, fraction: told.append(fraction) if name else None)
    with pdfium():  # nobody else comes to a page meanwhile
        user.window.opening.open_paths([path])
        user.qtbot.waitUntil(lambda: user.sees("cancelOpening"), timeout=MILLISECONDS)
        user.click("cancelOpening")
        assert not user.window.session.opening() and not user.sees("cancelOpening")
    QTest.qWait(50)
    assert user.window.session.issues() == ()
    user.open_bulletin(path)
    assert told and all(0 <= fraction <= 1 for fraction in told)
    drawn(user, user.window.pages.pages)


# Pages that are pictures


def test_pages_without_text_are_shown_in_the_article_s_place(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.scanned(tmp_path))
    assert "没有可读的文字" in user.text_of("messageText")
    pages = drawn(user, user.window.pages.pages)
    assert pages.isVisible() and pages.hasFocus() and not user.window.article.isVisible()
    assert not user.window.contents.isVisible()
    assert colour_at(pages, 60, 70) == QColor("red")
    assert user.text_of("statusPlace") == "第 1 页，共 3 页"
    before = pages.verticalScrollBar().value()
    user.press("Space", pages)
    assert pages.verticalScrollBar().value() > before
    user.press("End", pages)
    assert user.text_of("statusPlace") == "第 3 页，共 3 页"
    user.press("Plus", pages)
    assert pages.zoom() > 1


def test_without_text_nothing_can_be_asked_for_that_needs_text(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.scanned(tmp_path))
    enabled = {name for name, action in user.window.actions_by_id.items() if action.isEnabled()}
    for needs_text in ("find", "original", "left_out", "side", "contents", "copy", "filter", "next", "highlight"):
        assert needs_text not in enabled
    assert {"open", "close_issue", "theme_dark", "palette"} <= enabled
    user.open_bulletin(printed.issue(tmp_path))
    user.window.session.bring_to_front(user.window.session.issues()[1])
    assert user.window.actions_by_id["find"].isEnabled() and user.window.article.isVisible()
    assert not user.sees("messageBar")
    assert user.window.contents.isVisible()


def test_a_damaged_page_is_told_in_its_place_and_the_others_are_drawn(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.torn(tmp_path))
    pages = drawn(user, user.window.pages.pages)
    for page in (2, 1):
        rect = pages.shown_rect(page, 0, 0, 10, 10)
        bar = pages.verticalScrollBar()
        bar.setValue(bar.value() + round(rect.top()) - 20)
        drawn(user, pages)
    assert pages.pictures.is_damaged(1) and not pages.pictures.is_damaged(2)


def test_many_large_pages_take_no_more_memory_than_allowed(user: User, tmp_path: Path) -> None:
    user.open_bulletin(printed.scanned(tmp_path, pages=60))
    pages = drawn(user, user.window.pages.pages)
    for _ in range(3):
        user.press("Plus", pages)
    for _ in range(25):
        user.press("PageDown", pages)
        drawn(user, pages)
    seen = sum(picture.image.sizeInBytes() for picture in pages.pictures._pictures.values())
    assert seen == pages.pictures.kept_bytes() <= MOST_BYTES * 1.5


# Where things stand


def test_lines_of_a_table_are_one_part_and_those_of_two_columns_are_not() -> None:
    cells = [Place(10 * k, 10 * k + 5, 0, Box(50 + 100 * (k % 3), 100 + 20 * (k // 3), 130 + 100 * (k % 3), 112 + 20 * (k // 3))) for k in range(6)]  # fmt: skip  # noqa: E501
    table = PrintedLines("字" * 100, cells)
    (part,) = table.of([Span(0, 60)])
    assert part.box == Box(50, 100, 330, 132)
    rows = [Place(10 * k, 10 * k + 9, 0, Box(50, 500 + 15 * k, 250, 512 + 15 * k)) for k in range(3)]
    rows += [Place(10 * k, 10 * k + 9, 0, Box(270, 60 + 15 * k, 470, 72 + 15 * k)) for k in range(3, 5)]
    columns = PrintedLines("字" * 100, rows)
    assert [part.box.left for part in columns.of([Span(0, 50)])] == [50, 270]
    assert columns.of([Span(0, 9)])[0].box == rows[0].box
    assert columns.of([Span(3, 6)])[0].box.left == pytest.approx(50 + 200 * 3 / 9)


def test_a_place_leads_to_its_character_and_white_paper_to_none() -> None:
    lines = PrintedLines("海" * 30, [Place(0, 10, 0, Box(50, 100, 150, 112)), Place(11, 21, 0, Box(50, 118, 150, 130))])
    assert lines.offset_at(0, 55, 105) == 0
    assert lines.offset_at(0, 125, 124) == 18
    assert lines.offset_at(0, 170, 105) == 9
    assert lines.offset_at(0, 100, 400) is None and lines.offset_at(1, 55, 105) is None
    assert lines.reading_offset(0, 114) == 11 and lines.reading_offset(3, 0) == 11


def test_pages_of_different_sizes_each_fit_the_width() -> None:
    stack = PageStack([(600, 800), (1200, 800), (300, 400)], 500 + 2 * SIDE_GAP, ratio=2)
    assert [rect.width for rect in stack.rects] == [500, 500, 500]
    assert [rect.left for rect in stack.rects] == [SIDE_GAP] * 3
    spot = stack.spot_at(SIDE_GAP + 250, stack.rects[1].top + 10)
    assert spot is not None and spot.page == 1 and spot.x == pytest.approx(600)
    assert stack.spot_at(2, stack.rects[1].top + 10) is None
    assert stack.point_of(spot) == pytest.approx((SIDE_GAP + 250, stack.rects[1].top + 10))


# Pictures of the window


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pages_can_be_drawn_without_a_screen(theme: str, pictures: Path, tmp_path: Path) -> None:
    for name, make, view in (("beside", printed.issue, "original"), ("instead", printed.scanned, "article")):
        out = pictures / f"pages-{name}-{theme}.png"
        app.screenshot(out, make(tmp_path), view=view, theme=theme)
        picture = QImage(str(out))
        assert picture.pixelColor(1300 if name == "beside" else 720, 899) == QColor(load_theme(theme).sidebar)
        grey = picture.pixelColor(1000 if name == "beside" else 720, 300).lightness()
        assert grey > 180  # paper
