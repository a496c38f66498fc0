"""The kinds of file that the program opens, as the desktops of Linux, Windows and macOS know them."""

from __future__ import annotations

from typing import NamedTuple


class FileType(NamedTuple):
    """A kind of file: its media type, the endings of its names, Apple's name for it, and ours."""

    media: str
    suffixes: tuple[str, ...]
    uti: str
    english: str
    chinese: str


FILE_TYPES = (
    FileType("text/plain", (".txt", ".text"), "public.plain-text", "Text", "文本"),
    FileType("text/markdown", (".md", ".markdown"), "net.daringfireball.markdown", "Markdown", "Markdown"),
    FileType("text/html", (".html", ".htm", ".shtml"), "public.html", "Web page", "网页"),
    FileType("application/xhtml+xml", (".xhtml", ".xht"), "public.xhtml", "Web page", "网页"),
    FileType("application/x-mimearchive", (".mhtml", ".mht"), "org.ietf.mhtml", "Saved web page", "保存的网页"),
    FileType("message/rfc822", (".eml", ".emlx"), "com.apple.mail.email", "E-mail", "电子邮件"),
    FileType("application/vnd.ms-outlook", (".msg",), "com.microsoft.outlook16.msg", "Outlook e-mail", "Outlook 邮件"),
    FileType("application/pdf", (".pdf",), "com.adobe.pdf", "PDF document", "PDF 文档"),
    FileType("application/ofd", (".ofd",), "org.bulletinreader.ofd", "OFD document", "OFD 版式文档"),
    FileType("application/rss+xml", (".rss", ".xml", ".opml"), "public.rss", "News feed", "订阅源"),
    FileType("application/atom+xml", (".atom",), "public.atom", "News feed", "订阅源"),
    FileType("application/epub+zip", (".epub",), "org.idpf.epub-container", "Electronic book", "电子书"),
    FileType(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx",),
        "org.openxmlformats.wordprocessingml.document",
        "Word document",
        "Word 文档",
    ),
    FileType("application/msword", (".doc",), "com.microsoft.word.doc", "Word 97–2003 document", "Word 97–2003 文档"),
    FileType("application/vnd.ms-works", (".wps",), "com.kingsoft.wps", "WPS document", "WPS 文档"),
    FileType("application/rtf", (".rtf",), "public.rtf", "Rich text", "RTF 文档"),
    FileType(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        (".xlsx",),
        "org.openxmlformats.spreadsheetml.sheet",
        "Spreadsheet",
        "电子表格",
    ),
    FileType(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        (".pptx",),
        "org.openxmlformats.presentationml.presentation",
        "Presentation",
        "演示文稿",
    ),
    FileType("application/zip", (".zip",), "public.zip-archive", "Archive of issues", "快报压缩包"),
)
