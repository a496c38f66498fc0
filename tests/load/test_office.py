"""Spreadsheets and presentations: sheets are headings with tables, slides articles; numbers are shown as cells do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from reader.load.word.cell_values import shown
from reader.pipeline import open_issue
from tests.load.packing import zipped

A = 'xmlns:a="a" xmlns:p="p" xmlns:r="r"'
RELATIONS = '<Relationships xmlns="x">{}</Relationships>'


def _relation(number: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{number}" Type="http://x/{kind}" Target="{target}"/>'


def presentation(*slides: str, notes: str = "") -> bytes:
    """Write a presentation of slides with these shapes; `notes` are those of the first."""
    numbers = range(1, len(slides) + 1)
    files: dict[str, str | bytes] = {
        "ppt/presentation.xml": f"<p:presentation {A}><p:sldIdLst>"
        + "".join(f'<p:sldId id="{255 + n}" r:id="r{n}"/>' for n in numbers)
        + "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": RELATIONS.format(
            "".join(_relation(f"r{n}", "slide", f"slides/slide{n}.xml") for n in numbers)
        ),
    }
    for number, shapes in zip(numbers, slides, strict=True):
        files[f"ppt/slides/slide{number}.xml"] = f"<p:sld {A}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"
    if notes:
        files["ppt/slides/_rels/slide1.xml.rels"] = RELATIONS.format(
            _relation("n1", "notesSlide", "../notesSlides/note1.xml")
        )
        files["ppt/notesSlides/note1.xml"] = f"<p:notes {A}><p:cSld>{notes}</p:cSld></p:notes>"
    return zipped(files)


def shape(text: str, kind: str = "body") -> str:
    """Write a shape of one paragraph for each line."""
    lines = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in text.split("\n"))
    return f'<p:sp><p:nvPr><p:ph type="{kind}"/></p:nvPr><p:txBody>{lines}</p:txBody></p:sp>'


def test_slides_are_articles_with_tables_and_notes(tmp_path: Path) -> None:
    cells = "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{t}</a:t></a:r></a:p></a:txBody></a:tc>" for t in ("水库", "比例"))
    table = f"<a:tbl><a:tr>{cells}</a:tr><a:tr>{cells}</a:tr></a:tbl>"
    first = shape("石榴河流域降水偏少。\n各地要按照计划供水。") + shape("一月来水情况", "title") + shape("3", "sldNum")
    second = shape("二月供水安排", "title") + shape("二月的供水按照年度计划安排，不作调整。") + table
    path = tmp_path / "a.pptx"
    path.write_bytes(presentation(first, second, notes=shape("请向各县说明。")))
    issue = open_issue(path)
    assert issue.source.format == "pptx"
    assert [node.title.plain for node in issue.nodes] == ["一月来水情况", "二月供水安排"]
    one, two = issue.nodes
    assert [block.text.plain for block in one.blocks][-1] == "请向各县说明。"
    assert [[cell.plain for cell in row] for row in two.blocks[-1].rows] == [["水库", "比例"]] * 2
    assert [issue.source.text[d.start : d.end] for d in issue.dropped if d.reason == "page-number"] == ["3"]


def test_sheets_are_headings_with_tables(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "一月"
    rows = [["水库蓄水情况表"], ["水库", "日期", "蓄水", "比例"], ["石榴", date(2031, 5, 6), 3200.5, 0.815]]
    for row in [*rows, ["合计", None, 4700, 0.7], [], ["注：数字以年报为准。"]]:
        sheet.append(row)
    sheet["B3"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["C3"].number_format = "#,##0.0"
    sheet["D3"].number_format = "0.0%"
    sheet.merge_cells("A4:B4")
    sheet.merge_cells("A1:D1")
    hidden = book.create_sheet("底稿")
    hidden.append(["不给人看"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    issue = open_issue(path)
    (table,) = [block for node in issue.walk() for block in node.blocks if block.rows]
    assert [[cell.plain for cell in row] for row in table.rows] == [
        ["水库", "日期", "蓄水", "比例"],
        ["石榴", "2031年5月6日", "3,200.5", "81.5%"],
        ["合计", "", "4700", "0.7"],
    ]
    assert [(cell.row, cell.column, cell.columns) for cell in table.merged] == [(2, 0, 2)]
    assert issue.source.text.startswith("一月\n") and "底稿" not in issue.source.text
    assert "注：数字以年报为准。" in issue.source.text


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (1234567.0, "", "1234567"),
        (0.1 + 0.2, "General", "0.3"),
        (12.345, "0.00", "12.35"),
        (1234567.891, "#,##0", "1,234,568"),
        (0.0525, "0.00%", "5.25%"),
        (12.5, '0.0"万元"', "12.5万元"),
        (-3.0, "0.0;(0.0)", "(3.0)"),
        (47974.0, "yyyy-mm-dd", "2031-05-06"),
        (47974.5, "yyyy/m/d h:mm", "2031/5/6 12:00"),
        (0.75, "h:mm:ss", "18:00:00"),
        (47974.0, "[$-804]yyyy年m月", "2031年5月"),
        (5.0, "@", "5"),
    ],
)
def test_numbers_are_shown_as_their_cells_show_them(number: float, code: str, text: str) -> None:
    assert shown(number, code, since_1904=False) == text
