"""Web pages: their text, their encoding, what is hidden, and what no page can do to the program."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.load import Loaded, load
from reader.model.document import Issue
from reader.model.errors import Cancelled, ReaderError
from reader.pipeline import open_issue

PROSE = "全市科技工作会议昨日召开，会议总结了去年的成绩，部署了今年的任务。"


def _load(folder: Path, page: str | bytes, name: str = "page.html") -> Loaded:
    path = folder / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode("utf-8"))
    return load(path)


def _text(folder: Path, page: str) -> str:
    """Return what is shown of a page."""
    loaded = _load(folder, page)
    shown = [line for line in loaded.lines if line.hint and line.hint.role != "furniture"]
    return "\n".join(loaded.source.text[line.start : line.end] for line in shown)


FOLDED = [  # a page, and the lines of its text
    ("<p>两  \n 个字</p>", "两个字"),
    ("<p>two\n  words</p>", "two words"),
    ("<p>前 后</p>", "前 后"),
    ("<p>一行<br>二行<br/>三行</p>", "一行\n二行\n三行"),
    ("<p>　　缩进与&nbsp;空格</p>", "　　缩进与\xa0空格"),
    ("<pre>  留\n    住</pre>", "  留\n    住"),
    ("<p>a<b>b</b>c</p>", "abc"),
    ("<div>外<p>内</p>尾</div>", "外\n内\n尾"),
    ("<p>看<script>var x='不';</script><style>p{}</style><!-- 注 -->得见</p>", "看得见"),
    ("<p>&#20013;&amp;&lt;文&gt; &copy;</p>", "中&<文> ©"),
    ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字", "漢かん字"),
    ("<p>零\u200b宽\ufeff字\xad符</p>", "零宽字符"),
    ("<table><tr><td>联系人：</td><td>陆鸣</td></tr></table>", "联系人：陆鸣"),
    ("<select><option>选择年份</option></select><p>正文</p><textarea>意见</textarea>", "正文"),
]


@pytest.mark.parametrize(("page", "text"), FOLDED)
def test_white_space_is_folded_as_a_browser_does(page: str, text: str, tmp_path: Path) -> None:
    assert _text(tmp_path, page) == text


HIDDEN = (
    "<p style='display: none'>{}</p>",
    "<p hidden>{}</p>",
    "<div aria-hidden=true><p>{}</p></div>",
    "<p style='visibility:hidden'>{}</p>",
    "<p style='mso-hide:all'>{}</p>",
    "<p style='font-size:0'>{}</p>",
    "<p style='text-indent:-9999px'>{}</p>",
)


@pytest.mark.parametrize("page", HIDDEN)
def test_hidden_text_is_listed_with_the_reason(page: str, tmp_path: Path) -> None:
    loaded = _load(tmp_path, f"<p>{PROSE}</p>" + page.format("看不见的字"))
    hidden = [line for line in loaded.lines if line.hint and line.hint.data == "hidden"]
    assert [loaded.source.text[line.start : line.end] for line in hidden] == ["看不见的字"]


INSTEAD = (  # what a browser shows, or shows in place of what it cannot, and why it is left out
    ("<textarea>请留言</textarea>", "请留言", "navigation"),
    ("<svg><text>入库流量</text></svg>", "入库流量", "chart"),
    ("<svg><g><text>入库<tspan>流量</tspan></text></g></svg>", "入库流量", "chart"),
    ("<noscript><p>请启用脚本</p></noscript>", "请启用脚本", "hidden"),
    ("<object data=a.pdf><p>附表在此</p></object>", "附表在此", "hidden"),
    ("<video src=a.mp4>附影片一段</video>", "附影片一段", "hidden"),
)


@pytest.mark.parametrize(("page", "text", "reason"), INSTEAD)
def test_no_text_of_a_page_vanishes(page: str, text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<h1>标题在此处</h1><p>{PROSE}</p>{page}<p>{PROSE}{PROSE}</p>", "utf-8")
    issue = open_issue(path)
    assert (reason, text) in [(d.reason, issue.source.text[d.start : d.end]) for d in issue.dropped]


def test_what_a_map_of_a_picture_holds_is_shown(tmp_path: Path) -> None:
    loaded = _load(tmp_path, f"<p>{PROSE}</p><map name=m><p>请按图索引。</p></map>")
    assert "请按图索引。" in loaded.source.text


def test_hidden_characters_in_a_sentence_do_not_cut_it(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<h1>标题在此处</h1><p>全市科技<span style='display:none'>广告词</span>{PROSE}</p>", "utf-8")
    issue = open_issue(path)
    assert [block.text.plain for block in issue.nodes[0].blocks] == [f"全市科技{PROSE}"]
    assert ("hidden", "广告词") in [(d.reason, issue.source.text[d.start : d.end]) for d in issue.dropped]


ENCODED = [  # how the page is written, what it says, and what is found
    ("utf-8", "gbk", "utf-8"),
    ("utf-8", "", "utf-8"),
    ("gb18030", "gb2312", "gb18030"),
    ("gb18030", "big5", "gb18030"),
    ("gb18030", "utf-8", "gb18030"),
    ("big5", "gb2312", "big5"),
    ("big5", "big5-hkscs", "big5"),
    ("big5", "", "big5"),
    ("utf-16", "gb2312", "utf-16"),
    ("utf-16-le", "utf-16", "utf-16-le"),
    ("utf-8-sig", "gbk", "utf-8-sig"),
    ("hz", "hz-gb-2312", "hz"),
]


@pytest.mark.parametrize(("written", "said", "found"), ENCODED)
def test_the_encoding_is_told_by_proof_not_by_word(written: str, said: str, found: str, tmp_path: Path) -> None:
    prose = "科技園區的新機組昨日併網發電，預計每年可供一千戶家庭使用。" if written == "big5" else PROSE
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={said}">' if said else ""
    page = f"<html><head>{meta}<title>{prose[:8]}</title></head><body><p>{prose * 4}</p></body></html>"
    loaded = _load(tmp_path, page.encode(written))
    assert loaded.source.encoding == found
    assert prose in loaded.source.text
    assert loaded.source.warnings == ()


def test_a_page_is_known_by_its_content(tmp_path: Path) -> None:
    page = f"<html><body><p>{PROSE}</p></body></html>"
    for name in ("page.html", "notice.doc", "news.txt", "page"):
        assert _load(tmp_path, page, name).source.format == "html"
    assert _load(tmp_path, f"<p>{PROSE}</p>", "part.htm").source.format == "html"
    assert _load(tmp_path, PROSE, "text.html").source.format == "text"
    assert _load(tmp_path, f"见 <html> 一节。{PROSE}", "text.txt").source.format == "text"
    assert _load(tmp_path, f"<h1 align=center>标题</h1>\n\n{PROSE}", "readme.md").source.format == "markdown"


def test_a_saved_page_gives_the_page_and_not_its_pictures(tmp_path: Path) -> None:
    head = "From: <Saved by Browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=xx\n\n"
    page = f"--xx\nContent-Type: text/html; charset=gbk\nContent-Transfer-Encoding: 8bit\n\n<p>{PROSE}</p>\n"
    picture = "--xx\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--xx--\n"
    loaded = _load(tmp_path, (head + page + picture).encode("gbk"), "page.mht")
    assert (loaded.source.format, loaded.source.text, loaded.source.encoding) == ("html", PROSE, "gb18030")
    with pytest.raises(ReaderError) as caught:
        _load(tmp_path, head + picture, "page.mht")
    assert caught.value.code == "no-page"


def test_nothing_outside_the_file_is_looked_at(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密内容", "utf-8")
    declared = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "某某">]>'
    feed = f"<?xml version='1.0'?>{declared}<rss><channel><title>动态&x;&y;</title></channel></rss>"
    assert _load(tmp_path, feed, "feed.xml").source.text == "动态&x;&y;"
    page = f'<iframe src="{secret}"></iframe><object data="{secret}"></object><p>{PROSE}</p>'
    assert _load(tmp_path, page).source.text == PROSE


DEEP = 100_000
HOSTILE = {
    "deep": "<div>" * DEEP + PROSE,
    "deep spans": "<span style='font-size:1.1em'>" * DEEP + PROSE,
    "deep lists": "<ul><li>" * 20_000 + PROSE,
    "deep tables": "<table><tr><td>" * 20_000 + PROSE,
    "attributes": "<div " + " ".join(f'a{i}="1"' for i in range(DEEP)) + f">{PROSE}</div>",
    "long style": f"<p style='{'a:b;' * DEEP}'>{PROSE}</p>",
    "long class": f"<p class='{'nav ' * DEEP}'>{PROSE}</p>",
    "entities": "&#x" * 20_000 + "&amp" * 20_000 + "&bogus;&#x110000;&#0;" + PROSE,
    "nuls": "a\0" * 50_000 + PROSE,
    "spaces": "<p>" + "&nbsp;" * DEEP + PROSE,
    "one word": "a" * 500_000 + PROSE,
    "commas": "，" * 200_000 + PROSE,
    "one line": "<p>" + PROSE * 100_000,
    "links": '<a href="#x">内容一二三</a><br>' * 5000 + f"<p id=x>{PROSE}",
    "huge spans": "<table border=1>" + f"<tr><td rowspan=99999 colspan=99999>汉</td><td>{PROSE}</td></tr>" * 300,
    "open comments": PROSE + "<!--" * DEEP,
    "open tags": PROSE + "<" * DEEP + "<a href='" * 1000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_takes_the_program_down(name: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{HOSTILE[name]}", "utf-8")
    issue = open_issue(path)
    assert PROSE in issue.source.text
    _assert_tiled(issue)


def test_ten_megabytes_on_a_line_are_read(tmp_path: Path) -> None:
    text = PROSE * (10_000_000 // len(PROSE.encode()))
    assert _load(tmp_path, f"<p>{text}</p>").source.text == text


PAGE = (
    "<html><head><meta charset=gbk><title>通知-某局</title></head><body><div class=nav><a href=/>首页</a></div>"
    f"<h1>通知</h1><p>{PROSE}<br>{PROSE}</p><table border=1><tr><th>项</th><th>数</th></tr><tr><td rowspan=2>甲</td>"
    "<td>1</td></tr><tr><td>2</td></tr></table><ul><li>一<li>二</ul><p>附件：<a href=a.doc>表.doc</a></body></html>"
)
FEED = (
    "<?xml version='1.0'?><rss><channel><title>动态</title><item><title>甲</title><description>"
    f"<![CDATA[<p>{PROSE}</p>]]></description><pubDate>Mon, 07 Apr 2025</pubDate></item></channel></rss>"
)
MIME = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n"
SAVED = f"{MIME}{PAGE}\n--x--"
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16")
TAGS = "<p> </p> <table> <tr> <td> <li> <b> <br> <h2> <a\thref=#x> <a\tname=x> <img\talt='图一说明'> <div\thidden>"
PARTS = (*"甲，。<>/ &;\"'=", *TAGS.split(" "), "附件：", "第1期", "联系人：甲 电话：010-55500001", PROSE)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(
    page=st.sampled_from((PAGE, FEED, SAVED)),
    encoding=st.sampled_from(ENCODINGS),
    dice=st.randoms(use_true_random=False),
)
def test_damaged_pages_open_or_are_refused(page: str, encoding: str, dice: random.Random, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(_damaged(page.encode(encoding, "replace"), dice))
    try:
        issue = open_issue(path)
    except ReaderError as error:
        assert error.code
    else:
        _assert_tiled(issue)


@FEW
@given(parts=st.lists(st.sampled_from(PARTS)))
def test_any_tags_in_any_order_lose_nothing(parts: list[str], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body>" + "".join(parts) + PROSE, "utf-8")
    _assert_tiled(open_issue(path))


def _damaged(data: bytes, dice: random.Random) -> bytes:
    """Cut, splice and flip bytes."""
    out = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        a, b = sorted((dice.randrange(len(out) + 1), dice.randrange(len(out) + 1)))
        act = dice.randrange(4)
        if act == 0:
            del out[b:]
        elif act == 1:
            out[a:a] = out[a:b]
        elif act == 2:
            del out[a : min(b, a + 20)]
        elif out:
            out[dice.randrange(len(out))] ^= 1 << dice.randrange(8)
        if not out:
            out += b"<"
    return bytes(out)


def _assert_tiled(issue: Issue) -> None:
    """Check that each visible character is shown once or left out once."""
    from reader.compose.dropped import owned_spans

    count = bytearray(len(issue.source.text))
    for start, end in (*owned_spans(issue), *((d.start, d.end) for d in issue.dropped)):
        for at in range(start, end):
            count[at] += 1
    wrong = [at for at, ch in enumerate(issue.source.text) if not ch.isspace() and count[at] != 1]
    assert wrong == []
    assert "unplaced" not in {d.reason for d in issue.dropped}


def test_the_reading_of_a_page_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<h1>标题在此处</h1><p>{PROSE}</p>", "utf-8")
    told: list[float] = []
    load(path, progress=lambda stage, fraction: told.append(fraction))
    assert told == sorted(told)
    for stop in range(1, len(told) + 1):
        with pytest.raises(Cancelled):
            load(path, progress=_stopping(stop))


def _stopping(at: int) -> Callable[[str, float], None]:
    """Return a listener that stops the work when it is told the `at`-th time."""
    left = [at]

    def stop(stage: str, fraction: float) -> None:
        left[0] -= 1
        if not left[0]:
            raise Cancelled("stop")

    return stop


def test_code_keeps_its_lines_its_indent_and_its_blank_lines(tmp_path: Path) -> None:
    code = "import queue<br><br>def parse():<br>&nbsp;&nbsp;&nbsp;&nbsp;return 1<br>"
    blocks = "".join(f"<p>{PROSE}</p><pre><code>{code}</code></pre>" for _ in range(4))
    path = tmp_path / "page.html"
    path.write_text(f"<title>延迟调用</title><h1>延迟调用的几种写法</h1>{blocks}<p>{PROSE}</p>", "utf-8")
    found = [block.text.plain for block in open_issue(path).nodes[0].blocks if block.code]
    assert found == ["import queue\n\ndef parse():\n    return 1"] * 4


def test_lines_that_are_set_as_they_are_typed_may_be_text(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    text = f"{PROSE}\n\n会后，与会者分组讨论。"
    path.write_text(f"<title>会议</title><h1>全市科技工作会议</h1><pre>{text}</pre>", "utf-8")
    assert [block.text.plain for block in open_issue(path).nodes[0].blocks] == [PROSE, "会后，与会者分组讨论。"]


@pytest.mark.parametrize(
    ("name", "is_none"),
    [
        ("无标题文档", True), ("Untitled Document", True), ("Unknown", True), ("未命名1", True), ("新建网页 2", True),
        ("Microsoft Word - 简报.docx", True), ("PowerPoint 演示文稿", True), ("文档1", True), ("《未知》", True),
        ("文件汇编", False), ("新建水库的意义", False), ("文档管理办法", False), ("未知的海洋", False),
        ("New energy", False), ("1", True), ("2031", False),
    ],
)  # fmt: skip
def test_what_a_program_calls_a_page_is_no_title_of_it(name: str, is_none: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html><head><title>{name}</title></head><body><p>{PROSE}</p></body></html>", encoding="utf-8")
    titles = [node.title.plain for node in open_issue(path).walk() if node.title_from != "opening"]
    assert (titles == []) == is_none
