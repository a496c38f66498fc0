"""Front matter that a file tells apart from its text: the name of an issue, or the title of its only article."""

from __future__ import annotations

from collections.abc import Iterator

from reader.label.contents import compact
from reader.label.markup import bare
from reader.label.masthead import DATE, NUMBER, TITLE, facts_on
from reader.label.signatures import as_meta
from reader.model.draft import Draft, HeadingStyle, Label, LeftOut, Mark, Part
from reader.text.patterns import rare

PARTS = rare(r"[|｜:：#–—>-]")
EVENT = rare(r"(?:沙龙|讲[座堂]|论坛|课堂|[训修]班|[讨书享流]会|训练营|夏令营)\s*第")  # whose sixth time is no issue
SIGNER = rare(r"签\s*+发\s*+人?\s*+[：:]\s*\S")
NAMED_LEAST = 4  # characters of a heading that a title can be said to name
HEADINGS_LOOKED_AT = 3  # of the text, which may repeat the title


def front_matter(draft: Draft) -> Iterator[Mark]:
    """Label the facts of front matter; a title that names no periodical heads the text like a heading of its own."""
    facts = [i for i in draft.free if (told := draft.pieces[i].hint) and told.role == "masthead"]
    titles = [i for i in facts if _name(draft, i) == "title"]
    issue = not draft.markup or not titles or any(_names_issue(draft, i) for i in titles)
    for i in facts:
        piece = draft.pieces[i]
        name = _name(draft, i)
        if i in titles and not issue:
            if _is_repeated(draft, i):
                yield Mark(i, Label("furniture", "title that the text repeats", data=LeftOut("duplicate")))
            else:
                yield Mark(i, Label("heading", "title told by the file", 0.95, i, data=HeadingStyle("opening")))
        elif name in ("", "masthead") and SIGNER.match(piece.text):
            yield from as_meta(draft, [i], "who issues a paper")
        elif name and not issue:
            yield Mark(i, Label("furniture", "front matter", data=LeftOut("front-matter")))
        else:
            parts = facts_on(draft, i, {}) if name == "title" and draft.markup else None
            parts = parts or (Part(piece.start, piece.end, name or "masthead"),)
            yield Mark(i, Label("masthead", "masthead told by the file", 0.95, parts=parts))


def _name(draft: Draft, i: int) -> str:
    told = draft.pieces[i].hint
    return told.data if told else ""


def _names_issue(draft: Draft, i: int) -> bool:
    """Tell whether a title is that of an issue: it names a periodical, a number or a date, or what stands in it."""
    text = draft.pieces[i].text
    named = any(TITLE.match(compact(part)) for part in PARTS.split(text))
    if named or (NUMBER.search(text) and not EVENT.search(text)) or DATE.search(text):
        return True
    whole = compact(text)
    headings = {compact(bare(p.text)) for p in draft.pieces[i + 1 :] if p.hint and p.hint.role == "heading"}
    return sum(heading in whole for heading in headings if NAMED_LEAST <= len(heading) < len(whole)) > 1


def _is_repeated(draft: Draft, i: int) -> bool:
    """Tell whether one of the first headings of the text is the title of the front matter again."""
    headings = [p.text for p in draft.pieces[i + 1 :] if p.hint and p.hint.role == "heading"][:HEADINGS_LOOKED_AT]
    return any(compact(bare(text)) == compact(draft.pieces[i].text) for text in headings)
