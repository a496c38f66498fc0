"""What is said of an outline is kept like a mark: undone, found again in a changed text, taken along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import cli
from reader.commands.amendments import read_amendments
from reader.model.amendments import Amendment
from reader.model.document import Span
from reader.model.marks import Locator, OutlineMark
from reader.outline_marks import PlacedOutline, as_amendment, as_mark
from reader.pipeline import composed, read
from reader.store import Edit, History, Library, make_locator, normalise, pack, unpack
from reader.store.library import FILE_NAME

BULLETIN = "# 河口简讯\n\n## 桥面铺装完成\n\n工人昨夜把最后一段桥面铺好。\n\n## 另外\n\n渡轮仍旧每半小时一班。\n"


def _kept(text: str, amendment: Amendment, key: str = "k") -> OutlineMark:
    at = text.index(amendment.quote)
    locator = make_locator(normalise(text), key, [Span(at, at + len(amendment.quote))])
    assert locator
    return as_mark(amendment, f"id-{amendment.what}", locator)


def _is_text(path: Path, marks: list[OutlineMark]) -> bool:
    understood = read(path)
    found = PlacedOutline(normalise(understood.loaded.source.text), marks)
    issue = composed(understood, found.amendments, found.places).issue
    return "另外" not in [node.title.plain for node in issue.walk()]


def test_it_is_undone_and_done_again_with_the_marks(tmp_path: Path) -> None:
    with Library(tmp_path / FILE_NAME) as library:
        history = History(library)
        mark = _kept(BULLETIN, Amendment("text", "另外"))
        history.do(Edit(None, mark))
        assert [kept.what for kept in library.outline_marks("k")] == ["text"]
        assert library.marks("k") == []
        assert library.corrections("k") == []
        history.undo()
        assert library.outline_marks("k") == []
        history.redo()
        assert [kept.locator for kept in library.outline_marks()] == [mark.locator]


def test_it_holds_in_another_encoding_and_wrapping_and_behind_new_lines(tmp_path: Path) -> None:
    mark = _kept(BULLETIN, Amendment("text", "另外"))
    path = tmp_path / "bulletin.md"
    path.write_bytes(BULLETIN.replace("\n", "\r\n").replace("工人昨夜", "工人\r\n昨夜").encode("gb18030"))
    assert _is_text(path, [mark])
    path.write_text("编者的话：本期只有两则。\n\n" + BULLETIN, "utf-8")
    assert _is_text(path, [mark])


def test_what_has_no_place_any_more_waits() -> None:
    mark = _kept(BULLETIN, Amendment("text", "另外"))
    found = PlacedOutline(normalise("全是别的话，一句也没有留下来。"), [mark])
    assert (found.marks, found.waiting) == ((), (mark,))


def test_what_a_newer_program_said_waits() -> None:
    mark = OutlineMark("id", Locator("k", ()), "rhyme")
    assert PlacedOutline(normalise(BULLETIN), [mark]).waiting == (mark,)


@pytest.mark.parametrize(
    "amendment",
    [
        Amendment("article", "另外", level=2),
        Amendment("byline", "工人", names=("苏小青", "路远")),
        Amendment("leave-out", "渡轮", reason="related"),
    ],
)
def test_what_is_kept_says_what_was_said(amendment: Amendment) -> None:
    kept = as_amendment(_kept(BULLETIN, amendment))
    assert kept
    assert (kept.what, kept.quote, kept.level) == (amendment.what, amendment.quote, amendment.level)
    assert (kept.names, kept.reason) == (amendment.names, amendment.reason)


def test_facts_of_the_issue_need_no_place() -> None:
    mark = as_mark(Amendment("issue", "", facts=(("title", "河口周报"),)), "id", Locator("k", ()))
    found = PlacedOutline(normalise(BULLETIN), [mark])
    assert found.amendments == (Amendment("issue", "", facts=(("title", "河口周报"),)),)


def test_it_is_taken_along_with_all_data(tmp_path: Path) -> None:
    mark = _kept(BULLETIN, Amendment("text", "另外"))
    with Library(tmp_path / "here" / FILE_NAME) as here, Library(tmp_path / "there" / FILE_NAME) as there:
        here.apply([Edit(None, mark)])
        pack(here, tmp_path / "all.zip", {})
        unpack(there, tmp_path / "all.zip")
        assert [kept.what for kept in there.outline_marks("k")] == ["text"]


def test_the_command_writes_them_so_that_inspect_applies_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("BULLETIN_READER_DATA", str(tmp_path / "data"))
    path = tmp_path / "bulletin.md"
    path.write_text(BULLETIN, "utf-8")
    with Library(tmp_path / "data" / FILE_NAME) as library:
        issue = composed(read(path)).issue
        key = library.recognise(issue, normalise(issue.source.text), path)
        library.apply([Edit(None, _kept(BULLETIN, Amendment("text", "另外"), key))])
    assert cli.main(["corrections", str(path)]) == 0
    right = tmp_path / "C.json"
    right.write_bytes(capfdbinary.readouterr().out)
    assert [(told.what, told.quote) for told in read_amendments(right)] == [("text", "另外")]
    for wish in (["--corrections", str(right)], []):
        assert cli.main(["inspect", str(path), "--json", *wish]) == 0
        assert [node["title"] for node in json.loads(capfdbinary.readouterr().out)["nodes"]] == ["桥面铺装完成"]
