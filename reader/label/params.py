"""Every threshold of the labelling stage: what it is, its unit, why it has this value."""

from __future__ import annotations

# measure.py — costs are negative log likelihoods (nats)
MEASURE_MIN = 9.0  # em; narrower columns are not set in Chinese print
MEASURE_SLACK = 2.2  # em; a justified line ends within two characters of its column's edge
MEASURE_PILE = 4  # lines that end at one edge before it can be a column's
MEASURE_SHARE = 0.03  # of all lines, the same
OUTER_SHARE = 0.4  # of a pile of lines that end two em further out: then these fill the column
MEASURE_STATES = 5  # columns of different width in one file
MEASURE_FULL = 1.0  # about a third of all lines end at one given half em of the edge
MEASURE_SHORT = 3.6  # a last line can end anywhere
MEASURE_OVER = 14.0  # no line passes its column's edge, but for an unbreakable token
MEASURE_UNWRAPPED = 4.2  # any width is as good as another
SPACE_LINES = 8  # lines with a space in them: fewer do not tell its width
TELLING_SHARE = 0.7  # em a character, below which a line is too Latin to tell its column's width
MEASURE_CHANGE = 7.0  # columns change rarely

# fit.py
ROOM_LATIN = 0.05  # em a Latin letter or digit may be set wider or narrower than half an em
CENTRED_MOST = 0.88  # of the measure; a wider line with an indent is the first of a paragraph, not a centred one
CENTRED = 0.75  # em by which the margins of a centred line may differ
CENTRED_ON_PAGE = 0.3  # the same where the page tells them
NARROW_MIN = 1.1  # em; a first line whose indent was lost ends at least this far before the edge
NARROW_LEAST = 0.4  # em of room after the next token on such a line
NARROW_WIDE = -0.1  # the same where the next token is wide (a quote, a character and a comma)
NARROW_MOST = 2.6  # em; with more room the line ended there on purpose
PAGE_START_SHARE = 0.8  # of lines with a blank line above: then a line without one starts a page
MARKS_MEET = -2.5  # log odds that a paragraph begins between a mark that closes in mid-sentence and one that opens
NARROW_OPENS = 2.0  # log odds that a paragraph begins at such a line, two em narrower than the column
FRAGMENT_TAIL = 3.0  # em; the last piece of such a line may pass the edge that was estimated
FRAGMENT_HABIT = 0.02  # of lines that open a line printed in three or more pieces: then two pieces are believed too

PLAIN_LINES = 8  # lines of Han characters alone that fill a column: fewer do not tell how far such lines reach
PLAIN_SHARE = 0.08  # of them, that reach as far

# joins.py — scores are log odds of a paragraph break
ROOM_EXACT = -0.05  # em left over on a line whose width is known exactly: the next token would have fitted
KNOWN_WIDTH = 5  # characters; shorter lines end where they end
ROOM_SOME = 0.6  # em left over after the next token: a break is likelier than not
ROOM_CLEAR = 2.2  # em left over: nobody breaks a line here but on purpose
UNWRAPPED_SHORT = 30.0  # em; a line this short without an end mark, where lines are not wrapped, stands alone
UNWRAPPED_TINY = 12.0  # em; the same, beyond doubt
COMMA_HEADING = 14.0  # em; where lines are not wrapped, a longer line with a comma in it is a sentence cut off
UNWRAPPED_NUMBERED = 48.0  # em; the same for a numbered line, which is a heading or an item more often than not
HARD_BREAK_SHARE = 0.3  # of lines with trailing space: more is a habit of the extractor, not Markdown
SAME_LINE = -6.0  # log odds of a break inside a printed line
TOLD_BLOCK = 7.0  # log odds of a break where the file itself begins a new block
TOLD_BLANK = 5.0  # the same where a blank line of Markdown says so
TOLD_LINE = 2.5  # the same where it only breaks a line inside a block
TOLD_WRAP = -5.0  # the same where only the source is broken, as it is for its writer
BRACKET_LINES = 4  # lines that a bracket can stay open over
OVERFLOW = 8.0  # em; a line this much wider than the measure above was not wrapped to it
LABEL_REPEATS = 3  # lines that begin with the same label
INDENT_MIN = 0.9  # em; less is the space that extractors put at a page's start
INDENT_MAX = 4.1  # em; a paragraph's indent is two em, four ASCII spaces or two wide ones
INDENT_HABIT = 2.0  # log odds of an indent from which on a file is held to indent its paragraphs
HABIT_LIMIT = 4.0  # no habit alone outweighs everything else
# Pseudo-counts of the classes in Habits, for breaks and for joins: what is usual in print.
HABIT_PRIOR = (
    ((1.0, 1.0, 0.5), (1.2, 1.0, 0.2), (1.0, 1.0), (1.2, 0.8)),
    ((1.4, 0.8, 0.2), (2.0, 0.3, 0.1), (1.3, 0.7), (1.6, 0.4)),
)
FIRST_LINE_NARROW = 1.2  # log odds of a narrow line at sure paragraph starts: then first lines are held to be narrower
FIRST_LINE_EM = 2.0  # em that a first line is indented by in print

