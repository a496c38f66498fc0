"""`-` is standard input in every command; texts that were no file are kept as one."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from reader.app.data_folder import data_folder
from reader.app.pasted import keep_pasted, name_for
from reader.cli import main
from reader.commands.standard_input import kept_input

TEXT = "供水简报\n\n一月来水偏少\n\n石榴河流域今年降水偏少，各地要按照计划供水。\n"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a text by standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))


@pytest.mark.usefixtures("given")
def test_inspect_reads_standard_input(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["inspect", "-", "--json"]) == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert told["source"]["name"] == "stdin"
    assert told["source"]["characters"] == len(TEXT)


@pytest.mark.usefixtures("given")
def test_export_reads_standard_input(tmp_path: Path) -> None:
    assert main(["export", "-", "--to", str(tmp_path / "{name}.md")]) == 0
    assert "石榴河流域" in (tmp_path / "stdin.md").read_text("utf-8")


@pytest.mark.usefixtures("given")
def test_what_a_window_is_given_is_kept() -> None:
    path = kept_input()
    assert (path.name, path.read_text("utf-8")) == ("供水简报", TEXT)
    assert path.parent.parent == data_folder()


def test_the_same_text_is_one_file_and_another_one_has_a_name_of_its_own() -> None:
    first = keep_pasted(b"a", ".txt", "供水简报\n")
    assert keep_pasted(b"a", ".txt", "供水简报\n") == first
    assert keep_pasted(b"b", ".txt", "供水简报\n").name == "供水简报 2.txt"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\n\n# 供水简报  第3期\n正文", "供水简报 第3期"),
        ("a/b\\c:d", "a b c d"),
        ("...", "clipboard"),
        (" \n", "clipboard"),
        ("长" * 99, "长" * 40),
    ],
)
def test_a_text_is_named_by_its_first_line(text: str, name: str) -> None:
    assert name_for(text) == name
