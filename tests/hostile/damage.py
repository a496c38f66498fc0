"""Ways in which files come to harm: cut off, patched together, flipped bits, pieces doubled, bytes from elsewhere."""

from __future__ import annotations

from random import Random

INTRUDERS = (
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x1a",
        b"\r",
        b"\x0c",
        b"<",
        b">",
        b"&#0;",
        b"&#x110000;",
        b"]]>",
        b"<!--",
    ),
    *(
        "\u202e".encode(),
        "\u2066".encode(),
        "\u200b".encode(),
        "\ufdd0".encode(),
        b"\xed\xa0\x80",
        b"\x81",
        b"%PDF-1.7",
    ),
    *(b"PK\x03\x04", b"endstream", b"<table>" * 40, b"</p>", b"<![CDATA[", b"\x84\x31\x95\x33", b"1 0 obj", b" 0 R "),
    *(b"99999999999999999999", b"-1", b"()" * 50, b"[" * 200, b"<<" * 200, "（".encode() * 100, "…".encode() * 500),
)


def damaged(data: bytes, other: bytes, seed: int) -> bytes:
    """Return `data` after one to four harms, the same for the same seed; `other` is a file to splice with."""
    random = Random(seed)
    for _ in range(random.randint(1, 4)):
        data = random.choice(HARMS)(data, other, random)
    return data


def cut_off(data: bytes, _other: bytes, random: Random) -> bytes:
    """End in the middle, as a broken download does."""
    return data[: _place(data, random)]


def beheaded(data: bytes, _other: bytes, random: Random) -> bytes:
    """Begin in the middle."""
    return data[_place(data, random) :]


def flipped(data: bytes, _other: bytes, random: Random) -> bytes:
    """Flip some bits, as a bad disk does."""
    out = bytearray(data)
    for _ in range(random.randint(1, 30) if out else 0):
        out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def spliced(data: bytes, other: bytes, random: Random) -> bytes:
    """Go on with another file."""
    return data[: _place(data, random)] + other[_place(other, random) :]


def doubled(data: bytes, _other: bytes, random: Random) -> bytes:
    """Repeat a piece many times."""
    start = _place(data, random)
    piece = data[start : start + random.randint(1, 200)]
    return data[:start] + piece * random.randint(2, 60) + data[start:]


def blanked(data: bytes, _other: bytes, random: Random) -> bytes:
    """Lose a piece to zeros, as a file that was never written whole does."""
    start = _place(data, random)
    end = min(len(data), start + random.randint(1, 4096))
    return data[:start] + bytes(end - start) + data[end:]


def invaded(data: bytes, _other: bytes, random: Random) -> bytes:
    """Take in bytes that mean something to some program."""
    for _ in range(random.randint(1, 8)):
        at = _place(data, random)
        data = data[:at] + random.choice(INTRUDERS) + data[at:]
    return data


HARMS = (cut_off, beheaded, flipped, spliced, doubled, blanked, invaded)


def _place(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)
