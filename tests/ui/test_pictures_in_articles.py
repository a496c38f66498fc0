"""The pictures of a PDF stand in its articles with their captions, and can be seen larger."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextFormat, QTextImageFormat
from PySide6.QtTest import QTest

from reader.ui.article.copying import copied
from reader.ui.features.pages.picture_card import PictureCard
from tests.load.pdf.test_pictures import BODY, FIGURE, png
from tests.pdfs import typeset_with
from tests.ui.user import MILLISECONDS, User

pytestmark = pytest.mark.usefixtures("without_dictionary")

CAPTIONS = ("图 1：台风中的浮标", "图 2：修好的码头")


@pytest.fixture
def illustrated(tmp_path: Path) -> Path:
    """Write an issue of one article with two pictures."""
    figures = [FIGURE.format(caption=caption) for caption in CAPTIONS]
    source = f"= 浮标经受住台风\n{BODY}\n\n{figures[0]}\n{BODY}\n\n{figures[1]}\n{BODY}"
    path = tmp_path / "图文.pdf"
    path.write_bytes(typeset_with(source, {"a.png": png()}, tmp_path))
    return path


def images(user: User) -> list[QTextImageFormat]:
    """Return the pictures of the article."""
    found = []
    block = user.window.article.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            form = at.fragment().charFormat()
            if form.isImageFormat():
                found.append(form.toImageFormat())
            at += 1
        block = block.next()
    return found


def wait_for_pictures(user: User) -> None:
    pictures = user.window.article.pictures
    assert pictures is not None
    user.window.article.grab()
    user.qtbot.waitUntil(lambda: len(pictures._images) == 2 and pictures.is_settled(), timeout=MILLISECONDS)


def first_picture(user: User) -> QPoint:
    """Return the middle of the first picture in the article's viewport."""
    article = user.window.article
    caption = user.point_at(CAPTIONS[0])
    return QPoint(article.viewport().width() // 2, caption.y() - 60)


def test_a_picture_stands_above_its_caption(user: User, illustrated: Path) -> None:
    user.open_bulletin(illustrated)
    wait_for_pictures(user)
    lines = user.article_text().split("\n")
    assert [lines[at + 1] for at, line in enumerate(lines) if line == "\ufffc"] == list(CAPTIONS)
    assert [form.property(QTextFormat.Property.ImageAltText) for form in images(user)] == list(CAPTIONS)
    picture = user.window.article.viewport().grab().toImage()
    place = first_picture(user)
    assert picture.pixelColor(place).saturation() > 60  # stripes, no paper


def test_a_picture_is_never_wider_than_the_page(user: User, illustrated: Path) -> None:
    user.open_bulletin(illustrated)
    wait_for_pictures(user)
    for _ in range(6):
        user.press("Ctrl+Plus")
    wait_for_pictures(user)
    user.window.resize(700, 600)
    QTest.qWait(20)
    assert user.window.article.horizontalScrollBar().maximum() == 0


def test_a_copied_article_holds_words_alone(user: User, illustrated: Path) -> None:
    user.open_bulletin(illustrated)
    wait_for_pictures(user)
    user.window.article.selectAll()
    text = copied(user.window.article.textCursor())
    assert "\ufffc" not in text and CAPTIONS[0] in text


def test_a_click_shows_the_picture_larger_and_a_key_leads_back(user: User, illustrated: Path) -> None:
    user.open_bulletin(illustrated)
    wait_for_pictures(user)
    place = first_picture(user)
    user.qtbot.mouseClick(user.window.article.viewport(), Qt.MouseButton.LeftButton, pos=place)
    card = user.window.findChild(PictureCard)
    assert isinstance(card, PictureCard) and card.isVisible() and card.caption() == CAPTIONS[0]
    user.qtbot.waitUntil(lambda: card.image() is not None, timeout=MILLISECONDS)
    large = card.image()
    assert large is not None and large.width() > 2 * images(user)[0].width()
    QTest.keyClick(card, Qt.Key.Key_Right)
    assert card.caption() == CAPTIONS[1]
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible() and user.window.article.hasFocus()


def test_a_mark_and_the_place_stay_right_beside_pictures(user: User, illustrated: Path) -> None:
    user.open_bulletin(illustrated)
    wait_for_pictures(user)
    text = user.window.session.current().issue.source.text  # type: ignore[union-attr]
    offsets = user.window.article.built().offsets
    at = offsets.verbatim_position(text.index("图 2"))
    assert at is not None and user.window.article.document().characterAt(at) == "图"
    assert offsets.source_at(at) == text.index("图 2")
