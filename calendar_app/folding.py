"""Fold the ways of writing one text into one: simplified, half-width, without look-alike radicals.

Folding gives one character for each character, so an offset in the folded text is the same offset in the text as
given. Everything that searches a text searches its folded form and quotes the original.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from calendar_app.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterable

FULL_WIDTH = range(0xFF01, 0xFF5F)
TO_HALF_WIDTH = 0xFEE0
MARKS = "，：；（）！？"
"""The full-width marks of any text, which are folded first."""
SPACES = "\u00a0\u2002\u2003\u2009\u3000\ufeff"
UNFOLDED_GB2312 = re.compile("[乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽\u3000\uff01-\uff5e]")
"""What is folded although GB 2312, the standard of simplified characters, has it."""


@cache
def table() -> dict[int, str]:
    """Load the folding table (`data/lexicon/simplified.csv`, from OpenCC and Unicode), keyed by code point."""
    rows = (folder("data") / "lexicon" / "simplified.csv").read_text("utf-8").splitlines()[1:]
    folded = {ord(row[0]): row[2] for row in rows}
    folded |= {code: chr(code - TO_HALF_WIDTH) for code in FULL_WIDTH}
    return folded | dict.fromkeys(map(ord, SPACES), " ")


@cache
def _unfolded() -> re.Pattern[str]:
    """Compile what is to be folded: far sooner found than every character is looked up."""
    return re.compile(f"[{re.escape(''.join(map(chr, table())))}]")


def _is_folded(text: str) -> bool:
    """Tell whether a text is sure to be folded already: to encode it is sooner done than to look every character up."""
    try:
        text.replace("·", "").encode("gb2312")  # the dot of names, which the standard writes otherwise
    except UnicodeEncodeError:
        return False
    return UNFOLDED_GB2312.search(text) is None


@lru_cache(maxsize=8)  # the stages ask for one report's text in turn
def fold(text: str) -> str:
    """Fold a text, character by character; the answer has the text's length."""
    for mark in MARKS:
        text = text.replace(mark, chr(ord(mark) - TO_HALF_WIDTH))
    return text if text.isascii() or _is_folded(text) else _unfolded().sub(_fold_one, text)


def fold_many(texts: Iterable[str]) -> list[str]:
    """Fold many short texts without line ends at once: only the few characters among them that fold to another."""
    joined = "\n".join(texts)
    for code in table().keys() & map(ord, set(joined)):
        joined = joined.replace(chr(code), table()[code])
    return joined.split("\n")


def _fold_one(unfolded: re.Match[str]) -> str:
    return table()[ord(unfolded[0])]
