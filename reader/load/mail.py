"""Load e-mails (EML): the page or the text that was sent; subject, sender and date tell of the issue.

A message has its text in several forms: the page is preferred, as its maker meant it. What is attached is named.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path, PurePosixPath

from reader.load.declared import clean
from reader.load.decode import decode
from reader.load.html.assemble import Sheet
from reader.load.html.charset import decode_page, known
from reader.load.html.face import Face
from reader.load.html.front import masthead_rows
from reader.load.html.names import names_of, title_rows
from reader.load.html.page import finished, rows_of, tell
from reader.load.html.periodical import issue_name
from reader.load.html.rows import Chunk, Row
from reader.load.html.tree import parse_html
from reader.load.lines import split_lines
from reader.load.loaded import Loaded, Progress
from reader.model.document import Hint, Line, Source
from reader.model.errors import CannotRead

LENGTH = re.compile(rb"(\d{1,10})[ \t]*+\r?\n")  # of a message that is kept in another file
PARTS_MOST = 10_000
HEADER_LONGEST = 2000  # characters
ENVELOPE = "mail-header"
ATTACHED = "attachment"


def load(
    path: Path, data: bytes, format_name: str, encoding: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Turn an e-mail into a source text and its lines; raise `CannotRead` where it holds no text."""
    try:
        message = _message(data)
        page, text = _part(message, "text/html"), _part(message, "text/plain")
        bodies = [_body(part) for part in (page, text) if part is not None]
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:  # a damaged message
        raise _no_text(path) from error
    if page is not None and bodies[0][0].strip():
        return _page(path, data, format_name, message, bodies[0], encoding, progress)
    if text is not None and bodies[-1][0].strip():
        return _plain(path, data, format_name, message, bodies[-1], encoding, progress)
    raise _no_text(path)


def _message(data: bytes) -> Message:
    """Parse a message; what a program has put above its first header would make a text of it."""
    data = data.removeprefix(codecs.BOM_UTF8).lstrip()
    if counted := LENGTH.match(data):  # an e-mail that Apple Mail keeps (EMLX): its own notes stand behind it
        data = data[counted.end() : counted.end() + int(counted[1])]
    return message_from_bytes(data)


def _part(message: Message, kind: str) -> Message | None:
    """Return the first part of a kind that is not attached."""
    for number, part in enumerate(message.walk()):
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            return part
        if number > PARTS_MOST:
            break
    return None


def _body(part: Message) -> tuple[bytes, str]:
    """Return the bytes of a part and the encoding that it says they are in."""
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b"", known(str(part.get_content_charset() or ""))


def _page(
    path: Path,
    data: bytes,
    format_name: str,
    message: Message,
    body: tuple[bytes, str],
    encoding: str | None,
    progress: Progress | None,
) -> Loaded:
    """Load the page of a message; what the envelope tells stands behind it."""
    decoded = decode_page(body[0], encoding, progress, body[1])
    tree = parse_html(decoded.text)
    tell(progress, 0.6)
    names = tuple(filter(None, (_header(message, "Subject"), *names_of(tree))))
    sheet = Sheet()
    sheet.add(title_rows(names or ("",), rows_of(tree, names, progress)))
    sheet.add(list(_envelope(message)))
    return finished(path, data, format_name, decoded, sheet)


def _envelope(message: Message) -> Iterator[Row]:
    """Yield who sent a message and when, and the names of what is attached."""
    name, address = parseaddr(_header(message, "From"))
    for text, fact in ((name or address, "publisher"), (_date(message), "date")):
        if text:
            yield _row(text, fact)
    if name and address:
        yield _row(address, reason=ENVELOPE)
    for name, _part in _attached(message):
        yield _row(name, reason=ATTACHED)


def attachments(data: bytes) -> dict[str, bytes]:
    """Return what is attached to a message by name, as it would be saved beside others; empty for what is none."""
    found: dict[str, bytes] = {}
    with suppress(RecursionError, ValueError, LookupError, AttributeError, TypeError):  # a damaged message
        for name, part in _attached(_message(data)):
            body = part.get_payload(decode=True)
            plain = PurePosixPath(name.replace("\\", "/")).name.lstrip(".")
            if isinstance(body, bytes) and plain:
                found.setdefault(plain, body)
    return found


