"""Icons of the window: line drawings tinted with the colours of the theme."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from reader.app.paths import resource
from reader.ui.kit.theme import Theme

ICON_PIXELS = 20


def themed_icon(name: str, theme: Theme, size: int = ICON_PIXELS) -> QIcon:
    """Make the icon `name` in the colours of `theme`: muted, accent when checked, pale when disabled."""
    shape = _draw_svg(resource(f"icons/{name}.svg").read_text(encoding="utf-8"), size)
    icon = QIcon()
    for mode, state, colour in (
        (QIcon.Mode.Normal, QIcon.State.Off, theme.muted),
        (QIcon.Mode.Active, QIcon.State.Off, theme.text),
        (QIcon.Mode.Normal, QIcon.State.On, theme.accent),
        (QIcon.Mode.Disabled, QIcon.State.Off, theme.strong_line),
    ):
        icon.addPixmap(_tinted(shape, colour), mode, state)
    return icon


def app_icon() -> QIcon:
    """Return the icon of the application: drawn by Qt in whatever size is asked for, but for the smallest ones.

    Those have drawings of their own, made for the pixels.
    """
    icon = QIcon(str(resource("icons/app.svg")))
    for size in (16, 24, 32):
        icon.addFile(str(resource(f"icons/app/{size}.png")))
    return icon


def _tinted(shape: QPixmap, colour: str) -> QPixmap:
    """Return a drawing in another colour; all of its lines have the same, so one drawing serves for every tint."""
    pixmap = QPixmap(shape)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    return pixmap


def _draw_svg(drawing: str, size: int) -> QPixmap:
    """Draw an SVG text `size` logical pixels square, sharp on the densest screen present."""
    # Imported here: only drawing needs it, and start-up should not pay for it twice.
    from PySide6.QtSvg import QSvgRenderer

    ratio = max((ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()), default=1)
    pixmap = QPixmap(size * ratio, size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
