"""What a built program does without, of all that PyInstaller's hooks would bring along."""

from __future__ import annotations

import fnmatch
import os
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError
from pathlib import PurePosixPath

import machine
from facts import ROOT, UNSHIPPED
from PyInstaller.depend import bindepend
from PyInstaller.utils.hooks import copy_metadata

Entry = tuple[str, str, str]  # PyInstaller's: place in the folder, file, kind


EXCLUDED = [
    "reader.bootstrap",
    # nothing here reaches a network, and OpenSSL would be the biggest part that needs security updates
    *("ssl", "_ssl", "_hashlib", "asyncio", "ftplib", "smtplib", "http.server", "xmlrpc"),
    # GPL: GNU readline and gdbm come with these
    *("readline", "rlcompleter", "_gdbm", "_dbm"),
    # terminals, debuggers, tests, builders of packages
    *(
        "curses",
        "_curses",
        "tkinter",
        "_tkinter",
        "pdb",
        "pydoc",
        "pydoc_data",
        "doctest",
        "unittest",
        "test",
        "lib2to3",
    ),
    *("setuptools", "pkg_resources", "distutils", "pip", "wheel", "_pyrepl", "idlelib", "turtledemo", "ensurepip"),
    # what libraries would use if it were there
    *("numpy", "pandas", "PIL", "chardet", "cchardet", "html5lib", "cssselect", "IPython", "paddle", "cryptography"),
    *("lxml.isoschematron", "lxml.objectify", "lxml.html.diff", "lxml.html.clean", "lxml.doctestcompare"),
    *("lxml.usedoctest", "lxml.html.usedoctest", "lxml.html._difflib", "pypdfium2._cli", "pypdfium2.__main__"),
    *("icalendar.tests", "jieba.lac_small", "jieba.analyse", "pytest", "hypothesis", "_pytest", "mypy", "ruff"),
]

# plugins of Qt, by folder; their libraries come with them
PLUGINS = {
    "iconengines": ("*svgicon*",),
    "imageformats": ("*qsvg*", "*qjpeg*", "*qgif*", "*qwebp*"),
    "platforminputcontexts": ("*compose*", "*ibus*"),
    "platforms": ("*qxcb*", "*qwayland*", "*qoffscreen*", "*qwindows*", "*qcocoa*"),
    "platformthemes": ("*",),
    "printsupport": ("*",),
    "styles": ("*",),
    "wayland-decoration-client": ("*",),
    "wayland-shell-integration": ("*xdg-shell*",),
}

UNUSED_MODULES = ("PySide6/QtNetwork.*",)  # brought by a hook whatever is imported
UNREAD_DATA = (
    "reader/_resources/fonts/*.py",
    *("jieba/*.p", "jieba/analyse/*", "jieba/lac_small/*", "jieba/*/__pycache__/*"),
    *("pytz/*", "docx/py.typed"),
    *("*.pyi", "*/tests/*", "*/include/*", "lxml/isoschematron/*", "*/direct_url.json", "*/INSTALLER", "*/REQUESTED"),
)
TRANSLATIONS = "*/translations/*.qm"
OUR_TRANSLATIONS = ("*/qtbase_zh_CN.qm", "reader/*")


def resources() -> list[str]:
    """List what the program reads of the folder `resources`."""
    return sorted({path.name for path in ROOT.glob("resources/*")} - UNSHIPPED)


def metadata(package: str) -> list[tuple[str, str]]:
    """Tell where the metadata of a package lies and where it goes; nothing for one that is not here."""
    try:
        return list(copy_metadata(package))
    except PackageNotFoundError:
        return []


def kept_data(entries: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """Leave out the data that nothing reads, and links to libraries that are left out."""
    libraries = {place for place, _, _ in binaries}
    return [
        (place, file, kind)
        for place, file, kind in entries
        if not _is_like(place, UNREAD_DATA)
        and (not _is_like(place, (TRANSLATIONS,)) or _is_like(place, OUR_TRANSLATIONS))
        and (kind != "SYMLINK" or os.path.normpath(PurePosixPath(place).parent / file) in libraries)
    ]


def kept_binaries(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out plugins of Qt that are not used, the libraries that only those need, and what every desktop has."""
    kept = [
        entry
        for entry in entries
        if _is_plugin_in_use(entry[0]) and not _is_like(entry[0], UNUSED_MODULES) and not _is_of_the_system(entry)
    ]
    libraries = [entry for entry in kept if _is_qt_library(entry[0])]
    needed = _needed_by([entry for entry in kept if entry not in libraries], libraries)
    return [entry for entry in kept if entry not in libraries or PurePosixPath(entry[0]).name in needed]


def _needed_by(roots: list[Entry], libraries: list[Entry]) -> set[str]:
    """Name the libraries that the roots need, and those that these need in turn."""
    files = {PurePosixPath(place).name: file for place, file, _ in libraries}
    waiting = [file for _, file, kind in roots if kind in ("BINARY", "EXTENSION")]
    needed: set[str] = set()
    while waiting:
        for name, _ in bindepend.get_imports(waiting.pop()):
            name = PurePosixPath(name).name
            if name in files and name not in needed:
                needed.add(name)
                waiting.append(files[name])
    return needed


def _is_plugin_in_use(place: str) -> bool:
    folders = PurePosixPath(place.replace("\\", "/")).parts
    if "plugins" not in folders:
        return True
    kind, name = folders[-2:]
    return any(fnmatch.fnmatch(name, pattern) for pattern in PLUGINS.get(kind, ()))


def _is_qt_library(place: str) -> bool:
    """Tell whether a file is a library of Qt or for Qt, as against a module of Python or a plugin."""
    path = PurePosixPath(place.replace("\\", "/"))
    if "plugins" in path.parts or path.name.startswith(("Qt", "shiboken", "Shiboken")) and "abi3" in path.name:
        return False
    return "PySide6" in path.parts or path.name.startswith(("libQt6", "libicu", "libpyside6", "libshiboken6"))


def _is_of_the_system(entry: Entry) -> bool:
    """Tell a library that is the system's from Python's own modules, which Debian keeps in the same folder."""
    place, file, kind = entry
    is_linux = sys.platform.startswith("linux")
    if not is_linux or kind == "EXTENSION" or not file.startswith(("/lib/", "/usr/lib/", "/lib64/")):
        return False
    return not any(fnmatch.fnmatch(PurePosixPath(place).name, pattern) for pattern in ("libpython*", *machine.TAKEN))


def _is_like(place: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatch(place.replace("\\", "/"), pattern) for pattern in patterns)
