"""Set-up from a fresh clone: what it runs, what it says, and that it can be interrupted."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from reader import bootstrap
from reader.app import system_libraries
from reader.bootstrap import SetupError


class Machine:
    """A machine without a display on which every command succeeds, but for those told to fail."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.calls: list[list[str]] = []
        self.runs: list[list[str]] = []
        self.failing = ""

    def call(self, command: list[str], complaint: str) -> None:
        """Note a set-up step; making the environment makes its interpreter."""
        self.calls.append(command)
        if self.failing and self.failing in command:
            raise SetupError(complaint)
        if "venv" in command:
            bootstrap.venv_python().parent.mkdir(parents=True, exist_ok=True)
            bootstrap.venv_python().touch()

    def run(self, arguments: list[str], *, offscreen: bool = False) -> int:
        """Note what is started in the environment."""
        self.runs.append([*arguments, "offscreen"] if offscreen else arguments)
        return 0


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Give a machine with nothing prepared."""
    fresh = Machine(tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "PICTURE", tmp_path / "pictures" / "window.png")
    monkeypatch.setattr(bootstrap, "_call", fresh.call)
    monkeypatch.setattr(bootstrap, "_run", fresh.run)
    monkeypatch.setattr(bootstrap, "_works", lambda command: False)
    monkeypatch.setattr(system_libraries, "missing_packages", lambda *, window: [])
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return fresh


def test_set_up_installs_what_the_lock_pins_and_then_the_reader(machine: Machine) -> None:
    assert bootstrap.main(["setup"]) == 0
    assert [("-r" in call, "--editable" in call) for call in machine.calls] == [
        (False, False),
        (True, False),
        (False, True),
    ]
    assert "--require-hashes" in machine.calls[1]


def test_a_second_set_up_does_nothing(machine: Machine) -> None:
    bootstrap.set_up()
    machine.calls.clear()
    bootstrap.set_up()
    assert machine.calls == []


def test_set_up_that_broke_off_goes_on_the_next_time(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.failing = "--editable"
    assert bootstrap.main(["setup"]) == 2
    assert "run the command again" in capsys.readouterr().err
    machine.failing = ""
    machine.calls.clear()
    assert bootstrap.main(["setup"]) == 0
    assert "--editable" in machine.calls[-1]


def test_another_lock_sets_up_again(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    bootstrap.set_up()
    other = machine.root / "requirements.lock"
    other.write_text("jieba==0.42.1\n")
    monkeypatch.setattr(bootstrap, "LOCK", other)
    machine.calls.clear()
    bootstrap.set_up()
    assert len(machine.calls) == 3


def test_an_old_python_is_told_what_is_needed(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    with pytest.raises(SetupError, match=r"Python 3\.11 or later is needed"):
        bootstrap.set_up()
    assert machine.calls == []


def test_without_venv_the_package_is_named(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert bootstrap.main(["test"]) == 2
    assert f"apt-get install python3.{sys.version_info.minor}-venv" in capsys.readouterr().err


def test_without_ensurepip_a_pip_of_the_machine_helps(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name == "pip" or None)
    bootstrap.set_up()
    assert "--without-pip" in machine.calls[0]
    assert machine.calls[1][:4] == [sys.executable, "-m", "pip", "--python"]


@pytest.mark.parametrize("command", ["run", "test"])
def test_a_missing_system_library_is_named_before_anything_starts(
    command: str, machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "missing_packages", lambda *, window: ["libegl1", "libgl1"])
    assert bootstrap.main([command]) == 2
    assert "apt-get install libegl1 libgl1" in capsys.readouterr().err
    assert machine.runs == []


def test_without_a_display_the_samples_are_outlined_and_drawn(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main([]) == 0
    assert "There is no display here." in capsys.readouterr().out
    inspected = [run for run in machine.runs if "inspect" in run]
    assert len(inspected) == len(bootstrap.paths.sample_issues())
    assert machine.runs[-1][:4] == ["-m", "reader", "--screenshot", str(bootstrap.PICTURE)]
    assert machine.runs[-1][-1] == "offscreen"


def test_off_the_screen_no_window_is_opened_that_nobody_could_close(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert bootstrap.main(["one.txt"]) == 0
    assert "--screenshot" in machine.runs[-1]


def test_with_a_display_files_are_opened_in_the_window(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(bootstrap, "_works", lambda command: True)
    bootstrap.VENV.mkdir()
    assert bootstrap.main(["one.txt", "two.txt"]) == 0
    assert machine.runs == [["-m", "reader", str(Path("one.txt").absolute()), str(Path("two.txt").absolute())]]


def test_arguments_after_test_go_to_pytest(machine: Machine) -> None:
    assert bootstrap.main(["test", "-k", "title"]) == 0
    assert machine.runs == [["-m", "pytest", "--numprocesses=auto", "--dist=loadgroup", "-k", "title"]]


def test_an_interruption_says_how_to_go_on(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "_call", interrupt)
    assert bootstrap.main(["setup"]) == 130
    assert "the same command goes on from here" in capsys.readouterr().err
