"""Composition root: the application, its fonts, colours and language, and the first window."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from reader.app.views import FIND_VIEWS, OVER_VIEWS, OWN_VIEWS, SIDE_VIEWS, VIEWS
from reader.model.errors import ReaderError

try:
    from PySide6.QtCore import (
        QEvent,
        QEventLoop,
        QLoggingCategory,
        QObject,
        QTimer,
        QtMsgType,
        qFormatLogMessage,
        qInstallMessageHandler,
    )
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication
except ImportError as error:
    if isinstance(error, ModuleNotFoundError) and error.name == "PySide6":
        raise ReaderError("PySide6 is not installed: run `python3 -m reader.bootstrap` once.") from error
    from reader.app import system_libraries

    missing = system_libraries.missing_packages(window=False)
    raise ReaderError(system_libraries.advice(missing) if missing else f"Qt cannot be loaded: {error}.") from error

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QSettings

    from reader.app.crash_guard import CrashGuard
    from reader.app.prefetch import ReadingAhead
    from reader.app.single_instance import SingleInstance

from reader.ui.features.about.error_desk import ErrorDesk
from reader.ui.kit.application import Application
from reader.ui.kit.files import is_collection
from reader.ui.kit.fonts import Families, interface_font, load_fonts
from reader.ui.kit.i18n import install_translators, resolve_language
from reader.ui.kit.icons import app_icon
from reader.ui.kit.input_method import use_input_portal
from reader.ui.kit.interrupt import INTERRUPTED, Interrupt
from reader.ui.kit.theme import load_theme, palette_of, resolve, style_sheet
from reader.ui.session.session import Session
from reader.ui.session.settings import Settings, load_settings, save_settings, settings_file
from reader.ui.window.main_window import MainWindow

TURN = 0.0005  # seconds after which a thread at work lets the window go on; Python's own 5 ms are felt in each key
HAN_WORDS = re.compile("[\u4e00-\u9fff]{2,}")
GREET_MILLISECONDS = 250  # after the window is shown: its first page comes first
SETTLE_SECONDS = 60.0  # how long a picture waits for its file
LOOK_MILLISECONDS = 10  # between two looks whether it is there
DIALOG_SIZE = (1080, 740)  # of a dialog in a picture, where there is room


class WindowLook(QObject):
    """Keep the application in the theme and language that the settings ask for."""

    def __init__(self, app: QApplication, settings: Settings, families: Families) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._families = families
        self._language = ""
        self._window: MainWindow | None = None
        self._speak()
        self._colour()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def make_window(self, session: Session, *, lasting: bool) -> MainWindow:
        """Make the window, which follows the look from now on."""
        self._window = MainWindow(self._settings, session, self._families, self._theme, lasting=lasting)
        self._window.look_changed.connect(self.apply)
        self.setParent(self._window)
        self._check_menus()
        return self._window

    def apply(self) -> None:
        """Show what the settings ask for now."""
        self._speak()
        self._colour()
        self._check_menus()

    def _on_scheme_changed(self) -> None:
        # A method, not a lambda: Qt lets go of it together with the window.
        self._colour()

    def _speak(self) -> None:
        language = resolve_language(self._settings.language)
        if language == self._language:
            return
        self._language = language
        install_translators(self._app, language)
        self._app.setFont(interface_font(self._families, language))

    def _colour(self) -> None:
        self._theme = load_theme(resolve(self._settings.theme))
        self._app.setPalette(palette_of(self._theme))
        self._app.setStyleSheet(style_sheet(self._theme, self._families.sans, self._families.serif))
        if self._window:
            self._window.set_theme(self._theme)

    def _check_menus(self) -> None:
        if self._window:
            for identity in (f"theme_{self._settings.theme}", f"language_{self._settings.language}"):
                self._window.actions_by_id[identity].setChecked(True)


def run(
    paths: Sequence[Path],
    instance: SingleInstance | None = None,
    guard: CrashGuard | None = None,
    *,
    language: str | None = None,
    prefetched: ReadingAhead | None = None,
    on_settled: Callable[[], None] | None = None,
    with_first_steps: bool = False,
) -> int:
    """Open the window with `paths` and serve it until it is closed; return the exit code.

    Without paths it opens what was open last, unless another window is open, whose issues these are.
    Files that later starts leave in `instance` are opened too; `guard` hears what ends the program by force.
    `prefetched` is the first of the files, when a child process is reading it already.
    `on_settled` is called once, when the first page (or, without paths, the welcome page) has been painted.
    With `with_first_steps` a card tells a new user what to do, until he has put it away.
    Raises `ReaderError` when there is no display or a system library is missing.
    """
    _require_display()
    qInstallMessageHandler(partial(_pass_on, guard))
    app = make_application()
    store = settings_file()
    settings = load_settings(store)
    kept = settings.language
    settings.language = language or kept
    desk = ErrorDesk(app, settings)
    desk.watch()
    interrupt = Interrupt(app)
    interrupt.watch()
    try:
        is_another = instance is not None and instance.is_others and not instance.is_silent
        session = Session(prefetched, resumes=not paths and not is_another, is_kept=not is_another)
        session.open_paths([path for path in paths if not is_collection(path)])  # goes on while the window is built
        window = open_window(app, settings, session)
        desk.serve(window)
        interrupt.came.connect(partial(_end, window))
        _save_changes(window, settings, store, language, kept)
        window.show()
        if not session.opening():  # the end of opening a file does it otherwise
            gc.freeze()
            gc.enable()
        QTimer.singleShot(
            GREET_MILLISECONDS, window, lambda: _greet(window, instance, with_first_steps and settings.first_steps)
        )
        if on_settled:
            _call_when_settled(window, bool(paths), on_settled)
        window.opening.open_paths([path for path in paths if is_collection(path)])
    except Exception as error:
        desk.give_up(error)
        interrupt.leave()
        return 1
    code = app.exec()
    desk.leave()
    interrupt.leave()
    return code


def _end(window: MainWindow) -> None:
    """Close the window because Ctrl+C in the terminal asked for it."""
    window.close()
    QApplication.exit(INTERRUPTED)


def _greet(window: MainWindow, instance: SingleInstance | None, with_first_steps: bool) -> None:
    """Do what a start brings with it beside showing files, once these are shown."""
    from reader.ui.window.starting import greet

    greet(window, instance, with_first_steps=with_first_steps)


def _save_changes(window: MainWindow, settings: Settings, store: QSettings, language: str | None, kept: str) -> None:
    """Keep the settings whenever they change; `language` was asked for this time only, `kept` is the user's choice."""
    saved = replace(settings)

    def save() -> None:
        nonlocal saved
        now = replace(settings)
        if now.language == language:
            now.language = kept
        if now != saved:
            save_settings(now, store, saved)
            saved = now

    window.settings_changed.connect(save)


