"""Set up and start from a fresh clone, with nothing but Python: `python3 -m reader.bootstrap`.

    python3 -m reader.bootstrap [run] [FILE ...]   set up, then open FILEs or the sample issues
    python3 -m reader.bootstrap test [ARG ...]     set up, then run the tests; ARGs go to pytest
    python3 -m reader.bootstrap setup              only set up
    python3 -m reader.bootstrap package            set up, then build what runs without Python

Set-up makes `.venv` beside the package and installs there what `requirements.lock` pins. It is
skipped while the lock stays the same, and may be interrupted at any point and started again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from reader.app import paths, system_libraries

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PICTURE = ROOT / ".screenshots" / "bulletin-reader.png"
NEEDED_PYTHON = (3, 11)


class SetupError(Exception):
    """Set-up cannot go on; the message is one clear sentence for the user."""


def main(argv: list[str] | None = None) -> int:
    """Set up, then run the command named first in `argv` (open the samples when none is named)."""
    commands = {"run": open_issues, "test": run_tests, "setup": report_ready, "package": build_package}
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0
    name, rest = (arguments[0], arguments[1:]) if arguments and arguments[0] in commands else ("run", arguments)
    is_set_up = False
    try:
        set_up()
        is_set_up = True
        return commands[name](rest)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        if not is_set_up:
            print("Stopped; the same command goes on from here.", file=sys.stderr)
        return 130


def set_up() -> None:
    """Make the virtual environment and install the locked packages, unless that is done already."""
    if sys.version_info < NEEDED_PYTHON:
        wanted = ".".join(map(str, NEEDED_PYTHON))
        raise SetupError(f"Python {wanted} or later is needed; this is {sys.version.split()[0]} ({sys.executable}).")
    stamp, fingerprint = VENV / "set-up-for", _fingerprint()
    if _read(stamp) == fingerprint and venv_python().exists():
        return
    started = time.monotonic()
    stamp.unlink(missing_ok=True)
    pip = _make_venv()
    _say("Installing the locked packages (about 120 MB to download the first time) ...")
    _pip(pip, "--require-hashes", "-r", str(LOCK))
    _say("Installing the reader itself ...")
    _pip(pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    # pip compiles what it installs, but not what it installs editable: the first start would pay for it, and on a
    # machine that writes no byte code every start.
    _works([str(venv_python()), "-m", "compileall", "-q", str(ROOT / "reader")])
    stamp.write_text(fingerprint, encoding="utf-8")
    _say(f"Set up in {time.monotonic() - started:.0f} s.")


def open_issues(files: list[str]) -> int:
    """Open `files`, or the sample issues, in a window; without a display print and draw them instead."""
    wanted = [str(Path(file).absolute()) for file in files] or [str(path) for path in paths.sample_issues()]
    _require_libraries(window=False)
    obstacle = _display_obstacle()
    if not obstacle:
        _say(f"Opening {len(wanted)} issue{'s' if len(wanted) != 1 else ''} ...")
        return _run(["-m", "reader", *wanted])
    _say(f"{obstacle} Here are the outlines; a picture of the window follows.")
    for path in wanted:
        print(flush=True)
        code = _run(["-m", "reader", "inspect", path])
        if code:
            return code
    PICTURE.parent.mkdir(exist_ok=True)
    code = _run(["-m", "reader", "--screenshot", str(PICTURE), wanted[0]], offscreen=True)
    if code == 0:
        print(flush=True)
        _say(f"The window as it would look is saved in {PICTURE}")
    return code


def run_tests(arguments: list[str]) -> int:
    """Run the test suite without a screen, on all processors; its last line is pytest's summary."""
    _require_libraries(window=False)
    return _run(["-m", "pytest", "--numprocesses=auto", "--dist=loadgroup", *arguments])


def report_ready(arguments: list[str]) -> int:
    """Say that set-up is done and where."""
    if arguments:
        raise SetupError(f"`setup` takes no arguments, but got: {' '.join(arguments)}")
    _say(f"Ready: {venv_python()}")
    return 0


def build_package(arguments: list[str]) -> int:
    """Build the program as a folder that runs without Python, and this system's packages of it, in `.dist`."""
    return _run([str(ROOT / "resources" / "packaging" / "build.py"), *arguments])


def venv_python() -> Path:
    """Return the interpreter of the virtual environment, which may not exist yet."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _fingerprint() -> str:
    """Hash all that an installed environment depends on."""
    digest = hashlib.sha256(f"{sys.version} {ROOT}".encode())
    for path in (LOCK, ROOT / "pyproject.toml", ROOT / "reader" / "__init__.py"):  # the last holds the version
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _make_venv() -> list[str]:
    """Make the virtual environment unless a sound one is there; return the pip command that fills it."""
    own_pip = [str(venv_python()), "-m", "pip"]
    if _works([*own_pip, "--version"]) and _same_python():
        return own_pip
    shutil.rmtree(VENV, ignore_errors=True)
    _say(f"Making a virtual environment in {VENV} ...")
    if importlib.util.find_spec("ensurepip"):
        _call([sys.executable, "-m", "venv", str(VENV)], "The virtual environment could not be made.")
        return own_pip
    # Debian and Ubuntu split ensurepip off; a pip of the machine can fill the environment from outside.
    outside = [sys.executable, "-m", "pip", "--python", str(venv_python())]
    if importlib.util.find_spec("pip"):
        _call([sys.executable, "-m", "venv", "--without-pip", str(VENV)], "The virtual environment could not be made.")
        return outside
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    command = system_libraries.apt_command([f"python{version}-venv"])
    raise SetupError(f"Python's venv module is not complete; on Debian or Ubuntu install it with:  {command}")


def _same_python() -> bool:
    """Tell whether the virtual environment was made by the Python that runs this."""
    return _works([str(venv_python()), "-c", f"import sys; sys.exit(sys.version != {sys.version!r})"])


def _pip(pip: list[str], *arguments: str) -> None:
    quiet = ["-qq", "--no-input", "--disable-pip-version-check", "--no-warn-script-location"]
    _call(
        [*pip, "install", *quiet, *arguments],
        "Packages could not be installed: see pip's message above, check the network and run the command again.",
    )


def _call(command: list[str], complaint: str) -> None:
    """Run a set-up step; raise `SetupError` with `complaint` when it fails."""
    # A machine that installs per user by default would be refused inside a virtual environment.
    environment = {**os.environ, "PIP_USER": "0", "PIP_ROOT_USER_ACTION": "ignore"}
    environment.pop("PYTHONHOME", None)
    if subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False).returncode:
        raise SetupError(complaint)


def _works(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _run(arguments: list[str], *, offscreen: bool = False) -> int:
    # Without a screen Qt warns about each window that nobody could resize.
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    environment = {**os.environ, **quiet} if offscreen else None
    return subprocess.run([str(venv_python()), *arguments], cwd=ROOT, env=environment, check=False).returncode


def _require_libraries(*, window: bool) -> None:
    missing = system_libraries.missing_packages(window=window)
    if missing:
        raise SetupError(system_libraries.advice(missing))


def _display_obstacle() -> str:
    """Say why no window can be opened here; empty when one can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in ("offscreen", "minimal"):
        return "Windows are drawn off the screen here."
    if not sys.platform.startswith("linux") or platform:
        return ""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "There is no display here."
    missing = system_libraries.missing_packages(window=True)
    if missing:
        return f"{system_libraries.advice(missing)}\nUntil then no window can be opened."
    if not _works([str(venv_python()), "-c", "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"]):
        return "The display does not answer."
    return ""


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
