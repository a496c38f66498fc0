"""The command `corrections`: what the user set right in the outline of a bulletin, as a file that others can apply."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from reader.commands.amendments import as_json, read_amendments
from reader.commands.kept_outline import kept_marks
from reader.commands.opening import refuse_unreadable
from reader.model.amendments import Amendment
from reader.model.document import Issue
from reader.pipeline import composed, learned, read


def run(args: Sequence[str]) -> str:
    """Return the corrections of a bulletin as JSON."""
    parser = argparse.ArgumentParser(
        "bulletin-reader corrections",
        description="Write what you set right in the outline of a bulletin; inspect and export take it with "
        "--corrections.",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--encoding", help="read the file in this encoding instead of the detected one")
    parser.add_argument("--password", help="open a locked PDF with this password")
    parser.add_argument("--corrections", type=Path, metavar="C.json", help="take those of this file instead of yours")
    parser.add_argument(
        "--as-profile", action="store_true", help="write what they teach of the periodical: for --profile of the next"
    )
    wish = parser.parse_args(args)

    understood = read(wish.file, encoding=wish.encoding, password=wish.password)
    issue = composed(understood).issue
    refuse_unreadable(issue, wish.file)
    amendments = read_amendments(wish.corrections) if wish.corrections else _kept(issue, wish.file)
    if not wish.as_profile:
        return as_json(amendments)
    from reader.periodical_file import profile_as_json

    return profile_as_json(learned(understood, amendments))


def _kept(issue: Issue, file: Path) -> tuple[Amendment, ...]:
    """Return what the user set right in the window."""
    from reader.outline_marks import as_amendment

    marks, _ = kept_marks(issue, file)
    return tuple(amendment for mark in marks if (amendment := as_amendment(mark)))
