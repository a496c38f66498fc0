"""What the first bytes of a picture tell: its format and its size in pixels, without decoding it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

HEAD = 1 << 16  # bytes in which most pictures tell their size
PIXELS_MOST = 40_000_000  # of a picture that is drawn: a larger one may be a bomb
BYTES_MOST = 50_000_000
SIZELESS_JPEG = (0xC4, 0xC8, 0xCC)  # markers among those of frames that begin none
TIFF_ENTRIES = 64  # that are looked at
EMF_SIGN = b" EMF"
UNIT = {"px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "": 1.0, "em": 16.0, "ex": 8.0}
SVG = re.compile(rb"<svg\b[^>]*>", re.I)
SVG_SIZE = re.compile(rb"\b(?P<name>width|height)\s*=\s*[\"']\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[a-z]{0,2})[\"']")
VIEW_BOX = re.compile(rb"\bviewBox\s*=\s*[\"'][-\d.eE]+[\s,]+[-\d.eE]+[\s,]+(?P<w>[\d.]+)[\s,]+(?P<h>[\d.]+)\s*[\"']")
UNSAFE_SVG = re.compile(  # what runs, fetches or grows without end
    rb"<!ENTITY|<script|<foreignObject|\bon[a-z]{3,15}\s*=|(?:href|src)\s*=\s*[\"']\s*(?!#|data:image/(?:png|jpe?g|gif))"
    rb"|url\(\s*[\"']?\s*(?!#)|@import",
    re.I,
)
USES_MOST = 500  # of one part of an SVG by another
POINTS = 0.75  # of a pixel, where a picture does not tell how large it is
COMMON = frozenset(("png", "jpeg", "gif", "svg", "webp"))  # formats that readers of books and pages draw
DRAWABLE = COMMON | {"bmp"}  # formats that the window draws
MEDIA = {
    "png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml", "webp": "image/webp",
    "bmp": "image/bmp", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf",
}  # fmt: skip
SUFFIXES = {"jpeg": ".jpg", "tiff": ".tif"}


class PictureFacts(NamedTuple):
    """The format of a picture (a key of MEDIA) and its size in pixels; 0 where it does not tell."""

    format: str
    width: int
    height: int


def facts_of(data: bytes) -> PictureFacts | None:
    """Tell what a picture is by its first bytes; None where they are those of none that is known."""
    for read in (_png, _jpeg, _gif, _webp, _bmp, _tiff, _metafile, _svg):
        if found := read(data):
            return found
    return None


def suffix_of(format_name: str) -> str:
    """Return how the name of a file of a format ends."""
    return SUFFIXES.get(format_name, f".{format_name}")


def is_too_large(data: bytes, facts: PictureFacts) -> bool:
    """Tell whether a picture is more than anybody draws: it is told of, not decoded."""
    return len(data) > BYTES_MOST or facts.width * facts.height > PIXELS_MOST


def is_safe_svg(data: bytes) -> bool:
    """Tell whether an SVG draws what it holds and nothing else: no script, no outside file, no endless copies."""
    return not UNSAFE_SVG.search(data) and data.count(b"<use") <= USES_MOST and not data.startswith(b"\x1f\x8b")


def _number(data: bytes, at: int, size: int, order: str = "big") -> int:
    return int.from_bytes(data[at : at + size], "little" if order == "little" else "big")


def _png(data: bytes) -> PictureFacts | None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or len(data) < 24:
        return None
    return PictureFacts("png", _number(data, 16, 4), _number(data, 20, 4))


def _jpeg(data: bytes) -> PictureFacts | None:
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    turned = False
    for marker, at in _jpeg_segments(data):
        if marker == 0xE1 and data[at : at + 6] == b"Exif\0\0":
            turned = _orientation(data[at + 6 : at + 6 + 4096]) >= 5
        if 0xC0 <= marker <= 0xCF and marker not in SIZELESS_JPEG:
            height, width = _number(data, at + 1, 2), _number(data, at + 3, 2)
            return PictureFacts("jpeg", height, width) if turned else PictureFacts("jpeg", width, height)
    return PictureFacts("jpeg", 0, 0)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the markers of a JPEG, each with the place of what it holds."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            yield marker, at + 4
            at += 2 + _number(data, at + 2, 2)


def _orientation(exif: bytes) -> int:
    """Return how a camera was held, 1 to 8; from 5 on the picture lies on its side."""
    return next((value for tag, value in _tiff_entries(exif) if tag == 0x112), 1)


def _tiff_entries(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the first tags of a TIFF, each with its value where that is a number."""
    order = "little" if data.startswith(b"II") else "big"
    first = _number(data, 4, 4, order)
    for entry in range(min(_number(data, first, 2, order), TIFF_ENTRIES)):
        at = first + 2 + 12 * entry
        is_short = _number(data, at + 2, 2, order) == 3
        yield _number(data, at, 2, order), _number(data, at + 8, 2 if is_short else 4, order)


