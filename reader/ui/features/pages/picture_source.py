"""The pictures of one issue as images: parts of its pages, and files in it or beside it. For any thread."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from reader.model.document import FilePart, PagePart, Picture
from reader.model.errors import CannotRead
from reader.pictures.facts import DRAWABLE, PIXELS_MOST, POINTS, facts_of, is_safe_svg, is_too_large
from reader.ui.paper.page_pictures import drawn

if TYPE_CHECKING:
    from reader.pipeline import PictureParts
    from reader.ui.session.page_file import PageFile

ALLOWED = 256  # MiB of one decoded picture, for Qt: as many as PIXELS_MOST need
PRINTED_SIZE = 10.5  # points: the body of a printed bulletin, to whose size pictures are shown
USUAL = (240.0, 160.0)  # points, of a picture that tells nothing of its size
LIKE_PAPER = ("chart", "formula")  # kinds that are drawn on white


class PictureSource:
    """Draws the pictures of an issue."""

    def __init__(self, pages: PageFile, parts: PictureParts) -> None:
        self._pages, self._parts = pages, parts

    def draw(self, picture: Picture, width: float, paper: str = "") -> QImage:
        """Draw a picture, `width` pixels wide; the white of what is no photograph becomes the colour `paper`.

        Raises `CannotRead` where it is gone, damaged, too large or of a kind that is not drawn.
        """
        match picture.place:
            case PagePart(page, box):
                scale = width / max(1.0, box.right - box.left)
                return drawn(self._pages, page, scale, box, paper)
            case FilePart() as part:
                image = decoded(self._parts.read(part), width)
                is_paper = picture.kind in LIKE_PAPER or part.format != "jpeg"
                return _on_paper(image, paper if is_paper else "")
        raise CannotRead("The picture is not in the file.", code="picture-missing")

    def data(self, picture: Picture) -> bytes:
        """Return the bytes of a picture that is a file; empty for a part of a page."""
        return self._parts.read(picture.place) if isinstance(picture.place, FilePart) else b""


def size_of(picture: Picture) -> tuple[float, float]:
    """Return width and height at which a picture is shown beside text of PRINTED_SIZE, in points."""
    if not picture.width or not picture.height:
        return USUAL
    of_page = isinstance(picture.place, PagePart)
    width = picture.shown or picture.width * (1.0 if of_page else POINTS)
    return width, width * picture.height / picture.width


def decoded(data: bytes, width: float) -> QImage:
    """Decode a picture at the width at which it is shown; raise `CannotRead` where that cannot be."""
    facts = facts_of(data)
    if facts is None or facts.format not in DRAWABLE:
        raise CannotRead("The picture is damaged.", code="picture-damaged")
    if is_too_large(data, facts):
        raise CannotRead("The picture is too large to be shown.", code="picture-too-large")
    if facts.format == "svg" and not is_safe_svg(data):
        raise CannotRead("The picture fetches or runs something; it is not shown.", code="picture-unsafe")
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, facts.format.encode())
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(ALLOWED)
    size = reader.size()
    if size.isValid() and size.width() * size.height() <= PIXELS_MOST:
        reader.setScaledSize(_fitting(size, width, facts.format == "svg", facts.width != size.width()))
    image = reader.read()
    if image.isNull() or not size.isValid():
        raise CannotRead("The picture is damaged.", code="picture-damaged")
    return image


def _fitting(size: QSize, width: float, may_grow: bool, is_turned: bool) -> QSize:
    """Return the size to decode at: as wide as shown, never larger than it is but for what is drawn by lines."""
    across = size.height() if is_turned and size.height() != size.width() else size.width()
    scale = width / max(1, across)
    if not may_grow:
        scale = min(1.0, scale)
    scale = min(scale, sqrt(PIXELS_MOST / max(1, size.width() * size.height())))
    return QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))


def _on_paper(image: QImage, paper: str) -> QImage:
    """Put a picture with clear parts on white, and give its white the colour of the paper."""
    if not paper and not image.hasAlphaChannel():
        return image
    made = QImage(image.size(), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.drawImage(0, 0, image)
    if paper:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(made.rect(), QColor(paper))
    painter.end()
    return made