def screenshot(
    out: Path,
    path: Path,
    *,
    article: int | None = None,
    size: tuple[int, int] = (1440, 900),
    theme: str = "light",
    language: str = "zh",
    view: str = "article",
) -> None:
    """Draw the window with a file open and save the picture; needs no screen.

    `article` counts from 1; `view` is one of `VIEWS`. The user's settings are neither read nor changed.
    Raises `ReaderError` when the file cannot be opened or the picture cannot be saved.
    """
    if view not in VIEWS:
        raise ReaderError(f"There is no view “{view}”; choose one of {', '.join(VIEWS)}.")
    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    settings = Settings(theme=theme, language=language)
    settings.find_scope = "issue" if view == "find_issue" else "article"
    settings.show_original = view in ("original", "left_out")
    settings.show_left_out = view == "left_out"
    settings.show_side = view in SIDE_VIEWS + OVER_VIEWS
    if view in SIDE_VIEWS:
        settings.side_tab = view
        settings.side_scope = "issue" if article is None else "article"
    # Without a screen Qt warns about each thing that only a screen could do.
    QLoggingCategory.setFilterRules("default.warning=false")
    from reader.ui.posing import picture_of

    window = open_window(app, settings, lasting=False)
    window.resize(*size)
    window.show()
    try:
        _pose(window, path, article, view)
        if not picture_of(window).save(str(out)):
            raise ReaderError(
                f"The picture cannot be saved as “{out}”; choose another folder or a name ending in .png."
            )
    finally:
        window.close()
        window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QLoggingCategory.setFilterRules("")


