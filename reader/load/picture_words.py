"""What a picture says of itself, in a page, a document or Markdown alike: words, or a name that nobody chose."""

from __future__ import annotations

import re

NO_WORDS = re.compile(  # what stands for a picture and says nothing of it
    r"^(?:图片?\d*|圖片|照片|配图|插图|封面图?|二维码|logo|icon|ima?ge?s?|pic(?:ture)?|photo|banner|spacer|\W*|\d+)$"
    r"|\.(?:jpe?g|png|gif|bmp|webp|svg)$|^(?:https?:|img_|dsc|微信图片|qq截图|点击|返回|说明:|untitled)"
    r"|^(?:image|picture|图片|图像|图形|圖片) ?-?\d{1,20}$",
    re.I,
)
LOGO = re.compile(r"logo|徽标|台标|标识", re.I)
FLAT = 25  # times as wide as high: a rule, whatever it says
LEAST = 2  # characters


def telling(words: str) -> str:
    """Return an alternative text as it is shown; empty where it tells nothing of its picture."""
    text = " ".join(words.split())
    return "" if len(text) < LEAST or NO_WORDS.search(text) else text
