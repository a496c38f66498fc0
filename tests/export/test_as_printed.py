"""What carries meaning on the page carries it in every file that is handed on: colour, quotations, merged cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.commands.export import run
from reader.export.facts import spans_of
from reader.export.publication import Passage, Words
from reader.model.document import Block, Issue, Merged
from reader.pictures.pages import Pages
from reader.pipeline import open_issue

ROWS = (
    "<tr><th>时段</th><th>周一</th><th>周二</th></tr>"
    "<tr><td>上午一</td><td rowspan='2'>巡渠实习</td><td>读数课</td></tr>"
    "<tr><td>上午二</td><td>闸门课</td></tr>"
    "<tr><td>下午</td><td colspan='2'>全站例会</td></tr>"
)
PAGE = (
    "<html><body><h1>渠工夜校课程安排</h1><p>夜校本周开课，地点在南渠管理站二楼，学员请带好记录本。"
    "<span style='color:#c00'>周三停课</span>，周四照常上课，雨天改在一楼大厅。</p>"
    "<blockquote><p>学会看水，才学会管水，这是老站长留下的话。</p></blockquote>"
    f"<p>课表如下，请各组传阅。</p><table border='1'>{ROWS}</table><p>以上安排自下周起执行。</p></body></html>"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def _blocks(issue: Issue) -> list[Block]:
    return [block for node in issue.walk() for block in node.blocks]


@pytest.mark.parametrize("suffix", [".html", ".docx", ".epub"])
def test_merged_cells_are_merged_when_they_are_read_back(suffix: str, page: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out{suffix}"
    assert run([str(page), "--to", str(out)]) == 0
    tables = [block for block in _blocks(open_issue(out)) if block.rows]
    assert [[cell.plain for cell in row] for row in tables[-1].rows][1:] == [
        ["上午一", "巡渠实习", "读数课"],
        ["上午二", "", "闸门课"],
        ["下午", "全站例会", ""],
    ]
    assert tables[-1].merged == (Merged(1, 1, 2, 1), Merged(3, 1, 1, 2))


@pytest.mark.parametrize("suffix", [".html", ".docx", ".epub"])
def test_words_in_a_colour_of_their_own_have_one_when_they_are_read_back(
    suffix: str, page: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"out{suffix}"
    assert run([str(page), "--to", str(out)]) == 0
    runs = [run for block in _blocks(open_issue(out)) for run in block.text.runs]
    if suffix == ".docx":
        assert "".join(run.text for run in runs if "color" in run.styles) == "周三停课"
    else:  # a style sheet says what the class looks like
        assert '<span class="color">周三停课</span>' in _text_of(out)


def _text_of(path: Path) -> str:
    if path.suffix != ".epub":
        return path.read_text("utf-8")
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xhtml"))


@pytest.mark.parametrize("suffix", [".html", ".epub", ".md"])
def test_a_quotation_is_one_when_it_is_read_back(suffix: str, page: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out{suffix}"
    assert run([str(page), "--to", str(out)]) == 0
    quoted = [block.text.plain for block in _blocks(open_issue(out)) if block.quote]
    assert any("学会看水" in text for text in quoted)


def test_a_pdf_sets_merged_cells_once(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run([str(page), "--to", str(out)]) == 0
    with Pages(out) as pages:
        assert pages.count == 1
    text = "".join(block.text.plain for block in _blocks(open_issue(out)))
    cells = [cell.plain for block in _blocks(open_issue(out)) for row in block.rows for cell in row]
    assert (text + "".join(cells)).count("全站例会") == 1


def _cells(*merged: Merged, header_rows: int = 1) -> Passage:
    row = ((Words("甲"),), (Words("乙"),), (Words("丙"),))
    return Passage("table", rows=(row, row, row), header_rows=header_rows, merged=merged)


@pytest.mark.parametrize(
    ("merged", "kept"),
    [
        (Merged(1, 0, 9, 9), [Merged(1, 0, 2, 3)]),  # no further than the table
        (Merged(0, 0, 2, 1), []),  # a cell of the head that goes on in the body
        (Merged(1, 2, 1, 1), []),
    ],
)
def test_no_cell_takes_more_than_its_part_of_the_table(merged: Merged, kept: list[Merged]) -> None:
    assert list(spans_of(_cells(merged))[0].values()) == kept


def test_no_place_is_taken_twice() -> None:
    spans, taken = spans_of(_cells(Merged(1, 0, 2, 2), Merged(1, 1, 1, 2)))
    assert list(spans) == [(1, 0)] and set(taken) == {(1, 1), (2, 0), (2, 1)}
