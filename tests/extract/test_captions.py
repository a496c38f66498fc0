"""Captions are taken apart: what they show, their label, who made the picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.extract import captions_of
from reader.extract.contacts.credits import credit_of
from reader.model.document import Block, Issue, Masthead, Node, Run, Source, Span, Text
from reader.model.mentions import CaptionMention

CASES = Path(__file__).resolve().parent / "captions" / "captions.txt"


def _issue(*captions: str) -> Issue:
    """Make an issue of one article with captions one below the other."""
    blocks, text = [], "标题\n"
    for caption in captions:
        blocks.append(Block("caption", Text((Run(caption, len(text)),)), (Span(len(text), len(text) + len(caption)),)))
        text += caption + "\n"
    title = Text((Run("标题", 0),))
    node = Node("n1", "article", 1, title, (Span(0, 2),), blocks=tuple(blocks))
    return Issue(Source("a.txt", "", "text", "utf-8", text), Masthead(), (), (), (node,), ())


def _told(caption: CaptionMention) -> str:
    return f"{caption.kind} | {caption.label} | {caption.surface} | {caption.credit}".strip()


@pytest.mark.parametrize("line", [line for line in CASES.read_text("utf-8").splitlines() if "→" in line][1:])
def test_a_caption_is_taken_apart(line: str) -> None:
    text, expected = line.split(" → ")
    issue = _issue(text)
    (caption,) = captions_of(issue)
    assert _told(caption) == expected.strip()
    assert issue.source.text[caption.start : caption.end] == caption.surface
    assert (caption.node, caption.article) == ("n1", "标题")


def test_a_credit_on_its_own_line_belongs_to_the_caption_above() -> None:
    (caption,) = captions_of(_issue("斯格明子的磁场。", "图片来源：某某国家实验室"))
    assert _told(caption) == "photo |  | 斯格明子的磁场。 | 图片来源：某某国家实验室"


def test_two_captions_stay_two() -> None:
    assert [c.label for c in captions_of(_issue("图1 装置", "图2 结果"))] == ["图1", "图2"]


@pytest.mark.parametrize(
    ("text", "names", "orgs"),
    [
        ("设备。（严子墨 摄）", ("严子墨",), ()),
        ("设备。新华社记者 赵六摄", ("赵六",), ("新华社",)),
        ("图片来源：桥梁监测中心", (), ("桥梁监测中心",)),
        ("设备。某某大学供图", (), ("某某大学",)),
        ("图为拍摄现场。", (), ()),
        ("他拍摄的照片很多", (), ()),
    ],
)
def test_whom_a_credit_names(text: str, names: tuple[str, ...], orgs: tuple[str, ...]) -> None:
    credit = credit_of(text)
    assert (credit.names, credit.orgs) == (names, orgs) if credit else not names and not orgs


@given(st.lists(st.text("图表1 2：。（）摄供图源某a\n", min_size=1, max_size=30), min_size=1, max_size=4))
def test_whatever_a_caption_says_its_words_stand_in_the_source(captions: list[str]) -> None:
    issue = _issue(*captions)
    for caption in captions_of(issue):
        assert issue.source.text[caption.start : caption.end].strip() == caption.surface.strip()
