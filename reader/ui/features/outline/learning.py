"""What the user set right in an issue, learned for the next ones."""

from __future__ import annotations

from reader.outline_marks import PlacedOutline
from reader.periodical import united
from reader.periodical_file import keep_profile, kept_profile
from reader.pipeline import learned
from reader.store import normalise
from reader.ui.session.opened import OpenedIssue


def learn(opened: OpenedIssue) -> int:
    """Keep what an issue teaches of its periodical; return how many rules there are now."""
    assert opened.understood is not None
    found = PlacedOutline(normalise(opened.issue.source.text), opened.outline_marks)
    profile = learned(opened.understood, found.amendments, found.places)
    known = kept_profile(opened.issue)
    profile = united(known, profile) if known else profile
    if profile.title and profile.rules:
        keep_profile(profile)
    return len(profile.rules)
