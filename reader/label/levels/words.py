"""Words of headings: those that divide one text, and those that name a periodical."""

from __future__ import annotations

import re

from reader.text.patterns import rare

# What the parts of one argument or one document are called, whatever it is about.
STRUCTURAL = rare(
    r"""^(?:
        (?:研究|访谈|嘉宾|会议|本文|项目|工作|政策|事件|问题的?|主要|总体|基本|有关|其他|相关|具体|下一?步(?:工作)?
          |活动|报名|参与|场次|课程|培训|比赛|论坛)?
        (?:背景|引言|前言|绪论|导言|导语|概述|概况|概要|摘要|提要|要点|观点|内容|成效|做法|进展|成果|结果|结论|结语|结束语|小结|总结
          |讨论|分析|展望|启示|思考|对策|建议|措施|意义|现状|问题|原因|影响|方法|数据|模型|实验|试验|算例|应用
          |要求|目标|原则|任务|条件|对象|范围|时间|地点|流程|程序|步骤|安排|计划|事项|材料|方式|标准|依据|说明|附则|总则
          |情况|打算|评审|申报|资助|保障|组织|职责|分工|监督|反馈|报名|参会|议程|日程|费用|联[系络]人?|联[系络]方式|联系电话|咨询|附件|附录|附
          |纪要|简章|日期|海报|名额|奖项|奖励|须知|(?:主办|承办|协办|合办|指导|支持)单位
          |事件点评|事件|点评|核心观点|投资(?:要点|建议|逻辑|评级|策略)|盈利预测|估值|风险(?:提示|因素|揭示)?|评级(?:说明|标准)|催化剂
          |致谢|参考文献|参考资料|注释|脚注|作者简介|关键词|主讲人|嘉宾|简介|提纲
          |(?:参会|与会|出席|列席|缺席|参加|主持|记录)(?:人员?|名单|单位)?|议题|主题|决议|待办)
        (?:及|与|和|、)?
        (?:投资|估值|评级)?
        (?:背景|方法|要求|目标|原则|任务|条件|对象|范围|时间|地点|流程|程序|步骤|安排|计划|事项|材料|方式|标准|依据|说明|建议|讨论|展望
          |分析|结论|意义|内容|简介|启示|措施|对策|现状|问题|情况|成效)?
        (?:如下|一览)?
    )[：:]?$
    | ^[本下上](?:周|週|月|季度|年度?).{0,10}$ | ^(?:今|明|昨)[天日].{0,8}$
    | ^(?:Abstract|Introduction|Background|Methods?|Results?|Discussion|Conclusions?)\b
    | ^(?:References|Acknowledge?ments?|Appendix)\b
    """,
    re.X | re.I,
)
# What a digest heads its parts with, issue after issue: 一周新闻, 深度好文, 工具推荐.
COLUMN = rare(
    r"""^(?:本[周月期日]|[一每]周|每日|今日|近期|最新|精选|热门|深度|优质|开源|行业|业界|国内|国际|本地|社区|科技|技术|产品|学术|前端|后端)?
    (?:新闻|资讯|要闻|动态|快讯|简讯|速览|头条|文章|好文|阅读|博客|工具|资源|软件|言论|金句|语录|图片|视频|播客|招聘|职位|书籍|图书
      |更新|推荐|分享|教程|版本|往年回顾|历史上的本周|活动预告|读者来信|读者投稿|会员风采|人物|随笔|文摘|趣闻|冷知识)
    (?:[与和及/、&][^\W\d_]{2,4})?(?:推荐|精选|速递|速览|汇总|回顾|集锦|分享)?$""",
    re.X,
)
IN_LATIN = rare(r"(?<!\s)\s*+[（(][\x20-\x7e]{1,80}[)）]\s*+$")  # 议题 (Agenda)
PERIODICAL = rare(
    r"""快报|快報|简报|簡報|通讯(?!员)|通訊|[周週月季双半日早晚][报報刊]|动态|動態|要情|参考$|简讯|簡訊|电子报|電子報|文摘|导刊|每[日天周週月]精[选選]|[周週月]读$
      | (?<!沙龙|讲座|论坛|讲堂|课堂)(?<!培训班|研修班|研讨会|读书会|分享会|交流会|训练营|夏令营)
        第\s*[\d一二三四五六七八九十百〇零]+\s*(?:[期卷辑輯]|封(?!信))
      | 总第|總第
      | \b(?:Newsletter|Weekly|Monthly|Digest|Bulletin|Vol|No|Issue)\b""",
    re.X | re.I,
)
DRESS = rare(r"^[^\w]+|[^\w]+$|\s+")
NAME_AND_NUMBER = rare(
    r"[【《]?[^\s【】《》。，：:（）()]{2,16}[】》]?\s*+[（(·|｜-]?\s*+第\s*+[\d一二三四五六七八九十百〇零]{1,5}\s*+[期辑輯封][）)]?"
)
ISSUE_NUMBER = rare(
    r"第\s*[\d一二三四五六七八九十百〇零]+\s*(?:[期卷辑輯]|封(?!信))|总第|(?:\b(?:No|Vol|Issue)\.?|\#)\s*\d|\d{4}\s*[-/.年]\s*\d{1,2}|\d{8}",
    re.I,
)
DOCUMENT = rare(  # what one document is called, which has parts and no articles
    r"""纪要|紀要|会议[记纪]录|會議[記紀]錄|例会|例會|会议(?![^\s\d（(:：])
      | 通知|公告|公示|通告|请示|批复|报告(?!会)|方案|办法|规定|规则|章程|细则|条例|总结|指南|手册|须知
      | 说明|意见|征集|征文|招聘|邀请|访谈|专访|对话|综述|评测|教程|攻略|回顾|游记|日记|纪实|随笔|启事|议程|倡议|声明
      | 关于.{2,60}的
      | \bMinutes\b|\bMeeting\b|\bAgenda\b|\bReport\b|\bGuide\b""",
    re.X | re.I,
)
MINUTES = rare(r"[会會][议議]\S{0,4}(?:[纪紀]要|[记纪記紀][录錄])|\bMinutes\b", re.I)
BACK_MATTER = rare(
    r"""^[^\w]*(?:
        (?:免责|版权|重要|法律|特别|分析师)?(?:声明|聲明) | 关于我们 | 關於我們 | 联系(?:我们|方式)? | 聯[絡繫]我們
      | (?:如何)?(?:投稿|订阅|訂閱|征稿|徵稿)(?:方式|须知|与联系|與聯絡|启事)? | 编辑部.{0,6} | 编后.{0,4} | 版权信息
    )[：:]?$""",
    re.X,
)


