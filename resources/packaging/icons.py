"""Draw the icon of the program in all sizes: `.venv/bin/python resources/packaging/icons.py`.

Small sizes have drawings of their own, whose edges fall on whole pixels. The pictures are kept in
`resources/icons/app`; `build.py` packs them for Windows and macOS.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable
from pathlib import Path

ICONS = Path(__file__).resolve().parents[1] / "icons"
PICTURES = ICONS / "app"
FRAMES = {  # size in pixels → its drawing, and the side of the square of it that is taken
    16: ("app-16", 16),
    22: ("app-24", 22),
    24: ("app-24", 24),
    32: ("app-16", 16),
    48: ("app-24", 24),
    **dict.fromkeys((64, 96, 128, 256, 512), ("app", 64)),
}
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Apple's names of the kinds of picture in an .icns file, those that hold PNG
APPLE_KINDS = (("icp4", 16), ("icp5", 32), ("icp6", 64), ("ic07", 128), ("ic08", 256), ("ic09", 512))
APPLE_DENSE_KINDS = (("ic11", 32), ("ic12", 64), ("ic13", 256), ("ic14", 512))  # the same for dense screens


def main() -> None:
    """Draw all pictures anew."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    PICTURES.mkdir(exist_ok=True)
    for size, (drawing, side) in FRAMES.items():
        draw(ICONS / f"{drawing}.svg", side, size, PICTURES / f"{size}.png")
    del application


def draw(drawing: Path, side: int, size: int, target: Path) -> None:
    """Draw the middle square of an SVG file, `side` of its units wide, as a picture of `size` pixels."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(drawing))
    whole = renderer.viewBoxF().width()
    renderer.setViewBox(QRectF((whole - side) / 2, (whole - side) / 2, side, side))
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    if not image.save(str(target)):
        raise OSError(f"{target} cannot be written")


def windows_icon() -> bytes:
    """Return the pictures as an .ico file: a directory, then PNG files."""
    pictures = [(size, (PICTURES / f"{size}.png").read_bytes()) for size in WINDOWS_SIZES]
    at = 6 + 16 * len(pictures)
    entries = b""
    for size, data in pictures:
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at)  # 0 means 256
        at += len(data)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(data for _, data in pictures)


def apple_icon() -> bytes:
    """Return the pictures as an .icns file: blocks of a kind, a length and a PNG file."""
    blocks = b"".join(_blocks((*APPLE_KINDS, *APPLE_DENSE_KINDS)))
    return b"icns" + struct.pack(">I", len(blocks) + 8) + blocks


def _blocks(kinds: Iterable[tuple[str, int]]) -> Iterable[bytes]:
    for kind, size in kinds:
        data = (PICTURES / f"{size}.png").read_bytes()
        yield kind.encode() + struct.pack(">I", len(data) + 8) + data


if __name__ == "__main__":
    main()
