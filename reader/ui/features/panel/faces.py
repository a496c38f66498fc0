"""What a row says: a mention as the few texts that are drawn, copied and spoken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from reader.export.deadlines import where_to_send
from reader.export.shown_texts import ShownTexts
from reader.model.document import Issue
from reader.model.mentions import CaptionMention, Contact, Figure, Link, Mentions
from reader.ui.features.panel.moments import DATED, due_day, iso_text
from reader.ui.features.panel.sections import Mention
from reader.ui.features.panel.wording import role_text, unit_text
from reader.ui.kit.addresses import shown_address
from reader.ui.kit.i18n import QT_TRANSLATE_NOOP
from reader.ui.kit.numbers import grouped

REACH = 36  # characters of the sentence shown before and after a figure
STOPS = ("。", "；", "！", "？", ";", "!", "?", "\f", "\n\n", "\r\n\r\n")
CLAUSE_STOPS = (*STOPS, "，", "：", "、")
INNER_SPACE = re.compile(r"(?<=[^\x00-\x7f\s])\s++(?=[^\x00-\x7f])|(?<!\s)[^\S\r\n]*+[\r\n]\s*+(?=[^\x00-\x7f])")
LISTED = "、"
MAX_LATIN = "\u02ff"
SOON = 90  # days before a deadline from which on it stands out

LABELS = {
    "phone": QT_TRANSLATE_NOOP("Card", "Phone"),
    "fax": QT_TRANSLATE_NOOP("Card", "Fax"),
    "email": QT_TRANSLATE_NOOP("Card", "E-mail"),
    "address": QT_TRANSLATE_NOOP("Card", "Address"),
    "url": QT_TRANSLATE_NOOP("Card", "Web"),
    "send": QT_TRANSLATE_NOOP("Card", "Send to"),
    "credit": QT_TRANSLATE_NOOP("Card", "Credit"),
}
BARE = re.compile(r"[\d.,，\s~～—–-]*[万亿千百\s]*")  # a number whose unit stands in a table's head or further on
SIGNS = {"≥": "≥", ">": ">", "≤": "≤", "<": "<", "~": "≈"}


@dataclass(frozen=True, slots=True)
class Around:
    """What a row needs to know besides its mention."""

    source: str = ""
    is_whole: bool = False  # the whole issue is listed: each row names its article
    today: date = date.min
    texts: ShownTexts = field(default_factory=ShownTexts)
    mentions: Mentions = field(default_factory=Mentions)  # among them, where what is due is to be sent
    issue: Issue | None = None
    language: str = "zh"  # of the window


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a row below its title; the label stands muted before the text."""

    text: str
    label: str = ""
    is_muted: bool = False


@dataclass(frozen=True, slots=True)
class CardFace:
    """The texts of a row."""

    title: str
    value: str = ""
    lines: tuple[CardLine, ...] = ()
    is_urgent: bool = False  # a deadline that is near
    is_past: bool = False


def face_of(tab: str, mention: Mention, around: Around) -> CardFace:
    """Return what a tab's row of a mention says."""
    if isinstance(mention, Contact):
        face = _contact_face(mention)
    elif isinstance(mention, CaptionMention):
        face = _caption_face(mention)
    elif isinstance(mention, Link):
        face = _link_face(mention)
    elif tab == "dates":
        face = _date_face(mention, around)
    else:
        shown = around.texts.as_shown(mention)
        face = CardFace(shown.label or _explained(mention, around), value_text(shown))
    repeats_it = mention.article in (face.title, *(line.text for line in face.lines))
    if around.is_whole and mention.article and not repeats_it:
        more = (*face.lines, CardLine(mention.article, is_muted=True))
        return CardFace(face.title, face.value, more, face.is_urgent, face.is_past)
    return face


def spoken(face: CardFace) -> str:
    """Return a row as a screen reader should say it."""
    lines = (f"{line.label} {line.text}".strip() for line in face.lines)
    return ", ".join(text for text in (face.title, face.value, *lines) if text)


def tip_of(mention: Mention, around: Around) -> str:
    """Return a figure with its exact value and its sentence, another mention as the source prints it."""
    printed = sentence_around(*_surroundings(mention, around))
    if not isinstance(mention, Figure):
        return "\n".join(text for text in (_shown_title(mention), mention.article) if text)
    exact = exact_text(mention)
    return "\n".join(text for text in (mention.label, exact, printed, mention.article) if text)


def value_text(figure: Figure) -> str:
    """Return a figure as printed, with the unit and the sign of a comparison that stand elsewhere."""
    sign = SIGNS.get(figure.comparator, "")
    shows_it = not sign or figure.kind in DATED or any(mark in figure.surface for mark in "≥≤<>＜＞≧≦~～余多")
    text = figure.surface
    if BARE.fullmatch(text) and figure.unit and isinstance(figure.value_low, Decimal):
        number = _in_han(figure.value_low) if figure.kind == "money" and figure.value_high is None else text
        unit = unit_text(figure.kind, figure.unit)
        text = f"{number}{'' if number[-1] in '万亿' and unit > MAX_LATIN else ' '}{unit}"
    return text if shows_it else f"{sign} {text}"


def exact_text(figure: Figure) -> str:
    """Return the value that a figure was read as, in base units."""
    if figure.kind in DATED:
        return iso_text(figure)
    low, high = _number_text(figure.value_low), _number_text(figure.value_high)
    value = f"{low} – {high}" if high else low
    return f"{SIGNS.get(figure.comparator, '')} {value} {unit_text(figure.kind, figure.unit)}".strip()


