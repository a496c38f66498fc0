"""A second start hands its files to the window that is open; with processes as the system starts them."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.app import single_instance
from reader.app.data_folder import LIBRARY, data_folder
from reader.app.paths import sample_issues
from reader.app.single_instance import Letter, SingleInstance, find_instance, hand_over
from reader.model.errors import CannotKeep
from reader.store import Library

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 40.0
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signals of this kind")
# The program, telling in a file which issues are open, how often the window came to the front, and what it says.
WINDOW = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from reader import cli
from reader.app import single_instance
from reader.ui.window import later_starts, starting

out, starter = Path(sys.argv[1]), starting.greet
fronts = []

def tell(window):
    issues = [str(opened.path) for opened in window.session.issues()]
    message = window.message_bar.text.text() if window.message_bar.isVisible() else ""
    card = window.findChild(QWidget, "firstStepsShade")
    told = {"issues": issues, "fronts": fronts, "message": message, "status": window.status.message.whole_text()}
    told["steps"] = card is not None and card.isVisible()
    out.with_suffix(".part").write_text(json.dumps(told))
    out.with_suffix(".part").replace(out)

def greet(window, box, **more):
    starter(window, box, **more)
    timer = QTimer(window)
    timer.timeout.connect(lambda: tell(window))
    timer.start(20)

def come_to_front(window, token=""):
    fronts.append(token)
    real(window, token)

real, later_starts.come_to_front = later_starts.come_to_front, come_to_front
starting.greet = greet
single_instance.START_PATIENCE = single_instance.PATIENCE = float(sys.argv[2])
sys.exit(cli.main(sys.argv[3:]))
"""


