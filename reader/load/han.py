"""Facts about Chinese characters that tell text from noise."""

from __future__ import annotations

from functools import cache

COMMON = frozenset(
    "一万三上下不与专且世业东两严並个中为主举么义之乐也乡书了争事二于五亚些亞交产京亲人什今从他代令以们件"
    "价任企众会传但位低住体佔何余作你使來便保信個們倒候值做備傳像價儿元先光克兒党入內全兩八公六共关兴兵其"
    "具内再军农决况准几出击分切划列则创初別利别到制則前副創劃力办功加务动势動務勢包化北区區十千半华单南占"
    "即却卻历原去县参參又及双反发取受变口古另只叫可台史号司吃各合同名后向听告员周命和品响員商問喫單器嚴四"
    "回因团国图國圖團土在地场均型城基報場境增士声处备复外多大天太夫央失头女她好如始委子字存学學它安完官定"
    "宝实客宫宮家容富察實寶对导将將專對導小少尔就局居展属屬山州工左己已巴市布师帝带師帶常干平年并幹幾广应"
    "底府度廣建开式引张張強强当形影往很律後得從復德心必志快怎思性总息情想意愛感應成我或战戰房所手才打批技"
    "把投护报拉持指按据採接推提擊據支收改放政故教数整數文斗料断斯新斷方於施族无日早时明易星是显時更書曾最"
    "會月有服望朝期木未本术机权李村条来東极构林果查标校样根格案條業極構樂標樣機權次正此步武歷死段每比民气"
    "氣水求汉江決沒没河治況法洲活派流济海消深清游湖源準满滿漢濟火点热無然照熱營爭爱爲爾片物特率王环现現球"
    "理環甚生產用由电界當病發白百的皇目直相省看真眼着知石研确確示社神离种科积称程種稱積究空突立站笑第等算"
    "管節米类精系紀約紅級素組結給統經維網線編縣總織红约级纪线组织经结给统维编网罗置羅美羣群義老考者而职联"
    "聯聲職聽股育能自至臺與興舉般色节花若英药華营萬落藥處號虽衆行術表被装裏裝西要見規視親覺觀见观规视觉解"
    "言計記設許試話該認語說調請論證識議護變讓计认让议记许论设证识试话该语说请调象責費資質责质费资走起越足"
    "跟路身車軍較輕轉车转轻较辦農边达过运近还这进远连选這通速造連進遊運過道達遠選還邊那部都鄉采里重量金鐵"
    "铁長长門開間關门问间队防阳际院除陽隊随際隨难集雖雙離難電需青非面革音響項領頭題類顯项领题風风飛飞食餘"
    "首馬马體高鬥魚鱼麼黃黄黑點黨龍龙"
)
"""The 600 most frequent simplified characters of modern prose and their traditional forms, in code point order.

Counted over the word frequencies of jieba's dictionary. About four in five Han characters of a bulletin are
here; of text decoded wrongly, one in ten.
"""

_LEVEL_1 = (
    ("gb2312", range(0xB0, 0xD8), ((0xA1, 0xFF),)),
    ("big5", range(0xA4, 0xC7), ((0x40, 0x7F), (0xA1, 0xFF))),
)
"""Where GB 2312 and Big5 keep the characters in everyday use: 3,755 simplified and 5,401 traditional ones."""


@cache
def everyday() -> frozenset[str]:
    """Return the first levels of GB 2312 and Big5: what anyone writes, without bare strokes and components."""
    cells = (
        bytes((lead, trail)).decode(codec, "ignore")
        for codec, leads, trails in _LEVEL_1
        for lead in leads
        for low, high in trails
        for trail in range(low, high)
    )
    return frozenset(cell for cell in cells if "\u4e00" <= cell <= "\u9fff")
