"""What can go wrong for a user, in words that say what to do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


def readable_path(path: str) -> str:
    """Return a path as a person reads it: what is no UTF-8 was most likely written in GB18030, on an old system."""
    if path.isascii() or not _is_raw(path):
        return path
    return "/".join(
        os.fsencode(part).decode("gb18030", "replace") if _is_raw(part) else part for part in path.split("/")
    )


def _is_raw(part: str) -> bool:
    return any("\udc80" <= char <= "\udcff" for char in part)


class ReaderError(Exception):
    """A file or a wish cannot be served; the message is one clear sentence for the user.

    `str()` is the English sentence, its `{placeholders}` filled in from `params`. `code` is a stable
    name of the case, so that a user interface can say the same in its own language.
    """

    def __init__(self, sentence: str = "", *, code: str = "", **params: str | int) -> None:
        shown = {name: readable_path(param) if isinstance(param, str) else param for name, param in params.items()}
        super().__init__(sentence.format(**shown) if params else sentence)
        self.code = code
        self.params = shown


class CannotRead(ReaderError):  # noqa: N818
    """The file is missing, a folder, locked, empty, binary or holds nothing readable."""


class NeedsPassword(CannotRead):
    """The file is locked; the code tells whether no password was given or a wrong one."""


class CannotDecode(ReaderError):  # noqa: N818
    """No encoding turns the bytes into text."""


class CannotKeep(ReaderError):  # noqa: N818
    """Marks and places cannot be kept, or what was kept cannot be had."""


class CannotWrite(ReaderError):  # noqa: N818
    """The target cannot be written, or no exporter knows its kind."""


class Cancelled(ReaderError):  # noqa: N818
    """The user stopped the work."""


UNFORESEEN = "{path} could not be read: something in it was not foreseen ({reason}); try another copy of the file."
NOT_MADE = "{path} could not be made: something in the bulletin was not foreseen ({reason}); try another kind of file."


@contextmanager
def foreseen(sentence: str, code: str, path: str, kind: type[ReaderError] = CannotRead) -> Iterator[None]:
    """Turn an error that nobody foresaw into a `ReaderError` with this sentence: nothing else reaches a caller."""
    try:
        yield
    except ReaderError:
        raise
    except Exception as error:
        raise kind(sentence, code=code, path=path, reason=type(error).__name__) from error