class Program:
    """One start of the program, with what its window shows."""

    def __init__(self, folder: Path, *arguments: str | Path, patience: float = SECONDS, **more: str) -> None:
        self.told = folder / f"told-{time.monotonic_ns()}.json"
        home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", WINDOW, str(self.told), str(patience), *map(str, arguments)]
        self.process = subprocess.Popen(command, cwd=folder, env={**os.environ, **home, **more})

    def sees(self, what: str) -> object:
        """Return what the window shows now."""
        return json.loads(self.told.read_text("utf-8"))[what] if self.told.exists() else None

    def wait_for(self, *names: str) -> None:
        """Wait until the window shows just these issues."""
        self.until(lambda: sorted(Path(issue).name for issue in self.sees("issues") or ()) == sorted(names))  # type: ignore[attr-defined]

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something."""
        deadline = time.monotonic() + SECONDS
        while not condition():
            assert self.process.poll() is None, "the window ended"
            assert time.monotonic() < deadline, self.told.read_text("utf-8") if self.told.exists() else "no window"
            time.sleep(0.02)

    def ends(self) -> int:
        """Wait until the process has ended; return its exit code."""
        return self.process.wait(SECONDS)

    def has_window(self) -> bool:
        """Tell whether this start opened a window of its own."""
        return self.told.exists()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Return a function that starts the program in the folder of the test."""
    started: list[Program] = []

    def run(*arguments: str | Path, **more: object) -> Program:
        started.append(Program(tmp_path, *arguments, **more))  # type: ignore[arg-type]
        return started[-1]

    yield run
    for program in started:
        program.process.kill()
        program.process.wait()


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Write three issues; return their names, which are relative to the folder that the program is started in."""
    names = ["一.md", "b c.md", "三.md"]
    for name in names:
        (tmp_path / name).write_text(f"# 港湾快报\n\n## 码头动工\n\n{name}的码头今天动工。\n", encoding="utf-8")
    return names


def test_a_second_start_hands_its_files_to_the_open_window(start: Callable[..., Program], files: list[str]) -> None:
    window = start(files[0])
    window.wait_for(files[0])
    second = start(*files[1:], XDG_ACTIVATION_TOKEN="leave-7")
    assert second.ends() == 0
    window.wait_for(*files)
    assert not second.has_window()
    assert all(Path(name).is_absolute() for name in window.sees("issues"))  # type: ignore[attr-defined]
    assert window.sees("fronts") == ["leave-7"]
    assert start().ends() == 0  # without files it only comes to the front
    window.until(lambda: window.sees("fronts") == ["leave-7", ""])
    window.wait_for(*files)


def test_a_second_start_does_not_load_qt(start: Callable[..., Program], files: list[str], tmp_path: Path) -> None:
    window = start(files[0])
    window.wait_for(files[0])
    probe = "import sys\nfrom reader import cli\ncli.main(sys.argv[1:])\nprint([m for m in sys.modules if 'Qt' in m])"
    run = subprocess.run(
        [sys.executable, "-c", probe, files[1]],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (run.stdout.strip(), run.stderr) == ("[]", "")
    window.wait_for(*files[:2])


def test_a_folder_and_a_file_that_is_missing_are_told_in_the_open_window(
    start: Callable[..., Program], files: list[str], tmp_path: Path
) -> None:
    window = start(files[0])
    window.wait_for(files[0])
    assert start("没有.txt").ends() == 0
    window.until(lambda: "没有.txt" in str(window.sees("message")))
    (tmp_path / "more").mkdir()
    (tmp_path / files[1]).rename(tmp_path / "more" / files[1])
    assert start("more").ends() == 0
    window.wait_for(*files[:2])


def test_after_kill_9_of_the_window_the_next_start_opens_one(start: Callable[..., Program], files: list[str]) -> None:
    first = start(files[0])
    first.wait_for(files[0])
    first.process.kill()
    first.ends()
    second = start(files[1])
    second.wait_for(files[1])
    assert start(files[2]).ends() == 0
    second.wait_for(*files[1:])


def test_of_starts_at_the_same_moment_one_has_all_files(start: Callable[..., Program], files: list[str]) -> None:
    programs = [start(name) for name in files]
    deadline = time.monotonic() + SECONDS
    while [program.process.poll() for program in programs].count(0) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    (window,) = [program for program in programs if program.process.poll() is None]
    window.wait_for(*files)


def test_another_window_is_opened_on_demand_and_goes_on_when_the_first_is_closed(
    start: Callable[..., Program], files: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BULLETIN_READER_DATA", str(tmp_path / "data"))
    first = start(files[0])
    first.wait_for(files[0])
    second = start("--new-window", files[1])
    second.wait_for(files[1])
    first.wait_for(files[0])
    first.until(lambda: [Path(name).name for name in _kept_paths()] == files[:1])
    first.process.kill()
    first.ends()
    lock = next((tmp_path / "data").glob("window-*/lock"))
    second.until(lambda: lock.read_text("ascii") == str(second.process.pid))
    assert start(files[2]).ends() == 0
    second.wait_for(*files[1:])
    second.until(lambda: sorted(Path(name).name for name in _kept_paths()) == sorted(files[1:]))


def test_an_empty_window_beside_another_leaves_what_is_kept(start: Callable[..., Program], files: list[str]) -> None:
    first = start(files[0])
    first.wait_for(files[0])
    first.until(lambda: [Path(name).name for name in _kept_paths()] == files[:1])
    second = start("--new-window")
    second.until(lambda: second.sees("issues") == [])
    time.sleep(1.5)  # twice as long as keeping waits
    second.process.send_signal(signal.SIGINT)
    assert second.ends() == 130
    assert [Path(name).name for name in _kept_paths()] == files[:1]


def test_a_window_that_hangs_is_not_waited_for(start: Callable[..., Program], files: list[str]) -> None:
    first = start(files[0])
    first.wait_for(files[0])
    first.process.send_signal(signal.SIGSTOP)
    second = start(files[1], patience=0.5)
    second.wait_for(files[1])
    second.until(lambda: "没有反应" in str(second.sees("message")) or "does not answer" in str(second.sees("message")))
    first.process.send_signal(signal.SIGCONT)
    assert start(files[2]).ends() == 0
    first.wait_for(files[0], files[2])  # what the second took back did not come


def test_ctrl_c_in_the_terminal_ends_the_program(start: Callable[..., Program], files: list[str]) -> None:
    window = start(files[0])
    window.wait_for(files[0])
    window.process.send_signal(signal.SIGINT)
    assert window.ends() == 130
    assert list(data_folder().glob("ended-*")) == []


def test_an_error_before_the_window_is_there_is_told_and_written_down(tmp_path: Path) -> None:
    broken = (
        "import sys\nfrom reader import cli\nfrom reader.ui.window import main_window\n"
        "def fail(*_args, **_more): raise TypeError('no such panel')\n"
        "main_window.MainWindow.__init__ = fail\nsys.exit(cli.open_window([]))"
    )
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", broken], cwd=ROOT, env={**os.environ, **home}, capture_output=True, timeout=SECONDS
    )
    assert run.returncode == 1
    assert run.stderr.decode().count("TypeError: no such panel") == 1
    assert "TypeError: no such panel" in (data_folder() / "trouble.log").read_text("utf-8")


def test_many_files_are_handed_over_at_once(tmp_path: Path) -> None:
    paths = tuple(tmp_path / "很长的文件夹名字" / f"第{number}期.txt" for number in range(5000))
    box = SingleInstance(tmp_path / "box")
    box.claim()
    child = os.fork()
    if child == 0:
        other = SingleInstance(box.folder)
        os._exit(0 if not other.claim() and other.leave(Letter(paths), SECONDS) else 1)
    letters: list[Letter] = []
    while not letters:
        letters = box.take()
    assert [letter.paths for letter in letters] == [paths]
    assert os.waitpid(child, 0)[1] == 0
    box.close()


def test_the_first_start_of_all_opens_the_samples_with_the_first_steps(start: Callable[..., Program]) -> None:
    window = start()
    window.wait_for(*(path.name for path in sample_issues()))
    window.until(lambda: window.sees("steps") is True)


def test_a_later_start_without_files_has_what_was_open(
    start: Callable[..., Program], files: list[str], tmp_path: Path
) -> None:
    first = start(files[0])
    first.wait_for(files[0])
    first.until(lambda: (data_folder() / LIBRARY).exists() and _kept_paths() == [str(tmp_path / files[0])])
    first.process.kill()
    first.ends()
    second = start()
    second.wait_for(files[0])


def test_what_ended_the_program_by_force_is_told_at_the_next_start(
    start: Callable[..., Program], files: list[str]
) -> None:
    first = start(files[0])
    first.wait_for(files[0])
    first.process.send_signal(signal.SIGABRT)  # as Qt ends itself
    first.ends()
    second = start(files[0])
    second.until(lambda: "意外退出" in str(second.sees("status")) or "unexpectedly" in str(second.sees("status")))
    second.process.kill()  # which is no error of the program
    second.ends()
    third = start(files[0])
    third.wait_for(files[0])
    time.sleep(1.0)
    assert third.sees("status") == ""


def _kept_paths() -> list[str]:
    try:
        with Library(data_folder() / LIBRARY) as library:
            return [issue.path for issue in library.session().issues]
    except CannotKeep:
        return []


def test_a_sender_that_is_killed_while_it_waits_leaves_nothing_for_later(tmp_path: Path) -> None:
    box = SingleInstance(tmp_path / "box")
    assert box.claim()
    old = box.folder / f"{1:020}-7.letter"
    old.write_bytes(b"\0/tmp/old.txt")
    os.utime(old, (1, 1))
    (box.folder / f"{2:020}-7.letter").write_bytes("leave\0/tmp/新 的.txt\0/tmp/b.txt".encode())
    assert box.take() == [Letter((Path("/tmp/新 的.txt"), Path("/tmp/b.txt")), "leave")]
    assert [path.name for path in box.folder.iterdir()] == ["lock"]
    box.close()


def test_a_name_that_is_no_text_arrives_as_it_is(tmp_path: Path) -> None:
    path = Path(os.fsdecode(b"/tmp/\xff\xfe.txt"))
    box = SingleInstance(tmp_path / "box")
    box.claim()
    child = os.fork()
    if child == 0:
        other = SingleInstance(box.folder)
        os._exit(0 if not other.claim() and other.leave(Letter((path,)), SECONDS) else 1)
    letters: list[Letter] = []
    while not letters:
        letters = box.take()
    assert letters == [Letter((path,))]
    assert os.waitpid(child, 0)[1] == 0
    box.close()


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can become another person")
def test_another_person_has_a_letterbox_of_his_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path_factory.mktemp("stick")
    shared.chmod(0o777)
    for parent in shared.parents:
        if parent.name and "pytest" in str(parent):
            parent.chmod(0o755)
    monkeypatch.setenv("BULLETIN_READER_DATA", str(shared))
    mine = find_instance()
    assert mine.claim()
    child = os.fork()
    if child == 0:
        os.setuid(12345)
        theirs = hand_over([Path("a.txt")])
        is_apart = theirs is not None and theirs.is_mine and theirs.folder != mine.folder
        monkeypatch.setattr(single_instance, "_person", lambda: "0")  # a folder of the first one's name
        refused = hand_over([Path("a.txt")])
        os._exit(0 if is_apart and refused is not None and not refused.is_mine else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert mine.take() == []
    mine.close()


def test_a_disk_without_locks_has_no_letterbox(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr("fcntl.lockf", refuse)
    box = hand_over([Path("a.txt")])
    assert box is not None
    assert (box.is_mine, box.is_others, box.is_silent) == (False, False, False)
    box.close()


def test_where_nothing_can_be_kept_a_window_opens_all_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("BULLETIN_READER_DATA", str(tmp_path / "file"))
    box = hand_over([Path("a.txt")])
    assert box is not None
    assert (box.is_mine, box.is_others) == (False, False)
    box.close()
