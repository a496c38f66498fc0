"""What the file itself tells of its styles reaches the shown text, and signs of markup stay characters there."""

from __future__ import annotations

import pytest

from reader.compose import compose
from reader.compose.styled import Reading, stretches
from reader.label import label
from reader.model.document import Block, Issue, Line, Source, Styled

TITLE = "关于公开征集样机的公告"


def issue_of(body: str, *styled: Styled, markup: bool = False) -> Issue:
    """Compose an issue of one article; `styled` offsets count in `body`."""
    text = f"{TITLE}\n{body}"
    lines, at = [], 0
    for row in text.split("\n"):
        lines.append(Line(at, at + len(row)))
        at += len(row) + 1
    shift = len(TITLE) + 1
    moved = tuple(s._replace(start=s.start + shift, end=s.end + shift) for s in styled)
    return compose(Source("a.html", "", "html", "utf-8", text), label(text, lines, styled=moved, markup=markup))


def paragraph(issue: Issue) -> Block:
    (found,) = (block for node in issue.walk() for block in node.blocks if block.kind == "paragraph")
    return found


def styles_of(block: Block) -> list[tuple[str, tuple[str, ...], str]]:
    return [(run.text, run.styles, run.url) for run in block.text.runs if run.styles]


def test_a_style_of_the_file_is_shown_on_its_characters() -> None:
    body = "样机每小时制氢20Nm3，详见项目主页，请在月底之前报名。"
    issue = issue_of(body, Styled(11, 12, "sup"), Styled(15, 19, "link", "https://example.org/p"))
    assert paragraph(issue).text.plain == body
    assert styles_of(paragraph(issue)) == [("3", ("sup",), ""), ("项目主页", ("link",), "https://example.org/p")]


def test_a_style_goes_on_over_a_line_end() -> None:
    body = "各单位应当在收到本公告之后将材料寄送到项目\n办公室，逾期不予受理，材料恕不退还。"
    start, end = body.index("项目"), body.index("，逾期")
    found = styles_of(paragraph(issue_of(body, Styled(start, end, "strong"))))
    assert found == [("项目", ("strong",), ""), ("办公室", ("strong",), "")]


@pytest.mark.parametrize("sign", ["*星号*与**双星**都是字", "价格$5与$6之间", "变量a_1与`引号`", r"反斜杠\*也是字"])
def test_signs_of_markup_are_characters_where_the_file_tells_its_styles(sign: str) -> None:
    body = f"{sign}，原样显示在这一段文字里面，不作别的解释。"
    assert paragraph(issue_of(body)).text.plain == body


def test_the_same_signs_are_markup_in_a_text_file() -> None:
    body = "**双星**表示强调，这一段文字里面的星号不显示出来。"
    assert paragraph(issue_of(body, markup=True)).text.plain == body.replace("*", "")


def test_a_bare_address_is_a_link_in_every_format() -> None:
    found = styles_of(paragraph(issue_of("报名网址是https://example.org/a*b，请在月底之前报名，逾期不候。")))
    assert found == [("https://example.org/a*b", ("link",), "https://example.org/a*b")]


def test_a_raised_number_leaves_the_text_as_a_footnote_mark() -> None:
    body = "机构发布了长期规划1，提出三个阶段的目标。\n[1] Long-Term Plan. https://example.org/plan"
    block = paragraph(issue_of(body, Styled(9, 10, "sup")))
    assert block.text.plain == "机构发布了长期规划，提出三个阶段的目标。"
    assert [(ref.marker, ref.at) for ref in block.refs] == [("1", 9)]


def test_styles_in_each_other_hold_together() -> None:
    rows = (Styled(0, 6, "strong"), Styled(2, 4, "link", "u"), Styled(4, 8, "em"))
    assert [(s.start, s.end, s.styles, s.url) for s in stretches(rows)] == [
        (0, 2, ("strong",), ""),
        (2, 4, ("strong", "link"), "u"),
        (4, 6, ("strong", "em"), ""),
        (6, 8, ("em",), ""),
    ]


def test_each_character_is_read_once_whatever_the_styles() -> None:
    text = "甲乙丙丁戊己庚辛壬癸"
    reading = Reading(text, [Styled(0, 3, "sup"), Styled(2, 7, "em"), Styled(9, 12, "code")], markup=False)
    for start in range(len(text)):
        runs = reading.slices([(start, len(text))])[0].runs
        assert "".join(run.text for run in runs) == text[start:]
        assert all(text[run.start : run.start + len(run.text)] == run.text for run in runs)
