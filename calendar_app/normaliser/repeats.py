"""Give drafts their recurrences and daily hours, and what recurs within a span its bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import Form

_DAILY = re.compile("每|各|均|时间")
_BEGINS = re.compile("开始|开演|开场|开讲|入场|准时")
_OTHER = re.compile("发布会|签约|仪式|讲座|论坛|研讨|颁奖|报名|领取|咨询|首日|首场")
"""What has hours of its own beside the days of the activity."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import TimeMention, When
    from calendar_app.normaliser.drafts import Draft
    from calendar_app.normaliser.sentences import Segments


def with_repeats(segments: Segments, each: Draft, main: Draft, usable: Sequence[TimeMention]) -> Draft:
    """Add what the same sentence tells of it: a recurrence (…,每周六晚6点半开场), or hours (…,开放时间9:00至17:00)."""
    if each.when is None:
        return each
    if each.when.rrule:
        return _within_its_span(segments, each, main)
    begin, end = segments.sentences[each.told_by.sentence].span
    here = [time for time in usable if time.when is not None and begin <= time.span[0] < end]
    repeats = [time for time in here if time.when and time.when.rrule]
    hours = [time for time in here if time.when and _same_days(time.when, each.when) and _keeps(segments, time)]
    return replace(each, repeats=(repeats or hours)[0]) if repeats or (hours and not each.when.hours) else each


def _keeps(segments: Segments, time: TimeMention) -> bool:
    """Tell whether a clock time is kept on each day, and is not of something else that the sentence tells of."""
    if time.when is None or time.when.hours is None:
        return False
    begin, end = time.span
    clause = segments.sentences[segments.sentence_at(begin)].clause_at(begin)[0]
    before = segments.text[clause:begin]
    told = time.when.hours[1] is not None or _DAILY.search(before) or _BEGINS.match(segments.text, end)
    return bool(told) and not _OTHER.search(before)


def _same_days(one: When, other: When) -> bool:
    return one.form is other.form and (one.start, one.end, one.days) == (other.start, other.end, other.days)


def _within_its_span(segments: Segments, each: Draft, main: Draft) -> Draft:
    """Bound what recurs while the main activity runs (花展期间,每逢周六) by its span."""
    if each.time is None or each.when is None or each.when.end is not None or main.when is None or each is main:
        return each
    runs = main.until is not None or main.when.form is Form.SPAN
    begin = segments.sentences[each.told_by.sentence].span[0]
    if runs and "期间" in segments.text[begin : each.time.span[0]]:
        return replace(each, time=main.time, until=main.until, repeats=each.time)
    return each