def _gif(data: bytes) -> PictureFacts | None:
    if not data.startswith((b"GIF87a", b"GIF89a")):
        return None
    return PictureFacts("gif", _number(data, 6, 2, "little"), _number(data, 8, 2, "little"))


def _webp(data: bytes) -> PictureFacts | None:
    if not data.startswith(b"RIFF") or data[8:12] != b"WEBP":
        return None
    kind = data[12:16]
    if kind == b"VP8X":
        return PictureFacts("webp", 1 + _number(data, 24, 3, "little"), 1 + _number(data, 27, 3, "little"))
    if kind == b"VP8L":
        bits = _number(data, 21, 4, "little")
        return PictureFacts("webp", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    return PictureFacts("webp", _number(data, 26, 2, "little") & 0x3FFF, _number(data, 28, 2, "little") & 0x3FFF)


def _bmp(data: bytes) -> PictureFacts | None:
    if not data.startswith(b"BM") or len(data) < 26:
        return None
    height = int.from_bytes(data[22:26], "little", signed=True)
    return PictureFacts("bmp", _number(data, 18, 4, "little"), abs(height))


def _tiff(data: bytes) -> PictureFacts | None:
    if not data.startswith((b"II*\0", b"MM\0*")):
        return None
    told = dict(_tiff_entries(data))
    return PictureFacts("tiff", told.get(0x100, 0), told.get(0x101, 0))


def _metafile(data: bytes) -> PictureFacts | None:
    """Tell the drawings of Windows, whose size is in units of their own."""
    if data.startswith(b"\xd7\xcd\xc6\x9a") and len(data) >= 22:
        left, top, right, bottom = (int.from_bytes(data[k : k + 2], "little", signed=True) for k in (6, 8, 10, 12))
        inch = _number(data, 14, 2, "little") or 1440
        return PictureFacts("wmf", abs(right - left) * 96 // inch, abs(bottom - top) * 96 // inch)
    if data.startswith((b"\x01\0\x09\0\0\x03", b"\x02\0\x09\0\0\x03")):
        return PictureFacts("wmf", 0, 0)
    if data[40:44] != EMF_SIGN:
        return None
    frame = [int.from_bytes(data[k : k + 4], "little", signed=True) for k in (24, 28, 32, 36)]  # hundredths of mm
    return PictureFacts("emf", abs(frame[2] - frame[0]) * 96 // 2540, abs(frame[3] - frame[1]) * 96 // 2540)


def _svg(data: bytes) -> PictureFacts | None:
    m = SVG.search(data[:4096])
    if not m or not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return None
    told = {s["name"]: float(s["number"]) * UNIT.get(s["unit"].decode(), 1.0) for s in SVG_SIZE.finditer(m.group())}
    box = VIEW_BOX.search(m.group())
    width, height = told.get(b"width", 0.0), told.get(b"height", 0.0)
    if box and not (width and height):
        across, down = float(box["w"]), float(box["h"])
        if width and across:
            height = width * down / across
        elif height and down:
            width = height * across / down
        else:
            width, height = across, down
    return PictureFacts("svg", round(width), round(height))
