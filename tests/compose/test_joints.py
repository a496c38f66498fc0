"""What stands between two lines that were joined."""

from __future__ import annotations

from itertools import accumulate

import pytest

from reader.compose.inline import join_runs, joint
from reader.compose.styled import Reading


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("渔业站测量", "水温和盐度", ""),
        ("measured by the", "station every day", " "),
        ("the well-", "known station", ""),
        ("地址是 https://data.example.org/coast2031", "05/daily.html", ""),
        ("see https://data.", "example.org/coast", ""),
        ("see https://data.example.org/coast.", "Every hour", " "),
        ("see https://data.example.org/ for", "more", " "),
    ],
)
def test_nothing_is_put_inside_an_address_and_a_space_between_latin_words(before: str, after: str, wanted: str) -> None:
    assert joint(before, after, spaced=False) == wanted


@pytest.mark.parametrize(("spaced", "wanted"), [(True, " "), (False, "")])
def test_between_han_and_latin_stands_what_the_document_sets(spaced: bool, wanted: str) -> None:
    assert joint("新的材料", "PLA", spaced) == wanted
    assert joint("PLA", "的强度", spaced) == wanted


ADDRESSES = (  # lines, and the address that each piece of text leads to
    (("见 https://a.cn/", "news/1.html，欢迎。"), "https://a.cn/news/1.html"),
    (("见 https://a.cn/", "news/2031/", "1.html"), "https://a.cn/news/2031/1.html"),
    (("网站：https://data.", "a.cn/list?id=1&b=2。"), "https://data.a.cn/list?id=1&b=2"),
    (("网站：https://a.cn/x.", "上文已说。"), "https://a.cn/x"),
    (("见 https://a.cn/x", "https://b.cn/y"), ""),
    (("见 a.cn/x/", "news.html"), ""),
)


@pytest.mark.parametrize(("lines", "url"), ADDRESSES)
@pytest.mark.parametrize("markup", [True, False])
def test_an_address_leads_from_all_of_its_lines(lines: tuple[str, ...], url: str, markup: bool) -> None:
    text = "\n".join(lines)
    ends = list(accumulate(len(line) + 1 for line in lines))
    slices = [(end - len(line) - 1, end - 1) for line, end in zip(lines, ends, strict=True)]
    runs = join_runs((one.runs for one in Reading(text, markup=markup).slices(slices)), spaced=False)
    assert "".join(run.text for run in runs) == "".join(lines)
    assert all(text[run.start : run.start + len(run.text)] == run.text for run in runs)
    linked = [run for run in runs if run.url]
    if url:
        assert {run.url for run in linked} == {url}
        assert "".join(run.text for run in linked) == url
    else:
        assert all(run.url == run.text for run in linked)
