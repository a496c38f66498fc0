"""The command `export`: articles as files to hand on, and what a bulletin says as tables, cards and a calendar."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.commands.naming import Targets, refuse_long_name, targets
from reader.commands.opening import open_readable
from reader.commands.picking import picked
from reader.commands.righting import as_set_right
from reader.commands.telling import STAGES, Telling
from reader.export.cards import VERSIONS, contacts_vcard
from reader.export.publication import FACES, PAPERS, SIZES, Choice, Marked
from reader.export.publishers import PUBLISHERS, beside, publisher, write_all
from reader.export.publishing import publish
from reader.model.document import Issue
from reader.model.errors import NOT_MADE, CannotWrite, ReaderError, foreseen, readable_path
from reader.model.marks import Highlight
from reader.model.mentions import Mentions
from reader.pictures.picture_bytes import PictureBytes

if TYPE_CHECKING:
    from reader.export.exporters import Exporter

TABLES = ("figures", "contacts", "links", "deadlines")
ADDED = {"highlights": "highlights", "figures": "figures", "contacts": "contacts", "lines": "provenance"}
INTERRUPTED = 130  # exit code after Ctrl+C, as shells have it
NOTHING_TO_SAVE = (
    "say what to save: bulletin-reader export FILE --to OUT.pdf, or --figures OUT.csv --contacts OUT.vcf; see --help"
)
KINDS = ", ".join(row.suffix for row in PUBLISHERS)
RULE = """\
Where files go, for --to, --figures, --contacts, --links and --deadlines alike:
  out.pdf         this file; for one FILE
  out/{name}.pdf  {name} stands for the name of each FILE without its suffix
  .pdf            beside each FILE, under its name
  out/.pdf        in the folder out, under the name of each FILE
  out/            the same, in the usual format: .pdf, .csv, .vcf, .ics
Two files never get one name, and no FILE is written over. Whatever happens, a target is the old file or the new one.
Each FILE is told in a line on standard error. One that fails does not stop the others; the exit code is 2 then."""


def run(args: Sequence[str]) -> int:
    """Export bulletins; return 0, 2 where one failed, or 130 after Ctrl+C."""
    wish = _parsed(args)
    wishes = [("to", name) for name in wish.to] + [(what, name) for what in TABLES for name in getattr(wish, what)]
    if not wishes:
        raise ReaderError(NOTHING_TO_SAVE)
    wanted = dict.fromkeys(what for what, _name in wishes if what in TABLES)
    known = {"to": tuple(row.suffix for row in PUBLISHERS), **_tables(wanted)}
    planned = targets(wish.files, wishes, known)
    for what, path in (target for row in planned for target in row):
        if what == "to":  # before the first file is read: one wrong name saves nothing
            publisher(path)
        else:
            _exporter(what, path)
    telling = Telling(len(wish.files))
    failures: list[str] = []
    try:
        for file, row in zip(wish.files, planned, strict=True):
            try:
                written, failed = _export(file, row, wish, telling)
                missing = dict.fromkeys(what for what, path in row if path not in (*written, *failed))
                told = [*map(str, written), *(f"no {what} found, nothing written" for what in missing)]
                telling.finished(readable_path(f"{file}: {', '.join(told)}") if told else "")
                failures += (_failure(file, error) for error in failed.values())
            except ReaderError as error:
                telling.finished()
                failures.append(_failure(file, error))
    except KeyboardInterrupt:
        telling.say(f"bulletin-reader: stopped; {telling.done} of {len(wish.files)} files are done.")
        return INTERRUPTED
    finally:
        telling.clear()
    for failure in failures:
        print(f"bulletin-reader: {failure}", file=sys.stderr)
    return 2 if failures else 0


def _tables(wanted: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the suffixes of the wanted tables."""
    names = tuple(wanted)
    if not names:  # most exports want none, and the libraries for them take their time
        return {}
    from reader.export.exporters import suffixes

    return {what: suffixes(what) for what in names}


