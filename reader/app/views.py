"""The views of the window that `--screenshot` draws, by name."""

from __future__ import annotations

SIDE_VIEWS = ("figures", "captions", "contacts", "dates")
FIND_VIEWS = ("find", "find_issue", "reading")
OVER_VIEWS = ("palette", "keys")  # cards over the dimmed window
OWN_VIEWS = ("about", "hint", "crash")  # about the program itself
VIEWS = (
    *("article", "original", "left_out", *SIDE_VIEWS, *FIND_VIEWS, *OVER_VIEWS),
    *("hand_on", *OWN_VIEWS, "welcome", "error"),
)