def _attached(message: Message) -> Iterator[tuple[str, Message]]:
    for number, part in enumerate(message.walk()):
        if (title := part.get_filename()) and part.get_content_disposition() == ATTACHED:
            yield _decoded(title), part
        if number > PARTS_MOST:
            break


def _row(text: str, fact: str = "", reason: str = "") -> Row:
    row = Row(0, -1, [Chunk(clean(text), Face())], reason, role="masthead" if fact else "", data=fact, held=True)
    row.run = -2 if reason else -1
    return row


def _plain(
    path: Path,
    data: bytes,
    format_name: str,
    message: Message,
    body: tuple[bytes, str],
    encoding: str | None,
    progress: Progress | None,
) -> Loaded:
    """Load a message of plain text: its lines, and behind them what the envelope tells."""
    decoded = decode(body[0], encoding or body[1] or None, progress)
    lines = split_lines(decoded.text, progress)
    if not lines:
        raise _no_text(path)
    head, above = _written("", _subject_rows(message, decoded.text))
    text = f"{head}\n\n{decoded.text.rstrip()}\n" if head else decoded.text.rstrip() + "\n"
    moved = len(head) + 2 if head else 0
    body_lines = (line._replace(start=line.start + moved, end=line.end + moved) for line in lines)
    text, below = _written(text, list(_envelope(message)))
    digest = hashlib.sha256(data).hexdigest()
    source = Source(path.name, digest, format_name, decoded.encoding, text, decoded.warnings)
    return Loaded(source, (*above, *body_lines, *below))


def _subject_rows(message: Message, text: str) -> list[Row]:
    """Return the rows of a subject above its text: a title, the name of an issue, or what the text says itself."""
    subject = _header(message, "Subject")
    if not subject:
        return []
    if "".join(subject.split()) in "".join(text[: HEADER_LONGEST * 2].split()):
        return [_row(subject, reason=ENVELOPE)]
    named = issue_name(subject)
    return list(masthead_rows(_row(subject), named)) if named else [_headline(subject)]


def _headline(subject: str) -> Row:
    """Let a subject that names no issue head the text."""
    row = _row(subject)
    row.role, row.level, row.data = "heading", 1, "title"
    return row


def _written(text: str, rows: Sequence[Row]) -> tuple[str, list[Line]]:
    """Write rows below a text, each on a line of its own."""
    lines = []
    for row in rows:
        text += "\n" if text else ""
        role = Hint("furniture", data=row.reason) if row.reason else Hint("masthead", data=row.data)
        if row.role == "heading":
            role = Hint("heading", 1, 0, row.data)
        lines.append(Line(len(text), len(text) + len(row.text), 1, hint=role))
        text += row.text
    return text, lines


def _header(message: Message, name: str) -> str:
    """Return a header as it reads: its words may be encoded, each in another character set."""
    return clean(_decoded(str(message.get(name, ""))[:HEADER_LONGEST]))


def _decoded(text: str) -> str:
    try:
        parts = decode_header(text)
    except (ValueError, LookupError):  # a damaged word
        return text
    return "".join(part if isinstance(part, str) else _word(part, charset or "") for part, charset in parts)


def _word(part: bytes, charset: str) -> str:
    """Decode an encoded word; what names no character set that there is may be UTF-8 or GB 18030."""
    for name in filter(None, (known(charset), "utf-8", "gb18030")):
        try:
            return part.decode(name)
        except (UnicodeError, LookupError):
            continue
    return part.decode("latin-1")


def _date(message: Message) -> str:
    """Return when a message was sent, by the clock of its sender."""
    try:
        return parsedate_to_datetime(_header(message, "Date")).strftime("%Y-%m-%d")
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _no_text(path: Path) -> CannotRead:
    sentence = "{path} is an e-mail without text; open what is attached to it."
    return CannotRead(sentence, code="no-page", path=str(path))
