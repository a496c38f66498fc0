"""Names of people, units and posts: what a piece of a label line can be."""

from __future__ import annotations

import re

from reader.text.patterns import HAN_LETTER
from reader.text.surnames import COMPOUND, SURNAMES

HONORIFIC = re.compile(
    r"(?:老师|先生|女士|小姐|同志|老師|總|总|工|教授|博士|主任|处长|科长|部长|经理|秘书|主管|同学|专员|專員"
    r"|[院所局站馆校会厂台]长|书记|干事|律师|医生|医师|工程师)$"
)
NOT_NAMES = re.compile(
    r"""(?:
      [电電][话話] | 手机 | 传真 | 邮[箱件编] | 地址 | 网[址站] | 联系 | 聯絡 | 咨询 | 热线 | 微信 | 办公
    | 公告 | 通知 | 详见 | 待定 | 同上 | 以下 | 如下 | 附件 | 上午 | 下午 | 工作 | 时间 | 日期 | 单位 | 部门
    | 部門 | 负责 | 有关 | 相关 | 平台 | 记者 | 編輯 | 编辑 | 公司 | 集团 | 中心 | 大学 | 学院 | 研究 | 委员
    | 政府 | 项目 | 技术 | 科技 | 管理 | 服务 | 支持 | 人员 | 全体 | 本期 | 本刊 | 本报 | 报道 | 报导 | 供图
    | 摄影 | 来源 | 网络 | 资料 | 图片 | 作者 | 审核 | 校对 | 综合 | 整理 | 编译 | 其他 | 备注 | 说明 | 电子
    | 业务 | 不详 | 佚名 | 未知
    | 方式 | 方向
    | 客服 | 报警 | 商务 | 举报 | 投诉 | 监督 | 急救 | 火警 | 值班 | 总机 | 专员
    | 市场 | 售后 | 财务 | 招生 | 招聘 | 广告
    | 发行 | 订阅 | 订购 | 合作 | 采购 | 媒体 | 公关 | 行政 | 人事 | 保卫 | 医务 | 后勤 | 教务 | 外事 | 秘书处
    | 救援 | 查号 | 上期 | 下期 | 待续 | 未完 | 印数 | 印张 | 开本 | 定价 | 出版 | 刊期 | 上接 | 下转 | 续完 | 完结
    | [市县縣省]$ | (?<=..)[区區]$
    | 区域 | 销售 | 加入 | 华[东南西北中]$ | ^[东西][南北]$ | 事项 | 会务 | 前台 | 校内 | 校外 | 白天 | 晚上
    )""",
    re.X,
)
LATIN = "[a-zA-ZÀ-ÖØ-öø-ÿ.'-]"
NAME = re.compile(
    rf"{HAN_LETTER}{{2,4}}|{HAN_LETTER}{{1,8}}(?:[·•・]{HAN_LETTER}{{1,8}}){{1,3}}"
    rf"|[A-ZÀ-Þ]{LATIN}*(?: [A-ZÀ-Þ]{LATIN}*){{1,3}}"
)
# An ending of one letter that closes a personal name, too, makes a unit of four letters or more.
ORG_END = re.compile(
    r"""(?:
      中心 | 公司 | 集团 | 集團 | 大学 | 大學 | 学院 | 學院 | 研究[所院] | 委员会 | 实验室 | 實驗室 | 编辑部
    | 办公室 | 服务部 | 总部 | 医院 | 醫院 | 协会 | 学会 | 基金会 | 联盟 | 政府 | 银行 | 平台 | 园区 | 期刊社
    | 杂志社 | 出版社 | 通讯社 | 视觉 | 图书馆 | 博物馆 | 工厂 | 联合会 | 研究会 | 事务所
    | 科协 | 工会 | 团委 | 妇联 | 侨联 | 文联
    | (?<=..)[局厅廳署处處院所部科室厂廠] | (?<=...)[司办會会社馆館站台网網报報刊系校组組队团店行园委联]
    )(?:[(（][^()（）]{1,12}[)）])?$""",
    re.X,
)
NOT_ORG = re.compile(
    r"(?:举|汇|申|填|上|预|警|情|通|海|播|简|回)报$|[，。；：、！？,;:!?“”《》\n]|[联聯][系繫]$|^(?:请|欢迎|如|若|按|经|由|以|及|并|各)|公告栏$|相关部门|有关单位|寄|送至|提交|\d[月日号號室楼层]"
)
POST = re.compile(
    r"""(?:(?:副|助理|助|特聘|讲席|首席|名誉|客座|高级|正高级|常务|原|执行|青年|资深|总){0,4}
      (?:教授级?高?级?工程师|教授|研究员|院士|工程师|院长|所长|主任|处长|科长|局长|部长|厅长|校长|社长|站长|馆长|司长|会长|理事长
        |秘书长|董事长|总经理|经理|总裁|总监|主席|主编|编辑|编审|记者|馆员|讲师|博士(?:后|生|研究生)?|硕士(?:生|研究生)?|研究生
        |分析师|学者|专家|医师|书记|主管|负责人|理事|委员|老师|员工|专员|專員|承办员|办事员|科员|技正|組長|組員|科長|主任科员|农艺师|经济师|会计师|科学家|顾问|秘书|干事))""",
    re.X,
)
MARKED = re.compile(rf"(?<={HAN_LETTER})[0-9¹²³⁰⁴-⁹*†‡]+")  # the mark of a unit or a note behind a name
BETWEEN = re.compile(r"[、,，;；/&]|\s和\s|\s及\s|\s{2,}")


