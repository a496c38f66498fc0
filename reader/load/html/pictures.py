"""The pictures of a page: where each lies, how large it is, and which are none to be shown. Nothing is ever fetched."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from email.message import Message
from pathlib import Path
from typing import NamedTuple, Protocol

from reader.load.data_addresses import beside, decoded, hash_of, quoted_out
from reader.load.html.tree import Tree
from reader.load.picture_words import FLAT, LOGO, telling
from reader.model.document import FilePart, Picture
from reader.model.errors import CannotRead
from reader.model.kinds import PictureKind
from reader.pictures.facts import HEAD, POINTS, PictureFacts, facts_of

SOURCES = (  # attributes in which a page or its scripts keep where a picture is
    "src", "data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-croporisrc", "_src", "href",
    "xlink:href",
)  # fmt: skip
TINY = 2  # pixels
SMALL = 48  # pixels; a smaller picture is an icon
SMALL_SAID = 96  # pixels; one that is called an icon may be as large
TEXT_WIDE = 640  # pixels that the text of a page is wide, for sizes in hundredths
ICON = re.compile(
    r"(?:^|[\W_])(?:logo|icons?|ico|avatar|spacer|blank|arrow|btn|button|bullet|emoji|share|badge|loading|placeholder|"
    r"pixel|transparent|qrcode)(?:$|[\W_\d])|shields\.io|badge\.svg",
    re.I,
)
CHART = re.compile(
    r"[图圖]表|曲线|走势|趋势|占比|对比图|统计图|示意图|流程图|结构图|分布图|\b(?:chart|plot|diagram|graph)", re.I
)
SIZE = re.compile(r"^\s*+(?P<number>\d{1,5})(?:\.\d++)?\s*+(?P<unit>px|pt|%)?\s*+$")
STYLED = re.compile(r"(?:^|;)\s*(?P<name>width|height)\s*:\s*(?P<number>\d{1,5})(?:\.\d+)?(?P<unit>px|pt)")
SRCSET = re.compile(r"(?P<address>[^\s,]\S*+)(?:(?<!,)\s++(?P<size>\d++(?:\.\d++)?)[wx])?")
DATA = "data:"
REMOTE = re.compile(r"^(?:https?:)?//", re.I)
STYLE_LONGEST, SET_LONGEST = 400, 4000  # characters


class Found(NamedTuple):
    """A picture that is there."""

    place: FilePart
    facts: PictureFacts


class Surroundings(Protocol):
    """What lies in or around a page: pictures by their addresses."""

    def find(self, address: str) -> Found | None:
        """Find a picture; None where there is none, or none that is to be looked at."""


class Alone:
    """A page with nothing around it, but for the pictures whose data stand in it."""

    def __init__(self) -> None:
        self._known: dict[str, Found | None] = {}

    def find(self, address: str) -> Found | None:
        if address not in self._known:
            self._known[address] = self._inside(address) if address.startswith(DATA) else self._named(address)
        return self._known[address]

    def _inside(self, address: str) -> Found | None:
        raw = address.encode("utf-8", "replace")
        facts = facts_of(decoded(raw[: 2 * HEAD]))
        return Found(FilePart("inside", hash_of(raw), facts.format), facts) if facts else None

    def _named(self, address: str) -> Found | None:
        return None


class Beside(Alone):
    """A page on the disk, with the files beside it and below its folder."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def _named(self, address: str) -> Found | None:
        name = file_name(address)
        if not name or not self._path.parent.is_dir():
            return None
        try:
            with beside(self._path, name).open("rb") as file:
                facts = facts_of(file.read(HEAD))
        except (OSError, ValueError, CannotRead):
            return None
        return Found(FilePart("beside", name, facts.format), facts) if facts else None


class InMessage(Alone):
    """A page in a message, with the other parts by number and address."""

    def __init__(self, parts: Mapping[str, Message], base: str) -> None:
        super().__init__()
        self._parts, self._base = parts, base

    def _named(self, address: str) -> Found | None:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(self._base), address)) if self._base else address
        joined = re.sub(r"^(https?|file):/(?!/)", r"\1://", joined)
        name = next((name for name in (address, joined, f"cid:{address}") if name in self._parts), "")
        data = self._parts[name].get_payload(decode=True) if name else None
        facts = facts_of(data) if isinstance(data, bytes) else None
        return Found(FilePart("message", name, facts.format), facts) if facts else None


