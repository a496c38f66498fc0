"""E-mails: their page or their text, in any encoding; subject, sender and date tell of the issue."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from reader.load import load
from reader.model.document import Issue
from reader.model.errors import CannotRead
from reader.pipeline import is_there, issues_in, open_issue

PAGE = (
    "<html><body><h1>石榴河监测快报</h1><p>2031年第8期 2031年8月18日</p>"
    "<h2>上游水位回落</h2><p>8月17日，平均水位下降0.35米。</p></body></html>"
)
TRADITIONAL = (
    "<html><body><h1>石榴河監測快報</h1><p>2031年第8期 2031年8月18日</p>"
    "<h2>上游水位</h2><p>下降0.35米。</p></body></html>"
)
TEXT = "石榴河水位连续三天回落，上游三站平均下降0.35米。\n\n河埠闸完成检修，日排水能力恢复到12万立方米。\n"


def _mail(subject: str = "石榴河监测快报 2031年第8期", sender: str = "青榆情报室 <qb@example.org>") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "reader@example.org", subject
    message["Date"] = "Mon, 18 Aug 2031 08:00:00 +0800"
    return message


def _open(folder: Path, message: EmailMessage, name: str = "a.eml") -> Issue:
    path = folder / name
    path.write_bytes(message.as_bytes())
    return open_issue(path)


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "big5"])
@pytest.mark.parametrize("transfer", ["base64", "quoted-printable"])
def test_the_page_of_a_message_is_the_issue(charset: str, transfer: str, tmp_path: Path) -> None:
    message = _mail()
    message.set_content(TEXT, charset="gb18030")
    page = TRADITIONAL if charset == "big5" else PAGE
    message.add_alternative(page, subtype="html", charset=charset, cte=transfer)
    issue = _open(tmp_path, message)
    assert issue.masthead.title.text in ("石榴河监测快报", "石榴河監測快報")
    assert (issue.masthead.number.text, issue.masthead.date.text) == ("2031年第8期", "2031年8月18日")
    assert issue.masthead.publisher.text == "青榆情报室"
    assert any("下降0.35米" in block.text.plain for node in issue.walk() for block in node.blocks)


def test_a_message_of_text_alone_keeps_its_lines(tmp_path: Path) -> None:
    message = _mail("本周水情")
    message.set_content(TEXT, charset="gb18030", cte="base64")
    issue = _open(tmp_path, message)
    assert issue.nodes[0].title.plain == "本周水情"
    assert [block.text.plain for block in issue.nodes[0].blocks] == TEXT.strip().split("\n\n")


def test_what_is_attached_is_named(tmp_path: Path) -> None:
    message = _mail()
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="附表.pdf")
    issue = _open(tmp_path, message)
    assert "附表.pdf" in [issue.source.text[d.start : d.end] for d in issue.dropped if d.reason == "attachment"]


def test_an_encoded_subject_of_an_odd_name_is_read(tmp_path: Path) -> None:
    raw = _mail().as_bytes().split(b"\n\n", 1)[0]
    lines = [line for line in raw.split(b"\n") if not line.startswith((b"Subject", b" "))]
    lines.append(b"Subject: =?eucgb2312_cn?b?yq/B8brT?= =?x-nothing?q?news?=")
    body = b"\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + TEXT.encode()
    (tmp_path / "a.eml").write_bytes(b"\n".join(lines) + body)
    assert open_issue(tmp_path / "a.eml").nodes[0].title.plain == "石榴河news"


DAMAGED = (
    b"From: a@b.c\nTo: d@e.f\nSubject: x\nMIME-Version: 1.0\n\n",
    b"From: a@b.c\nTo: d@e.f\nMIME-Version: 1.0\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n",
    b"From: a@b.c\nTo: d@e.f\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n--x--\n",
)


@pytest.mark.parametrize("data", DAMAGED)
def test_a_message_without_text_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(data)
    with pytest.raises(CannotRead):
        load(path)


def test_a_text_that_begins_like_a_message_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("From: 情报室\nTo: 各科室\n\n" + TEXT, "utf-8")
    assert load(path).source.format == "text"


def test_what_is_attached_opens_beside_the_message(tmp_path: Path) -> None:
    message = _mail()
    message.set_content(TEXT)
    for name, text in (
        ("附件一.txt", TEXT),
        ("../../b.md", "# 河埠闸\n\n完成检修。\n"),
        ("图.png", "x"),
        (".hidden", "x"),
    ):
        message.add_attachment(text.encode(), maintype="application", subtype="octet-stream", filename=name)
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())
    found = issues_in(path)
    assert [str(issue.relative_to(tmp_path)) for issue in found] == ["a.eml", "a.eml!/附件一.txt", "a.eml!/b.md"]
    assert [next(open_issue(issue).walk()).title.plain for issue in found[2:]] == ["河埠闸"]
    assert all(map(is_there, found)) and not is_there(Path(f"{path}!", "c.txt"))
    with pytest.raises(CannotRead):
        open_issue(Path(f"{path}!", "c.txt"))
    assert issues_in(tmp_path / "missing.eml") == [tmp_path / "missing.eml"]
    assert [issue.name for issue in issues_in(tmp_path)] == ["a.eml", "附件一.txt", "b.md"]


def test_a_damaged_message_has_nothing_attached(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(b'From: a\nContent-Type: multipart/mixed; boundary="x\n\n--x\nContent-Disposition: attachment\n\n')
    assert issues_in(path) == [path]


@pytest.mark.parametrize("above", [b"From qb@example.org Mon Aug 18 08:00:00 2031\n", b"\xef\xbb\xbf", b"\r\n\n"])
def test_a_message_is_known_whatever_a_program_has_put_above_it(above: bytes, tmp_path: Path) -> None:
    message = _mail()
    message.set_content(TEXT, charset="utf-8", cte="quoted-printable")
    path = tmp_path / "a.eml"
    path.write_bytes(above + message.as_bytes())
    issue = open_issue(path)
    assert issue.masthead.title.text == "石榴河监测快报"
    assert any("下降0.35米" in block.text.plain for node in issue.walk() for block in node.blocks)
