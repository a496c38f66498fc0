"""The links of an issue: each once in its article, with the words that it is on."""

from __future__ import annotations

from pathlib import Path

from reader.model.mentions import Link
from reader.pipeline import extract_mentions, open_issue

WEEKLY = """# 周刊第3期

## 工具

- [潮汐表生成器](https://tides.example.org/make) 输入坐标就能打印一年的潮汐。
- 镜像站：https://mirror.example.org/tides/ ，与 https://tides.example.org/make 相同。

## 文章

读 [一篇长文](https://essay.example.org/a_b) 需要二十分钟，写信给 [作者](mailto:who@example.org)。
"""


def _links(text: str, tmp_path: Path) -> tuple[Link, ...]:
    path = tmp_path / "weekly.md"
    path.write_text(text, "utf-8")
    return extract_mentions(open_issue(path)).links


def test_each_address_is_one_link_of_its_article_with_its_words(tmp_path: Path) -> None:
    assert [(link.text, link.url, link.article) for link in _links(WEEKLY, tmp_path)] == [
        ("潮汐表生成器", "https://tides.example.org/make", "工具"),
        ("", "https://mirror.example.org/tides/", "工具"),
        ("一篇长文", "https://essay.example.org/a_b", "文章"),
    ]


def test_a_link_knows_its_place(tmp_path: Path) -> None:
    for link in _links(WEEKLY, tmp_path):
        assert WEEKLY[link.start : link.end] in (link.text, link.url)


def test_a_source_of_a_note_is_a_link_and_no_correspondent(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# 快讯\n\n港口改造完成[^1]。\n\n[^1]: 港口年报. https://port.example.org/2025\n", "utf-8")
    mentions = extract_mentions(open_issue(path))
    assert [link.url for link in mentions.links] == ["https://port.example.org/2025"]
    assert mentions.correspondents == ()
