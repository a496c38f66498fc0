"""Text in any language is readable; what a failed recognition leaves is not; in doubt it is."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.load.readable import is_readable

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

TEXTS = {
    "a notice of one line": "本周五下午三点开会。",
    "a title": "关于放假的通知",
    "letter-spaced": "战 略 规 划\n科 技 动 态\n" * 30,
    "Traditional": "市政府昨日公布了新的節水計畫，明年預算約三億元。",
    "English": "Meeting at noon. Bring your own cup.",
    "French": "Le coût est estimé à trois millions d’euros.",
    "Japanese": "水道局は、新しい節水計画を発表した。",
    "kana only": "これはおしらせです",
    "Korean": "수도국은 새로운 절수 계획을 발표하였다.",
    "Russian": "Городская служба водоснабжения объявила о новой программе.",
    "Arabic": "أعلنت هيئة المياه عن خطة جديدة",
    "numbers": "12.5 34,100 56%\n78.1 90,200 12%\n" * 40,
    "a table of single digits": "| 1 | 2 |\n|---|---|\n| 3 | 4 |\n" * 40,
    "a form": "□ 是 □ 否\n" * 40,
    "rare names": "龚翔鑫 璩旻昊 逄岚\n" * 20,
    "a table of rare elements": "钪 21 44.96\n钛 22 47.87\n钒 23 50.94\n铬 24 52.00\n锗 32 72.63\n硒 34 78.97\n" * 10,
    "one letter": "A",
    "one character": "好",
    "contact": "联系人：王岚 010-5550 1234 wanglan@example.org",
    "formulas in prose": "其中 x, y, z ∈ R，a + b = c，因此该方程有唯一的解，证毕。\n" * 20,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_is_readable(text: str) -> None:
    assert is_readable(text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_every_stretch_of_a_bulletin_is_readable(path: Path) -> None:
    text = path.read_text("utf-8")
    assert all(
        is_readable(text[start : start + 80])
        for start in range(0, len(text), 80)
        if text[start : start + 80].strip("　 \n.…·-")
    )


STROKES = "丨丶丿乀乁乂亅亠冂冖冫凵刂勹匚卩厂厶囗夂宀巛廴彡彳忄扌氵犭爫疒癶糸纟艹虍衤讠辶钅阝隹饣"
SIMPLE = "一二三人口日目田土士工王干千上下八入力刀十"
SIGNS = "■□▲▼¤¬¦†‡°·…—^~`|\\/<>={}[]¨¢§ﬁ\ufffd"
JUNK = {  # what each is drawn from
    "strokes": STROKES + " \n",
    "strokes and signs": STROKES + SIGNS + " \n",
    "strokes, signs and simple characters": STROKES + SIGNS + SIMPLE * 2 + " \nIl1iOo0.,:;",
    "signs": SIGNS,
    "signs and letters like signs": SIGNS + "lI1oO0iJ5S \n",
    "any Han at all": "".join(map(chr, range(0x4E00, 0xA000))),
    "any ASCII": "".join(map(chr, range(32, 127))),
    "private use": "".join(map(chr, range(0xE000, 0xE400))) + " \n",
}


def _draw(pool: str, length: int, seed: int) -> str:
    dice = random.Random(seed)
    return "".join(dice.choice(pool) for _ in range(length))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("pool", JUNK.values(), ids=JUNK)
def test_junk_is_not_readable(pool: str, seed: int) -> None:
    assert not is_readable(_draw(pool, 2000, seed))


@pytest.mark.parametrize("text", ["", " \n　", "…… ---- ****\n" * 30, "■□◆◇"])
def test_without_a_letter_or_digit_there_is_nothing_to_read(text: str) -> None:
    assert not is_readable(text)


@pytest.mark.parametrize("place", ["before", "after"])
def test_a_page_of_junk_costs_no_article(place: str) -> None:
    junk = _draw(STROKES + SIGNS + " \n", 2000, 7)
    article = "市水务局昨日公布了新的节水计划，明年预算约三亿元。参加单位共二十家。\n" * 3
    assert is_readable(article + junk if place == "before" else junk + article)


@given(
    st.lists(
        st.sampled_from(["节水计划", "预算", "明年", "公布", "，", "。", "\n", "The plan", "2031年", "◆", "…"]),
        min_size=1,
    )
)
def test_any_mixture_of_words_is_readable(words: list[str]) -> None:
    assert is_readable("通知" + "".join(words))


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert is_readable(text) in (True, False)
