"""What the lines around a text say: paths, tools, counters, neighbours, owners."""

from __future__ import annotations

import re

from reader.load.html.furniture import FOOTER, NAVIGATION, RELATED, RULE, TOOL

HERE = re.compile(  # 您当前的位置：首页 > 通知公告
    r"""
      ^您?(?:现在|当前|目前|所在)*的?(?:位置|所在地|所处位置)\s*(?:是|在)?\s*[：:>»]
    | ^您(?:现在|当前)?(?:在|所在|位于)\s*[：:]
    | ^[當当]前位置 | ^You\ are\ here
    | ^(?:网站)?(?:首\s*[页頁]|主页|Home)\s*(?:[>›»/\\＞→-]|—)
    """,
    re.X | re.I,
)
SHARE = re.compile(
    r"""
    ^(?:一键|快速)?(?:分享|转发|转载|收藏|点赞)(?:本[页文篇])?(?:到|至|给)?\s*(?:[：:]|$|微信|微博|QQ|朋友圈|新浪|腾讯)
    | ^(?:扫一扫|微信扫|用微信扫|扫码|扫描(?:上方|下方)?二维码|长按(?:识别)?二维码|Share\ (?:this|on|to)\b|Share$)
    | ^(?:点击(?:上方|下方)?.{0,8}(?:关注|蓝字)|(?:欢迎|长按)?关注我们)
    | ^(?:点(?:个|一下)?|欢迎点)?[“"]?(?:在看|点赞|赞)[”"]?\s*(?:$|\d|[，,、]?(?:在看|让更多|和|分享|转发))
    """,
    re.X,
)
TOOLS = re.compile(  # buttons: [打印] [关闭] ▲TOP 大 中 小
    r"""
    ^(?:[\[【(（\s]*+
    (?:
        (?:我要)?打\s*印(?:本\s*[页頁文稿]|页面)? | 关\s*闭(?:窗\s*口|本页|页面)? | 關閉(?:視窗)?
      | 返\s*回(?:列表|上一?[级页]|首页)? | (?:回|返回)?\s*(?:顶部|頂端|页首|頁首|TOP|目錄|目录)
      | 特?大 | 中 | 小 | 默认 | 导出 | 下载全文 | 语音播报 | 朗读 | 收藏本[文页] | 加入收藏 | 设为首页
      | [↑▲△]?\s*+(?:TOP|回?顶部|回頂端)\s*+[↑▲△]? | [↑▲△] | Print | Close | Back\ to\ top
    )
    [\]】)）\s|｜]*+){1,4}$
    """,
    re.X | re.I,
)
MORE = re.compile(  # 阅读全文 »
    r"""
    ^[\[【(（<\s]*
    (?:
        (?:点击)?(?:阅读|查看|浏览|閱讀|了解|看|繼續|继续)?(?:更多)?(?:全文|更多|详情|詳情|原文|閱讀|阅读)
      | (?:Read|Learn)\ more | More | View\ (?:this\ email\ )?in\ (?:your\ )?browser | 在浏览器中(?:查看|打开)
      | 退订 | 取消订阅 | 更新偏好 | Unsubscribe
    )
    [\s\]】)）>»›….。|｜]*$
    """,
    re.X | re.I,
)
MAILED = re.compile(  # 您收到此邮件是因为…
    r"""
      ^(?:您|你)(?:之所以)?(?:会)?收到(?:此|这封|本)(?:邮件|通讯)
    | ^(?:若|如|如果)您?不(?:想|希望|願|愿)?再?(?:收到|接收)
    | ^To\ unsubscribe | ^You(?:\ are|'re)\ receiving\ this
    """,
    re.X | re.I,
)
NEIGHBOUR = re.compile(  # 上一篇：…
    r"""
      ^[\[【<«‹\s]*(?:上|下|前|后|後)\s*(?:一\s*)?[篇页頁条條](?:新闻|文章)?\s*(?:[：:>»›】\]]|$|\s\S)
    | ^[<«]?\s*(?:Previous|Next)\s*(?:[:：»>]|$)
    """,
    re.X | re.I,
)
OWNER = re.compile(
    r"""
      (?:版\s*[权權]|著作權)\s*(?:所\s*有|归) | Copyright | ©\s*(?:19|20)\d\d | All\ Rights\ Reserved
    | [A-Z\u4e00-\u9fff]ICP\s*[备证]\s*\d* | 公网安备 | 网站标识码
    | [建][议議]使用.{0,30}(?:浏览|瀏覽|分辨率|解析度) | 最佳(?:浏览|瀏覽|显示|顯示)?(?:分辨率|解析度|效果)
    | 您是(?:本站)?第\s*\d*\s*[位个個] | 技术支持\s*[：:].{2,20}(?:公司|科技)
    """,
    re.X | re.I,
)
COUNTER = re.compile(
    r"""^(?:浏览|点击|阅读|访问|點閱|瀏覽|人氣)\s*+(?:次?数|量|率)?\s*+[：:]?\s*+[\[（(]?\s*+\d*+\s*+[\]）)]?\s*+(?:次|人次)?$"""
)
RELATED_HEAD = re.compile(
    r"""
      ^[【\[]?(?:相\s*[关關]|热\s*门|熱\s*門|推\s*[荐薦]|猜你喜欢|延伸|更多|最新|往期|精彩|热点)\s*
      (?:
          文\s*章 | 新\s*[闻聞] | 阅\s*读 | 閱\s*讀 | 链\s*接 | 連\s*結 | 信\s*息 | 内\s*容 | 报\s*道 | 報\s*導
        | 推\s*[荐薦] | 资\s*讯 | 专\s*题 | 回\s*顾 | 精\s*彩 | 排\s*行 | 评\s*论
      )
      (?:推荐|排行)?[】\]]?\s*[：:]?$
    | ^(?:Related|Recommended|See\ also|More\ from)\b.{0,30}$
    """,
    re.X | re.I,
)
ENDED = re.compile(r"^[-—–·*\s]*(?:END|完|全文完)[-—–·*\s]*$", re.I)
GREETING = re.compile(  # 今天是2025年9月9日 星期二
    r"^(?:欢迎(?:您?访问|来到|光临|关注)|今天是|歡迎)|^\d{4}年\d{1,2}月\d{1,2}日\s*星期.\s*(?:农历.*)?$"
)
FILE_TOOL_END = re.compile(  # [PDF 下载]
    r"""
    (?<!\s)\s*+[\[【(（]\s*+(?:PDF|DOCX?|XLSX?|WPS|ET|ZIP|RAR|OFD|CEB)?\s*+(?:文件|格式|附件)?\s*+(?:点击)?
    (?:下\s*[载載]|预\s*览|在线浏览|Download)\s*+[\]】)）]\s*+$
    """,
    re.X | re.I,
)
CONTENTS_NAMES = re.compile(
    r"""
    ^[【\[]?(?:本\s*期)?\s*
    (?:
        目\s*[录錄次] | [内內]\s*容 | 导\s*[读航] | 導\s*[讀覽] | 要\s*目 | 看\s*点 | 提\s*要
      | Contents | In\ this\ issue | Table\ of\ contents
    )
    [】\]]?\s*[：:]?$
    """,
    re.X | re.I,
)
ATTACHED = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|zip|rar|7z|ofd|ceb|txt)(?:$|[?#])", re.I)
ATTACHMENT = re.compile(r"^附\s*[件表录]|^(?:相关)?附件(?:下载)?\s*[：:\d]|^Attachments?\b", re.I)
INFO = re.compile(  # 发布时间：… 来源：… 浏览次数：…
    r"""
    (?:
        (?:发布|发文|发表|更新|成文|公开)?(?:时间|日期) | [发發][布佈]時間
      | (?:信息|文章|稿件|新闻)?来源 | 來源 | 作者 | 记者
      | (?:责任)?编辑 | 责编 | 供稿 | 审核 | 编审 | 摄影 | 撰稿 | 发布(?:者|人|单位|机构) | 录入
      | (?:浏览|点击|阅读|访问)(?:次?数|量)? | 字[号體体] | 视力保护色?
    )
    \s*[：:]
    """,
    re.X,
)
COUNTER_FIELD = re.compile(
    r"""
    ^[\[【(（]?\s*
    (?:浏览|点击|阅读|访问|字\s*[号體体]|视力保护色?|打印|分享|关闭|大|中|小|T|A\s*[-－+]?)(?:次?数|量|到|大小)?\s*(?:[：:\]】)）]|$|[大中小\s\d])
    """,
    re.X,
)
LONGEST = 160  # characters; no line of furniture is longer
SHORT = 40  # characters; the same for what only begins like one


def furniture_of(text: str) -> str:
    """Name why a line is left out by what it says; empty where it says nothing of the kind."""
    if len(text) > LONGEST:
        return ""
    line = " ".join(text.split())
    short = len(line) < SHORT
    if (
        HERE.match(line)
        or TOOLS.match(line)
        or MORE.match(line)
        or MAILED.match(line)
        or NEIGHBOUR.match(line)
        or COUNTER.match(line)
    ):
        return NAVIGATION
    if short and (SHARE.match(line) or GREETING.match(line)):
        return NAVIGATION
    if ENDED.match(line):
        return RULE
    if (tool := FILE_TOOL_END.match(line)) and tool.start() == 0:
        return TOOL
    if OWNER.search(line) and "。" not in line.rstrip("。"):
        return FOOTER
    return RELATED if RELATED_HEAD.match(line) else ""
