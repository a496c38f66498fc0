"""The reader may say what the parts of a file are: articles of their own, or subheadings of one article."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.document import Issue
from reader.model.kinds import Reading
from reader.pipeline import open_issue

TEXT = "观测站记下了每一群的方向，志愿者在堤上守到天黑，县里统一配给了巡护船。" * 2
PARTS = ("候鸟归来", "芦苇返青", "渔民改行")


def _sections(mark: str) -> str:
    return "".join(f"{mark} {part}\n\n{TEXT}\n\n" for part in PARTS)


FILES = {
    "headline.md": f"# 河口湿地考察札记\n\n{_sections('##')}",
    "deeper.md": f"# 河口湿地\n\n## 考察札记\n\n{_sections('###')}",
    "beside.md": _sections("##"),
    "numbered.txt": "".join(f"{n}、{part}\n\n　　{TEXT}\n\n" for n, part in zip("一二三", PARTS, strict=True)),
    "plain.txt": "".join(f"{part}\n\n　　{TEXT}\n\n" for part in PARTS),
}


def _read(folder: Path, name: str, reading: Reading) -> Issue:
    path = folder / name
    path.write_text(FILES[name], encoding="utf-8")
    return open_issue(path, reading=reading)


def _articles(issue: Issue) -> list[str]:
    return [node.title.plain for node in issue.walk() if node.kind == "article"]


def _subheadings(issue: Issue) -> list[str]:
    return [block.text.plain for node in issue.walk() for block in node.blocks if block.kind == "subheading"]


def _are_parts(titles: list[str]) -> bool:
    return len(titles) == len(PARTS) and all(map(str.endswith, titles, PARTS))


@pytest.mark.parametrize("name", FILES)
def test_the_parts_read_as_articles(name: str, tmp_path: Path) -> None:
    issue = _read(tmp_path, name, "articles")
    assert _are_parts(_articles(issue))
    assert not _subheadings(issue)


@pytest.mark.parametrize("name", FILES)
def test_the_parts_read_as_one_article(name: str, tmp_path: Path) -> None:
    issue = _read(tmp_path, name, "one")
    assert len(_articles(issue)) == 1
    assert _are_parts(_subheadings(issue)[-len(PARTS) :])


@pytest.mark.parametrize("reading", ["articles", "one"])
def test_a_lone_heading_opens_the_article_whatever_is_chosen(reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "lone.md"
    path.write_text(f"# 河口湿地考察札记\n\n{TEXT}\n", encoding="utf-8")
    assert _articles(open_issue(path, reading=reading)) == ["河口湿地考察札记"]
