"""Pictures with captions are found where they stand; grounds, ornaments and what every page repeats are not."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from reader.model.document import Issue, PagePart, Picture
from reader.pipeline import open_issue
from tests.pdfs import SETTING, typeset_with

BODY = "海上浮标在台风过境时仍然传回数据，值班的人每隔一刻钟检查一次，夜里的水温比白天低，盐度没有明显的变化。"


def png(width: int = 40, height: int = 30) -> bytes:
    """Make a small picture: stripes."""
    rows = b"".join(b"\0" + bytes((x * 6 % 256, y * 8 % 256, 90)[k] for x in range(width) for k in range(3)) for y in range(height))  # fmt: skip  # noqa: E501

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def issue_of(folder: Path, source: str, setting: str = SETTING) -> Issue:
    path = folder / "快报.pdf"
    path.write_bytes(typeset_with(source, {"a.png": png(), "b.png": png(60, 20)}, folder, setting))
    return open_issue(path)


FIGURE = '#align(center)[#image("a.png", width: 60mm)\n{caption}]\n'


def placed(picture: Picture) -> PagePart:
    assert isinstance(picture.place, PagePart)
    return picture.place


def test_a_picture_stands_with_the_caption_below_it(tmp_path: Path) -> None:
    caption = "图1：台风中的浮标。王海摄"
    issue = issue_of(tmp_path, f"= 浮标经受住台风\n{BODY}\n\n{FIGURE.format(caption=caption)}\n{BODY}\n\n{BODY}")
    (picture,) = issue.pictures
    assert issue.source.text[picture.caption :].startswith("图")
    page, box = placed(picture)
    assert page == 0
    wide, high = box.right - box.left, box.bottom - box.top
    assert abs(wide - 60 / 25.4 * 72) < 1 and abs(high - 45 / 25.4 * 72) < 1
    (place,) = (place for place in issue.places if place.start <= picture.caption < place.end)
    assert 0 <= place.box.top - box.bottom < 30


def test_two_pictures_side_by_side_keep_their_own_captions(tmp_path: Path) -> None:
    pair = (
        '#grid(columns: 2, gutter: 10mm, align: center, [#image("a.png", width: 50mm)\n图1：涨潮时的码头],'
        ' [#image("a.png", width: 50mm)\n图2：退潮时的码头])\n'
    )
    issue = issue_of(tmp_path, f"= 码头的潮位\n{BODY}\n\n{pair}\n\n{BODY}")
    text = issue.source.text
    by_caption = {text[p.caption :][:30].split("：")[1][:2]: placed(p).box.left for p in issue.pictures}
    assert by_caption["涨潮"] < by_caption["退潮"]


def test_grounds_ornaments_and_what_pages_repeat_are_left_out(tmp_path: Path) -> None:
    dress = (
        '#set page(background: image("b.png", width: 100%, height: 100%), header: image("a.png", width: 30mm))\n'
        f"= 浮标经受住台风\n{BODY}\n\n"
        '#align(center)[#image("a.png", width: 8mm)\n图1：台风中的浮标]\n'
    )
    more = "\n#pagebreak()\n".join(f"= 第{n}号浮标的情况\n{BODY}\n\n图2：浮标{n}\n\n{BODY}" for n in "二三四")
    issue = issue_of(tmp_path, f"{dress}{BODY}\n#pagebreak()\n{more}")
    assert issue.pictures == ()
