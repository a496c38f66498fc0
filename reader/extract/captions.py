"""The captions of an issue, each taken apart: label, words, and who made the picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.extract.contacts.credits import Credit, credit_of
from reader.extract.located import LocatedText, fold, pieces_of
from reader.model.document import Issue
from reader.model.kinds import CaptionKind
from reader.model.mentions import CaptionMention

Progress = Callable[[str, float], None]
TOLD_EVERY = 5000  # pieces
HAN_NUMBER = "一二三四五六七八九十"
LABEL = re.compile(
    rf"""^(?P<label>
      (?:附?(?:[图圖]表|[图表圖]片?)|照片|插图)\s*(?:\d{{1,3}}(?!\d)(?:[-.]\d{{1,3}}(?!\d))*|[{HAN_NUMBER}]{{1,3}}(?=[\s:：、.]))(?:[a-z](?![a-z])|\([a-z]\))?
    | [图圖]\s*[①-⑳]{{1,4}}
    | [图圖](?:为|為|注|说|說|示|片说明|片說明) | 表注 | 资料图片? | [图圖表](?=\s*[:：]|\s+\S)
    | (?:Fig(?:ure|\.)|Table)\s*\d{{1,3}}(?:[-.]\d{{1,3}})?
    )""",
    re.X,
)
SHOWS = ("图为", "圖為", "资料图", "资料图片", "照片", "图片说明", "圖片說明")
DRAWN = re.compile(
    r"(?:示意|结构|流程|分布|对比|曲线|框架|路线|装置|效果|原理|架构|趋势|比例|关系|工艺|统计|地|形貌|光谱|模型)图$|占比$|对比$|示意$|曲线$"
)
TAKEN = re.compile(r"(?:照片|现场|合影|外景|留影|资料图|剪影|掠影)[。)]?$")


def captions_of(
    issue: Issue, progress: Progress | None = None, located: Sequence[LocatedText] | None = None
) -> tuple[CaptionMention, ...]:
    """List the captions of an issue in source order; `progress` may raise to stop the work.

    A credit printed on a line of its own belongs to the caption above it. One behind the words is taken off them
    unless it stands in brackets.
    """
    found: list[CaptionMention] = []
    above: LocatedText | None = None
    for i, piece in enumerate(pieces_of(issue) if located is None else located):
        if progress and not i % TOLD_EVERY:
            progress("captions", 0.5)
        if piece.zone == "caption":
            credit = credit_of(piece.text)
            alone = credit is not None and not piece.text[: credit.start].strip(" \u3000（(")
            if alone and credit and found and above is not None and above.zone == "caption" and not found[-1].credit:
                found[-1] = replace(found[-1], credit=credit.text, kind=_photo(found[-1].kind))
            else:
                found.append(_caption(piece, credit, issue.source.text))
        above = piece
    return tuple(found)


def _caption(piece: LocatedText, credit: Credit | None, source: str) -> CaptionMention:
    text = piece.text
    m = LABEL.match(fold(text))
    label = text[: m.end("label")].strip() if m else ""
    end = len(text)
    if credit and credit.start and text[credit.start] not in "（([【":
        end = len(text[: credit.start].rstrip())
    span = piece.span(0, end)
    kind = _kind(label, text[:end], credit is not None, source[max(0, span.start - 2) : span.start] == "![")
    return CaptionMention(
        kind,
        label,
        text[:end],
        credit.text if credit else "",
        span.start,
        span.end,
        piece.node,
        piece.article,
    )


def _kind(label: str, surface: str, credited: bool, embedded: bool) -> CaptionKind:
    """Tell a table, a photo and a drawn figure apart: by the label, a credit, the last words."""
    if label.startswith(("表", "附表", "Table")):
        return "table"
    if credited or label.startswith(SHOWS) or not label and TAKEN.search(surface):
        return "photo"
    return "photo" if embedded and not label and not DRAWN.search(surface) else "figure"


def _photo(kind: CaptionKind) -> CaptionKind:
    return kind if kind == "table" else "photo"
