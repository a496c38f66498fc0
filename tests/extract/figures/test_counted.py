"""A bare number in a table is counted with the measure word that the text uses for the thing."""

from __future__ import annotations

from pathlib import Path

from reader.pipeline import extract_mentions, open_issue

TABLE = "\n\n| 港区 | 渔船名额 | 灯塔数量 | 码头数 |\n| --- | --- | --- | --- |\n| 北屿 | 20 | 4 | 3 |\n"


def _units(folder: Path, prose: str) -> list[tuple[str, str]]:
    path = folder / "a.md"
    path.write_text(f"# 渔港整修方案\n\n{prose}{TABLE}", "utf-8")
    figures = extract_mentions(open_issue(path)).figures
    return [(figure.surface, figure.unit) for figure in figures if figure.surface in ("20", "4", "3")]


def test_the_measure_words_of_the_text_are_those_of_its_tables(tmp_path: Path) -> None:
    prose = "今年整修渔船35艘，明年再整修渔船40艘，并改造灯塔2座。"
    assert _units(tmp_path, prose) == [("20", "艘"), ("4", "座"), ("3", "个")]


def test_a_table_of_things_that_the_text_does_not_count_keeps_the_common_word(tmp_path: Path) -> None:
    assert _units(tmp_path, "今年整修渔港，请各港区报送。") == [("20", "个"), ("4", "个"), ("3", "个")]
