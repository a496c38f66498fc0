"""A file opens as its source text and lines, or is refused in one sentence that says what to do."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.load import load
from reader.load import read as reading
from reader.load.text import load_text
from reader.model.errors import Cancelled, CannotDecode, CannotRead, ReaderError
from reader.pipeline import extract_mentions, open_issue
from tests.load.packing import docx, paragraph

SEEDS = Path(__file__).parents[2] / "seeds"
PROSE = "市水务局的通知\n\n　　明年的节水计划已经公布。\n"


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    path = tmp_path / "bulletin.txt"
    path.write_bytes(PROSE.encode())
    return path


@pytest.mark.parametrize(
    ("prefix", "characters"), [("000", 9237), ("001", 13980), ("002", 6357), ("003", 6875), ("004", 14644)]
)
def test_a_sample_issue_loads_whole(prefix: str, characters: int) -> None:
    path = next(SEEDS.glob(f"{prefix}_*.txt"))
    loaded = load(path)
    data = path.read_bytes()
    assert loaded.source.text == data.decode("utf-8")
    assert len(loaded.source.text) == characters
    assert (loaded.source.name, loaded.source.format, loaded.source.encoding) == (path.name, "text", "utf-8")
    assert loaded.source.sha256 == hashlib.sha256(data).hexdigest()
    assert loaded.source.warnings == ()
    shown = [loaded.source.text[line.start : line.end] for line in loaded.lines]
    assert shown == [line for line in data.decode("utf-8").split("\n") if line.strip()]


DOUBLED = "联系⼈：⾦⼤⼭　电话：010-62561234"  # as programs copy from a PDF: radicals for characters


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.xml", "a.docx"])
def test_radicals_that_programs_write_for_characters_are_read_as_these(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if path.suffix == ".docx":
        docx(path, paragraph(PROSE) + paragraph(DOUBLED))
    else:
        feed = "<?xml version='1.0'?><rss><item><title>通知</title><description>{}</description></item></rss>"
        page = {".html": "<meta charset=utf-8><h1>通知</h1><p>{}</p>", ".xml": feed}.get(
            path.suffix, f"{PROSE}\n{{}}\n"
        )
        path.write_text(page.format(DOUBLED), "utf-8")
    issue = open_issue(path)
    assert "联系人：金大山　电话：010-62561234" in issue.source.text
    assert [contact.persons for contact in extract_mentions(issue).contacts] == [("金大山",)]


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-8-sig"])
def test_a_sample_issue_reads_the_same_in_any_encoding_and_with_any_line_end(codec: str, tmp_path: Path) -> None:
    text = next(SEEDS.glob("002_*.txt")).read_text("utf-8").replace("\n", "\r\n")
    path = tmp_path / "again.txt"
    path.write_bytes(text.encode(codec))
    assert load(path).source.text == text


@pytest.mark.parametrize(
    ("name", "format_name"),
    [("a.txt", "text"), ("a", "text"), ("a.md", "markdown"), ("A.MARKDOWN", "markdown"), ("a.csv", "text")],
)
def test_the_name_decides_the_format(name: str, format_name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("# 通知\n", "utf-8")
    assert load(path).source.format == format_name


def test_the_user_s_encoding_is_passed_on(bulletin: Path) -> None:
    assert load(bulletin, "latin-1").source.encoding == "windows-1252"
    with pytest.raises(CannotDecode, match="no encoding named klingon"):
        load(bulletin, "klingon")


REFUSED = [  # name, bytes, code, words of the sentence
    ("empty.txt", b"", "empty", "is empty"),
    ("blank.txt", " \n　\r\n\f".encode(), "empty", "is empty"),
    ("mark.txt", b"\xef\xbb\xbf", "empty", "is empty"),
    ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "damaged", "is damaged .* once more"),
    ("a.html", b"<!DOCTYPE html>\n<html><body><script>x</script>", "empty", "shows no text"),
    ("a.docx", b"PK\x03\x04\x14\x00", "document-damaged", "damaged document"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "document-damaged", "damaged document"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document-damaged", "open and save it"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(range(64)), "no-recognition", "pip install"),
    ("a.txt", b"\x7fELF\x02\x01\x01" + bytes(64), "unsupported", "is a program"),
    ("a.txt", b"\x1f\x8b\x08\x00", "unsupported", "unpack it"),
    ("a.txt", bytes(range(256)) * 8, "binary", "not a text file"),
    ("a.txt", bytes(500), "binary", "not a text file"),
]


@pytest.mark.parametrize(("name", "data", "code", "words"), REFUSED)
def test_what_is_no_text_is_refused_with_advice(name: str, data: bytes, code: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CannotRead, match=words) as caught:
        load(path, progress=lambda stage, fraction: None)
    assert caught.value.code == code
    assert str(caught.value).count("\n") == 0
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "text", ["MZ 是矿组的简称，见下文。", "BM 公司的通知", "PK 赛的通知", "<htmlx> 标签", "GIF 图片的说明"]
)
def test_a_text_that_begins_like_another_kind_opens(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text(text * 20, "utf-8")
    assert load(path).source.text == text * 20


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path, bulletin: Path) -> None:
    for path, code in ((tmp_path / "none.txt", "missing"), (bulletin / "x", "missing"), (tmp_path, "folder")):
        with pytest.raises(CannotRead) as caught:
            load(path)
        assert caught.value.code == code
        assert caught.value.params["path"] == str(path)


def test_a_name_with_braces_or_a_nul_is_only_a_name(tmp_path: Path) -> None:
    for name in ("{0}{x}.txt", "a\0b.txt"):
        with pytest.raises(CannotRead) as caught:
            load(tmp_path / name)
        assert caught.value.code == "missing"
        assert name in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(CannotRead, match="not an ordinary file"):
        load(path)


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (PermissionError(13, "Permission denied"), "permission", "may not read"),
        (OSError(5, "Input/output error"), "unreadable", "Input/output error"),
    ],
)
def test_what_the_system_refuses_is_told(
    error: OSError, code: str, words: str, bulletin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotRead, match=words) as caught:
        load(bulletin)
    assert caught.value.code == code


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(reading.MAX_BYTES + 1)  # a hole: takes no room on the disk
    with pytest.raises(CannotRead, match="larger than 2 GB") as caught:
        load(path)
    assert caught.value.code == "too-big"


def test_progress_goes_up_and_may_stop_the_work(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(PROSE * 50_000, "utf-8")
    told: list[float] = []
    load(path, progress=lambda stage, fraction: told.append(fraction))
    assert told == sorted(told)
    assert told[0] == 0 and 0.9 < told[-1] <= 1

    def stop(stage: str, fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        load(path, progress=stop)


@given(st.binary(max_size=400))
def test_arbitrary_bytes_load_or_are_refused(data: bytes) -> None:
    try:
        loaded = load_text(Path("x.txt"), data, "text")
    except ReaderError as error:
        assert error.code
    else:
        assert loaded.lines
        loaded.source.text.encode("utf-8")


def test_loading_utf8_needs_no_detector() -> None:
    program = (
        "import sys, pathlib; from reader.load import load; "
        f"load(pathlib.Path({str(next(SEEDS.glob('003_*.txt')))!r})); "
        "print([name for name in ('charset_normalizer', 'PySide6', 'jieba') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=SEEDS.parent, check=True)
    assert done.stdout.strip() == "[]"
