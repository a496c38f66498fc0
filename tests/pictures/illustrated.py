"""The same illustrated article in each kind of file: a photograph and a chart with captions, and an ornament."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.load.packing import R, W, zipped
from tests.pdfs import typeset_with

PROSE = "南渠三号闸昨日试水，水位稳定，全线未见渗漏，管理站将继续观测三天，再决定何时正式通水。"
MORE = "闸门由本地工匠修复，历时两个月，用去木料十二方，铁件三百余件，费用由沿渠七村分担。"
TITLE, CAPTION, CHART_CAPTION = "南渠三号闸试水成功", "图1 试水当日的闸口。石渠生摄", "图2 三天的水位变化"
SAID, CHART_SAID = "闸口全景", "水位曲线"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def png(width: int, height: int, tint: int = 90) -> bytes:
    """Make a picture of stripes."""
    rows = b"".join(
        b"\0" + b"".join(bytes((x * 6 % 256, y * 8 % 256, tint)) for x in range(width)) for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


PHOTO, CHART, DOT = png(320, 240), png(200, 120, 10), png(8, 8)


def drawing(key: str, size: tuple[int, int], said: str = "", kind: str = "inline") -> str:
    """Write a picture of a document, its size in points."""
    extent = f'cx="{size[0] * 12700}" cy="{size[1] * 12700}"'
    return (
        f'<w:r><w:drawing><wp:{kind} xmlns:wp="{DRAWING}/wordprocessingDrawing"><wp:extent {extent}/>'
        f'<wp:docPr id="1" name="图片 1" descr="{said}"/><a:graphic xmlns:a="{DRAWING}/main"><a:graphicData>'
        f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill></pic:pic>'
        f"</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )


def written_docx(path: Path, body: str, pictures: Mapping[str, bytes], more: str = "") -> Path:
    """Write a document; `pictures` are its files by the ids of their relations."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    rels = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="media/{key}.png"/>' for key in pictures)
    files: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{rels}{more}</Relationships>",
        **{f"word/media/{key}.png": data for key, data in pictures.items()},
    }
    path.write_bytes(zipped(files))
    return path


def p(inner: str) -> str:
    return f"<w:p>{inner if inner.startswith('<') else f'<w:r><w:t>{inner}</w:t></w:r>'}</w:p>"


def _docx(folder: Path) -> Path:
    title = p(f'<w:r><w:rPr><w:sz w:val="44"/></w:rPr><w:t>{TITLE}</w:t></w:r>')
    body = [
        title, p(PROSE), p(drawing("a", (240, 180), SAID)), p(CAPTION), p(MORE),
        p(drawing("b", (200, 120), CHART_SAID, "anchor")), p(CHART_CAPTION), p(PROSE), p(drawing("c", (6, 6))), p(MORE),
    ]  # fmt: skip
    return written_docx(folder / "闸.docx", "".join(body), {"a": PHOTO, "b": CHART, "c": DOT})


def _web(sources: tuple[str, str, str]) -> str:
    photo, chart, dot = sources
    return (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{PROSE}</p>"
        f'<figure><img src="{photo}" alt="{SAID}"><figcaption>{CAPTION}</figcaption></figure><p>{MORE}</p>'
        f'<p><img src="{chart}" alt="{CHART_SAID}"></p><p class="caption">{CHART_CAPTION}</p>'
        f'<p>{PROSE}<img src="{dot}" width="8" height="8"></p><p>{MORE}</p></body></html>'
    )


def _data(data: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def _html(folder: Path) -> Path:
    path = folder / "闸.html"
    path.write_text(_web((_data(PHOTO), _data(CHART), _data(DOT))), "utf-8")
    return path


def _files(folder: Path) -> None:
    (folder / "图 片").mkdir()
    for name, data in (("a.png", PHOTO), ("b.png", CHART), ("c.png", DOT)):
        (folder / "图 片" / name).write_bytes(data)


def _saved(folder: Path) -> Path:
    _files(folder)
    path = folder / "闸.html"
    path.write_text(_web(("./图%20片/a.png", "图 片/b.png?v=2", "图 片/c.png")), "utf-8")
    return path


def _mht(folder: Path) -> Path:
    page = _web(("cid:a@x", "../p/b.png", "c.png")).encode()
    parts = [("text/html; charset=utf-8", "Content-Location: https://water.example.org/n/1.html", page)]
    parts += [("image/png", "Content-ID: <a@x>", PHOTO)]
    parts += [("image/png", "Content-Location: https://water.example.org/p/b.png", CHART)]
    parts += [("image/png", "Content-Location: https://water.example.org/n/c.png", DOT)]
    lines = ["From: <Saved by a browser>", "MIME-Version: 1.0", 'Content-Type: multipart/related; boundary="=x"', ""]
    for kind, name, data in parts:
        coded = base64.encodebytes(data).decode()
        lines += ["--=x", f"Content-Type: {kind}", name, "Content-Transfer-Encoding: base64", "", coded]
    path = folder / "闸.mht"
    path.write_text("\r\n".join([*lines, "--=x--", ""]), "ascii", newline="")
    return path


def _epub(folder: Path) -> Path:
    page = _web(("../Images/a.png", "../Images/b.png", "../Images/c.png"))
    package = (
        "<package><metadata><title>水利简报</title></metadata><manifest>"
        '<item id="p" href="Text/p.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="p"/></spine></package>'
    )
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/p.opf"/></rootfiles></container>',
        "OEBPS/p.opf": package,
        "OEBPS/Text/p.xhtml": page,
        "OEBPS/Images/a.png": PHOTO,
        "OEBPS/Images/b.png": CHART,
        "OEBPS/Images/c.png": DOT,
    }
    path = folder / "闸.epub"
    path.write_bytes(zipped(files))
    return path


def _md(folder: Path) -> Path:
    _files(folder)
    path = folder / "闸.md"
    path.write_text(
        f"# {TITLE}\n\n{PROSE}\n\n![{SAID}](<图 片/a.png>)\n\n{CAPTION}\n\n{MORE}\n\n"
        f"![{CHART_SAID}][chart]\n\n{CHART_CAPTION}\n\n{PROSE}\n\n{MORE}\n\n[chart]: ./图%20片/b.png\n",
        "utf-8",
    )
    return path


def _pdf(folder: Path) -> Path:
    def figure(name: str, width: int, caption: str) -> str:
        return f'#align(center)[#image("{name}", width: {width}pt)\n{caption}]\n\n'

    source = (
        f"= {TITLE}\n\n{PROSE * 3}\n\n{figure('a.png', 240, CAPTION)}{MORE * 3}\n\n"
        f"{figure('b.png', 200, CHART_CAPTION)}{PROSE * 2}\n\n{MORE * 2}\n"
    )
    path = folder / "闸.pdf"
    path.write_bytes(typeset_with(source, {"a.png": PHOTO, "b.png": CHART}, folder))
    return path


KINDS: Mapping[str, Callable[[Path], Path]] = {
    "docx": _docx, "html": _html, "saved": _saved, "mht": _mht, "epub": _epub, "md": _md, "pdf": _pdf,
}  # fmt: skip
"""Each kind of file, and who writes the article as one."""
