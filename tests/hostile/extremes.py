"""Files that no one prints, but that arrive: endless lines, deep nesting, bombs, signs that turn the text around."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

MANY = 100_000
LESS = 8_000  # of what each takes longer
BIG = 3_000_000  # characters; what grows faster than the text would need hours for them
HAN = "新材料研究取得进展，"


def _page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>题</title></head><body>{body}</body></html>".encode()


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _nested_zip() -> bytes:
    data = b"0" * 1_000_000
    for depth in range(12):
        data = _zip({f"{depth}-{copy}.zip": data for copy in range(4)})
    return data


def pdf(*objects: str) -> bytes:
    """Return a PDF of a catalogue and these objects, numbered from 2, without a table of them."""
    numbered = enumerate(("<</Type/Catalog/Pages 2 0 R>>", *objects), 1)
    body = "".join(f"{number} 0 obj{content}endobj\n" for number, content in numbered)
    return f"%PDF-1.7\n{body}trailer<</Root 1 0 R>>\n%%EOF\n".encode()


def _word(body: str) -> bytes:
    """Return a Word document with this body and nothing else, as small as one can be."""
    kinds = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>'
    )
    before = body.find("<w:")
    document = f'{body[:before]}<w:document xmlns:w="{WORD}"><w:body>{body[before:]}</w:body></w:document>'
    parts = {"[Content_Types].xml": kinds, "_rels/.rels": relations, "word/document.xml": document}
    return _zip({name: part.encode() for name, part in parts.items()})


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]><rss version='2.0'><channel><title>题</title><item><title>&a9;</title></item></channel></rss>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>'
    "<title>题</title><item><title>一篇</title><description>正文&x;结束。</description></item></channel></rss>"
)

EXTREMES: dict[str, Callable[[], bytes]] = {
    "one line of 3 MB.txt": lambda: (HAN * (BIG // len(HAN))).encode(),
    "one word of 3 MB.txt": lambda: ("新" * 40 + "a" * BIG).encode(),
    "million blank lines.txt": lambda: ("一、通知\n" + "\n" * 1_000_000 + "内容如下，请照办。\n").encode(),
    "million form feeds.txt": lambda: ("通知\n" + "\f" * 1_000_000 + "内容如下，请照办。").encode(),
    "headings without end.txt": lambda: "".join(f"{n}. 标题\n" for n in range(LESS)).encode(),
    "footnotes without end.txt": lambda: "".join(f"句子{n}{n % 99}。\n{n % 99} 注文\n" for n in range(LESS)).encode(),
    "dots without end.txt": lambda: ("目录\n" + "题目" + "." * 1_000_000 + "1\n正文内容在此。").encode(),
    "brackets without end.txt": lambda: ("正文内容" + "（" * 200_000 + "[" * 200_000 + "<" * 200_000).encode(),
    "markup without end.md": lambda: (
        "# 题\n\n" + "*" * 200_000 + "_" * 200_000 + "`" * 200_000 + "$" * 200_000
    ).encode(),
    "pipes without end.md": lambda: ("# 题\n\n" + "|" * 100_000 + "\n" + "|-" * 50_000 + "\n").encode(),
    "quotes without end.md": lambda: ("# 题\n\n" + "> " * 200_000 + "话\n").encode(),
    "digits without end.txt": lambda: ("共计" + "9" * 1_000_000 + "万元，占" + "1," * 300_000 + "%。").encode(),
    "blanks to fill in.txt": lambda: "".join(f"{n} " + "( ) " * 40 + "签字\n" for n in range(1, 9)).encode(),
    "figures and blanks.txt": lambda: ("1" + " " * 60 + "人\n").encode() * 3,
    "row of many words.txt": lambda: (
        "项目 数量 单位\n" + "甲站 12 吨\n乙站 13 吨\n" * 5 + "丙站 14 " + "词 " * 1_500 + "\n" + "丁站 15 吨\n" * 9
    ).encode(),
    "table of many columns.md": lambda: "\n".join(
        "|".join(("", *row, ""))
        for row in (["甲"] * 3_000, ["-"] * 3_000, *([str(n) for n in range(3_000)] for _ in range(3)))
    ).encode(),
    "leaders that lead nowhere.txt": lambda: ("目录\n" + ("一、通知" + "· " * 90 + "见后\n") * 5).encode(),
    "names and blanks.txt": lambda: ("通知\n（" + " " * 5_000 + "张 三\n" + "与" * 5_000 + "\n").encode(),
    "mark beyond reason.txt": lambda: (f"{HAN * 5}[{'1' * 5_000}]。\n[{'1' * 5_000}] 注文。\n" * 2).encode(),
    "mark beyond reason.html": lambda: _page(f"<p>{HAN * 5}<sup>{'1' * 5_000}</sup></p>"),
    "number beyond reason.md": lambda: f"{'1' * 5_000}. 通知\n\n{HAN * 20}\n".encode(),
    "size beyond reason.docx": lambda: _word(
        f'<w:p><w:pPr><w:outlineLvl w:val="{"9" * 5_000}"/><w:rPr><w:sz w:val="{"9" * 5_000}"/></w:rPr></w:pPr>'
        f"<w:r><w:t>{HAN * 9}</w:t></w:r></w:p>"
    ),
    "turned around.txt": lambda: ("通知\n\u202e" + HAN * 50 + "\u2066\u2067\u202c\u200f" * 10_000 + "。\n").encode(),
    "controls.txt": lambda: ("通知\n" + HAN * 20 + "\x01\x02\x1b\x7f\x9f" * 50 + HAN * 20).encode(),
    "joined marks.txt": lambda: ("通知\n" + HAN * 20 + "a" + "\u0301" * 500_000).encode(),
    "mixed ends.txt": lambda: "\n\r".join([HAN] * 5_000).replace("，", "，\r\n\u2028").encode(),
    "wide with nuls.txt": lambda: (HAN * 500 + "\0" * 500 + HAN * 500).encode("utf-16-le"),
    "hundred thousand tags.html": lambda: _page("<div>" * MANY + HAN + "</div>" * MANY),
    "hundred thousand open tags.html": lambda: _page("<b><i><font>" * (MANY // 3) + HAN * 20),
    "hundred thousand attributes.html": lambda: _page(
        "<p " + " ".join(f"a{n}=1" for n in range(MANY)) + f">{HAN * 20}</p>"
    ),
    "nested tables.html": lambda: _page("<table><tr><td>" * 5_000 + HAN * 20),
    "nested lists.html": lambda: _page("<ul><li>" * 20_000 + HAN * 20),
    "spans beyond reason.html": lambda: _page(
        f"<p>{HAN * 20}</p><table><tr><td rowspan=99999999 colspan=99999999>甲</td><td>乙</td></tr></table>"
    ),
    "line of 3 MB.html": lambda: _page("<p>" + HAN * (BIG // len(HAN)) + "</p>"),
    "entities.html": lambda: _page("<p>" + "&amp;" * MANY + "&#x110000;&#0;&nosuch;&" + HAN * 20 + "</p>"),
    "comment without end.html": lambda: _page(f"<p>{HAN * 20}</p><!--" + "x" * 1_000_000),
    "script.html": lambda: _page(f"<p>{HAN * 20}</p><script>while(1){{}}</script><img src=x onerror=alert(1)>"),
    "laughs.xml": BILLION_LAUGHS.encode,
    "entity from outside.xml": OUTSIDE.encode,
    "bomb.zip": lambda: _zip({"a.txt": b"0" * 300_000_000}),
    "bomb of bombs.zip": _nested_zip,
    "hundred thousand members.zip": lambda: _zip({f"{n}.txt": b"" for n in range(20_000)}),
    "out of the folder.zip": lambda: _zip({"../../escaped.txt": HAN.encode(), "/tmp/escaped.txt": HAN.encode()}),
    "empty.zip": lambda: _zip({}),
    "nested tables.docx": lambda: _word("<w:tbl><w:tr><w:tc>" * 2_000 + "</w:tc></w:tr></w:tbl>" * 2_000),
    "laughs.docx": lambda: _word(
        '<!DOCTYPE d [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"
    ),
    "nothing.pdf": lambda: b"%PDF-1.7\n%%EOF\n",
    "no pages.pdf": lambda: pdf("<</Type/Pages/Kids[]/Count 0>>"),
    "pages in a ring.pdf": lambda: pdf("<</Type/Pages/Kids[2 0 R]/Count 9>>"),
    "huge page.pdf": lambda: pdf(
        "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]>>"
    ),
}
"""Name of the file and who makes it; the names end as the files would."""
