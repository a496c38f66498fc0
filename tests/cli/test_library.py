"""The command `library`: issues are read in once and found for ever."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reader.app.data_folder import data_folder
from reader.cli import main
from reader.pipeline import open_issue
from reader.store import Library, article_keys, normalise

HYDROGEN = """氢能观察
第3期
2024年3月15日

一、国家发布氢能规划

    国家发展改革委近日发布规划，计划投资4.49亿元建设制氢基地，可再生能源占比达到52.5%。有意者请于2024年6月30日前报名。
    联系人：张敏，电话：010-62345678。

二、OpenAI 发布新模型

    美国 OpenAI 公司发布了 machine learning 方面的新模型，售价20美元。
"""
STORAGE = """储能周报
第12期
2023年11月

一、储能电站投运

    江苏一座储能电站正式投运，总投资3000万元，该电站由华东电力设计院设计，建设历时十
八个月。

二、碳

    每一个人都在谈论碳。
"""


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture(scope="module")
def issues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("issues")
    _write(folder / "氢能.txt", HYDROGEN)
    _write(folder / "2023" / "储能.txt", STORAGE)
    return folder


@pytest.fixture(scope="module")
def read_in(issues: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the issues in once for all the questions."""
    data = tmp_path_factory.mktemp("library")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BULLETIN_READER_DATA", str(data))
        assert main(["library", "add", str(issues)]) == 0
    return data