def _exporter(what: str, path: Path) -> Exporter:
    from reader.export.exporters import exporter

    return exporter(what, path)


def _failure(file: Path, error: ReaderError) -> str:
    """Say which bulletin a failure is about."""
    sentence = str(error)
    return sentence if readable_path(file.name) in sentence else readable_path(f"{file}: {sentence}")


@dataclass(frozen=True)
class _Work:
    """One bulletin, and what is asked of it as far as it is wanted."""

    file: Path
    issue: Issue
    nodes: frozenset[str] | None
    choice: Choice
    telling: Telling
    vcard: str
    pictures: PictureBytes
    beside: dict[Path, dict[str, bytes]] = field(default_factory=dict)  # the pictures beside each target

    @cached_property
    def mentions(self) -> Mentions:
        """Figures and contacts of the chosen articles."""
        from reader.pipeline import extract_mentions

        self.telling.step(self.file, STAGES["extract"])
        found = as_set_right(self.issue, extract_mentions(self.issue), self.file)
        if self.nodes is None:
            return found
        inside = {own.id for node in self.issue.walk() if node.id in self.nodes for own in node.walk()}
        return replace(
            found,
            figures=tuple(figure for figure in found.figures if figure.node in inside),
            contacts=tuple(contact for contact in found.contacts if contact.node in inside),
            links=tuple(link for link in found.links if link.node in inside),
        )

    def made(self, what: str, path: Path) -> bytes:
        """Return the bytes of one target."""
        with foreseen(NOT_MADE, "not-made", str(path), CannotWrite):
            return self._made(what, path)

    def _made(self, what: str, path: Path) -> bytes:
        choice = self.choice
        if what != "to":
            return self._table(what, path)
        wants_marks = choice.highlights or choice.only_highlights
        marked = _marks_of(self.issue, self.file) if wants_marks else ()
        mentions = self.mentions if choice.figures or choice.contacts else None
        publication = beside(publish(self.issue, self.nodes, choice, marked, mentions, self.pictures.read), path)
        if choice.only_highlights and not publication.chapters:
            raise ReaderError("Nothing is highlighted in what was chosen of “{file}”.", file=self.file.name)
        kind = publisher(path)
        self.beside[path] = kind.files_beside(publication)
        return kind.make(publication)

    def _table(self, what: str, path: Path) -> bytes:
        """Return the bytes of a table, of cards or a calendar; none where nothing was found to put in."""
        from reader.export.exporters import has_any

        if not has_any(what, self.mentions):
            return b""
        make = _exporter(what, path).make
        if path.suffix.lower() == ".vcf" and self.vcard:
            return contacts_vcard(self.issue, self.mentions, self.choice.language, self.vcard)
        return make(self.issue, self.mentions, self.choice.language)


def _export(
    file: Path, row: Targets, wish: argparse.Namespace, telling: Telling
) -> tuple[list[Path], dict[Path, ReaderError]]:
    """Make and write all that is wanted of a bulletin; return what was written, and what could not be and why."""

    def progress(stage: str, share: float) -> None:
        telling.step(file, STAGES.get(stage, 0.0) + share * 0.2)

    telling.step(file, 0.0)
    issue = open_readable(file, wish.encoding, progress, wish.password, wish.corrections, wish.profile)
    nodes = None if wish.all else picked(issue, wish.article)
    written: list[Path] = []
    failed: dict[Path, ReaderError] = {}
    with closing(PictureBytes(file, wish.password)) as pictures:
        work = _Work(file, issue, nodes, _choice(wish), telling, wish.vcard, pictures)
        for what, path in row:
            try:
                refuse_long_name(path)
                if data := work.made(what, path):
                    write_all(path, data, work.beside.get(path, {}))
                    written.append(path)
            except ReaderError as error:
                failed[path] = error
    return written, failed


