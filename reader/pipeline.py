"""From a file to an Issue: load, label, compose, readable as a sentence."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.data_folder import data_folder
from reader.compose import MadeBlocks, amended, compose, pieces_of, with_facts, with_pictures
from reader.label import label
from reader.load import Loaded, load
from reader.model.amendments import Amendment
from reader.model.document import Dropped, Issue, Line, Masthead, Node, Place, Source, Span
from reader.model.draft import Draft
from reader.model.errors import UNFORESEEN, foreseen
from reader.model.kinds import Reading

if TYPE_CHECKING:
    from reader.load.parts import PictureParts as PictureParts
    from reader.model.mentions import Mentions
    from reader.periodical import Profile, Suggestion

Progress = Callable[[str, float], None]
MARKED_UP = ("text", "markdown")  # formats whose characters can be markup; the others tell styles beside the text
RECOGNISED = "recognised"  # folder in that of the user's data: what was recognised of scanned pages
UNREADABLE = "nothing readable"
NO_TEXT = "no text layer"  # nothing readable either: the pages of a PDF are pictures
PROSE_SAMPLE = 20_000  # characters
PROSE_SHARE = 1 / 400  # of the characters of Chinese prose, at least, are 的, and as many 。


def open_issue(
    path: str | Path,
    progress: Progress | None = None,
    encoding: str | None = None,
    password: str | None = None,
    reading: Reading = "",
) -> Issue:
    """Open one bulletin file as an Issue.

    `progress(stage, fraction)` is told how far the work is (0..1) and may raise `Cancelled` to stop it.
    `encoding` overrides the detected one, `reading` the evidence whether the parts of the text are articles or one.
    Raises `NeedsPassword` for a locked file that `password` does not open, and `ReaderError` with a sentence for the
    user for whatever else is wrong.
    """
    return composed(read(path, progress, encoding, password, reading), progress=progress).issue


@dataclass(frozen=True, slots=True)
class Understood:
    """A file as the rules understood it, before anybody set its outline right."""

    loaded: Loaded
    draft: Draft | None  # None where nothing in it can be read
    made: MadeBlocks = field(default_factory=dict, repr=False, compare=False)  # blocks that were composed of it


@dataclass(frozen=True, slots=True)
class Composed:
    """An issue with what a person set right in its outline, and what of that has no place in it."""

    issue: Issue
    unplaced: tuple[Amendment, ...] = ()
    is_whole: bool = False  # what he set right was taken for the whole outline


def read(
    path: str | Path,
    progress: Progress | None = None,
    encoding: str | None = None,
    password: str | None = None,
    reading: Reading = "",
) -> Understood:
    """Load and label one bulletin file; see `open_issue`."""
    with foreseen(UNFORESEEN, "unforeseen", str(path)), _without_collections():
        loaded = load(Path(path), encoding, progress, password, data_folder() / RECOGNISED)
        source = loaded.source
        if not _is_readable(source.text):
            return Understood(loaded, None)
        markup = source.format in MARKED_UP
        outline = [title for _, title, _ in loaded.outline]
        draft = label(
            source.text,
            loaded.lines,
            progress,
            styled=loaded.styled,
            outline=outline,
            markup=markup,
            reading=reading,
        )
        return Understood(loaded, draft)


def composed(
    understood: Understood,
    amendments: Sequence[Amendment] = (),
    places: Sequence[Sequence[Span]] = (),
    *,
    as_outline: bool = False,
    progress: Progress | None = None,
) -> Composed:
    """Compose an issue, with what a person set right in its outline applied to what the rules labelled.

    `places` is where each amendment stands in the source, where that is known; else its words are looked for.
    `as_outline`: a list that mostly says again what the rules say is the whole outline.
    """
    loaded, draft = understood.loaded, understood.draft
    with foreseen(UNFORESEEN, "unforeseen", loaded.source.name), _without_collections():
        if draft is None:
            return Composed(_unreadable(loaded.source), tuple(amendments))
        right = amended(
            loaded.source, draft, amendments, left_out=loaded.left_out, places=places, as_outline=as_outline
        )
        issue = compose(
            loaded.source,
            right.draft,
            progress,
            left_out=loaded.left_out,
            references=loaded.references,
            made=understood.made,
        )
        issue = with_facts(replace(issue, places=_places(loaded.lines)), amendments)
        return Composed(with_pictures(issue, loaded.pictures), right.unplaced, right.is_whole)


def recognise(path: Path, progress: Progress | None = None, password: str | None = None) -> None:
    """Recognise the text of a scanned PDF or a picture; from then on the file opens with it.

    Takes some seconds a page; `progress` may raise `Cancelled`, and what was done until then is kept.
    """
    from reader.load import recognise as recognise_text

    with foreseen(UNFORESEEN, "unforeseen", str(path)):
        recognise_text(path, data_folder() / RECOGNISED, progress, password)


def learned(understood: Understood, amendments: Sequence[Amendment], places: Sequence[Sequence[Span]] = ()) -> Profile:
    """Return what was set right in an issue as a profile, which helps with the next issue of the periodical."""
    from reader.periodical import Profile, learned_from

    loaded, draft = understood.loaded, understood.draft
    if draft is None:
        return Profile()
    lines = pieces_of(loaded.source, draft, amendments, left_out=loaded.left_out, places=places)
    return learned_from(composed(understood).issue, draft, list(zip(amendments, lines, strict=True)))


def suggested(understood: Understood, profile: Profile) -> tuple[Suggestion, ...]:
    """Return what a profile says of an issue where the rules say otherwise."""
    from reader.periodical import suggestions

    if understood.draft is None or not profile.rules:
        return ()
    return tuple(suggestions(profile, composed(understood).issue, understood.draft))


def extract_mentions(issue: Issue, progress: Progress | None = None) -> Mentions:
    """Take figures, contacts, captions and links out of an issue; `progress` may raise `Cancelled` to stop the work."""
    # Imported here: the first page is shown without them.
    from reader.extract import captions_of, contacts_of, figures_of, links_of, pieces_of
    from reader.model.mentions import Mentions

    with foreseen(UNFORESEEN, "unforeseen", issue.source.name), _without_collections():
        located = pieces_of(issue)  # to place all texts takes a fifth of the time: once for all
        figures, contacts = figures_of(issue, progress, located), contacts_of(issue, progress, located)
        return Mentions(figures, contacts, captions_of(issue, progress, located), links_of(issue))


def article_keywords(node: Node) -> tuple[str, ...]:
    """Name up to five keywords of an article; the first call takes about a second to open the dictionary."""
    from reader.extract.keywords import keywords_of

    return keywords_of(node)


def issues_in(path: Path) -> list[Path]:
    """List the issues that a path stands for: the readable files of a folder or an archive by name, else itself.

    Raises `ReaderError` for an archive that is damaged.
    """
    from reader.load import collection

    return collection.issues_in(path)


def read_for_another() -> int:
    """Read one file for the process that began this one, which asks through a pipe; return the exit code."""
    from reader.load import apart

    return apart.serve()


def picture_parts(path: Path) -> PictureParts:
    """Return the reader of the pictures that lie in a file or beside it; nothing is read before it is asked."""
    from reader.load.parts import PictureParts

    return PictureParts(path)


def is_there(path: Path) -> bool:
    """Tell whether there is a file at a path, in an archive perhaps."""
    if path.is_file():
        return True
    from reader.load import collection

    return collection.is_there(path)


@contextmanager
def _without_collections() -> Iterator[None]:
    """Look for no garbage among the many objects of an issue: they hold no cycles, and the look costs a twentieth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _places(lines: Iterable[Line]) -> tuple[Place, ...]:
    """Return where the lines stand that the file puts on pages."""
    return tuple([Place(line.start, line.end, line.look.page, line.look.box) for line in lines if line.look])


def _is_readable(text: str) -> bool:
    """Tell whether a text holds words; Chinese prose is told by its commonest signs.

    The thorough look takes a hundredth of a second to import: only doubtful files pay for it.
    """
    sample = text[:PROSE_SAMPLE]
    least = max(3.0, PROSE_SHARE * len(sample))
    if sample.count("的") >= least and sample.count("。") >= least:
        return True

    from reader.load.readable import is_readable

    return is_readable(text)


def _unreadable(source: Source) -> Issue:
    """Return an issue without nodes whose whole text, where there is any, is one dropped span."""
    told = replace(source, warnings=(*source.warnings, UNREADABLE))
    text = source.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return Issue(told, Masthead(), (), (), (), (Dropped(start, end, "unreadable"),) if end > start else ())
