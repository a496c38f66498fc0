"""Pictures of documents: in cells, in groups, in old drawings, set in by other programs, outside, shared, broken."""

from __future__ import annotations

from pathlib import Path

from reader.export.contract import issue_as_json
from reader.model.document import FilePart
from reader.pipeline import open_issue
from tests.pictures.illustrated import DRAWING, MORE, PHOTO, PROSE, drawing, p, png, written_docx

FORMULA = (
    '<w:object><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:48pt;height:16pt"><v:imagedata r:id="f"/>'
    '</v:shape><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Equation.DSMT4" r:id="o"/>'
    "</w:object>"
)


def _t(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_a_formula_stands_in_its_line(tmp_path: Path) -> None:
    body = p(PROSE) + p(f"{_t('流量由')}<w:r>{FORMULA}</w:r>{_t('算得，误差不过百分之三。')}") + p(MORE)
    issue = open_issue(written_docx(tmp_path / "a.docx", body, {"f": png(64, 22)}))
    (picture,) = issue.pictures
    assert picture.kind == "formula" and picture.is_inline and picture.shown == 48
    assert picture.place == FilePart("packed", "word/media/f.png", "png")
    assert "流量由\ufffc算得" in "".join(block.text.plain for node in issue.walk() for block in node.blocks)
    assert issue.source.text[picture.at] == "\ufffc"
    assert issue_as_json(issue)["pictures"][0]["kind"] == "formula"


def test_a_formula_without_preview_is_not_silent(tmp_path: Path) -> None:
    bare = FORMULA.replace('<v:imagedata r:id="f"/>', "")
    body = p(f"{_t('流量由')}<w:r>{bare}</w:r>{_t('算得。')}") + p(MORE)
    issue = open_issue(written_docx(tmp_path / "a.docx", body, {}))
    assert [(one.kind, one.place) for one in issue.pictures] == [("formula", None)]


def test_a_picture_in_a_cell_stays_there(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"

    table = f"<w:tbl>{row('闸号', '照片')}{row('三号', drawing('a', (90, 60)))}{row('四号', '尚无')}</w:tbl>"
    issue = open_issue(written_docx(tmp_path / "a.docx", p(PROSE) + table + p(MORE), {"a": PHOTO}))
    (block,) = (block for node in issue.walk() for block in node.blocks if block.rows)
    assert [[cell.plain for cell in row] for row in block.rows] == [
        ["闸号", "照片"],
        ["三号", "\ufffc"],
        ["四号", "尚无"],
    ]
    assert [one.is_inline for one in issue.pictures] == [True]


def test_a_low_picture_stands_beside_its_words(tmp_path: Path) -> None:
    body = p(PROSE) + p(f"{_t('见到')}{drawing('a', (20, 14))}{_t('标志请减速慢行，前方渠道正在施工。')}")
    issue = open_issue(written_docx(tmp_path / "a.docx", body, {"a": png(40, 28)}))
    assert any("见到\ufffc标志" in block.text.plain for node in issue.walk() for block in node.blocks)


def test_all_pictures_of_a_group_are_taken(tmp_path: Path) -> None:
    def pic(key: str) -> str:
        return (
            f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill>'
            '<pic:spPr><a:xfrm><a:ext cx="1270000" cy="952500"/></a:xfrm></pic:spPr></pic:pic>'
        )

    group = (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{DRAWING}/wordprocessingDrawing"><wp:extent cx="2540000" cy="952500"/>'
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData><wpg:wgp xmlns:wpg="w">{pic("a")}{pic("b")}</wpg:wgp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
    body = p(PROSE) + p(group) + p("图1 左为上游，右为下游") + p(MORE)
    issue = open_issue(written_docx(tmp_path / "a.docx", body, {"a": PHOTO, "b": png(320, 240, 7)}))
    assert [(one.shown, one.caption) for one in issue.pictures] == [(100.0, issue.pictures[0].caption)] * 2
    assert issue.pictures[0].caption > 0


def test_old_drawings_and_those_outside_are_told(tmp_path: Path) -> None:
    old = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:4in;height:3in" alt="老渠首">'
        '<v:imagedata r:id="a"/></v:shape></w:pict></w:r>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    outside = f'<Relationship Id="x" Type="{kind}" Target="https://water.example.org/x.png" TargetMode="External"/>'
    linked = drawing("x", (200, 100)).replace("r:embed", "r:link")
    body = p(PROSE) + p(old) + p(MORE) + p(linked) + p(PROSE)
    issue = open_issue(written_docx(tmp_path / "a.docx", body, {"a": PHOTO}, outside))
    assert [(one.alt, one.shown, one.url) for one in issue.pictures] == [
        ("老渠首", 288.0, ""),
        ("", 200.0, "https://water.example.org/x.png"),
    ]


def test_a_chart_that_nobody_drew_is_told(tmp_path: Path) -> None:
    chart = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing"><wp:extent cx="2540000" cy="1270000"/>'
        f'<wp:docPr descr="各村用水量"/><a:graphic xmlns:a="{DRAWING}/main"><a:graphicData>'
        f'<c:chart xmlns:c="{DRAWING}/chart" r:id="c"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    issue = open_issue(written_docx(tmp_path / "a.docx", p(PROSE) + p(chart) + p(MORE), {}))
    assert [(one.kind, one.alt, one.place) for one in issue.pictures] == [("chart", "各村用水量", None)]


def test_what_a_fallback_shows_is_shown_once(tmp_path: Path) -> None:
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:drawing><wp:inline xmlns:wp="wp">'
        '<wp:extent cx="2540000" cy="1270000"/></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>'
        '<v:shape xmlns:v="v" style="width:200pt;height:100pt"><v:imagedata r:id="a"/></v:shape></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    issue = open_issue(written_docx(tmp_path / "a.docx", p(PROSE) + p(both) + p(MORE), {"a": PHOTO}))
    assert [one.shown for one in issue.pictures] == [200.0]


def test_a_broken_picture_is_told_and_breaks_nothing(tmp_path: Path) -> None:
    body = p(PROSE) + p(drawing("a", (200, 100), "渠首")) + p(MORE)
    issue = open_issue(written_docx(tmp_path / "a.docx", body, {"a": b"no picture at all"}))
    assert [(one.place, one.alt) for one in issue.pictures] == [(None, "渠首")]