def card_text(contact: Contact) -> str:
    """Return a contact as lines of text, to be pasted into a message."""
    face = _contact_face(contact)
    lines = (f"{line.label}: {line.text}" if line.label else line.text for line in face.lines)
    return "\n".join((face.title, *lines))


def days_text(day: date, today: date) -> str:
    """Say how many days are left until a deadline, or have passed since."""
    translate, days = QCoreApplication.translate, (day - today).days
    if days == 0:
        return translate("Card", "today")
    if days > 0:
        text = translate("Card", "1 day left") if days == 1 else translate("Card", "{count} days left")
    else:
        text = translate("Card", "1 day ago") if days == -1 else translate("Card", "{count} days ago")
    return text.format(count=grouped(abs(days)))


def clause_around(source: str, start: int, end: int) -> str:
    """Return the clause that a place stands in, which says what a figure without label means."""
    return sentence_around(source, start, end, CLAUSE_STOPS)


def sentence_around(source: str, start: int, end: int, stops: tuple[str, ...] = STOPS) -> str:
    """Return the sentence that a place stands in, wraps closed, shortened to a line or two."""
    first = max(start - REACH, 0)
    last = min(end + REACH, len(source))
    before, after = source[first:start], source[end:last]
    cut = max((before.rfind(stop) for stop in stops), default=-1)
    is_cut_off = cut < 0 and first > 0
    stop = min((at for mark in stops if (at := after.find(mark)) >= 0), default=-1)
    text = before[cut + 1 :] + source[start:end] + (after[:stop] if stop >= 0 else after)
    text = " ".join(INNER_SPACE.sub("", text.strip()).split()).lstrip("# ")
    return f"{'…' if is_cut_off else ''}{text}{'…' if stop < 0 and last < len(source) else ''}"


def _surroundings(mention: Mention, around: Around) -> tuple[str, int, int]:
    """Return the text that a mention stands in, and its place there: as composed, else as the file has it."""
    return around.texts.passage(mention.start, mention.end) or (around.source, mention.start, mention.end)


def _explained(figure: Figure, around: Around) -> str:
    """Return the clause that explains a figure without label, or its sentence when the clause is the figure."""
    place = _surroundings(figure, around)
    clause = clause_around(*place)
    is_bare = len("".join(clause.split())) <= len("".join(figure.surface.split())) + 1
    return sentence_around(*place) if is_bare else clause


def _date_face(figure: Figure, around: Around) -> CardFace:
    day = due_day(figure)
    sentence = sentence_around(*_surroundings(figure, around))
    lines = (CardLine(sentence, is_muted=True),) if sentence else ()
    title = f"{iso_text(figure)}\u2002{figure.label}".strip()
    if day is None:
        return CardFace(title, "", lines)
    days = (day - around.today).days
    if send := where_to_send(figure, around.mentions, around.source):
        lines = (*lines, CardLine(send, _label("send")))
    return CardFace(title, days_text(day, around.today), lines, 0 <= days <= SOON, days < 0)


def _caption_face(caption: CaptionMention) -> CardFace:
    credit = (
        (CardLine(caption.credit, _label("credit")),)
        if caption.credit and caption.credit not in caption.surface
        else ()
    )
    return CardFace(caption.surface, "", credit)


def _contact_face(contact: Contact) -> CardFace:
    title, role = _shown_title(contact), role_text(contact.role)
    lines = [CardLine(text) for text in (*contact.orgs, contact.title) if text not in ("", title, role)]
    for name, texts in (
        ("phone", contact.phones),
        ("fax", contact.fax),
        ("email", contact.emails),
        ("", contact.accounts),
        ("address", (contact.address,)),
        ("url", tuple(map(shown_address, contact.urls))),
    ):
        lines += [CardLine(text, _label(name) if name else "") for text in texts if text and text != title]
    if contact.repeats > 1:
        repeated = QCoreApplication.translate("Card", "printed {count} times")
        lines.append(CardLine(repeated.format(count=contact.repeats), is_muted=True))
    return CardFace(title, role, tuple(lines))


def _link_face(link: Link) -> CardFace:
    address = shown_address(link.url)
    return CardFace(link.text or address, "", (CardLine(address, is_muted=True),) if link.text else ())


def _shown_title(mention: Contact | CaptionMention | Link) -> str:
    if isinstance(mention, CaptionMention):
        return mention.surface
    if isinstance(mention, Link):
        return mention.url
    candidates = (
        LISTED.join(mention.persons),
        mention.title,
        mention.org,
        *mention.emails,
        *map(shown_address, mention.urls),
        *mention.phones,
    )
    return next((text for text in candidates if text), role_text(mention.role))


def _label(name: str) -> str:
    return QCoreApplication.translate("Card", LABELS[name])


def _number_text(value: object) -> str:
    if not isinstance(value, Decimal):
        return str(value or "")
    whole, point, rest = f"{value.normalize():f}".partition(".")
    return f"{grouped(int(whole))}{point}{rest}" if whole.lstrip("-").isdecimal() else f"{value}"


def _in_han(value: Decimal) -> str:
    """Write an amount in 亿 or 万, as it is printed where its unit stands beside it."""
    for size, name in ((Decimal(10**8), " 亿"), (Decimal(10**4), " 万")):
        if abs(value) >= size:
            return f"{(value / size).normalize():f}{name}"
    return f"{value.normalize():f}"
