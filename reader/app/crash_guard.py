"""How a window ends that cannot tell it itself: killed by an error in what it stands on, or before it was opened."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import IO

from reader.app.data_folder import data_folder

ENDED = "ended-"  # beginning of the name of a file in which a process tells how it was ended


class CrashGuard:
    """Watches how this process ends: what kills it from within is written down, and told at the next start."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._file: IO[bytes] | None = None

    def begin(self) -> None:
        """Watch from now on; does nothing where nothing can be written."""
        import faulthandler

        folder = data_folder()
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._path = folder / f"{ENDED}{os.getpid()}.txt"
            self._file = self._path.open("wb", buffering=0)
            faulthandler.enable(self._file)

    def write(self, text: str) -> None:
        """Write what is the last that will be heard of this process."""
        if self._file:
            self._file.write(f"{text}\n".encode("utf-8", "replace"))

    def end(self) -> None:
        """Watch no more: the process ends as it should."""
        import faulthandler

        if self._file and self._path:
            faulthandler.disable()
            self._file.close()
            self._path.unlink(missing_ok=True)
            self._file = None


def ended_badly() -> bool:
    """Tell whether an earlier window was ended by an error; what it left is moved to the log."""
    told = False
    for path in data_folder().glob(f"{ENDED}*.txt"):
        with contextlib.suppress(OSError, ValueError):
            if not _is_alive(int(path.stem.removeprefix(ENDED))):
                text = path.read_text("utf-8", errors="replace")
                path.unlink()
                if text.strip():  # empty where the machine stopped or somebody ended it, which is no error of ours
                    from reader.app.crash_log import note, outline_of_end

                    note(outline_of_end(text))
                    told = True
    return told


def tell_outside(sentence: str) -> None:
    """Say something where there may be neither a window nor a terminal to say it in."""
    if sys.stderr and sys.stderr.isatty() or os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return  # whoever started it reads it there
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, "Bulletin Reader", 0x10)
        return
    import shutil
    import subprocess

    for command in _announcers(sentence):
        if shutil.which(command[0]):
            with contextlib.suppress(OSError, subprocess.SubprocessError):
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                return


def _announcers(sentence: str) -> tuple[tuple[str, ...], ...]:
    if sys.platform == "darwin":
        quoted = sentence.replace("\\", "\\\\").replace('"', '\\"')
        return (("osascript", "-e", f'display alert "Bulletin Reader" message "{quoted}"'),)
    return (
        ("zenity", "--error", "--no-markup", "--title=Bulletin Reader", f"--text={sentence}"),
        ("kdialog", "--title", "Bulletin Reader", "--error", sentence),
        ("notify-send", "Bulletin Reader", sentence),
    )


def _is_alive(process: int) -> bool:
    if process == os.getpid():
        return True
    if sys.platform == "win32":  # there a signal would end it; a file that is still open cannot be removed anyway
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
