"""One sound file of each kind that can be opened, made anew: what the tests then damage."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from functools import cache
from html import escape
from pathlib import Path

from reader.export.publishers import PUBLISHERS
from reader.export.publishing import publish
from reader.model.document import Issue
from reader.pipeline import open_issue
from tests.load.packing import ofd, ofd_text
from tests.load.test_office import presentation, shape
from tests.quality.fiction import make_outline
from tests.quality.setting import Setting
from tests.quality.typeset import typeset

PAGE = """<!DOCTYPE html><html lang="zh"><head><meta charset="{charset}"><title>{title}</title></head><body>
<nav><a href="/">首页</a> <a href="/news">新闻</a></nav><h1>{title}</h1><p>发布时间：2031年5月6日</p>
{paragraphs}<table><tr><th>项目</th><th>数值</th></tr><tr><td rowspan="2">能耗</td><td>10500 kWh</td></tr>
<tr><td>98.5%</td></tr></table><footer>版权所有</footer></body></html>"""
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{title}</title>
<item><title>{title}</title><description><![CDATA[{paragraphs}]]></description><pubDate>Tue, 06 May 2031 08:00:00 +0800
</pubDate></item></channel></rss>"""


DOCUMENTS = Path(__file__).parents[1] / "load" / "documents"
LINES = 40  # of a page


@cache
def issue() -> Issue:
    """Return a fictional monitoring bulletin as it was understood."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bulletin.txt"
        path.write_bytes(_text())
        return open_issue(path)


@cache
def sound_files() -> dict[str, bytes]:
    """Return the sound files by their names, whose endings tell their kinds."""
    text = _text().decode("utf-8")
    files = {
        "utf8.txt": text.encode("utf-8"),
        "gb.txt": text.encode("gb18030"),
        "wide.txt": text.encode("utf-16"),
        "page.html": _filled(PAGE).encode("utf-8"),
        "old page.html": _filled(PAGE, "gb2312").encode("gb18030"),
        "feed.xml": _filled(FEED).encode("utf-8"),
    }
    files |= {name: (DOCUMENTS / name).read_bytes() for name in ("notice.doc", "notice.rtf")}
    files["slides.pptx"] = presentation(
        *(shape("题目", "title") + shape(escape(line)) for line in text.splitlines()[:40])
    )
    files["feed.json"] = json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "题目", "content_text": text[:4000]}]}
    ).encode()
    files["notice.ofd"] = _pages(text)
    publication = publish(issue())
    files |= {f"issue{row.suffix}": row.make(publication) for row in PUBLISHERS if _is_there(row.module)}
    return files | {"issues.zip": _zipped(files)}


def _is_there(module: str) -> bool:
    from importlib.util import find_spec

    return find_spec(module) is not None


@cache
def _text() -> bytes:
    return typeset(make_outline("monitor", 7), Setting(), 7)[0]


def _pages(text: str) -> bytes:
    """Set the lines of a text on the pages of an OFD file."""
    lines = [line for line in text.splitlines() if line.strip()]
    pages = (lines[at : at + LINES] for at in range(0, len(lines), LINES))
    return ofd(*("".join(ofd_text(escape(line), 20, 30 + 6 * k, 4) for k, line in enumerate(page)) for page in pages))


def _filled(frame: str, charset: str = "utf-8") -> str:
    nodes = [node for node in issue().walk() if node.blocks]
    paragraphs = "".join(f"<p>{block.text.plain}</p>\n" for node in nodes[:3] for block in node.blocks)
    return frame.format(title=nodes[0].title.plain, paragraphs=paragraphs, charset=charset)


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
