"""Columns whose lines a tool wrote down in turns are read one after the other; what stands in order stays."""

from __future__ import annotations

from itertools import chain, pairwise, zip_longest

from reader.load.interleaved import with_columns_apart
from reader.load.lines import split_lines

ORCHARD = (
    (
        "镇里的果园今年第一次请来养蜂人，把四十只蜂箱放在梨树和苹果树之间。花期只有十二天，天气若是阴冷，蜜蜂就不肯出门，"
        "果农只好自己拿着毛笔给花朵授粉。"
    ),
    (
        "养蜂人说，蜂箱要背着风放，附近还要有干净的水。孩子们用木板做了饮水的浅盘，盘里铺上石子，免得蜜蜂落进水里。"
        "花谢以后，蜂箱会搬到山坡上的荞麦地去，果园的主人按箱付钱，另外还收到两罐新蜜。"
    ),
)
FERRY = (
    (
        "河边的旧渡口经过半年修理重新开放，木头栈桥换成了石头，台阶上刻着历年洪水的高度。老船工把自己的铜铃捐给渡口，"
        "每天清早和黄昏各敲一次。"
    ),
    (
        "新渡船由本地的船厂建造，装了蓄电池，开起来几乎没有声音。乘客可以在船上看到两岸的芦苇和白鹭，"
        "遇到大风时渡船停开，消息写在码头的黑板上，也会打电话通知对岸的学校，让学生改走上游的石桥回家。"
    ),
)
WIDTH = 18


def _column(story: tuple[str, ...]) -> list[str]:
    """Set a story in lines; the first line of a paragraph lost its indent."""
    lines = []
    for paragraph in story:
        cuts = [0, *range(WIDTH - 2, len(paragraph), WIDTH), len(paragraph)]
        lines += [paragraph[a:b] for a, b in pairwise(cuts)]
    return lines


def _read(text: str) -> list[str]:
    return [text[line.start : line.end].strip() for line in with_columns_apart(text, split_lines(text))]


def test_lines_of_two_columns_that_take_turns_are_read_column_by_column() -> None:
    left, right = _column(ORCHARD), _column(FERRY)
    turns = [line for pair in zip_longest(left, right) for line in pair if line]
    assert _read("\n\n".join(turns)) == left + right


def test_the_number_of_the_page_stays_at_its_end() -> None:
    left, right = _column(ORCHARD), _column(FERRY)
    turns = [line for pair in zip_longest(left, right) for line in pair if line]
    assert _read("\n\n".join([*turns, "— 3 —"]))[-1] == "— 3 —"


def test_lines_that_stand_apart_in_one_column_stay() -> None:
    lines = _column((*ORCHARD, *FERRY))
    assert _read("\n\n".join(lines)) == lines


def test_only_the_pages_that_need_it_are_put_in_order() -> None:
    left, right = _column(ORCHARD), _column(FERRY)
    turns = [line for pair in zip_longest(left, right) for line in pair if line]
    cover = ["渡口与果园", "第七期"]
    assert _read("\n\n".join(cover) + "\n\f" + "\n\n".join(turns)) == [*cover, *left, *right]


def test_nothing_is_lost_and_spaces_within_a_column_are_not_kept() -> None:
    left, right = _column(ORCHARD), _column(FERRY)
    text = "\n\n".join(chain.from_iterable(zip(left, right, strict=False)))
    before, after = split_lines(text), with_columns_apart(text, split_lines(text))
    assert sorted((line.start, line.end) for line in before) == sorted((line.start, line.end) for line in after)
    assert not after[1].blanks
