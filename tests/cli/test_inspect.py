"""`inspect` prints what was understood, or refuses in one line that says what to do."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reader import cli
from reader.export.contract import issue_as_json
from reader.model.document import Issue
from reader.pipeline import extract_mentions, open_issue

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").iterdir())
BULLETIN = "竹编工艺的传承\r\n\r\n　　竹编工艺在南坪乡流传了三百年。\r\n　　学徒要学三年，　才能出师。\x0c\r\n"
Captured = pytest.CaptureFixture[bytes]


def _inspect(*args: str | Path) -> int:
    return cli.main(["inspect", *map(str, args)])


def _lines(capture: Captured) -> list[str]:
    return capture.readouterr().out.decode("utf-8").splitlines()


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    path = tmp_path / "bulletin.txt"
    path.write_bytes(BULLETIN.encode("gb18030"))
    return path


def test_the_outline_is_printed(capfdbinary: Captured) -> None:
    path = SEEDS[1]
    assert _inspect(path) == 0
    lines = _lines(capfdbinary)
    titles = [node.title.plain for node in open_issue(path).walk()]
    assert len(titles) > 10
    places = [next(n for n, line in enumerate(lines) if line.strip().startswith(title)) for title in titles]
    assert places == sorted(places)
    assert lines[-1].endswith("uncertain")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_json_is_what_the_reader_understood(path: Path, capfdbinary: Captured) -> None:
    assert _inspect(path, "--json") == 0
    issue = open_issue(path)
    expected = issue_as_json(issue, extract_mentions(issue))
    assert json.loads(capfdbinary.readouterr().out) == json.loads(json.dumps(expected))


def test_source_is_the_decoded_text_with_its_line_ends(bulletin: Path, capfdbinary: Captured) -> None:
    assert _inspect(bulletin, "--source") == 0
    assert capfdbinary.readouterr().out == BULLETIN.encode("utf-8")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_source_of_a_sample_is_the_file(path: Path, capfdbinary: Captured) -> None:
    assert _inspect(path, "--source") == 0
    assert capfdbinary.readouterr().out == path.read_bytes()


def test_the_log_names_the_rule_of_every_decision(capfdbinary: Captured) -> None:
    path = SEEDS[0]
    issue: Issue = open_issue(path)
    assert _inspect(path, "--log") == 0
    lines = _lines(capfdbinary)
    assert len(lines) == len(issue.decisions) > 0
    for line, decision in zip(lines, issue.decisions, strict=True):
        assert line.split()[0] == str(decision.first + 1)
        assert line.endswith(decision.rule)


def test_the_encoding_can_be_chosen(bulletin: Path, capfdbinary: Captured) -> None:
    bulletin.write_bytes("長江的水位".encode("big5"))
    assert _inspect(bulletin, "--source", "--encoding", "big5") == 0
    assert capfdbinary.readouterr().out.decode("utf-8") == "長江的水位"


def test_one_shape_at_a_time(bulletin: Path, capfdbinary: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        _inspect(bulletin, "--json", "--log")
    assert stopped.value.code == 2
    assert b"not allowed with" in capfdbinary.readouterr().err


@pytest.mark.parametrize("args", [["--help"], ["inspect", "--help"]])
def test_help_names_what_can_be_asked_for(args: list[str], capfdbinary: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(args)
    assert stopped.value.code == 0
    told = capfdbinary.readouterr().out.decode("utf-8")
    assert "usage: bulletin-reader" in told
    wishes = ("--json", "--source", "--log", "--encoding") if "inspect" in args else ("--screenshot", "inspect", "FILE")
    assert all(wish in told for wish in wishes)


REFUSED = [  # name, bytes, words of the line
    ("empty.txt", b"", "is empty"),
    ("blank.txt", "　\n \n".encode(), "is empty"),
    ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
    ("zeros.txt", bytes(4000), "not a text file"),
    ("noise.txt", bytes(range(256)) * 16, "not a text file"),
    ("undecodable.txt", b"\x82\x8f\x83\x84\x8f", "in no encoding that we recognise"),
    ("junk.txt", "^ ¬ ¦ ︱ 丨 冫 ¢ ¸ ¨ ´ † 亅 丿 匚 卩 ⺮ ⺌ \n".encode() * 40, "holds nothing readable"),
]


@pytest.mark.parametrize(("name", "data", "words"), REFUSED, ids=[row[0] for row in REFUSED])
@pytest.mark.parametrize("shape", [(), ("--json",)], ids=["outline", "json"])
def test_what_cannot_be_read_is_refused_in_one_line(
    name: str, data: bytes, words: str, shape: tuple[str, ...], tmp_path: Path, capfdbinary: Captured
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert _inspect(path, *shape) == 2
    _check_refusal(capfdbinary, words)


def test_a_missing_file_and_a_folder_are_refused_in_one_line(tmp_path: Path, capfdbinary: Captured) -> None:
    assert _inspect(tmp_path / "none.txt") == 2
    _check_refusal(capfdbinary, "There is no file")
    assert _inspect(tmp_path) == 2
    _check_refusal(capfdbinary, "is a folder")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_locked_file_is_refused_in_one_line(bulletin: Path, capfdbinary: Captured) -> None:
    bulletin.chmod(0)
    assert _inspect(bulletin) == 2
    _check_refusal(capfdbinary, "may not read")


def test_an_unknown_encoding_is_refused_in_one_line(bulletin: Path, capfdbinary: Captured) -> None:
    assert _inspect(bulletin, "--encoding", "klingon") == 2
    _check_refusal(capfdbinary, "no encoding named klingon")


def _check_refusal(capture: Captured, words: str) -> None:
    """One line on standard error, one sentence or two, without a word of the program's inside."""
    told = capture.readouterr().err.decode("utf-8")
    assert told.startswith("bulletin-reader: ")
    assert told.count("\n") == 1
    assert words in told
    assert told.endswith(".\n")
    assert "Error" not in told
    assert "Traceback" not in told
