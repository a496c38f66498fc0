"""What ships with the program, under which licences: told by the metadata of the installed packages.

A built program carries that metadata along, and the texts of what it took from the machine that built it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from reader import __version__
from reader.app.paths import resource

OURS = "bulletin-reader"
STARTER = "pyinstaller"  # of its parts only the one that starts a built program is shipped
TAKEN = "taken"  # folder below `licences/` with a text for each library that a build took from its machine
LGPL = "LGPL-3.0-only"  # the choice that we make among the licences of Qt for Python

# What packages do not tell of themselves: the package → its licence, the texts in `resources/licences`
_TOLD_HERE = {
    "jieba": ("MIT", ("jieba",)),
    "marisa-trie": ("MIT AND BSD-2-Clause", ()),  # our choice for the library inside, of that or LGPL
    "olefile": ("BSD-2-Clause", ()),
    STARTER: ("GPL-2.0-or-later WITH Bootloader-exception", ()),
    "pyside6-essentials": (LGPL, ("Qt", "LGPL-3.0", "GPL-3.0")),
    "shiboken6": (LGPL, ("Qt", "LGPL-3.0", "GPL-3.0")),
}
_NAMES = {  # what classifiers and free words of packages call a licence → its SPDX name
    "Apache": "Apache-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "MIT License": "MIT",
}

FONTS = "Noto Serif CJK, Noto Sans CJK, Noto Serif, Noto Sans Math, Noto Emoji"


class ShippedPart(NamedTuple):
    """A part of what is shipped, with the SPDX name of its licence and the whole text, empty where it has none."""

    name: str
    version: str
    licence: str
    text: str


def shipped(built: Path | None = None) -> tuple[ShippedPart, ...]:
    """List the reader, its fonts, Python and every package, in that order; takes about 50 ms.

    A program that was built adds its starter and what it took from the machine that built it; `built` is the folder
    with the texts of the latter, and needed only where another program asks.
    """
    if getattr(sys, "frozen", False):
        built = resource(f"licences/{TAKEN}")
    packages = {name: found for name in needed() if (found := _found(name))}
    ours = packages.pop(OURS, None)
    starter = _found(STARTER) if built else None
    python = "{}.{}.{}".format(*sys.version_info[:3])
    return (
        ShippedPart("Bulletin Reader", __version__, "MIT", _text_of(ours, ("LICENSE",)) if ours else ""),
        ShippedPart(
            "Noto Serif CJK, Noto Sans CJK, Noto Serif, Noto Sans Math, Noto Emoji",
            "",
            "OFL-1.1",
            _read(resource("fonts/OFL.txt")),
        ),
        ShippedPart("OpenCC, table of characters", "", "Apache-2.0", _read(resource("licences/OpenCC.txt"))),
        ShippedPart("Python", python, "PSF-2.0", _read(resource("licences/Python.txt"))),
        *(_part(packages[name]) for name in sorted(packages)),
        *([_part(starter)] if starter else []),
        *(_taken(built) if built else ()),
    )


def collected(parts: Sequence[ShippedPart]) -> str:
    """Write all licences as one text: a list, then each text."""
    listed = "".join(f"{part.name} {part.version}".strip() + f": {part.licence}\n" for part in parts)
    texts = "".join(f"\n{'=' * 100}\n{part.name}\n{'=' * 100}\n\n{part.text.strip()}\n" for part in parts if part.text)
    return f"{listed}{texts}"


def needed(name: str = OURS) -> list[str]:
    """List a package and all that it needs, as far as it is installed, by their normal names."""
    names = [name]
    for known in names:  # grows meanwhile
        found = _found(known)
        wishes = [wish for wish in (found.requires if found else None) or () if "extra ==" not in wish]
        names += dict.fromkeys(need for wish in wishes if (need := _normal(wish)) not in names)
    return names


def _normal(wish: str) -> str:
    named = re.match(r"[\w.-]+", wish)
    return re.sub(r"[-_.]+", "-", named.group()).lower() if named else ""


def _found(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _part(found: Distribution) -> ShippedPart:
    name = found.metadata["Name"]
    licence, notices = _TOLD_HERE.get(_normal(name), ("", ()))
    text = "\n\n".join(_read(resource(f"licences/{notice}.txt")) for notice in notices)
    return ShippedPart(name, found.version, licence or _licence_of(found), text or _whole_text(found))


def _licence_of(found: Distribution) -> str:
    about = found.metadata
    told = next(iter([*(about.get_all("License-Expression") or ()), *(about.get_all("License") or ())]), "")
    classified = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if "License ::" in line]
    names = [told] if told and "\n" not in told else classified
    return " OR ".join(_NAMES.get(name, name) for name in names)


def _whole_text(found: Distribution) -> str:
    """Join the licence files of a package, and the list of what is compiled into it."""
    named = found.metadata.get_all("License-File") or ("LICENSE", "LICENSE-2.0.txt", "LICENSE.txt")
    extra = _read(resource("licences/LGPL-2.1.txt")) if _normal(found.metadata["Name"]) == "lxml" else ""  # iconv
    return "\n\n".join(text for text in (_text_of(found, named), *_compiled_into(found), extra) if text)


def _text_of(found: Distribution, names: Sequence[str]) -> str:
    ends = tuple(f".dist-info/{folder}{name}" for name in names for folder in ("licenses/", ""))
    texts = (_read(Path(str(path.locate()))) for path in found.files or () if str(path).endswith(ends))
    return "\n\n".join(text for text in texts if text)


def _compiled_into(found: Distribution) -> Iterator[str]:
    """Yield a list of the libraries that are compiled into a package, as its bill of materials tells them."""
    for path in found.files or ():
        if path.parent.name == "sboms" and path.suffix == ".json":
            bill = json.loads(_read(Path(str(path.locate()))) or "{}")
            yield "Compiled into it:\n" + "\n".join(_line_of(entry) for entry in bill.get("components", ()))


def _line_of(entry: dict[str, object]) -> str:
    licences = entry.get("licenses")
    told = licences[0] if isinstance(licences, list) and licences else {}
    named = told.get("license") or {}
    return f"{entry.get('name')} {entry.get('version')}: {told.get('expression') or named.get('id', '')}"


def _taken(folder: Path) -> Iterator[ShippedPart]:
    """Yield what a build took from the machine that built it: a first line “name version: licence”, then the text."""
    for path in sorted(folder.glob("*.txt")):
        head, _, text = _read(path).partition("\n")
        named, _, licence = head.partition(": ")
        name, _, version = named.partition(" ")
        yield ShippedPart(name, version, licence, text)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
