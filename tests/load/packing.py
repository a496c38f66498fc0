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


OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(*pages: str, resources: str = "", common: str = "", title: str = "", **parts: str | bytes) -> bytes:
    """Write an OFD file whose pages hold these objects; `common` stands in its document, `parts` are more files."""
    document = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/{n}.xml"/>' for n in range(1, len(pages) + 1))
    files: dict[str, str | bytes] = {
        "OFD.xml": f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocInfo><ofd:Title>{title}</ofd:Title></ofd:DocInfo>"
        "<ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>Res.xml</ofd:PublicRes></ofd:CommonData>"
        f"<ofd:Pages>{document}</ofd:Pages>{common}</ofd:Document>",
        "Doc_0/Res.xml": f'<ofd:Res {OFD} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="宋体"/>'
        f'<ofd:Font ID="2" FontName="黑体" Bold="true"/></ofd:Fonts>{resources}</ofd:Res>',
    }
    for number, content in enumerate(pages, 1):
        layer = f"<ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content>"
        files[f"Doc_0/Pages/{number}.xml"] = f"<ofd:Page {OFD}>{layer}</ofd:Page>"
    return zipped(files | parts)


def ofd_text(text: str, left: float, base: float, size: float = 5.0, font: int = 1, more: str = "") -> str:
    """Write a line of an OFD file in millimetres; Latin signs are half as wide as Han ones."""
    widths = " ".join(f"{size if sign >= '⺀' else size / 2:g}" for sign in text[:-1])
    box = f"{left:g} {base - size:g} {size * len(text):g} {size * 1.2:g}"
    return (
        f'<ofd:TextObject Boundary="{box}" Font="{font}" Size="{size:g}"{more}>'
        f'<ofd:TextCode X="0" Y="{size:g}" DeltaX="{widths}">{text}</ofd:TextCode></ofd:TextObject>'
    )