# furniture.py
PAGE_LINES = 10  # lines; no page is shorter
CELLS_APART = 6  # lines in which two more lone numbers make a number the cell of a table
HEAD_LONGEST = 60  # characters; a running head fits on one line
DATED_HEAD = 16  # characters beside the date in the head of a page
EDITION_NAME = 8  # characters; what else stands in the head of a newspaper page: 要闻, 综合新闻
HEAD_REPEATS = 3  # pages that show it
HEAD_ROOM = 6.0  # em from the top or the bottom of what a page holds in which its heads stand, where that is known

# contents.py
CONTENTS_GAP = 3  # lines without a page in a row: a section name and a title wrapped over lines
ENTRY_LONGEST = 200  # characters of one line of the list, its leader included
UNPAGED_MOST = 400  # lines; no list of titles is longer
WRAP_SHARE = 0.6  # of the widest line of a listed title; a much shorter line above it is a section
WRAP_SLACK = 2.6  # em; a listed title that goes on below fills its line up to here
PAGED_SHARE = 0.25  # of the lines of a list that end in a page; fewer are accidents
TITLE_LEAST = 3  # characters; a shorter title has to stand alone to be recognised
SECTION_EM = 10  # characters; names of sections are short

NESTED_SHARE = 0.7  # of the entries of a list that is set in two steps

# told.py
TOLD_HEADING_EM = 80.0  # em; a longer text is none, whatever its markup says
TOLD_HEADING_LINES = 4
TOLD_CONTACT_LINES = 2  # lines with a phone or an address that make a block of lines a contact

# masthead.py
HEADLINE_ONLY_EM = 30  # em; a line that can be a headline below a title alone
FRONT_MOST = 400  # lines; a contents list further down does not end the front of the file
FRONT_LINES = 14  # lines at the top of a file without a contents list that can be its masthead

# notes.py
NOTE_LINES = 12  # lines; no footnote of a bulletin is longer
URL_LONGEST = 2000  # characters
NOTE_NEEDED = 4.5  # of: expected number 2, special mark 2, URL 2.5, other script 2, called for 1.5, page's foot 0.7

NOTE_ELSEWHERE = 150  # lines of the next column or page, at whose foot a note goes on
NOTE_SMALL = 2.5  # log odds of a note where a line is set smaller than the text; against one where it is not

# tables.py
TABLE_GAP = 2  # pieces between two pipe rows that still belong together
TABLE_REST = 3  # lines that a cell of a row between tabs goes on over
TABLE_HEAD_LINES = 60  # lines above the first numbered row that the head can take, furniture included
PROSE_LINES = 60  # lines above a table that tell whether blank lines part the paragraphs of a file
ROW_CHOICES = 4  # lines with the number that is due next among which a row is chosen
TABLE_ROW_LINES = 12  # lines that one flattened row can take
TABLE_CELLS = 6  # cells: two columns of three rows are the smallest flattened table
CELL_SLACK = 2.0  # em; a cell's line that ends this near the widest one goes on below
CELL_WRAP_EM = 15.0  # em; narrower cells are not wrapped to the column
CELL_LINES = 3  # lines that a cell takes where one line holds one cell
COLUMN_ALIKE = 0.93  # of the cells of a column are of the kind that is usual in it
COLUMN_COST = 0.7  # log odds; each column can be chosen to hold words or numbers, a matter of one bit
COLUMN_FIRST = 1.5  # log odds that a first column, which names the rows, does not hold numbers
COLUMN_NAMED = 1.0  # log odds of a head for each cell in it that names a column: 单位, 电话, 金额（万元）
COLUMN_NAMED_MOST = 3.0  # log odds that they make together
COLUMNS_MOST = 8  # columns of a flattened table
NAME_LENGTH = 3  # characters of a person's name
HEAD_WORDS = 0.97  # of the cells of a head are words
HEAD_LINES = 3  # lines that a head takes
ROW_EXACT = 0.8  # log odds of each row that has exactly as many cells as the table has columns
ROW_UNEVEN = 1.0  # log odds against each other row
CELL_LOST = 0.7  # log odds against each line of a run that is left out
TABLE_SPARE = 2  # lines of a run, above or below, that are no cells
TABLE_HINTED = 2.0  # log odds of a table where the text above speaks of one
TABLE_WIDE = 2.0  # log odds of a table where gaps of two and more spaces stand between cells
TABLE_BELIEVED = 2.0  # log odds from which on lines are held to be a table
CELL_EM = 24  # em; a longer line is no cell. Also the most lines one numbered row can take

