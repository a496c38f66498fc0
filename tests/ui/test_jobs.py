"""Work off the GUI thread ends on the GUI thread, or leaves no trace."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.model.errors import CannotRead
from reader.ui.kit.jobs import Jobs, Report


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shut_down()
    made.deleteLater()


def test_a_result_arrives_on_the_gui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[tuple[object, bool, bool]] = []

    def work(_report: Report) -> bool:
        return threading.current_thread() is threading.main_thread()

    jobs.start(
        "a", work, lambda there: told.append((there, threading.current_thread() is threading.main_thread(), True))
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(False, True, True)]
    assert jobs.running() == ()


def test_an_error_is_told_and_nothing_else(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[object] = []

    def work(_report: Report) -> None:
        raise CannotRead("no")

    jobs.start("a", work, lambda _result: told.append("done"), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert [str(error) for error in told] == ["no"]


def test_a_cancelled_job_stops_at_its_next_report_and_tells_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[object] = []
    started, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def work(report: Report) -> None:
        started.set()
        go_on.wait(10)
        try:
            report("later", 0.5)
            told.append("went on")
        finally:
            ended.set()

    jobs.start("a", work, told.append, told.append, lambda *progress: told.append(progress))
    assert started.wait(10)
    assert jobs.cancel("a")
    go_on.set()
    assert ended.wait(10)
    qtbot.wait(50)
    assert told == []
    assert not jobs.cancel("a")


def test_a_newer_job_supersedes_the_one_of_the_same_key(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[object] = []
    go_on = threading.Event()
    jobs.start("a", lambda _report: go_on.wait(10) and "old", told.append)
    jobs.start("a", lambda _report: "new", told.append)
    qtbot.waitUntil(lambda: bool(told))
    go_on.set()
    qtbot.wait(50)
    assert told == ["new"]


def test_progress_is_reported(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[tuple[str, float]] = []
    ended: list[object] = []
    heard = threading.Event()

    def work(report: Report) -> None:
        report("half", 0.5)
        heard.wait(10)

    def hear(stage: str, fraction: float) -> None:
        told.append((stage, fraction))
        heard.set()

    jobs.start("a", work, ended.append, None, hear)
    qtbot.waitUntil(lambda: bool(ended))
    assert told[0] in (("", 0.0), ("half", 0.5))


def test_no_thread_speaks_to_jobs_that_were_shut_down(qtbot: QtBot, qapp: QApplication) -> None:
    told: list[object] = []
    for _ in range(60):
        jobs = Jobs()
        for key in "abc":
            jobs.start(key, lambda _report: 1, lambda _result: None)
        jobs.shut_down()
        jobs.start("late", lambda _report: 2, told.append)
        assert jobs.running() == ()
        jobs.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    assert told == []
