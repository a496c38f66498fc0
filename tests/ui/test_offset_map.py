"""Every shown character can say where it stands in the source, and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from reader.model.document import Block, Node, Run, Span, Text
from reader.model.verbatim import located
from reader.ui.article.article_style import ArticleStyle
from reader.ui.article.document_builder import GAP, UNSAFE, BuiltDocument, DocumentBuilder, Wording
from reader.ui.kit.fonts import Families
from reader.ui.kit.theme import load_theme
from reader.ui.kit.utf16 import code_points, units
from tests.ui.bulletins import SOURCE, ocean

CHARACTERS = st.text(
    st.one_of(
        st.sampled_from("水温，。 a1𠮷😀🀄é\u2029\u2028\t\ufffc\ufdd0\n\r\0"),
        st.characters(codec="utf-8"),
    ),
    max_size=30,
)


def build(node: Node, source: str) -> tuple[QTextDocument, BuiltDocument]:
    """Build the document of a node to its end."""
    document = QTextDocument()
    builder = DocumentBuilder(document, node, source, ArticleStyle(Families(), load_theme("light")), Wording())
    while not builder.step(60):
        pass
    return document, builder.built


def shown(document: QTextDocument, position: int, length: int) -> str:
    """Return the raw characters of a document at a position."""
    return "".join(str(document.characterAt(at)) for at in range(position, position + length))


@st.composite
def nodes(draw: st.DrawFn) -> tuple[Node, str]:
    """Make a node of paragraphs whose runs are slices of a source, with joiners between them."""
    pieces = draw(st.lists(st.lists(CHARACTERS.filter(bool), min_size=1, max_size=4), max_size=5))
    source, blocks = "", []
    for block in pieces:
        runs = []
        start = len(source)
        for piece in block:
            runs += [Run(piece, len(source)), Run(" ")]
            source += piece + "\n"
        kind = draw(st.sampled_from(["paragraph", "list_item", "subheading", "caption"]))
        blocks.append(Block(kind, Text(tuple(runs)), (Span(start, len(source)),), level=1))
    return Node("a", "article", 1, Text(), blocks=tuple(blocks)), source


@given(nodes())
def test_each_piece_is_shown_where_the_map_says(made: tuple[Node, str]) -> None:
    node, source = made
    document, built = build(node, source)
    for piece in built.offsets.pieces():
        assert source.startswith(piece.text, piece.offset)
        text = shown(document, piece.position, units(piece.text))
        expected = piece.text.translate(UNSAFE)
        assert units(text) == units(expected)
        assert text.replace(GAP, " ") == "".join(as_units(expected)).replace(GAP, " ")


def as_units(text: str) -> list[str]:
    """Return the UTF-16 units of a text as Qt hands them out one by one."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return [raw[at : at + 2].decode("utf-16-le", "surrogatepass") for at in range(0, len(raw), 2)]


@given(nodes())
def test_every_source_character_is_found_and_leads_back(made: tuple[Node, str]) -> None:
    node, source = made
    _document, built = build(node, source)
    for block in node.blocks:
        for run in block.text.runs:
            for offset in range(run.start, run.start + len(run.text)) if not run.is_joiner else ():
                position = built.offsets.position_at(offset)
                assert position is not None
                assert built.offsets.source_at(position) == offset
                assert built.offsets.spans_at(position) == block.spans


@given(CHARACTERS)
def test_units_and_code_points_are_inverse(text: str) -> None:
    for count in range(len(text) + 1):
        assert code_points(text, units(text[:count])) == count


def test_characters_beyond_the_basic_plane_count_twice_in_the_document_and_once_in_the_source(qapp: object) -> None:
    node = ocean().nodes[0].children[0]
    document, built = build(node, SOURCE)
    for word in ("时的三天", "每小时"):
        position = built.offsets.position_at(SOURCE.index(word))
        assert position is not None
        assert shown(document, position, len(word)) == word
        assert built.offsets.source_at(position) == SOURCE.index(word)


def test_a_very_long_paragraph_is_cut_for_the_layout_and_loses_nothing(qapp: object) -> None:
    source = "长" * 9_001
    node = Node("a", "article", 1, Text(), blocks=(Block("paragraph", Text((Run(source, 0),)), (Span(0, 9_001),)),))
    document, built = build(node, source)
    assert document.toPlainText().count("长") == 9_001
    position = built.offsets.position_at(9_000)
    assert position is not None and built.offsets.source_at(position) == 9_000


def test_a_dropped_character_is_shown_nowhere_but_next_to_its_neighbour(qapp: object) -> None:
    source = "甲乙×丙"
    text = Text((Run("甲乙", 0), Run("丙", 3)))
    node = Node("a", "article", 1, Text(), blocks=(Block("paragraph", text, (Span(0, 2), Span(3, 4))),))
    document, built = build(node, source)
    assert built.offsets.position_at(2) is None
    nearest = built.offsets.nearest_position(2)
    assert nearest is not None and shown(document, nearest, 1) == "甲"


def test_a_text_that_was_put_together_is_found_word_by_word() -> None:
    source = "甲\n（万 勇）  编\n译"
    spans = (Span(2, len(source)),)
    runs = located(source, "（万勇）编译", spans).runs
    assert [(run.text, run.start) for run in runs] == [("（万", 2), ("勇）", 5), ("编", 9), ("译", 11)]
    assert located(source, "别的（万 勇）", spans).runs[0].is_joiner
    assert [run.start for run in located(source, "甲乙", (Span(0, 1),)).runs] == [0, -1]
