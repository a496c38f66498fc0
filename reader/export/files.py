"""Write a file whole or not at all: into a neighbour first, then over the target."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.app.safe_file import replacing
from reader.model.errors import CannotWrite


def write_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader of it finds the old file or the new one, never a part.

    Raises `CannotWrite` with a sentence for the user; nothing is left behind then.
    """
    with writing(path) as part:
        part.write_bytes(data)


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Yield a neighbour of `path` to write to, which takes its place at the end; after an error it is gone.

    Raises `CannotWrite` with a sentence for the user where that cannot be.
    """
    try:
        target = path.resolve()  # a link stays a link, its file is replaced
        if target.is_dir():
            raise IsADirectoryError
        with replacing(target) as part:
            yield part
    except PermissionError as error:
        sentence = "You may not write {path}; choose another folder, or close the program that holds the file open."
        raise CannotWrite(sentence, code="may-not-write", path=str(path)) from error
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a NUL in the name
        sentence = "There is no folder for {path}; make it first, or choose another one."
        raise CannotWrite(sentence, code="no-folder", path=str(path)) from error
    except IsADirectoryError as error:
        raise CannotWrite("{path} is a folder; give a file name.", code="target-is-folder", path=str(path)) from error
    except OSError as error:
        sentence = "{path} could not be written ({reason}); check the space on the disk, and try again."
        reason = error.strerror or type(error).__name__
        raise CannotWrite(sentence, code="not-written", path=str(path), reason=reason) from error
