"""PDFs for tests: typeset on the spot, or written by hand where a typesetter would not write them so."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

FONTS = Path(__file__).parents[1] / "resources" / "fonts"
SETTING = """
#set document(date: none)
#set text(font: "Bulletin Serif", size: 10.5pt, lang: "zh", region: "cn")
#set page(width: 180mm, height: 240mm, margin: 20mm)
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
"""
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")  # ISO 32000-1, 7.6.3.3


def typeset(source: str, setting: str = SETTING) -> bytes:
    """Typeset Typst source with the shipped fonts."""
    import typst

    made = typst.compile(
        (setting + source).encode(), format="pdf", font_paths=[str(FONTS)], ignore_system_fonts=True, pdf_tags=False
    )
    assert isinstance(made, bytes)
    return made


def typeset_with(source: str, files: dict[str, bytes], folder: Path, setting: str = SETTING) -> bytes:
    """Typeset Typst source that shows pictures, which are written to a folder."""
    import typst

    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "source.typ").write_text(setting + source, encoding="utf-8")
    made = typst.compile(
        folder / "source.typ", format="pdf", root=folder, font_paths=[str(FONTS)], ignore_system_fonts=True,
        pdf_tags=False,
    )  # fmt: skip
    assert isinstance(made, bytes)
    return made


def written(pages: Sequence[str], page: str = "/MediaBox [0 0 300 400]", *, password: str = "") -> bytes:
    """Write a PDF whose pages have the given content streams (/F1 is Helvetica); `page` goes into each page."""
    key = b""
    trailer = b""
    if password:
        key, trailer = _locked(password)
    kids = " ".join(f"{4 + 2 * k} 0 R" for k in range(len(pages)))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, content in enumerate(pages):
        number = 5 + 2 * at
        stream = _rc4(_object_key(key, number), content.encode("latin-1")) if key else content.encode("latin-1")
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R {page} /Contents {number} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, trailer, at)
    return bytes(out)


def _locked(password: str) -> tuple[bytes, bytes]:
    """Return the key and the trailer entries of the oldest standard encryption (RC4, 40 bits)."""
    padded = (password.encode("latin-1") + PADDING)[:32]
    owner = _rc4(hashlib.md5(padded, usedforsecurity=False).digest()[:5], padded)
    identity = b"0123456789abcdef"
    rights = (-4 & 0xFFFFFFFF).to_bytes(4, "little")
    key = hashlib.md5(padded + owner + rights + identity, usedforsecurity=False).digest()[:5]
    user = _rc4(key, PADDING)
    rows = (owner.hex().encode(), user.hex().encode(), identity.hex().encode())
    return key, b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<%s> <%s>]" % (*rows, rows[2])


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0", usedforsecurity=False).digest()[:10]


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) & 255
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + box[i]) & 255
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) & 255])
    return bytes(out)
