"""E-mails of Outlook: their text, subject, sender and date are read as those of other e-mails."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path
from struct import pack

from reader.load.outlook import load, written

SENT = 134_400_000_000_000_000  # tenths of microseconds since 1601


def _message(**streams: bytes) -> dict[str, bytes]:
    told = bytes(32) + pack("<IIQ", 0x00390040, 6, SENT)
    names = {f"__substg1.0_{number}": content for number, content in streams.items()}
    return {"__properties_version1.0": told} | names


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


MESSAGE = _message(
    **{"0037001F": _wide("供水简报第3期"), "0C1A001F": _wide("青榆省水务局"), "5D01001F": _wide("sw@example.org")},
    **{"1000001F": _wide("石榴河流域今年降水偏少，各地要按照计划供水。"), "10130102": "<p>一月来水偏少。</p>".encode()},
)
ATTACHED = {
    "__attach_version1.0_#00000000/__substg1.0_3707001F": _wide("附表.txt"),
    "__attach_version1.0_#00000000/__substg1.0_37010102": b"x",
}


def test_a_message_is_written_as_the_usual_kind() -> None:
    streams = MESSAGE | ATTACHED
    message = message_from_bytes(written(lambda name: streams.get(name, b"")), policy=default)
    assert message["Subject"] == "供水简报第3期"
    assert message["From"] == "青榆省水务局 <sw@example.org>"
    assert message["Date"].datetime.year == 2026
    assert [part.get_content_type() for part in message.walk()][2:] == [
        "text/plain",
        "text/html",
        "application/octet-stream",
    ]
    assert [part.get_filename() for part in message.iter_attachments()] == ["附表.txt"]


def test_the_text_of_an_old_system_is_read() -> None:
    streams = _message(**{"1000001E": "各地要按照计划供水，保障生活需要。".encode("gb18030"), "0037001E": b"a"})
    loaded = load(Path("a.msg"), b"data", lambda name: streams.get(name, b""), None)
    assert "各地要按照计划供水，保障生活需要。" in loaded.source.text
    assert loaded.source.sha256.startswith("3a6eb079")


def test_what_outlook_tells_is_the_issue() -> None:
    loaded = load(Path("a.msg"), b"data", lambda name: (MESSAGE | ATTACHED).get(name, b""), None)
    facts = {loaded.source.text[line.start : line.end]: line.hint for line in loaded.lines}
    assert {"一月来水偏少。", "青榆省水务局", "附表.txt"} <= set(facts)
