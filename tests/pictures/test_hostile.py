"""Pictures that are damaged, far too large, or mean harm give a sentence, quickly and in little memory."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from time import perf_counter

import pytest

from reader.commands.export import run
from reader.model.document import FilePart
from reader.model.errors import CannotRead
from reader.pictures.facts import PictureFacts, facts_of, is_safe_svg
from reader.pictures.picture_bytes import PictureBytes
from reader.pipeline import open_issue
from reader.ui.features.pages.picture_source import decoded
from tests.pictures.illustrated import MORE, PHOTO, PROSE, drawing, p, png, written_docx


def _bomb(width: int, height: int) -> bytes:
    """Make a small PNG that says that it is very large."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


GIF_BOMB = (
    b"GIF89a"
    + struct.pack("<HH", 65535, 65535)
    + b"\x80\0\0"
    + b"\xff" * 6
    + b",\0\0\0\0\xff\xff\xff\xff\0\x02\x02L\x01\0;"
)
TIFF_BOMB = (
    b"II*\0\x08\0\0\0\x02\0"
    + struct.pack("<HHII", 0x100, 4, 1, 90_000)
    + struct.pack("<HHII", 0x101, 4, 1, 90_000)
    + b"\0\0\0\0"
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">{}</svg>'
HARMFUL = {
    "script": SVG.format("<script>alert(1)</script>"),
    "outside": SVG.format('<image href="https://water.example.org/a.png"/>'),
    "file": SVG.format('<image xlink:href="file:///etc/passwd"/>'),
    "style": SVG.format("<style>@import 'https://water.example.org/a.css';</style>"),
    "laughs": '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + SVG.format("<text>&b;</text>"),
    "handler": SVG.format('<rect onload="x()" width="9" height="9"/>'),
    "copies": SVG.format('<g id="a"/>' + '<use href="#a"/>' * 600),
    "packed": "\x1f\x8b",
}


@pytest.mark.parametrize(
    "data",
    [
        _bomb(60_000, 60_000),
        GIF_BOMB,
        TIFF_BOMB,
        PHOTO[:200],
        b"\x89PNG\r\n\x1a\n",
        b"",
        b"\xff\xd8\xff\xe0",
        b"BM" + b"\xff" * 40,
    ],
    ids=["png", "gif", "tiff", "half", "head", "nothing", "jpeg", "bmp"],
)
def test_what_cannot_be_decoded_says_so_at_once(data: bytes) -> None:
    begun = perf_counter()
    with pytest.raises(CannotRead):
        decoded(data, 400)
    assert perf_counter() - begun < 2


@pytest.mark.parametrize("kind", HARMFUL)
def test_a_drawing_that_fetches_runs_or_grows_is_not_drawn(kind: str) -> None:
    assert not is_safe_svg(HARMFUL[kind].encode("latin-1"))
    with pytest.raises(CannotRead):
        decoded(HARMFUL[kind].encode("latin-1"), 400)


def test_a_harmless_drawing_is_drawn_as_large_as_it_is_shown() -> None:
    data = SVG.format('<rect id="a" width="9" height="9" fill="#c00"/><use href="#a" x="20"/>').encode()
    assert decoded(data, 400).width() == 400


def test_a_picture_is_decoded_no_larger_than_it_is_shown() -> None:
    assert decoded(png(600, 400), 150).width() == 150
    assert decoded(png(60, 40), 150).width() == 60


@pytest.mark.parametrize(
    ("data", "facts"),
    [
        (PHOTO, PictureFacts("png", 320, 240)),
        (b"GIF89a" + struct.pack("<HH", 30, 20), PictureFacts("gif", 30, 20)),
        (b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\x1d\0\0\x13\0\0", PictureFacts("webp", 30, 20)),
        (b"BM" + b"\0" * 16 + struct.pack("<ii", 30, -20) + b"\0" * 8, PictureFacts("bmp", 30, 20)),
        (SVG.format("").encode(), PictureFacts("svg", 200, 100)),
        (b'<svg viewBox="0 0 30 20">', PictureFacts("svg", 30, 20)),
        (b'<svg width="60" viewBox="0 0 30 20">', PictureFacts("svg", 60, 40)),
        (
            b"\xd7\xcd\xc6\x9a\0\0" + struct.pack("<hhhhH", 0, 0, 1440, 720, 1440) + b"\0" * 6,
            PictureFacts("wmf", 96, 48),
        ),
        (b"plain text", None),
    ],
)
def test_the_first_bytes_tell_format_and_size(data: bytes, facts: PictureFacts | None) -> None:
    assert facts_of(data) == facts


def test_a_jpeg_that_lies_on_its_side_is_told_as_it_is_seen() -> None:
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x112, 3, 1, 6, 0) + b"\0\0\0\0"
    frame = b"\x08" + struct.pack(">HH", 300, 400) + b"\x03"
    data = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xc0" + struct.pack(">H", 8) + frame
    assert facts_of(data) == PictureFacts("jpeg", 300, 400)


def test_an_export_goes_on_without_what_it_cannot_set(tmp_path: Path) -> None:
    broken = PHOTO[:60]  # its head tells a size, its body is gone
    body = p(PROSE) + p(drawing("a", (200, 150), "坏图")) + p(MORE) + p(drawing("b", (200, 150), "好图")) + p(PROSE)
    path = written_docx(tmp_path / "a.docx", body, {"a": broken, "b": PHOTO})
    assert len(open_issue(path).pictures) == 2
    for suffix in (".pdf", ".docx", ".epub", ".html", ".md", ".txt"):
        assert run([str(path), "--to", str(tmp_path / f"o{suffix}")]) == 0
    assert "坏图" in (tmp_path / "o.txt").read_text("utf-8")


def test_a_picture_that_is_gone_says_so(tmp_path: Path) -> None:
    path = written_docx(tmp_path / "a.docx", p(PROSE), {})
    with pytest.raises(CannotRead):
        PictureBytes(path)._parts.read(FilePart("packed", "word/media/a.png", "png"))
    page = tmp_path / "a.html"
    page.write_text(f"<p>{PROSE}</p>", "utf-8")
    for part in (
        FilePart("inside", "0" * 32, "png"),
        FilePart("beside", "a.png", "png"),
        FilePart("beside", "../a", ""),
    ):
        with pytest.raises(CannotRead):
            PictureBytes(page)._parts.read(part)
