"""What a figure measures, as a noun phrase that a person would accept; none where the text tells no good one.

A label is built from the clause: the noun phrase that leads to the number with the word of the change (增加值同比增长),
or what is counted or owned behind it (40个|触点, 3亿元的|贷款). It is cut at the boundaries of words. A figure whose
clause names nothing (，同比增长5%) goes on about what the one before it is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.extract.figures.deadlines import what_is_due
from reader.extract.figures.phrase_words import phrase_words
from reader.extract.figures.reading import NO_SIGN
from reader.extract.figures.spot import FigureLine, FoundFigure
from reader.words import Word, tagged

REACH = 48  # characters on either side of a figure in which its label is looked for
LONGEST = 16  # characters of a label
SHORTEST = 2
CUT = re.compile(r"[，。；!?！？,;\n|]|[:：](?=[^0-9:：]*+$)")  # the last colon, unless a number follows
REMARK = re.compile(r"\([^()]{0,16}\)\s*$")
NUMBERING = re.compile(r"^\s*(?:[0-9]{1,2}[.、)]|\([0-9一二三四五六七八九十]{1,2}\)|[①-⑳•·▪◆■●★☆>-])\s*")
LEFT_OVER = re.compile(
    r"^[ ]?(?:(?:高|深|远)?处(?![理置于方罚长])|以上|以下|以内|之内|左右|[后前上下内时多余起])"
)  # of the figure before
MORE = re.compile(r"[ ]?(?:及?以上|以下|左右|多|余)(?!的)")
WHEN = re.compile(r"[ ]?(?:[后前时内中]|[以之][内后前]|左右(?:[，。；]|$))")  # no noun follows: 2000次后, 14天内
OWNED = re.compile(r"[ ]?(?:及?以上|以下|左右|多|余)?[ ]?的(?=\S)")
ROW = re.compile(r"[ ]?(?:、|和|及|与|以及)[ ]?$")
SENTENCE_END = re.compile(r"[。；!?！？\n]")
STOP_BEHIND = re.compile(r"[，。；：、,;:!?！？()（）“”《》\n0-9\ufffc]")
EQUATED = ("为", "是", "达", "达到")
NOUNS = frozenset("nbjlsxig")  # first letters of the tags of what a noun phrase is made of
PEOPLE = frozenset({"人", "名", "位", "户", "家", "人次", "例"})
DEEDS = 8  # characters of what people do that still says who they are: 770万人|死亡
PREFIXES = frozenset("分总副主单双多小大新老高低超子原未可待")  # of nouns, whatever the dictionary takes them for
SUFFIXES = frozenset("率额量费数度期力比值价款金线点面层级性型方")  # behind a verb they make it a noun: 资助率
EXTENTS = frozenset({"强度", "规模", "力度", "周期", "金额", "总额"})  # behind a verb, too: 投入强度, 资助规模
CAUSES = frozenset({"因", "受", "由于"})  # 带鱼|因补库|上涨
DONE = frozenset("住完上到给成着掉来去过束向")  # what verbs end in that tell of something done
LOCATIVES = frozenset("中里上下内外前后")
ATTRIBUTE = re.compile(
    r"(?:[率额量费数度期力比值价款速重径龄温压流长宽高深厚]|面积|体积|成本|功耗|水平|规模|间隔|周期|时间)$"
)
BASE = re.compile(  # 约为磁带的|十分之一
    r"(?:约?[为是]|相当于|只有|仅|不到|不足|[高低]于|超过)(?:[^，。；为是由从把]{1,14}的)[ ]?$"
)
GAINED = re.compile(r"(?<![将已可共再])[将已可共再]*+获(?:得|批)?(?:了|近|约|超)?[ ]?$")
SPENT = re.compile(r"(?P<what>[^，。；：、\s0-9]{0,4}(?:用时|耗时))(?:约|仅|为)?[ ]?$")
ORIGIN = re.compile(r"[由从][^，。；由从]{2,14}的[ ]?$")  # 由同类产品的|90秒缩短到21秒
PER = re.compile(r"每(?![年天日月])[^，。；、0-9]{0,3}$")  # 每削减|1公斤: for how much, not how much
DURING = re.compile(r"(?:历时|为期|仅?用了?|花了?|经过|耗费)[ ]?$")
DEPTH = re.compile(r"[ ]?(?P<of>[深高长宽厚])(?![度级处])")
COMPARED_TO = re.compile(
    r"(?<![同环占对])[比较](?![例重值率特为])[^，。；比较]{1,10}?"
    r"(?<![降增减提升拉偏压走延加至最])(?P<degree>[高低快慢大小多少重轻长短强弱]|增产|减产)(?:出|了)?[ ]?$"
)
# 高于全国平均水平|0.3个百分点: the number says by how much
FURTHER = re.compile(r"(?P<degree>(?:[高低快慢多少]于|超过|超出|高出)[^，。；、0-9]{2,10}?)[ ]?$")
OF_THE_LAST = re.compile(r"^[ ]?的?[^，。；：、和与及]{1,12}(?:、|和|与|及)")  # 14个|站点、2300公顷: the noun of 14个
LISTED = re.compile(r"(?:、|和|与|及|以及)[ ]?$")
LASTS = re.compile(r"(?:[期龄限时长程间隔寿命久历]|周期|年限|时效|提前量|工龄|学制|滞后|延迟|误差|偏差)$")
ADVERBIAL = re.compile(r"[在于][^，。；0-9]{0,3}$")
WITHIN = re.compile(
    r"(?<![制持定于优劣高低大小多少短长好弱强快慢等介])[在于][ ]?(?:大?约|近|高达|低至|[<>≤≥~])?[ ]?$"
)  # in 190℃: a circumstance
SAID_TWICE = re.compile(r"(?:高达|多达|长达|低至|可达|均达)$")
SHARE = re.compile(r"占[ ]?(?:到|了|比)?(?:约|近|超过?|不到|不足|至少)?[ ]?$")
TIMES = frozenset({"次", "回", "轮", "场", "遍", "趟"})
LATIN_NOUN = re.compile(r"[a-z]?[A-Z]{2,}[A-Za-z0-9-]*")
DEGREES = frozenset("高低快慢大小多少重轻长短强弱贵")
NO_DEED = frozenset("的均在按都已也被由从以对和与及，将")
ONE_OF = re.compile(
    r"^(?:一[段层张座节组台套种个项条次批块片只份幅艘架名位]|[该这那其]|本(?![地土科级币质身体金息垒]))+"
)
NUMBER_FOLLOWS = re.compile(r"[ ]?(?:[为是达约][到约]?)?[ ]?[0-9]")
ORDINAL = re.compile(r"第[0-9]")
KEPT = frozenset("占过合含计定")  # of the words that lead to a number those that words begin with: 过闸货运量
BOUND = re.compile(r"(?:[高低多少大小]于|超过|不足|不到|达到?|[为是])$")
INDICES = frozenset({"H因子", "pH"})
RATE = re.compile(r"每(?:平方|立方)?[厘毫千]?[米克升里顷亩吨][^的]{0,2}")  # 每平方厘米分布
SHORT_RATE = 4  # characters of 每公顷, which says for how much and not what
SHORT_CLAUSE = 10  # characters behind 的 that are one noun phrase, verbs included: 棕熊|闯入|房屋事件
WITHOUT_SUBJECT = frozenset({"date", "date_range", "issue"})


class Topic(NamedTuple):
    """What the figures of a sentence are about so far."""

    phrase: str = ""
    end: int = 0  # of the figure before


class LeadIn(NamedTuple):
    """What the words before a number say: a noun phrase, the word of a change, and whether they go on about a topic."""

    phrase: str = ""
    change: str = ""
    goes_on: bool = False


def label_of(line: FigureLine, figure: FoundFigure, before: str, topic: Topic) -> tuple[str, Topic]:
    """Return what a figure measures, and the topic for the next one; `before` are the words that lead to it."""
    if figure.kind == "deadline":
        return what_is_due(line.text, figure.start, figure.behind or figure.end), topic
    if figure.kind in WITHOUT_SUBJECT:
        is_told = line.text[figure.start - 1 : figure.start] in ("：", ":")
        return (_led_by(_clause(before)).phrase if is_told else ""), topic
    if topic.phrase and SENTENCE_END.search(line.text, topic.end, figure.start):
        topic = Topic()
    lead = _lead(figure, before)
    label = _chosen(line, figure, lead, topic)
    return label, Topic(lead.phrase or topic.phrase, figure.behind or figure.end)


def words_before(line: FigureLine, start: int, floor: int, dates: Sequence[tuple[int, int]]) -> str:
    """Return the text between the figure or the address before and a figure, without dates: they say when, not what."""
    begin = max(floor, start - REACH, line.text.rfind(NO_SIGN, 0, start) + 1)
    text = line.text[begin:start]
    for low, high in reversed(dates):
        if low >= begin and high <= start:
            text = text[: low - begin] + text[high - begin :]
    if begin == floor and floor:
        text = OF_THE_LAST.sub("", LEFT_OVER.sub("", text)) if not ROW.match(text) else text
    return text


def adverbial(line: FigureLine, figure: FoundFigure) -> tuple[int, int] | None:
    """Return the range of words that only say when or where something is so: 在90年内, 在190℃下, 2028年前."""
    if figure.kind in ("date", "date_range", "deadline"):
        return figure.start, figure.end
    before = ADVERBIAL.search(line.text[max(0, figure.start - 6) : figure.start])
    when = WHEN.match(line.text, figure.end)
    return (figure.start - len(before.group()), when.end()) if before and when else None


def _chosen(line: FigureLine, figure: FoundFigure, lead: LeadIn, topic: Topic) -> str:
    """Weigh what stands before and behind a figure."""
    goes_on = lead.goes_on or ROW.match(line.text, topic.end, figure.start) is not None
    if figure.kind == "count":
        return _behind(line, figure) or _thing(lead.phrase, figure.unit) or (topic.phrase if goes_on else "")
    if lead.goes_on and topic.phrase:
        return _changed(topic.phrase, lead.change)
    is_owned = OWNED.match(line.text, figure.behind or figure.end) is not None
    is_told = line.text[max(0, figure.start - 3) : figure.start].rstrip().endswith(EQUATED)
    is_told = bool(lead.phrase) and (is_told or ATTRIBUTE.search(lead.phrase) is not None)
    if is_owned and not is_told and len(behind := _behind(line, figure)) >= SHORTEST:
        return behind
    if lead.phrase.endswith("获"):
        behind = _behind(line, figure)
        return lead.phrase + (behind if 0 < len(behind) <= DEEDS else "资金")
    if lead.phrase:
        return _changed(lead.phrase, lead.change)
    if figure.kind == "measure" and (depth := DEPTH.match(line.text, figure.end)):
        return f"{depth['of']}度"
    if topic.phrase and (lead.change or goes_on):
        return _changed(topic.phrase, lead.change)
    behind = _behind(line, figure) if figure.kind in ("money", "percent", "measure") and not is_owned else ""
    return behind if behind not in phrase_words().empty else ""


def _thing(phrase: str, unit: str) -> str:
    """Return a phrase that names a thing: a verb alone counts nothing but times."""
    words = tagged(phrase)
    is_verb = len(words) == 1 and words[0].tag == "v" and phrase[-1] not in SUFFIXES and phrase[-1] not in "能量"
    return "" if is_verb and unit not in TIMES else phrase


def _lead(figure: FoundFigure, before: str) -> LeadIn:
    """Read what stands before a figure, but where it is only a circumstance or what it is compared with."""
    if per := PER.search(before):
        return _led_by(_clause(before[: per.start()])) if figure.kind in ("money", "percent") else LeadIn()
    if figure.unit in INDICES or figure.kind == "duration" and DURING.search(before):
        return LeadIn()
    if (origin := ORIGIN.search(before)) and (lead := _led_by(_clause(before[: origin.start()]))).phrase:
        return lead
    if LISTED.search(before):
        return LeadIn()
    if figure.kind in ("ratio", "multiple", "percent") and (base := BASE.search(before)):
        lead = _led_by(_clause(before[: base.start()]))
        return lead if lead.phrase else LeadIn(goes_on=True)
    if figure.unit == "pp" and (further := FURTHER.search(before)):
        lead = _led_by(_clause(before[: further.start()]))
        return LeadIn(lead.phrase, further["degree"], not lead.phrase)
    if figure.kind == "duration" and (spent := SPENT.search(before)):
        return LeadIn(spent["what"])
    if figure.kind == "money" and (gained := GAINED.search(before)):
        owner = _led_by(_clause(before[: gained.start()])).phrase
        return LeadIn(f"{owner}获") if owner else LeadIn()
    if figure.kind in ("measure", "duration") and WITHIN.search(before):
        return LeadIn()
    if figure.kind == "duration":
        return _lasting(before)
    lead = _led_by(_clause(before))
    if figure.unit not in TIMES and not lead.change and _is_a_deed(lead.phrase):
        return LeadIn()
    if lead.phrase.startswith("每") and (len(lead.phrase) <= SHORT_RATE or RATE.fullmatch(lead.phrase)):
        return LeadIn()
    if SHARE.search(before) and lead.phrase and not lead.phrase.startswith("占") and lead.phrase[-2:] != "占比":
        return lead._replace(phrase=lead.phrase + "占比")
    return lead


def _is_a_deed(phrase: str) -> bool:
    """Tell whether a phrase ends in what someone did, which is no quantity: 光伏首次|扛住, 科考船|结束, 附上."""
    words = tagged(phrase)
    if not words or words[-1].tag != "v" or words[-1].text in phrase_words().sums | phrase_words().changes:
        return False
    is_qualified = len(words) > 1 and words[-2].tag == "d" and len(words[-1].text) > 1
    return is_qualified or words[-1].text[-1] in DONE


def _lasting(before: str) -> LeadIn:
    """Read what lasts: a noun of time (工期, 平均寿命) or what is done right before the span (自动续借|10天).

    Whoever does it, and where, lasts nothing: 预报员的一天, 门口等了二十分钟.
    """
    lead = _led_by(_clause(before), ends_in_verb=True)
    words = tagged(lead.phrase)
    if not words or lead.goes_on or LASTS.search(lead.phrase):
        return lead
    last = words[-1].text
    is_deed = words[-1].tag[:1] == "v" and len(last) > 1 and last[-1] not in DONE
    return lead if is_deed or lead.change else LeadIn()


def _changed(phrase: str, change: str) -> str:
    return phrase + change if not phrase.endswith(change) else phrase


def _clause(before: str) -> str:
    """Return the last clause of a text that names something."""
    text = REMARK.sub("", before.rstrip(" :：(（"))
    cuts = [m.end() for m in CUT.finditer(text)]
    clause = text[cuts[-1] :] if cuts else text
    return NUMBERING.sub("", clause).strip()


def _led_by(clause: str, *, ends_in_verb: bool = False) -> LeadIn:
    """Read the words that lead to a number from the last one on: what changed, by comparison with what, to a level."""
    known = phrase_words()
    compared = COMPARED_TO.search(clause)
    if compared:
        lead = _led_by(clause[: compared.start()])
        return LeadIn(lead.phrase, compared["degree"], not lead.phrase)
    to = _changes_to().search(clause)
    clause = SAID_TWICE.sub("", clause[: to.start()] if to else clause)
    words = _whole([word for word in tagged(clause) if word.text.strip()])
    change = comparison = ""
    level, changed = False, to is not None
    while words:
        word = words[-1].text
        if word in known.changes and not changed:
            changed = True
            change = "" if level else word
        elif word in known.comparisons:
            comparison = word
        elif word in known.levels:
            level = True
        elif word not in known.leads:
            break
        words.pop()
    cause = next((at for at, word in enumerate(words) if word.text in CAUSES), 0) if changed else 0
    words, degree = _uncompared(words[:cause] if cause else words, changed)
    change = change or degree
    while words and (words[-1].text in known.leads or words[-1].text in known.comparisons):
        comparison = comparison or (words[-1].text if words[-1].text in known.comparisons else "")
        words.pop()
    phrase = _noun_phrase(words, ends_in_verb=ends_in_verb)
    goes_on = not words and (changed or BOUND.search(clause) is not None)
    return LeadIn(phrase, comparison + change if change else "", goes_on)


def _whole(words: list[Word]) -> list[Word]:
    """Join 比 with the word before it where nothing follows that something could be compared with: 能效|比|为."""
    known = phrase_words()
    for at in range(len(words) - 1, 0, -1):
        follows = words[at + 1].text if at + 1 < len(words) else ""
        if words[at].text == "比" and (not follows or follows in known.leads or follows in known.changes):
            words[at - 1 : at + 1] = [Word(words[at - 1].text + "比", "n")]
    return words


@lru_cache(maxsize=1)
def _changes_to() -> re.Pattern[str]:
    """Return what finds a change to a level at the end of a clause, which the dictionary would split: 下|降到."""
    changes = sorted(phrase_words().changes, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(changes)})[到至为](?:了|约|近|仅|原来的|其)?$")


def _uncompared(words: list[Word], changed: bool) -> tuple[list[Word], str]:
    """Take off what is compared with: 较峰值|降低, 比上年同期|增长, 比钢|轻; return the word of degree, too."""
    degree = words[-1].text if words and words[-1].text in DEGREES else ""
    if not changed and not degree:
        return words, ""
    for at in range(len(words) - 1, max(-1, len(words) - 8), -1):
        if words[at].text in phrase_words().set_against:
            return words[:at], degree
    return words, ""


def _noun_phrase(words: Sequence[Word], *, ends_in_verb: bool = False) -> str:
    """Return the noun phrase that words end in, cut at a word where it is too long."""
    known = phrase_words()
    share = next((at for at in range(len(words) - 1, -1, -1) if words[at].text == "占"), -1)
    if 0 <= share < len(words) - 1:
        return _good([word.text for word in words[share:] if word.text not in ("了", "到")])
    at = len(words)
    behind_of = False  # left of 的 verbs are part of what qualifies the noun
    last = words[-1] if words else Word("", "")
    if last.tag == "m":
        return ""  # a number of its own: 一道、一段|8米长的
    if ends_in_verb and last.tag[:1] == "v" and last.text not in known.stops | known.object_verbs:
        at -= 1
    while at and not _ends_phrase(words, at - 1, behind_of):
        at -= 1
        behind_of = behind_of or words[at].text == "的"
    label = _good([word.text for word in words[at:]])
    if label in known.sums:
        while at and words[at - 1].text in known.leads | {"计划", "拟"}:
            at -= 1
        owner = _noun_phrase(words[:at])
        return owner + label if owner and len(owner + label) <= LONGEST else label
    return label


def _good(parts: list[str]) -> str:
    """Join the words of a phrase without what only leads to it; nothing where it does not say what is measured."""
    known = phrase_words()
    if len(parts) > 2 and len(parts[0]) == 1 and parts[1] == "的":
        parts = parts[2:]  # the end of a word that was cut: 配套|件|的
    while parts and (parts[0] in "的和与及、" or parts[0] in known.leads and parts[0] not in KEPT):
        parts = parts[1:]
    while len("".join(parts)) > LONGEST:
        last = len(parts) - 1 - parts[::-1].index("的") if "的" in parts else -1
        parts = parts[last + 1 :] if last >= 0 and len("".join(parts[last + 1 :])) >= 4 else parts[1:]
    while parts and parts[-1] in "的和与及、":
        parts = parts[:-1]
    label = ONE_OF.sub("", "".join(parts)).strip("、 “”\"'·.")
    label = "" if label.isascii() and not LATIN_NOUN.fullmatch(label) else label
    is_good = SHORTEST <= len(label) <= LONGEST and label not in known.empty and not ORDINAL.match(label)
    return label if is_good and any(part not in known.empty and part not in known.stops for part in parts) else ""


def _ends_phrase(words: Sequence[Word], at: int, behind_of: bool) -> bool:
    """Tell whether a word is no part of the noun phrase to its right."""
    known = phrase_words()
    text, tag = words[at]
    is_last = at == len(words) - 1
    if text == "每" or text == "的":
        return is_last and text == "的"
    if text in ("和", "与", "及", "、"):
        return is_last or at == 0 or not _is_noun(words[at - 1])
    if text in LOCATIVES and at and not is_last and not _is_noun(words[at - 1]):
        return False
    if text in known.stops:
        return True
    if not is_last and (words[at + 1].text in SUFFIXES or text not in known.changes and words[at + 1].text in EXTENTS):
        return False
    if text in known.object_verbs:
        if len(text) == 1 and not is_last and len(words[at + 1].text) == 1:
            return False  # 建|链|时间
        return not (is_last and text in known.sums) and not (behind_of and at and _is_noun(words[at - 1]))
    if tag[:1] == "v" and not behind_of and at and words[at - 1].text in known.stops:
        return not is_last and len(words) - at > 2
    return tag[:1] in "pcryuw" and len(text) == 1


def _is_noun(word: Word) -> bool:
    return word.tag[:1] in NOUNS or word.tag in ("vn", "an", "eng", "nz")


def _behind(line: FigureLine, figure: FoundFigure) -> str:
    """Return what is counted or owned: the noun phrase that begins behind a figure."""
    known = phrase_words()
    start = figure.behind or figure.end
    owned = OWNED.match(line.text, start)
    if not owned and WHEN.match(line.text, start):
        return ""
    more = MORE.match(line.text, start)
    text = line.text[owned.end() if owned else more.end() if more else start :][:REACH].lstrip()
    stop = STOP_BEHIND.search(text)
    clause = text[: stop.start()] if stop else text
    label = _noun_of(clause, owned is not None)
    if stop and not owned and label and NUMBER_FOLLOWS.match(text, len(label)):
        label = _first_noun(label)  # the rest is what the next figure measures: 23名|成员|平均年龄21岁
    if not label and figure.unit in PEOPLE and SHORTEST <= len(clause) <= DEEDS and clause[0] not in NO_DEED:
        deed = tagged(clause)[0].text
        return clause.strip() if deed not in known.changes and deed not in known.object_verbs | known.leads else ""
    first = tagged(clause[:4])[:1] if figure.unit in TIMES and not label else ()
    if first and first[0].tag[:1] == "v" and first[0].text not in known.changes:
        return first[0].text
    return label if not label[:1].isascii() or LATIN_NOUN.match(label) else ""


def _first_noun(phrase: str) -> str:
    """Return a phrase up to its first noun; nothing where that is what something measures."""
    words = tagged(phrase)
    at = next((k for k, word in enumerate(words) if word.tag[:1] == "n" and len(word.text) > 1), len(words))
    noun = "".join(word.text for word in words[: at + 1])
    return "" if at == len(words) or ATTRIBUTE.search(noun) else noun


def _noun_of(clause: str, is_owned: bool) -> str:
    """Return the noun phrase that a clause begins with; a verb at its end, or within a short one, is part of it."""
    words = tagged(clause[: LONGEST + 4])
    whole = len(clause) <= SHORT_CLAUSE and bool(words) and words[-1].tag[:1] != "v"
    taken: list[Word] = []
    for k, word in enumerate(words):
        is_end = k == len(words) - 1 and len(word.text) > 1 and len(clause) <= LONGEST + 4 and bool(taken)
        qualifies = not k and _qualifies(words)
        following = words[k + 1].tag[:1] if k + 1 < len(words) else ""
        if taken and (word.tag == "z" or word.tag == "d" and following and following in "vp"):
            break  # 河流|逐条排查, 箱子|整整齐齐地码, 县区|陆续把
        if not qualifies and _begins_predicate(word, taken, is_owned and whole or is_end):
            break
        taken.append(word)
    known = phrase_words()
    is_whole = len(taken) == len(words) and len(clause) <= LONGEST + 4
    while taken and (taken[-1].text in known.stops or taken[-1].text in PREFIXES or taken[-1].tag[:1] in "abuc"):
        taken.pop()
    while taken and not is_whole and taken[-1].tag == "v" and taken[-1].text not in SUFFIXES:
        taken.pop()
    while taken and taken[-1].text in "的和与及 ":
        taken.pop()
    label = "".join(word.text for word in taken).strip()
    follows = words[len(taken)].tag[:1] if len(taken) < len(words) else "v"
    is_noun = len(label) == 1 and taken[-1].tag[:1] == "n" and follows not in NOUNS | {"x"}  # 3个|县
    return label if (len(label) >= SHORTEST or is_noun) and len(label) <= LONGEST and label not in known.void else ""


def _qualifies(words: Sequence[Word]) -> bool:
    """Tell whether a verb in front is part of the noun behind it: 拟定|化合物."""
    known = phrase_words()
    if len(words) < 2 or words[0].tag[:1] != "v" or len(words[0].text) < 2:
        return False
    first = words[0].text
    is_known = first in known.object_verbs or first in known.changes or first in known.stops
    is_known = is_known or first[-1] in "至到于在给为向自成"
    return not is_known and words[1].tag[:1] == "n" and len(words[1].text) > 1


def _begins_predicate(word: Word, taken: Sequence[Word], takes_verbs: bool) -> bool:
    """Tell whether a word behind a figure is no part of the noun phrase any more."""
    known = phrase_words()
    text, tag = word
    if text in ("的", "和", "与", "及"):
        return not taken
    if text in PREFIXES or text == "地" or taken and text in SUFFIXES:
        return False
    if text in known.stops or text in known.leads or text in known.changes:
        return True
    if text[-1] in known.levels and text[:-1] in known.changes:
        return True
    if tag[:1] in "pcrdyu" and len(text) == 1:
        return True
    is_qualified = bool(taken) and taken[-1].text in PREFIXES
    return tag[:1] == "v" and tag != "vn" and not is_qualified and (not taken or not takes_verbs)


def printed(line: FigureLine, label: str) -> str:
    """Return a label in the characters of the printed text, which may be traditional ones."""
    at = line.text.find(label)
    return line.raw[at : at + len(label)] if label and at >= 0 else label
