"""Activities that a schedule lists: a time, a place and a name in each item, and no verb.

    3月20日（周一）9:00—12:00，百步亭社区文化广场，家政服务专场；
    劳动人民文化宫：5月1日至5日，“劳动最光荣”主题游园会
    话剧《长街》：12月19日至21日19:30，国家大剧院

Items are lines, or what semicolons part, that begin with their time, or with a place or a name and a colon before it;
one alone is no schedule. All functions work on folded text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.model import Kind
from calendar_app.normaliser.names import Name, kind_at, kind_inside
from calendar_app.normaliser.notices import NUMBERING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments

SCHEDULED = "schedule"
"""What stands for the verb of what a schedule lists."""
NEAR = 2
"""By how many sentences on the next item begins: one may say more of an item."""
LONGEST_ITEM = 160

_SEPARATOR = re.compile(r"(?:开始|起|开演|开场|入场)?[,:| \t、—-]")
"""What stands behind an item's time."""

_HEAD = re.compile(r"(?P<head>[^,;。:\n]{2,30}?)(?::[ ]?| +)$")
_PART = re.compile(r"(?:“[^”]*”|《[^》]*》|[^,;。:|\s])+")
_SESSION = re.compile(r"(?:专场|首场|末场|场次|[^市广]场|班|营)$")
_THEME = re.compile(r"“[^”]{2,}”|《[^》]+》")
LONGEST_EPITHET = 10
"""How much may stand before a theme that no noun follows."""
_MATCH = re.compile(r"[\u4e00-\u9fff]{2,12}(?:—{1,2}|–|-|VS|vs)[\u4e00-\u9fff]{2,12}")
"""Two sides of a match: 漷县镇队—梨园镇队."""
_PREPARED = re.compile("准备了|备[好齐足]了")
"""What says that several things are to come, and not what they are: 两大景区均准备了特色演出."""
_HOLDS = re.compile(r"(?:举办|举行|推出|开展|办)了?(?=[^,;。]{2})")


class Item(Struct, frozen=True):
    """One item: the number of its sentence, where its time begins, and its name."""

    sentence: int
    begin: int
    name: Name


def find_schedule(segments: Segments, times: Sequence[Span], told: Collection[int]) -> tuple[Item, ...]:
    """Find the items of a report's schedules, in order; `told` are the sentences that name something by a verb."""
    found = list(_items(segments, dict(times)))
    beside = {
        each.sentence for one, two in pairwise(found) if two.sentence - one.sentence <= NEAR for each in (one, two)
    }
    return tuple(each for each in found if each.sentence in beside and each.sentence not in told)


def _items(segments: Segments, ends: dict[int, int]) -> Iterator[Item]:
    starts = sorted(ends)
    for number, sentence in enumerate(segments.sentences):
        begin, end = sentence.span
        if end - begin > LONGEST_ITEM:
            continue
        listed = segments.text[max(0, begin - 1) : begin] in ("", "\n", ";", "；")
        begin = _skip(segments.text, begin, end)
        place = bisect_left(starts, begin)
        first = starts[place] if place < len(starts) and starts[place] < end else begin
        head = _HEAD.match(segments.text, begin, first) if first > begin else None
        if head is not None:
            begin = first
        if not listed or begin not in ends or _SEPARATOR.match(segments.text, ends[begin]) is None:
            continue
        if name := _name(segments, ends[begin], end, head.span("head") if head else None):
            yield Item(number, begin, name)


def _is_themed(text: str, begin: int, end: int) -> bool:
    """Tell whether a part has a theme that names it, and does not quote a word behind a whole sentence."""
    theme = _THEME.search(text, begin, end)
    return theme is not None and (theme.start() - begin <= LONGEST_EPITHET or kind_at(text, begin, end) is not None)


def _skip(text: str, begin: int, end: int) -> int:
    """Step over line ends, bullets and numbers."""
    while True:
        while begin < end and text[begin] in " \n":
            begin += 1
        numbered = NUMBERING.match(text, begin, end)
        if numbered is None:
            return begin
        begin = numbered.end()


def _name(segments: Segments, begin: int, end: int, head: Span | None) -> Name | None:
    """Read the part of an item that names something: it has a theme, or ends in an activity's noun."""
    text = segments.text
    parts = [part.span() for part in _PART.finditer(text, begin, end)]
    named = [(holds.end() if (holds := _HOLDS.search(text, a, b)) else a, b) for a, b in parts]
    heads = [head] if head else []
    found = next((each for each in heads + named if _is_themed(text, *each)), None)
    quoted = found is not None
    sides = next((match for each in named if (match := _MATCH.match(text, *each))), None)
    if sides is not None and not quoted:
        return Name(sides.span(), Kind.CONTEST, quoted=False, generic=False)
    if any(_PREPARED.search(text, *each) for each in parts):
        return None
    for each in named + heads if found is None else ():
        if kind_at(text, *each) or (len(parts) > 1 and _SESSION.search(text, *each)):
            found = each
            break
    return Name(found, kind_inside(text, *found), quoted=quoted, generic=False) if found else None
