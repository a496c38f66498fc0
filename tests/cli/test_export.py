"""The command `export`: figures, contacts and deadlines of a bulletin as files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import icalendar
import pytest
import vobject

from reader.cli import main
from reader.model.document import Span
from reader.model.marks import Correction
from reader.pipeline import open_issue
from reader.store import FILE_NAME, Edit, Library, data_folder, make_locator, normalise

TEXT = """关于征集方案的公告

    有意者请于2025年9月1日18:00前将方案发送至 fangan@abc.cn，逾期不再受理。
    联系人：张敏，电话：010-62345678。
"""


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    path = tmp_path / "公告.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_all_is_saved_at_once(bulletin: Path, tmp_path: Path) -> None:
    table, cards, dates = tmp_path / "a.csv", tmp_path / "a.vcf", tmp_path / "a.ics"
    assert (
        main(["export", str(bulletin), "--figures", str(table), "--contacts", str(cards), "--deadlines", str(dates)])
        == 0
    )
    assert next(csv.reader(table.read_text("utf-8-sig").splitlines()))[0] == "类别"
    assert [card.fn.value for card in vobject.readComponents(cards.read_text("utf-8"))] == ["fangan@abc.cn", "张敏"]
    assert icalendar.Calendar.from_ical(dates.read_bytes())["VERSION"] == "2.0"


def test_rows_that_the_user_set_right_are_exported_as_he_wants_them(
    bulletin: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = normalise(TEXT)
    at = TEXT.index("2025年9月1日18:00")
    with Library(data_folder() / FILE_NAME) as library:
        key = library.recognise(open_issue(bulletin), text, bulletin)
        locator = make_locator(text, key, (Span(at, at + 14),))
        assert locator is not None
        library.apply([Edit(None, Correction("c1", locator, "remove", "figure"))])
    table = tmp_path / "a.csv"
    main(["export", str(bulletin), "--figures", str(table)])
    assert not table.exists()  # it was the only one
    main(["inspect", str(bulletin), "--json"])
    assert json.loads(capsys.readouterr().out)["figures"] == []


def test_links_are_saved(tmp_path: Path) -> None:
    path = tmp_path / "周刊.md"
    path.write_text("# 工具周刊\n\n- [潮汐表](https://tides.example.org) 可以打印。\n", "utf-8")
    main(["export", str(path), "--links", str(tmp_path / "a.csv")])
    assert list(csv.reader((tmp_path / "a.csv").read_text("utf-8-sig").splitlines()))[1][:2] == [
        "潮汐表",
        "https://tides.example.org",
    ]


def test_the_heads_of_columns_speak_english(bulletin: Path, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    assert main(["export", str(bulletin), "--contacts", str(table), "--lang", "en"]) == 0
    assert next(csv.reader(table.read_text("utf-8-sig").splitlines()))[0] == "Role"


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        (["--figures", "a.doc"], "a.doc does not say what to write; end the name in .csv, .xlsx."),
        (["--deadlines", "a.csv"], "a.csv does not say what to write; end the name in .ics."),
        ([], "say what to save"),
        (["--contacts", "no/such/a.vcf"], "There is no folder for no/such/a.vcf"),
    ],
)
def test_what_cannot_be_saved_is_one_sentence(
    bulletin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    wish: list[str], sentence: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(["export", str(bulletin), *wish]) == 2
    told = capsys.readouterr().err
    assert sentence in told and told.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [bulletin.name]


def test_one_wrong_suffix_saves_nothing(bulletin: Path, tmp_path: Path) -> None:
    wish = ["--contacts", str(tmp_path / "a.vcf"), "--figures", str(tmp_path / "a.pdf")]
    assert main(["export", str(bulletin), *wish]) == 2
    assert not (tmp_path / "a.vcf").exists()


def test_an_unreadable_file_saves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "noise.txt"
    path.write_text("#### ---- ====\n" * 20, "utf-8")
    assert main(["export", str(path), "--figures", str(tmp_path / "a.csv")]) == 2
    assert "holds nothing readable" in capsys.readouterr().err
    assert not (tmp_path / "a.csv").exists()
