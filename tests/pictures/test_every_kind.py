"""The same article gives the same pictures, whatever kind of file it comes in, and in whatever it is handed on."""

from __future__ import annotations

import base64
import re
import zipfile
from pathlib import Path

import pytest

from reader.commands.export import run
from reader.export.contract import issue_as_json
from reader.model.document import FilePart, Issue, PagePart
from reader.pictures.picture_bytes import PictureBytes
from reader.pipeline import extract_mentions, open_issue
from tests.export.handed_on import squeezed
from tests.load.packing import zipped
from tests.pictures.illustrated import CAPTION, CHART, CHART_CAPTION, CHART_SAID, KINDS, MORE, PHOTO, PROSE, SAID, png

OWN_BYTES = [kind for kind in KINDS if kind != "pdf"]


@pytest.fixture(params=KINDS)
def article(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return KINDS[request.param](tmp_path)


def order(issue: Issue) -> list[str]:
    """Name the blocks of an issue in order, pictures by their number."""
    blocks = [block for node in issue.walk() for block in node.blocks]
    return [f"#{block.picture}" if block.picture >= 0 else squeezed(block.text.plain) for block in blocks]


def test_pictures_stand_where_they_are_printed_with_their_captions(article: Path) -> None:
    issue = open_issue(article)
    captions = [squeezed(CAPTION), squeezed(CHART_CAPTION)]
    found = [text for text in order(issue) if text in ("#0", "#1", *captions)]
    assert found == ["#0", captions[0], "#1", captions[1]]
    text = issue.source.text
    assert [squeezed(text[picture.caption :])[:2] for picture in issue.pictures] == ["图1", "图2"]


def test_the_json_tells_of_them(article: Path) -> None:
    issue = open_issue(article)
    told = issue_as_json(issue, extract_mentions(issue))["pictures"]
    assert [squeezed(one["caption"]) for one in told] == [squeezed(CAPTION), squeezed(CHART_CAPTION)]
    assert [one["credit"] for one in told] == ["石渠生摄", None]
    assert all(one["width"] > one["height"] > 0 and one["source"] for one in told)
    assert {one["article"] for one in told} <= {node.title.plain for node in issue.walk()}


@pytest.mark.parametrize("kind", OWN_BYTES)
def test_their_own_bytes_can_be_had(kind: str, tmp_path: Path) -> None:
    path = KINDS[kind](tmp_path)
    issue, source = open_issue(path), PictureBytes(path)
    assert [source.read(picture) for picture in issue.pictures] == [PHOTO, CHART]
    assert [(picture.width, picture.height) for picture in issue.pictures] == [(320, 240), (200, 120)]
    assert [picture.alt for picture in issue.pictures] == [SAID, CHART_SAID]


@pytest.mark.parametrize("kind", [kind for kind in OWN_BYTES if kind != "md"])
def test_an_ornament_is_left_out_with_its_reason_and_alternative_texts_are_no_prose(kind: str, tmp_path: Path) -> None:
    issue = open_issue(KINDS[kind](tmp_path))
    assert [picture.reason for picture in issue.ornaments] in (["icon"], ["ornament"])
    assert not any(text in (SAID, CHART_SAID) for text in order(issue))


def test_no_text_is_lost_for_a_picture(article: Path) -> None:
    whole = "".join(order(open_issue(article)))
    assert whole.count(PROSE) >= 2 and whole.count(MORE) >= 2


def test_every_kind_of_file_hands_them_on(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    targets = [out / f"o{suffix}" for suffix in (".docx", ".epub", ".html", ".md", ".txt", ".pdf")]
    assert run([str(article), *(part for target in targets for part in ("--to", str(target)))]) == 0
    is_page = isinstance(open_issue(article).pictures[0].place, PagePart)
    for target in targets[:3]:
        data = _pictures_in(target)
        assert len(data) == 2 and (is_page or data == [PHOTO, CHART]), target
        assert len(open_issue(target).pictures) == 2
    beside = sorted((out / "o_files").iterdir())
    assert [path.name for path in beside] == ["1.png", "2.png"]
    assert is_page or [path.read_bytes() for path in beside] == [PHOTO, CHART]
    assert "(<o_files/1.png>)" in targets[3].read_text("utf-8") and "o_files/2.png" in targets[4].read_text("utf-8")
    assert [picture.caption >= 0 for picture in open_issue(targets[5]).pictures] == [True, True]


def _pictures_in(path: Path) -> list[bytes]:
    if path.suffix == ".html":
        found = re.findall(r'<img src="data:image/png;base64,([^"]*)"', path.read_text("utf-8"))
        return [base64.b64decode(data) for data in found]
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name) for name in sorted(archive.namelist()) if name.endswith(".png")]


