"""Label lines that say a fact about what stands around them, and headlines that only look like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model.draft import Draft, Part, Piece
from reader.text.patterns import IS_HAN, LABEL_LINE, numbered

ORIGIN = (  # labels of how a text came to be, and of what a system counts of it
    r"(?:发布|发文|发表|更新|成文|公开|出版|报告|活动|会议)?(?:时间|日期|地点)|(?:信息|文章|稿件|新闻|资料)?来源|出处"
    r"|作者(?:单位)?|记者|(?:责任)?编辑|主编|责编|供稿|审核|校对|摄影|撰稿|栏目|分类|标签|关键词|字数|单位|口述|整理|编译|翻译"
    r"|主讲人?|主持人?|网[址站]|(?:浏览|点击|阅读|访问)(?:次数|量|数)?"
)
FIELDS = re.compile(  # labels of what an announcement says below its headline
    r"(?:活动|讲座|报告|会议)?(?:时间|日期|地点|地址|主题|题目)|主讲人?|讲[者师]|(?:报告|演讲|主持)人|嘉宾|主持"
    r"|(?:主办|承办|协办)(?:方|单位)?|对象|参加人员|报名(?:方式)?|[作译]者|出版社?|来源|展期|名额|费用"
)
ATTENDED = re.compile(  # labels of who met
    r"(?:出席|列席|缺席|请假|参加|参会|与会|到会|应到|实到)(?:人员?|者|委员|理事|监事|单位|会议)*(?:姓名|名单|人数)?"
    r"|(?:会议)?(?:主席|主持|记录|召集|名称|编号)人?员?"
)
NOTHING = frozenset(("无", "略", "同上", "从略"))  # what minutes say where a part has nothing to tell
FACT_ENDS = frozenset("人者方费间址点话式编名员位称期数号源箱机表额家长师象的")  # with which the label of a fact ends
IS_FACT = re.compile(rf"{ORIGIN}|{FIELDS.pattern}")
HEADLINE_LEAST = 5  # characters of Chinese beside a date that are a headline
STORY_LENGTH = 5  # characters of Chinese behind the label of a headline, at least
AT_MARGIN, INDENTED = 0.5, 1.5  # em
TEXT_SHARE = 0.8  # of the column, that the first line of a text takes


def states_fact(text: str) -> bool:
    """Tell whether a line, its number aside, is the label of a fact: 二、地 点：礼堂, 三、来宾致辞：无."""
    number = numbered(text)
    label, colon, value = text[number.end if number else 0 :].replace(":", "：", 1).partition("：")
    label = "".join(label.split())
    known = IS_FACT.fullmatch(label) or ATTENDED.fullmatch(label)
    return bool(colon) and (known is not None or value.strip() in NOTHING)


def is_titled_story(draft: Draft, lines: list[int], text: str) -> bool:
    """Tell whether a label and what follows are a headline, 读者来信：一座灯塔的黄昏, and no fact about something.

    It stands apart above text that begins right below, and neither its label nor what follows is of a fact.
    """
    label, _, value = text.partition("：" if "：" in text else ":")
    label = "".join(label.split())
    if FIELDS.fullmatch(label) or label[-1] in FACT_ENDS or len(IS_HAN.findall(value)) < STORY_LENGTH:
        return False
    below = lines[-1] + 1
    if any(sign.isdigit() or sign in "@、" for sign in value) or below >= len(draft.pieces) or draft.role(below):
        return False
    apart = draft.pieces[lines[0]].blanks > 0 or draft.pieces[lines[0]].page_break or _is_set_out(draft, lines)
    following = draft.pieces[below]
    text_below = following.width >= TEXT_SHARE * draft.measures[below] > 0 and not LABEL_LINE.match(following.text)
    return apart and text_below and not following.blanks


def _is_set_out(draft: Draft, lines: list[int]) -> bool:
    """Tell whether lines begin at the margin of a file that indents its paragraphs, below one that has ended."""
    first, below = draft.pieces[lines[0]], draft.pieces[lines[-1] + 1]
    above = draft.pieces[lines[0] - 1] if lines[0] else None
    return above is not None and above.closed and first.indent < AT_MARGIN and below.indent > INDENTED


def heads_a_text(piece: Piece, parts: Sequence[Part]) -> bool:
    """Tell whether a heading that markup tells says more than a date: the headline of what took place, no masthead."""
    told = piece.hint is not None and piece.hint.role == "heading" and piece.hint.data == "tag"
    if not told or {part.name for part in parts} != {"masthead", "date"}:
        return False
    words = "".join(piece.text[p.start - piece.start : p.end - piece.start] for p in parts if p.name == "masthead")
    return len(IS_HAN.findall(words)) >= HEADLINE_LEAST