@pytest.fixture
def library(read_in: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BULLETIN_READER_DATA", str(read_in))
    return read_in


def ask(capsys: pytest.CaptureFixture[str], *question: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["library", "search", *question, "--json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def files(answer: dict[str, Any]) -> set[str]:
    return {Path(hit["file"]).name for hit in answer["hits"]}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("碳", {"储能.txt"}),
        ("氢能规划", {"氢能.txt"}),
        ("氫能規劃", {"氢能.txt"}),
        ("openai", {"氢能.txt"}),
        ('"Machine Learning"', {"氢能.txt"}),
        ("machinelearning", set()),
        ("4.49亿", {"氢能.txt"}),
        ("52.5％", {"氢能.txt"}),
        ("历时十八个月", {"储能.txt"}),  # over a wrap
        ("报名。联系人", set()),  # over the end of a paragraph
        ("氢能 OR 储能电站", {"氢能.txt", "储能.txt"}),
        ("投资 NOT 氢能", {"储能.txt"}),
        ("投资 AND 电站", {"储能.txt"}),
        ("(投资 OR 碳) AND NOT 制氢", {"储能.txt"}),
        ("amount>1亿", {"氢能.txt"}),
        ("amount<=3000万元 投资", {"储能.txt"}),
        ("amount>10美元", {"氢能.txt"}),
        ("percent>50", {"氢能.txt"}),
        ("percent>60", set()),
        ("has:deadline", {"氢能.txt"}),
        ("person:张敏", {"氢能.txt"}),
        ("title:碳", {"储能.txt"}),
        ("title:谈论", set()),
        ("in:储能周报 投资", {"储能.txt"}),
        ("after:2024-01 投资", {"氢能.txt"}),
        ("before:2024 投资", {"储能.txt"}),
        ("after:2023-11-20 before:2024-03-16 投资", {"氢能.txt", "储能.txt"}),
        ("没有这样的词", set()),
        ("is:unread 碳", {"储能.txt"}),
    ],
)
def test_a_question_finds_its_issues(
    library: Path, capsys: pytest.CaptureFixture[str], question: str, expected: set[str]
) -> None:
    answer = ask(capsys, question)
    assert files(answer) == expected
    assert answer["total"] == len(answer["hits"])


def test_a_hit_tells_where_it_stands(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(capsys, "制氢基地")
    (hit,) = answer["hits"]
    assert hit["article"].endswith("国家发布氢能规划") and hit["issue"] == "氢能观察 第3期"
    assert "制氢基地" in hit["quote"] and hit["score"] > 0
    assert answer["facets"]["periodical"] == {"氢能观察": 1} and answer["facets"]["year"] == {"2024": 1}


def test_as_many_hits_come_as_are_asked_for(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    everything = ask(capsys, "的 OR 。 OR 能", "--limit", "0")
    assert everything["total"] == len(everything["hits"]) > 1
    one = ask(capsys, "的 OR 。 OR 能", "--limit", "1")
    assert len(one["hits"]) == 1 and one["total"] == everything["total"]


@pytest.mark.parametrize(
    "question",
    ["", '"open', "(a", "a)", "a AND", "OR a", "NOT", "title:", "after:soon", "amount>much", "percent>", "has:x", "()"],
)
def test_a_question_that_cannot_be_read_is_told_in_one_sentence(
    library: Path, capsys: pytest.CaptureFixture[str], question: str
) -> None:
    assert main(["library", "search", question]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_what_is_read_is_not_read_again(library: Path, issues: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "add", str(issues)]) == 0
    assert capsys.readouterr().out == "0 read, 2 known, 0 could not be read\n"


def test_the_library_is_private(library: Path) -> None:
    modes = {path.name: path.stat().st_mode & 0o777 for path in library.iterdir()}
    assert set(modes.values()) == {0o600}, modes


class TestChanges:
    """A library of its own for each test."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        _write(tmp_path / "a.txt", STORAGE)
        main(["library", "add", str(tmp_path)])
        return tmp_path

    def test_a_changed_file_is_read_anew(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        _write(folder / "a.txt", STORAGE.replace("碳", "氦"))
        main(["library", "add", str(folder)])
        assert files(ask(capsys, "碳")) == set() and files(ask(capsys, "氦")) == {"a.txt"}

    def test_a_moved_file_is_found_where_it_is(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "b").mkdir()
        (folder / "a.txt").rename(folder / "b" / "c.txt")
        main(["library", "add", str(folder)])
        assert files(ask(capsys, "碳")) == {"c.txt"}

    def test_a_missing_file_stays_found_and_is_told(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "a.txt").unlink()
        main(["library", "add", str(folder)])
        assert files(ask(capsys, "碳")) == files(ask(capsys, "碳 is:missing")) == {"a.txt"}

    def test_two_files_of_one_content_are_one_issue(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        shutil.copy(folder / "a.txt", folder / "z.txt")
        main(["library", "add", str(folder)])
        assert len(ask(capsys, "谈论碳")["hits"]) == 1
        main(["library", "remove", str(folder / "a.txt")])
        assert files(ask(capsys, "谈论碳")) == {"z.txt"}

    def test_what_is_taken_out_is_found_no_more_and_not_deleted(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["library", "remove", str(folder / "a.txt")]) == 0
        assert ask(capsys, "碳")["total"] == 0 and (folder / "a.txt").exists()
        assert main(["library", "remove", str(folder / "a.txt")]) == 2

    def test_a_damaged_library_is_read_in_anew(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        for path in data_folder().glob("issues.sqlite3*"):
            path.write_bytes(os.urandom(5000))
        assert files(ask(capsys, "碳")) == {"a.txt"}

    def test_archives_and_what_cannot_be_read(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
            archive.writestr("in/氢能.txt", HYDROGEN)
        (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
        (tmp_path / "empty.txt").write_bytes(b"")
        assert main(["library", "add", str(tmp_path)]) == 2
        told = capsys.readouterr().err
        assert "bad.pdf" in told and "empty.txt" in told
        assert ask(capsys, "制氢基地")["hits"][0]["file"].endswith("packed.zip!/in/氢能.txt")
        main(["library", "list", "--json"])
        listed = json.loads(capsys.readouterr().out)
        assert len(listed["issues"]) == 1 and len(listed["unreadable"]) == 2


def test_a_killed_reading_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(12):
        _write(tmp_path / f"{number}.txt", STORAGE.replace("第12期", f"第{number}期").replace("碳", f"碳{number}"))
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "library", "add", str(tmp_path)], stdout=subprocess.DEVNULL
    )
    database = data_folder() / "issues.sqlite3-wal"
    until = time.monotonic() + 60
    while time.monotonic() < until and not (database.exists() and database.stat().st_size > 300_000):
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert main(["library", "add", str(tmp_path)]) == 0
    assert ask(capsys, "谈论", "--limit", "0")["total"] == 12


def test_a_topic_counts_what_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def topics() -> list[dict[str, Any]]:
        capsys.readouterr()
        main(["library", "topics", "--json"])
        told: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["topics"]
        return told

    _write(tmp_path / "a.txt", STORAGE)
    main(["library", "add", str(tmp_path)])
    assert main(["library", "topics", "投资", "投资", "OR", "碳"]) == 0
    assert [(topic["total"], topic["new"]) for topic in topics()] == [(2, 2)]
    assert main(["library", "topics", "投资"]) == 0
    assert [(topic["total"], topic["new"]) for topic in topics()] == [(2, 0)]
    _write(tmp_path / "b.txt", HYDROGEN)
    main(["library", "add", str(tmp_path)])
    assert [(topic["total"], topic["new"]) for topic in topics()] == [(3, 1)]
    assert main(["library", "topics", "投资", "--remove"]) == 0
    assert topics() == []


def test_what_is_found_is_saved_as_tables(library: Path, tmp_path: Path) -> None:
    names = ["a.csv", "a.xlsx", "p.vcf", "p.csv", "d.ics", "d.csv"]
    table, book, cards, people, dates, due = (str(tmp_path / name) for name in names)
    wish = [
        "library",
        "export",
        "投资",
        "--figures",
        table,
        "--figures",
        book,
        "--contacts",
        cards,
        "--contacts",
        people,
    ]
    assert main([*wish, "--deadlines", dates, "--deadlines", due]) == 0
    rows = list(csv.DictReader(Path(table).read_text("utf-8-sig").splitlines()))
    assert {(row["期刊"], row["原文"]) for row in rows} >= {
        ("氢能观察 第3期", "4.49亿元"),
        ("储能周报 第12期", "3000万元"),
    }
    assert all(row["原文"] in row["所在句子"].replace(" ", "") for row in rows if row["类别"] == "金额")
    assert "张敏" in Path(cards).read_text("utf-8") and "张敏" in Path(people).read_text("utf-8-sig")
    assert "DTSTART" in Path(dates).read_text("utf-8")
    assert len(list(csv.DictReader(Path(due).read_text("utf-8-sig").splitlines()))) == 1


def test_a_tag_is_asked_for(library: Path, issues: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "tag", "重点", str(issues / "氢能.txt")]) == 0
    assert files(ask(capsys, "tag:重点")) == files(ask(capsys, "has:tag")) == {"氢能.txt"}
    assert main(["library", "tag", "重点", str(issues), "--off"]) == 0
    assert files(ask(capsys, "tag:重点")) == set()


def test_one_person_in_two_issues_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(tmp_path / "a.txt", HYDROGEN)
    _write(tmp_path / "b.txt", HYDROGEN.replace("第3期", "第4期").replace("氢能规划", "氢能方案"))
    main(["library", "add", str(tmp_path)])
    main(["library", "export", "氢能", "--contacts", str(tmp_path / "p.csv")])
    rows = [
        row for row in csv.DictReader((tmp_path / "p.csv").read_text("utf-8-sig").splitlines()) if row["姓名"] == "张敏"
    ]
    assert len(rows) == 1 and "第3期" in rows[0]["文章"] and "第4期" in rows[0]["文章"]


def test_what_was_read_in_the_window_is_no_longer_unread(
    library: Path, issues: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = open_issue(issues / "氢能.txt")
    keys = article_keys(issue)
    with Library(data_folder() / "library.sqlite3") as marks:
        key = marks.recognise(issue, normalise(issue.source.text), issues / "氢能.txt")
        marks.keep_read(key, [keys[node.id] for node in issue.walk() if "氢能规划" in node.title.plain])
    assert files(ask(capsys, "制氢基地 is:read")) == {"氢能.txt"}
    assert files(ask(capsys, "制氢基地 is:unread")) == set()
    assert files(ask(capsys, "openai is:unread")) == {"氢能.txt"}
