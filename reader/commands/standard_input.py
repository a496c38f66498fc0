"""Standard input as a file: `-` in the place of a name, in every command."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

SIGN = "-"
NAME = "stdin"  # by which results are named that take the name of their file


@contextmanager
def with_standard_input(args: Sequence[str]) -> Iterator[list[str]]:
    """Yield arguments in which `-` is a file that holds what standard input gives, until the command has ended."""
    if SIGN not in args:
        yield list(args)
        return
    with TemporaryDirectory(prefix="bulletin-reader-") as folder:
        path = Path(folder) / NAME
        path.write_bytes(sys.stdin.buffer.read())
        yield [str(path) if arg == SIGN else arg for arg in args]


def kept_input() -> Path:
    """Keep what standard input gives as a file of the user's data, for a window that stays open."""
    from reader.app.pasted import keep_pasted

    data = sys.stdin.buffer.read()
    return keep_pasted(data, "", data[:4096].decode("utf-8", "ignore") if b"\0" not in data[:4096] else "")
