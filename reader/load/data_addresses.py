"""Addresses of pictures that need no network: of files beside a page, and of data that stand in the address itself."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from pathlib import Path

from reader.model.errors import CannotRead

GONE = "A picture of {path} is no longer where it was; open the file again."


def beside(path: Path, name: str) -> Path:
    """Return the path of a file that lies beside a page or below its folder; raise `CannotRead` for any other."""
    folder = path.parent.resolve()
    found = (folder / name).resolve()
    if not found.is_relative_to(folder):
        raise CannotRead(GONE, code="picture-gone", path=str(path))
    return found


def hash_of(address: bytes) -> str:
    """Name an address that holds its data, whatever white space stands in it."""
    return hashlib.sha256(b"".join(address.split())).hexdigest()[:32]


def decoded(address: bytes) -> bytes:
    """Return the data that an address holds; empty where it is damaged."""
    head, _, data = address.partition(b",")
    if head.endswith(b";base64"):
        whole = re.sub(rb"[^A-Za-z0-9+/]", b"", _unquoted(data))
        try:
            return base64.b64decode(whole + b"=" * (-len(whole) % 4))
        except binascii.Error:
            return b""
    return _unquoted(data)


def quoted_out(address: str) -> str:
    """Read the name in an address as it is meant: %20 is a space."""
    return _unquoted(address.encode("utf-8", "replace")).decode("utf-8", "replace")


def _unquoted(data: bytes) -> bytes:
    """Read what is written as %20, as `urllib` does, which could reach the network."""
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes((int(m[1], 16),)), data)
