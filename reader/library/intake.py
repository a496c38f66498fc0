"""Read issues in: look what is there, read what is new or changed, and note what is moved or gone.

What was kept is on the disk when its step is told. Stopped at any moment, the same call goes on where it was.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.app.paths import is_looked_for
from reader.library.crew import Crew, Outcome
from reader.library.held import HeldIssue
from reader.library.own import is_below, whole
from reader.library.shelf import IssueLibrary, Seen
from reader.model.errors import CannotRead, ReaderError
from reader.pipeline import is_there, issues_in

KEEP_SECONDS = 0.5  # between two writings, at least
KEEP_MOST = 64  # issues that wait to be written
TIDY_FROM = 200  # issues put in, after which the parts of the index are brought together
LARGEST = 64 << 20  # bytes of a file that are looked through for whether it is known; another is read at once
PACKED = (".zip", ".eml")
NOT_THERE = "There is no file {path}; choose another."
NOT_SEEN = "{path} could not be looked into ({reason}); check the disk, and whether you may read it."


@dataclass(frozen=True, slots=True)
class Step:
    """How far the work is, and what came of one file, if it is about one."""

    done: int
    total: int
    path: Path | None = None
    refusal: ReaderError | None = None
    seconds_left: float = 0.0


@dataclass
class Plan:
    """What is to be read, the newest first, and what was found beside it."""

    to_read: list[Seen] = field(default_factory=list)
    known: int = 0
    gone: list[str] = field(default_factory=list)
    refusals: dict[str, ReaderError] = field(default_factory=dict)


def planned(library: IssueLibrary, paths: Iterable[Path], without: Iterable[str] = ()) -> Plan:
    """Look through files and folders, with their subfolders and archives, for what is to be read."""
    plan = Plan()
    cards = {card.path: card for card in library.files()}
    given = [whole(path) for path in paths]
    left_out = tuple(without)
    found = {seen.path: seen for path in given for seen in _seen(Path(path), plan) if not is_below(seen.path, left_out)}
    for name, seen in found.items():
        card = cards.get(name)
        if card and card.sha256 and card.seen == seen and not card.is_missing:
            plan.known += 1
        else:
            plan.to_read.append(seen)
    plan.gone = [
        name
        for name, card in cards.items()
        if name not in found and not card.is_missing and is_below(name, given) and not is_there(Path(name))
    ]
    plan.to_read.sort(key=lambda seen: (-seen.modified, seen.path))
    return plan


def read_in(library: IssueLibrary, plan: Plan, size: int | None = None) -> Iterator[Step]:
    """Read what is planned with several processes, and tell each step; what cannot be read is told with its reason."""
    library.mark_missing(plan.gone)
    total, done, began = len(plan.to_read) + len(plan.refusals), 0, time.monotonic()
    for name, refusal in plan.refusals.items():
        done += 1
        yield Step(done, total, Path(name), refusal)
    unknown: dict[Path, Seen] = {}
    sizes = {card.size for card in library.files() if card.sha256}
    for seen in plan.to_read:
        if seen.size in sizes and library.put_known(seen, _hash(seen)):
            done += 1
            yield Step(done, total, Path(seen.path))
        else:
            unknown[Path(seen.path)] = seen
    yield Step(done, total)
    crew = Crew(list(unknown), size)
    known_before = done
    try:
        for outcomes in _gathered(crew.outcomes()):
            _keep(library, outcomes, unknown)
            done += len(outcomes)
            pace = (time.monotonic() - began) / max(1, done - known_before)
            for at, outcome in enumerate(outcomes, 1 - len(outcomes)):
                yield Step(done + at, total, outcome.path, outcome.refusal, pace * (total - done))
    finally:
        crew.close()
    _forget_moved(library)
    if len(unknown) >= TIDY_FROM:
        library.tidy()


def _gathered(outcomes: Iterator[Outcome | None]) -> Iterator[list[Outcome]]:
    """Gather outcomes for a while: writing many at once costs little more than one."""
    waiting: list[Outcome] = []
    last = time.monotonic()
    for outcome in outcomes:
        if outcome is not None:
            waiting.append(outcome)
        if waiting and (len(waiting) >= KEEP_MOST or time.monotonic() - last >= KEEP_SECONDS):
            ready, waiting = waiting, []
            yield ready
            last = time.monotonic()
    if waiting:
        yield waiting


def _keep(library: IssueLibrary, outcomes: Iterable[Outcome], seen: dict[Path, Seen]) -> None:
    read: list[tuple[Seen, HeldIssue]] = []
    for outcome in outcomes:
        if outcome.held is not None:
            read.append((seen[outcome.path], outcome.held))
        elif outcome.refusal is not None:
            library.put_trouble(seen[outcome.path], outcome.refusal)
    if read:
        library.put(read)


def _forget_moved(library: IssueLibrary) -> None:
    """Note of issues that several files hold which of these are gone: they were moved."""
    twins: dict[str, list[str]] = {}
    for card in library.files():
        if card.sha256:
            twins.setdefault(card.sha256, []).append(card.path)
    gone = [path for paths in twins.values() if len(paths) > 1 for path in paths if not is_there(Path(path))]
    if gone:
        library.mark_missing(gone)


def _seen(path: Path, plan: Plan) -> Iterator[Seen]:
    """Yield the files that a path stands for; what cannot be looked into is noted in the plan."""
    if path.is_dir():
        for folder, folders, names in os.walk(path, onerror=lambda error: _note(plan, Path(error.filename), error)):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if is_looked_for(name) and not name.startswith((".", "~$")):
                    yield from _file(Path(folder, name), plan)
    else:
        yield from _file(path, plan)


def _file(path: Path, plan: Plan) -> Iterator[Seen]:
    try:
        outer = path if path.is_file() or not is_there(path) else _outer(path)
        status = outer.stat()
        inner = issues_in(path) if outer is path and path.suffix.lower() in PACKED else [path]
        if not inner:
            raise CannotRead(
                "{path} holds nothing that can be read; unpack it, and look.", code="nothing-inside", path=str(path)
            )
        yield from [Seen(str(each), status.st_size, status.st_mtime_ns) for each in inner]
    except (OSError, ReaderError, ValueError) as error:
        _note(plan, path, error)


def _outer(path: Path) -> Path:
    """Return the archive that a path leads into."""
    return next(
        outer for parent in path.parents if parent.name.endswith("!") and (outer := Path(str(parent)[:-1])).is_file()
    )


def _note(plan: Plan, path: Path, error: Exception) -> None:
    if isinstance(error, ReaderError):
        refusal = error
    elif isinstance(error, FileNotFoundError | ValueError):
        refusal = CannotRead(NOT_THERE, code="missing", path=str(path))
    else:
        reason = getattr(error, "strerror", "") or type(error).__name__
        refusal = CannotRead(NOT_SEEN, code="not-seen", path=str(path), reason=reason)
    plan.refusals[str(path)] = refusal


def _hash(seen: Seen) -> str:
    """Return the hash of the bytes of a file, as its source has it; nothing where that is not to be had cheaply."""
    try:
        if seen.size > LARGEST:
            return ""
        return hashlib.sha256(Path(seen.path).read_bytes()).hexdigest()
    except (OSError, ValueError):
        return ""  # it lies in an archive, or the reading tells why
