"""The labels of contact lines and imprints: 联系人：, 电话：, 责任编辑：, and what each promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.extract.located import fold
from reader.model.kinds import ContactRole
from reader.text.patterns import HAN_LETTER


class ContactLabel(NamedTuple):
    """A label with its place, what it promises, and the words in front that say of what: 技术支持 of 技术支持电话."""

    kind: str
    start: int
    end: int
    word: str
    about: str


# What it promises → how it is printed; letters may be set wide.
REACHED_BY = {
    "person": (
        "联系人 聯絡人 聯繫人 联络人 承办人 承辦人 对口联系人 收件人 收信人 经办人 接洽人 负责人 联系老师 "
        "联系方式及联系人 姓名 聯絡窗口 會務聯絡 会务联系 业务联系 联系咨询 咨询人 受理人 报名联系 "
        "分析师 首席分析师 研究助理 Contact Enquiries Inquiries enquiries inquiries"
    ),
    "phone": (
        "联系电话 咨询电话 服务电话 办公电话 监督电话 值班电话 举报电话 投诉电话 固定电话 移动电话 行動電話 "
        "聯絡電話 聯繫電話 连络电话 洽詢電話 電話號碼 电话号码 电话 電話 手机号码 手机号 手机 手機 座机 热线 熱線 "
        "总机 總機 专线 專線 电联 Telephone Phone Tel Mobile 咨询热线"
    ),
    "fax": ("传真电话 傳真電話 传真号码 传真 傳真 Fax"),
    "email": (
        "电子邮箱 电子邮件 电子信箱 電子郵件 電子信箱 電子郵箱 投稿邮箱 联系邮箱 邮箱地址 邮箱 郵箱 信箱 "
        "邮件 電郵 电邮 E-mail Email E-Mail Mail"
    ),
    "url": (
        "网址 網址 官方网站 官方網站 官网 官網 网站 網站 主页 網頁 网页 网站地址 平台地址 报名网址 报名链接 "
        "链接 鏈接 連結 Website Web URL Homepage 登录网址"
    ),
    "address": (
        "通讯地址 通信地址 联系地址 邮寄地址 寄送地址 收件地址 单位地址 办公地址 详细地址 聯絡地址 通訊地址 "
        "会议地址 社址 地址 Address 展厅 营业地址 编辑部地址 材料寄送 材料邮寄 快递地址 投递地址"
    ),
    "org": (
        "联系单位 联系部门 受理部门 受理机构 受理处室 異議受理處室 受理單位 受理单位 责任单位 责任部门 联系处室 "
        "处室 单位名称 聯絡單位 咨询单位 咨询部门 联系机构"
    ),
    "reach": (
        "联系方式 联络方式 聯絡方式 聯繫方式 联系办法 咨询方式 业务咨询 政策咨询 联系 聯絡 聯繫 洽詢 垂询 咨询 諮詢 洽"
    ),
    "account": "微信公众号 公众号 微信号 微信 微信ID QQ群号 QQ群 QQ号 QQ Line LINE",
    "none": (
        "点击数 点击量 浏览次数 浏览量 阅读量 字号 字体 发布时间 发布日期 时间 日期 "
        "主讲人 邮政编码 邮编 郵編 郵遞區號 邮发代号 刊号 国内统一刊号 "
        "准印证号 开户行 账号 帐号 传阅"
    ),
}
MADE_BY = {
    "editor": (
        "责任编辑 責任編輯 专栏主持人 栏目主持人 主持人 执行主编 執行主編 副主编 副主編 主编 主編 总编辑 "
        "總編輯 副总编 总编 总编审 责编 責編 编辑 編輯 执行编辑 執行編輯 文字编辑 本期编辑 本版编辑 版面编辑 "
        "值班编辑 审核 審核 核稿 审稿 审校 审定 审签 签发 校对 校對 版式设计 美术编辑 版式 美编 美編 排版 设计 制版 "
        "发行人 發行人 统筹 监制 编委 编审 编校 值班主任 Editor"
    ),
    "author": ("作者姓名 作者 撰文 撰稿人 撰稿 供稿人 供稿 执笔人 执笔 執筆 文/图 图/文 文 通讯作者 第一作者"),
    "journalist": ("本报记者 本刊记者 特约记者 实习记者 见习记者 采访记者 记者 記者 通讯员 通訊員 特派员 采写"),
    "compiler": ("编译 編譯 编译者 编写 摘编 整理 翻译 译者 编撰 汇编 选编 编者"),
    "reviewer": ("评荐人 评荐 荐评 点评 推荐人 评审 荐稿"),
    "image": ("图片来源 圖片來源 图片提供 照片提供 图片 照片 图源 圖源 摄影 攝影 供图 供圖 制图 製圖 绘图 插图"),
    "planner": ("联合策划 策划人 策划 总策划 策劃 出品人 出品"),
    "publisher": (
        "主办单位 主管单位 主辦單位 编印单位 出版单位 编辑出版 主办 主管 主辦 编印 編印 出版 印发 承办单位 "
        "协办单位 承办 协办"
    ),
    "source": (
        "信息来源 资料来源 文章来源 稿件来源 原文链接 原文标题 原文出处 来源 來源 出处 原文 链接地址 "
        "全文链接 文献来源 参考链接 参考来源"
    ),
}
# What its people are → whom a label of MADE_BY names.
ROLES: dict[str, ContactRole] = {
    "editor": "editor",
    "author": "author",
    "journalist": "journalist",
    "compiler": "compiler",
    "reviewer": "reviewer",
    "image": "image_source",
    "planner": "planner",
    "publisher": "publisher",
    "source": "reference",
}
# Where an event takes place that one can ask about.
PLACES = frozenset(["地点", "会议地点", "培训地点", "活动地点", "举办地点", "报到地点", "報到地點", "地點"])
KINDS = {word: kind for table in (REACHED_BY, MADE_BY) for kind, words in table.items() for word in words.split()}


def _spaced(word: str) -> str:
    """Let the letters of a Chinese label stand apart, 联 系 人."""
    return re.escape(word) if word.isascii() else r"\s{0,4}".join(map(re.escape, word))


WORDS = "|".join(_spaced(word) for word in sorted(KINDS, key=len, reverse=True))
LABEL = re.compile(
    rf"""(?P<word>{WORDS})
    (?P<also>\s?(?:[/、&]|及|和|与|或)\s?(?:{WORDS}))?
    (?:s|\.)?\s{{0,2}}(?:\([^()\d@]{{1,14}}\))?\s{{0,4}}
    (?:[:：]|(?<=[Ll]\.)\s?(?=[+\d(]))
    """,
    re.X,
)
# Labels without a colon: at the beginning of a stretch, a wide space or the value itself behind.
REACH_WORDS = "|".join(
    _spaced(word)
    for kind in ("person", "phone", "fax", "email", "url")
    for word in sorted(REACHED_BY[kind].split(), key=len, reverse=True)
    if not word.isascii()
)
REACH_WORDS += r"|QQ(?=\s{0,2}\d{5})"
BARE_LABEL = re.compile(
    rf"(?P<word>{REACH_WORDS})(?:号码|号)?(?:是|为|為)?\s{{0,4}}(?=(?P<value>[+(]{{0,2}}\s?\d[\d() .+-]{{2}}|[0-9A-Za-z_.+-]{{2,40}}@|https?://|www\.)|{HAN_LETTER})"
)
IMPRINT_WORDS = "|".join(
    _spaced(word)
    for kind in ("editor", "planner", "compiler", "journalist", "image")
    for word in sorted(MADE_BY[kind].split(), key=len, reverse=True)
)
IMPRINT_LABEL = re.compile(
    rf"(?:(?<=[\s|(;；,，])|^)(?P<word>{IMPRINT_WORDS})(?:/(?:{IMPRINT_WORDS}))?"
    rf"[ |]{{1,4}}(?={HAN_LETTER}{{2}}|{HAN_LETTER} )"
)
ABOUT = re.compile(rf"(?:{HAN_LETTER}|[A-Za-z/]){{1,12}}\Z")
IS_CALLED = re.compile(r"[电電]\s{0,4}[话話]|(?i:tel|phone)")
BOUNDED = frozenset((*MADE_BY, "org", "url"))  # kinds whose words are parts of others, too: 论文：, 附图：
QUALIFIERS = re.compile(
    "^(?:本[刊报期版文]|本栏|项目|值班|执行|文字|特约|实习|见习|首席|电子|高级|主要|联合|总|副|责任"
    "|栏目|专栏|版面|官方|报名|投稿|业务)*$"
)


def labels_in(text: str, prose: bool = False) -> list[ContactLabel]:
    """List the labels of a text in order, none inside another; in `prose` those of an imprint need a colon."""
    folded = fold(text)
    found = list(_with_colon(folded))
    if not prose:
        found += [ContactLabel(_kind(m), m.start(), m.end(), _word(m), "") for m in IMPRINT_LABEL.finditer(folded)]
    found += _bare(folded, prose)
    kept: list[ContactLabel] = []
    for label in sorted(found, key=lambda label: (label.start, -label.end)):
        if not kept or label.start >= kept[-1].end:
            kept.append(label)
    return [label for label in kept if label.word != "姓名" or len(kept) > 1]  # alone it may be anybody's


def _with_colon(folded: str) -> Iterator[ContactLabel]:
    if "：" not in folded and ":" not in folded and "." not in folded:
        return
    for m in LABEL.finditer(folded):
        kind = _kind(m)
        before = ABOUT.search(folded, max(0, m.start() - 13), m.start())
        about = before.group() if before else ""
        if kind in BOUNDED and not QUALIFIERS.match(about) and not (kind == "url" and len(about) > 1):
            continue
        if kind == "person" and re.search(r"项目负?责?$", about) and m.group("word") == "负责人":
            continue
        yield ContactLabel(kind, m.start() - len(about), m.end(), _word(m), about)


def _bare(folded: str, prose: bool) -> Iterator[ContactLabel]:
    from reader.extract.contacts.names import is_surely_name

    for m in BARE_LABEL.finditer(folded):
        kind = _kind(m)
        if m.group("value"):
            yield ContactLabel(kind, m.start(), m.end(), _word(m), "")
        elif kind == "person":
            following = re.match(rf"{HAN_LETTER}{{2,3}}(?=[\s,，、(:：;；\d]|$)", folded[m.end() : m.end() + 8])
            if following and is_surely_name(following.group()):
                yield ContactLabel(kind, m.start(), m.end(), _word(m), "")


def _word(m: re.Match[str]) -> str:
    return "".join(m.group("word").split())


def _kind(m: re.Match[str]) -> str:
    """Tell what a label promises; 联系人及电话 promises a person first, 电话/传真 and 传真/电话 one to call."""
    if KINDS[_word(m)] == "fax" and IS_CALLED.search(m.groupdict().get("also") or ""):
        return "phone"
    return KINDS[_word(m)]