def make_application() -> QApplication:
    """Return the application, made when there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    sys.setswitchinterval(TURN)
    use_input_portal()
    app = Application(sys.argv[:1])
    app.setApplicationName("bulletin-reader")
    app.setDesktopFileName("bulletin-reader")
    app.setStyle("fusion")
    app.setWindowIcon(app_icon())
    load_fonts()
    return app


def open_window(
    app: QApplication, settings: Settings, session: Session | None = None, *, lasting: bool = True
) -> MainWindow:
    """Make a window that looks as `settings` say and shows what `session` opens.

    One that is not `lasting` neither reads nor changes what the user keeps.
    """
    families = Families()
    window = WindowLook(app, settings, families).make_window(session or Session(), lasting=lasting)
    if isinstance(app, Application):
        app.open_with(window.opening.open_paths)
    return window


def _pose(window: MainWindow, path: Path, article: int | None, view: str) -> None:
    """Bring the window into the state that the picture shows."""
    if view == "welcome":
        _wait_until(lambda: True)
        return
    failures: list[Exception] = []
    window.session.failed.connect(lambda _path, error: failures.append(error))
    window.session.open_paths([path])
    if not _wait_until(lambda: bool(failures) or window.session.current() is not None):
        raise ReaderError(f"Opening “{path.name}” takes too long for a picture.")
    if failures and view != "error":
        raise failures[0]
    opened = window.session.current()
    if opened and article is not None:
        readable = opened.outline.readable
        if not 1 <= article <= len(readable):
            raise ReaderError(f"There is no article {article} in “{path.name}”; it has {len(readable)}.")
        window.session.go_to(readable[article - 1])
    if view == "left_out":
        left_out = window.original.left_out
        if left_out:
            left_out.list.setCurrentIndex(left_out.model().index(0))
    parts = (window.panel, window.original, window.pages)
    _wait_until(lambda: window.article.is_complete() and all(part.is_settled() for part in parts))
    if view in FIND_VIEWS:
        _pose_find(window, view)
    if view in OVER_VIEWS:
        window.actions_by_id["palette" if view == "palette" else "key_sheet"].trigger()
    if view == "hand_on":
        _pose_hand_on(window)
    if view in OWN_VIEWS:
        from reader.ui.posing import pose

        pose(window, view)
        _wait_until(lambda: True)


def _pose_hand_on(window: MainWindow) -> None:
    """Open the dialog that hands the article on, in a size that the window has room for."""
    _wait_until(window.marks.is_settled)
    window.actions_by_id["hand_on"].trigger()
    dialog = window.export.desk.dialog if window.export.desk else None
    if dialog:
        dialog.resize(min(DIALOG_SIZE[0], window.width() - 48), min(DIALOG_SIZE[1], window.height() - 48))
        _wait_until(window.export.is_settled)


def _pose_find(window: MainWindow, view: str) -> None:
    """Show the box of the reading settings, or a search for the word that the title begins with."""
    if view == "reading":
        window.reading.toggle()
        _wait_until(lambda: True)
        return
    entry = window.session.entry()
    words = next(iter(HAN_WORDS.findall(entry.title)), "") if entry else ""
    window.finding.open(words[-2:])
    _wait_until(window.finding.is_settled)


def _wait_until(condition: Callable[[], bool]) -> bool:
    """Serve events until a condition holds and the window is drawn; tell whether it came to hold."""
    until = monotonic() + SETTLE_SECONDS
    # Qt does not wait for events in a call that says how long; the clock wakes it, and threads work meanwhile.
    clock = QTimer()
    clock.start(LOOK_MILLISECONDS)
    while not condition():
        if monotonic() > until:
            return False
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    clock.stop()
    for _ in range(5):  # layouts that wait for the next turn of the event loop
        QApplication.processEvents()
    return True


def _call_when_settled(window: MainWindow, has_paths: bool, call: Callable[[], None]) -> None:
    """Call once, after the first page has been painted."""

    def watch() -> None:
        if not has_paths or (window.session.entry() and window.article.is_painted()):
            timer.stop()
            call()

    timer = QTimer(window)
    timer.timeout.connect(watch)
    timer.start(1)


def _pass_on(guard: CrashGuard | None, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Write what Qt has to say, but for its complaint that the offscreen platform has no size hints."""
    if sys.stderr and "propagateSizeHints" not in message:
        print(qFormatLogMessage(kind, context, message), file=sys.stderr)
    if kind == QtMsgType.QtFatalMsg and guard:  # it ends the process when this returns
        from reader.app.crash_guard import tell_outside

        guard.write(message)
        tell_outside(message)


def _require_display() -> None:
    """Raise `ReaderError` where no window can be opened, before Qt would abort the process."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise ReaderError(
            "There is no display to open a window on; use “bulletin-reader inspect FILE” to read in the terminal."
        )
    from reader.app import system_libraries  # imported here: a start without a screen need not load ctypes, 3 ms

    missing = system_libraries.missing_packages(window=True)
    if missing:
        raise ReaderError(system_libraries.advice(missing))
