"""A text as the readers of figures want it: folded, simplified, powers and groups of digits told apart.

All of it goes one character for one, so that offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.extract.located import FOLDED

# Characters of traditional writing that units and their like are written with; one for one, offsets stay.
TRADITIONAL = str.maketrans(
    "億萬兩個張戶筆顆輛隻條種項間臺噸釐鐘時週歲幣圓鎊歐韓盧馬過於達內餘來點體總約從開兒歷減產處層棟雙對噴"
    "國縣鎮滿屆號線門盤場熱電壓級單類鋼節畝頃僅後數錢塊當劑針裡飛納優為別長設較營運圖計資費銷價額補貼獎貸"
    "團組課頁詞劃農戰歸積風傳領黨漲環佔鐵書報剛將擴進貫責車軟轉軌陸勞務發適違連斷齡經獲與業質區實預標濟會"
    "現際學術衛藥醫療機關聯網縮聲調邊還這險難願構權殘測濃溫準",
    "亿万两个张户笔颗辆只条种项间台吨厘钟时周岁币圆镑欧韩卢马过于达内余来点体总约从开儿历减产处层栋双对喷"
    "国县镇满届号线门盘场热电压级单类钢节亩顷仅后数钱块当剂针里飞纳优为别长设较营运图计资费销价额补贴奖贷"
    "团组课页词划农战归积风传领党涨环占铁书报刚将扩进贯责车软转轨陆劳务发适违连断龄经获与业质区实预标济会"
    "现际学术卫药医疗机关联网缩声调边还这险难愿构权残测浓温准",
)
READING: dict[int, int | str] = {**FOLDED, **TRADITIONAL}  # in one pass
WIDE_COMMA = re.compile(
    r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))|(?<=[0-9])，(?=[0-9]{3}(?:，[0-9]{3})*\.[0-9]{2}(?![0-9]))"
)
HAN_NUMERAL = "〇零一二三四五六七八九"
ZEROS = str.maketrans(dict.fromkeys("○OoＯ0０◯", "〇"))
IN_HAN = re.compile(rf"[{HAN_NUMERAL}][{HAN_NUMERAL}○OoＯ0０◯]{{3}}(?=年)")  # 二○二五年, 二OOO年
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def read_as(text: str, raised: Sequence[tuple[int, int]] = ()) -> str:
    """Return a text as it is read for figures; `raised` are its ranges that are set as superscript."""
    plain = text if text.isascii() else text.translate(READING)
    if WIDE_COMMA.search(text):
        plain = _with_commas(text, plain)
    if "年" in text:
        plain = IN_HAN.sub(lambda m: m.group().translate(ZEROS), plain)
    return _with_raised(plain, raised) if raised else plain


ADDRESS = re.compile(
    r"""
      (?:https?|ftp)://[!-~]+ | www\.[!-~]+
    | [A-Za-z0-9][\w.+%-]*@[\w.-]+
    | (?<![\w./-])(?:[A-Za-z0-9-]+\.)+(?:com|cn|org|net|gov|edu|io|tw|hk)(?![A-Za-z0-9])(?:[/:][!-~]*)?
    | (?<![\w.])10\.[0-9]{4,5}/[!-~]+  # a DOI
    | (?<![\w/])(?:[A-Za-z]:)?[/\\](?:[\w.-]+[/\\])+[\w.-]*  # a path
    """,
    re.X | re.A,
)
NO_SIGN = "\ufffc"


def without_addresses(text: str, read: str) -> str:
    """Write over the addresses of a text, whose numbers are none; `read` is the text as it is read."""
    if "/" not in text and "@" not in text and "www." not in text:
        return read
    signs = list(read)
    for m in ADDRESS.finditer(text):
        signs[m.start() : m.end()] = NO_SIGN * (m.end() - m.start())
    return "".join(signs)


def _with_commas(raw: str, text: str) -> str:
    """Write the wide commas that group digits as narrow ones: １，２００ and 82，225.00."""
    signs = list(text)
    for m in WIDE_COMMA.finditer(raw):
        signs[m.start()] = ","
    return "".join(signs)


def _with_raised(text: str, raised: Sequence[tuple[int, int]]) -> str:
    """Write digits that are set as superscript with the characters for it, so that m3 and 10-9 are told as powers."""
    parts: list[str] = []
    cursor = 0
    for start, end in raised:
        parts += (text[cursor:start], text[start:end].translate(RAISED))
        cursor = end
    return "".join((*parts, text[cursor:]))
