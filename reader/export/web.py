"""A publication as one web page: all it needs is inside, and nothing in it runs or is fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from reader.app.paths import resource
from reader.export.facts import named, nested, source_facts
from reader.export.publication import Publication
from reader.export.wording import words_in
from reader.export.xhtml import Shape, chapter_key, chapter_lines, escaped

LANGUAGE = "zh-CN"
FOLDER = "publishing"  # of the styles, among the resources
PAPERS = {"a4": "A4", "letter": "letter"}
NORMAL = 10.5  # points of the body for which a screen shows 17 pixels
FACES = {
    "serif": '"Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", SimSun, serif',
    "sans": '"Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif',
}
COLOUR = re.compile(r"var\(--(?P<name>[a-z_]+)\)")
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"  # whatever a browser might still want to fetch


def make(publication: Publication) -> bytes:
    """Return the page, HTML in UTF-8."""
    return "\n".join(_lines(publication)).encode("utf-8")


def style_sheet(name: str) -> str:
    """Return a style sheet of ours, without its comments."""
    return re.sub(r"/\*.*?\*/\n?", "", resource(f"{FOLDER}/{name}").read_text("utf-8"), flags=re.DOTALL)


def _lines(publication: Publication) -> Iterator[str]:
    shape = Shape(publication, top=2 if publication.listed else 1)
    choice = publication.choice
    yield "<!DOCTYPE html>"
    yield f'<html lang="{LANGUAGE}">'
    yield "<head>"
    yield '<meta charset="utf-8"/>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"/>'
    yield f"<title>{escaped(publication.title)}</title>"
    if publication.authors:
        yield f'<meta name="author" content="{escaped(", ".join(publication.authors))}"/>'
    yield "<style>"
    yield _settings(publication)
    yield style_sheet("web.css")
    yield "</style>"
    yield "</head>"
    yield f'<body class="{choice.face}{" provenance" if choice.provenance else ""}">'
    yield "<main>"
    yield from _front(publication, shape)
    for number, chapter in enumerate(publication.chapters, 1):
        yield from chapter_lines(shape, chapter, number)
    yield "</main>"
    yield "</body>"
    yield "</html>"
    yield ""


def _settings(publication: Publication) -> str:
    """Return sizes, faces and the colours of the window's themes as the style sheet names them."""
    choice = publication.choice
    used = sorted({m["name"] for m in COLOUR.finditer(style_sheet("web.css"))})
    light, dark = (_theme(name, used) for name in ("light", "dark"))
    size = f"{17 * choice.size / NORMAL:.3g}px"
    return "\n".join(
        (
            f":root {{ --face: {FACES[choice.face]}; --sans: {FACES['sans']}; --size: {size}; {light} }}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}",
            f"@page {{ size: {PAPERS[choice.paper]}; margin: 22mm 20mm 24mm; }}",
            f"@media print {{ html {{ font-size: {choice.size:g}pt; }} }}",
        )
    )


def _theme(name: str, used: list[str]) -> str:
    theme = json.loads(resource(f"themes/{name}.json").read_text("utf-8"))
    return " ".join(f"--{colour}: {theme[colour]};" for colour in used if colour in theme)


def _front(publication: Publication, shape: Shape) -> Iterator[str]:
    """Yield where the articles are from, and the contents where there are several."""
    facts = source_facts(publication)
    if publication.listed:
        yield '<header class="front">'
        yield f"<h1>{escaped(publication.title)}</h1>"
        facts = tuple(fact for fact in facts if fact != publication.title)
    else:
        yield '<header class="front single">'
    if facts:
        yield f'<p class="source">{" ".join(f"<span>{escaped(fact)}</span>" for fact in facts)}</p>'
    yield "</header>"
    if not publication.listed:
        return
    contents = escaped(words_in(shape.language)["contents"])
    yield f'<nav class="contents" aria-label="{contents}">'
    yield f'<h2 class="label"{shape.lang}>{contents}</h2>'
    yield "<ul>"
    for opens, number, chapter, closing in nested(publication.chapters):
        page = f'<span class="page">{escaped(chapter.page)}</span>' if chapter.page else ""
        title = escaped(named(chapter, shape.language))
        ending = "<ul>" if opens else "</li>" + "</ul></li>" * closing
        link = f'<a href="#{chapter_key(number)}">{title}</a>'
        yield f'<li class="{escaped(chapter.kind)}"><div>{link}{page}</div>{ending}'
    yield "</ul>"
    yield "</nav>"
