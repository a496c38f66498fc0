"""The command `export --to`: articles of one bulletin or of many as files to hand on."""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.cli import main
from reader.export import files
from reader.model.document import Span
from reader.model.errors import ReaderError
from reader.model.marks import Highlight
from reader.pipeline import open_issue
from reader.store import FILE_NAME, Edit, Library, data_folder, make_locator, normalise

ROOT = Path(__file__).resolve().parents[2]
TEXT = """水利通讯 第3期

大坝开工

    总投资三十亿元的大坝于昨日开工，预计2027年底前建成并投入使用。
    工程位于南坪乡，由水利局负责，沿线百姓期待已久，纷纷前来观看。

清淤过半

    清理河道百里，完成投资两亿元，工程进展顺利，预计年底全部完工。

大坝加固

    老坝加固工程也已启动，技术人员日夜值守，确保汛期到来之前完成任务。
"""
STARTS = {
    ".pdf": b"%PDF", ".docx": b"PK", ".epub": b"PK", ".html": b"<!DOCTYPE html>", ".md": b"#", ".txt": "水利".encode(),
}  # fmt: skip
Told = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with two bulletins."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "三.txt").write_text(TEXT, "utf-8")
    (tmp_path / "四.txt").write_text(TEXT.replace("第3期", "第4期"), "utf-8")
    return tmp_path


def _export(*args: str) -> int:
    return main(["export", *args])


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _text(name: str) -> str:
    return Path(name).read_text("utf-8")


@pytest.mark.parametrize("suffix", STARTS)
def test_an_issue_becomes_each_kind_of_file(folder: Path, suffix: str, capsys: Told) -> None:
    assert _export("三.txt", "--to", f"out{suffix}") == 0
    data = Path(f"out{suffix}").read_bytes()
    assert data.startswith(STARTS[suffix]) or suffix in (".md", ".txt")
    assert capsys.readouterr().err == f"三.txt: out{suffix}\n"
    assert _export("三.txt", "--to", f"again{suffix}") == 0
    assert Path(f"again{suffix}").read_bytes() == data


def test_several_kinds_at_once(folder: Path, capsys: Told) -> None:
    assert _export("三.txt", "--to", ".md", "--to", "b.html", "--figures", "c.csv") == 0
    assert {"三.md", "b.html", "c.csv"} <= _names(folder)
    assert capsys.readouterr().err == "三.txt: 三.md, b.html, c.csv\n"


@pytest.mark.parametrize(
    ("target", "made"),
    [
        (".md", ["三.md", "四.md"]),
        ("out/.md", ["out/三.md", "out/四.md"]),
        ("out/{name}.md", ["out/三.md", "out/四.md"]),
        ("out/期{name}号.md", ["out/期三号.md", "out/期四号.md"]),
        ("out/", ["out/三.pdf", "out/四.pdf"]),
        ("out", ["out/三.pdf", "out/四.pdf"]),
    ],
)
def test_many_bulletins_each_get_a_name(folder: Path, target: str, made: list[str], capsys: Told) -> None:
    Path("out").mkdir()
    assert _export("三.txt", "四.txt", "--to", target) == 0
    assert all(Path(name).stat().st_size for name in made)
    assert capsys.readouterr().err.splitlines() == [f"三.txt: {made[0]}", f"四.txt: {made[1]}"]


def test_figures_of_many_bulletins_follow_the_same_rule(folder: Path, capsys: Told) -> None:
    Path("out").mkdir()
    assert _export("三.txt", "四.txt", "--figures", "out/", "--figures", "out/.xlsx", "--contacts", ".vcf") == 0
    assert _names(folder / "out") == {"三.csv", "四.csv", "三.xlsx", "四.xlsx"}
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "三.txt: out/三.csv, out/三.xlsx, no contacts found, nothing written"
    assert not any(name.endswith(".vcf") for name in _names(folder))


