"""Documents of word processors: styles, looks, lists, tables, notes, boxes, and what was deleted."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model.document import Block
from reader.model.errors import CannotRead, ReaderError
from reader.pipeline import open_issue
from tests.golden.notation import understood
from tests.load.packing import W, docx, paragraph, zipped

PROSE = "全市科技工作会议昨日召开，会议总结了去年的成绩，部署了今年的任务。"
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="栏目"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>"""
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
</w:numbering>"""


def _numbered(text: str, level: int, of: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>')


def _styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def _shown(path: Path) -> list[str]:
    return [line for line in understood(open_issue(path)) if not line.startswith("left out")]


def test_styles_make_sections_and_articles(tmp_path: Path) -> None:
    body = _styled("科技简报", "Title") + paragraph("2025年第3期　2025年3月1日")
    body += _styled("要闻", "1") + _styled("量子干线贯通", "2") + paragraph(PROSE) + _styled("新船入列", "mine")
    body += paragraph(PROSE) + _styled("通知", "1") + _styled("放假安排", "2") + paragraph(PROSE)
    shown = _shown(docx(tmp_path / "a.docx", body, styles=STYLES))
    assert [line for line in shown if "paragraph" not in line] == [
        "title: 科技简报",
        "number: 2025年第3期",
        "date: 2025年3月1日",
        "section 1: 要闻",
        "  article 2: 量子干线贯通",
        "  article 2: 新船入列",
        "section 1: 通知",
        "  article 2: 放假安排",
    ]


def test_without_styles_the_title_is_told_by_its_size(tmp_path: Path) -> None:
    large, usual = '<w:sz w:val="44"/>', '<w:sz w:val="32"/>'
    body = paragraph("关于举办科技活动周的通知", '<w:jc w:val="center"/>', large) + paragraph("各有关单位：", run=usual)
    body += paragraph(PROSE, run=usual) + paragraph("一、时间地点", run=f"{usual}<w:b/>") + paragraph(PROSE, run=usual)
    body += paragraph("市科技局", '<w:jc w:val="right"/>') + paragraph("2025年3月1日", '<w:jc w:val="right"/>')
    assert _shown(docx(tmp_path / "a.docx", body)) == [
        "date: 2025年3月1日",
        "publisher: 市科技局",
        "notice 1: 关于举办科技活动周的通知",
        "  paragraph: 各有关单位：",
        f"  paragraph: {PROSE}",
        "  subheading 1: 一、时间地点 [strong 一、时间地点]",
        f"  paragraph: {PROSE}",
        "  note: 市科技局",
        "  note: 2025年3月1日",
    ]


def test_numbers_of_lists_are_counted_as_they_are_shown(tmp_path: Path) -> None:
    body = _numbered("申报条件", 0) + _numbered("甲方出资。", 1) + _numbered("乙方出力。", 1) + _numbered("申报时间", 0)
    body += _numbered("三月底前。", 1) + _numbered("圆点一项", 0, 2)
    shown = _shown(docx(tmp_path / "a.docx", _styled("通知", "Title") + body, styles=STYLES, numbering=NUMBERING))
    texts = [line.strip().split(": ", 1)[1][:6] for line in shown[1:]]
    assert texts == ["一、申报条件", "甲方出资。", "乙方出力。", "二、申报时间", "三月底前。", "圆点一项"]
    assert shown[-1].strip().startswith("list_item")


def test_the_mark_of_a_section_alone_takes_no_number(tmp_path: Path) -> None:
    mark = paragraph("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/>')
    body = _styled("通知", "Title") + _numbered("背景", 0) + paragraph(PROSE) + mark
    body += _numbered("目的", 0) + paragraph(PROSE)
    shown = _shown(docx(tmp_path / "a.docx", body, styles=STYLES, numbering=NUMBERING))
    assert any("二、目的" in line for line in shown) and not any("三、" in line for line in shown)


def test_cells_keep_their_places_where_others_are_merged(tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text) if text else '<w:p/>'}</w:tc>"

    first, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        cell("方向") + cell("经费", '<w:gridSpan w:val="2"/>'),
        cell("深海", first) + cell("三百") + cell("六百"),
        cell("", below) + cell("二百") + cell("四百"),
    )
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    shown = _shown(docx(tmp_path / "a.docx", paragraph(PROSE) + table + paragraph(PROSE)))
    assert [line.strip() for line in shown if "|" in line] == [
        "| 方向 | 经费 |  |",
        "| 深海 | 三百 | 六百 |",
        "|  | 二百 | 四百 |",
    ]


def test_notes_links_and_changes(tmp_path: Path) -> None:
    run, link = "<w:r><w:t>{}</w:t></w:r>", '<w:hyperlink r:id="r1"><w:r><w:t>平台</w:t></w:r></w:hyperlink>'
    deleted = "<w:del><w:r><w:delText>删去的字</w:delText></w:r></w:del>"
    added = f"<w:ins>{run.format('加上的字')}</w:ins>"
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(PROSE) + f"<w:p>{run.format('请登录')}{link}{deleted}{added}{call}{run.format('。')}</w:p>"
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("见网站 https://a.example.org/b")}</w:footnote></w:footnotes>'
    rels = (
        '<Relationships><Relationship Id="r1" Target="https://p.example.org" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>'
    )
    shown = _shown(docx(tmp_path / "a.docx", body, footnotes=notes, rels=rels))
    assert shown[2:] == [
        "  paragraph: 请登录平台加上的字。 [ref 1 at 9, link 平台 <https://p.example.org>]",
        "  footnote 1: 见网站 <https://a.example.org/b>",
    ]


def test_a_box_is_read_once_where_it_stands(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('框中的文字很重要。')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc><Choice><w:drawing>{box}</w:drawing></Choice><Fallback><w:pict>{box}</w:pict></Fallback></mc></w:r>"
    )
    body = paragraph(PROSE) + f"<w:p>{drawing}<w:r><w:t>框旁的一段话。</w:t></w:r></w:p>" + paragraph("最后一段。")
    texts = [line.strip() for line in _shown(docx(tmp_path / "a.docx", body))[1:]]
    assert texts == [f"paragraph: {text}" for text in (PROSE, "框旁的一段话。", "框中的文字很重要。", "最后一段。")]


def test_a_linked_contents_list_gives_titles_and_pages(tmp_path: Path) -> None:
    def entry(title: str, page: str) -> str:
        tab = f"<w:r><w:t>{title}</w:t><w:tab/><w:t>{page}</w:t></w:r>"
        return f'<w:p><w:pPr><w:pStyle w:val="T1"/></w:pPr>{tab}</w:p>'

    body = entry("量子干线贯通", "1") + entry("新船入列", "3") + _styled("量子干线贯通", "1") + paragraph(PROSE)
    body += _styled("新船入列", "1") + paragraph(PROSE)
    shown = _shown(docx(tmp_path / "a.docx", body, styles=STYLES))
    assert shown[:2] == ["contents 1: 量子干线贯通 … 1", "contents 1: 新船入列 … 3"]
    assert [line for line in shown if line.startswith("article")] == [
        "article 1: 量子干线贯通 [page 1]",
        "article 1: 新船入列 [page 3]",
    ]


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda data: data[: len(data) // 2],
    "other": lambda data: zipped({"word/document.xml": "<p>不是文档</p>"}),
    "empty": lambda data: zipped({"word/document.xml": f"<w:document {W}><w:body/></w:document>"}),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_document_is_refused(how: str, tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docx", paragraph(PROSE))
    path.write_bytes(BROKEN[how](path.read_bytes()))
    with pytest.raises(CannotRead) as caught:
        open_issue(path)
    assert caught.value.code in ("archive-damaged", "document-damaged", "empty")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dice=st.randoms(use_true_random=False))
def test_damaged_xml_opens_or_is_refused(dice: random.Random, tmp_path: Path) -> None:
    body = list(paragraph(PROSE) + _numbered("一项", 0) + f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc></w:tr></w:tbl>")
    for _ in range(dice.randint(1, 8)):
        body[dice.randrange(len(body))] = dice.choice('<>/&;"甲 ')
    try:
        open_issue(docx(tmp_path / "a.docx", "".join(body), styles=STYLES, numbering=NUMBERING))
    except ReaderError as error:
        assert error.code


@pytest.mark.parametrize("inside", ["<w:style>", "<w:style><w:rPr>", "<w:ffData><w:checkBox>"])
def test_what_stands_in_its_own_kind_is_read_once(inside: str, tmp_path: Path) -> None:
    nested = inside * 8000 + "".join(f"</{tag}" for tag in reversed(inside.split("<")) if tag) * 8000
    begun = process_time()
    assert _shown(docx(tmp_path / "a.docx", paragraph(PROSE), styles=f"<w:styles {W}>{nested}</w:styles>"))
    assert _shown(docx(tmp_path / "b.docx", f"{paragraph(PROSE)}<w:p><w:r>{nested}</w:r></w:p>"))
    assert process_time() - begun < 10


M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def _paragraphs(path: Path) -> list[Block]:
    return [block for node in open_issue(path).walk() for block in node.blocks]


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def _table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_items_keep_the_numbers_of_their_list_beside_their_text(tmp_path: Path) -> None:
    lists = NUMBERING.replace("chineseCountingThousand", "ideographTraditional").replace('"%2."', '"%2）"')
    body = (
        paragraph(PROSE)
        + _numbered("先取号，再填表。", 0)
        + _numbered("本人签字即可。", 1)
        + _numbered("领取证书。", 0)
    )
    items = [b for b in _paragraphs(docx(tmp_path / "a.docx", body, numbering=lists)) if b.kind == "list_item"]
    assert [(b.marker, b.level, b.text.plain) for b in items] == [
        ("甲、", 1, "先取号，再填表。"),
        ("1）", 2, "本人签字即可。"),
        ("乙、", 1, "领取证书。"),
    ]


def test_struck_underlined_marked_and_coloured_text_is_told(tmp_path: Path) -> None:
    runs = {
        "strike": "<w:strike/>",
        "underline": '<w:u w:val="single"/>',
        "mark": '<w:highlight w:val="yellow"/>',
        "color": '<w:color w:val="FF0000"/>',
    }
    body = paragraph(PROSE) + "<w:p><w:r><w:t>原来</w:t></w:r>"
    body += "".join(f"<w:r><w:rPr>{how}</w:rPr><w:t>{style}</w:t></w:r>" for style, how in runs.items())
    body += '<w:r><w:rPr><w:u w:val="none"/><w:strike w:val="0"/></w:rPr><w:t>不变。</w:t></w:r></w:p>'
    shown = _paragraphs(docx(tmp_path / "a.docx", body))[-1].text.runs
    told = [(run.text, run.styles) for run in shown]
    assert told == [("原来", ()), *((style, (style,)) for style in runs), ("不变。", ())]


STRUCK_STYLES = f"""<w:styles {W}>
<w:style w:type="character" w:styleId="gone"><w:name w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="still"><w:name w:val="Still"/><w:basedOn w:val="gone"/></w:style>
<w:style w:type="character" w:styleId="link"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="void"><w:name w:val="Void"/><w:rPr><w:dstrike/></w:rPr></w:style></w:styles>"""
STRUCK = (  # the style of a paragraph, the properties of a run in it, and whether that is struck out
    ("", '<w:rStyle w:val="gone"/>', True),
    ("", '<w:rStyle w:val="still"/>', True),
    ("", '<w:rStyle w:val="gone"/><w:strike w:val="0"/>', False),
    ("", '<w:rStyle w:val="none of these"/>', False),
    ("void", "", True),
    ("void", '<w:dstrike w:val="false"/>', False),
    ("", '<w:b/><w:rPrChange w:id="1"><w:rPr><w:strike/></w:rPr></w:rPrChange>', False),
    ("", '<w:strike/><w:rPrChange w:id="1"><w:rPr><w:strike w:val="0"/></w:rPr></w:rPrChange>', True),
)


@pytest.mark.parametrize(("style", "run", "is_struck"), STRUCK)
def test_what_is_struck_out_is_told_by_styles_too(style: str, run: str, is_struck: bool, tmp_path: Path) -> None:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    body = paragraph(PROSE) + paragraph("截至五月六日收件。", named, run)
    shown = _paragraphs(docx(tmp_path / "a.docx", body, styles=STRUCK_STYLES))[-1].text.runs
    assert {"strike" in piece.styles for piece in shown} == {is_struck}


def test_the_line_under_a_link_is_no_style_of_its_words(tmp_path: Path) -> None:
    rels = (
        '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        '/hyperlink" Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"/></Relationships>'
    )
    link = '<w:hyperlink r:id="r1"><w:r><w:rPr><w:rStyle w:val="link"/></w:rPr><w:t>办事大厅</w:t></w:r></w:hyperlink>'
    body = f"{paragraph(PROSE)}<w:p><w:r><w:t>请到</w:t></w:r>{link}<w:r><w:t>办理。</w:t></w:r></w:p>"
    shown = _paragraphs(docx(tmp_path / "a.docx", body, styles=STRUCK_STYLES, rels=rels))[-1].text.runs
    assert [(run.styles, run.url) for run in shown] == [
        *(((), ""), (("link",), "https://example.org/a?b=1&c=2"), ((), ""))
    ]


def test_cells_that_take_several_rows_and_columns_are_told(tmp_path: Path) -> None:
    rows = (
        _cell("序号") + _cell("要求", '<w:gridSpan w:val="2"/>'),
        _cell("1", '<w:vMerge w:val="restart"/>') + _cell("每日巡查") + _cell("甲"),
        _cell("", "<w:vMerge/>") + _cell("每月清淤") + _cell("乙"),
    )
    found = _paragraphs(docx(tmp_path / "a.docx", f"{paragraph(PROSE)}{_table(*rows)}{paragraph(PROSE)}"))[1]
    shown = [["序号", "要求", ""], ["1", "每日巡查", "甲"], ["", "每月清淤", "乙"]]
    assert [[cell.plain for cell in row] for row in found.rows] == shown
    assert [tuple(merged) for merged in found.merged] == [(0, 1, 1, 2), (1, 0, 2, 1)]


def test_letters_of_a_typeface_of_signs_are_what_they_show(tmp_path: Path) -> None:
    symbol = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    body = f"<w:p><w:r><w:t>水温</w:t></w:r><w:r><w:rPr>{symbol}</w:rPr><w:t>q</w:t></w:r>"
    body += (
        '<w:r><w:t>，误差</w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r><w:r><w:t>3%，同意</w:t></w:r>'
    )
    body += '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:t>，请复核。</w:t></w:r></w:p>'
    shown = _paragraphs(docx(tmp_path / "a.docx", paragraph(PROSE) + body))
    assert shown[-1].text.plain == "水温θ，误差±3%，同意☑，请复核。"


TYPEFACES = (  # a typeface of signs, a letter of it, and what it shows
    ("Wingdings 2", "F052", "☑"),
    ("Wingdings 3", "F067", "→"),
    ("Webdings", "F061", "✔"),
    ("Wingdings 3", "F0A8", "\uf0a8"),  # none that Unicode has a name for
)


@pytest.mark.parametrize(("face", "code", "sign"), TYPEFACES)
def test_each_typeface_of_signs_has_its_own(face: str, code: str, sign: str, tmp_path: Path) -> None:
    body = f'<w:p><w:r><w:t>是否同意</w:t></w:r><w:r><w:sym w:font="{face}" w:char="{code}"/></w:r>'
    body += "<w:r><w:t>，请复核后签字。</w:t></w:r></w:p>"
    assert (
        _paragraphs(docx(tmp_path / "a.docx", paragraph(PROSE) + body))[-1].text.plain
        == f"是否同意{sign}，请复核后签字。"
    )


BOXES = (  # a box of a form as a field tells it, and how it is drawn
    ("<w:default w:val='0'/><w:checked/>", "☒"),
    ("<w:default w:val='1'/>", "☒"),
    ("<w:default w:val='1'/><w:checked w:val='0'/>", "☐"),
    ("<w:sizeAuto/>", "☐"),
)


@pytest.mark.parametrize(("box", "drawn"), BOXES)
def test_a_ticked_box_is_an_answer(box: str, drawn: str, tmp_path: Path) -> None:
    field = f'<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{box}</w:checkBox></w:ffData></w:fldChar>'
    rest = '<w:instrText> FORMCHECKBOX </w:instrText><w:fldChar w:fldCharType="end"/>'
    body = f"<w:p><w:r>{field}</w:r><w:r>{rest}</w:r><w:r><w:t>同意，请复核后签字。</w:t></w:r></w:p>"
    assert (
        _paragraphs(docx(tmp_path / "a.docx", paragraph(PROSE) + body))[-1].text.plain == f"{drawn}同意，请复核后签字。"
    )


def test_equations_are_read_on_a_line(tmp_path: Path) -> None:
    def run(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    power = f"<m:sSup><m:e>{run('10')}</m:e><m:sup>{run('8')}</m:sup></m:sSup>"
    half = f"<m:f><m:num>{run('1')}</m:num><m:den>{run('2')}</m:den></m:f>"
    total = f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{run("i=1")}</m:sub><m:sup>{run("n")}</m:sup>'
    total += f"<m:e>{run('x')}</m:e></m:nary>"
    root = f"<m:rad><m:deg>{run('3')}</m:deg><m:e>{run('x+1')}</m:e></m:rad>"
    equations = (run("2.5×") + power, half, total, root)
    math = "".join(f"<m:oMath {M}>{one}</m:oMath><w:r><w:t>，</w:t></w:r>" for one in equations)
    body = f"{paragraph(PROSE)}<w:p><w:r><w:t>流量为</w:t></w:r>{math}<w:r><w:t>逐日校核。</w:t></w:r></w:p>"
    shown = _paragraphs(docx(tmp_path / "a.docx", body))[-1]
    assert shown.text.plain == "流量为2.5×108，1/2，∑i=1nx，3√(x+1)，逐日校核。"
    assert [run.text for run in shown.text.runs if "sup" in run.styles] == ["8", "n", "3"]


def test_heads_and_feet_of_pages_are_left_out_and_tell_the_number(tmp_path: Path) -> None:
    edge = f"<w:hdr {W}>{paragraph('云溪水利简报　2031年第5期')}{paragraph('内部资料')}</w:hdr>"
    issue = open_issue(docx(tmp_path / "a.docx", paragraph(PROSE) + paragraph(PROSE), header1=edge, footer1=edge))
    assert (issue.masthead.title.text, issue.masthead.number.text) == ("云溪水利简报", "2031年第5期")
    assert "内部资料" in [issue.source.text[d.start : d.end] for d in issue.dropped if d.reason.startswith("running-")]


def test_a_line_set_from_top_to_bottom_is_one_line(tmp_path: Path) -> None:
    body = "".join(paragraph(char, run='<w:sz w:val="72"/>') for char in "换届竞选") + paragraph(PROSE) * 3
    assert _shown(docx(tmp_path / "a.docx", body))[0] == "article 1: 换届竞选"


def test_a_cell_above_a_table_over_its_whole_width_names_it(tmp_path: Path) -> None:
    wide = _cell("项目会议记录", '<w:gridSpan w:val="2"/>')
    rows = (wide, _cell("会议日期") + _cell("2031/4/28"), _cell("地点") + _cell("三楼会议室"))
    table = _table(*rows)
    issue = open_issue(docx(tmp_path / "a.docx", table + paragraph(PROSE)))
    assert issue.nodes[0].title.plain == "项目会议记录"
    shown = _paragraphs(docx(tmp_path / "b.docx", paragraph(PROSE) + table + paragraph(PROSE)))
    assert [block.text.plain for block in shown if block.kind == "caption"] == ["项目会议记录"]
    assert [[cell.plain for cell in row] for row in shown[2].rows] == [
        ["会议日期", "2031/4/28"],
        ["地点", "三楼会议室"],
    ]
