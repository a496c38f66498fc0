"""The program stands among those of the desktop, and can be taken away without a trace."""

from __future__ import annotations

import os
import shlex
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from reader import __version__, cli
from reader.app import desktop_entry
from reader.app.file_types import FILE_TYPES
from reader.app.paths import resource
from reader.model.errors import ReaderError

ROOT = Path(__file__).resolve().parents[2]
ENTRY = resource("desktop/bulletin-reader.desktop").read_text("utf-8")
METAINFO = ET.fromstring(resource(f"desktop/{desktop_entry.METAINFO}").read_text("utf-8"))

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="desktops of Linux")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = tmp_path / "share data"
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    return data


def _files(data: Path) -> dict[str, bytes]:
    return {str(path.relative_to(data)): path.read_bytes() for path in data.rglob("*") if path.is_file()}


def _value(entry: str, key: str) -> str:
    return next(line.partition("=")[2] for line in entry.splitlines() if line.startswith(f"{key}="))


def test_the_entry_opens_every_kind_of_file_that_the_program_opens() -> None:
    media = [kind.media for kind in FILE_TYPES]
    assert _value(ENTRY, "MimeType").rstrip(";").split(";") == media
    assert [found.text for found in METAINFO.iter("mediatype")] == media


def test_the_entry_is_the_one_that_the_window_names() -> None:
    assert f'setDesktopFileName("{desktop_entry.NAME}")' in (ROOT / "reader/ui/app.py").read_text("utf-8")
    assert _value(ENTRY, "StartupWMClass") == _value(ENTRY, "Icon") == desktop_entry.NAME
    assert _value(ENTRY, "Name[zh_CN]") == "快报阅览"


def test_the_newest_release_that_software_centres_show_is_this_version() -> None:
    assert next(METAINFO.iter("release")).get("version") == __version__


@pytest.mark.parametrize("size", desktop_entry.SIZES)
def test_the_icon_is_there_in_every_size(size: int) -> None:
    picture = resource(f"icons/app/{size}.png").read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (size, size)


def test_installing_writes_entry_and_icons_and_says_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--install-desktop"]) == 0
    written = _files(home)
    assert {desktop_entry.ENTRY, f"metainfo/{desktop_entry.METAINFO}", desktop_entry.RECORD} <= set(written)
    assert "icons/hicolor/48x48/apps/bulletin-reader.png" in written
    assert "icons/hicolor/scalable/apps/bulletin-reader.svg" in written
    assert "icons/hicolor/symbolic/apps/bulletin-reader-symbolic.svg" in written
    assert f"wrote {home / desktop_entry.ENTRY}" in capsys.readouterr().out


def test_the_installed_entry_starts_this_program_from_anywhere(home: Path) -> None:
    list(desktop_entry.install(desktop_entry.own_command(), home))
    command = shlex.split(_value((home / desktop_entry.ENTRY).read_text("utf-8"), "Exec"))
    assert command.pop() == "%F"
    assert Path(command[0]).is_absolute()
    assert os.access(command[0], os.X_OK)


def test_a_command_is_quoted_as_the_desktop_reads_it() -> None:
    assert desktop_entry.exec_line(["/opt/a/reader", "--x"]) == "/opt/a/reader --x"
    assert desktop_entry.exec_line(["/home/李/my files/100%/reader"]) == '"/home/李/my files/100%%/reader"'
    assert desktop_entry.exec_line(['/a"b$']) == r'"/a\\"b\\$"'


def test_removing_undoes_exactly_that(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    others = home / "applications" / "other.desktop"
    others.parent.mkdir(parents=True)
    others.write_text("[Desktop Entry]\nType=Application\nName=Other\nExec=true\n")
    cli.main(["--install-desktop"])
    later = home / "icons/hicolor/48x48/apps/other.png"
    later.write_bytes(b"")
    assert cli.main(["--remove-desktop"]) == 0
    left = {name for name in _files(home) if name != desktop_entry.CACHE}
    assert left == {"applications/other.desktop", "icons/hicolor/48x48/apps/other.png"}
    assert f"removed {home / desktop_entry.ENTRY}" in capsys.readouterr().out


def test_nothing_is_left_where_nothing_was(home: Path) -> None:
    home.mkdir()
    cli.main(["--install-desktop"])
    cli.main(["--remove-desktop"])
    assert list(home.rglob("*")) == []


def test_installing_again_replaces_what_an_earlier_version_wrote(home: Path) -> None:
    cli.main(["--install-desktop"])
    first = _files(home)
    (home / desktop_entry.ENTRY).write_text("old")
    cli.main(["--install-desktop"])
    assert _files(home) == first


def test_removing_twice_says_that_nothing_is_there(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--remove-desktop"]) == 0
    assert capsys.readouterr().out == f"nothing of ours is in {home}\n"


def test_a_file_of_another_program_is_not_overwritten(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "applications").mkdir(parents=True)
    (home / desktop_entry.ENTRY).write_text("mine")
    assert cli.main(["--install-desktop"]) == 2
    assert (home / desktop_entry.ENTRY).read_text() == "mine"
    assert "move it away" in capsys.readouterr().err
    assert list(_files(home)) == [desktop_entry.ENTRY]


@pytest.mark.parametrize(("system", "word"), [("win32", "Start menu"), ("darwin", "Applications")])
def test_other_systems_say_what_to_do_instead(system: str, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    with pytest.raises(ReaderError, match=word):
        desktop_entry.data_home()


def test_the_desktop_accepts_the_entry(tmp_path: Path) -> None:
    _check(["desktop-file-validate", "--no-hints", str(resource("desktop/bulletin-reader.desktop"))])
    entry = tmp_path / "bulletin-reader.desktop"
    entry.write_bytes(dict(desktop_entry.pieces(["/home/李/my files/100%/reader"]))[desktop_entry.ENTRY])
    _check(["desktop-file-validate", "--no-hints", str(entry)])


def test_software_centres_accept_the_description() -> None:
    _check(["appstreamcli", "validate", "--no-net", "--no-color", str(resource(f"desktop/{desktop_entry.METAINFO}"))])


def _check(command: list[str]) -> None:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
