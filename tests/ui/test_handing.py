"""Articles are handed on: seen, saved and printed, with keys and clicks."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel

from reader.export import pdf
from reader.export.publication import Publication
from reader.export.publishers import PUBLISHERS
from reader.model.errors import CannotWrite
from reader.ui.kit.command_texts import access_key
from reader.ui.session.settings import load_settings, save_settings, settings_file
from tests.ui.hander import DAMS, Hander, text_of_pdf, tight
from tests.ui.user import MILLISECONDS, User

pytestmark = pytest.mark.usefixtures("without_dictionary")
FIRST, SECOND = "北岭水库完成清淤", "南塘灌区开闸放水"
NameFile = Callable[[Path | None], list[str]]


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    """Return the file of a short bulletin."""
    path = tmp_path / "dams.md"
    path.write_text(DAMS, encoding="utf-8")
    return path


@pytest.fixture(params=["zh", "en"])
def reader(request: pytest.FixtureRequest, make_user: Callable[..., User], bulletin: Path) -> Hander:
    """Return someone who reads the second article of the bulletin."""
    return reading(make_user(language=request.param), bulletin)


@pytest.fixture
def zh(make_user: Callable[..., User], bulletin: Path) -> Hander:
    """Return someone who reads the second article in a Chinese window."""
    return reading(make_user(), bulletin)


def reading(user: User, bulletin: Path) -> Hander:
    person = Hander(user.window, user.qtbot)
    person.open_and_wait(bulletin)
    person.click_contents(FIRST)
    return person


@pytest.fixture
def name_file(monkeypatch: pytest.MonkeyPatch) -> NameFile:
    """Return a function that lets the file dialog answer a path, and returns what will be proposed."""

    def answer(path: Path | None) -> list[str]:
        proposed: list[str] = []

        def ask(_parent: object, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
            proposed.append(proposal)
            return str(path or ""), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return proposed

    return answer


@pytest.fixture
def print_to(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[QPrinter]]:
    """Return a function that lets the print dialog print into a file, and returns the printers that it will use."""

    def answer(path: Path | None, change: Callable[[QPrinter], None] = lambda _printer: None) -> list[QPrinter]:
        used: list[QPrinter] = []

        def execute(dialog: QPrintDialog) -> int:
            if path is None:
                return int(QPrintDialog.DialogCode.Rejected)
            printer = dialog.printer()
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(path))
            change(printer)
            used.append(printer)
            return int(QPrintDialog.DialogCode.Accepted)

        monkeypatch.setattr(QPrintDialog, "exec", execute)
        return used

    return answer


# Seeing


def test_ctrl_p_shows_the_pages_of_the_article(reader: Hander) -> None:
    dialog = reader.hand_on()
    assert dialog.isVisible() and dialog.preview.shows_pages()
    text = "".join(reader.shown())
    assert FIRST in text and tight("共清出泥沙 46 万立方米") in text and SECOND not in text
    assert dialog.preview.place.text() in ("第 1 页，共 1 页", "Page 1 of 1")


def test_the_section_and_the_issue_show_more(zh: Hander) -> None:
    zh.hand_on()
    zh.choose("hand_section")
    assert any(SECOND in page for page in zh.shown())
    zh.choose("hand_issue")
    assert "3篇" in tight(zh.button("hand_issue").text())
    assert any(SECOND in page for page in zh.shown())


def test_articles_can_be_ticked_beginning_with_what_was_chosen_before(zh: Hander) -> None:
    zh.hand_on()
    zh.choose("hand_chosen")
    assert FIRST in "".join(zh.shown()) and SECOND not in "".join(zh.shown())
    zh.tick(FIRST)
    zh.wait_for_pages()
    assert not zh.dialog().preview.shows_pages() and "勾选" in zh.says("handNotice")
    assert not zh.button("handSave").isEnabled() and not zh.button("handPrint").isEnabled()
    zh.tick(SECOND)
    zh.wait_for_pages()
    assert SECOND in "".join(zh.shown()) and FIRST not in "".join(zh.shown())
    assert zh.button("handSave").isEnabled()


def test_highlights_and_notes_are_shown_when_they_are_wanted(zh: Hander) -> None:
    zh.note("监测站", "ask for the data")
    zh.hand_on()
    assert "askforthedata" not in "".join(zh.shown())
    zh.choose("hand_highlights")
    assert "askforthedata" in "".join(zh.shown())
    zh.choose("handOnly")
    text = "".join(zh.shown())
    assert "监测站" in text and "askforthedata" in text and "清淤工程历时" not in text


def test_where_nothing_is_highlighted_it_is_said_and_not_offered(zh: Hander) -> None:
    zh.mark("监测站")
    zh.click_contents(SECOND)
    zh.hand_on()
    assert not zh.button("handOnly").isEnabled() and not zh.button("hand_highlights").isEnabled()
    assert "没有高亮" in zh.says("handReason")
    zh.choose("hand_section")
    assert zh.button("handOnly").isEnabled() and zh.says("handReason") == ""


def test_figures_and_lines_of_the_source_can_be_added(zh: Hander) -> None:
    zh.hand_on()
    plain = "".join(zh.shown())
    zh.choose("hand_figures", "hand_provenance")
    text = "".join(zh.shown())
    assert text.count("97%") > plain.count("97%")
    lines = DAMS.splitlines()
    assert str(next(at for at, line in enumerate(lines, 1) if "清淤工程" in line)) in text


def test_paper_size_and_typeface_change_the_pages(zh: Hander) -> None:
    dialog = zh.hand_on()
    before = dialog.preview.pages._sizes
    zh.choose("handPaper_letter", "handFace_sans")
    assert dialog.preview.pages._sizes != before
    dialog.form.size_list.setCurrentIndex(dialog.form.size_list.count() - 1)
    zh.wait_for_pages()
    wish = dialog.form.wish()
    assert (wish.choice.paper, wish.choice.face, wish.choice.size) == ("letter", "sans", 16.0)


def test_the_pages_before_stay_until_others_are_there_and_the_last_wish_counts(
    zh: Hander, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = zh.hand_on()
    may_go_on, made = threading.Event(), []
    really = pdf.make

    def slow(publication: Publication) -> bytes:
        made.append(publication)
        may_go_on.wait(20)
        return really(publication)

    monkeypatch.setattr(pdf, "make", slow)
    for name in ("hand_section", "hand_figures", "hand_issue"):
        zh.button(name).click()
        zh.qtbot.wait(120)
    zh.qtbot.waitUntil(dialog.preview.busy.isVisible, timeout=MILLISECONDS)
    assert len(made) == 1 and SECOND not in "".join(zh.shown())
    may_go_on.set()
    zh.wait_for_pages()
    assert [len(publication.chapters) for publication in made] == [3, 5]
    assert not dialog.preview.busy.isVisible()


def test_zoom_follows_keys_and_is_remembered(zh: Hander) -> None:
    dialog = zh.hand_on()
    dialog.resize(1080, 640)
    pages = dialog.preview.pages
    whole = pages._scale
    zh.strike("Ctrl+2")
    assert pages._scale > whole and zh.window.settings.hand_zoom == "width"
    zh.wait_for_pages()
    drawn = pages._pictures[0]
    ratio = pages.devicePixelRatioF()
    assert abs(drawn.width() / ratio - pages._rect(0).width()) <= 1
    zh.strike("Ctrl+Minus")
    zh.strike("Ctrl+0")
    assert pages._scale == whole and zh.window.settings.hand_zoom == "page"


def test_page_keys_turn_the_pages_and_ctrl_with_the_wheel_zooms(zh: Hander) -> None:
    dialog = zh.hand_on()
    zh.choose("hand_issue")
    assert dialog.preview.pages.page_count() > 1
    zh.strike("PageDown")
    assert dialog.preview.pages.current_page() == 1 and "第 2 页" in dialog.preview.place.text()
    dialog.preview.pages.setFocus()
    zh.strike("PageUp")
    assert dialog.preview.pages.current_page() == 0
    zh.strike("End")
    pages = dialog.preview.pages
    assert pages.current_page() == pages.page_count() - 1
    before, place, ctrl = pages._scale, QPointF(pages.rect().center()), Qt.KeyboardModifier.ControlModifier
    no_button, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(place, pages.mapToGlobal(place), QPoint(), QPoint(0, 120), no_button, ctrl, phase, False)
    QApplication.sendEvent(pages.viewport(), turn)
    assert pages._scale > before and pages.current_page() == pages.page_count() - 1


def test_text_files_are_shown_as_the_text_that_they_are(zh: Hander) -> None:
    dialog = zh.hand_on()
    zh.choose("handKind_.txt")
    assert FIRST in dialog.preview.text.toPlainText() and "字" in dialog.preview.place.text()
    assert not dialog.form.paper.isEnabled()
    zh.choose("handKind_.epub")
    assert dialog.preview.shows_pages() and "EPUB" in zh.says("handHint")
    zh.choose("handKind_.pdf")
    assert zh.says("handHint") == ""


def test_escape_closes_and_the_keyboard_is_in_the_article_again(zh: Hander) -> None:
    zh.hand_on()
    zh.strike("Escape")
    assert not zh.is_open()
    assert zh.window.focusWidget() is zh.window.article
    zh.hand_on()
    zh.button("handClose").click()
    assert not zh.is_open()


def test_the_dialog_has_the_size_of_the_last_time(zh: Hander) -> None:
    dialog = zh.hand_on()
    dialog.resize(720, 500)
    zh.strike("Escape")
    assert zh.hand_on().size().toTuple() == (720, 500)


def test_the_keyboard_goes_from_the_scope_to_the_buttons(zh: Hander) -> None:
    dialog = zh.hand_on()
    zh.qtbot.waitUntil(dialog.isActiveWindow, timeout=MILLISECONDS)
    seen = []
    for _step in range(24):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    order = ["hand_article", "handKind_.pdf", "hand_figures", "handPaper_a4", "handSize", "pagesView", "handSave"]
    assert [seen.index(name) for name in order] == sorted(seen.index(name) for name in order)


def test_no_two_choices_have_the_same_letter(reader: Hander) -> None:
    dialog = reader.hand_on()
    labels = [label for label in dialog.findChildren(QLabel) if label.buddy()]
    texts = [widget.text() for widget in (*dialog.findChildren(QAbstractButton), *labels)]
    letters = [letter for text in texts if (letter := access_key(text))]
    assert len(letters) == 13 and len(set(letters)) == 13, sorted(letters)


def test_highlights_that_are_found_later_are_shown_then(zh: Hander) -> None:
    zh.mark("监测站", "1")
    zh.click_contents(FIRST)
    hand, find = zh.window.export, zh.window.marks.highlights
    hand.draw_from(lambda: None, lambda: None)
    hand.open_highlights("article")
    zh.wait_for_pages()
    assert not zh.button("handOnly").isEnabled() and zh.says("handReason") == ""
    assert "清淤工程历时" in "".join(zh.shown()) and not zh.button("handSave").isEnabled()
    hand.draw_from(find, lambda: None)
    hand.take_marks()
    zh.wait_for_pages()
    text = "".join(zh.shown())
    assert zh.button("handOnly").isEnabled() and "监测站" in text and "清淤工程历时" not in text
    assert zh.button("handSave").isEnabled()


# Ways to it


def test_the_contents_hand_on_an_article_or_a_section(zh: Hander) -> None:
    for row, scope in ((SECOND, "article"), ("水库", "section")):
        zh.tree().customContextMenuRequested.emit(zh.tree().visualRect(zh.row(row)).center())
        zh.trigger(zh.widget("contentsMenu"), "handOnAction")
        zh.wait_for_pages()
        assert zh.dialog().form.scope() == scope
        assert any(SECOND in page for page in zh.shown())
        zh.strike("Escape")
        zh.qtbot.wait(10)
    assert zh.title() == FIRST


def test_the_list_of_marks_hands_on_only_highlights(zh: Hander) -> None:
    zh.mark("监测站", "1")
    zh.show_marks()
    zh.click_mark("监测站")
    zh.mark_list().menu_wanted.emit(zh.window.mapToGlobal(zh.window.rect().center()))
    zh.trigger(zh.widget("marksMenu"), "handOnAction")
    zh.wait_for_pages()
    assert zh.dialog().form.only.isChecked()
    assert "清淤工程历时" not in "".join(zh.shown())


def test_it_is_a_command_with_a_button_and_needs_an_issue(user: User) -> None:
    action = user.window.findChild(QAction, "hand_on")
    assert action is not None and not action.isEnabled()
    assert user.window.findChild(QAction, "print") is not None
    assert user.widget("hand_onButton").isVisible()


# Saving


def test_enter_saves_a_pdf_with_the_article_and_the_note(zh: Hander, tmp_path: Path, name_file: NameFile) -> None:
    zh.note("监测站", "ask for the data")
    proposed = name_file(tmp_path / "out")
    zh.hand_on()
    zh.choose("hand_highlights")
    zh.strike("Return")
    zh.wait_until_told("已保存为 out.pdf")
    assert not zh.is_open()
    text = "".join(text_of_pdf(tmp_path / "out.pdf"))
    assert FIRST in text and "askforthedata" in text
    assert Path(proposed[0]).name == f"水利通讯 2032年第3期 {FIRST}.pdf"
    assert zh.window.settings.hand_folder == str(tmp_path)
    assert zh.window.focusWidget() is zh.window.article


@pytest.mark.parametrize("suffix", [row.suffix for row in PUBLISHERS])
def test_each_kind_of_file_is_shown_and_saved(zh: Hander, tmp_path: Path, name_file: NameFile, suffix: str) -> None:
    proposed = name_file(tmp_path / "out")
    dialog = zh.hand_on()
    zh.choose(f"handKind_{suffix}")
    assert dialog.preview.shows_pages() or FIRST in dialog.preview.text.toPlainText()
    zh.choose("handSave")
    zh.wait_until_told(f"已保存为 out{suffix}")
    assert proposed[0].endswith(suffix) and (tmp_path / f"out{suffix}").stat().st_size > 100


def test_what_was_saved_can_be_opened_from_the_status_line(
    zh: Hander, tmp_path: Path, name_file: NameFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    name_file(tmp_path / "out.pdf")
    zh.hand_on()
    zh.button("handSave").click()
    zh.wait_until_told("已保存为 out.pdf")
    zh.click("openSaved")
    zh.click("showFolder")
    assert [url.toLocalFile() for url in opened] == [str(tmp_path / "out.pdf"), str(tmp_path)]
    zh.window.status.tell("other")
    assert not zh.sees("openSaved")


def test_choices_are_remembered_for_the_next_time_and_the_next_start(
    zh: Hander, tmp_path: Path, name_file: NameFile
) -> None:
    name_file(tmp_path / "out.txt")
    zh.hand_on()
    zh.choose("hand_section", "hand_contacts", "handPaper_letter", "handKind_.txt", "handSave")
    zh.wait_until_told("已保存为 out.txt")
    zh.hand_on()
    assert zh.dialog().form.scope() == "section"
    wish = zh.dialog().form.wish()
    assert (wish.suffix, wish.choice.contacts, wish.choice.paper) == (".txt", True, "letter")
    store = settings_file()
    save_settings(zh.window.settings, store)
    again = load_settings(store)
    assert (again.hand_scope, again.hand_parts, again.hand_paper) == ("section", ("contacts",), "letter")


def test_settings_of_another_version_do_no_harm(make_user: Callable[..., User], bulletin: Path) -> None:
    odd = {"hand_scope": "shelf", "hand_kind": ".odt", "hand_parts": ("pictures",), "hand_paper": "a0"}
    person = reading(make_user(**odd, hand_size="99", hand_face="script", hand_zoom="fish"), bulletin)
    person.hand_on()
    wish = person.dialog().form.wish()
    assert (wish.suffix, wish.choice.paper, wish.choice.size, wish.choice.face) == (".pdf", "a4", 10.5, "serif")
    assert person.dialog().form.scope() == "article"


def test_a_file_dialog_that_is_left_leads_back(zh: Hander, name_file: NameFile) -> None:
    name_file(None)
    zh.hand_on()
    zh.button("handSave").click()
    assert zh.is_open()


def test_a_name_that_ends_as_another_kind_is_obeyed(zh: Hander, tmp_path: Path, name_file: NameFile) -> None:
    name_file(tmp_path / "out.MD")
    zh.hand_on()
    zh.button("handSave").click()
    zh.wait_until_told("已保存为 out.MD")
    assert (tmp_path / "out.MD").read_text("utf-8").count(f"# {FIRST}") == 1


def test_a_name_that_gets_its_ending_from_us_is_asked_for_again_when_it_is_taken(
    zh: Hander, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.pdf").write_bytes(b"old")
    answers = iter([str(tmp_path / "out"), ""])
    asked = []

    def ask(_parent: object, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
        asked.append(proposal)
        return next(answers), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    zh.hand_on()
    zh.button("handSave").click()
    assert asked[1] == str(tmp_path / "out.pdf") and (tmp_path / "out.pdf").read_bytes() == b"old"


def test_a_folder_that_may_not_be_written_is_told(
    zh: Hander, tmp_path: Path, name_file: NameFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_wishes: object) -> tuple[int, str]:
        raise PermissionError

    name_file(tmp_path / "out.pdf")
    zh.hand_on()
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    zh.button("handSave").click()
    zh.wait_for_message("out.pdf")
    assert "没有权限" in zh.window.message_bar.text.text()
    assert not (tmp_path / "out.pdf").exists()


def test_a_file_that_cannot_be_written_is_told_and_the_dialog_can_be_opened_again(
    zh: Hander, tmp_path: Path, name_file: NameFile
) -> None:
    name_file(tmp_path / "no folder" / "out.pdf")
    zh.hand_on()
    zh.choose("hand_figures", "handSave")
    zh.wait_for_message("out.pdf")
    assert "文件夹" in zh.window.message_bar.text.text()
    zh.hand_on()
    assert zh.button("hand_figures").isChecked()


def test_saving_can_be_cancelled_and_leaves_nothing(
    zh: Hander, tmp_path: Path, name_file: NameFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    name_file(folder / "a.pdf")
    zh.hand_on()
    may_go_on, has_begun = threading.Event(), threading.Event()
    _hold(monkeypatch, may_go_on, has_begun)
    zh.button("handSave").click()
    zh.qtbot.waitUntil(has_begun.is_set, timeout=MILLISECONDS)
    assert zh.sees("cancelOpening") and "a.pdf" in zh.told() and zh.window.isEnabled()
    zh.click("cancelOpening")
    may_go_on.set()
    assert "没有保存" in zh.told() and not zh.sees("openingProgress")
    zh.qtbot.wait(100)
    assert list(folder.iterdir()) == []


def test_closing_the_window_in_the_midst_of_saving_leaves_no_half_file(
    zh: Hander, tmp_path: Path, name_file: NameFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    name_file(folder / "a.pdf")
    zh.hand_on()
    may_go_on, has_begun = threading.Event(), threading.Event()
    _hold(monkeypatch, may_go_on, has_begun)
    zh.button("handSave").click()
    zh.qtbot.waitUntil(has_begun.is_set, timeout=MILLISECONDS)
    zh.window.close()
    may_go_on.set()
    zh.qtbot.wait(100)
    assert list(folder.iterdir()) == []


def test_closing_the_window_closes_the_dialog(zh: Hander) -> None:
    zh.hand_on()
    zh.window.close()
    assert not zh.is_open()


def test_what_cannot_be_set_is_told_in_the_place_of_the_pages(zh: Hander, monkeypatch: pytest.MonkeyPatch) -> None:
    zh.hand_on()

    def refuse(_publication: Publication) -> bytes:
        raise CannotWrite("no", code="not-written", path="a.pdf", reason="no room")

    monkeypatch.setattr(pdf, "make", refuse)
    zh.choose("hand_section")
    assert "no room" in zh.says("handNotice")
    assert not zh.button("handSave").isEnabled()
    monkeypatch.undo()
    zh.choose("hand_article")
    assert zh.dialog().preview.shows_pages() and zh.button("handSave").isEnabled()


def _hold(monkeypatch: pytest.MonkeyPatch, may_go_on: threading.Event, has_begun: threading.Event) -> None:
    """Let a PDF be made only when it may go on."""
    really = pdf.make

    def slow(publication: Publication) -> bytes:
        has_begun.set()
        may_go_on.wait(20)
        return really(publication)

    monkeypatch.setattr(pdf, "make", slow)


# Printing

PrintTo = Callable[..., list[QPrinter]]


def test_all_pages_go_to_the_printer(zh: Hander, tmp_path: Path, print_to: PrintTo) -> None:
    used = print_to(tmp_path / "printed.pdf")
    zh.hand_on()
    zh.choose("hand_issue", "handPaper_letter")
    count = zh.dialog().preview.pages.page_count()
    zh.button("handPrint").click()
    zh.wait_until_told(f"已打印 {count} 页")
    assert not zh.is_open() and zh.sees("openingProgress") is False
    assert len(text_of_pdf(tmp_path / "printed.pdf")) == count
    assert used[0].pageLayout().pageSize().id().name == "Letter"


def test_a_range_and_copies_are_printed(zh: Hander, tmp_path: Path, print_to: PrintTo) -> None:
    def change(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 2)
        printer.setCopyCount(2)

    print_to(tmp_path / "printed.pdf", change)
    zh.hand_on()
    zh.choose("hand_issue")
    assert zh.dialog().preview.pages.page_count() > 1
    zh.button("handPrint").click()
    zh.wait_until_told("已打印 2 页")
    assert len(text_of_pdf(tmp_path / "printed.pdf")) == 2


def test_a_printed_page_is_not_blank_and_fills_the_paper(zh: Hander, tmp_path: Path, print_to: PrintTo) -> None:
    from reader.pictures.pages import Pages

    print_to(tmp_path / "printed.pdf")
    zh.hand_on()
    zh.button("handPrint").click()
    zh.wait_until_told("已打印")
    with Pages(tmp_path / "printed.pdf") as printed:
        picture = printed.draw(0, 1.0)
        assert [round(side) for side in printed.size(0)] == [595, 842]
    shades = picture.data[::4]
    dark = [at for at, shade in enumerate(shades) if shade < 100]
    rows = {at // (picture.stride // 4) for at in dark}
    assert len(dark) > 200 and min(rows) < 0.2 * picture.height


def test_ctrl_shift_p_prints_the_article_at_once(zh: Hander, tmp_path: Path, print_to: PrintTo) -> None:
    print_to(tmp_path / "printed.pdf")
    zh.read_text()
    zh.key("Ctrl+Shift+P")
    zh.wait_until_told("已打印 1 页")
    assert not zh.is_open()


def test_printing_with_highlights_waits_for_them(zh: Hander, tmp_path: Path, print_to: PrintTo) -> None:
    used = print_to(tmp_path / "printed.pdf")
    hand, find = zh.window.export, zh.window.marks.highlights
    zh.window.settings.hand_parts = ("highlights",)
    hand.draw_from(lambda: None, lambda: None)
    zh.read_text()
    zh.key("Ctrl+Shift+P")
    zh.qtbot.wait(50)
    assert used == []
    hand.draw_from(find, lambda: None)
    hand.take_marks()
    zh.wait_until_told("已打印 1 页")
    assert len(used) == 1


def test_a_print_dialog_that_is_left_leads_back(zh: Hander, print_to: PrintTo) -> None:
    print_to(None)
    zh.hand_on()
    zh.strike("Ctrl+P")
    zh.qtbot.waitUntil(lambda: zh.window.session.jobs.running() == (), timeout=MILLISECONDS)
    assert zh.is_open() and not zh.sees("openingProgress")


def test_printing_can_be_cancelled(
    zh: Hander, tmp_path: Path, print_to: PrintTo, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.ui.features.export import printing

    (tmp_path / "printed.pdf").write_text("the old one")
    print_to(tmp_path / "printed.pdf")
    zh.hand_on()
    zh.choose("hand_issue")
    may_go_on = threading.Event()
    really = printing.picture_of

    def slow(*arguments: object) -> object:
        may_go_on.wait(20)
        return really(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(printing, "picture_of", slow)
    zh.button("handPrint").click()
    zh.wait_until_told("正在打印第 1 页")
    zh.click("cancelOpening")
    may_go_on.set()
    assert "停止" in zh.told() and not zh.sees("openingProgress")
    assert [path.name for path in tmp_path.glob("*printed*")] == ["printed.pdf"]
    assert (tmp_path / "printed.pdf").read_text() == "the old one"


def test_closing_the_window_in_the_midst_of_printing_stops_it(
    zh: Hander, tmp_path: Path, print_to: PrintTo, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.ui.features.export import printing

    print_to(tmp_path / "printed.pdf")
    may_go_on = threading.Event()
    really = printing.picture_of

    def slow(*arguments: object) -> object:
        may_go_on.wait(20)
        return really(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(printing, "picture_of", slow)
    zh.hand_on()
    zh.button("handPrint").click()
    zh.wait_until_told("正在打印第 1 页")
    zh.window.close()
    may_go_on.set()
    zh.qtbot.wait(50)
    assert not zh.window.isVisible()


def test_a_printer_that_takes_nothing_is_told(zh: Hander, tmp_path: Path, print_to: PrintTo) -> None:
    print_to(tmp_path / "no folder" / "printed.pdf")
    zh.hand_on()
    zh.button("handPrint").click()
    zh.wait_for_message("文件夹")
