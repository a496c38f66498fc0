"""What can go wrong for a user, in words that say what to do."""

from __future__ import annotations


class ReaderError(Exception):
    """A file or a wish cannot be served; the message is one clear sentence for the user.

    `str()` is the English sentence, its `{placeholders}` filled in from `params`. `code` is a stable
    name of the case, so that a user interface can say the same in its own language.
    """

    def __init__(self, sentence: str = "", *, code: str = "", **params: str | int) -> None:
        super().__init__(sentence.format(**params) if params else sentence)
        self.code = code
        self.params = params


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