def test_a_name_that_is_too_long_is_shortened_where_we_choose_it(folder: Path, capsys: Told) -> None:
    long = Path(f"{'长' * 83}.txt")
    long.write_bytes(Path("三.txt").read_bytes())
    assert _export(str(long), "四.txt", "--to", "{name}.summary.md") == 0
    assert len(list(folder.glob("长*.summary.md"))) == 1
    assert _export("四.txt", "--to", f"{'长' * 99}.md") == 2
    assert "is longer than a name can be" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wish", "has", "lacks"),
    [
        (["1"], ["三十亿"], ["百里", "老坝"]),
        (["清淤过半"], ["百里"], ["三十亿"]),
        (["清 淤"], ["百里"], ["三十亿"]),
        (["开工"], ["三十亿"], ["百里"]),
        (["1", "清淤"], ["三十亿", "百里"], ["老坝"]),
    ],
)
def test_articles_are_chosen_by_number_title_or_part_of_it(
    folder: Path, wish: list[str], has: list[str], lacks: list[str]
) -> None:
    chosen = [part for one in wish for part in ("--article", one)]
    assert _export("三.txt", *chosen, "--to", "a.txt") == 0
    text = _text("a.txt")
    assert all(words in text for words in has)
    assert not any(words in text for words in lacks)


def test_the_title_of_a_section_takes_all_below_it(folder: Path) -> None:
    Path("五.md").write_text(
        "# 要闻\n\n## 大坝开工\n\n开工了。\n\n## 清淤过半\n\n过半了。\n\n# 通知\n\n## 放假\n\n放三天。\n", "utf-8"
    )
    assert _export("五.md", "--article", "要闻", "--to", "a.txt") == 0
    assert "开工了。" in _text("a.txt") and "过半了。" in _text("a.txt") and "放三天" not in _text("a.txt")


def test_without_choice_and_with_all_the_whole_issue_is_taken(folder: Path) -> None:
    assert _export("三.txt", "--to", "a.md") == _export("三.txt", "--all", "--to", "b.md") == 0
    assert _text("a.md") == _text("b.md")
    assert all(words in _text("a.md") for words in ("三十亿", "百里", "老坝"))


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("大坝", "“大坝” fits several articles of “三.txt”: 1 大坝开工, 3 大坝加固; give more of the title"),
        ("小坝开工", "“三.txt” has no article “小坝开工”; it has 3, the likeliest being 1 大坝开工, "),
        ("99", "“三.txt” has no article “99”; it has 3"),
        ("", "has no article “”"),
    ],
)
def test_a_choice_that_fits_none_or_several_names_candidates(folder: Path, wish: str, words: str, capsys: Told) -> None:
    assert _export("三.txt", "--article", wish, "--to", "a.pdf") == 2
    told = capsys.readouterr().err
    assert words in told and told.count("\n") == 1
    assert not Path("a.pdf").exists()


def test_tables_hold_the_chosen_articles_alone(folder: Path) -> None:
    assert _export("三.txt", "--article", "清淤", "--figures", "a.csv") == 0
    assert "两亿元" in _text("a.csv") and "三十亿元" not in _text("a.csv")


def test_what_is_added_and_how_it_is_set(folder: Path) -> None:
    args = ("--with", "figures,lines", "--paper", "letter", "--size", "12", "--face", "sans", "--lang", "en")
    assert _export("三.txt", "--to", "a.html", *args) == 0
    page = _text("a.html")
    assert "Figures</" in page and "lines" in page and "size: letter" in page and "12pt" in page and "Sans" in page


def _highlight(note: str) -> None:
    path = data_folder() / FILE_NAME
    issue = open_issue(Path("三.txt"))
    text = normalise(issue.source.text)
    start = issue.source.text.index("清理河道百里")
    with Library(path) as library:
        locator = make_locator(text, library.recognise(issue, text), [Span(start, start + 6)])
        assert locator
        library.apply([Edit(None, Highlight("h1", locator, "green", note=note))])


def test_the_users_highlights_come_along_and_where_they_are_kept_is_left_alone(folder: Path) -> None:
    _highlight("查一查")
    kept = {path.name: path.read_bytes() for path in data_folder().iterdir() if path.is_file()}
    assert _export("三.txt", "--with", "highlights", "--to", "a.md") == 0
    assert '<mark class="green">清理河道百里</mark>' in _text("a.md") and "查一查" in _text("a.md")
    assert _export("三.txt", "--only", "highlights", "--to", "b.md") == 0
    assert "清理河道百里" in _text("b.md") and "三十亿" not in _text("b.md")
    assert {path.name: path.read_bytes() for path in data_folder().iterdir() if path.is_file()} == kept


