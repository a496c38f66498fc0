"""Words by which printed matter says what it is, in simplified writing: parts of regular expressions, free to combine.

Match them on `reader.text.han.simplified(text)`. A word whose letters may be set wide is written by `wide`.
"""

from __future__ import annotations

REPORTERS = "记者|通讯员|特派员"
SIGNERS = f"{REPORTERS}|评论员|撰稿人"
STANDING = "实习|见习|特约|首席|驻站"  # of a reporter
OWN_PAPER = "本报|本刊|本网|新华社"
MAKERS = "作者|撰文|撰稿|供稿"  # in front of the names of those who wrote

REACHED_BY = "电话|手机|传真|邮箱|信箱|邮编|地址|网址|热线|官网"  # labels in front of a way to reach somebody
SIGNS_OF_REACH = "☎☏✆📞📱📲✉📧📨📩📮📪📫📬📠🏠📍🌐"  # pictures in front of a way to reach somebody
EDITORS = "责编|编辑|责任编辑|主编|审核|校对|版式|美编|制作"  # labels of an imprint
IN_CHARGE = "主持人|联系人|责任编辑|责编|编辑"  # labels in front of the person in charge

REACHED_PERSONS = "联系人|联络人|承办人|经办人|联系老师|分析师|研究助理|Contact"  # who has the numbers printed below

UNITS = (  # words that names of units end in
    "平台|实验室|中心|研究所|研究院|科学院|学院|大学|委员会|学会|协会|联合会|编辑部|情报所|图书馆|出版社|报社|杂志社"
    "|公司|集团|社区|联盟|办公室"
)
UNIT_SIGNS = "局厅部处科室院所社会办校系馆站组"  # the last character of other names of units


def wide(words: str, gap: str = r"\s*") -> str:
    """Let the letters of each word stand apart, 联 系 人; `words` are parted by strokes."""
    return "|".join(gap.join(word) for word in words.split("|"))
