"""Letters of typefaces of signs (Symbol, Wingdings) as the Unicode characters that they show, one for one."""

from __future__ import annotations

GREEK = (  # from space on
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
SIGNS = (  # from 0xa0 on
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
SYMBOL = {0x20 + k: char for k, char in enumerate(GREEK)} | {0xA0 + k: char for k, char in enumerate(SIGNS)}


def _table(text: str) -> dict[int, str]:
    """Read a table of codes, each with its sign."""
    return {int(entry[:2], 16): entry[2:] for entry in text.split()}


WINGDINGS = _table(
    """
    21✏ 22✂ 28☎ 2a✉ 36⌛ 3f✍ 45☜ 46☞ 4a☺ 4c☹ 6c● 6d❍ 6e■ 6f□ 70❐ 71❑ 72❒ 75◆ 76❖ 78☒
    80⓪ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8a⑩ 8b⓿ 8c❶ 8d❷ 8e❸ 8f❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿
    9e· 9f• a1○ a4◉ a5◎ a7▪ a8□ ab★ b6☆ d8➢ df← e0→ e1↑ e2↓ e8➔ f0⇨ fb✗ fc✓ fd☒ fe☑
    """
)
WINGDINGS_2 = _table("2a☐ 4f✗ 50✓ 51☒ 52☑ 53☒ 54☒ 97● 98• a3☐")
WINGDINGS_3 = _table("66← 67→ 68↑ 69↓ 6a↖ 6b↗ 6c↙ 6d↘ 70▲ 71▼ 72△ 73▽ 74◀ 75▶ 76◁ 77▷")
WEBDINGS = _table("33◀ 34▶ 35▲ 36▼ 61✔ 63□ 67■ 69ℹ 6e● 72✖ 73❓")
FACES = {"symbol": SYMBOL, "wingdings": WINGDINGS, "webdings": WEBDINGS}
FACES |= {"wingdings 2": WINGDINGS_2, "wingdings 3": WINGDINGS_3}
PRIVATE = 0xF000  # such typefaces have their letters here too, 0xf020 to 0xf0ff
SHARED = (0x6C, 0x6E, 0x6F, 0x75, 0x76, 0x9F, 0xA7, 0xA8, 0xD8, 0xE0, 0xFC, 0xFD, 0xFE)  # of Wingdings, if unnamed


def face_of(name: str) -> str:
    """Return the name of a typeface of signs that letters are set in; empty for all others."""
    bare = name.strip("\"' ").lower()
    return bare if bare in FACES else "wingdings" if bare.startswith(("wingdings", "webdings")) else ""


def as_shown(text: str, face: str) -> str:
    """Write the letters of a typeface of signs as what they show; those that no Unicode character shows stay."""
    table = FACES.get(face)
    if table is None:
        return text
    return "".join([_shown(char, table) for char in text])


def _shown(char: str, table: dict[int, str]) -> str:
    code = ord(char)
    return table.get(code - PRIVATE if PRIVATE <= code < PRIVATE + 0x100 else code, char)


PRIVATE_SIGNS = str.maketrans(
    {PRIVATE + code: char for code, char in SYMBOL.items() if char != "\uf8ff"}
    | {PRIVATE + code: WINGDINGS[code] for code in SHARED}
)


def unnamed(text: str) -> str:
    """Write private letters of typefaces of signs as what they most likely show, where no typeface is named."""
    return text.translate(PRIVATE_SIGNS) if any("\uf020" <= char <= "\uf0ff" for char in text) else text
