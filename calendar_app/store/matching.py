"""Whether two reports tell of one happening: name, days and place must all allow it.

A wrong merge hides an event, a missed one only shows it twice: in doubt, two events stay two.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import Form, Status
from calendar_app.store.days import bounds
from calendar_app.store.merging import overlap

if TYPE_CHECKING:
    from calendar_app.model import Event, Where

ALIKE = 0.75
"""How much two names must share (Dice's coefficient over pairs of characters) to be one name."""

ALIKE_AT_ONE_VENUE = 0.5
"""The same, when venue and day agree exactly."""

SHORTEST_PART = 6
"""How long a name must be, in characters, for a longer one that ends in it to be the same."""

PUT_OFF = timedelta(days=120)
"""How long before its new date an event may have stood that was put off."""

NEWS_LASTS = timedelta(days=7)
"""How long after the first report others tell the same news."""

_SIGNS = re.compile(r"[\W_]+")
# 展览 and 展览会 say no more than 展, and a verb behind a name is none of it.
_GENERIC = re.compile(r"(?:(?<=展)览会?|活动|(?:开展|举行|举办|上演|开演))$")
_NUMBERS = re.compile(r"(?P<number>[0-9]+|[零〇一二三四五六七八九十百]+(?=[届期场季次回轮站讲]))")


def name_key(title: str) -> str:
    """Reduce a title to what tells it apart: folded, without signs."""
    return _SIGNS.sub("", fold(title)).casefold()


def same_happening(known: Event, told: Event) -> bool:
    """Tell whether a report tells of a known event, as it was or as it is changed."""
    likeness = alike(name_key(known.title), name_key(told.title))
    if likeness < ALIKE_AT_ONE_VENUE or not _same_place(known.where, told.where):
        return False
    if _called_off(told) and _same_days_before(known, told):
        return likeness >= ALIKE
    if not overlap(known, told) or not _same_hours(known, told) or not _reported_together(known, told):
        return False
    exactly = bounds(known) == bounds(told) and known.where.venue is not None and known.where.venue == told.where.venue
    return likeness >= (ALIKE_AT_ONE_VENUE if exactly else ALIKE)


def search_days(told: Event) -> tuple[date, date]:
    """Give the days of which a known event must touch one to be the one told of."""
    first, last = bounds(told)
    if told.previous is not None:
        first = min(first, told.previous.first_day or first)
        last = max(last, told.previous.last_day or last)
    elif told.status is Status.POSTPONED:
        first = max(first, date.min + PUT_OFF) - PUT_OFF  # an event without a day is searched from the first on
    return first, last


def alike(one: str, other: str) -> float:
    """Measure how alike two names are, from 0 to 1.

    A Chinese name ends in its head: 艺术节 and 艺术节摄影比赛, 书画展 and 书画展开幕式 name two things, however much
    they share. So do names that count differently (第五届, 第六届).
    """
    if one == other:
        return 1.0
    if _head(one) != _head(other):
        return 0.0
    numbers, others_numbers = _numbers(one), _numbers(other)
    if numbers and others_numbers and numbers != others_numbers:
        return 0.0
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= SHORTEST_PART and longer.endswith(shorter):
        return 1.0
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / ((len(pairs) + len(others)) or 1)


@lru_cache(maxsize=100_000)  # the names of the same days are compared again and again
def _head(name: str) -> str:
    return _GENERIC.sub("", name)[-2:]


@lru_cache(maxsize=100_000)
def _numbers(name: str) -> tuple[str, ...]:
    return tuple(found["number"] for found in _NUMBERS.finditer(name))


@lru_cache(maxsize=100_000)
def _pairs(name: str) -> frozenset[str]:
    return frozenset(name[at : at + 2] for at in range(len(name) - 1))


def _same_place(one: Where, other: Where) -> bool:
    if one.venue and other.venue and one.venue != other.venue:
        return one.venue in other.venue or other.venue in one.venue
    districts, others = ({each.adcode for each in where.districts} for where in (one, other))
    if districts and others:
        return not districts.isdisjoint(others)
    return one.city is None or other.city is None or one.city.adcode == other.city.adcode


def _same_hours(one: Event, other: Event) -> bool:
    """Two clock times on one day are two sessions."""
    first, second = one.when.start, other.when.start
    clocks = [getattr(each, "timetz", None) for each in (first, second)]
    return not all(clocks) or first == second


def _reported_together(known: Event, told: Event) -> bool:
    """Keep what takes place again and again, each time on an uncertain day, from becoming one."""
    if Form.WINDOW not in (known.when.form, told.when.form):
        return True
    days = [each.issued for event in (known, told) for each in event.sources if each.issued]
    return not days or max(days) - min(days) <= NEWS_LASTS


def _called_off(told: Event) -> bool:
    return told.status in (Status.CANCELLED, Status.POSTPONED) or told.previous is not None


def _same_days_before(known: Event, told: Event) -> bool:
    """Tell whether what is called off, or put off, stood where the known event stands."""
    if told.previous is None:
        return overlap(known, told) or told.status is Status.POSTPONED
    first, last = bounds(known)
    begins, ends = told.previous.first_day, told.previous.last_day or told.previous.first_day
    return begins is None or ends is None or (first <= ends and begins <= last)