OFFICE = rare(
    r"^\S{3,24}(?:局|厅|委|委员会|办公室|办公厅|指挥部|领导小组|政府|党委|支部|中心|研究[院所]|学院|大学|公司|协会|学会|联合会)$"
)


def is_office(text: str) -> bool:
    """Tell whether a text is the name of an office alone, as in a letterhead."""
    return OFFICE.match("".join(text.split())) is not None


def is_structural(text: str) -> bool:
    """Tell whether a heading, its number aside, names a part of one text: 背景, 结语, 参考文献."""
    return STRUCTURAL.match("".join(IN_LATIN.sub("", text).split())) is not None


def is_column(text: str) -> bool:
    """Tell whether a heading is what a digest heads its parts with, signs of its dress aside."""
    return COLUMN.match(DRESS.sub("", text)) is not None


def names_periodical(text: str) -> bool:
    """Tell whether a text names a periodical or one of its issues."""
    return PERIODICAL.search(text) is not None


def is_name_and_number(text: str) -> bool:
    """Tell whether a text is the name of a periodical with the number of an issue, and nothing else."""
    return NAME_AND_NUMBER.fullmatch(text.strip()) is not None


def numbers_issue(text: str) -> bool:
    """Tell whether a text gives the number or the date of an issue: 第 12 期, 2026-01-05."""
    return ISSUE_NUMBER.search(text) is not None


def names_document(text: str) -> bool:
    """Tell whether a heading names one document, such as minutes, a notice or a report."""
    return DOCUMENT.search(text) is not None


def names_minutes(text: str) -> bool:
    """Tell whether a heading is that of the minutes of a meeting."""
    return MINUTES.search(text) is not None


def is_back_matter(text: str) -> bool:
    """Tell whether a heading is that of a colophon, a disclaimer, a call for contributions."""
    return BACK_MATTER.match("".join(text.split())) is not None
