"""The bytes of the pictures that a file holds or that lie beside it: read when they are wanted, never fetched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from threading import Lock

from reader.load.data_addresses import GONE, beside, decoded, hash_of
from reader.load.packed import Archive, PartSource
from reader.load.read import read_bytes
from reader.model.document import FilePart
from reader.model.errors import CannotRead
from reader.pictures.facts import BYTES_MOST, PictureFacts, facts_of

DATA_ADDRESS = re.compile(rb"data:image/[a-zA-Z0-9.+-]{1,40}(?:;[a-zA-Z0-9=.-]{1,40}){0,4},[^\"'<>)]*", re.S)
PARTS_MOST = 10_000


class PictureParts:
    """The pictures of one file; any thread may read them, one at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._archive: Archive | None = None
        self._message: Mapping[str, Message] | None = None
        self._inside: dict[str, bytes] | None = None  # addresses that hold their data, by their hashes

    def read(self, part: FilePart) -> bytes:
        """Return the bytes of a picture; raise `CannotRead` where they are gone or far too many."""
        with self._lock:
            match part.lies:
                case "packed":
                    found = self._packed().read(part.name)
                case "beside":
                    found = read_bytes(beside(self._path, part.name))
                case "message":
                    found = self._from_message(part.name)
                case _:
                    found = self._from_text(part.name)
        if len(found) > BYTES_MOST:
            sentence = "A picture of {path} is too large to be shown."
            raise CannotRead(sentence, code="picture-too-large", path=str(self._path))
        return found

    def _packed(self) -> Archive:
        if self._archive is None:
            self._archive = Archive(self._path, read_bytes(self._path))
        return self._archive

    def _from_message(self, name: str) -> bytes:
        if self._message is None:
            self._message = parts_by_name(message_from_bytes(read_bytes(self._path)))
        part = self._message.get(name)
        data = part.get_payload(decode=True) if part else None
        if not isinstance(data, bytes):
            raise self._gone()
        return data

    def _from_text(self, name: str) -> bytes:
        if self._inside is None:
            whole = read_bytes(self._path)
            self._inside = {hash_of(m.group()): m.group() for m in DATA_ADDRESS.finditer(whole)}
        if name not in self._inside:
            raise self._gone()
        return decoded(self._inside[name])

    def _gone(self) -> CannotRead:
        return CannotRead(GONE, code="picture-gone", path=str(self._path))


def packed_facts(archive: PartSource, name: str) -> PictureFacts | None:
    """Tell what a picture in an archive is; None where there is none that can be read."""
    try:
        return facts_of(archive.head(name)) if archive.has(name) else None
    except CannotRead:
        return None


def parts_by_name(message: Message) -> dict[str, Message]:
    """Return the parts of a message by their numbers (cid:) and their addresses."""
    found: dict[str, Message] = {}
    for number, part in enumerate(message.walk()):
        if number > PARTS_MOST:
            break
        if identity := str(part.get("Content-ID") or "").strip("<> \t\r\n"):
            found.setdefault(f"cid:{identity}", part)
        if address := "".join(str(part.get("Content-Location") or "").split()):
            found.setdefault(address, part)
    return found
