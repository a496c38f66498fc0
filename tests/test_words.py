"""The word splitter knows the domain's terms, keeps quiet, and opens once however many ask."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from reader import words

ROOT = Path(__file__).resolve().parents[1]


def test_a_term_stays_whole() -> None:
    assert [word.text for word in words.split("钙钛矿太阳能电池与量子密钥分发")] == [
        "钙钛矿",
        "太阳能电池",
        "与",
        "量子密钥分发",
    ]


def test_a_text_is_split_without_loss() -> None:
    text = "2025年，研究人员用Ru2 催化剂把产率提高到98%。"
    assert "".join(word.text for word in words.split(text)) == text


def test_a_rare_word_tells_more_than_a_usual_one() -> None:
    assert words.rarity("斯格明子") > words.rarity("问题")


def test_terms_and_common_words_have_nothing_in_common() -> None:
    lists = [(ROOT / "resources" / "words" / f"{name}.txt").read_text("utf-8") for name in ("terms", "common")]
    terms, common = ({w for line in text.splitlines() if line[:1] != "#" for w in line.split()} for text in lists)
    assert terms & common == set()


def test_threads_that_ask_at_once_get_one_answer() -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(words.split, ["微电网与储能"] * 8))
    assert all(answer == answers[0] for answer in answers)


def test_the_splitter_says_nothing_and_loads_only_when_asked() -> None:
    probe = "import sys; from reader import words; assert 'jieba' not in sys.modules; words.split('海水制氢')"
    run = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("", "")


def test_words_are_split_as_the_splitter_does_it_and_leave_no_file(tmp_path: Path) -> None:
    text = "新材料创新中心发布了先进封装制造业计划愿景，海水制氢取得进展。"
    probe = f"from reader import words; print(words.split({text!r}))"
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONUTF8": "1"}
    run = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert "封装" in run.stdout.decode("utf-8")
    assert list(tmp_path.iterdir()) == []


def test_the_dictionary_is_what_the_splitter_would_have_read(tmp_path: Path) -> None:
    import jieba
    import jieba.posseg

    own, usual = jieba.Tokenizer(), jieba.Tokenizer()
    tags = words._fill(own)
    usual.tmp_dir = str(tmp_path)
    tagger = jieba.posseg.POSTokenizer(usual)
    tagger.initialize()
    assert (own.FREQ, own.total, tags) == (usual.FREQ, usual.total, tagger.word_tag_tab)
