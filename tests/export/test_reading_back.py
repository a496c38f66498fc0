"""What is handed on comes back whole from every kind of file: each visible character, in order."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.characters import fit
from reader.export.plain_text import make as make_text
from reader.export.publication import Choice, Marked, Publication
from reader.export.publishers import publisher
from reader.export.publishing import publish
from reader.model.document import Span
from reader.model.marks import COLOURS, Highlight, Locator
from reader.pipeline import open_issue
from reader.text.scripts import scripted_pieces
from tests.export.handed_on import Article, Piece, body_of, issue_of, marked, notes_of, squeezed
from tests.export.reading_back import READERS

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").iterdir())
SIGNS = (
    "甲乙Ab19 #*_`[](){}<>|\\~$&^=!-+.:%\"'@/;，。《》“”—…①²α☺😀𠀀　"
    "\n\t\0\x0b\x1b\x7f\x85\u2028\ufffe\ud800\u200b\ufeff"
)
TEXTS = st.text(st.sampled_from(SIGNS), max_size=14) | st.sampled_from(
    (
        "# 一",
        "1. 二",
        "- 三",
        "[^1]: 四",
        "[x] 五",
        "http://a.b/c_d",
        "&amp;",
        "<b>六</b>",
        "***",
        "===",
        "```",
        "~~~",
        "| a |",
    )
)
STYLES = ((), (), ("sup",), ("sub",), ("strong",), ("em",), ("code",), ("strong", "em"))
KINDS = ("paragraph", "list_item", "subheading", "editor_note", "note", "contact", "caption", "table", "code")


def _articles(texts: list[str], seed: int) -> list[Article]:
    """Make one or two articles of texts, put together by chance."""
    chance = Random(seed)
    articles = []
    for _ in range(chance.randint(1, 2)):
        pieces = tuple(_piece(chance, chance.choice(KINDS), texts) for _ in range(chance.randint(0, 4)))
        notes = tuple((chance.choice("12*"), chance.choice(texts), "") for _ in range(chance.randint(0, 3)))
        meta = tuple((chance.choice(texts), chance.choice(texts)) for _ in range(chance.randint(0, 1)))
        articles.append(Article(chance.choice(texts), pieces, notes, chance.choice(texts), meta))
    return articles


def _piece(chance: Random, kind: str, texts: list[str]) -> Piece:
    if kind == "table":
        columns = chance.randint(1, 3)
        rows = tuple(tuple(chance.choices(texts, k=columns)) for _ in range(chance.randint(1, 3)))
        return Piece(rows=rows)
    text = chance.choice(texts)
    if kind == "code":
        return Piece(text, "contact", code=True)
    notes = tuple((chance.randint(0, len(text)), chance.choice("12*")) for _ in range(chance.randint(0, 2)))
    return Piece(text, kind, chance.choice(STYLES), () if kind == "subheading" else notes, level=chance.randint(0, 5))


ARTICLES = st.builds(_articles, st.lists(TEXTS, min_size=3, max_size=9), st.integers(0, 1 << 32))


def _check(publication: Publication, suffix: str) -> None:
    data = publisher(Path(f"a{suffix}")).make(publication)
    back = READERS[suffix](data)
    is_markdown = suffix == ".md"
    assert back.body == body_of(publication, is_markdown)
    if not is_markdown:  # whose readers number the notes themselves
        assert back.notes == notes_of(publication)
    assert publisher(Path(f"a{suffix}")).make(publication) == data


def _check_markdown_notes(publication: Publication) -> None:
    texts = notes_of(publication, markers=False)
    read = READERS[".md"](publisher(Path("a.md")).make(publication)).notes
    assert len(read) == len(texts)
    assert all(any(note.endswith(text) for note in read) for text in texts)


@pytest.mark.parametrize("suffix", READERS)
@given(ARTICLES, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 80)), max_size=4))
def test_any_text_comes_back_whatever_is_highlighted(
    suffix: str, articles: list[Article], places: list[tuple[int, int]]
) -> None:
    lights = [
        Marked(Highlight(str(n), Locator("k", ()), colour, n % 2 == 1), (Span(start, start + length),))
        for n, ((start, length), colour) in enumerate(zip(places, COLOURS, strict=False))
    ]
    _check(publish(issue_of(*articles), None, Choice(highlights=True), lights), suffix)


@given(ARTICLES)
def test_footnotes_of_any_text_come_back_from_markdown(articles: list[Article]) -> None:
    _check_markdown_notes(publish(issue_of(*articles)))


@given(ARTICLES)
def test_any_text_comes_back_from_plain_text(articles: list[Article]) -> None:
    _check_text(publish(issue_of(*articles)))


def _check_text(publication: Publication) -> None:
    """Look for each passage as a whole, in order."""
    text = squeezed(make_text(publication).decode("utf-8"))
    at = 0
    for chapter in publication.chapters:
        phrases = [chapter.title] if chapter.has_title else []
        phrases += [chapter.signed, *(value for _label, value in chapter.meta)]
        for passage in chapter.passages:
            phrases += [cell for row in passage.rows for cell in row] + [passage.words]
        phrases += [note.words for note in chapter.notes]
        for phrase in phrases:
            pieces = ((f"[{fit(w.text)}]", ()) if w.note >= 0 else (fit(w.text), w.styles) for w in phrase)
            words = squeezed("".join(scripted_pieces(pieces)))
            found = text.find(words, at)
            assert found >= 0, words
            at = found + len(words)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_sample_issues_come_back(path: Path) -> None:
    publication = publish(open_issue(path))
    for suffix in READERS:
        _check(publication, suffix)
    _check_markdown_notes(publication)
    _check_text(publication)


LONG = Article(
    "量子𠮷𡃁😀 Ωμ 与 H<sub>2</sub>O",
    (
        Piece("能量 E=mc", styles=()),
        Piece("2", styles=("sup",)),
        Piece(rows=tuple((f"第{n}行", f"{n}·α|β\\", "甲\n乙") for n in range(200))),
        *(Piece(f"第{n}句，引文", notes=((4, str(n)),)) for n in range(200)),
    ),
    tuple((str(n), f"第{n}条注 *强* https://a.example/{n}_x", f"https://a.example/{n}_x") for n in range(200)),
)


def test_a_long_article_with_many_rows_and_notes_comes_back() -> None:
    issue = issue_of(LONG)
    publication = publish(issue, None, Choice(highlights=True), marked(issue, "第7行", "第9句，引"))
    for suffix in READERS:
        _check(publication, suffix)
    _check_markdown_notes(publication)
