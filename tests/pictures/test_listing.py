"""The command that lists the pictures of a bulletin, and those that write them into a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli import main
from tests.pictures.illustrated import CAPTION, CHART, KINDS, PHOTO


def test_pictures_are_listed_with_their_captions(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = KINDS["docx"](tmp_path)
    assert main(["pictures", str(path), "--to", str(tmp_path / "out")]) == 0
    lines = capsysbinary.readouterr().out.decode("utf-8").splitlines()
    assert lines[0].split("\t") == ["1", "photo", "320×240", "word/media/a.png", "1.png", CAPTION]
    assert len(lines) == 3 and lines[2].startswith("-\tleft out as ornament")
    assert (tmp_path / "out" / "1.png").read_bytes() == PHOTO


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_inspect_writes_the_pictures(kind: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = KINDS[kind](tmp_path)
    assert main(["inspect", str(path), "--json", "--pictures", str(tmp_path / "out" / "p")]) == 0
    assert b'"pictures": [' in capsysbinary.readouterr().out
    files = sorted((tmp_path / "out" / "p").iterdir())
    assert [file.name for file in files] == ["1.png", "2.png"]
    assert kind == "pdf" or files[1].read_bytes() == CHART
