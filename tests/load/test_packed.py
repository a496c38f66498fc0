"""Archives and books: what is in them, under which name, and what no archive can do."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from reader.model.errors import CannotRead
from reader.pipeline import is_there, issues_in, open_issue
from tests.golden.notation import understood
from tests.load.packing import docx, paragraph, zipped, zipped_in_gbk

PROSE = "全市科技工作会议昨日召开，会议总结了去年的成绩，部署了今年的任务。"
CONTAINER = '<container><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>'
PACKAGE = """<package><metadata><title>海洋简报</title><date>2025-06-01</date></metadata><manifest>
<item id="n" href="nav.xhtml" properties="nav"/><item id="a" href="t/%E4%B8%80.xhtml"/><item id="b" href="t/2.xhtml"/>
<item id="c" href="../../../etc/passwd"/></manifest>
<spine><itemref idref="b"/><itemref idref="a"/><itemref idref="n"/><itemref idref="c"/></spine></package>"""
NAV = """<html><nav epub:type="toc"><ol><li><a href="t/2.xhtml">极地观察</a></li>
<li><a href="t/1.xhtml">深海装备</a><ol><li><a href="#x">机械手海试</a></li></ol></li></ol></nav></html>"""
BOOK: dict[str, str | bytes] = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "O/c.opf": PACKAGE,
    "O/nav.xhtml": NAV,
    "O/t/一.xhtml": f"<html><body><h1>深海装备</h1><h2>机械手海试</h2><p>{PROSE}</p></body></html>",
    "O/t/2.xhtml": f"<html><body><h1>极地观察</h1><p>{PROSE}</p><p style='display:none'>藏</p></body></html>",
}


def _write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_book_is_read_along_its_spine(tmp_path: Path) -> None:
    assert list(understood(open_issue(_write(tmp_path, "a.epub", zipped(BOOK))))) == [
        "title: 海洋简报",
        "date: 2025-06-01",
        "contents 1: 极地观察",
        "contents 1: 深海装备",
        "contents 2: 机械手海试",
        "article 1: 极地观察",
        f"  paragraph: {PROSE}",
        "section 1: 深海装备",
        "  article 2: 机械手海试",
        f"    paragraph: {PROSE}",
        "left out as hidden: 藏",
    ]


def test_an_older_book_has_its_contents_in_a_list_of_their_own(tmp_path: Path) -> None:
    points = "".join(f"<navPoint><navLabel><text>{t}</text></navLabel></navPoint>" for t in ("极地观察", "深海装备"))
    package = PACKAGE.replace('href="nav.xhtml" properties="nav"', 'href="x.ncx" media-type="application/x-dtbncx+xml"')
    book = BOOK | {"O/c.opf": package, "O/x.ncx": f"<ncx><navMap>{points}</navMap></ncx>"}
    issue = open_issue(_write(tmp_path, "a.epub", zipped(book)))
    assert [entry.title for entry in issue.contents] == ["极地观察", "深海装备"]


def test_an_archive_opens_as_the_issues_in_it(tmp_path: Path) -> None:
    inner = zipped({"内.md": PROSE})
    document = docx(tmp_path / "b.docx", paragraph(PROSE)).read_bytes()
    files: dict[str, str | bytes] = {
        "第1期.txt": PROSE.encode("gb18030"),
        "网页/a.html": f"<p>{PROSE}</p>",
        "b.docx": document,
        "包/inner.zip": inner,
        "图.png": b"\x89PNG",
        "__MACOSX/._a.txt": b"\0",
        ".hidden.txt": PROSE,
    }
    path = _write(tmp_path, "往期.zip", zipped(files))
    found = issues_in(path)
    assert [str(issue.relative_to(tmp_path)) for issue in found] == [
        "往期.zip!/b.docx",
        "往期.zip!/包/inner.zip!/内.md",
        "往期.zip!/第1期.txt",
        "往期.zip!/网页/a.html",
    ]
    for issue in found:
        assert is_there(issue)
        assert PROSE in open_issue(issue).source.text
        assert open_issue(issue).source.name == issue.name
    assert not is_there(path / "none.txt")
    assert not is_there(Path(f"{path}!", "none.txt"))


def test_a_folder_opens_with_its_archives(tmp_path: Path) -> None:
    _write(tmp_path, "a.zip", zipped({"b.txt": PROSE}))
    _write(tmp_path, "c.html", f"<p>{PROSE}</p>".encode())
    _write(tmp_path, "d.exe", b"MZ")
    assert [issue.name for issue in issues_in(tmp_path)] == ["b.txt", "c.html"]


def test_a_document_is_one_issue_whatever_its_name(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.zip", paragraph(PROSE))
    assert issues_in(path) == [path]
    assert open_issue(path).source.format == "docx"


def test_names_in_the_encodings_of_old_systems_are_read(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.zip", zipped_in_gbk("快报/第十二期.txt", PROSE.encode("gbk")))
    assert [str(issue.relative_to(tmp_path)) for issue in issues_in(path)] == ["a.zip!/快报/第十二期.txt"]
    assert open_issue(issues_in(path)[0]).source.text == PROSE


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a/../../evil.txt", "./evil.txt"])
def test_a_name_never_leads_out_of_the_archive(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    path = _write(folder, "a.zip", zipped({name: PROSE}))
    (issue,) = issues_in(path)
    assert ".." not in issue.parts
    assert issue.is_relative_to(f"{path}!")
    assert open_issue(issue).source.text == PROSE
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["a.zip", "inside"]


def test_a_folder_that_ends_in_the_sign_is_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "好消息!"
    folder.mkdir()
    assert open_issue(_write(folder, "a.txt", PROSE.encode())).source.text == PROSE


def _code(path: Path) -> str:
    with pytest.raises(CannotRead) as caught:
        open_issue(path)
    return caught.value.code


def test_what_an_archive_must_not_do_is_refused(tmp_path: Path) -> None:
    bomb = _write(tmp_path, "bomb.zip", zipped({"a.txt": b"0" * (40 << 20)}))
    assert _code(Path(f"{bomb}!", "a.txt")) == "archive-member-too-big"
    many = _write(tmp_path, "many.zip", zipped({f"{i}.txt": "" for i in range(20_001)}))
    with pytest.raises(CannotRead) as caught:
        issues_in(many)
    assert caught.value.code == "archive-too-big"


def test_a_wrong_size_is_not_believed(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"0" * (40 << 20)}))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, entry + 24, 100)  # it says that it is small
    path = _write(tmp_path, "liar.zip", bytes(data))
    assert _code(Path(f"{path}!", "a.txt")) == "archive-damaged"


def test_locked_damaged_and_empty_archives_are_told_apart(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": PROSE}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert _code(Path(f"{_write(tmp_path, 'locked.zip', bytes(data))}!", "a.txt")) == "archive-locked"
    assert _code(_write(tmp_path, "cut.zip", zipped({"a.txt": PROSE})[:40])) == "archive-damaged"
    assert _code(_write(tmp_path, "none.zip", zipped({"a.png": b"x"}))) == "archive-empty"
    assert _code(_write(tmp_path, "two.zip", zipped({"a.txt": PROSE, "b.txt": PROSE}))) == "archive"
    assert _code(Path(f"{tmp_path / 'two.zip'}!", "c.txt")) == "missing"
    assert _code(_write(tmp_path, "a.xlsx", zipped({"xl/workbook.bin": "x"}))) == "unsupported"
    assert _code(_write(tmp_path, "a.epub", zipped({"META-INF/container.xml": "<x/>"}))) == "book-damaged"


@pytest.mark.parametrize(
    ("method", "code"),
    [("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "book-locked"), ("http://www.idpf.org/2008/embedding", "")],
)
def test_a_book_that_its_seller_has_locked_is_told(method: str, code: str, tmp_path: Path) -> None:
    for page in ("O/t/2.xhtml", "O/t/%E4%B8%80.xhtml"):
        data = f'<EncryptionMethod Algorithm="{method}"/><CipherData><CipherReference URI="{page}"/></CipherData>'
        locks = f"<encryption><EncryptedData>{data}</EncryptedData></encryption>"
        path = _write(tmp_path, "a.epub", zipped(BOOK | {"META-INF/encryption.xml": locks}))
        assert (_code(path) if code else open_issue(path).masthead.title.text) == (code or "海洋简报")


@pytest.mark.parametrize(
    ("name", "code"), [("a.docx", "document-damaged"), ("a.epub", "book-damaged"), ("a.zip", "archive-damaged")]
)
@pytest.mark.parametrize("cut", [slice(0, 60), slice(0, -20), slice(7, None)], ids=["half", "tail", "head"])
def test_what_is_left_of_a_document_is_told_by_its_name(name: str, code: str, cut: slice, tmp_path: Path) -> None:
    whole = zipped(
        {"word/document.xml": f"<w:document><w:body>{PROSE * 9}</w:body></w:document>", "b.bin": b"\0" * 300}
    )
    expected = {code, "binary"} if name == "a.zip" else {code}
    assert _code(_write(tmp_path, name, whole[cut])) in expected


def test_a_document_with_a_password_is_told(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(CannotRead, match="locked with a password"):
        open_issue(path)


def test_a_document_or_a_book_of_pictures_says_so(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docx", "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>")
    assert _code(path) == "pictures-only"
    pages = dict.fromkeys(("O/t/一.xhtml", "O/t/2.xhtml"), "<html><body><img src='1.png'/></body></html>")
    assert _code(_write(tmp_path, "a.epub", zipped(BOOK | pages))) == "pictures-only"
    assert _code(docx(tmp_path / "b.docx", "<w:p/>")) == "empty"
    assert _code(_write(tmp_path, "a.html", b"<html><body><img src='1.png'></body></html>")) == "pictures-only"


def test_nested_archives_end_somewhere(tmp_path: Path) -> None:
    data = zipped({"a.txt": PROSE})
    for _ in range(5):
        data = zipped({"a.zip": data})
    path = _write(tmp_path, "a.zip", data)
    assert len(issues_in(path)) == 1
    deep = Path(f"{path}!", "a.zip!", "a.zip!", "a.zip!", "a.txt")
    assert _code(deep) == "archive-damaged"


CALLS = (  # how a page calls its note
    '<a epub:type="noteref" href="#f1">1</a>',
    '<a class="duokan-footnote" href="#f1"><img src="note.png" alt="注"/></a>',
    '<a epub:type="noteref" href="#f1"><sup>[1]</sup></a>',
)


@pytest.mark.parametrize("call", CALLS)
def test_a_note_of_a_book_may_stand_without_its_number(call: str, tmp_path: Path) -> None:
    page = f"<html><body><h1>深海装备</h1><p>机械手已经海试{call}。</p><p>{PROSE}</p>"
    page += '<aside epub:type="footnote" id="f1"><p>据县统计局数据。</p></aside></body></html>'
    issue = open_issue(_write(tmp_path, "a.epub", zipped(BOOK | {"O/t/一.xhtml": page})))
    notes = [(note.marker, note.text) for node in issue.walk() for note in node.footnotes]
    assert notes == [("1", "据县统计局数据。")]


def test_names_of_pages_may_be_spelled_otherwise_than_in_the_archive(tmp_path: Path) -> None:
    book = {name.replace("O/t/2", "O/T/2"): content for name, content in BOOK.items()}
    issue = open_issue(_write(tmp_path, "a.epub", zipped(book)))
    assert PROSE in issue.nodes[0].blocks[0].text.plain


def test_a_placeholder_is_no_title_and_no_date_of_a_book(tmp_path: Path) -> None:
    package = PACKAGE.replace("海洋简报", "Unknown Title").replace("2025-06-01", "0101-01-01T00:00:00+00:00")
    head = open_issue(_write(tmp_path, "a.epub", zipped(BOOK | {"O/c.opf": package}))).masthead
    assert (head.title.text, head.date.text) == ("", "")
