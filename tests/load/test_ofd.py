"""OFD files: their pages are read as those of a PDF; what cannot be read is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.document import Issue
from reader.model.errors import CannotRead
from reader.pipeline import open_issue
from tests.load.packing import ofd, ofd_text

PROSE = "石榴河流域今年降水偏少，各地要按照计划供水，保障居民生活和春季灌溉需要。"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


def _open(folder: Path, data: bytes) -> Issue:
    path = folder / "notice.ofd"
    path.write_bytes(data)
    return open_issue(path)


def _prose(left: float, top: float, lines: int, width: int = 16) -> str:
    text = PROSE * 9
    rows = (text[k * width : (k + 1) * width] for k in range(lines))
    return "".join(ofd_text(row, left, top + 8 * k) for k, row in enumerate(rows))


def _notice() -> str:
    head = ofd_text("关于做好春季供水工作的通知", 50, 40, 8, 2)
    return head + ofd_text("各市水务局：", 30, 60) + ofd_text(PROSE[:28], 40, 70) + ofd_text(PROSE[28:], 30, 78)


def test_a_large_line_is_the_title_and_lines_are_joined(tmp_path: Path) -> None:
    issue = _open(tmp_path, ofd(_notice(), title="供水通知"))
    (node,) = issue.nodes
    assert (issue.source.format, issue.source.encoding, issue.source.declared) == ("ofd", "ofd", "供水通知")
    assert node.title.plain == "关于做好春季供水工作的通知"
    assert [block.text.plain for block in node.blocks] == ["各市水务局：", PROSE]
    assert {place.page for place in issue.places} == {0}


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = _prose(20, 40, 12, 15), _prose(115, 40, 12, 14)
    text = _open(tmp_path, ofd("".join(a + b for a, b in zip(_lines(left), _lines(right), strict=True)))).source.text
    first = (PROSE * 9)[: 12 * 15]
    assert text.replace("\n", "").startswith(first)


def _lines(objects: str) -> list[str]:
    end = "</ofd:TextObject>"
    return [part + end for part in objects.split(end) if part]


def test_repeated_distances_matrices_and_blocks_are_understood(tmp_path: Path) -> None:
    text = '<ofd:TextCode X="0" Y="5" DeltaX="g 3 5 2.5 2.5">供水通知2031</ofd:TextCode>'
    half = f'<ofd:TextObject Boundary="30 40 60 8" Font="1" Size="10" CTM="0.5 0 0 0.5 0 0">{text}</ofd:TextObject>'
    issue = _open(tmp_path, ofd(f"<ofd:PageBlock>{half}</ofd:PageBlock>{_prose(30, 70, 3)}"))
    line = issue.places[0]
    assert issue.source.text.startswith("供水通知2031\n")
    assert (line.box.left, line.box.bottom - line.box.top) == pytest.approx((30 * 72 / 25.4, 5 * 72 / 25.4), rel=0.01)


def test_a_ruled_table_is_a_table(tmp_path: Path) -> None:
    rules = "".join(
        f'<ofd:PathObject Boundary="{box}" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0 L {to}</ofd:AbbreviatedData>'
        "</ofd:PathObject>"
        for box, to in [
            *((f"30 {y} 120 0.1", "120 0") for y in (100, 110, 120, 130)),
            *((f"{x} 100 0.1 30", "0 30") for x in (30, 70, 110, 150)),
        ]
    )
    cells = [["水库", "蓄水", "比例"], ["石榴", "3200", "81%"], ["青榆", "1500", "64%"]]
    text = "".join(
        ofd_text(cell, 34 + 40 * x, 107 + 10 * y) for y, row in enumerate(cells) for x, cell in enumerate(row)
    )
    issue = _open(tmp_path, ofd(_prose(30, 40, 5) + rules + text))
    (table,) = [block for node in issue.walk() for block in node.blocks if block.rows]
    assert [[cell.plain for cell in row] for row in table.rows] == cells


def test_pictures_and_seals_are_named(tmp_path: Path) -> None:
    resources = (
        '<ofd:MultiMedias><ofd:MultiMedia ID="9" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia>'
        "</ofd:MultiMedias>"
    )
    picture = '<ofd:ImageObject Boundary="50 90 60 40" ResourceID="9" CTM="60 0 0 40 0 0"/>'
    seal = '<ofd:Signature><ofd:StampAnnot PageRef="1" Boundary="120 150 40 40"/></ofd:Signature>'
    parts: dict[str, str | bytes] = {"Doc_0/Res/a.png": PIXEL, "Doc_0/Signs/Sign_0/Signature.xml": seal}
    issue = _open(tmp_path, ofd(_prose(30, 40, 5) + picture + _prose(30, 140, 2), resources=resources, **parts))
    assert [(picture.kind, picture.alt) for picture in issue.pictures] == [("photo", ""), ("logo", "印章")]


def test_what_lies_over_a_page_is_left_out_as_such(tmp_path: Path) -> None:
    common = "<ofd:Annotations>Annots.xml</ofd:Annotations>"
    mark = ofd_text("内部资料", 60, 100, 20)
    own = "http://www.ofdspec.org/2016"
    parts: dict[str, str | bytes] = {
        "Doc_0/Annots.xml": f'<a:Annotations xmlns:a="{own}"><a:Page PageID="1"><a:FileLoc>A1.xml</a:FileLoc></a:Page>'
        "</a:Annotations>",
        "Doc_0/A1.xml": f'<ofd:PageAnnot xmlns:ofd="{own}"><ofd:Annot Type="Watermark"><ofd:Appearance Boundary="0 0 '
        f'210 297">{mark}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>',
    }
    issue = _open(tmp_path, ofd(_notice(), common=common, **parts))
    (dropped,) = [d for d in issue.dropped if d.reason == "set-askew"]
    assert issue.source.text[dropped.start : dropped.end] == "内部资料"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ofd('<ofd:ImageObject Boundary="0 0 210 297" ResourceID="9" CTM="210 0 0 297 0 0"/>'), "pictures-only"),
        (ofd(""), "empty"),
        (ofd(), "document-damaged"),
        (ofd(_notice(), **{"Encryptions.xml": "<Encryptions/>"}), "unsupported"),
        (ofd(_notice())[:-200], "document-damaged"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(CannotRead) as refusal:
        _open(tmp_path, data)
    assert refusal.value.code == code
