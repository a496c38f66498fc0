"""Files in an archive (ZIP), read in memory alone: their names never lead to a place on the disk."""

from __future__ import annotations

import zlib
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from reader.load.guess import guess
from reader.load.inside import SIGN
from reader.model.errors import CannotRead

MEMBERS_MOST = 20_000
MEMBER_MOST = 256 << 20  # bytes of one file
RATIO_MOST = 250  # times that a file is larger than in the archive
RATIO_FROM = 8 << 20  # bytes; smaller files may be packed as tightly as they like
NESTED_MOST = 2  # archives in each other
MAIL = ".eml"  # how a file is called that others are attached to
CHUNK = 1 << 20
UTF8_NAME = 0x800  # flag of a name in UTF-8
LOCKED = 0x1
HIDDEN = ("__MACOSX/", ".", "~$")


class PartSource(Protocol):
    """What the parts of a document are read from: an archive, or parts that were made in memory."""

    def names(self) -> list[str]:
        """Return the names of all parts."""

    def has(self, name: str) -> bool:
        """Tell whether there is a part of this name."""

    def read(self, name: str) -> bytes:
        """Return a part; raise `CannotRead` where it is not to be had."""

    def head(self, name: str, most: int = 1 << 16) -> bytes:
        """Return the first bytes of a part, the same."""


class Archive:
    """The files of one archive by name; `path` names it in sentences for the user.

    Without `data`, its bytes, it is read from the disk at `path`, and to be closed.
    """

    def __init__(self, path: Path, data: bytes | None = None) -> None:
        self.path = path
        try:
            self._zip = ZipFile(path if data is None else BytesIO(data))
            infos = self._zip.infolist()
        except (BadZipFile, LargeZipFile, OSError, ValueError, NotImplementedError, EOFError, OverflowError) as error:
            raise _damaged(path) from error
        if len(infos) > MEMBERS_MOST:
            raise CannotRead(
                "{path} holds more than {limit} files; unpack it, and open some of them.",
                code="archive-too-big",
                path=str(path),
                limit=MEMBERS_MOST,
            )
        self._infos = {name: info for info in infos if not info.is_dir() and (name := name_of(info))}

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def names(self) -> list[str]:
        """Return the names of all files, in the order of the archive."""
        return list(self._infos)

    def has(self, name: str) -> bool:
        """Tell whether there is a file of this name."""
        return name in self._infos

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raise `CannotRead` where it is none, damaged, locked or suspiciously large."""
        info = self._infos.get(name)
        if info is None:
            sentence = "There is no file {name} in {path}; choose another."
            raise CannotRead(sentence, code="missing", path=f"{self.path}{SIGN}/{name}", name=name)
        if info.flag_bits & LOCKED:
            sentence = "{path} is locked with a password; unpack it, and open the files."
            raise CannotRead(sentence, code="archive-locked", path=str(self.path))
        suspicious = info.file_size > RATIO_FROM and info.file_size > RATIO_MOST * max(1, info.compress_size)
        if info.file_size > MEMBER_MOST or suspicious:
            raise _too_large(self.path, name)
        try:
            return self._unpack(info, name)
        except (BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
            raise _damaged(self.path) from error

    def head(self, name: str, most: int = 1 << 16) -> bytes:
        """Return the first bytes of a file; raise `CannotRead` where there are none to be had."""
        info = self._infos.get(name)
        if info is None or info.flag_bits & LOCKED:
            raise _damaged(self.path)
        try:
            with self._zip.open(info) as file:
                return file.read(most)
        except (BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
            raise _damaged(self.path) from error

    def _unpack(self, info: ZipInfo, name: str) -> bytes:
        """Unpack piece by piece: what the archive says of a size need not be true."""
        pieces, size = [], 0
        with self._zip.open(info) as file:
            while piece := file.read(CHUNK):
                size += len(piece)
                if size > MEMBER_MOST:
                    raise _too_large(self.path, name)
                pieces.append(piece)
        return b"".join(pieces)


def name_of(info: ZipInfo) -> str:
    """Return the name of a file in an archive as it was meant, with / between folders; empty for what is no name.

    Names without the flag of UTF-8 are in the encoding of the system that packed them, GB18030 for the most part.
    """
    name = info.filename
    if not info.flag_bits & UTF8_NAME and not name.isascii():
        name = _decoded(name.encode("cp437", "replace"))
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(part.replace("\0", "") for part in parts)


def _decoded(raw: bytes) -> str:
    for codec in ("utf-8", "gb18030", "big5"):
        try:
            text = raw.decode(codec)
        except UnicodeError:
            continue
        if codec != "gb18030" or (guess(raw) or ("gb18030", True))[0] != "big5":
            return text
    return raw.decode("cp437")


def read_member(path: Path, names: tuple[str, ...]) -> bytes:
    """Return the bytes of a file in the archive at `path`, in an archive in it and so on, as `names` lead to it."""
    if path.suffix.lower() == MAIL:
        return _attached(path, names)
    data: bytes | None = None
    for name in names[:NESTED_MOST]:
        with closing(Archive(path, data)) as archive:
            data = archive.read(name)
    if data is None or len(names) > NESTED_MOST:
        raise _damaged(path)
    return data


def _attached(path: Path, names: tuple[str, ...]) -> bytes:
    """Return the bytes of what is attached to the e-mail at `path`."""
    from reader.load.mail import attachments

    found = attachments(path.read_bytes())
    if len(names) != 1 or names[0] not in found:
        sentence = "There is no file {name} in {path}; choose another."
        raise CannotRead(sentence, code="missing", path=str(path), name="/".join(names))
    return found[names[0]]


def is_shown(name: str) -> bool:
    """Tell whether a file in an archive is one that its packer put there, not a helper of his system."""
    return not name.startswith(HIDDEN) and not name.rpartition("/")[2].startswith(HIDDEN)


def _damaged(path: Path) -> CannotRead:
    sentence = "{path} is a damaged archive; get it again, or unpack it and open the files."
    return CannotRead(sentence, code="archive-damaged", path=str(path))


def _too_large(path: Path, name: str) -> CannotRead:
    sentence = "{name} in {path} is too large; unpack it, and open it by itself."
    return CannotRead(sentence, code="archive-member-too-big", path=str(path), name=name)
