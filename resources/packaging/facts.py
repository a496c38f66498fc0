"""What all packages say of the program, and where they are made."""

from __future__ import annotations

from pathlib import Path

from reader import __version__
from reader.app.file_types import FILE_TYPES

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / ".dist"
WORK = DIST / "work"  # what is made on the way

APP_ID = "bulletin-reader"
NAME = "Bulletin Reader"
CHINESE_NAME = "快报阅览"
BUNDLE_ID = "org.bulletinreader.BulletinReader"
SUMMARY = "Reader of Chinese bulletins, digests and newsletters"
COPYRIGHT = "Copyright (c) 2026 the authors of Bulletin Reader; MIT licence"
VERSION = __version__
FOLDER = DIST / APP_ID  # the built program
LIBRARIES = "lib"  # the folder in it with all but the programs
LICENCES = "LICENCES.txt"
UNSHIPPED = {"packaging", "pictures"}  # of resources/; the wheel leaves the same out, see pyproject.toml

# of Info.plist, so that the Finder offers the program for these files
DOCUMENTS = [
    {
        "CFBundleTypeName": kind.english,
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
        "LSItemContentTypes": [kind.uti],
        "CFBundleTypeExtensions": [suffix.removeprefix(".") for suffix in kind.suffixes],
    }
    for kind in FILE_TYPES
]