def is_org(text: str) -> bool:
    """Tell whether a text names a unit, by its last letters."""
    return 3 <= len(text) <= 40 and ORG_END.search(text) is not None and not NOT_ORG.search(text)


def is_name(text: str) -> bool:
    """Tell whether a text can be a personal name where a label promises one."""
    return (
        NAME.fullmatch(text) is not None
        and not NOT_NAMES.search(text)
        and not POST.fullmatch(text)
        and not is_org(text)
    )


def is_surely_name(text: str) -> bool:
    """Tell whether a text is a personal name where nothing promises one: it begins with a surname."""
    bare = without_honorific(text)
    family = bare.startswith(COMPOUND) or bare[:1] in SURNAMES and len(bare) <= 3
    return family and is_name(bare) or _addressed(text)


def without_honorific(text: str) -> str:
    """Cut 老师 or 先生 off a whole name; a surname alone keeps it, 纪先生."""
    bare = HONORIFIC.sub("", text)
    return text if len(bare) < 2 or bare in COMPOUND else bare


def _addressed(text: str) -> bool:
    """Tell whether a text is a surname with its form of address: 王老师."""
    bare = HONORIFIC.sub("", text)
    return bare != text and (bare in COMPOUND or len(bare) == 1 and bare in SURNAMES) and text[-1] not in "工总總"


def names_in(text: str) -> list[tuple[str, int, int]]:
    """List the names of a value with their place; one that is set wide (万 勇) is closed up."""
    found: list[tuple[str, int, int]] = []
    at = 0
    text = MARKED.sub(lambda m: " " * len(m.group()), text)
    for gap in [*BETWEEN.finditer(text), None]:
        stop = gap.start() if gap else len(text)
        words = [(m.group(), at + m.start(), at + m.end()) for m in re.finditer(r"\S+", text[at:stop])]
        found += _closed_up(words)
        at = gap.end() if gap else stop
    return [(without_honorific(name), s, e) for name, s, e in _letters_joined(found) if _can_be(name)]


def _can_be(name: str) -> bool:
    return is_name(without_honorific(name)) or _addressed(name)


ALL_LATIN = re.compile(r"[\x21-\x7eÀ-ÖØ-öø-ÿ]+")
LATIN_UNIT = re.compile(
    r"(?:Institut|Universit|Colleg|Department|School|Cent(?:er|re)|Laborator|Academ|Ministr|Office|Compan|Council|Bureau)"
)
COURTESY = re.compile(r"(?:Dr|Prof|Mr|Ms|Mrs|Professor)\.?")
LATIN_WORDS = 3  # of a name


def _latin_name(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Take the name that Latin words begin with: without Dr., up to the words of a unit."""
    if COURTESY.fullmatch(words[0][0]) and len(words) > 1:
        words = words[1:]
    unit = next((k for k, (word, _, _) in enumerate(words) if LATIN_UNIT.match(word)), len(words))
    if unit < len(words):
        words = words[: min(unit, LATIN_WORDS)]
    return [(" ".join(word for word, _, _ in words), words[0][1], words[-1][2])] if len(words) > 1 else words


def _closed_up(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Close up the words of one stretch: Latin words are one name, single letters belong to their neighbours."""
    if len(words) > 1 and all(ALL_LATIN.fullmatch(word) for word, _, _ in words):
        return _latin_name(words)
    letters = len(words) > 1 and all(len(word) == 1 for word, _, _ in words)
    if letters and len(words) <= 4 and not (len(words) == 4 and words[0][0] + words[1][0] not in COMPOUND):
        return [("".join(word for word, _, _ in words), words[0][1], words[-1][2])]
    return _letters_joined(words)


def _letters_joined(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    out: list[tuple[str, int, int]] = []
    for word, start, end in words:
        if out and (len(word) == 1 and len(out[-1][0]) == 1 or word in HONORIFICS):
            out[-1] = (out[-1][0] + word, out[-1][1], end)
        else:
            out.append((word, start, end))
    return out


HONORIFICS = frozenset(
    ("老师", "先生", "女士", "小姐", "同志", "老師", "教授", "博士", "主任", "处长", "科长", "部长", "经理")
)


def unit_and_post(text: str) -> tuple[str, str]:
    """Part a description of a person into unit and post: 某大学某学院教授 is 某大学某学院 and 教授."""
    for part in re.split(r"[、,，;；]", text):
        m = POST.search(part)
        unit = (part[: m.start()] if m else part).strip(" 的")
        if is_org(unit) and not (m and m.group() == "院士"):
            return unit, text[text.find(part) + len(unit) :].strip(" 的")
    return "", text.strip()
