"""Code in a text that no fence marks: lines of signs and Latin words that end and open like those of a program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.label.markup import whole_line
from reader.model.draft import Draft, Label, Mark
from reader.text.patterns import IS_HAN, URL

LISTING_LINES = 3  # of code; fewer are a formula or an example in the text
SURE_SHARE = 0.6  # of the lines of a listing that can hardly be anything else
SIGNS_SHARE = 0.08  # of the characters of a line of code that are signs
SIGNS_LEAST = 2
LINE_LONGEST = 200  # characters
SIGNS = re.compile(r"[(){}\[\]<>=;:$_#&|!+*/\\\"]")
STRING = re.compile(r"\"[^\"]*+\"|'[^']*+'")
ENDS = re.compile(r"(?:[)\]}>\"'\w][,;]|[({\[,;]|[)\]}>]|=>|\\)$")
ALONE = re.compile(r"[)\]}>;,\s]++")
PAIR = re.compile(r"\"[^\"]++\"\s*:\s*\S")
SETS = re.compile(r"[\w.$\[\]]++\s*(?:[-+*/|&:]?=(?!=)|:=|<-)\s*\S")
COMMENT = re.compile(r"(?://|/\*|\*/|#!|#\s*include|--\s|<!--)")
MARKUP = re.compile(r"</?[a-zA-Z]|[|$!]|[-*+] |\d{1,3}[.)] |>")  # of tables, formulas, pictures, lists
WORDS = re.compile(
    r"(?:def|class|import|from|return|if|else|elif|for|while|try|except|public|private|static|void|int|var|let|const"
    r"|function|package|using|SELECT|INSERT|UPDATE|CREATE|FROM|WHERE)\b.*[({:;)]$"
)


def listings(draft: Draft) -> Iterator[Mark]:
    """Label runs of lines that are code, with their indents."""
    if any(piece.hint or piece.look for piece in draft.pieces[:1]):
        return
    run: list[int] = []
    for i in [*draft.free, -1]:
        if i >= 0 and (not run or i == run[-1] + 1) and _may_be_code(draft.pieces[i].text):
            run.append(i)
            continue
        yield from _listing(draft, run)
        run = [i] if i >= 0 and _may_be_code(draft.pieces[i].text) else []


def _listing(draft: Draft, run: list[int]) -> Iterator[Mark]:
    sure = sum(_is_code(draft.pieces[i].text) for i in run)
    if len(run) >= LISTING_LINES and sure >= SURE_SHARE * len(run):
        for i in run:
            yield Mark(i, Label("code", "signs and words of a program", 0.8, run[0], whole_line(draft, i)))


def _may_be_code(text: str) -> bool:
    """Tell whether a line could stand in a listing: no Han but in strings and comments, and no sentence."""
    if len(text) > LINE_LONGEST or URL.match(text) or MARKUP.match(text) or "](" in text:
        return False
    return COMMENT.match(text) is not None or not IS_HAN.search(STRING.sub("", text)) and "。" not in text


def _is_code(text: str) -> bool:
    """Tell whether a line can hardly be anything but code."""
    if ALONE.fullmatch(text) or PAIR.match(text) or COMMENT.match(text):
        return True
    signs = len(SIGNS.findall(text))
    if signs < max(SIGNS_LEAST, SIGNS_SHARE * len(text)):
        return False
    return bool(ENDS.search(text) or SETS.match(text) or WORDS.match(text))
