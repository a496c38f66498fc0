"""Tables of every ruling are read row by row: all lines, across only, down only, none; text in columns is no table."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.document import Block
from tests.load.pdf.test_pdf import PARAGRAPHS, PROSE, understood
from tests.pdfs import typeset

HEAD = ("地区", "本月", "上月", "增幅")
BODY = tuple(
    (name, f"{17 + k}.2", f"{16 + k}.8", f"+{k}.4%") for k, name in enumerate(("青榆湾", "石榴山", "河埠", "松针岭"))
)
ROWS = (HEAD, *BODY)
RULINGS = {
    "all lines": "stroke: .5pt",
    "frame and columns": "stroke: (x, y) => (x: .5pt, bottom: if y == 0 or y == 4 { .5pt }, top: if y == 0 { .5pt })",
    "three lines": "stroke: (x, y) => (top: if y == 0 { 1pt }, bottom: if y == 0 { .5pt } else if y == 4 { 1pt })",
    "lines between rows": "stroke: (x: none, y: .5pt)",
    "line below the head": "stroke: (x, y) => (bottom: if y == 0 { .5pt })",
    "two lines": "stroke: (x, y) => (top: if y == 0 { 1pt }, bottom: if y == 4 { 1pt })",
    "none": "stroke: none",
    "rows of colour": "stroke: none, fill: (x, y) => if calc.odd(y) { aqua }",
    "head of colour": "stroke: (x, y) => (bottom: .5pt), fill: (x, y) => if y == 0 { blue }",
}


def table(ruling: str, rows: tuple[tuple[str, ...], ...] = ROWS, columns: str = "4") -> str:
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    return f"#table(columns: {columns}, {ruling}, align: center, {cells})"


def read(source: str, folder: Path) -> list[list[list[str]]]:
    return [[[cell.plain for cell in row] for row in block.rows] for block in tables(source, folder)]


def tables(source: str, folder: Path) -> list[Block]:
    issue = understood(typeset(f"{PARAGRAPHS[0]}\n\n{source}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"), folder)
    return [block for node in issue.walk() for block in node.blocks if block.kind == "table"]


@pytest.mark.parametrize("ruling", RULINGS.values(), ids=RULINGS)
def test_a_table_is_read_row_by_row_however_it_is_ruled(ruling: str, tmp_path: Path) -> None:
    assert read(table(ruling), tmp_path) == [[list(row) for row in ROWS]]


@pytest.mark.parametrize("ruling", RULINGS.values(), ids=RULINGS)
def test_empty_cells_keep_their_columns(ruling: str, tmp_path: Path) -> None:
    rows = (("", *HEAD[1:]), (*BODY[0][:2], "", BODY[0][3]), *BODY[1:])
    assert read(table(ruling, rows), tmp_path) == [[list(row) for row in rows]]


@pytest.mark.parametrize("ruling", ["three lines", "lines between rows", "all lines"])
def test_cells_of_several_lines_are_one_cell(ruling: str, tmp_path: Path) -> None:
    long = ("松针岭三期工程", "沿线便道同时平整，月底前恢复通水，运出淤泥", "16.8", "+3.4%")
    rows = (*ROWS[:2], long, *ROWS[3:])
    found = read(table(RULINGS[ruling], rows, "(60pt, 90pt, 60pt, 60pt)"), tmp_path)
    assert found == [[list(row) for row in rows]]


NARROW = (
    ("地区", "完成时限", "主要措施"),
    ("湾口", "十月底", "疏浚为主"),
    ("山背", "明年六月", "人工清淤"),
    ("河埠", "明年底", "补种水草"),
)
TASKS = (
    ("1", "青榆湾水利站", "把旧渠改成石渠，沿线加装量水设施，并在汛期以前完成试水和验收。"),
    ("2", "石榴山林场", "在山脚种植灌木和草带，减少雨水冲刷，同时开设一条通往苗圃的便道。"),
    ("3", "河埠镇", "清理集市边的水塘，塘边修台阶，供居民洗涤，每季度检查一次水质。"),
)


@pytest.mark.parametrize(
    ("rows", "widths"), [(NARROW, "(20pt, 40pt, 40pt)"), ((("", "单位", "任务"), *TASKS), "(20pt, 52pt, 120pt)")]
)
def test_rows_of_cells_that_all_have_several_lines_are_told_by_the_order_of_the_file(
    rows: tuple[tuple[str, ...], ...], widths: str, tmp_path: Path
) -> None:
    ruling = f"stroke: (x, y) => (top: if y < 2 {{ 1pt }}, bottom: if y == {len(rows) - 1} {{ 1pt }}), inset: 3.5pt"
    assert read(table(ruling, rows, widths), tmp_path) == [[list(row) for row in rows]]


@pytest.mark.parametrize("ruling", ["all lines", "three lines"])
def test_tables_below_each_other_with_captions_between_are_several(ruling: str, tmp_path: Path) -> None:
    one = table(RULINGS[ruling])
    between = "\n\n注：本月数据为初步统计。\n\n#align(center)[表2　各地对比]\n\n#align(right)[单位：万元]\n\n"
    assert read(f"#align(center)[表1　各地情况]\n\n{one}{between}{one}", tmp_path) == [[list(row) for row in ROWS]] * 2


def test_a_head_over_two_columns_leaves_the_columns_below_it(tmp_path: Path) -> None:
    source = (
        "#table(columns: 5, stroke: none, align: center, table.hline(),"
        " [品种], table.cell(colspan: 2)[产地价], table.cell(colspan: 2)[批发价],"
        " table.hline(start: 1, end: 3), table.hline(start: 3), [], [价格], [环比], [价格], [环比], table.hline(),"
        " [活鸡], [12.6], [+0.8%], [16.9], [+0.5%], [鸡蛋], [8.5], [+2.2%], [9.4], [+1.5%], table.hline())"
    )
    (found,) = tables(source, tmp_path)
    assert found.header_rows == 2
    assert {(m.row, m.column, m.rows, m.columns) for m in found.merged} >= {(0, 1, 1, 2), (0, 3, 1, 2)}
    assert read(source, tmp_path) == [
        [
            ["品种", "产地价", "", "批发价", ""],
            ["", "价格", "环比", "价格", "环比"],
            ["活鸡", "12.6", "+0.8%", "16.9", "+0.5%"],
            ["鸡蛋", "8.5", "+2.2%", "9.4", "+1.5%"],
        ]
    ]


@pytest.mark.parametrize(
    "source",
    [
        "#columns(3)[" + "\n\n".join(PARAGRAPHS[:3]) + "]",
        "#columns(2)[" + "\n\n".join(f"- {PROSE[:14]}" for _ in range(8)) + "]",
        "#grid(columns: (5em, 10em), row-gutter: 8pt, " + ", ".join(f"[联系人{k}：], [沈知遥]" for k in range(5)) + ")",
        "#line(length: 100%)\n\n" + "\n\n".join(PARAGRAPHS[:2]) + "\n\n#line(length: 100%)",
    ],
    ids=["columns of text", "lists in columns", "labels", "text between rules"],
)
def test_text_in_columns_lists_and_labels_are_no_tables(source: str, tmp_path: Path) -> None:
    assert read(source, tmp_path) == []
