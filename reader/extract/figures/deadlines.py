"""What bounds a date, and which dates are deadlines: 8月31日前报送, 报名截止8月31日, 即日起至8月31日, 2010年以来.

A deadline is a day by which something is to be done. A bound of the past or of eligibility is none:
2018年之前注册的企业.
"""

from __future__ import annotations

import re

from reader.extract.figures.spot import FoundFigure
from reader.model.kinds import FigureKind

NEAR = 24  # characters before a date in which its bound is told
SOON = 30  # characters behind a date in which the sentence says what becomes of those who are late
REMARK = r"(?:\((?P<remark>[^()]{1,16})\))?"
BY = re.compile(
    rf"""[ ]?{REMARK}[ ]?(?:下班|午夜|中午|上午|下午)?[ ]?(?P<also>及|或|和)?[ ]?
    (?: 之前|以前
      | 前(?![三两一四五六七八九十0-9后往所期言沿景夕世瞻端排列]|提(?![交出供醒前])|述(?!职))
      | [^，。；：、\d]{{0,4}}截止(?!日期|时间) | (?:为|算)?止(?!于|血|损|境)
    )
    """,
    re.X,
)
FROM = re.compile(
    rf"""[ ]?{REMARK}[ ]?(?:及|或|和)?
    (?:以来|以后|之后|后(?![来续面期勤台端备代果天半续发排置者方世])|起(?![草点源到飞初])|开始|至今|-{{1,2}}至?今)
    """,
    re.X,
)
MATTERS = (
    "报名|投稿|征稿|征文|征集|申报|申请|提交|报送|报告|受理|征求意见|意见征集|反馈|填报|推荐|缴费|注册|评审|上报|递交|接收|收件"
    "|招标|投标|应聘|招聘|参评|参赛|回执|网上|公示|材料|登记|提名|预约|领取|审核|收稿|投递|摘要|論文|论文|作品|评选"
)
DUE = re.compile(
    rf"""
    (?: (?:{MATTERS})[^，。；：\d]{{0,6}}(?:截止|截至|(?<!为)止)(?:日期|时间|期限?|日)?
      | (?:截止|截稿|截标|收稿|截件)(?:日期|时间|期限?|日)
      | (?:{MATTERS})(?:日期|时间|日|期限?|窗口|通道)?[^，。；：\d]{{0,4}}(?:延长|延期|顺延|延|推迟)
      | 截稿 | 截止(?=[ ]?(?:为|是|:|：))
      | (?:最[后终]|提交|{MATTERS})(?:的)?(?:期限|时限|限期)
    )
    [为是于到至:：]{{0,2}}[ ]?$
    """,
    re.X,
)
STATED = re.compile(rf"(?:{MATTERS})(?:日期|时间|日|期限?|窗口|通道)?(?:截止|截至|截|持续|开放)?(?:至|到)[ ]?$")
FROM_NOW = re.compile(
    r"""
    (?P<lasting>有效[^，。；]{0,4}|施行|执行|实施|试行)?[^，。；]{0,8}
    (?:即日|今日|今天|现在|[发公印颁]布之日|通知之日|之日|本?(?:通知|公告|通告)(?:发布|印发)?之?日)起?(?:开始)?[,，]?
    (?:截止|截)?(?:至|到)[ ]?$
    """,
    re.X,
)
NOT_LATER = re.compile(r"(?:不(?:得|能|应)?[晚迟]于|最[迟晚]|至迟)(?:应|须|需|要|可)?[于在到至]?[ ]?$")
UNTIL = re.compile(
    r"""
    (?: (?:^|[，。；：、,;:!（(《“]|[是于期划计望力争取标并将拟能会])[ ]?(?:到|至|直到)
      | (?:执行|实施|施行|有效期?|开放|保留|持续|延续|保存)[至到]
    )[ ]?$
    """,
    re.X,
)
LAST_DAY = re.compile(
    r"[ ]?(?:\([^()]{1,8}\))?[ ]?(?:为|是|系)[^，。；：\d]{0,12}?"
    r"(?:最[后终]期限|截止日?期?|截止时间|最后一天|截稿日?|限期)"
)
LATE = re.compile(r"[^。；\n\d]{0,24}?(?:[逾过超]期|逾时|超时)[^。；]{0,8}?(?:不|视|恕|自动|无效|概)")
COMPARED = re.compile(r"(?<!不)(?<!不[得能应])(?:(?P<less>早于|先于)|[晚迟后]于)[ ]?$")
SINCE = re.compile(r"(?:自从?|从|始于)[ ]?$")
LATER = re.compile(r"[^，。；：]{0,20}?(?:以来|至今)")
# What was so before a day, or must have been so: 之前成立的企业, 以前出生者, 前已取得.
HAPPENED = (
    "成立|注册|设立|登记|出生|毕业|取得|获得|获批|入职|参加工作|入学|签订|签署|发表|出版|立项|建成|竣工|投产|颁发|批准|备案|开工|上市"
    "|发布|印发|公布|颁布|入选|授予|授权|认定|结题|验收|开业|生产|制造|购买|购置|录用|参保|入库|建档|在职|在册|存在"
)
BEGAN = "成立|设立|出生|毕业|参加工作|入职|入学"  # of these nobody asks that they be done by a day
PAST = re.compile(
    rf"""[ ]?
    (?: (?:已经?|曾|就|都|便|均已|尚未|还|一直|仅|只)(?!能|需|须|应|可)
      | (?:依法|正式|在[^，。；\d]{{2,10}})?(?:{HAPPENED})(?:[^，。；\d]{{0,8}}(?:的|者)|企业|单位|人员|项目)
      | (?:{BEGAN})(?:[，,。；)]|$) | 出生 | 的(?!$)
      | [^，。；\d]{{0,8}}(?:{HAPPENED})(?:过|了)?的
    )
    """,
    re.X,
)
OF_A_STATE = re.compile(
    rf"(?:(?:{HAPPENED})(?:时间|日期|日|年月)?(?:应|须|需|必须|要|应当)?(?:为|在|于|早于|是)?|早在|限|此前)[ ]?$"
)
ASKED = re.compile(r"(?:(?<!申)请|务必|(?:须|应|必须|需|应当|要求)(?!为|是|系)|尽快|及时)[^，。；]{0,16}$")
DUE_HEAD = re.compile(r"截止|截稿|最[迟后晚]|期限$|限期")


