"""Labelling: what each printed line is. The list of rules is the documentation of the order.

A rule looks at the labels of all rules before it and, but for a few that say so, leaves what is labelled alone. Most
neighbours could change places; where the order matters, the lower of the two says why, and
`tests/properties/order_of_rules.txt` names a case that would come out otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.label import (
    bylines,
    captions,
    contents,
    first_line,
    flow,
    furniture,
    headings,
    highlights,
    journal,
    letterhead,
    levels,
    linked,
    listed,
    listings,
    markup,
    markup_evidence,
    markup_front,
    masthead,
    moved,
    notes,
    repeats,
    rosters,
    ruled,
    series,
    signatures,
    tables,
    title_lines,
    typography,
)
from reader.label.joins import with_breaks
from reader.label.line_fit import is_double_spaced
from reader.label.measure import measures_of, spaces_are_tight
from reader.label.printed_lines import with_printed_lines
from reader.model.document import Line, Styled
from reader.model.draft import Draft, Mark, is_marked_up, pieces_of, tightened
from reader.model.kinds import Reading
from reader.text.han import simplified

Rule = Callable[[Draft], Iterable[Mark]]
Transform = Callable[[Draft], Draft]
Progress = Callable[[str, float], None]

# Told line by line: what interrupts sentences, and must be known before lines are joined to paragraphs.
BEFORE_JOINING: tuple[Rule, ...] = (
    markup_evidence.furniture,  # a file is taken at its word where its text cannot tell better
    markup_evidence.blocks,
    markup_evidence.cells,
    markup_evidence.notes,
    markup_evidence.contents,
    markup_front.front_matter,
    masthead.front_matter,  # before its dashes count as printed rules
    markup.code,  # nothing inside a fence is anything else
    listings.listings,  # as inside a fence
    markup.pictures,
    furniture.rules,
    furniture.mail_header,  # above the masthead, which it would hide
    furniture.page_numbers,  # before running heads, which may touch them
    furniture.running_heads,
    letterhead.letterhead,
    linked.linked_contents,  # before other contents: nothing need be guessed
    contents.contents,  # below those that link; before all headings: it names them
    highlights.highlights,  # the contents tell which lines repeat a title
    masthead.masthead,  # stands above or between the two lists
    furniture.lone_numbers,  # a page number right below masthead or lists
    furniture.listed_pages,
    furniture.page_heads,  # repeat the title of the masthead
    furniture.head_numbers,  # the heads of all pages are known
    furniture.numbers_between_blocks,  # where no other rule knows the numbers of pages
    notes.notes,  # stand in the middle of sentences
    signatures.fields,
    listed.listed,  # found in the contents or the highlights, whatever they look like
    bylines.reporters,  # before headings: in brackets like some of them
    markup_evidence.headings,  # below masthead and listed titles, which the same markup may dress
    markup_evidence.facts,  # below the titles just told
    markup_evidence.contacts,  # a block of lines as a whole, before its lines are looked at one by one
    headings.marked_up,
    ruled.ruled,  # below the bylines and fields that rules may part too
    typography.headings,  # below all that is told by words alone
    typography.contacts,  # as a whole, before its lines are looked at one by one
)

# Told with the paragraphs known: what stands alone, what is closed, what goes on.
AFTER_JOINING: tuple[Rule, ...] = (
    tables.tables,  # before captions and headings: cells look like both
    captions.above_tables,  # name the tables just told
    captions.captions,  # before headings: as short and as unclosed
    tables.below_captions,  # looks for the captions just told
    journal.affiliations,
    journal.foreign_titles,  # before headings: as short and as unclosed
    bylines.bylines,  # one name alone is told by the foreign title above it
    signatures.author_notes,  # what is signed in brackets is no note
    signatures.sign_offs,
    signatures.distribution,
    signatures.meta_lines,  # below the headings known so far
    rosters.rosters,
    signatures.contacts,  # what is a fact about an article is no line of a contact
    markup_evidence.attachments,
    headings.bulleted,
    headings.numbered_lines,
    markup_evidence.items,
    first_line.opening_line,  # before other plain ones: with markup below, it is the title
    headings.plain,  # what is left and stands alone, above text
    series.lacking,  # between the others, which are all known now
    title_lines.title_lines,  # stand beside headings
    title_lines.boxes,  # all headings are known
    signatures.meta_lines,  # again, below the headings found since
    signatures.front_lines,  # above the first of them
)

# Told with all headings known and every text in its place.
RANKING: tuple[Rule, ...] = (
    levels.levels,
    masthead.name_parts,  # the title of the issue may be the heading above all others
    repeats.repeats,  # contacts repeat within an article: titles have to be known
)

# The rules of a pass one after the other, then the changes of the whole draft: paragraph breaks are found with
# what is known so far, text that was printed elsewhere is put in reading order, and the breaks found again.
PASSES: tuple[tuple[tuple[Rule, ...], tuple[Transform, ...]], ...] = (
    (BEFORE_JOINING, (with_printed_lines, with_breaks)),
    (AFTER_JOINING, (flow.follow_jumps, flow.resume, moved.put_back, moved.lead_in, with_breaks)),
    (RANKING, ()),
)


def label(
    text: str,
    lines: Iterable[Line],
    progress: Progress | None = None,
    *,
    styled: tuple[Styled, ...] = (),
    outline: Iterable[str] = (),
    markup: bool = True,
    reading: Reading = "",
) -> Draft:
    """Label all lines of a source text; what stays free is running text, with its paragraph breaks.

    `styled` is what the file itself sets in a style, `outline` the titles that it lists for its reader; `markup` tells
    that the text holds Markdown and TeX; `reading` what the reader wants the parts to be.
    `progress("label", fraction)` is called before each rule and may raise to stop the work.
    """
    text = simplified(text)  # no rule need know how else its words are written
    pieces = pieces_of(text, lines)
    if spaces_are_tight(pieces):
        pieces = tightened(text, pieces)
    doubled = is_double_spaced(pieces) and not is_marked_up(pieces)
    draft = Draft(
        text,
        pieces,
        (None,) * len(pieces),
        measures_of(pieces),
        styled=styled,
        outline=frozenset(simplified("".join(title.split())) for title in outline),
        markup=markup,
        double_spaced=doubled,
        reading=reading,
    )
    draft = markup_evidence.arranged(draft)
    done = 0
    for rules, change in PASSES:
        for rule in rules:
            if progress:
                progress("label", done / sum(len(rules) for rules, _ in PASSES))
            draft = draft.marked(rule(draft))
            done += 1
        for transform in change:
            draft = transform(draft)
    return draft
