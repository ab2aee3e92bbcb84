"""The items of a round-up: paragraphs of one report that each tell of something of their own.

    ■龙潭公园　2月16日至20日，龙潭庙会以“冰雪迎冬奥”为主题
    北海公园：菊花展昨日开展，展至11月16日

An item begins with a bullet, or with what it is about and a colon or a blank; one alone is none. All functions work on
folded text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments

BULLETS = "●○■□◆◇▲△★☆▶►·•"
"""What an item of news in brief begins with."""
_ITEM = re.compile(
    rf"[ \u3000]*(?:[{BULLETS}][ \u3000]*|(?!(?:时间|地点|地址|电话|票价|记者|主办|承办|报名|预约|咨询)[^:]{{0,3}}:)"
    r"(?=[^,。;:!?\n“”《》()]{2,16}(?:\([^()\n]{1,8}\))?(?::|[ \u3000]+)[^“\s][^\n]{8}))"
)
_HEAD = re.compile(
    rf"[ \u3000]*(?:[{BULLETS}][ \u3000]*)?(?P<head>[^,。;:!?\n“”《》() \u3000]{{2,16}})"
    r"(?:\([^()\n]{1,8}\))?(?::|[ \u3000]+)"
)


def head_of(text: str, begin: int) -> Span | None:
    """Give the words that an item beginning at an offset is about: 北海公园, of 北海公园：菊花展昨日开展."""
    found = _HEAD.match(text, begin)
    return found.span("head") if found else None


def past_head(text: str, begin: int) -> int:
    """Step over the bullet and the head of an item that begins at an offset."""
    found = _HEAD.match(text, begin) if text[begin : begin + 1] in BULLETS else None
    return found.end() if found else begin


def items(segments: Segments) -> tuple[Span, ...]:
    """Give the paragraphs of a report that are items, in order; none when there is only one."""
    found: dict[int, Span] = {}
    for sentence in segments.sentences:
        begin, end = sentence.span
        if sentence.paragraph in found:
            found[sentence.paragraph] = (found[sentence.paragraph][0], end)
        elif segments.text[begin - 1 : begin] in ("", "\n") and _ITEM.match(segments.text, begin, end):
            found[sentence.paragraph] = (begin, end)
    return tuple(found.values()) if len(found) > 1 else ()
