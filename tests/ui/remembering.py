"""What tests of the window's memory share: an issue to read in, and waits for what is kept."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from reader.model.marks import KeptSession
from reader.store import FILE_NAME, Library
from reader.ui.features.contents.contents_model import UNREAD_ROLE
from reader.ui.features.memory.desk import HomeDesk
from reader.ui.features.memory.keeper import LibraryKeeper
from reader.ui.features.memory.read_states import ReadStates
from tests.ui.user import MILLISECONDS, User

TITLES = ("海港扩建工程动工", "河道清淤全面完成", "山区公路通车")


def write_issue(folder: Path, name: str = "gang.txt", title: str = "港湾快报", encoding: str = "utf-8") -> Path:
    """Write an issue of three long articles."""
    path = folder / name
    parts = [f"{title}\n2025年第3期\n"]
    for number, head in enumerate(TITLES):
        parts.append(f"\n\n## {head}\n")
        parts += [f"\n{_paragraph(title, number, at)}\n" for at in range(40)]
    path = path.with_suffix(".md")
    path.write_text("".join(parts), encoding=encoding)
    return path


def _paragraph(title: str, article: int, at: int) -> str:
    things = ("码头", "航道", "桥梁", "隧道", "堤坝", "仓库", "铁路")
    place = f"{title}所述第{article * 100 + at}处"
    sentence = f"{place}{things[at % 7]}的施工队伍在本周进场，{things[(at + 3) % 7]}一侧的材料已经备齐。"
    return sentence + "验收安排在年底之前，所需的经费由各方分担，进度每月公布一次。" * 2


def data_file() -> Path:
    """Return the library of the test."""
    return Path(os.environ["BULLETIN_READER_DATA"]) / FILE_NAME


def kept_session() -> KeptSession:
    """Return what is kept of the last window."""
    if not data_file().exists():
        return KeptSession()
    with Library(data_file()) as library:
        return library.session()


def wait_for_memory(user: User) -> None:
    """Wait until the library is open and the issue in front has been recognised."""
    home = user.window.memory
    user.qtbot.waitUntil(lambda: home.desk is not None and home.desk.current() is not None, timeout=MILLISECONDS)
    user.qtbot.waitUntil(lambda: home.is_read() is not None, timeout=MILLISECONDS)
    user.wait_for_page()


def keeper_of(user: User) -> LibraryKeeper:
    """Return the keeper of a window whose library is open."""
    assert user.window.memory.keeper is not None
    return user.window.memory.keeper


def desk_of(user: User) -> HomeDesk:
    """Return the desk of a window whose library is open."""
    assert user.window.memory.desk is not None
    return user.window.memory.desk


def states_of(user: User) -> ReadStates:
    """Return the read states of a window whose library is open."""
    assert user.window.memory.states is not None
    return user.window.memory.states


def wait_until_kept(user: User) -> None:
    """Wait until what changed in the window is in the library."""
    jobs = user.window.session.jobs
    user.qtbot.wait(1)
    user.qtbot.waitUntil(
        lambda: not desk_of(user).is_pending() and not any(key.startswith("keep") for key in jobs.running()),
        timeout=MILLISECONDS,
    )


def scroll_to(user: User, words: str) -> str:
    """Scroll the article so that some words are on the reading line; return the first words there."""
    article = user.window.article
    offset = article._source.index(words)  # the words of this issue stand once in the file
    article.show_offset(offset)
    return top_words(user)


def top_words(user: User) -> str:
    """Return the words on the reading line."""
    article = user.window.article
    offset = article.top_offset()
    assert offset is not None
    return article._source[offset : offset + 12]


def unread(user: User) -> list[str]:
    """Return the titles in the contents that carry the dot of unread articles."""
    tree = user.tree()

    def below(parent: QModelIndex) -> list[str]:
        found = []
        for row in range(tree.model().rowCount(parent)):
            index = tree.model().index(row, 0, parent)
            if index.data(UNREAD_ROLE):
                assert "未读" in str(index.data(int(Qt.ItemDataRole.AccessibleTextRole)))
                found.append(str(index.data()))
            found += below(index)
        return found

    return below(QModelIndex())


def close(user: User, qtbot: QtBot) -> None:
    """Close a window and wait until it is gone."""
    user.window.close()
    qtbot.waitUntil(lambda: not user.window.isVisible())
