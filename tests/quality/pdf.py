"""Set an outline as a PDF, in the shapes that bulletins are typeset in, with its right answer.

`python -m tests.quality.pdf` tells how well these are understood, `--case KIND.NUMBER@SEED --keep FILE` shows one.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from statistics import fmean
from typing import Any

from tests.pdfs import FONTS
from tests.quality.answers import walk
from tests.quality.fiction import KINDS, make_outline
from tests.quality.measure import MEASURES, words_of
from tests.quality.report import COUNTS, Case, run_case

Outline = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PdfSetting:
    """One shape of a printed bulletin."""

    paper: str = "a4"
    columns: int = 1
    size: float = 10.5  # points
    face: str = "Bulletin Serif"
    paragraphs: str = "indent"  # or space, both
    justify: bool = True
    headings: str = "large"  # or bold, sans, centred
    semantic: bool = True  # headings that the file itself lists
    furniture: str = "foot"  # or none, head, both, sides
    tables: str = "ruled"  # or three, inner
    contents: str = "none"  # or dots, plain
    across: bool = False  # the first headline stands across the columns
    signed: str = "right"  # or below: how the author's name is set


CHOICES: dict[str, tuple[Any, ...]] = {
    "paper": ("a4", "a5", "us-letter", "iso-b5"),
    "columns": (1, 1, 2, 2, 3),
    "size": (9.0, 10.5, 12.0, 14.0),
    "face": ("Bulletin Serif", "Bulletin Sans"),
    "paragraphs": ("indent", "indent", "space", "both"),
    "justify": (True, True, False),
    "headings": ("large", "bold", "sans", "centred"),
    "semantic": (True, False),
    "furniture": ("none", "foot", "head", "both", "sides"),
    "tables": ("ruled", "three", "inner"),
    "contents": ("none", "dots", "plain"),
    "across": (False, True),
    "signed": ("right", "left"),
}


def sample_pdf_setting(seed: int) -> PdfSetting:
    """Draw a setting; successive seeds show every choice about equally often."""
    drawn: dict[str, Any] = {}
    for name, values in CHOICES.items():
        turn, place = divmod(seed, len(values))
        drawn[name] = Random(f"{name} {turn}").sample(values, len(values))[place]
    if drawn["columns"] == 3:
        drawn |= {"paper": "a4", "size": 9.0}
    if drawn["columns"] == 2 and drawn["size"] > 12:
        drawn["size"] = 10.5
    return PdfSetting(**drawn)


def print_pdf(outline: Outline, setting: PdfSetting) -> tuple[bytes, Outline]:
    """Set an outline; return the file and what a reader should understand of it."""
    import typst

    answer: Outline = json.loads(json.dumps(outline))
    if setting.contents != "none":
        entries = [
            {"level": node["level"], "title": node["title"], "page": None if node.get("children") else "1"}
            for node in walk(answer["nodes"])
        ]
        answer["contents"] = entries
    source = "\n".join(_source(answer, setting))
    data = typst.compile(
        source.encode(), format="pdf", font_paths=[str(FONTS)], ignore_system_fonts=True, pdf_tags=False
    )
    assert isinstance(data, bytes)
    return data, answer


def _source(answer: Outline, setting: PdfSetting) -> Iterator[str]:
    """Yield the lines of a Typst file."""
    yield "#set document(date: none)"
    yield f'#set text(font: "{setting.face}", size: {setting.size}pt, lang: "zh", region: "cn")'
    yield from _page(answer, setting)
    spacing = "1.4em" if setting.paragraphs == "space" else "0.75em" if setting.paragraphs == "indent" else "1.1em"
    indent = "0em" if setting.paragraphs == "space" else "2em"
    yield (
        f"#set par(justify: {_flag(setting.justify)}, leading: 0.75em, spacing: {spacing}, "
        f"first-line-indent: (amount: {indent}, all: true))"
    )
    yield from _heading_rules(setting)
    yield from _front(answer, setting)
    nodes = list(walk(answer["nodes"]))
    across = setting.columns > 1 and setting.across and not nodes[0].get("children")
    if across:
        yield f'#place(top, scope: "parent", float: true, clearance: 1.2em)[{_title(nodes[0], setting)}]'
    for number, node in enumerate(nodes):
        if not (across and number == 0):
            yield _title(node, setting)
        yield from _body(node, setting)


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _said(text: str) -> str:
    """Write a text so that Typst takes it as it is."""
    return "#" + json.dumps(text, ensure_ascii=False)


def _page(answer: Outline, setting: PdfSetting) -> Iterator[str]:
    name = _said(answer["issue"].get("title") or "科技工作通讯")
    number = _said(answer["issue"].get("number") or "2024年第8期")
    size = f"{max(7.5, setting.size - 2)}pt"
    head = f"[#set text(size: {size}); {name} #h(1fr) {number} #v(-0.6em) #line(length: 100%, stroke: 0.5pt)]"
    foot = f"[#set text(size: {size}); #h(1fr) — #context counter(page).display() — #h(1fr)]"
    sides = (
        f"[#set text(size: {size}); #context if calc.odd(counter(page).get().first()) "
        f"[{name} #h(1fr) #counter(page).display()] else [#counter(page).display() #h(1fr) {number}]]"
    )
    shown = {
        "none": ("none", "none"),
        "foot": ("none", foot),
        "head": (head, "none"),
        "both": (head, foot),
        "sides": (sides, "none"),
    }[setting.furniture]
    yield (
        f'#set page(paper: "{setting.paper}", margin: (x: 18mm, y: 22mm), columns: {setting.columns}, '
        f"header: {shown[0]}, footer: {shown[1]})"
    )


def _heading_rules(setting: PdfSetting) -> Iterator[str]:
    """Yield how a heading of each level looks: h(level, text)."""
    size = setting.size
    other = "Bulletin Sans" if setting.face == "Bulletin Serif" else "Bulletin Serif"
    rows = {
        "large": (size * 1.7, size * 1.3, size * 1.1, "bold", setting.face, "left"),
        "bold": (size * 1.3, size * 1.15, size, "bold", setting.face, "left"),
        "sans": (size * 1.6, size * 1.3, size, "bold", other, "left"),
        "centred": (size * 1.6, size * 1.25, size * 1.05, "bold", other, "center"),
    }[setting.headings]
    sizes = ", ".join(f"{value:g}pt" for value in rows[:3])
    mark = "heading(level: n, it)" if setting.semantic else "it"
    yield "#show heading: it => it.body"
    yield (
        f"#let headline(n, it) = block(above: 1.6em, below: 0.9em, width: 100%, sticky: true, {{ "
        f"set align(if n < 3 {{ {rows[5]} }} else {{ left }}); set par(first-line-indent: 0em, justify: false); "
        f'set text(size: ({sizes}).at(n - 1), weight: "{rows[3]}", font: "{rows[4]}"); {mark} }})'
    )


def _front(answer: Outline, setting: PdfSetting) -> Iterator[str]:
    """Yield masthead, highlights and contents across the columns."""
    issue = answer["issue"]
    if not any(issue.values()) and setting.contents == "none":
        return
    lines = []
    if issue["title"]:
        lines.append(f'#align(center, text(size: {setting.size * 2.4:g}pt, weight: "bold")[{_said(issue["title"])}])')
    facts = [issue[name] for name in ("number", "date") if issue[name]]
    if facts:
        lines.append(f"#align(center)[{' #h(3em) '.join(map(_said, facts))}]")
    if issue["publisher"]:
        lines.append(f"#align(center)[{_said(issue['publisher'])}]")
    if answer["highlights"]:
        lines.append(f'#text(weight: "bold")[{_said("本期要目")}]')
        lines += [f"#block[{_said('◼ ' + entry['title'])}]" for entry in answer["highlights"]]
    if setting.contents != "none":
        lines.append(f'#align(center, text(weight: "bold", size: {setting.size * 1.3:g}pt)[{_said("目录")}])')
        fill = "#box(width: 1fr, repeat[.])" if setting.contents == "dots" else "#h(1fr)"
        for entry in answer["contents"]:
            page = f" {fill} {entry['page']}" if entry["page"] else ""
            weight = '"bold"' if not entry["page"] else '"regular"'
            lines.append(f"#block(spacing: 0.8em, text(weight: {weight})[{_said(entry['title'])}{page}])")
    body = "\n".join(f"#block[{line}]" if line.startswith("#align") else line for line in lines)
    whole = f"#set par(first-line-indent: 0em)\n{body}"
    if setting.columns > 1:
        yield f'#place(top, scope: "parent", float: true, clearance: 2em)[{whole}\n#v(1em)]'
    else:
        yield f"#[{whole}\n#v(2em)]"


def _title(node: Outline, setting: PdfSetting) -> str:
    return f"#headline({min(3, node['level'])}, [{_said(node['title'])}])"


def _body(node: Outline, setting: PdfSetting) -> Iterator[str]:
    signed = node.get("byline") or {}
    top = signed.get("role") == "journalist"
    if signed and top:
        yield f"#block[#set par(first-line-indent: 0em)\n{_said(signed['text'])}]"
    notes = {note["marker"]: note for note in node.get("footnotes") or []}
    pictured = False
    for block in node.get("blocks") or []:
        kind = block["type"]
        if kind == "table":
            yield _table(block, setting)
        elif kind == "subheading":
            yield f"#headline(3, [{_said(block['text'])}])"
        elif kind == "caption":
            yield (
                "#block(width: 100%)[#set par(first-line-indent: 0em); #align(center)[#rect(width: 60%, height: 5em, "
                f"fill: luma(200)) #v(-0.4em) #text(size: {setting.size - 1.5:g}pt)[{_said(block['text'])}]]]"
            )
            pictured = True
        else:
            yield "\n" + _paragraph(block, notes) + "\n"
    if signed and not top:
        place = "right" if setting.signed == "right" else "left"
        yield f"#block(width: 100%)[#align({place})[{_said(signed['text'])}]]"
    if pictured:
        return


def _paragraph(block: Outline, notes: dict[str, Outline]) -> str:
    text, cursor, out = block["text"], 0, ""
    for ref in block.get("refs") or []:
        note = notes[ref["marker"]]
        inner = f"{_said(note['text'] + ' ')}#link({json.dumps(note['url'])})[{_said(note['url'])}]"
        out += f"{_said(text[cursor : ref['at']])}#footnote[{inner}]"
        cursor = ref["at"]
    return out + _said(text[cursor:])


def _table(block: Outline, setting: PdfSetting) -> str:
    rows = block["rows"]
    cells = ", ".join(f"[{_said(cell)}]" for row in rows for cell in row)
    width = f"(auto, {', '.join(['1fr'] * (len(rows[0]) - 1))})"
    stroke = {"ruled": "0.5pt", "inner": "(x, y) => (top: 0.5pt, bottom: 0.5pt, left: if x > 0 { 0.5pt })"}
    if setting.tables == "three":
        lines = (
            f"table.hline(stroke: 1pt), {', '.join(f'[{_said(c)}]' for c in rows[0])}, table.hline(stroke: 0.5pt), "
            + ", ".join(f"[{_said(cell)}]" for row in rows[1:] for cell in row)
            + ", table.hline(stroke: 1pt)"
        )
        return (
            f"#block[#set par(first-line-indent: 0em, justify: false)\n#table(columns: {width}, stroke: none, {lines})]"
        )
    return (
        f"#block[#set par(first-line-indent: 0em, justify: false)\n"
        f"#table(columns: {width}, stroke: {stroke[setting.tables]}, {cells})]"
    )


def make_pdf_case(name: str) -> Case:
    """Make a case by its name, KIND.NUMBER@SEED."""
    outline_name, _, seed = name.partition("@")
    kind, _, number = outline_name.partition(".")
    data, answer = print_pdf(make_outline(kind, int(number)), sample_pdf_setting(int(seed)))
    return Case(name, "bulletin.pdf", data, answer)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.pdf", description=__doc__)
    parser.add_argument("--settings", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--case")
    parser.add_argument("--keep", type=Path, help="with --case: write the file here")
    chosen = parser.parse_args(arguments)
    if chosen.case:
        case = make_pdf_case(chosen.case)
        if chosen.keep:
            chosen.keep.write_bytes(case.content)
        print(asdict(sample_pdf_setting(int(chosen.case.partition("@")[2]))))
        outcome = run_case(case)
        print(outcome.error)
        words = words_of(case.expected, outcome.actual)
        for measured, tally in outcome.result.tallies.items() if outcome.result else ():
            if tally.applies:
                print(f"{measured:<11} {tally.f1:.3f}")
                for sign, items in (("missed", tally.missed), ("false", tally.false)):
                    for item in items if measured != "placed" else ():
                        print(f"    {sign:<7}", *(words.get(part, part) for part in item))
        return 0
    columns = (*MEASURES, "order", "masthead", *COUNTS)
    found: dict[str, list[tuple[float, str]]] = {name: [] for name in columns}
    for seed in range(chosen.first, chosen.first + chosen.settings):
        for step in (0, 1):
            name = f"{list(KINDS)[(seed + step * 2 + seed // 4) % len(KINDS)]}.{seed}@{seed}"
            outcome = run_case(make_pdf_case(name))
            if outcome.error:
                print(name, outcome.error.strip().splitlines()[-1])
            for measured in columns:
                value = outcome.value(measured)
                if value is not None:
                    found[measured].append((value, name))
    for measured, values in found.items():
        if values:
            worst = sorted(values, reverse=measured in COUNTS)[:6]
            print(f"{measured:<11} mean {fmean(v for v, _ in values):.3f}  worst", *(f"{n} {v:.2f}" for v, n in worst))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
