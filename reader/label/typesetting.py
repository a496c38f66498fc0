"""Lengths of Chinese typesetting that several rules go by: what each is, its unit, why it has this value."""

from __future__ import annotations

MEASURE_SLACK = 2.2  # em; a justified line ends within two characters of its column's edge
TELLING_SHARE = 0.7  # em a character, below which a line is too Latin to tell its column's width
ROOM_SOME = 0.6  # em left over after the next token: a break is likelier than not
ROOM_CLEAR = 2.2  # em left over: nobody breaks a line here but on purpose
INDENT_MIN = 0.9  # em; less is the space that extractors put at a page's start
INDENT_MAX = 4.1  # em; a paragraph's indent is two em, four ASCII spaces or two wide ones
FIRST_LINE_EM = 2.0  # em that a first line is indented by in print
# Sizes as parts of the size of the text.
LOOK_ALIKE = 0.03  # of a size; programs round
LOOK_SMALLER = 0.93  # captions, notes and credits are set smaller
