"""Keywords of an article: a few terms that a librarian would file it under."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader import words
from reader.model.document import Node

MOST = 5
IN_TITLE = 4  # a word of the title counts as often
IN_SUBHEADING = 2
LONGEST = 3  # words of a compound
TEXT_LENGTH = 20_000  # characters; what a longer article is about stands in its beginning
PLACE = 0.4  # weight of a place beside a subject
LATIN = 0.6  # weight of a Latin word: often the name of a product
WHOLE = 0.55  # share of its words' occurrences from which a compound stands for them
KINDS = {"n": 1.0, "nz": 1.2, "vn": 0.8, "ng": 0.6, "nt": 0.7, "l": 0.7, "j": 0.6, "ns": PLACE, "eng": LATIN, "an": 0.6}
INSIDE = {*KINDS, "b", "k", "a"}  # what may stand in a compound: 超导 量子 比特, 绿色 建筑


@dataclass(slots=True)
class Tally:
    """How often words, and compounds of neighbours, occur; those of the title count more."""

    single: Counter[str] = field(default_factory=Counter)
    compound: Counter[tuple[str, ...]] = field(default_factory=Counter)
    tags: dict[str, str] = field(default_factory=dict)
    titled: set[str] = field(default_factory=set)


def keywords_of(node: Node) -> tuple[str, ...]:
    """Name up to five keywords of an article, the most telling first."""
    texts = [block.text.plain for block in node.blocks if block.kind in ("paragraph", "list_item", "editor_note")]
    heads = [block.text.plain for block in node.blocks if block.kind == "subheading"]
    return keywords_in(node.title.plain, texts, heads)


def keywords_in(title: str, texts: Iterable[str], subheadings: Iterable[str] = ()) -> tuple[str, ...]:
    """Name up to five keywords of a text with its title."""
    tally = Tally()
    _count(tally, title, IN_TITLE, titled=True)
    for subheading in subheadings:
        _count(tally, subheading, IN_SUBHEADING)
    _count(tally, "\n".join(texts)[:TEXT_LENGTH], 1)
    scores = _scores(tally)
    chosen: list[str] = []
    for word, _score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if not any(word in other or other in word for other in chosen):
            chosen.append(word)
        if len(chosen) == MOST:
            break
    return tuple(chosen)


def _count(tally: Tally, text: str, weight: int, titled: bool = False) -> None:
    run: list[words.Word] = []
    for word in [*words.split(text), words.Word("", "x")]:
        if _can_stand(word):
            run.append(word)
            continue
        _count_run(tally, run, weight, titled)
        run = []


def _can_stand(word: words.Word) -> bool:
    latin = word.text.isascii() and word.text.isalpha()
    return word.tag in INSIDE and (latin and len(word.text) > 1 or not any(c.isascii() for c in word.text))


def _count_run(tally: Tally, run: Sequence[words.Word], weight: int, titled: bool) -> None:
    for i, word in enumerate(run):
        tally.tags.setdefault(word.text, word.tag)
        tally.single[word.text] += weight
        if titled:
            tally.titled.add(word.text)
        for length in range(2, min(LONGEST, len(run) - i) + 1):
            parts = tuple(w.text for w in run[i : i + length])
            if _is_compound(run[i : i + length]):
                tally.compound[parts] += weight


def _is_compound(parts: Sequence[words.Word]) -> bool:
    """Tell whether neighbours can be one term: it ends in a noun, and none of it is a word of every report."""
    tells = not words.is_common(parts[0].text) and not words.is_common(parts[-1].text)
    length = sum(len(part.text) for part in parts)
    han = not any(part.text.isascii() for part in parts)
    return han and tells and parts[-1].tag in ("n", "nz", "vn") and parts[0].tag != "ns" and 3 <= length <= 8


def _scores(tally: Tally) -> dict[str, float]:
    """Weigh words and compounds; a compound that takes most occurrences of its words replaces them."""
    scores = {word: _weight(word, tally) * count for word, count in tally.single.items() if _tells(word, tally)}
    for parts, count in sorted(tally.compound.items(), key=lambda item: len(item[0])):
        if count < 2 or count == IN_TITLE and all(part in tally.titled for part in parts):
            continue  # printed once, or in the title alone: chance neighbours
        whole = "".join(parts)
        tallest = max(tally.single[part] for part in parts)
        if count < WHOLE * tallest and not all(part in tally.titled for part in parts):
            continue
        rarity = sum(words.rarity(part) for part in parts) / len(parts)
        scores[whole] = count * rarity * (1 + 0.35 * (len(parts) - 1))
    return scores


def _tells(word: str, tally: Tally) -> bool:
    enough = len(word) > 1 if not word.isascii() else len(word) > 2 or word.isupper()
    roman = word.isascii() and not set(word) - set("IVX")
    return enough and not roman and tally.tags[word] in KINDS and not words.is_common(word)


def _weight(word: str, tally: Tally) -> float:
    kind = KINDS[tally.tags[word]]
    if word.isascii() and word not in tally.titled and not word.isupper():
        kind *= 0.5
    return kind * (1.3 if words.is_term(word) else 1.0) * words.rarity(word)
