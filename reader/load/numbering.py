"""Numbers of lists, written the way that word processors name: decimal, lowerLetter, chineseCounting …"""

from __future__ import annotations

HAN_DIGITS = "〇一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
SIGNS = {  # numberings of one sign a number, from 1 on
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "lowerGreek": "αβγδεζηθικλμνξοπρστυφχψω",
}
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def written(number: int, form: str) -> str:
    """Write a number of a list the way that its level says."""
    if form in SIGNS:
        return SIGNS[form][number - 1] if 0 < number <= len(SIGNS[form]) else str(number)
    if form == "chineseLegalSimplified":
        return _han(number, LEGAL, "拾")
    if form.startswith(("chinese", "ideograph", "japaneseCounting", "taiwaneseCounting")):
        return _han(number)
    if form in ("lowerLetter", "upperLetter"):
        letter = _letters(number)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    if form.startswith("decimalFullWidth"):
        return str(number).translate(WIDE)
    return f"{number:02}" if form == "decimalZero" else str(number)


def _letters(number: int) -> str:
    """Write a number as word processors do in letters: y, z, aa, bb."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 5 + 1)


def _han(number: int, digits: str = HAN_DIGITS, ten: str = "十") -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else ten if tens == 1 and ten == "十" else digits[tens] + ten
    return head + (digits[ones] if ones or not tens else "")


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for amount, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        out += sign * (number // amount)
        number %= amount
    return out
