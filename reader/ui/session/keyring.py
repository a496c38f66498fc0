"""The passwords that were given since the program was started; they are kept in memory alone."""

from __future__ import annotations

from pathlib import Path

from reader.model.document import Issue, Masthead, Source
from reader.model.errors import NeedsPassword
from reader.ui.kit.jobs import Report
from reader.ui.session.opened import LOCKED, OpenedIssue, open_file, prepared


class Keyring:
    """Open files, locked ones with the passwords that are known."""

    def __init__(self) -> None:
        self._passwords: dict[Path, str] = {}  # the latest last

    def give(self, path: Path, password: str) -> None:
        """Try this password first when the file is opened next."""
        self._passwords.pop(path, None)
        self._passwords[path] = password

    def forget(self, path: Path) -> None:
        """Forget a password that was wrong."""
        self._passwords.pop(path, None)

    def open(
        self, path: Path, encoding: str | None, report: Report, *, reading: str = "", quietly: bool = False
    ) -> OpenedIssue:
        """Open a file, for any thread; raises `NeedsPassword` where no password is right.

        A file that needs one is tried with those of other files too: what was sent together often shares it. With
        `quietly` a locked file comes as an issue that says so.
        """
        given = self._passwords.get(path)
        if given is not None:
            return open_file(path, encoding, report, given, reading)
        try:
            return open_file(path, encoding, report, reading=reading)
        except NeedsPassword as error:
            for password in dict.fromkeys(reversed(self._passwords.values())):
                try:
                    return open_file(path, encoding, report, password, reading)
                except NeedsPassword:
                    continue
            if quietly:
                return locked(path)
            raise error


def locked(path: Path) -> OpenedIssue:
    """Return what is known of a file that waits for its password: its name."""
    import hashlib  # here: most files are not locked

    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    source = Source(path.name, digest, "pdf", "pdf", "", (LOCKED,))
    return prepared(path, Issue(source, Masthead(), (), (), (), ()))
