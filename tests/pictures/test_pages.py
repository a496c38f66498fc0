"""The pages of a PDF can be drawn, locked and damaged ones say so, and two threads may draw at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.model.document import Box
from reader.model.errors import CannotRead, NeedsPassword
from reader.pictures.pages import MOST_PIXELS, PagePicture, Pages
from tests.pdfs import typeset, written

SQUARE = "1 0 0 rg 30 300 60 60 re f"  # red, near the top left corner of a page of 300 by 400 points


def pixel(picture: PagePicture, x: int, y: int) -> tuple[int, ...]:
    at = y * picture.stride + 4 * x
    return tuple(picture.data[at : at + 3])


def test_a_page_is_drawn_at_the_scale_asked_for() -> None:
    with Pages(written([SQUARE, ""])) as pages:
        assert pages.count == 2
        assert pages.size(0) == (300, 400)
        picture = pages.draw(0, 2.0)
    assert (picture.width, picture.height, len(picture.data)) == (600, 800, picture.stride * 800)
    assert pixel(picture, 120, 140) == (0, 0, 255)  # blue, green, red
    assert pixel(picture, 500, 700) == (255, 255, 255)


def test_a_turned_page_is_drawn_as_it_is_to_be_seen() -> None:
    with Pages(written([SQUARE], "/MediaBox [0 0 300 400] /Rotate 90")) as pages:
        assert pages.size(0) == (400, 300)
        picture = pages.draw(0, 1.0)
    assert pixel(picture, 330, 60) == (0, 0, 255)  # the left edge is now on top


def test_a_cropped_page_shows_its_crop() -> None:
    with Pages(written([SQUARE], "/MediaBox [0 0 300 400] /CropBox [20 200 220 380]")) as pages:
        assert pages.size(0) == (200, 180)
        assert pixel(pages.draw(0, 1.0), 15, 25) == (0, 0, 255)


def test_a_part_of_a_page_is_drawn_alone() -> None:
    with Pages(written([SQUARE])) as pages:
        picture = pages.draw(0, 2.0, Box(20, 30, 100, 110))  # the square begins at 30, 40
    assert (picture.width, picture.height) == (160, 160)
    assert pixel(picture, 10, 10) == (255, 255, 255)
    assert pixel(picture, 24, 24) == (0, 0, 255)


def test_a_damaged_page_is_told_and_the_others_are_drawn() -> None:
    data = written([SQUARE, SQUARE, SQUARE]).replace(b"/Kids [4 0 R 6 0 R", b"/Kids [4 0 R 3 0 R")  # a font
    with Pages(data) as pages:
        with pytest.raises(CannotRead) as caught:
            pages.draw(1, 1.0)
        assert (caught.value.code, caught.value.params) == ("damaged-page", {"page": 2})
        assert pixel(pages.draw(2, 1.0), 60, 70) == (0, 0, 255)


def test_a_file_is_opened_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "快报.pdf"
    path.write_bytes(typeset("= 要闻\n第一段。"))
    with Pages(path) as pages:
        assert pages.count == 1
        assert len(set(pages.draw(0, 1.0).data)) > 2


def test_a_locked_file_asks_for_its_password() -> None:
    data = written([SQUARE], password="geheim")
    with pytest.raises(NeedsPassword) as caught:
        Pages(data)
    assert caught.value.code == "password"
    with pytest.raises(NeedsPassword) as caught:
        Pages(data, "falsch")
    assert caught.value.code == "wrong-password"
    with Pages(data, "geheim") as pages:
        assert pixel(pages.draw(0, 1.0), 60, 70) == (0, 0, 255)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", written([SQUARE])[:120], written([])])
def test_a_damaged_file_says_so_in_one_sentence(data: bytes) -> None:
    with pytest.raises(NeedsPassword):
        Pages(written([SQUARE], password="geheim"))  # whose reason must not be told of the next
    with pytest.raises(CannotRead) as caught:
        Pages(data)
    assert caught.value.code == "damaged"
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as caught:
        Pages(tmp_path / "none.pdf")
    assert caught.value.code == "missing"


def test_a_picture_never_grows_beyond_all_bounds() -> None:
    with Pages(written([SQUARE])) as pages:
        picture = pages.draw(0, 1000.0)
        assert 0.9 * MOST_PIXELS < picture.width * picture.height < 1.1 * MOST_PIXELS
        assert pages.draw(0, 0.0).width >= 1


def test_closed_pages_are_drawn_no_more_and_closing_again_does_nothing() -> None:
    pages = Pages(written([SQUARE]))
    pages.close()
    pages.close()
    with pytest.raises(ValueError, match="closed"):
        pages.draw(0, 1.0)


def test_several_threads_draw_at_once() -> None:
    with Pages(typeset("\n".join(f"= 第{k}篇\n#lorem(200)\n#pagebreak()" for k in range(6)))) as pages:
        alone = [pages.draw(k, 0.5) for k in range(pages.count)]
        with ThreadPoolExecutor(4) as pool:
            together = list(pool.map(lambda k: pages.draw(k, 0.5), range(pages.count)))
    assert together == alone
