"""What a file's metadata call it, where that is a name."""

from __future__ import annotations

import pytest

from reader.load.declared import declared


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("海湾观察\u200b  第12期", "海湾观察 第12期"),
        ("Coastal Notes", "Coastal Notes"),
        ("Microsoft Word - 海湾观察12", ""),
        ("Unknown Title", ""),
        ("无标题文档", ""),
        ("新建文档 2", ""),
        ("海湾观察12.docx", ""),
        ("notes20310402", ""),
        ("", ""),
    ],
)
def test_a_placeholder_and_a_file_are_no_name(stated: str, name: str) -> None:
    assert declared(stated) == name
