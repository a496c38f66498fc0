"""The pictures of articles as they are handed on: read when they are wanted, as they are, or as PNG where they must."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from reader.export.publication import Choice, Passage, Phrase, Plate, Publication, Words
from reader.export.wording import words_in
from reader.model.document import PICTURE_SIGN, FilePart, Issue, PagePart, Picture
from reader.model.errors import ReaderError
from reader.model.shown import caption_texts, signed_pictures
from reader.pictures.facts import COMMON, POINTS, PictureFacts, facts_of, is_safe_svg, is_too_large

Fetch = Callable[[Picture], bytes]
"""Reads the bytes of a picture; those of a part of a page as PNG. Raises `ReaderError` where it cannot."""
WIDE = 419.0  # points: as wide as the text on the narrower paper


class Plates:
    """The plates of one publication as they are met in its articles; one that is met again is the same."""

    def __init__(self, issue: Issue, choice: Choice, fetch: Fetch | None) -> None:
        self.made: list[Plate] = []
        self._pictures = issue.pictures
        self._signs = signed_pictures(issue)
        self._words = words_in(choice.language)
        self._wanted = choice.pictures
        self._fetch = fetch
        self._captions = caption_texts(issue)
        self._known: dict[tuple[object, str], int] = {}

    def passage(self, number: int) -> Passage | None:
        """Return a picture as a passage; None where no pictures are wanted."""
        if not self._wanted:
            return None
        picture = self._pictures[number]
        plate = self._plate(picture)
        if plate >= 0:
            return Passage("picture", plate=plate)
        told = self._words["picture" if picture.place else "absent"]
        return Passage("picture", (Words(f"{told}{picture.alt}", url=picture.url),))

    def signed(self, words: Words, start: int) -> Iterator[Words]:
        """Yield a piece of the source that begins at an offset with its pictures in the place of their signs."""
        at = start
        for is_sign, group in groupby(words.text, lambda char: char == PICTURE_SIGN):
            text = "".join(group)
            for piece in text if is_sign else (text,):
                yield self._at(words, at) if is_sign else words._replace(text=piece)
                at += len(piece)

    def _at(self, words: Words, offset: int) -> Words:
        """Return the picture for which a sign stands, or a word for it: it is not to go without one."""
        number = self._signs.get(offset, -1)
        picture = self._pictures[number] if number >= 0 else None
        plate = self._plate(picture) if picture and self._wanted else -1
        told = self._words["formula" if picture is None or picture.kind == "formula" else "picture"]
        return words._replace(text=told, plate=plate)

    def _plate(self, picture: Picture) -> int:
        """Return the number of the plate of a picture; -1 where there is none to be had."""
        key = (picture.place, picture.alt)
        if picture.place is None or self._fetch is None:
            return -1
        if key not in self._known:
            plate = self._read(picture, self._fetch)
            self._known[key] = len(self.made) if plate else -1
            self.made += [plate] if plate else []
        return self._known[key]

    def _read(self, picture: Picture, fetch: Fetch) -> Plate | None:
        try:
            data = fetch(picture)
        except ReaderError:
            return None
        facts = facts_of(data)
        if facts is None or is_too_large(data, facts) or facts.format == "svg" and not is_safe_svg(data):
            return None
        width, height = _size(picture, facts)
        alt = picture.alt or self._captions.get(picture.caption, "")
        return Plate(data, facts.format, width, height, alt, picture.kind)


def _size(picture: Picture, facts: PictureFacts) -> tuple[float, float]:
    """Return how large a picture is set, in points, no wider than the text of a page."""
    own = picture.width if isinstance(picture.place, PagePart) else (facts.width or picture.width) * POINTS
    width = min(picture.shown or own or WIDE, WIDE)
    shape = facts if isinstance(picture.place, FilePart) and facts.width and facts.height else picture
    return width, width * shape.height / shape.width if shape.width else width


def with_plates_of(publication: Publication, formats: frozenset[str]) -> Publication:
    """Return a publication with plates in some formats alone: others become PNG, or words where they cannot."""
    if all(plate.format in formats for plate in publication.plates):
        return publication
    made = [plate if plate.format in formats else _as_png(plate) for plate in publication.plates]
    kept = tuple(plate for plate in made if plate is not None)
    numbers = {old: new for new, old in enumerate(old for old, plate in enumerate(made) if plate is not None)}
    told = words_in(publication.choice.language)["picture"]

    def renumbered(phrase: Phrase) -> Phrase:
        return tuple(
            words._replace(plate=numbers.get(words.plate, -1)) if words.plate >= 0 else words for words in phrase
        )

    def passage_of(passage: Passage) -> Passage:
        rows = tuple(tuple(renumbered(cell) for cell in row) for row in passage.rows)
        plate = numbers.get(passage.plate, -1)
        words = renumbered(passage.words)
        if passage.plate >= 0 and plate < 0:
            words = (Words(told + publication.plates[passage.plate].alt),)
        return replace(passage, words=words, rows=rows, plate=plate)

    chapters = tuple(
        replace(chapter, passages=tuple(map(passage_of, chapter.passages))) for chapter in publication.chapters
    )
    return replace(publication, chapters=chapters, plates=kept)


def _as_png(plate: Plate) -> Plate | None:
    """Draw what the typesetter can read as PNG; None for what it cannot."""
    from reader.export.pdf import drawn

    data = drawn(plate) if plate.format in COMMON else b""
    return replace(plate, data=data, format="png") if data else None
