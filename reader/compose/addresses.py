"""Addresses that the end of a line has cut: all of their pieces lead where the whole address leads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model.document import Run

REST = re.compile(r"[^\s<>`\"\[\]{}|\u0080-\U0010ffff]+")
URL_TAIL = ".,;:!?)]'\"*_~"  # closes the sentence around an address, not the address


def led_on(above: list[Run], below: list[Run]) -> list[Run]:
    """Return the runs of a line below; where it goes on with the address at the end of `above`, both lead there.

    Lines that are joined without a space inside an address have been told to go on with it.
    """
    last = len(above) - 1
    while last >= 0 and above[last].text and not above[last].text.strip(URL_TAIL) and not above[last].url:
        last -= 1
    first = _begin(above, last)
    m = REST.match(below[0].text) if first >= 0 and not below[0].url else None
    if m is None:
        return below
    between = "".join(run.text for run in above[last + 1 :])
    rest = f"{between}{m.group()}".rstrip(URL_TAIL)
    taken = len(rest) - len(between)
    if taken <= 0:
        return below
    url = above[last].url + rest
    above[first:] = [_leading(run, url) for run in above[first:]]
    head = below[0]
    tail = head._replace(text=head.text[taken:], start=head.start + taken)
    return [_leading(head._replace(text=head.text[:taken]), url), *([tail] if tail.text else []), *below[1:]]


def _begin(runs: Sequence[Run], last: int) -> int:
    """Return where the printed address begins whose last piece is a run; -1 where that is none."""
    if last < 0 or "link" not in runs[last].styles or "://" not in runs[last].url:
        return -1
    first, url = last, runs[last].url
    while first and runs[first - 1].url == url:
        first -= 1
    return first if "".join(run.text for run in runs[first : last + 1]) == url else -1


def _leading(run: Run, url: str) -> Run:
    return run._replace(url=url, styles=run.styles if "link" in run.styles else ("link", *run.styles))
