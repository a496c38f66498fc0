"""The user says what the parts of an issue are: articles of their own, or subheadings of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tests.ui.keyboard import strike, write
from tests.ui.remembering import wait_for_memory, wait_until_kept
from tests.ui.user import MILLISECONDS, User

NOTES = """# 河口湿地考察札记

## 候鸟归来

　　四月上旬，三千只候鸟飞过河口。观测站记下了每一群的方向，志愿者在堤上守到天黑。

## 芦苇返青

　　芦苇比去年早返青九天。水位稳定之后，新苇在旧茬之间长出，最高的已有半米。

## 渔民改行

　　二十户渔民改做护鸟员。他们熟悉每一条水道，巡护船由县里统一配给。
"""
TITLES = ["候鸟归来", "芦苇返青", "渔民改行"]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Write a file of one headline and three parts."""
    path = tmp_path / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return path


def articles(user: User) -> list[str]:
    """List the titles of what can be read by itself."""
    opened = user.window.session.current()
    return [opened.outline.entries[at].node.title.plain for at in opened.outline.readable] if opened else []


def choose_in_palette(user: User, words: str) -> None:
    """Type words into the palette and press Enter."""
    strike(user, "Ctrl+K")
    write(words)
    strike(user, "Return")


def choose_in_menu(user: User, menu: str, text: str) -> None:
    """Choose the entry of a menu whose text begins so."""
    found = user.widget(f"{menu}Menu")
    assert isinstance(found, QMenu)
    action = next(action for action in found.actions() if action.text().startswith(text))
    assert action.isEnabled()
    action.trigger()


def wait_for_articles(user: User, count: int, tick: str = "") -> None:
    """Wait until the issue was read as wanted, has so many articles, and is known again."""
    wanted = [tick] if tick else []
    user.qtbot.waitUntil(lambda: ticked(user) == wanted and len(articles(user)) == count, timeout=MILLISECONDS)
    wait_for_memory(user)
    wait_until_kept(user)


def ticked(user: User) -> list[str]:
    """List which of the two commands is ticked."""
    actions = (user.window.findChild(QAction, name) for name in ("as_articles", "as_one"))
    return [action.objectName() for action in actions if action and action.isChecked()]


def test_parts_become_articles_and_one_article_again(make_user: Callable[..., User], notes: Path) -> None:
    user = make_user()
    user.open_bulletin(notes)
    wait_for_memory(user)
    choose_in_palette(user, "各部分读作")
    wait_for_articles(user, 3, "as_articles")
    assert [title for title in articles(user) if title in TITLES] == TITLES
    user.click_contents("芦苇返青")
    choose_in_menu(user, "file", "读作一篇")
    wait_for_articles(user, 1, "as_one")
    assert "芦苇比去年早返青九天" in user.article_text()


def test_the_choice_is_remembered_for_the_file(make_user: Callable[..., User], notes: Path) -> None:
    user = make_user()
    user.open_bulletin(notes)
    wait_for_memory(user)
    before = articles(user)
    other, count, tick = ("读作一篇", 1, "as_one") if len(before) == 3 else ("把各部分", 3, "as_articles")
    choose_in_menu(user, "file", other)
    wait_for_articles(user, count, tick)
    strike(user, "Ctrl+W")
    user.open_bulletin(notes)
    assert len(articles(user)) == count
    choose_in_menu(user, "file", other)  # ticked: once more takes it back
    wait_for_articles(user, len(before))


def test_the_place_stays_where_the_parts_become_something_else(make_user: Callable[..., User], notes: Path) -> None:
    user = make_user()
    user.open_bulletin(notes)
    wait_for_memory(user)
    choose_in_menu(user, "file", "把各部分")
    wait_for_articles(user, 3, "as_articles")
    user.click_contents("渔民改行")
    choose_in_menu(user, "file", "读作一篇")
    wait_for_articles(user, 1, "as_one")
    choose_in_menu(user, "file", "把各部分")
    wait_for_articles(user, 3, "as_articles")
    assert user.title() == "渔民改行" or "渔民改行" in user.article_text()
