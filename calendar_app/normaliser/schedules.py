"""Activities that a schedule lists: a time, a place and a name in each item, and no verb.

    3月20日（周一）9:00—12:00，百步亭社区文化广场，家政服务专场；
    3月22日（周三）14:00—17:00，和平街道文化站，先进制造专场。

Items are sentences that begin with their time; one alone is no schedule. All functions work on folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from calendar_app.normaliser.names import Name, kind_at, kind_inside
from calendar_app.normaliser.notices import NUMBERING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments

FEWEST = 2
"""Items that make a schedule."""
LONGEST_ITEM = 120

_PART = re.compile(r"[^,;。:|\s]+")
_SESSION = re.compile(r"(?:专场|首场|末场|场次|[^市广]场|站|班|营)$")
_THEME = re.compile(r"[“《「].+[”》」]")


@dataclass(frozen=True, slots=True)
class Item:
    """One item: the number of its sentence, where its time begins, and its name."""

    sentence: int
    begin: int
    name: Name


def find_schedule(segments: Segments, times: Sequence[Span], told: Collection[int]) -> tuple[Item, ...]:
    """Find the items of a report's schedules, in order; `told` are the sentences that tell of something by a verb."""
    found = list(_items(segments, dict(times), told))
    beside = {each.sentence for one, two in pairwise(found) if two.sentence == one.sentence + 1 for each in (one, two)}
    return tuple(each for each in found if each.sentence in beside) if len(beside) >= FEWEST else ()


def _items(segments: Segments, ends: dict[int, int], told: Collection[int]) -> Iterator[Item]:
    text = segments.text
    for number, sentence in enumerate(segments.sentences):
        begin, end = sentence.span
        if number in told or end - begin > LONGEST_ITEM:
            continue
        while numbered := NUMBERING.match(text, begin, end):
            begin = numbered.end()
        while begin < end and text[begin] in " \n":
            begin += 1
        if begin in ends and (name := _name(segments, ends[begin], end)):
            yield Item(number, begin, name)


def _name(segments: Segments, begin: int, end: int) -> Name | None:
    """Read the part of an item that names something: it has a theme, or ends in an activity's noun."""
    text = segments.text
    parts = [part.span() for part in _PART.finditer(text, begin, end)]
    for a, b in reversed(parts):
        quoted = _THEME.search(text, a, b) is not None
        if quoted or kind_at(text, a, b) or (len(parts) > 1 and _SESSION.search(text, a, b)):
            return Name((a, b), kind_inside(text, a, b), quoted=quoted, generic=False)
    return None