def test_pictures_can_be_left_out(tmp_path: Path) -> None:
    out = tmp_path / "o.html"
    assert run([str(KINDS["docx"](tmp_path)), "--to", str(out), "--no-pictures"]) == 0
    assert "<img" not in out.read_text("utf-8") and CAPTION in out.read_text("utf-8")


@pytest.mark.parametrize("address", ["../下/a.png", "/etc/hostname", "..%2f下%2fa.png", "file:///etc/hostname"])
def test_nothing_above_the_folder_of_a_page_is_read(address: str, tmp_path: Path) -> None:
    (tmp_path / "下").mkdir()
    (tmp_path / "下" / "a.png").write_bytes(PHOTO)
    (tmp_path / "上").mkdir()
    path = tmp_path / "上" / "a.html"
    path.write_text(f'<h1>试水</h1><p>{PROSE}</p><p><img src="{address}" alt="闸口全景"></p><p>{MORE}</p>', "utf-8")
    assert [picture.place for picture in open_issue(path).pictures] == [None]


def test_a_picture_that_is_not_there_keeps_its_address_and_words(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f'<h1>试水</h1><p>{PROSE}</p><p><img src="https://water.example.org/a.jpg" alt="闸口全景"></p><p>{MORE}</p>',
        "utf-8",
    )
    (picture,) = open_issue(path).pictures
    assert (picture.place, picture.url, picture.alt) == (None, "https://water.example.org/a.jpg", "闸口全景")
    out = tmp_path / "o.txt"
    assert run([str(path), "--to", str(out)]) == 0
    assert "〔图片不在文件里〕闸口全景" in out.read_text("utf-8")


def test_a_lazy_picture_is_the_one_that_a_script_would_show(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PHOTO)
    point = base64.b64encode(png(1, 1)).decode()
    path = tmp_path / "a.html"
    image = f'<img src="data:image/png;base64,{point}" data-src="a.png">'
    path.write_text(f"<h1>试水</h1><p>{PROSE}</p><p>{image}</p><p>{MORE}</p>", "utf-8")
    (picture,) = open_issue(path).pictures
    assert picture.place == FilePart("beside", "a.png", "png")


@pytest.mark.parametrize(
    "given", ["small.png 480w, a.png 1200w", "a.png", "small.png, a.png 2x", "a.png 2x,small.png 1x"]
)
def test_of_a_set_of_sizes_the_largest_that_is_there_is_shown(given: str, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PHOTO)
    path = tmp_path / "a.html"
    path.write_text(f'<h1>试水</h1><p>{PROSE}</p><p><img srcset="{given}" alt="闸口"></p><p>{MORE}</p>', "utf-8")
    (picture,) = open_issue(path).pictures
    assert picture.place == FilePart("beside", "a.png", "png")


def test_the_cover_of_a_book_that_a_drawing_holds_is_shown(tmp_path: Path) -> None:
    path = KINDS["epub"](tmp_path)
    with zipfile.ZipFile(path) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    cover = '<svg><image width="600" height="800" xlink:href="../Images/a.png"/></svg>'
    page = str(files["OEBPS/Text/p.xhtml"], "utf-8")  # type: ignore[arg-type]
    files["OEBPS/Text/p.xhtml"] = page.replace("<body>", f"<body>{cover}")
    path.write_bytes(zipped(files))
    issue = open_issue(path)
    assert issue.pictures[0].place == FilePart("packed", "OEBPS/Images/a.png", "png") and len(issue.pictures) == 3
