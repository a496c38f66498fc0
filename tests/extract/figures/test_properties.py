"""On any text figures lie inside it, in order and apart, and are found where they say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.extract import figures_of
from reader.model.errors import ReaderError
from reader.model.mentions import Figure
from reader.pipeline import open_issue
from tests.extract.figures.sentences import figures_in, issue_of
from tests.properties.texts import cut_and_shuffled, lines_of_bulletins

KINDS = {
    *("money", "percent", "measure", "count", "multiple", "ratio", "duration"),
    *("date", "date_range", "deadline", "issue"),
}
WORDS = (
    *(
        "3",
        "12.5",
        "1,200",
        "２０２５",
        "1 200",
        "10⁻⁵",
        "三",
        "十二",
        "一百",
        "百分之",
        "分之",
        "两",
        "半",
        "余",
        "多",
        "第",
    ),
    *(
        "万",
        "亿",
        "千",
        "元",
        "美元",
        "英镑",
        "%",
        "个",
        "吨",
        "年",
        "月",
        "日",
        "公里",
        "kWh",
        "/",
        "·",
        "m2",
        "℃",
        "度",
    ),
    *(
        "至",
        "-",
        "—",
        "～",
        "、",
        "和",
        "×",
        "(",
        ")",
        "，",
        "。",
        " ",
        "\n",
        "约",
        "不少于",
        "以上",
        "前",
        "$",
        "¥",
        "≥",
    ),
    *("2025年", "3月5日", "18:00", "倍", "成", "翻一番", "H因子", "期", "天", "小时", "dB(A)", "W/(m·K)", "块", "毛"),
)


def _hold(figures: tuple[Figure, ...], text: str) -> None:
    """Check what must hold for the figures of any text."""
    end = 0
    for figure in figures:
        assert figure.kind in KINDS
        assert end <= figure.start < figure.end <= len(text)
        assert "".join(figure.surface.split()) == "".join(text[figure.start : figure.end].split())
        assert figure.value_low is not None
        assert figure.comparator in {"=", "≥", ">", "≤", "<", "~"}
        end = figure.end


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
@settings(max_examples=400, deadline=None)
def test_figures_lie_apart_in_any_heap_of_words(text: str) -> None:
    _hold(figures_in(text), text)


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_figures_lie_apart_in_any_characters(text: str) -> None:
    _hold(figures_in(text), text)


@pytest.mark.slow
@given(st.one_of(lines_of_bulletins(), cut_and_shuffled()).filter(str.strip))
@settings(max_examples=100, deadline=None)
def test_figures_of_any_bulletin_lie_inside_its_source(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "bulletin.txt"
    path.write_bytes(text.encode("utf-8", "replace"))
    try:
        issue = open_issue(path)
    except ReaderError:  # a text of control characters alone shows nothing
        return
    end = 0
    for figure in figures_of(issue):
        assert end <= figure.start < figure.end <= len(issue.source.text)
        end = figure.end


def test_the_work_may_be_stopped() -> None:
    def stop(stage: str, fraction: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        figures_of(issue_of("总投资3亿元。"), stop)
