"""What is set right in one issue of a periodical helps with the next, by a profile that a person can read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader import cli
from reader.model.errors import ReaderError
from reader.periodical import Profile, ProfileRule, switched
from reader.periodical_file import profile_as_json, read_profile

FIRST = """# 河口简讯

## 街市

### 花市开张

花市今早开了门，来的人不少，摊位不够。

**来信请寄渡口信箱**

### 夜市收摊

夜市提前收了摊，雨下得太大。

## 水上

### 渡轮照常开行

渡轮仍旧每半小时一班，夜里停开。

**来信请寄渡口信箱**
"""
SECOND = """# 河口简讯

## 街市

### 早市搬家

早市搬到了北岸，路上要多走一刻钟。

**来信请寄渡口信箱**

## 水上

### 浮桥加宽

浮桥加宽了两尺，两个人可以并排走。

### 水位回落

水位回落了三寸，石阶又露了出来。

**来信请寄渡口信箱**
"""
TOLD = [{"what": "leave-out", "quote": "来信请寄渡口信箱", "prefix": "摊位不够。"}]
Captured = pytest.CaptureFixture[bytes]


@pytest.fixture
def issues(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "first.md", tmp_path / "second.md"
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, "utf-8")
    return paths


def _profile(path: Path, told: list[dict[str, Any]], folder: Path, capture: Captured) -> Path:
    """Learn a profile of an issue from what is told of it."""
    right, profile = folder / "C.json", folder / "P.json"
    right.write_text(json.dumps({"corrections": told}), "utf-8")
    assert cli.main(["corrections", str(path), "--corrections", str(right), "--as-profile"]) == 0
    profile.write_bytes(capture.readouterr().out)
    return profile


def _read(path: Path, capture: Captured, *wish: str) -> tuple[dict[str, Any], str]:
    assert cli.main(["inspect", str(path), "--json", *wish]) == 0
    told = capture.readouterr()
    return json.loads(told.out), told.err.decode("utf-8")


def test_what_is_left_out_of_one_issue_is_left_out_of_the_next(
    issues: tuple[Path, Path], tmp_path: Path, capfdbinary: Captured
) -> None:
    profile = _profile(issues[0], TOLD, tmp_path, capfdbinary)
    told, said = _read(issues[1], capfdbinary, "--profile", str(profile))
    assert [dropped["reason"] for dropped in told["dropped"]].count("by-hand") == 2
    assert "2 correction(s) from the profile" in said


def test_headings_that_are_set_alike_are_taken_alike(
    issues: tuple[Path, Path], tmp_path: Path, capfdbinary: Captured
) -> None:
    told = [{"what": "subheading", "quote": title} for title in ("花市开张", "夜市收摊", "渡轮照常开行")]
    told += [{"what": "article", "quote": title, "level": 1} for title in ("街市", "水上")]
    profile = _profile(issues[0], told, tmp_path, capfdbinary)
    found, _ = _read(issues[1], capfdbinary, "--profile", str(profile))
    kinds = {node["title"]: node["kind"] for node in found["nodes"]}
    assert kinds == {"街市": "article", "水上": "article"}
    parts = [block["text"] for node in found["nodes"] for block in node["blocks"] if block["type"] == "subheading"]
    assert [part for part in parts if "来信" not in part] == ["早市搬家", "浮桥加宽", "水位回落"]


def test_a_rule_that_is_switched_off_says_nothing(
    issues: tuple[Path, Path], tmp_path: Path, capfdbinary: Captured
) -> None:
    path = _profile(issues[0], TOLD, tmp_path, capfdbinary)
    profile = read_profile(path)
    path.write_text(profile_as_json(switched(profile, dict.fromkeys(range(len(profile.rules)), False))), "utf-8")
    told, said = _read(issues[1], capfdbinary, "--profile", str(path))
    assert "by-hand" not in [dropped["reason"] for dropped in told["dropped"]]
    assert said.startswith("bulletin-reader: 0 correction(s)")


def test_a_profile_never_wins_against_the_list_of_contents(tmp_path: Path, capfdbinary: Captured) -> None:
    listed = (
        "河口简讯\n\n目录\n\n街市新闻……1\n水上新闻……2\n\n街市新闻\n\n花市今早开了门。\n\n水上新闻\n\n渡轮仍旧开行。\n"
    )
    path = tmp_path / "listed.txt"
    path.write_text(listed, "utf-8")
    profile = tmp_path / "P.json"
    profile.write_text(profile_as_json(Profile("河口简讯", "", (ProfileRule("name", "水上新闻", "text"),))), "utf-8")
    told, _ = _read(path, capfdbinary, "--profile", str(profile))
    assert "水上新闻" in [node["title"] for node in told["nodes"]]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    rules = (ProfileRule("setting", "heading 2", "section", 1, 1.5), ProfileRule("name", "来信", "text", is_on=False))
    profile = Profile("河口简讯", "河口镇", rules)
    path = tmp_path / "P.json"
    path.write_text(profile_as_json(profile), "utf-8")
    assert read_profile(path) == profile


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("nothing", "no JSON"),
        ("[]", "lacks"),
        ('{"periodical": {}, "rules": [{"by": "rhyme"}]}', "rule 1 needs"),
        ('{"periodical": {}, "rules": [{"by": "name", "what": "text", "key": 3}]}', "another kind"),
    ],
)
def test_a_malformed_profile_is_refused_in_one_sentence(content: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "P.json"
    path.write_text(content, "utf-8")
    with pytest.raises(ReaderError, match=problem):
        read_profile(path)