def test_without_kept_highlights_there_are_none_and_nothing_is_made(folder: Path) -> None:
    assert _export("三.txt", "--with", "highlights", "--to", "a.md") == 0
    assert "<mark" not in _text("a.md")
    assert not (data_folder() / FILE_NAME).exists()


def test_highlights_alone_make_no_empty_file(folder: Path, capsys: Told) -> None:
    _highlight("查一查")
    assert _export("三.txt", "四.txt", "--only", "highlights", "--article", "大坝开工", "--to", ".md") == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.startswith("bulletin-reader: Nothing is highlighted") for line in lines] == [True, True]
    assert not list(folder.glob("*.md"))


# What must not be written over


def test_a_bulletin_is_never_written_over(folder: Path, capsys: Told) -> None:
    before = Path("三.txt").read_bytes()
    os.link("三.txt", "link.txt")
    Path("soft.txt").symlink_to("四.txt")
    for target in ("三.txt", "./三.txt", ".txt", "{name}.txt", "link.txt", "soft.txt"):
        assert _export("三.txt", "四.txt" if target == "soft.txt" else "三.txt", "--to", target) == 2
        assert "is the bulletin itself" in capsys.readouterr().err
    assert Path("三.txt").read_bytes() == Path("link.txt").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("三.txt", "四.txt", "--to", "a.pdf"), "三.txt and 四.txt would both become a.pdf; write {name}"),
        (("三.txt", "sub/三.txt", "--to", "out/.pdf"), "三.txt and sub/三.txt would both become out/三.pdf"),
        (("三.txt", "--to", "a.pdf", "--to", "./a.pdf"), "a.pdf would be written twice"),
        (("三.txt", "--to", "a.doc"), "a.doc does not say what to write; end the name in .pdf, .docx"),
        (("三.txt", "--to", "a"), "a does not say what to write"),
    ],
)
def test_names_that_cannot_be_are_told_before_anything_is_read(
    folder: Path, args: tuple[str, ...], words: str, capsys: Told
) -> None:
    before = _names(folder)
    assert _export(*args) == 2
    told = capsys.readouterr().err
    assert words in told and told.count("\n") == 1
    assert _names(folder) == before


# Failures


def test_a_bad_file_does_not_stop_the_others(folder: Path, capsys: Told) -> None:
    Path("noise.txt").write_text("#### ---- ====\n" * 20, "utf-8")
    Path("empty.txt").touch()
    assert _export("none.txt", "三.txt", "noise.txt", "empty.txt", "四.txt", "--to", ".md") == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[:2] == ["三.txt: 三.md", "四.txt: 四.md"]
    assert [line.startswith("bulletin-reader: ") for line in lines[2:]] == [True] * 3
    assert all(name in line for name, line in zip(("none.txt", "noise.txt", "empty.txt"), lines[2:], strict=True))
    assert {"三.md", "四.md"} <= _names(folder)


def test_a_bad_target_does_not_stop_the_others(folder: Path, capsys: Told) -> None:
    assert _export("三.txt", "--to", f"{'长' * 99}.md", "--to", "no/a.md", "--to", "b.md", "--contacts", ".vcf") == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "三.txt: b.md, no contacts found, nothing written"
    assert "is longer than a name can be" in lines[1] and "There is no folder for no/a.md" in lines[2]
    assert len(lines) == 3 and "b.md" in _names(folder)


def test_a_name_that_is_no_utf8_is_told_as_its_system_wrote_it(folder: Path, capsys: Told) -> None:
    odd = Path(os.fsdecode("快报.txt".encode("gb18030")))
    odd.write_bytes(Path("三.txt").read_bytes())
    assert _export(str(odd), "none.txt", "--to", ".md") == 2
    assert capsys.readouterr().err.splitlines()[0] == "快报.txt: 快报.md"
    assert "快报.txt" in odd.with_suffix(".md").read_text("utf-8")
    assert open_issue(odd).source.name == "快报.txt"
    with pytest.raises(ReaderError, match=r"^There is no file 快报\.pdf;"):
        open_issue(odd.with_suffix(".pdf"))


def test_a_target_that_is_a_folder_is_told(folder: Path, capsys: Told) -> None:
    Path("a.md").mkdir()
    (Path("a.md") / "x").touch()
    assert _export("三.txt", "--to", "a.md") == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert _names(folder / "a.md") == {"x"}


