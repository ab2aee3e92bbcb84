"""Fold the ways of writing one text into one: simplified, half-width, without look-alike radicals.

Folding gives one character for each character, so an offset in the folded text is the same offset in the text as
given. Everything that searches a text searches its folded form and quotes the original.
"""

from __future__ import annotations

from functools import cache, lru_cache

from calendar_app.resources import folder

FULL_WIDTH = range(0xFF01, 0xFF5F)
TO_HALF_WIDTH = 0xFEE0
MARKS = "，：；（）！？"
"""The full-width marks of any text, which are folded first."""
FULL_WIDTH_ROW = b"\xa3"
"""The first byte of the full-width forms in GB 2312."""
SPACES = "\u00a0\u2002\u2003\u2009\u3000\ufeff"


@cache
def table() -> dict[int, str]:
    """Load the folding table (`data/lexicon/simplified.csv`, from OpenCC and Unicode), keyed by code point."""
    rows = (folder("data") / "lexicon" / "simplified.csv").read_text("utf-8").splitlines()[1:]
    folded = {ord(row[0]): row[2] for row in rows}
    folded |= {code: chr(code - TO_HALF_WIDTH) for code in FULL_WIDTH}
    return folded | dict.fromkeys(map(ord, SPACES), " ")


@cache
def kept_by_gb2312() -> tuple[str, ...]:
    """List what is folded although GB 2312, the standard of simplified characters, has it: 於, 乾; full width aside."""
    characters = map(chr, table())
    return tuple(
        each for each in characters if (code := each.encode("gb2312", "ignore")) and code[:1] != FULL_WIDTH_ROW
    )


def _is_folded(text: str) -> bool:
    """Tell whether a text is sure to be folded already: to encode it is sooner done than to look every character up."""
    try:
        written = text.replace("·", "").encode("gb2312")  # the dot of names, which the standard writes otherwise
    except UnicodeEncodeError:
        return False
    return FULL_WIDTH_ROW not in written and not any(each in text for each in kept_by_gb2312())


@lru_cache(maxsize=8)  # the stages ask for one report's text in turn
def fold(text: str) -> str:
    """Fold a text, character by character; the answer has the text's length."""
    for mark in MARKS:
        text = text.replace(mark, chr(ord(mark) - TO_HALF_WIDTH))
    return text if text.isascii() or _is_folded(text) else text.translate(table())
