"""The one door to the library that recognises text in pictures; it is not there unless the user installed it."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from reader.load.ocr.kept import PageText, TextLine
from reader.model.errors import CannotRead

LIBRARY = "rapidocr"
NOT_INSTALLED = (
    "The text of {path} is a picture, and what recognises text is not installed: run "
    "“pip install bulletin-reader[ocr]”, and try again."
)
NO_PICTURE = "{path} is a damaged picture; get it again, or open it in a picture program and save it anew."
PIXELS_MOST = 60_000_000  # of one picture
FRAMES_MOST = 500  # of one picture of several pages
A4_WIDTH = 595.0  # points: of a picture that does not say how large it is


def is_installed() -> bool:
    """Tell whether text can be recognised."""
    return find_spec(LIBRARY) is not None


class Engine:
    """Recognises lines of text; takes about a second to begin and 800 MB while it works."""

    def __init__(self, path: Path) -> None:
        if not is_installed():
            raise CannotRead(NOT_INSTALLED, code="no-recognition", path=str(path))
        self._recognise: Any = import_module(LIBRARY).RapidOCR(params={"Global.log_level": "error"})

    def read(self, pixels: Any, width: float, height: float) -> PageText:
        """Return the lines of a page, `pixels` rows of three colours, that is `width` by `height` points."""
        found = self._recognise(pixels, use_cls=False)
        scale = width / max(1, pixels.shape[1])
        lines = []
        for corners, text, sure in zip(found.boxes, found.txts, found.scores, strict=True) if found.txts else ():
            places = tuple(round(float(value) * scale, 2) for corner in corners for value in corner)
            lines.append(TextLine(str(text), round(float(sure), 4), places))
        return PageText(width, height, tuple(lines))


def pixels_of(width: int, height: int, stride: int, colours: int, data: bytes) -> Any:
    """Return a drawn page, `colours` bytes a pixel, as the rows that the library takes."""
    numpy: Any = import_module("numpy")
    rows = numpy.frombuffer(data, dtype=numpy.uint8).reshape(height, stride)[:, : colours * width]
    return numpy.ascontiguousarray(rows.reshape(height, width, colours)[:, :, :3])


def pictures_in(path: Path, data: bytes) -> list[tuple[Any, float, float]]:
    """Return the pages of a picture: their rows, width and height in points; raise `CannotRead` where it is damaged."""
    numpy, pillow = import_module("numpy"), import_module("PIL.Image")
    turn = import_module("PIL.ImageOps").exif_transpose
    pages = []
    try:
        with pillow.open(BytesIO(data)) as picture:
            for number in range(min(getattr(picture, "n_frames", 1), FRAMES_MOST)):
                picture.seek(number)
                if picture.width * picture.height > PIXELS_MOST:
                    raise ValueError("too large")
                rows = numpy.asarray(turn(picture).convert("RGB"))[:, :, ::-1]
                width = A4_WIDTH
                pages.append((numpy.ascontiguousarray(rows), width, width * rows.shape[0] / max(1, rows.shape[1])))
    except Exception as error:  # the library raises whatever a damaged picture leads it to
        raise CannotRead(NO_PICTURE, code="picture-damaged", path=str(path)) from error
    return pages
