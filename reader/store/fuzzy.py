"""Find where words stand that were changed since: seeds of a few characters, then an alignment of what is near.

One pass over the text looks at every fifth place for any five characters of what is wanted, so whatever keeps nine
characters in a row is met; the text's length counts once, however many passages are wanted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SEED = 5  # characters
MOST_SEEDS = 60  # places of one seed; what stands in more of them tells nothing
LEAST_VOTES = 1 / 3  # of those for the likeliest place
MOST_PLACES = 4  # that are aligned for one passage
CLOSE = 24  # characters between two beginnings that are one place, something having been put in or taken out
LONGEST = 240  # characters that are aligned at once; of a longer quote both ends are
SAMPLE = 40_000  # characters of a longer quote that are compared, half of them at each end

Passage = tuple[str, str, str]  # context before, quote, context after


@dataclass(frozen=True, slots=True)
class Guess:
    """A place in the text, and how much its words are like the wanted ones (0..1)."""

    start: int
    end: int
    likeness: float = 1.0


def similarity(first: str, second: str) -> float:
    """Say how alike two short texts are, 0..1; two empty ones are."""
    if first == second:
        return 1.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def similar_places(text: str, passages: Sequence[Passage], is_thorough: bool = False) -> list[list[Guess]]:
    """List for each passage the places where something like it stands, the likeliest first.

    A thorough search meets whatever keeps five characters in a row, and less likely places too, in five times the time.
    """
    if not passages:
        return []
    wanted = ["".join(_head(passage)) for passage in passages]
    seeds = {whole[at : at + SEED] for whole in wanted for at in range(len(whole) - SEED + 1)}
    met: dict[str, list[int]] = {}
    for at in range(0, len(text) - SEED + 1, 1 if is_thorough else SEED):
        seed = text[at : at + SEED]
        if seed in seeds:
            met.setdefault(seed, []).append(at)
    return [
        [
            guess
            for begin in _beginnings(whole, met, 0 if is_thorough else LEAST_VOTES)
            if (guess := _aligned(text, passage, begin)) is not None
        ]
        for whole, passage in zip(wanted, passages, strict=True)
    ]


def _head(passage: Passage) -> Passage:
    """Return what of a passage is aligned at first: of one with a long quote the first part."""
    before, quote, _ = passage
    return passage if len(quote) <= LONGEST else (before, quote[: LONGEST // 2], "")


def _beginnings(whole: str, met: dict[str, list[int]], least: float) -> list[int]:
    """Return where the passage would begin according to most of the seeds that were met."""
    votes: Counter[int] = Counter()
    for at in range(len(whole) - SEED + 1):
        places = met.get(whole[at : at + SEED], ())
        if len(places) <= MOST_SEEDS:
            votes.update(place - at for place in places)
    reach = max(CLOSE, len(whole) // 4)
    groups: list[tuple[int, list[int]]] = []  # votes and the beginnings that they are for
    for begin in sorted(votes):
        if groups and begin - groups[-1][1][-1] <= reach:
            total, members = groups[-1]
            groups[-1] = (total + votes[begin], [*members, begin])
        else:
            groups.append((votes[begin], [begin]))
    groups.sort(key=lambda group: -group[0])
    likely = [members for total, members in groups[:MOST_PLACES] if total >= least * groups[0][0]]
    return [max(members, key=lambda begin: votes[begin]) for members in likely]


def _aligned(text: str, passage: Passage, begin: int) -> Guess | None:
    """Align a passage with the text around its supposed beginning; `None` where nothing of the quote is left."""
    _, quote, after = passage
    if len(quote) <= LONGEST:
        ends = _quote_in(text, passage, begin)
        if ends is None:
            return None
        return Guess(*ends, similarity(quote, text[ends[0] : ends[1]]))
    head = _quote_in(text, _head(passage), begin)
    if head is None:
        return None
    tail = _tail(text, quote[-LONGEST // 2 :], after, head[0], len(quote))
    if tail is None or tail[1] <= head[0]:
        return None
    return Guess(head[0], tail[1], _likeness(quote, text[head[0] : tail[1]]))


def _tail(text: str, words: str, after: str, head: int, size: int) -> tuple[int, int] | None:
    """Find the end of a quote of `size` characters that begins at `head`, as near as possible to its old length."""
    low, high = head + len(words) // 2, head + 2 * size + LONGEST
    near = similar_places(text[low:high], [("", words, after)])[0]
    supposed = head + size - len(words) - low
    best = max(near, key=lambda guess: (round(guess.likeness, 1), -abs(guess.start - supposed)), default=None)
    return None if best is None else (low + best.start, low + best.end)


def _quote_in(text: str, passage: Passage, begin: int) -> tuple[int, int] | None:
    """Return where the quote of a passage begins and ends in the text near `begin`."""
    before, quote, after = passage
    whole = before + quote + after
    slack = max(CLOSE, len(whole) // 2)
    low = max(0, begin - slack)
    window = text[low : begin + len(whole) + slack]
    first, last = len(before), len(before) + len(quote)
    met: dict[int, int] = {}  # place in the passage → place in the window
    for a, b, size in SequenceMatcher(None, whole, window, autojunk=False).get_matching_blocks():
        met.update(zip(range(a, a + size), range(b, b + size), strict=True))
    kept = [at for at in range(first, last) if at in met]
    if not kept:
        return None
    # Changed characters at an end of the quote reach to the context, if that is as it was.
    start = met[kept[0]] if kept[0] == first else met.get(first - 1, met[kept[0]] - 1) + 1
    end = met[kept[-1]] + 1 if kept[-1] == last - 1 else met.get(last, met[kept[-1]] + 1)
    return low + start, low + end


def _likeness(first: str, second: str) -> float:
    """Say how alike two long texts are, by the runs of four characters that both hold; of very long ones by samples."""
    if max(len(first), len(second)) > SAMPLE:
        half = SAMPLE // 2
        return min(_likeness(first[:half], second[:half]), _likeness(first[-half:], second[-half:]))
    left = Counter(first[at : at + 4] for at in range(len(first) - 3))
    right = Counter(second[at : at + 4] for at in range(len(second) - 3))
    shared = sum((left & right).values())
    return 2 * shared / max(1, left.total() + right.total())
