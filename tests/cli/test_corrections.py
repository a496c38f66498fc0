"""Corrections of an outline from a file: read strictly, applied by `inspect` and `export`, the unplaced ones listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import cli
from reader.commands.amendments import as_json, read_amendments
from reader.model.amendments import Amendment
from reader.model.errors import ReaderError

BULLETIN = """# 河口简讯

## 桥面铺装完成

工人昨夜把最后一段桥面铺好。

## 另外

渡轮仍旧每半小时一班。

## 花市开张

花市今早开了门。
"""
Captured = pytest.CaptureFixture[bytes]


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    path = tmp_path / "bulletin.md"
    path.write_text(BULLETIN, "utf-8")
    return path


def _file(folder: Path, *rows: dict[str, object]) -> Path:
    path = folder / "C.json"
    path.write_text(json.dumps({"corrections": rows}, ensure_ascii=False), "utf-8")
    return path


def _titles(capture: Captured) -> list[str]:
    told = json.loads(capture.readouterr().out)
    return [node["title"] for node in told["nodes"]]


def test_inspect_applies_the_corrections_of_a_file(bulletin: Path, tmp_path: Path, capfdbinary: Captured) -> None:
    right = _file(tmp_path, {"what": "text", "quote": "另外"})
    assert cli.main(["inspect", str(bulletin), "--json", "--corrections", str(right)]) == 0
    assert _titles(capfdbinary) == ["桥面铺装完成", "花市开张"]


def test_export_applies_them_too(bulletin: Path, tmp_path: Path) -> None:
    right = _file(tmp_path, {"what": "article", "quote": "渡轮仍旧每半小时一班", "level": 1})
    assert cli.main(["export", str(bulletin), "--to", str(tmp_path / "out.md"), "--corrections", str(right)]) == 0
    assert "- [渡轮仍旧每半小时一班](#c3)" in (tmp_path / "out.md").read_text("utf-8")


def test_what_cannot_be_placed_is_listed_and_the_rest_holds(
    bulletin: Path, tmp_path: Path, capfdbinary: Captured
) -> None:
    right = _file(tmp_path, {"what": "article", "quote": "夜市收摊"}, {"what": "text", "quote": "另外"})
    assert cli.main(["inspect", str(bulletin), "--json", "--corrections", str(right)]) == 0
    told = capfdbinary.readouterr()
    assert told.err.decode("utf-8") == "bulletin-reader: not placed: article “夜市收摊”\n"
    assert [node["title"] for node in json.loads(told.out)["nodes"]] == ["桥面铺装完成", "花市开张"]


def test_a_heading_of_the_rules_that_is_not_given_stays(bulletin: Path, tmp_path: Path, capfdbinary: Captured) -> None:
    right = _file(tmp_path, {"what": "section", "quote": "另外", "level": 1})
    assert cli.main(["inspect", str(bulletin), "--json", "--corrections", str(right)]) == 0
    assert _titles(capfdbinary) == ["桥面铺装完成", "另外"]


def test_a_list_that_says_again_what_the_rules_say_is_the_whole_outline(
    bulletin: Path, tmp_path: Path, capfdbinary: Captured
) -> None:
    rows = ({"what": "article", "quote": title, "level": 1} for title in ("桥面铺装完成", "花市开张"))
    right = _file(tmp_path, *rows)
    assert cli.main(["inspect", str(bulletin), "--json", "--corrections", str(right)]) == 0
    told = capfdbinary.readouterr()
    assert "whole outline" in told.err.decode("utf-8")
    assert [node["title"] for node in json.loads(told.out)["nodes"]] == ["桥面铺装完成", "花市开张"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("nonsense", "is no JSON"),
        ("[]", "holds no list"),
        ('{"corrections": [], "more": 1}', "holds no list"),
        ('{"corrections": [3]}', "correction 1 is no object"),
        ('{"corrections": [{"what": "chapter", "quote": "a"}]}', "needs a “what”"),
        ('{"corrections": [{"what": "text", "quote": "a"}, {"what": "text"}]}', "correction 2 needs a “quote”"),
        ('{"corrections": [{"what": "text", "quote": "a", "color": 1}]}', "unknown field “color”"),
        ('{"corrections": [{"what": "article", "quote": "a", "level": "1"}]}', "“level” that is no number"),
        ('{"corrections": [{"what": "issue", "quote": "", "value": "a"}]}', "needs a “value”"),
        ('{"corrections": [{"what": "issue", "value": {"title": 3}}]}', "that is no text"),
        ('{"corrections": [{"what": "byline", "quote": "a", "value": [1]}]}', "list of names"),
        ('{"corrections": [{"what": "split", "quote": "a", "value": "b"}]}', "says nothing"),
    ],
)
def test_a_malformed_file_is_refused_in_one_sentence(
    content: str, problem: str, bulletin: Path, tmp_path: Path, capfdbinary: Captured
) -> None:
    path = tmp_path / "C.json"
    path.write_text(content, "utf-8")
    assert cli.main(["inspect", str(bulletin), "--corrections", str(path)]) == 2
    told = capfdbinary.readouterr().err.decode("utf-8")
    assert problem in told
    assert told.count("\n") == 1


def test_a_missing_file_is_named(bulletin: Path, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="cannot be read"):
        read_amendments(tmp_path / "C.json")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    told = (
        Amendment("article", "花市开张", "前", "后", 2),
        Amendment("issue", "", facts=(("title", "河口周报"), ("date", ""))),
        Amendment("byline", "苏小青 摄", names=("苏小青",)),
        Amendment("leave-out", "广告", reason="related"),
    )
    path = tmp_path / "C.json"
    path.write_text(as_json(told), "utf-8")
    assert read_amendments(path) == told
