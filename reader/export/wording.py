"""Our own words in the files that are handed on, by language; everything else in them is the bulletin's."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "contents": "目录", "notes": "注释", "marks": "批注", "highlights": "划线与批注", "figures": "数据",
        "contacts": "联系方式", "measures": "含义", "figure": "原文", "kind": "类别", "page": "第 {page} 页",
        "pages": "第 {page} 页 / 共 {pages} 页", "printed": "原刊第 {page} 页", "lines": "原文第 {lines} 行",
        "source": "来源", "file": "文件", "underline": "下划线", "back": "返回正文", "untitled": "（无标题）",
        "colon": "：", "formula": "〔公式〕", "picture": "〔图片〕", "absent": "〔图片不在文件里〕",
        "marked": "〖〗中是划线的文字。",
        "yellow": "黄", "green": "绿", "blue": "蓝", "pink": "粉", "purple": "紫",
    },
    "en": {
        "contents": "Contents", "notes": "Notes", "marks": "Remarks", "highlights": "Highlights and notes",
        "figures": "Figures", "contacts": "Contacts", "measures": "Meaning", "figure": "As printed", "kind": "Kind",
        "page": "page {page}", "pages": "Page {page} of {pages}", "printed": "printed on page {page}",
        "lines": "lines {lines} of the source", "source": "Source", "file": "File", "underline": "underlined",
        "back": "back to the text", "untitled": "(untitled)", "colon": ": ", "formula": "[formula]",
        "picture": "[picture]", "absent": "[a picture that the file does not hold]",
        "marked": "What stands in 〖〗 is highlighted.",
        "yellow": "yellow", "green": "green", "blue": "blue", "pink": "pink", "purple": "purple",
    },
}  # fmt: skip


def words_in(language: str) -> Mapping[str, str]:
    """Return our words in a language, Chinese where it is none of ours."""
    return WORDS.get(language, WORDS["zh"])
