"""The word splitter knows the domain's terms, keeps quiet, and opens once however many ask."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader import words
from reader.app.paths import sample_issues

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


AS_JIEBA = """
import sys
from pathlib import Path
import jieba.posseg
from reader.app.paths import sample_issues
from reader.words import build, listed
from reader.app.paths import resource
trie, columns = build.built()
assert resource("words/dictionary.trie").read_bytes() == trie
assert resource("words/dictionary.columns").read_bytes() == columns
text = "".join(path.read_text("utf-8")[2000:6000] for path in sample_issues()) + sys.argv[1]
splitter = jieba.Tokenizer()
splitter.tmp_dir = sys.argv[2]
for term in sorted(listed("terms")):
    splitter.add_word(term, tag=build.TERM_TAG)
tagger = jieba.posseg.POSTokenizer(splitter)
print(*(f"{pair.word}/{pair.flag}" for pair in tagger.cut(text) if pair.word.strip()), sep="\\n")
"""


def test_the_dictionary_is_that_of_the_splitter_and_the_same_words_come_out(tmp_path: Path) -> None:
    """Compare with jieba as it reads its own files, in a process of its own: here the tables are ours."""
    hard = "𠮷野家与㐀㐁，栾川县镎锝鿕合金，第3.5代Wi-Fi 6E＋爱因斯坦"
    command = [sys.executable, "-c", AS_JIEBA, hard, str(tmp_path)]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{run.stderr}\nafter a change of terms: python -m reader.words.build"
    text = "".join(path.read_text("utf-8")[2000:6000] for path in sample_issues()) + hard
    assert run.stdout.splitlines() == [f"{word.text}/{word.tag}" for word in words.split(text) if word.text.strip()]


@given(st.text(st.sampled_from("研究人员在上海发布新型海水制氢𠮷㐀龥镎鿕第一3.5aＡ，。 "), max_size=30))
def test_no_text_stops_the_splitter_or_loses_a_character(text: str) -> None:
    assert "".join(word.text for word in words.split(text)) == text
    assert "".join(word.text for word in words.tagged(text)) == text


def test_the_dictionary_takes_little_memory() -> None:
    probe = (
        "import resource; from reader import words; before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "words.split('新材料监测快报'); words.rarity('材料');"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    run = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(run.stdout) < 80_000  # KiB; its own way to read them takes 240,000
