"""Load e-mails that Outlook saved (MSG): what they hold is written as a message of the usual kind, and read as one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from pathlib import Path
from struct import unpack_from

from reader.load import mail
from reader.load.html.charset import decode_page
from reader.load.loaded import Loaded, Progress

SIGN = "__properties_version1.0"  # a stream that all such files have
SUBJECT, SENDER, ADDRESSES, TEXT, PAGE = "0037", "0C1A", ("5D01", "0C1F"), "1000", "1013"
NAMES, CONTENT = ("3707", "3704"), "3701"  # of what is attached
SENT = 0x00390040  # number and kind of the time of sending
HEAD, ENTRY = 32, 16  # bytes of the stream of properties
ATTACHED_MOST = 200
LATEST = 1 << 61  # tenths of microseconds; later there are no years
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)

Read = Callable[[str], bytes]  # a stream by its name; empty where there is none


def load(path: Path, data: bytes, read: Read, progress: Progress | None) -> Loaded:
    """Load a message; raise `CannotRead` where it holds no text."""
    loaded = mail.load(path, written(read), "html", None, progress)
    return loaded._replace(source=replace(loaded.source, sha256=hashlib.sha256(data).hexdigest()))


def written(read: Read) -> bytes:
    """Write what a message holds as the usual kind would."""
    message = EmailMessage()
    subject, sender = _text(read, SUBJECT), _text(read, SENDER)
    address = next(filter(None, (_text(read, number) for number in ADDRESSES)), "")
    message["Subject"] = " ".join(subject.split())
    message["From"] = formataddr((" ".join(sender.split()), address if address.isascii() and "@" in address else ""))
    if sent := _sent(read(SIGN)):
        message["Date"] = format_datetime(sent)
    message.set_content(_text(read, TEXT))
    if page := read(f"__substg1.0_{PAGE}0102"):
        message.add_alternative(decode_page(page, None, None).text, subtype="html")
    elif page_text := _text(read, PAGE):
        message.add_alternative(page_text, subtype="html")
    for number in range(ATTACHED_MOST):
        folder = f"__attach_version1.0_#{number:08X}/"
        name = next(filter(None, (_text(read, kind, folder) for kind in NAMES)), "")
        if not name:
            break
        content = read(f"{folder}__substg1.0_{CONTENT}0102")
        message.add_attachment(content, "application", "octet-stream", filename=" ".join(name.split()))
    return message.as_bytes()


def _text(read: Read, number: str, folder: str = "") -> str:
    """Return a text of a message, in Unicode or in the encoding of an old system."""
    if wide := read(f"{folder}__substg1.0_{number}001F"):
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    return read(f"{folder}__substg1.0_{number}001E").decode("gb18030", "replace").rstrip("\0")


def _sent(told: bytes) -> datetime | None:
    """Return when a message was sent."""
    for at in range(HEAD, len(told) - ENTRY + 1, ENTRY):
        number, ticks = unpack_from("<I", told, at)[0], unpack_from("<Q", told, at + 8)[0]
        if number == SENT and ticks < LATEST:
            return EPOCH + timedelta(microseconds=ticks // 10)
    return None
