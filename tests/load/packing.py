"""Make documents, books and archives for tests."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile
from zlib import crc32

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def zipped(files: dict[str, str | bytes]) -> bytes:
    """Pack files as a ZIP."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def zipped_in_gbk(name: str, content: bytes) -> bytes:
    """Pack a file the way that old Chinese systems do: its name in GBK, without a word about it."""
    raw, size = name.encode("gbk"), len(content)
    sums = (crc32(content), size, size, len(raw), 0)
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 0, 0, 0, *sums) + raw + content
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, *sums, 0, 0, 0, 0, 0) + raw
    return local + entry + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(local), 0)


def docx(path: Path, body: str, **parts: str) -> Path:
    """Write a document with this body; `parts` are its other parts by name: styles, numbering, footnotes, rels."""
    files: dict[str, str | bytes] = {"word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"}
    for name, content in parts.items():
        place = "word/_rels/document.xml.rels" if name == "rels" else f"word/{name}.xml"
        files[place] = content
    path.write_bytes(zipped(files))
    return path


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Write a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