def picture_of(tree: Tree, at: int, around: Surroundings) -> Picture | None:
    """Return the picture of an element; None where it names none."""
    told = tree[at].attributes
    addresses = list(_addresses(tree, at))
    found = next(
        (hit for address in addresses if (hit := around.find(address)) and not _holds_place(hit, addresses)), None
    )
    url = next((address for address in addresses if REMOTE.match(address)), "") if found is None else ""
    if found is None and not addresses:
        return None
    alt = telling(told.get("alt", "") or told.get("title", ""))
    said = f"{told.get('alt', '')} {told.get('class', '')} {told.get('id', '')} {_short(addresses[0])}"
    wide, high = _told_size(told)
    facts = found.facts if found else None
    width, height = (facts.width, facts.height) if facts else (wide, high)
    shown = wide * POINTS if wide and (not facts or not facts.width or wide <= 4 * facts.width) else 0.0
    reason = _reason((wide or width, high or height), said, facts is not None)
    kind: PictureKind = "chart" if CHART.search(alt) or facts and facts.format == "svg" else "photo"
    return Picture(-1, found.place if found else None, kind, width, height, shown, alt, url, reason=reason)


def _holds_place(hit: Found, addresses: Sequence[str]) -> bool:
    """Tell whether a picture of a point or so only stands where a script puts another one."""
    return 0 < hit.facts.width <= TINY and len(addresses) > 1


def _addresses(tree: Tree, at: int) -> Iterator[str]:
    """Yield where a picture may lie, the one that a browser shows first; what comes late by a script stands beside."""
    told = tree[at].attributes
    for name in SOURCES:
        if address := told.get(name, "").strip():
            yield address
    for text in (told.get("srcset", ""), told.get("data-srcset", "")):
        yield from _set(text)
    above = tree[at].parent
    if above > 0 and tree[above].tag == "picture":
        for node in tree[above + 1 : at]:
            if node.tag == "source":
                yield from _set(node.attributes.get("srcset", ""))


def _set(text: str) -> Iterator[str]:
    """Yield the addresses of a set of sizes, the largest first."""
    if DATA in text:
        return
    found = [(float(m["size"] or 0), m["address"].rstrip(",")) for m in SRCSET.finditer(text[:SET_LONGEST])]
    yield from (address for _size, address in sorted(found, reverse=True))


def _told_size(told: Mapping[str, str]) -> tuple[int, int]:
    """Return width and height of an element in pixels; 0 where it does not tell."""
    sizes = {"width": 0, "height": 0}
    for name in sizes:
        if (m := SIZE.match(told.get(name, ""))) and (m["unit"] != "%" or name == "width"):
            number = int(m["number"])
            sizes[name] = {"pt": number * 4 // 3, "%": number * TEXT_WIDE // 100}.get(m["unit"] or "", number)
    for m in STYLED.finditer(told.get("style", "")[:STYLE_LONGEST]):
        sizes[m["name"]] = int(m["number"]) * (4 if m["unit"] == "pt" else 3) // 3
    return sizes["width"], sizes["height"]


def _reason(size: tuple[int, int], said: str, is_there: bool) -> str:
    """Say why a picture is none to be shown."""
    width, height = size
    if 0 < width <= TINY and 0 < height <= TINY:
        return "tracking-pixel"
    if 0 < width <= SMALL and height <= SMALL or 0 < height <= SMALL and width <= SMALL:
        return "icon"
    if width and height and (width > FLAT * height or height > FLAT * width):
        return "ornament"
    if ICON.search(said) and (not is_there or max(width, height) <= SMALL_SAID or LOGO.search(said)):
        return "logo" if LOGO.search(said) else "icon"
    return ""


def _short(address: str) -> str:
    return "" if address.startswith(DATA) else address[-80:]


def file_name(address: str) -> str:
    """Return the name of a file that an address from the page's own folder means; empty for all others."""
    name = quoted_out(address.partition("#")[0].partition("?")[0]).replace("\\", "/")
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|/", name) or "\0" in name:
        return ""
    return name.removeprefix("./")
