"""From what a person types to a pattern; a bad or slow one is told in one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from reader.model.errors import ReaderError
from reader.text.fold import IGNORABLE, fold, variants_of

SECONDS_A_TEXT = 0.5  # a pattern that takes longer in one paragraph will never be done with an issue
MOST_SIGNS = 1000  # of pasted words the first ones are looked for; each takes a fifth of a millisecond to prepare, and
# a regular expression of more plain letters takes seconds before its first match, which nothing can stop
GAP = rf"[\s{IGNORABLE}]*"
LEAST_GAP = rf"[\s{IGNORABLE}]+"
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}
LETTERS_AND_DIGITS = re.compile(f"[{''.join(map(chr, FULL_WIDTH))}]")
ESCAPED_OR_FULL_WIDTH = re.compile(rf"\\.|{LETTERS_AND_DIGITS.pattern}", re.DOTALL)

MOST_WRITTEN_OUT = 20_000  # signs of a regular expression; more take seconds to compile
LONGEST_COUNT = 7  # digits of a number of times
PATTERN_SIGN = re.compile(
    r"\\.|\[\^?\]?(?>(?:\\.|[^\]\\])*)(?:\]|\\?\Z)|\{(?P<times>\d{1,40})(?:,(?P<most>\d{0,40}))?\}|.", re.DOTALL
)

Matches = Callable[[str], Iterable[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What to find, and how the switches stand."""

    words: str
    whole_word: bool = False
    is_pattern: bool = False  # a regular expression
    match_case: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """A wish made ready: `matches(text)` yields where it stands in a text, half-open, none of them empty."""

    wish: Wish
    matches: Matches


def compile_search(wish: Wish) -> Search | None:
    """Make a wish ready; `None` where it has no characters to find.

    Raises `ReaderError` (code `bad-pattern`) for a regular expression that is none. `matches` raises `slow-pattern`
    where one takes more than `SECONDS_A_TEXT` in one text.
    """
    matches = _by_pattern(wish) if wish.is_pattern else _by_words(wish)
    if matches is None:
        return None
    return Search(wish, _whole_words(matches) if wish.whole_word else matches)


def _by_words(wish: Wish) -> Matches | None:
    """Match the words whatever their width and case, with any spaces between two that are not both Latin."""
    pieces = [piece for piece in re.split(LEAST_GAP, wish.words) if piece]
    signs = [(sign, at == 0) for piece in pieces for at, sign in enumerate(piece) if sign not in IGNORABLE][:MOST_SIGNS]
    if not signs:
        return None
    parts = [_sign(signs[0][0], wish.match_case)]
    for (before, _), (sign, opens) in pairwise(signs):
        # Letters that stand together make a word: “nowhere” is not “now here”.
        if _is_latin(before) and _is_latin(sign):
            parts.append(LEAST_GAP if opens else "")
        else:
            parts.append(GAP)
        parts.append(_sign(sign, wish.match_case))
    pattern = re.compile("".join(parts))
    # Most texts hold no match, and a big issue has very many texts.
    return lambda text: [match.span() for match in pattern.finditer(text)] if pattern.search(text) else ()


def _sign(sign: str, match_case: bool) -> str:
    """Write one character as a pattern of all that count as the same."""
    same = variants_of(fold(sign))
    if match_case and sign.lower() != sign.upper():
        same = "".join(other for other in same if other.isupper() == sign.isupper())
    return re.escape(same) if len(same) == 1 else f"[{re.escape(same)}]"


def _is_latin(sign: str) -> bool:
    return sign.isalpha() and sign < "\u2e80"


def _by_pattern(wish: Wish) -> Matches | None:
    """Match a regular expression, full-width letters and digits of the text taken as plain ones."""
    if not wish.words:
        return None
    # Imported here: only this switch needs it. Unlike `re` it can be stopped.
    import regex

    flags = regex.V0 if wish.match_case else regex.V0 | regex.IGNORECASE
    if len(wish.words) > MOST_SIGNS or written_out(wish.words) > MOST_WRITTEN_OUT:
        raise _too_slow(wish)
    try:
        pattern = regex.compile(_plain_pattern(wish.words), flags)
    except (regex.error, ValueError, OverflowError, RecursionError, MemoryError) as error:
        reason = getattr(error, "msg", "") or type(error).__name__
        sentence = "“{pattern}” is no regular expression ({reason}); correct it, or switch regular expressions off."
        raise ReaderError(sentence, code="bad-pattern", pattern=wish.words, reason=reason) from error

    def matches(text: str) -> Iterable[tuple[int, int]]:
        plain = _plain(text)
        try:
            # Most texts hold no match, and a big issue has very many texts. Concurrent: a window goes on meanwhile.
            if not pattern.search(plain, timeout=SECONDS_A_TEXT, concurrent=True):
                return ()
            found = [match.span() for match in pattern.finditer(plain, timeout=SECONDS_A_TEXT, concurrent=True)]
        except TimeoutError as error:
            raise _too_slow(wish) from error
        return [(start, end) for start, end in found if end > start]

    return matches


def _too_slow(wish: Wish) -> ReaderError:
    sentence = "Finding “{pattern}” takes too long and was stopped; make the expression simpler."
    return ReaderError(sentence, code="slow-pattern", pattern=wish.words)


def written_out(pattern: str) -> int:
    """Count the signs of a regular expression with all that it repeats written out, as its compiler does."""
    open_groups, last = [0], 0
    for m in PATTERN_SIGN.finditer(pattern):
        sign = m.group()
        if m["times"] is not None:
            times = max(1, min(MOST_WRITTEN_OUT + 1, int((m["most"] or m["times"])[:LONGEST_COUNT])))
            open_groups[-1] += last * (times - 1)
            last *= times
        elif sign == "(":
            open_groups.append(0)
        elif sign == ")" and len(open_groups) > 1:
            last = open_groups.pop()
            open_groups[-1] += last
        else:
            last = 1
            open_groups[-1] += 1
        if max(last, open_groups[-1]) > MOST_WRITTEN_OUT:
            break
    return max(last, sum(open_groups))


def _plain(text: str) -> str:
    """Return the text, as long as it was, with plain letters and digits."""
    return text.translate(FULL_WIDTH) if LETTERS_AND_DIGITS.search(text) else text


def _plain_pattern(words: str) -> str:
    """Write the full-width letters and digits of a pattern plain, but none that a backslash would give a meaning."""
    return ESCAPED_OR_FULL_WIDTH.sub(
        lambda found: found[0] if found[0].startswith("\\") else found[0].translate(FULL_WIDTH), words
    )


def _whole_words(matches: Matches) -> Matches:
    """Keep the matches that neither begin nor end inside a Latin word or a number.

    Between Han characters nothing is printed that would tell where a word ends; there every match counts.
    """

    return lambda text: [
        (start, end) for start, end in matches(text) if not (_is_inside(text, start) or _is_inside(text, end))
    ]


def _is_inside(text: str, at: int) -> bool:
    """Tell whether a Latin word or a number goes on over `at`; 3.5 and 1,000 are one number each."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before in ".,":
        return after.isdecimal() and text[at - 2 : at - 1].isdecimal()
    if after in ".,":
        return before.isdecimal() and text[at + 1 : at + 2].isdecimal()
    return _is_word(before) and _is_word(after)


def _is_word(sign: str) -> bool:
    """Tell whether a character is a letter or digit of a script that puts spaces between words."""
    return (sign.isalnum() or sign == "_") and (sign < "\u2e80" or 0xFF01 <= ord(sign) <= 0xFF5E)