# captions.py
CAPTION_EM = 160  # em; a longer text that begins with 图1 is a paragraph about the figure
CAPTION_LINES = 8  # lines; a caption stands beside or below its picture, in a narrow column

# signatures.py
LABEL_VALUE_EM = 60  # em; the value of a label line
LABEL_LINES = 3  # lines that the value of a label line is wrapped over
SIGN_OFF_EM = 24  # em; an office or a date below a letter
ORG_EM = 36  # em; the name of a unit

# headings.py
HEADING_EM = 72.0  # em; three lines of a narrow column
MARKED_EM = 200.0  # em; a longer line is text, whatever sign it begins with
HEADING_LINES = 4  # lines that a headline is set over
HEADING_RUN = 4  # headings one below the other: kicker, section, headline over lines; more is a list
HEADLINE_FIRST_EM = 7.5  # em; a shorter line is a section name, not the first line of a headline
SURE_LINES = 20  # lines inside paragraphs, beyond doubt, that tell what a blank line means in a file
PARTING_SHARE = 0.08  # of such lines that have a blank line above, where pages end; with more it means nothing
HEADLINE_WIDER = 2.0  # em that a lower line of a headline can be wider than the one above
OVERLAP_LINES = 24  # lines above and below in which a headline's words are looked for
OVERLAP_ARTICLE = 120  # lines above in which the words of a headline printed below its text are looked for
OVERLAP_MARGIN = 0.2  # of a headline's character pairs
OVERLAP_PAIRS = 5  # character pairs; fewer tell nothing
UNMARKED_EM = 24.0  # em; a heading that a marked-up file left without # signs
PROSE_LENGTH = 40  # characters of a paragraph beyond doubt
UNWRAPPED_HEADING_EM = 40.0  # em; where each paragraph is one line, a longer line is prose

# looks.py — sizes as parts of the size of the text
LOOK_ALIKE = 0.03  # of a size; programs round
LOOK_MUCH_LARGER, LOOK_LARGER, LOOK_SLIGHTLY_LARGER = 1.5, 1.15, 1.06
LOOK_SMALLER = 0.93  # captions, notes and credits are set smaller
LOOK_BELIEVED = 1.0  # log odds of a heading from which on it is one
LOOK_LISTED = 3.0  # log odds of a heading that the file's own outline names
LOOK_LINES = 4  # lines that a headline is set over
LOOK_LONGEST = 60  # characters of a headline
HEADINGS_BY_LOOK = 2  # headings that are set apart in a file: then none is set like the text
CONTACT_SHARE = 0.5  # of the lines in a frame that read like those of a contact: then all are one
CONTACT_LONGEST = 60  # characters of a sentence; a longer one is no contact's
LOOK_COLUMNS = 0.6  # of the width of a page's text; narrower text stands in columns

# levels.py
STRONG_SHARE = 0.4  # of unnumbered headings that show an article's opening: then the others are subheadings

# moved.py
MOVED_OVERLAP = 0.4  # of a title's character pairs found in the paragraph that it heads
MOVED_PARAGRAPHS = 200  # paragraphs above a heading among which its own is looked for
MOVED_TITLE_EM = 6  # characters; a shorter heading without text is a section's

# repeats.py
REPEAT_LEAST = 10  # characters; shorter lines may well come twice

# flow.py
SIGN_LONGEST = 40  # characters of （下转第三版）; more are running text
RESUME_WITHIN = 400  # lines below a heading in which the rest of a broken sentence is looked for