def test_a_missing_folder_is_told(folder: Path, capsys: Told) -> None:
    assert _export("三.txt", "--to", "no/a.md") == 2
    assert "There is no folder for no/a.md" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(folder: Path, capsys: Told) -> None:
    Path("out").mkdir(mode=0o500)
    assert _export("三.txt", "--to", "out/.md") == 2
    assert "You may not write out/三.md" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("failure", "words"),
    [(errno.ENOSPC, "check the space on the disk"), (errno.EACCES, "You may not write"), (errno.EROFS, "could not be")],
)
def test_a_disk_that_takes_nothing_leaves_the_old_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told, failure: int, words: str
) -> None:
    Path("三.md").write_text("old", "utf-8")

    def full(_path: Path, _data: bytes) -> int:
        raise OSError(failure, os.strerror(failure))

    monkeypatch.setattr(files.Path, "write_bytes", full)
    assert _export("三.txt", "四.txt", "--to", ".md") == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2 and all(words in line for line in lines)
    assert _text("三.md") == "old"
    assert _names(folder) == {"三.txt", "四.txt", "三.md"}


def _start(*args: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "reader.cli", "export", *args], env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def _many(folder: Path, count: int = 300) -> list[str]:
    names = []
    for number in range(count):
        names.append(f"n{number:03}.txt")
        (folder / names[-1]).write_text(TEXT * 4, "utf-8")
    return names


def _wait_for(path: Path) -> None:
    until = time.monotonic() + 60
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.01)
    assert path.exists()


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are not there")
def test_a_stop_leaves_no_half_file_and_says_so(folder: Path) -> None:
    names = _many(folder)
    process = _start(*names, "--to", ".html")
    _wait_for(folder / "n001.html")
    process.send_signal(signal.SIGINT)
    _out, told = process.communicate(timeout=60)
    assert process.returncode == 130
    last = told.decode("utf-8").splitlines()[-1]
    assert last.startswith("bulletin-reader: stopped; ") and "Traceback" not in told.decode("utf-8")
    pages = list(folder.glob("*.html"))
    assert 0 < len(pages) < len(names)
    assert all(page.read_bytes().rstrip().endswith(b"</html>") for page in pages)
    assert not list(folder.glob(".*.part"))


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are not there")
def test_a_kill_leaves_whole_files_and_at_most_a_hidden_part(folder: Path) -> None:
    names = _many(folder)
    for name in names:
        Path(name).with_suffix(".html").write_text("old", "utf-8")
    process = _start(*names, "--to", ".html")
    until = time.monotonic() + 60
    while (folder / "n003.html").read_bytes() == b"old" and time.monotonic() < until:
        time.sleep(0.01)
    process.kill()
    process.communicate(timeout=60)
    for page in folder.glob("n*.html"):
        data = page.read_bytes()
        assert data == b"old" or data.rstrip().endswith(b"</html>")
    assert len(list(folder.glob(".*.part"))) <= 1


# What is told


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_bar_and_keeps_a_line_for_each_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert _export("三.txt", "四.txt", "--to", ".md") == 0
    shown = terminal.getvalue()
    assert "] 1/2 三.txt" in shown and "] 2/2 四.txt" in shown
    left = [part.rpartition("\x1b[K")[2] for part in shown.split("\n")]
    assert left == ["三.txt: 三.md", "四.txt: 四.md", ""]


def test_help_tells_the_rule_for_names(capsys: Told) -> None:
    with pytest.raises(SystemExit) as stopped:
        _export("--help")
    assert stopped.value.code == 0
    told = capsys.readouterr().out
    for words in (
        "--to",
        "--article",
        "{name}",
        "out/",
        "--with",
        "--only",
        "--paper",
        "--size",
        "--face",
        "--figures",
    ):
        assert words in told


@pytest.mark.parametrize("args", [("--with", "colours"), ("--size", "40"), ("--size", "x"), ("--paper", "a3")])
def test_what_is_no_option_is_refused(folder: Path, args: tuple[str, str], capsys: Told) -> None:
    with pytest.raises(SystemExit) as stopped:
        _export("三.txt", "--to", "a.md", *args)
    assert stopped.value.code == 2
    assert args[1] in capsys.readouterr().err