def judged(text: str, start: int, end: int, behind: int, iso: str) -> FoundFigure:
    """Make a date or a deadline of a printed date, with what bounds it; the words behind it begin at `behind`."""
    before = text[max(0, start - NEAR) : start]
    by = BY.match(text, behind)
    if by:
        included = by["also"] or "含" in (by["remark"] or "") and "不含" not in by["remark"] or "止" in by.group()
        kind: FigureKind = "date" if _is_of_the_past(text, before, by.end(), iso) else "deadline"
        return FoundFigure(start, end, kind, iso, comparator="≤" if included else "<", behind=by.end())
    if _is_due(text, before, behind):
        return FoundFigure(start, end, "deadline", iso, comparator="≤", behind=behind)
    comparator = "="
    if (UNTIL.search(before) or NOT_LATER.search(before) or FROM_NOW.search(before)) and iso[-2:-1] not in "QH":
        comparator = "≤"
    elif compared := COMPARED.search(before):
        comparator = "<" if compared["less"] else ">"
    elif after := FROM.match(text, behind):
        comparator, behind = "≥", after.end()
    elif SINCE.search(before) and LATER.match(text, behind):
        comparator = "≥"
    return FoundFigure(start, end, "date", iso, comparator=comparator, behind=behind)


def _is_due(text: str, before: str, behind: int) -> bool:
    """Tell whether the words around a date, 前 apart, make it the last day for something."""
    if FROM.match(text, behind):
        return False
    now = FROM_NOW.search(before)
    is_from_now = now is not None and not now["lasting"] and not text.startswith("有效", behind)
    if DUE.search(before) or is_from_now or STATED.search(before):
        return True
    if NOT_LATER.search(before):
        return not OF_A_STATE.search(NOT_LATER.sub("", before))
    return bool(LAST_DAY.match(text, behind) or LATE.match(text[behind : behind + SOON]))


def _is_of_the_past(text: str, before: str, behind: int, iso: str) -> bool:
    """Tell whether 前 bounds what was so already, or must have been so, instead of what is to be done."""
    if ASKED.search(before) and not OF_A_STATE.search(before):
        return False
    if OF_A_STATE.search(before):
        return True
    return not iso.startswith("-") and PAST.match(text, behind) is not None


def due(figure: FoundFigure, head: str) -> FoundFigure:
    """Make a date a deadline where the head of its column says so."""
    if figure.kind == "date" and DUE_HEAD.search(head):
        return figure._replace(kind="deadline", comparator="≤")
    return figure


LONGEST_TASK = 24  # characters
HANDED = re.compile(r"(?:寄送|报送|发送|提交|递交|报|寄|送|发|交|邮寄|反馈|上传|上报)(?:至|到|给|往)")
WHAT_IS_HANDED = re.compile(  # 纸质材料一式三份，须于|…前寄送至
    r"(?P<thing>[^，。；：、\s0-9()（）]{2,10}?)(?:一式[^，。；\s]{1,3})?(?:\([^()]{0,8}\))?"
    r"[，,]?(?:请|均|最迟)?(?:须|应|需|务必|必须)?[于在][ ]?$"
)
OBLIGED = re.compile(r"(?:单位|部门|学院|企业|团队|者|人|方|市|县|区|局|处|位|[请将])$|^(?:请|各|有关)")
TASK = re.compile(r"[^，。；：、！？()（）\n\ufffc]{2,28}")
TO_DO = re.compile(r"^(?:[将把向请须应并由让]|统一|及时|按时|尽快|自行|按要求|再)+")
MATTER = re.compile(
    rf"""(?P<matter>[^，。；：、\s0-9]{{0,6}}(?:{MATTERS})[^，。；：、\s0-9]{{0,3}}?)
    (?:截止|截至|期限|时限|时间|日期|延长|延期|即日|[为是于到至:：]|$)""",
    re.X,
)
NO_TASK = re.compile(r"[A-Za-z0-9@_./-]{4}(?s:.*)|(?<![，。；：\s])[，。；：\s]++$")


def what_is_due(text: str, start: int, behind: int) -> str:
    """Tell what is to be done by a day, to whom: 推荐表反馈至科技处; from the words behind it, else those before."""
    task = TASK.match(text, behind)
    words = NO_TASK.sub("", TO_DO.sub("", task.group())) if task else ""
    if len(words) >= 2 and not words.startswith(("止", "的", "有效", "逾期")):
        handed = HANDED.match(words) and WHAT_IS_HANDED.search(text[max(0, start - NEAR) : start])
        thing = handed["thing"] if handed and not OBLIGED.search(handed["thing"]) else ""
        return (thing + words)[:LONGEST_TASK]
    matters = list(MATTER.finditer(text[max(0, start - NEAR) : start]))
    return matters[-1]["matter"] if matters else ""
