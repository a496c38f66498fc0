"""Bytes become the text that was written, in whatever encoding, and say what could not be read."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.load.decode import ENCODINGS, decode, normalise_name
from reader.model.errors import CannotDecode, CannotRead, ReaderError

SIMPLIFIED = "市水务局昨日公布了新的节水计划，明年预算约三亿元。\n参加单位共二十家，联系电话 010-5550 1234。\n"
TRADITIONAL = "市政府昨日公布了新的節水計畫，明年預算約三億元。\n參加單位共二十家，聯絡電話 02-5550 1234。\n"
JAPANESE = "水道局は十三日、新しい節水計画を発表した。来年度の予算は約三億円で、全国の大学が参加する見込みである。"
KOREAN = "수도국은 13일 새로운 절수 계획을 발표하였다. 내년도 예산은 약 삼억 원이며 전국의 대학이 참가할 예정이다."
FRENCH = (
    "Le service des eaux a annoncé treize projets à réaliser l’année prochaine ; le coût est estimé à trois millions."
)
RUSSIAN = "Городская служба водоснабжения объявила о новой программе экономии воды на следующий год."

WRITTEN = [  # text, the codec that wrote it, the name we give
    (SIMPLIFIED, "utf-8", "utf-8"),
    (SIMPLIFIED, "utf-8-sig", "utf-8-sig"),
    (SIMPLIFIED, "gb2312", "gb18030"),
    (SIMPLIFIED, "gbk", "gb18030"),
    (SIMPLIFIED + "𠮷㐀", "gb18030", "gb18030"),
    (SIMPLIFIED, "utf-16", "utf-16"),
    (SIMPLIFIED, "utf-16-le", "utf-16-le"),
    (SIMPLIFIED, "utf-16-be", "utf-16-be"),
    (SIMPLIFIED, "utf-32", "utf-32"),
    (TRADITIONAL, "big5", "big5"),
    (TRADITIONAL + "裏面與外牆", "cp950", "big5"),
    (TRADITIONAL + "嘅喺", "big5hkscs", "big5"),
    (TRADITIONAL, "gbk", "gb18030"),
    (TRADITIONAL, "utf-16-be", "utf-16-be"),
    ("Meeting at noon.\n", "utf-16-le", "utf-16-le"),
    (JAPANESE, "shift_jis", "shift_jis"),
    (JAPANESE, "euc_jp", "euc-jp"),
    (JAPANESE, "utf-16-le", "utf-16-le"),
    (KOREAN, "euc_kr", "euc-kr"),
    (KOREAN, "utf-16-be", "utf-16-be"),
    (FRENCH, "cp1252", "windows-1252"),
    (RUSSIAN, "cp1251", "cp1251"),
    (RUSSIAN, "koi8_r", "koi8-r"),
    (RUSSIAN, "utf-16-le", "utf-16-le"),
]


@pytest.mark.parametrize(("text", "codec", "name"), WRITTEN)
def test_whole_text_comes_back_with_the_name_of_its_encoding(text: str, codec: str, name: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, name)


@pytest.mark.parametrize(
    ("text", "codec"),
    [(text, "gb18030") for text in ("通知", "联通", "放假", "本周五下午三点开会。", "龚翔鑫", "节水计划公布")]
    + [(text, "big5") for text in ("通知", "會議", "放假", "本週五下午三點開會。", "節水計畫公布")],
)
def test_a_notice_of_a_few_characters_is_enough(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("text", ["é", "café", "Ü", "naïve façade", "Да", "ñandú", "Größe", "好", "通知"])
def test_short_utf8_of_any_language_stays_utf8(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, "utf-8", ())


def test_far_into_an_english_text_the_first_chinese_decides() -> None:
    text = "The minutes follow. " * 40_000 + SIMPLIFIED
    assert decode(text.encode("gb18030")).text == text


PHRASES = st.sampled_from(
    [
        "节水计划",
        "明年预算",
        "参加单位",
        "（联系人）",
        "，",
        "。",
        "\n",
        "\r\n",
        "2031年",
        "GDP",
        "　　",
        "“公布”",
        "第三期",
    ]
)


@given(st.lists(PHRASES, min_size=3), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_any_prose_in_any_usual_encoding_decodes_to_itself(phrases: list[str], codec: str) -> None:
    text = "市水务局的通知" + "".join(phrases)
    assert decode(text.encode(codec)).text == text


BIG5_PHRASES = st.sampled_from(
    ["節水計畫", "明年預算", "參加單位", "，", "。", "\n", "2031年", "「公布」", "第三期", "　　"]
)


@given(st.lists(BIG5_PHRASES, min_size=3))
def test_any_traditional_prose_in_big5_decodes_to_itself(phrases: list[str]) -> None:
    text = "市政府的通知" + "".join(phrases)
    assert decode(text.encode("big5")).text == text


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"]))
def test_a_named_encoding_is_obeyed_for_any_text(text: str, codec: str) -> None:
    text = text.lstrip("\ufeff")  # at the start of a file it would be a mark, not text
    assert decode(text.encode(codec), codec).text == text


@given(st.binary(max_size=300), st.sampled_from([None, *ENCODINGS]))
def test_arbitrary_bytes_give_printable_text_or_a_sentence(data: bytes, encoding: str | None) -> None:
    try:
        decoded = decode(data, encoding)
    except ReaderError as error:
        assert str(error).endswith(".")
        assert error.code
        assert encoding is None
    else:
        decoded.text.encode("utf-8")


@pytest.mark.parametrize(
    ("data", "name", "unread"),
    [
        (SIMPLIFIED.encode()[:-2], "utf-8", "2 bytes"),
        (SIMPLIFIED.encode("gb18030")[:-2], "gb18030", "1 byte"),
        (SIMPLIFIED.encode("utf-16")[:-1], "utf-16", "1 byte"),
        ((SIMPLIFIED * 40).encode()[:-1] + b"\xff\xfe" + SIMPLIFIED.encode(), "utf-8", "2 bytes"),
        (SIMPLIFIED.encode("gb18030") * 40 + b"\xff" + SIMPLIFIED.encode("gb18030"), "gb18030", "1 byte"),
        (TRADITIONAL.encode("big5") * 40 + b"\xff" + TRADITIONAL.encode("big5"), "big5", "1 byte"),
    ],
)
def test_unreadable_bytes_are_shown_and_counted(data: bytes, name: str, unread: str) -> None:
    decoded = decode(data)
    assert decoded.encoding == name
    assert decoded.text.count("\ufffd") == int(unread.split()[0])
    assert decoded.warnings[0].startswith(f"{unread} could not be read as {name}")


def test_a_replacement_character_that_was_written_is_no_damage() -> None:
    assert decode("节水\ufffd计划".encode()).warnings == ()


def test_nuls_stay_and_are_told() -> None:
    text = SIMPLIFIED + "\0" + SIMPLIFIED
    decoded = decode(text.encode())
    assert decoded.text == text
    assert "1 NUL character;" in decoded.warnings[0]


def test_a_detector_s_guess_is_told() -> None:
    assert "guessed to be windows-1252" in decode(FRENCH.encode("cp1252")).warnings[0]


def test_the_user_s_choice_overrules_the_bytes() -> None:
    decoded = decode(SIMPLIFIED.encode("gb18030"), "big5")
    assert decoded.encoding == "big5"
    assert decoded.text != SIMPLIFIED


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("GBK", "gb18030"),
        ("gb2312", "gb18030"),
        ("UTF8", "utf-8"),
        ("cp950", "big5"),
        ("Big5-HKSCS", "big5"),
        ("latin-1", "windows-1252"),
        ("Shift-JIS", "shift_jis"),
    ],
)
def test_names_are_normalised(given_name: str, name: str) -> None:
    assert normalise_name(given_name) == name


@pytest.mark.parametrize("name", ["", "no-such", "base64", "rot13", "utf-7", "undefined", "idna", "a\0b"])
def test_an_unknown_encoding_is_refused_by_name(name: str) -> None:
    with pytest.raises(CannotDecode, match="choose another") as caught:
        normalise_name(name)
    assert caught.value.code == "unknown-encoding"
    assert caught.value.params["encoding"] == name


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_offered_name_is_its_own_normal_form(encoding: str) -> None:
    assert normalise_name(encoding) == encoding
    assert [codecs.lookup(codec) for codec in ENCODINGS[encoding]]


@pytest.mark.parametrize("data", [bytes(range(32)) * 8, b"\0" * 64, bytes(range(256)) * 4])
def test_binary_data_is_not_decoded(data: bytes) -> None:
    with pytest.raises(CannotRead) as caught:
        decode(data)
    assert caught.value.code == "binary"
