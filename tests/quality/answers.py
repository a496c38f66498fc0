"""Turn an outline into the right answer of one printed shape: what that shape adds, drops or renames."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.quality.setting import Setting

Outline = dict[str, Any]

DIGITS = "零一二三四五六七八九"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBERED = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|目标[一二三四五]|[①-⑳]")
_NOTICE_LEVELS = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）")
_LABELLED = re.compile(r"(?:图|表|照片|资料图|摄影)")


def right_answer(outline: Outline, setting: Setting, random: Random) -> Outline:
    """Copy an outline and make it say what the printed text will say; contents pages come later."""
    answer: Outline = copy.deepcopy({key: outline[key] for key in ("issue", "highlights", "nodes")})
    answer["contents"] = None
    for node in walk(answer["nodes"]):
        for absent in ("title_from", "heading_position"):
            node.pop(absent, None)
        node["title"] = " ".join(node["title"].split())
        node["blocks"] = list(_printable(node.get("blocks") or []))
    _number_notes(answer, setting)
    if setting.headings == "numbered":
        _number_headings(answer, random)
    if setting.headings == "moved":
        _move_headings(answer["nodes"], random)
    return answer


def walk(nodes: list[Outline]) -> Iterator[Outline]:
    """Yield nodes in reading order."""
    for node in nodes:
        yield node
        yield from walk(node.get("children") or [])


def chinese_number(number: int) -> str:
    """Write a number under one hundred in Chinese."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones or not head else "")


def is_front_signed(node: Outline) -> bool:
    """Tell whether the signed line stands between heading and text."""
    return bool(node.get("byline")) and not node["byline"]["text"].startswith(("（", "("))


def _printable(blocks: list[Outline]) -> Iterator[Outline]:
    """Leave out what plain print cannot show, and label captions as figures."""
    captions = [block["text"] for block in blocks if block["type"] == "caption"]
    number = 0
    for block in blocks:
        block.pop("repeats", None)
        if block.get("code"):
            continue
        if block["type"] == "caption":
            if any(block["text"] in other and block["text"] != other for other in captions):
                continue
            number += 1
            if not _LABELLED.match(block["text"]):
                block["text"] = f"图 {number} {block['text']}"
        yield block


def _number_notes(answer: Outline, setting: Setting) -> None:
    number = 0
    for node in walk(answer["nodes"]):
        names: dict[str, str] = {}
        for note in node.get("footnotes") or []:
            number += 1
            names[note["marker"]] = note["marker"] = _mark(number, setting.notes)
        if setting.notes == "none":
            node.pop("footnotes", None)
        for block in node["blocks"]:
            refs = [ref for ref in block.pop("refs", []) if ref["marker"] in names]
            if refs and setting.notes != "none":
                block["refs"] = [{"marker": names[ref["marker"]], "at": ref["at"]} for ref in refs]


def _mark(number: int, style: str) -> str:
    if style == "superscript":
        return str(number).translate(_SUPERSCRIPTS)
    return f"[{number}]" if style == "brackets" else str(number)


def _number_headings(answer: Outline, random: Random) -> None:
    """Number headings by level, but leave titles alone where subheadings already use those numbers."""
    subheads = [b["text"] for n in walk(answer["nodes"]) for b in n["blocks"] if b["type"] == "subheading"]
    if any(_NOTICE_LEVELS.match(text) for text in subheads):
        return
    gap = random.choice(("", " "))
    for number, node in enumerate(answer["nodes"], 1):
        node["title"] = _number(1, number, gap) + node["title"]
        for below, child in enumerate(node.get("children") or [], 1):
            child["title"] = _number(2, below, gap) + child["title"]
    for node in walk(answer["nodes"]):
        own = [block for block in node["blocks"] if block["type"] == "subheading"]
        if own and not any(_NUMBERED.match(block["text"]) for block in own):
            tops = [block for block in own if block.get("level", 1) == 1]
            for number, block in enumerate(tops, 1):
                block["text"] = _number(node["level"] + 1, number, gap) + block["text"]


def _number(level: int, number: int, gap: str) -> str:
    written = chinese_number(number)
    return {1: f"{written}、", 2: f"（{written}）", 3: f"{number}.{gap}"}.get(level, f"（{number}）")


def _move_headings(nodes: list[Outline], random: Random) -> None:
    """Print some headings behind their bodies, never two in a row and never the first of a run."""
    before_moved = True
    for node in nodes:
        _move_headings(node.get("children") or [], random)
        movable = not (node.get("children") or node.get("meta") or is_front_signed(node)) and len(node["blocks"]) > 1
        before_moved = movable and not before_moved and random.random() < 0.4
        if before_moved:
            node["heading_position"] = "after"
