"""A page is built block by block, whole at the end, whatever the steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from reader.model.document import Block, Footnote, Merged, Node, Ref, Run, Span, Text
from reader.model.shown import ENUMERATED
from reader.ui.article.article_style import LISTED, ArticleStyle
from reader.ui.article.document_builder import LONGEST_TABLE, WIDEST_TABLE, BuiltDocument, DocumentBuilder, Wording
from reader.ui.kit.fonts import Families
from reader.ui.kit.theme import load_theme
from tests.ui.bulletins import SOURCE, ocean

STYLE = ArticleStyle(Families(), load_theme("light"))


def build(node: Node, source: str = "", seconds: float = 60) -> tuple[QTextDocument, BuiltDocument, int]:
    """Build a document in steps of so many seconds; return it with the number of steps."""
    document = QTextDocument()
    builder = DocumentBuilder(document, node, source, STYLE, Wording())
    steps = 1
    while not builder.step(seconds):
        steps += 1
    return document, builder.built, steps


def article(*blocks: Block, **more: object) -> Node:
    return Node("a", "article", 1, Text(), blocks=blocks, **more)  # type: ignore[arg-type]


def plain(text: str, kind: str = "paragraph", **more: object) -> Block:
    return Block(kind, Text((Run(text),)), (), **more)  # type: ignore[arg-type]


def format_at(document: QTextDocument, text: str) -> QTextCharFormat:
    return document.find(text).charFormat()


def test_many_steps_give_the_same_page_as_one(qapp: object) -> None:
    node = ocean().nodes[0].children[0]
    whole, built, _once = build(node, SOURCE)
    stepped, also, steps = build(node, SOURCE, 0)
    assert steps > 5
    assert stepped.toHtml() == whole.toHtml()
    assert also.offsets.pieces() == built.offsets.pieces()


def test_styles_of_runs_are_shown(qapp: object) -> None:
    text = Text((Run("Nm"), Run("3", styles=("sup",)), Run("粗", styles=("strong",)), Run("码", styles=("code",))))
    document, _built, _steps = build(article(Block("paragraph", text, ())))
    assert format_at(document, "3").verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSuperScript
    assert format_at(document, "粗").fontWeight() == 700
    assert format_at(document, "码").fontFamilies() == list(Families().mono)
    assert format_at(document, "Nm").fontWeight() != 700


def test_a_link_without_address_leads_to_what_it_says(qapp: object) -> None:
    text = Text(
        (Run("见", styles=()), Run("example.org/a", styles=("link",)), Run("或"), Run("a@b.cn", styles=("link",)))
    )
    document, _built, _steps = build(article(Block("paragraph", text, ())))
    assert format_at(document, "example").anchorHref() == "example.org/a"
    assert format_at(document, "a@b").anchorHref() == "mailto:a@b.cn"
    assert not format_at(document, "或").isAnchor()


def test_marks_that_start_anew_on_each_page_lead_to_notes_of_their_own(qapp: object) -> None:
    blocks = [Block("paragraph", Text((Run("甲乙"),)), (), refs=(Ref("①", 1, Span(0, 0)),)) for _ in range(2)]
    notes = tuple(Footnote("①", f"第{number}注", "", ()) for number in range(2))
    _document, built, _steps = build(article(*blocks, footnotes=notes))
    assert set(built.ref_positions) == set(built.note_positions) == {0, 1}
    assert built.ref_positions[0] < built.ref_positions[1] < built.note_positions[0]


def test_a_mark_without_note_is_shown_without_link(qapp: object) -> None:
    block = Block("paragraph", Text((Run("甲乙"),)), (), refs=(Ref("7", 2, Span(0, 0)),))
    document, built, _steps = build(article(block))
    assert not format_at(document, "7").isAnchor()
    assert built.ref_positions == {}


def test_a_long_table_is_cut_into_tables_of_the_same_columns(qapp: object) -> None:
    rows = tuple((Text((Run(f"甲{number}"),)), Text((Run("乙"),))) for number in range(LONGEST_TABLE + 5))
    document, _built, _steps = build(article(Block("table", Text(), (), rows=rows, header_rows=1), plain("之后")))
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert [table.rows() for table in tables] == [LONGEST_TABLE, 5]
    assert document.toPlainText().rstrip().endswith("之后")


def test_a_wide_table_is_cut_into_tables_of_the_same_rows(qapp: object) -> None:
    cells = [[Text((Run(f"{row}甲{k}", 1000 * row + 10 * k),)) for k in range(WIDEST_TABLE + 5)] for row in range(3)]
    merged = (Merged(0, WIDEST_TABLE + 1, 1, 2), Merged(1, WIDEST_TABLE - 1, 1, 3))
    block = Block("table", Text(), (Span(0, 3000),), rows=tuple(map(tuple, cells)), header_rows=1, merged=merged)
    document, built, _steps = build(article(block, plain("之后")))
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert [(table.rows(), table.columns()) for table in tables] == [(3, WIDEST_TABLE), (3, 5)]
    assert tables[1].cellAt(0, 1).columnSpan() == 2
    for offset in (10, 1000 + 10 * (WIDEST_TABLE + 4), 2000):
        position = built.offsets.position_at(offset)
        assert position is not None and built.offsets.source_at(position) == offset


def test_rows_of_uneven_length_make_one_table(qapp: object) -> None:
    rows = ((Text((Run("甲"),)),), (Text((Run("乙"),)), Text((Run("丙"),))))
    document, _built, _steps = build(article(Block("table", Text(), (), rows=rows)))
    table = document.rootFrame().childFrames()[0]
    assert isinstance(table, QTextTable) and (table.rows(), table.columns()) == (2, 2)


def test_items_with_a_number_of_their_own_get_no_bullet(qapp: object) -> None:
    document, _built, _steps = build(article(plain("（1）甲", "list_item"), plain("乙", "list_item", level=1)))
    assert not document.find("甲").blockFormat().boolProperty(LISTED)
    assert document.find("乙").blockFormat().boolProperty(LISTED)
    assert all(ENUMERATED.match(text) for text in ("1. 甲", "（一）甲", "①甲", "a) b", "一、甲", "• 甲", "IV. x"))
    assert not any(ENUMERATED.match(text) for text in ("甲乙丙", "2031年", "美国", "word"))


def test_what_is_repeated_or_doubtful_is_said_so(qapp: object) -> None:
    document, _built, _steps = build(article(plain("重复", repeats=3), plain("存疑", confidence=0.1)))
    assert "printed 3 times" in document.toPlainText()
    cursor = QTextCursor(document.find("?"))
    assert cursor.charFormat().toolTip() == Wording().doubtful


def test_paragraphs_are_indented_and_headings_are_not(qapp: object) -> None:
    document, _built, _steps = build(article(plain("正文文字"), plain("小标题", "subheading", level=1)))
    assert document.find("正文").blockFormat().textIndent() == 2 * STYLE.size
    assert document.find("小标题").blockFormat().textIndent() == 0


def test_a_formula_that_is_a_picture_does_not_go_without_a_word(qapp: object) -> None:
    text = "由\ufffc可知\ufffc"
    document, built, _steps = build(article(Block("paragraph", Text((Run(text, 7),)), (Span(7, 7 + len(text)),))))
    assert "由[formula]可知[formula]" in document.toPlainText()
    position = built.offsets.position_at(7 + text.index("知"))
    assert position is not None and document.characterAt(position) == "知"
    assert built.offsets.source_at(position) == 7 + text.index("知")


def test_no_letters_are_spaced_out_in_a_paragraph_with_long_words_among_han(qapp: object) -> None:
    words = ("由characterization得到", "由 Massachusetts 的团队", "由NASA得到", "由 Institute of Technology 得到")
    document, _built, _steps = build(article(*(plain(f"{text}，可以供人参考和使用。") for text in words)))
    found = [document.find(text[2:6].strip()).blockFormat().alignment() for text in words]
    assert [alignment == Qt.AlignmentFlag.AlignJustify for alignment in found] == [False, False, True, True]


def test_no_letters_are_spaced_out_in_a_line_full_of_latin(qapp: object) -> None:
    phrase = "The Harbour and Coastal Lighthouse Renovation Programme of the Northern Islands"
    document, _built, _steps = build(
        article(plain(f"本月二十日，海港办公室发布灯塔修缮的长期愿景（{phrase}），提出分三期完成全部工程。"))
    )
    for width in range(420, 720, 30):
        document.setTextWidth(width)
        document.size()  # lays it out
        block = document.find("Coastal").block()
        layout, text = block.layout(), block.text()
        for word in ("Harbour", "Coastal", "Lighthouse", "Renovation", "Northern"):
            start = text.index(word)
            line = layout.lineForTextPosition(start)
            ends = [line.cursorToX(at)[0] for at in (start, start + len(word))]  # type: ignore[index]
            usual = QFontMetricsF(format_at(document, word).font()).horizontalAdvance(word)
            assert ends[1] - ends[0] < usual + 2, (width, word)
