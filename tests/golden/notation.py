"""Write down what was understood of a file, one thing a line, for people to read and tests to compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reader.model.document import Block, Issue, Node, Picture, Text

HEAD, TAIL = 30, 12  # characters of a long text that are shown


def understood(issue: Issue) -> Iterator[str]:
    """Yield the masthead, the contents, each node with all it holds, and what was left out."""
    head = issue.masthead
    for name in ("title", "number", "date", "publisher"):
        if text := getattr(head, name).text:
            yield f"{name}: {text}"
    for entry in issue.contents:
        yield f"contents {entry.level}: {entry.title}{_page(entry.page)}"
    for entry in issue.highlights:
        yield f"highlight: {entry.title}"
    for node in issue.nodes:
        yield from _node(node, "", issue.pictures)
    yield from _dropped(issue)


def shortened(text: str) -> str:
    """Show a text by its beginning, its end and its length, where it is long; line ends as ⏎."""
    plain = text.replace("\n", "⏎")
    if len(plain) <= HEAD + TAIL + 3:
        return plain
    return f"{plain[:HEAD]} … {plain[-TAIL:]} ({len(plain)})"


def _node(node: Node, pad: str, pictures: Sequence[Picture]) -> Iterator[str]:
    told = [f"from {node.title_from}"] if node.title_from else []
    told += ["moved"] if node.moved else []
    told += [f"page {node.page}"] if node.page else []
    yield f"{pad}{node.kind} {node.level}: {node.title.plain}{_remarks(told)}"
    inner = f"{pad}  "
    if node.byline:
        names = "、".join(node.byline.names)
        yield f"{inner}by {names} ({node.byline.role}): {node.byline.text}"
    if node.dateline:
        line = node.dateline
        facts = " / ".join((line.agency, line.place, line.date, line.role, "、".join(line.reporters)))
        yield f"{inner}dateline: {facts}"
    yield from (f"{inner}meta {line.label}: {line.value}" for line in node.meta)
    for block in node.blocks:
        yield from _block(block, inner, pictures)
    for note in node.footnotes:
        yield f"{inner}footnote {note.marker}: {shortened(note.text)}{_url(note.url)}"
    for child in node.children:
        yield from _node(child, inner, pictures)


def _block(block: Block, pad: str, pictures: Sequence[Picture]) -> Iterator[str]:
    if block.picture >= 0:
        yield f"{pad}picture: {pictures[block.picture].alt}".rstrip()
        return
    kind = "code" if block.code else block.kind
    level = f" {block.level}" if block.level else ""
    if block.rows:
        yield f"{pad}{kind}{level}: {len(block.rows)} rows, {block.header_rows} of them heads"
        for row in block.rows:
            cells = " | ".join(cell.plain.replace("\n", " ¶ ") for cell in row)
            yield f"{pad}  | {cells} |"
        return
    notes = [f"repeats {block.repeats}"] if block.repeats > 1 else []
    notes += [f"ref {ref.marker} at {ref.at}" for ref in block.refs]
    notes += list(_styles(block.text))
    yield f"{pad}{kind}{level}: {shortened(block.text.plain)}{_remarks(notes)}"


def _styles(text: Text) -> Iterator[str]:
    for run in text.runs:
        for style in run.styles:
            yield f"{style} {shortened(run.text)}{_url(run.url if style == 'link' else '')}"


def _page(page: str) -> str:
    return f" … {page}" if page else ""


def _url(url: str) -> str:
    return f" <{url}>" if url else ""


def _remarks(remarks: list[str]) -> str:
    told = ", ".join(remarks)
    return f" [{told}]" if told else ""


def _dropped(issue: Issue) -> Iterator[str]:
    """Yield what is shown nowhere, all of one reason on one line, equal texts once with their number."""
    by_reason: dict[str, Counter[str]] = {}
    for start, end, reason in issue.dropped:
        if visible := issue.source.text[start:end].strip():
            by_reason.setdefault(reason, Counter())[shortened(" ".join(visible.split()))] += 1
    for reason, texts in sorted(by_reason.items()):
        told = " ¦ ".join(f"{text} ×{count}" if count > 1 else text for text, count in texts.items())
        yield f"left out as {reason}: {told}"
