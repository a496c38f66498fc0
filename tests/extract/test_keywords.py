"""Keywords are what a librarian would file an article under."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.extract.keywords import MOST, keywords_in, keywords_of
from reader.model.document import Block, Node, Run, Span, Text
from reader.pipeline import open_issue

ROOT = Path(__file__).resolve().parents[2]

ARTICLES = [
    (
        "海水制氢平台首次并网",
        [
            "平台搭载四组直接使用海水的电解槽，把海水制氢的电耗降到新低。",
            "海水制氢不再需要淡化，电解槽的膜只让水蒸气通过。",
        ],
        {"制氢", "海水制氢", "电解槽"},
    ),
    (
        "微针贴片连续监测血糖",
        ["聚合物微针贴片贴在手臂上，可以连续监测糖尿病患者的血糖。", "微针贴片的针长只有半毫米，糖尿病患者没有痛感。"],
        {"糖尿病", "血糖", "微针贴片"},
    ),
    (
        "我省出台措施支持揭榜挂帅",
        [
            "揭榜挂帅项目由企业出题，高校和科研院所揭榜，财政给予资助。",
            "成果转化的收益由各方约定，知识产权归属写入协议。",
        ],
        {"揭榜挂帅", "知识产权"},
    ),
]


@pytest.mark.parametrize(("title", "texts", "expected"), ARTICLES, ids=[title for title, _, _ in ARTICLES])
def test_an_article_is_filed_under_its_subjects(title: str, texts: list[str], expected: set[str]) -> None:
    found = keywords_in(title, texts)
    assert len(expected & set(found)) >= 2 and found[0] in expected, found


def test_the_title_weighs_more_than_the_text() -> None:
    texts = ["会场设在湿地公园，代表们讨论了甲烷。"]
    assert keywords_in("土壤碳核算", texts)[0] == "土壤碳"


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").iterdir()), ids=lambda path: path.name[:3])
def test_no_keyword_is_a_number_a_stop_word_or_part_of_another(path: Path) -> None:
    for node in open_issue(path).walk():
        found = keywords_of(node)
        assert len(found) <= MOST
        for word in found:
            assert not re.search(r"\d|[，。、的了]", word)
            assert len(word) > 1 and word not in ("研究", "技术", "表示", "我们", "年", "the", "and")
            assert not any(word != other and word in other for other in found)


def test_an_article_without_words_has_none() -> None:
    assert keywords_in("", []) == ()
    assert keywords_in("2025", ["12%，345。"]) == ()


def test_the_answer_is_the_same_each_time() -> None:
    title, texts, _ = ARTICLES[0]
    assert keywords_in(title, texts) == keywords_in(title, texts)


def test_tables_and_captions_say_nothing() -> None:
    caption = Block("caption", Text((Run("图1 湿地湿地湿地", 0),)), (Span(0, 9),))
    assert "湿地" not in keywords_of(Node("n1", "article", 1, Text((Run("土壤碳核算", 0),)), blocks=(caption,)))


@given(st.text("量子电池研究的，。12 ab", max_size=60), st.text("储能湿地AI3。", max_size=20))
def test_whatever_is_written_keywords_stand_in_it(text: str, title: str) -> None:
    for word in keywords_in(title, [text]):
        assert word in title + "\n" + text
