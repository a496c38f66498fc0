"""Documents of Word 97–2003 and rich text: what they tell of their text is read as a DOCX tells it.

`documents/notice.rtf` was written by hand, `notice.doc` is the same, saved by a word processor.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.errors import CannotRead
from reader.pipeline import open_issue

DOCUMENTS = Path(__file__).parent / "documents"
PROSE = "石榴河流域今年降水偏少，各地按照计划供水，保障居民生活和春季灌溉需要。"


@pytest.mark.parametrize("name", ["notice.doc", "notice.rtf"])
def test_headings_tables_notes_and_styles_are_read(name: str) -> None:
    issue = open_issue(DOCUMENTS / name)
    nodes, blocks = list(issue.walk()), [block for node in issue.walk() for block in node.blocks]
    assert issue.source.format == name.rpartition(".")[2]
    headings = [node.title.plain for node in nodes] + [b.text.plain for b in blocks if b.kind == "subheading"]
    named = [issue.masthead.title.text] if issue.masthead.title.text else []
    assert sorted(named + headings) == sorted(["青榆省水务局供水简报", "一月来水情况", "二月安排"])
    (table,) = [block for block in blocks if block.rows]
    rows = [[cell.plain for cell in row] for row in table.rows]
    assert rows == [["水库", "蓄水", "比例"], ["石榴", "3200", "81%"], ["合计", "4700", ""]]
    assert [(cell.row, cell.column, cell.columns) for cell in table.merged] == [(2, 1, 2)]
    (first,) = [block for block in blocks if block.refs]
    assert first.text.plain == f"{PROSE}请各地核对。另行通知。"
    assert [run.text for run in first.text.runs if "strong" in run.styles] == ["请各地核对。"]
    assert [note.text for node in nodes for note in node.footnotes] == ["数字以年报为准。"]
    dropped = {issue.source.text[d.start : d.end]: d.reason for d in issue.dropped}
    assert dropped["内部资料"] == "running-header"


def test_a_link_leads_where_it_did() -> None:
    for name in ("notice.doc", "notice.rtf"):
        *_, node = open_issue(DOCUMENTS / name).walk()
        assert any("link" in run.styles for run in node.blocks[-1].text.runs), name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (rb"{\rtf1\ansi\ansicpg936 \'b9\'a9\'cb\'ae\par}", "供水"),
        (rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f3\fcharset134 S;}}\f3 \'b9\'a9\'cb\'ae\par}", "供水"),
        (rb"{\rtf1\ansi\uc2\u20379 \'b9\'a9\u27700 ??\par}", "供水"),
        (rb"{\rtf1\ansi\uc0\u-10187\u-8961 \u20379\par}", "供"),
        (rb"{\rtf1{\*\pgdsctbl{\pgdsc0 Default;}}{\pict\wmetafile8 0102}\u20379?\u27700?\par}", "供水"),
        (rb"{\rtf1{\shp{\*\shpinst{\shptxt \u20379?\par}{\sp{\sn x}{\sv 1}}}{\shprslt \u20379?}}\u27700?\par}", "供水"),
        (rb"{\rtf1 \{\u20379?\~\u27700?\}\par}", "{供\xa0水}"),
        (rb"{\rtf1\ansi\ansicpg93 caf\'e9\par}", "caf\u00e9"),
        (rb"{\rtf1 {\listtext\pard 1.\tab}\u20379?\par", "1. 供"),
    ],
)
def test_signs_of_rich_text_are_read(tmp_path: Path, text: bytes, shown: str) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(text)
    assert "".join(open_issue(path).source.text.split("\n")) == shown


def _spoilt(at: int, value: int) -> bytes:
    data = bytearray((DOCUMENTS / "notice.doc").read_bytes())
    head = data.index(b"\xec\xa5")
    data[head + at] = value
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (_spoilt(11, 0x13), "locked with a password"),
        (_spoilt(3, 0), "Word 95 or older"),
        ((DOCUMENTS / "notice.doc").read_bytes()[:3000], "damaged document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "damaged document"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(data)
    with pytest.raises(CannotRead, match=told):
        open_issue(path)


def test_a_document_opens_as_what_it_is_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "notice.docx"
    path.write_bytes((DOCUMENTS / "notice.rtf").read_bytes())
    assert open_issue(path).source.format == "rtf"
    (tmp_path / "page.doc").write_bytes("<html><body><p>供水通知，请各地照办。</p></body></html>".encode())
    assert open_issue(tmp_path / "page.doc").source.format == "html"