def _choice(wish: argparse.Namespace) -> Choice:
    return Choice(
        **{ADDED[name]: True for name in wish.added},
        only_highlights=wish.only == "highlights",
        pictures=wish.pictures,
        paper=wish.paper,
        size=wish.size,
        face=wish.face,
        language=wish.lang,
    )


def _marks_of(issue: Issue, file: Path) -> list[Marked]:
    """Find the user's highlights of an issue, without writing to where they are kept."""
    from reader.store import FILE_NAME, Library, data_folder, normalise, place_marks

    text = normalise(issue.source.text)
    with Library.copy_of(data_folder() / FILE_NAME) as library:
        marks = library.marks(library.recognise(issue, text, file))
    placed = place_marks(text, marks).marks
    return [Marked(mark, place.spans) for mark, place in placed if isinstance(mark, Highlight)]


def _parsed(args: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "bulletin-reader export",
        description="Hand on articles as files, and save what a bulletin says as tables.",
        epilog=RULE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--to", action="append", default=[], metavar="OUT", help=f"articles, as {KINDS}; may be given several times"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--article",
        action="append",
        default=[],
        metavar="N|TITLE",
        help="only this one: its number, 1 is the first, or its title or a part of it; the title of a section takes "
        "all below it; may be given several times",
    )
    which.add_argument("--all", action="store_true", help="all articles; this is so without --article too")
    parser.add_argument(
        "--with", dest="added", type=_added, default=[], metavar="WHAT,…", help=f"add to the text: {', '.join(ADDED)}"
    )
    parser.add_argument(
        "--no-pictures", dest="pictures", action="store_false", help="leave the pictures of the articles out"
    )
    parser.add_argument("--only", choices=("highlights",), help="nothing of the text but what is highlighted")
    parser.add_argument("--paper", default=PAPERS[0], choices=PAPERS, help="of PDF, DOCX and printed HTML")
    parser.add_argument(
        "--size", default=10.5, type=_size, metavar="POINTS", help=f"of the text, {SIZES[0]:g} to {SIZES[-1]:g}; 10.5"
    )
    parser.add_argument("--face", default=FACES[0], choices=FACES, help="of the text")
    several: dict[str, Any] = {"action": "append", "default": []}
    parser.add_argument("--figures", **several, metavar="OUT.csv|OUT.xlsx", help="its figures, as a table")
    parser.add_argument(
        "--contacts", **several, metavar="OUT.vcf|OUT.csv|OUT.xlsx", help="whom it names, as cards or a table"
    )
    parser.add_argument("--links", **several, metavar="OUT.csv|OUT.xlsx", help="where it points to, as a table")
    parser.add_argument("--deadlines", **several, metavar="OUT.ics", help="its deadlines, as a calendar")
    parser.add_argument("--vcard", default=VERSIONS[0], choices=VERSIONS, help="version of the cards")
    parser.add_argument("--lang", default="zh", choices=("zh", "en"), help="language of our own words: heads, labels")
    parser.add_argument("--encoding", help="read the files in this encoding instead of the detected one")
    parser.add_argument("--password", help="open locked PDFs with this password")
    parser.add_argument("--corrections", type=Path, metavar="C.json", help="set the outline right as this file says")
    parser.add_argument("--profile", type=Path, metavar="P.json", help="follow what was learned of its periodical")
    return parser.parse_args(args)


def _added(told: str) -> list[str]:
    names = [name.strip() for name in told.split(",") if name.strip()]
    for name in names:
        if name not in ADDED:
            raise argparse.ArgumentTypeError(f"“{name}” can not be added; choose of {', '.join(ADDED)}")
    return names


def _size(told: str) -> float:
    try:
        size = float(told)
    except ValueError:
        size = 0.0
    if not SIZES[0] <= size <= SIZES[-1]:
        raise argparse.ArgumentTypeError(f"“{told}” is no size from {SIZES[0]:g} to {SIZES[-1]:g} points")
    return size
