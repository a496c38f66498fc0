"""The pictures of a bulletin: as a list, and as files in a folder."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from reader.commands.opening import open_readable
from reader.export.contract import pictures_as_json
from reader.export.files import write_file
from reader.model.document import FilePart, Issue, PagePart, Picture
from reader.model.errors import CannotWrite, ReaderError
from reader.pictures.facts import facts_of, suffix_of
from reader.pictures.picture_bytes import PictureBytes
from reader.pipeline import extract_mentions


def run(args: Sequence[str]) -> str:
    """Return the list of the pictures of a bulletin, one a line, those that are left out at its end."""
    parser = argparse.ArgumentParser("bulletin-reader pictures", description="List the pictures of a bulletin.")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="write the pictures into this folder too")
    parser.add_argument("--encoding", help="read the file in this encoding instead of the detected one")
    parser.add_argument("--password", help="open a locked PDF with this password")
    wish = parser.parse_args(args)
    issue = open_readable(wish.file, wish.encoding, None, wish.password)
    written = write(issue, wish.file, wish.to, wish.password) if wish.to else {}
    return "".join(f"{line}\n" for line in lines_of(issue, written))


def lines_of(issue: Issue, written: dict[int, str]) -> Iterator[str]:
    """Yield a line for each picture: number, kind, size, place, file, and its caption or what it says of itself."""
    told = pictures_as_json(issue, extract_mentions(issue))
    for number, (picture, one) in enumerate(zip(issue.pictures, told, strict=True)):
        words = one["caption"] or picture.alt
        facts = (f"{number + 1}", picture.kind, _size(picture), place_of(picture), written.get(number, ""), words)
        yield "\t".join(filter(None, (" ".join(fact.split()) for fact in facts)))
    for picture in issue.ornaments:
        yield "\t".join(filter(None, ("-", f"left out as {picture.reason}", _size(picture), place_of(picture))))


def write(issue: Issue, file: Path, folder: Path, password: str | None = None) -> dict[int, str]:
    """Write the pictures into a folder, in the order in which they are printed; return their names by number."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = "The folder {path} could not be made; choose another place."
        raise CannotWrite(sentence, code="no-picture-folder", path=str(folder)) from error
    written: dict[int, str] = {}
    with closing(PictureBytes(file, password)) as source:
        for number, picture in enumerate(issue.pictures):
            try:
                data = source.read(picture)
            except ReaderError:  # the list tells that it has no file
                continue
            facts = facts_of(data)
            written[number] = f"{number + 1}{suffix_of(facts.format) if facts else '.bin'}"
            write_file(folder / written[number], data)
    return written


def _size(picture: Picture) -> str:
    return f"{picture.width}×{picture.height}" if picture.width else ""


def place_of(picture: Picture) -> str:
    """Say where a picture lies."""
    match picture.place:
        case PagePart(page, _box):
            return f"page {page + 1}"
        case FilePart("inside", _name, format_name):
            return f"in the text ({format_name})"
        case FilePart(_lies, name, _format):
            return name
    return picture.url or "not in the file"
