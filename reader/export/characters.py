"""Characters and addresses as files that are handed on may hold them."""

from __future__ import annotations

import re
from contextlib import suppress

from reader.model.shown import harmless

BAD = "\ufffd"
UNFIT = re.compile(
    """
      (?P<space> [\\x0b\\x0c\\x1c-\\x1f\\x85\\u2028\\u2029] )      # breaks lines for some programs and not for others
    | [\\x00-\\x08\\x0e-\\x1b\\x7f-\\x9f]                          # controls
    | [\ud800-\udfff]                                              # halves of a pair, which no encoding knows
    | [\ufdd0-\ufdef\ufffe\uffff]                                  # no characters, by definition
    | [{higher}]
    """.replace("{higher}", "".join(chr((plane << 16) + low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))),
    re.VERBOSE,
)
LINE_BREAK = re.compile(r"\r\n|\r")
KNOWN = re.compile(
    r"""
    (?P<scheme> https? | ftp ) :// (?P<host> [\w.-]+ ) (?: : \d{1,5} )? (?= [/?#] | $ )
  | mailto: [^@\s]+ @ [\w.-]+
    """,
    re.VERBOSE | re.IGNORECASE,
)
KEPT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%")
HALF_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


def fit(text: str) -> str:
    """Replace what no file may hold: line ends become `\\n`, other breaks spaces, and controls U+FFFD.

    Source: XML 1.0, 2.2, and HTML, 13.2.3.5; what either forbids or warns of is in none of our files.
    """
    if "\r" in text:
        text = LINE_BREAK.sub("\n", text)
    return UNFIT.sub(lambda m: " " if m["space"] else BAD, text)


def address(url: str) -> str:
    """Return an address that may stand in a file, other characters as RFC 3986 writes them.

    It is empty where the address leads to no page and no mailbox: a file that is handed on runs nothing.
    """
    url = fit(url).strip()
    if url[:4].lower() == "www.":
        url = f"http://{url}"
    found = KNOWN.match(url)
    if not found:
        return ""
    if (host := found["host"]) and not host.isascii():
        with suppress(UnicodeError):  # as names of hosts are looked up; some programs know no other way
            url = url[: found.start("host")] + host.encode("idna").decode("ascii") + url[found.end("host") :]
    return "".join(map(_written, HALF_ESCAPE.sub("%25", harmless(url))))


def _written(character: str) -> str:
    if character in KEPT:
        return character
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8"))
