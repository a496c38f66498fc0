"""Put the program among those of the desktop, and take it away again: entry, icons and what tells software centres.

Linux packages ship the same files; this is for an installation by pip and for an unpacked folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.app.paths import resource
from reader.model.errors import ReaderError

NAME = "bulletin-reader"  # of the entry and of its icon; the window tells it to the desktop
ENTRY = f"applications/{NAME}.desktop"
METAINFO = "org.bulletinreader.BulletinReader.metainfo.xml"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)  # pixels
RECORD = f"{NAME}/desktop-files.txt"  # lists what was put there, beside it
CACHE = "applications/mimeinfo.cache"  # what the desktop's tool writes
RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")  # of the Desktop Entry Specification, “The Exec key”


def main(wish: str) -> int:
    """Serve the option `--install-desktop` or `--remove-desktop`; say what was done."""
    data = data_home()
    lines = list(install(own_command(), data) if wish == "--install-desktop" else remove(data))
    print("\n".join(lines) or f"nothing of ours is in {data}")
    return 0


def install(command: Sequence[str], data: Path) -> Iterator[str]:
    """Put the program among those of the desktop whose data are in `data`; yield a line for each thing done.

    `command` starts the program. Raises `ReaderError` when a file of another program would be overwritten or
    nothing can be written there.
    """
    yield from remove(data)
    before = _all_below(data)
    wanted = pieces(command)
    strangers = [name for name, _ in wanted if (data / name).exists()]
    if strangers:
        sentence = "{path} is there already and is not ours; move it away and try again."
        raise ReaderError(sentence, code="not-ours", path=str(data / strangers[0]))
    try:
        for name, content in wanted:
            (data / name).parent.mkdir(parents=True, exist_ok=True)
            (data / name).write_bytes(content)
        ran = _refresh(data)
        (data / RECORD).parent.mkdir(parents=True, exist_ok=True)
        new = sorted(_all_below(data) - before)
        record = [name for name in new if name == CACHE or any(place.startswith(name) for place, _ in wanted)]
        (data / RECORD).write_text("".join(f"{name}\n" for name in record), encoding="utf-8")
    except OSError as error:
        sentence = "{path} cannot be written; free some space there or ask for the right to write."
        raise ReaderError(sentence, code="not-writable", path=str(error.filename or data)) from error
    yield from (f"wrote {data / name}" for name, _ in wanted)
    yield from (f"ran {line}" for line in ran)


def remove(data: Path) -> Iterator[str]:
    """Take away what `install` put there, and nothing else; yield a line for each thing done."""
    try:
        names = (data / RECORD).read_text(encoding="utf-8").splitlines()
    except OSError:
        return
    for name in [name for name in names if not name.endswith("/") and name != CACHE and (data / name).is_file()]:
        (data / name).unlink()
        yield f"removed {data / name}"
    (data / RECORD).unlink()
    yield from (f"ran {line}" for line in _refresh(data))
    if CACHE in names and list((data / CACHE).parent.glob("*")) == [data / CACHE]:  # it lists nothing any more
        (data / CACHE).unlink()
    for folder in (*sorted((name for name in names if name.endswith("/")), reverse=True), NAME):
        if (data / folder).is_dir() and not any((data / folder).iterdir()):
            (data / folder).rmdir()


def pieces(command: Sequence[str]) -> tuple[tuple[str, bytes], ...]:
    """Return the files for a data folder of the desktop, as their places in it and their bytes."""
    entry = resource(f"desktop/{NAME}.desktop").read_text("utf-8")
    entry = entry.replace(f"Exec={NAME} %F", f"Exec={exec_line(command)} %F")
    icons = ((f"icons/hicolor/{size}x{size}/apps/{NAME}.png", f"app/{size}.png") for size in SIZES)
    drawings = (
        (f"icons/hicolor/scalable/apps/{NAME}.svg", "app.svg"),
        (f"icons/hicolor/symbolic/apps/{NAME}-symbolic.svg", "app-symbolic.svg"),
    )
    return (
        (ENTRY, entry.encode()),
        (f"metainfo/{METAINFO}", resource(f"desktop/{METAINFO}").read_bytes()),
        *((place, resource(f"icons/{name}").read_bytes()) for place, name in (*icons, *drawings)),
    )


def exec_line(command: Sequence[str]) -> str:
    """Write a command as the desktop reads it: quoted where it must be, `%` and `\\` doubled."""
    return " ".join(_quoted(word) for word in command)


def own_command() -> list[str]:
    """Return the command that starts this program from anywhere."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    script = Path(sys.argv[0]).absolute()
    if script.stem.startswith(NAME) and os.access(script, os.X_OK):
        return [str(script)]
    return [sys.executable, "-m", "reader"]


def data_home() -> Path:
    """Return the user's folder of desktop data; raise `ReaderError` where the system has no such thing."""
    if sys.platform == "win32":
        raise ReaderError(
            "Windows has no such entries: run the installer, which makes one in the Start menu; after an installation "
            "by pip, make a shortcut to bulletin-reader-gui.exe from the Scripts folder of Python."
        )
    if sys.platform == "darwin":
        raise ReaderError(
            "macOS has no such entries: drag “Bulletin Reader” from its disk image into Applications; it then stands "
            "in Launchpad and in the menu “Open With” of files."
        )
    given = os.environ.get("XDG_DATA_HOME", "")
    return Path(given) if given.startswith("/") else Path.home() / ".local" / "share"


def _quoted(word: str) -> str:
    word = word.replace("%", "%%")
    if not RESERVED & set(word):
        return word
    for sign in '\\"`$':
        word = word.replace(sign, f"\\{sign}")
    return '"{}"'.format(word.replace("\\", "\\\\"))  # a second time: the value is a string of the file as well


def _refresh(data: Path) -> list[str]:
    """Run the desktop's tools that are here, so that it sees the change at once; return what was run."""
    applications, icons = data / "applications", data / "icons" / "hicolor"
    tools = []
    if applications.is_dir():
        tools.append(["update-desktop-database", "-q", str(applications)])
    if (icons / "icon-theme.cache").is_file():  # where there is none the folders are read, which misses nothing
        tools.append(["gtk-update-icon-cache", "-q", "-f", "-t", str(icons)])
    ran = []
    for tool in [tool for tool in tools if shutil.which(tool[0])]:
        if subprocess.run(tool, capture_output=True, check=False).returncode == 0:
            ran.append(" ".join(tool))
    return ran


def _all_below(data: Path) -> set[str]:
    """Name the files and folders below, as far as desktop data are concerned; folders end in a slash."""
    found = set()
    for top in ("applications", "icons", "metainfo", NAME):
        for path in (data / top, *(data / top).rglob("*")):
            if path.exists():
                found.add(f"{path.relative_to(data)}{'/' if path.is_dir() else ''}")
    return found
