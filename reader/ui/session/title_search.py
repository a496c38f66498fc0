"""Find titles by what a person types: Chinese, Latin, pinyin or pinyin initials."""

from __future__ import annotations

from functools import lru_cache

from reader.ui.session.outline import Outline

Readings = tuple[frozenset[str], ...]  # for each character of a title what it may be typed as


def matching_entries(outline: Outline, query: str) -> frozenset[int]:
    """Return the numbers of the entries that match, with all above them and below a matching section."""
    wanted = query.casefold().replace(" ", "")
    found = {entry.index for entry in outline.entries if title_matches(entry.title, wanted)}
    shown = set(found)
    for entry in outline.entries:  # a parent stands before its children
        if entry.parent in found and entry.is_node:
            found.add(entry.index)
            shown.add(entry.index)
    for index in found:
        above = outline.entries[index].parent
        while above >= 0 and above not in shown:
            shown.add(above)
            above = outline.entries[above].parent
    return frozenset(shown)


def title_matches(title: str, wanted: str) -> bool:
    """Tell whether a title holds the characters `wanted`, as written or in pinyin."""
    if wanted in title.casefold().replace(" ", ""):
        return True
    if not wanted.isascii() or not any(c.isalpha() for c in wanted):
        return False
    readings = _readings(title)
    return any(_typed_as(wanted, readings, start) for start in range(len(readings)))


def _typed_as(wanted: str, readings: Readings, start: int) -> bool:
    """Tell whether the characters from `start` on can be typed as `wanted`.

    Each Han character stands for its initial or for its full reading; the last may be half typed.
    """
    rests = {wanted}
    for options in readings[start:]:
        following = set()
        for rest in rests:
            for option in options:
                if option.startswith(rest):
                    return True
                if rest.startswith(option):
                    following.add(rest[len(option) :])
                if option.isalpha() and rest[0] == option[0]:
                    following.add(rest[1:])
        if not following:
            return False
        if "" in following:
            return True
        rests = following
    return False


@lru_cache(maxsize=20_000)
def _readings(title: str) -> Readings:
    """List the ways to type each letter, digit and Han character of a title."""
    # Imported here: its dictionary takes a quarter of a second to load, and only a typed filter needs it.
    from pypinyin import Style, pinyin

    readings: list[frozenset[str]] = []
    for character in title:
        if "\u3400" <= character <= "\u9fff" or character > "\uffff":
            sounds = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
            readings.append(frozenset(sound for sound in sounds if sound) or frozenset(character))
        elif character.isalnum():
            readings.append(frozenset(character.casefold()))
    return tuple(readings)
