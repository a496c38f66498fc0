"""Errors that nobody expected: told without a word of what was read, and written to a small log in the data folder.

A trace goes to standard error whole. The log and the report for a bug, which the user may pass on, hold the places in
the code and what went wrong there, but no text of a bulletin, no name of a file and nothing the user wrote.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from reader import __version__
from reader.app.data_folder import data_folder

LOG_NAME, OLD_LOG_NAME = "trouble.log", "trouble.old.log"
LOG_BYTES = 100_000  # of each of the two
MOST_PLACES = 30  # of a trace; an endless recursion has thousands
MOST_CAUSES = 5

# Of these errors the message speaks of the program; of others it may quote what was being read.
_SPEAKING = (AttributeError, TypeError, NameError, ImportError, IndexError, RuntimeError, ArithmeticError, MemoryError)
_QUOTED = re.compile(r"""'[^']*' | "[^"]*" """, re.VERBOSE)
_NAME = re.compile(r"""['"] [A-Za-z_] [\w.]{0,60} (?: \(\) )? ['"]""", re.VERBOSE | re.ASCII)
_DUMPED = re.compile(
    r"""\s* File [ ] "(?P<path>[^"]*)", [ ] line [ ] (?P<line>\d+) [ ] in [ ] (?P<name>.*)""", re.VERBOSE
)
_PRIVATE = re.compile(
    r"""
    [^\x20-\x7e]+              # not of the program's own words
    | (?<![!-~]) [!-.0-\[\]-~]*+ [/\\] \S*+    # a path
    """,
    re.VERBOSE,
)


def outline_of(error: BaseException) -> str:
    """Write an error as lines: the places in the code that led to it, the last one last, and what it says."""
    parts: list[str] = []
    current: BaseException | None = error
    while current and len(parts) < MOST_CAUSES:
        places = list(_places(current.__traceback__))
        parts.append("\n".join([*places[-MOST_PLACES:], _sentence(current)]))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\nled to\n".join(reversed(parts))


def outline_of_end(text: str) -> str:
    """Write what was left of a process that was killed, as `outline_of` writes an error."""
    return "\n".join(
        f"  {_module_path(found['path'])}:{found['line']} {found['name']}"
        if (found := _DUMPED.fullmatch(line))
        else _scrubbed(line)
        for line in text.splitlines()
    )


def note(text: str) -> None:
    """Add a text to the log, under time and version; where that cannot be written, nothing happens."""
    with contextlib.suppress(OSError):
        log = log_file()
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > LOG_BYTES:
            log.replace(log.with_name(OLD_LOG_NAME))
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {__version__}\n{text.rstrip()}\n\n")


def log_file() -> Path:
    """Return the path of the log, which may not exist yet."""
    return data_folder() / LOG_NAME


def _places(trace: TracebackType | None) -> Iterator[str]:
    import traceback

    for frame, line in traceback.walk_tb(trace):
        yield f"  {_module_path(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"


def _module_path(name: str) -> str:
    """Return the part of a path that names a module, and not where the user keeps his programs."""
    path, ours = Path(name), Path(__file__).parents[2]
    if path.is_relative_to(ours):
        path = path.relative_to(ours)
    parts = path.parts
    if "site-packages" in parts:
        return "/".join(parts[parts.index("site-packages") + 1 :])
    return path.name if path.is_absolute() else path.as_posix()


def _sentence(error: BaseException) -> str:
    kind = type(error)
    name = kind.__name__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__name__}"
    if isinstance(error, OSError):
        import errno

        return f"{name}: {errno.errorcode.get(error.errno or 0, 'no number')}"
    code = getattr(error, "code", None)
    if isinstance(code, str) and code:
        return f"{name}: {_scrubbed(code)}"
    if isinstance(error, _SPEAKING) or kind.__module__ == "sqlite3":
        return f"{name}: {_scrubbed(str(error))}"
    return name


def _scrubbed(message: str) -> str:
    """Keep the program's own words of a message: names in quotes, but no other quotations and no paths."""
    kept = _QUOTED.sub(lambda found: found[0] if _NAME.fullmatch(found[0]) else "'…'", message.partition("\n")[0])
    return "…".join(_PRIVATE.split(kept))[:300]
