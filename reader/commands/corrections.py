"""The command `corrections`: what the user set right in the outline of a bulletin, as a file that others can apply."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from reader.commands.amendments import as_json
from reader.commands.kept_outline import kept_marks
from reader.commands.opening import open_readable


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
    wish = parser.parse_args(args)

    from reader.outline_marks import as_amendment

    issue = open_readable(wish.file, wish.encoding, password=wish.password)
    marks, _ = kept_marks(issue, wish.file)
    return as_json([amendment for mark in marks if (amendment := as_amendment(mark))])
