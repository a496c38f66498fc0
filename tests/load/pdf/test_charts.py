"""What stands in a chart that is drawn is left out as its inside; tables and headings with bars are no charts."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.load.loaded import Loaded
from tests.load.pdf.test_pdf import PROSE, opened
from tests.pdfs import typeset

GRID = "".join(
    f"#place(dx: 30pt, dy: {20 * k}pt, line(length: 200pt, stroke: .4pt + gray))"
    f"#place(dy: {20 * k - 3}pt, text(size: 7pt)[{60 - 15 * k}])"
    for k in range(5)
)
NAMES = "".join(f"#place(dx: {44 + 45 * k}pt, dy: 86pt, text(size: 7pt)[第{k + 1}周])" for k in range(4))
LEGEND = (
    "#place(dx: 90pt, dy: 100pt, rect(width: 5pt, height: 5pt, fill: blue))"
    "#place(dx: 98pt, dy: 100pt, text(size: 7pt)[到港量])"
)
BARS = "".join(
    f"#place(dx: {40 + 45 * k}pt, dy: {high}pt, rect(width: 20pt, height: {80 - high}pt, fill: blue))"
    for k, high in enumerate((10, 25, 18, 40))
)
LYING = "".join(
    f"#place(dx: 30pt, dy: {5 + 18 * k}pt, rect(width: {wide}pt, height: 10pt, fill: blue))"
    f"#place(dx: 0pt, dy: {7 + 18 * k}pt, text(size: 7pt)[{name}])"
    f"#place(dx: {wide + 34}pt, dy: {7 + 18 * k}pt, text(size: 7pt)[{wide}%])"
    for k, (wide, name) in enumerate(((40, "玉米"), (90, "大豆"), (70, "小麦"), (25, "菜籽")))
)
CURVE = "#place(dx: 30pt, polygon(stroke: 1pt + red, (10pt, 60pt), (60pt, 30pt), (110pt, 44pt), (160pt, 12pt)))"
SPOKEN = {"60", "45", "30", "15", "0", "第1周", "第2周", "第3周", "第4周", "到港量"}


def drawn(drawing: str, folder: Path) -> Loaded:
    page = f"#box(width: 240pt, height: 110pt)[{drawing}]\n\n图1　到港量\n\n"
    return opened(typeset(f"{PROSE}\n\n{page}{PROSE}\n\n== 下周的展望\n\n{PROSE}"), folder)


def left_out(loaded: Loaded, reason: str = "chart") -> set[str]:
    lines = [row for row in loaded.lines if row.hint and row.hint.data == reason]
    return {loaded.source.text[row.start : row.end].strip() for row in lines}


@pytest.mark.parametrize("marks", [BARS, CURVE], ids=["bars", "curve"])
def test_numbers_names_and_legend_of_a_chart_are_its_inside(marks: str, tmp_path: Path) -> None:
    loaded = drawn(GRID + NAMES + LEGEND + marks, tmp_path)
    assert left_out(loaded) == SPOKEN
    assert len(loaded.pictures) == 1


def test_lying_bars_with_their_names_are_a_chart(tmp_path: Path) -> None:
    assert left_out(drawn(LYING, tmp_path)) == {"玉米", "大豆", "小麦", "菜籽", "40%", "90%", "70%", "25%"}


def test_a_title_in_the_frame_of_a_chart_belongs_to_it(tmp_path: Path) -> None:
    title = "#place(dx: 60pt, dy: -16pt, text(size: 10pt)[各周到港量对比])"
    frame = "#place(dx: -6pt, dy: -20pt, rect(width: 250pt, height: 132pt, stroke: .5pt))"
    assert left_out(drawn(frame + title + GRID + NAMES + LEGEND + BARS, tmp_path)) == SPOKEN | {"各周到港量对比"}


@pytest.mark.parametrize(
    "source",
    [
        "#table(columns: 3, stroke: (x: none, y: .5pt), fill: (_, y) => if calc.odd(y) { aqua }, "
        + ", ".join(f"[{k}]" for k in range(18))
        + ")",
        "".join(f"#block(fill: blue, width: {60 + 20 * k}pt, inset: 3pt)[标题{k}]\n\n{PROSE}\n\n" for k in range(4)),
        f"#line(length: 100%)\n\n{PROSE}\n\n" * 4,
    ],
    ids=["rows of colour", "headings on bars", "rules"],
)
def test_tables_bars_behind_headings_and_rules_are_no_charts(source: str, tmp_path: Path) -> None:
    assert not left_out(opened(typeset(source), tmp_path))


def test_a_curve_of_many_points_without_a_grid_is_a_chart(tmp_path: Path) -> None:
    points = ", ".join(f"({30 + k}pt, {40 + 25 * ((7 * k % 13) / 13)}pt)" for k in range(180))
    axes = "#place(dx: 30pt, dy: 80pt, line(length: 190pt))#place(dx: 30pt, dy: 0pt, line(end: (0pt, 80pt)))"
    curve = f"#place(polygon(stroke: 1pt + red, {points}))"
    ticks = "".join(f"#place(dy: {20 * k}pt, text(size: 7pt)[{90 - 30 * k}%])" for k in range(4))
    assert left_out(drawn(axes + curve + ticks + NAMES, tmp_path)) >= {"90%", "60%", "30%", "0%", "第2周"}


def test_bars_without_a_word_are_a_chart_where_a_caption_names_them(tmp_path: Path) -> None:
    bars = f"#box(width: 240pt, height: 84pt)[{BARS}]\n\n"
    assert len(opened(typeset(f"{PROSE}\n\n{bars}图1　到港量\n\n{PROSE}"), tmp_path).pictures) == 1
    assert opened(typeset(f"{PROSE}\n\n{bars}{PROSE}"), tmp_path).pictures == ()


def test_bars_that_stand_on_a_line_and_hang_from_it_are_one_chart(tmp_path: Path) -> None:
    axis = "#place(dx: 30pt, dy: 60pt, line(length: 200pt, stroke: .5pt))"
    marks = "".join(
        f"#place(dx: {36 + 24 * k}pt, dy: {min(60, 60 - high)}pt, rect(width: 9pt, height: {abs(high)}pt, fill: blue))"
        for k, high in enumerate((40, 31, 12, 5, -6, -15, -22, -38))
    )
    names = "".join(f"#place(dx: 4pt, dy: {14 + 40 * k}pt, text(size: 7pt)[{n}%])" for k, n in enumerate((40, 0, -40)))
    (picture,) = drawn(axis + marks + names, tmp_path).pictures
    assert picture.width > 195 and picture.height > 75
