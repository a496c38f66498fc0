"""A report for a bug: what runs where and how it is set, and nothing of what was read."""

from __future__ import annotations

import platform
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version

import PySide6
from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader import __version__
from reader.pictures.pdfium import pdfium
from reader.ui.kit.input_method import input_method
from reader.ui.session.settings import Settings

# Settings whose value tells of the program alone; of others the report says only that they were changed.
PRIVATE = frozenset(
    {
        "recent",
        "recent_commands",
        "last_folder",
        "searches",
        "geometry",
        "widths",
        "side",
        "hand_folder",
        "hand_geometry",
    }
)


def versions() -> tuple[tuple[str, str], ...]:
    """Return name and version of the program and of what it stands on; takes 50 ms the first time."""
    with pdfium() as library:
        build = str(library.PDFIUM_INFO).partition("@")[0]
    return (
        ("Bulletin Reader", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", PySide6.__version__),
        ("typst", _package_version("typst")),
        ("PDFium", build),
    )


def report(settings: Settings, window: QWidget | None = None, error: str = "", more: int = 0) -> str:
    """Write a report; `error` is the outline of the last unexpected error, `more` how many followed it.

    It is in English whatever the language of the window: those who read it are not those who send it.
    """
    lines = ["Unexpected error:", error] if error else []
    if more:
        lines.append(f"Further errors: {more}")
    if lines:
        lines.append("")
    lines += [f"{name}: {number or 'unknown'}" for name, number in versions()]
    lines.append(f"System: {QSysInfo.prettyProductName()}, {platform.system()} {platform.release()}, {_machine()}")
    lines.append(f"Input method: {input_method()}")
    lines += _surroundings(window)
    changed = changed_settings(settings)
    lines.append(f"Changed settings: {', '.join(changed) if changed else 'none'}")
    return "\n".join(lines) + "\n"


def changed_settings(settings: Settings) -> list[str]:
    """List the settings that are not as shipped, without paths and without what the user wrote."""
    usual = Settings()
    changed = [field.name for field in fields(Settings) if getattr(settings, field.name) != getattr(usual, field.name)]
    return [f"{name}={_shown(getattr(settings, name))}" for name in changed if name not in PRIVATE]


def _shown(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _surroundings(window: QWidget | None) -> list[str]:
    locale = QLocale.system()
    lines = [
        f"Platform plug-in: {QGuiApplication.platformName()}",
        f"Locale: {locale.name()}, languages {' '.join(locale.uiLanguages()[:4])}",
    ]
    for screen in QGuiApplication.screens():
        size, scale = screen.size(), screen.devicePixelRatio()
        here = ", with the window" if window and window.screen() is screen else ""
        dots = round(screen.logicalDotsPerInch())
        lines.append(f"Screen: {size.width()}×{size.height()}, scale {scale:g}, {dots} dots an inch{here}")
    if window:
        lines.append(f"Window: {window.width()}×{window.height()}")
    return lines


def _machine() -> str:
    return f"{platform.machine()} ({QSysInfo.buildCpuArchitecture()} build)"


def _package_version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # a built program may have left the metadata behind
        return ""
