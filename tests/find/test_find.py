"""Hits know where they stand in the outline and in the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.find import Wish, compile_search, find, texts_of_issue, texts_of_node
from reader.text.fold import fold
from tests.find.issues import hits_in, issue_of

TEXT = """水利通讯
2025年第3期

一、大坝加固工程开工

作者：林 山

    本月初，位于江口镇的上游大坝加固工程正式开工，县里为此总投资30
亿元，工期三年。项目部负责人说，加固用的石料和水泥全部来自本地，不
从外面调运，因此运费可以省下很多，工期也不会受到雨季的影响。

二、清淤工作完成过半

    各乡镇今年冬天组织人员清理河道和水渠，到上个月底已经完成计划数
的一半以上，余下的部分春耕以前能够完成，加固堤防的事另行安排。

| 坝段 | 投资 |
| --- | --- |
| 左岸 | 12亿元 |
| 右岸 | 18亿元 |
"""


def _squeezed(text: str) -> str:
    return "".join(fold(text).split())


def test_a_hit_over_a_wrap_names_the_source_characters_of_both_lines(tmp_path: Path) -> None:
    issue = issue_of(tmp_path, TEXT)
    [hit] = hits_in(issue, Wish("投资30亿元"))
    assert "".join(issue.source.text[s:e] for s, e in hit.spans) == "投资30亿元"
    assert hit.before.endswith("县里为此总")
    assert hit.after.startswith("，工期三年")


def test_hits_come_in_reading_order_from_titles_and_cells_too(tmp_path: Path) -> None:
    issue = issue_of(tmp_path, TEXT)
    parts = [(hit.place.part, hit.match) for hit in hits_in(issue, Wish("加固"))]
    assert parts == [("title", "加固"), ("block", "加固"), ("block", "加固"), ("block", "加固")]
    [cell] = hits_in(issue, Wish("18亿元"))
    assert (cell.place.row, cell.place.column) == (2, 1)
    assert [issue.source.text[s:e] for s, e in cell.spans] == ["18亿元"]


def test_the_name_of_an_author_is_found_where_it_is_printed(tmp_path: Path) -> None:
    issue = issue_of(tmp_path, TEXT)
    hits = hits_in(issue, Wish("林山"))
    assert hits
    assert all(hit.spans for hit in hits)


def test_one_article_can_be_searched_alone(tmp_path: Path) -> None:
    issue = issue_of(tmp_path, TEXT)
    search = compile_search(Wish("加固"))
    assert search is not None
    last = list(issue.walk())[-1]
    found = [hit for hit in find(texts_of_node(last), search, issue.source.text) if hit]
    assert [hit.place.node for hit in found] == [last.id]


def test_the_caller_is_given_pauses_in_a_big_issue(tmp_path: Path) -> None:
    issue = issue_of(tmp_path, TEXT)
    search = compile_search(Wish("没有的词"))
    assert search is not None
    many = [text for _ in range(2000) for text in texts_of_issue(issue)]
    assert set(find(many, search, issue.source.text)) == {None}


@pytest.mark.parametrize("seed", range(5))
def test_every_hit_in_a_sample_stands_in_the_source(seed: int, tmp_path: Path) -> None:
    path = sorted((Path(__file__).resolve().parents[2] / "seeds").iterdir())[seed]
    issue = issue_of(tmp_path, path.read_text("utf-8"), path.name)
    hits = [hit for word in ("研究", "发展", "2025年", "中国", "http") for hit in hits_in(issue, Wish(word))]
    assert hits
    for hit in hits:
        assert _squeezed(hit.match) == _squeezed("".join(issue.source.text[s:e] for s, e in hit.spans))
