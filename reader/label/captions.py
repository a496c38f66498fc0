"""Captions of pictures and tables: labelled ones, and the line above a picture credit."""

from __future__ import annotations

from collections.abc import Iterator

from reader.label.line_fit import is_centred, is_set_otherwise, slack
from reader.label.typesetting import ROOM_SOME
from reader.model.draft import Draft, Label, Mark
from reader.text.patterns import CREDIT_LINE, is_caption, rare

CAPTION_EM = 160  # em; a longer text that begins with 图1 is a paragraph about the figure
CAPTION_LINES = 8  # lines; a caption stands beside or below its picture, in a narrow column

EMPHASISED = rare(r"^\*(?!\*)(?P<inner>[^*]+)\*$|^_(?P<under>[^_]+)_$")
PICTURE_END = rare(
    r"(?:示意图|结构图|流程图|分布图|对比图|照片|曲线图|框架图|路线图|装置图|效果图|原理图|现场|图|对比|示意)$"
)
NAMES_A_PICTURE = rare(r"^图(?:为|注|说|示)|^图\s*\d+\s*[：:]")
CREDIT_LABEL = rare(r"^[（(]?(?:图片来源|图源|图片提供|供图|摄影)\s*[：:]\s*\S{2,30}$")
CREDIT_STARTS = frozenset("图供摄（(")
CREDIT_END = rare(r"(?:供图|图片|摄影?|制图|/图|／图)[）)]?$")
NAME_EM = 24.0  # em; a longer line above a table is no name
NAMES_A_TABLE = rare(r"^(?:附表?\d*[:：]\s*)?[^，。；：]{2,20}(?:一览|汇总|明细|统计|分解|情况|安排|登记|分工)表$")
PROSE_AFTER_LABEL = rare(r"^[图表]\s*\d+\s*(?:中|所示|显示|表明|给出|可见|可以|展示|是|为|和|与|、|，)")


def captions(draft: Draft) -> Iterator[Mark]:
    """Label captions and credits with all lines they are wrapped over."""
    last = -1
    for unit in draft.units():
        if unit[-1] <= last:  # the credit of the caption above
            continue
        text = draft.pieces[unit[0]].text
        inner = EMPHASISED.match(text) if text[0] in "*_" else None
        if len(unit) == 1 and CREDIT_LINE.match(text):
            yield from _whole(unit, "picture credit")
            yield from _above_credit(draft, unit[0])
        elif inner and is_caption((inner.group("inner") or inner.group("under")).strip()):
            yield from _whole(unit, "labelled caption")
        else:
            for i in unit:
                if _opens_caption(draft, i, i == unit[0]):
                    for mark in _labelled(draft, i):
                        last = mark.piece
                        yield mark
                elif (
                    draft.pieces[i].text[0] in CREDIT_STARTS
                    and CREDIT_LABEL.match(draft.pieces[i].text)
                    and (last == i - 1 or _stands_apart(draft, i))
                ):
                    yield from _whole([i], "picture credit")
                    last = i


def above_tables(draft: Draft) -> Iterator[Mark]:
    """Label the line above a table that is set like text and names it: in the middle of a page, or by its words."""
    for group in draft.grouped("table"):
        above = group[0] - 1
        while above >= 0 and draft.role(above) == "furniture":
            above -= 1
        if above < 0 or draft.role(above) or not draft.opens(above):
            continue
        piece = draft.pieces[above]
        named = not piece.closed and piece.text[-1] not in "，、；：,;:" and piece.number is None
        middle = piece.look is not None and is_centred(draft, above)
        if named and (middle or piece.width <= NAME_EM and NAMES_A_TABLE.match(piece.text)):
            yield Mark(above, Label("caption", "names the table below", 0.7, above))


def _opens_caption(draft: Draft, i: int, opens: bool) -> bool:
    """Tell whether a labelled caption begins at a piece; inside a sentence only one that stands apart."""
    piece = draft.pieces[i]
    if not is_caption(piece.text) or PROSE_AFTER_LABEL.match(piece.text):
        return False
    short = not draft.measures[i] or piece.edge < draft.measures[i] - 3 or bool(NAMES_A_PICTURE.match(piece.text))
    return opens or short or draft.pieces[i - 1].closed or _stands_apart(draft, i)


def _stands_apart(draft: Draft, i: int) -> bool:
    """Tell whether a piece stands at a page's top, below a caption, or below a blank line that means something."""
    return draft.role(i - 1) in ("furniture", "caption") or draft.pieces[i].blanks > 0 and not draft.double_spaced


def _labelled(draft: Draft, first: int) -> Iterator[Mark]:
    """Follow a labelled caption to its end; a very long one is a paragraph about the picture after all."""
    lines = _caption_lines(draft, first)
    if sum(draft.pieces[i].width for i in lines) <= CAPTION_EM:
        yield from _whole(lines, "labelled caption")


def _caption_lines(draft: Draft, first: int) -> list[int]:
    """Take the lines of a caption: as they join, or, set narrower than the text, until it closes."""
    lines = [first]
    widest = draft.pieces[first].edge
    for i in range(first + 1, min(first + CAPTION_LINES, len(draft.pieces))):
        piece, last = draft.pieces[i], draft.pieces[lines[-1]]
        if draft.role(i) or is_caption(piece.text) or is_set_otherwise(last, piece):
            break
        if CREDIT_END.search(last.text):
            break
        if last.closed:
            full = draft.measures[lines[-1]] and slack(draft, lines[-1], piece) <= ROOM_SOME
            same = full and not CREDIT_LABEL.match(piece.text) or piece.text[0] in "（("
            credit = same and CREDIT_LINE.match(piece.text)
            return [*lines, i] if credit else lines
        if not draft.measures[lines[-1]] and last.text[-1] not in "，、,（(《“":
            break
        joins = not draft.opens(i) and (not draft.measures[lines[-1]] or slack(draft, lines[-1], piece) <= ROOM_SOME)
        boxed = _continues_boxed(draft, lines, i, widest)
        if not joins and not boxed:
            break
        lines.append(i)
        widest = max(widest, piece.edge)
    return lines


def _continues_boxed(draft: Draft, lines: list[int], i: int, widest: float) -> bool:
    """Tell whether a caption set to a width of its own goes on: as wide as before and closed soon after."""
    piece, last = draft.pieces[i], draft.pieces[lines[-1]]
    if len(lines) == 1 and last.width < 16 or piece.edge > widest + 2.5 or last.edge < widest - 2.5:
        return False
    for k in range(i, min(i + 3, len(draft.pieces))):
        if draft.role(k) or is_caption(draft.pieces[k].text) or is_set_otherwise(last, draft.pieces[k]):
            return False
        if draft.pieces[k].closed:
            return True
        if draft.pieces[k].edge > widest + 2.5:
            return False
    return False


def _above_credit(draft: Draft, credit: int) -> Iterator[Mark]:
    """Label the short line above a credit line as the caption it belongs to."""
    above = credit - 1
    if above < 0 or draft.role(above):
        return
    piece = draft.pieces[above]
    alone = (
        draft.opens(above)
        and piece.width < 40
        and not draft.measures[above]
        or piece.width < 0.8 * draft.measures[above]
    )
    apart = above == 0 or piece.blanks >= 1 or draft.opens(above)
    if alone and apart:
        yield Mark(above, Label("caption", "line above a picture credit", 0.8, above))


def _whole(unit: list[int], rule: str) -> Iterator[Mark]:
    for i in unit:
        yield Mark(i, Label("caption", rule, 0.9, unit[0]))
