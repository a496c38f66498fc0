"""Print an outline again as plain text, in the shapes that extractors and OCR give, with its right answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from tests.quality.answers import right_answer, walk
from tests.quality.breaking import break_lines, centre, em_width, join_lines
from tests.quality.pages import Column, Layout, Row, fill_columns
from tests.quality.pieces import (
    Taste,
    body_pieces,
    draw_taste,
    is_spaceable,
    note_lines,
    printed_title,
)
from tests.quality.setting import Setting

Outline = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Job:
    """What every step of one printing needs."""

    setting: Setting
    taste: Taste
    random: Random
    head: tuple[str, str]  # running heads of odd and even pages

    @property
    def page_width(self) -> float:
        return self.setting.measure * self.setting.columns + 2 * (self.setting.columns - 1)


def typeset(outline: Outline, setting: Setting, seed: int = 0) -> tuple[bytes, Outline]:
    """Print an outline: the bytes of the file and what a reader should understand of them."""
    text, answer = typeset_text(outline, setting, seed)
    encoded = text.replace("\n", setting.newline).encode(setting.encoding)
    return encoded, answer


def typeset_text(outline: Outline, setting: Setting, seed: int = 0) -> tuple[str, Outline]:
    """Print an outline as text with LF line ends."""
    random = Random(seed)
    taste = draw_taste(random)
    answer = right_answer(outline, setting, random)
    job = _Job(setting, taste, random, _running_heads(answer, random))
    footnotes = [note for node in walk(answer["nodes"]) for note in node.get("footnotes") or []]
    notes = {note["marker"]: note_lines(note, setting, taste) for note in footnotes}
    layout = fill_columns(body_pieces(answer, setting, taste), setting.lines, notes)
    if setting.contents != "none":
        answer["contents"] = _contents(answer, layout, setting)
    front = _front_pages(answer, job)
    body = _body_pages(layout, job, joined=[] if taste.cover_page else front)
    return _write([*([front] if front and taste.cover_page else []), *body], job), answer


def _running_heads(answer: Outline, random: Random) -> tuple[str, str]:
    issue = answer["issue"]
    name = issue["title"] or random.choice(("临江科技通讯", "前沿动态参考", "研究院内部资料"))
    number = issue["number"] or f"{random.randint(2015, 2029)}年第{random.randint(1, 24)}期"
    date = issue["date"] or f"{random.randint(2015, 2029)}年{random.randint(1, 12)}月{random.randint(1, 28)}日"
    return f"{name}  {date}", random.choice((f"{number}  {name}", f"{date}  综合版", f"{name} {number}"))


def _contents(answer: Outline, layout: Layout, setting: Setting) -> list[Outline]:
    """List all titles; a heading above others has no page, as in print."""
    entries = []
    for number, node in enumerate(walk(answer["nodes"])):
        page = str(layout.starts[number] // setting.columns + 1)
        bare = setting.contents == "titles" or node.get("children")
        entries.append({"level": node["level"], "title": node["title"], "page": None if bare else page})
    return entries


def _front_pages(answer: Outline, job: _Job) -> list[Row]:
    """Print masthead, highlights and contents, each on lines of its own."""
    rows = _masthead(answer, job)
    if answer["highlights"]:
        rows.append(_row("本期要目"))
        for entry in answer["highlights"]:
            rows += _rows([line.text for line in break_lines("◼ " + entry["title"], job.page_width)])
    if answer["contents"]:
        rows.append(_row(job.taste.contents_heading))
        for entry, node in zip(answer["contents"], walk(answer["nodes"]), strict=True):
            rows += _rows(_entry_lines(entry, node, job))
    return rows


def _masthead(answer: Outline, job: _Job) -> list[Row]:
    issue = answer["issue"]
    texts = []
    if issue["title"]:
        spaced = job.setting.headings == "spaced" and is_spaceable(issue["title"])
        texts.append(" ".join(issue["title"]) if spaced else issue["title"])
    dates = [issue[field] for field in ("number", "date") if issue[field]]
    texts += ["  ".join(dates)] if dates and job.random.random() < 0.5 else dates
    texts += [issue["publisher"]] if issue["publisher"] else []
    if job.setting.headings == "centred":
        texts = [centre(text, job.page_width, job.taste.centre_blank) for text in texts]
    return [_row(text) for text in texts]


def _entry_lines(entry: Outline, node: Outline, job: _Job) -> list[str]:
    """Print one line of the contents list, wrapped before its leader where it is long."""
    style, width = job.setting.contents, min(job.page_width, 44.0)
    section = node["kind"] in ("section", "column")
    title = entry["title"]
    if section and job.setting.headings in ("marked", "spaced"):
        title = printed_title(title, section, job.setting, job.taste)
    if not entry["page"]:
        return [line.text for line in break_lines(title, width)]
    if style == "tabs":
        return [f"{title}\t{entry['page']}"]
    lines = [line.text for line in break_lines(title, width - 5)]
    dot = "·" if style == "dots" else "…"
    room = width - em_width(lines[-1]) - em_width(entry["page"])
    gap = " " if style == "dots" else ""
    lines[-1] += f"{gap}{dot * max(3, int(room))}{gap}{entry['page']}"
    return lines


def _body_pages(layout: Layout, job: _Job, joined: list[Row]) -> list[list[Row]]:
    """Gather columns into pages and put the furniture around; `joined` opens the first page."""
    count, pages = job.setting.columns, []
    for number, start in enumerate(range(0, len(layout.columns), count), 1):
        inner = list(joined) if number == 1 else []
        for column in layout.columns[start : start + count]:
            inner += _column_rows(column, job.setting)
        # A page that opens with the masthead bears no running head.
        top = [] if number == 1 and joined else _top(number, job)
        pages.append([*top, *inner, *_bottom(number, job)])
    return pages


def _column_rows(column: Column, setting: Setting) -> list[Row]:
    rows = [*column.rows, *column.notes]
    if setting.wrap == "lines":
        return rows
    whole: list[Row] = []
    for row in rows:
        # The line above ends where a float stands between: then the sentence goes on below it.
        if row.starts or row.solid or not whole or whole[-1].ends:
            whole.append(row)
        else:
            whole[-1] = replace(whole[-1], text=join_lines(whole[-1].text, row.text), ends=row.ends)
    return whole


def _top(number: int, job: _Job) -> list[Row]:
    even = job.setting.running_head == "alternating" and number % 2 == 0
    head = "" if job.setting.running_head == "none" else job.head[even]
    folio = "" if job.setting.number_place == "bottom" else _page_number(number, job)
    if job.setting.number_place == "head":
        head, folio = "    ".join(filter(None, (folio, head) if even else (head, folio))), ""
    return [_row(text) for text in (head, folio) if text]


def _bottom(number: int, job: _Job) -> list[Row]:
    folio = _page_number(number, job) if job.setting.number_place == "bottom" else ""
    return [_row(folio)] if folio else []


def _page_number(number: int, job: _Job) -> str:
    shapes = {"none": "", "plain": f"{number}", "dashes": f"— {number} —", "words": f"第 {number} 页"}
    return shapes[job.setting.page_number]


def _write(pages: list[list[Row]], job: _Job) -> str:
    start = {"none": "", "formfeed": "\f", "space": " "}[job.setting.page_end]
    written = []
    for number, rows in enumerate(pages):
        text = _write_page(rows, job)
        written.append((start if number else "") + text)
    return "\n".join(written) + "\n"


def _write_page(rows: list[Row], job: _Job) -> str:
    setting, lines = job.setting, []
    for index, row in enumerate(rows):
        if index and _has_blank(row, setting):
            lines.append("")
        trailing = setting.trailing == "paragraphs" and row.ends
        trailing |= setting.trailing == "random" and job.random.random() < 0.3
        lines.append(row.text + (" " if trailing else ""))
    return "\n".join(lines)


def _has_blank(row: Row, setting: Setting) -> bool:
    if setting.blanks == "lines":
        return row.starts or not row.tight
    return setting.blanks == "paragraphs" and row.starts


def _row(text: str) -> Row:
    return Row(text, ends=True, starts=True)


def _rows(texts: list[str]) -> list[Row]:
    return [Row(text, index == len(texts) - 1, index == 0) for index, text in enumerate(texts)]
