"""What the user chose to add to what he hands on, as the settings keep it."""

from __future__ import annotations

from reader.export.publication import FACES, PAPERS, SIZES, Choice
from reader.ui.kit.i18n import resolve_language
from reader.ui.session.settings import Settings

PARTS = ("highlights", "figures", "contacts", "provenance")


def choice_of(settings: Settings) -> Choice:
    """Return what was chosen last; what no version knows is as at first."""
    parts = {part: part in settings.hand_parts for part in PARTS}
    first = Choice()
    sizes = {f"{size:g}": size for size in SIZES}
    return Choice(
        **parts,
        paper=settings.hand_paper if settings.hand_paper in PAPERS else first.paper,
        size=sizes.get(settings.hand_size, first.size),
        face=settings.hand_face if settings.hand_face in FACES else first.face,
        language=resolve_language(settings.language),
    )


def remember(settings: Settings, choice: Choice) -> None:
    """Keep a choice for the next time."""
    settings.hand_parts = tuple(part for part in PARTS if getattr(choice, part))
    settings.hand_paper, settings.hand_face = choice.paper, choice.face
    settings.hand_size = f"{choice.size:g}"
