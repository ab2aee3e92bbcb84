"""Give drafts their recurrences and clock times, and what recurs within a span its bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import Form
from calendar_app.normaliser.lexicon import Aspect
from calendar_app.normaliser.values import begun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import Span, TimeMention, When
    from calendar_app.normaliser.drafts import Draft
    from calendar_app.normaliser.sentences import Segments

_DAILY = re.compile("每|各|均|时间")
_BEGINS = re.compile(
    "准时|(?:正式)?(?:开始|开演|开场|开讲|开赛|开映|开唱|开滑|开跑|开划|开踢|开打|开游|入场|起跑|鸣枪|发枪|出发)"
)
_ENTRY = re.compile("(?:开始|起)?(?:入场|检票|签到|集合)")
_AHEAD = re.compile("(?:开始|起)?(?:售票|开售|发售|抢票|预约|报名|发放|领取|放号)")
"""What is done before an activity, if on its day: 当天9时开始售票."""
_OTHER = re.compile("发布会|签约|仪式|讲座|论坛|研讨|颁奖|报名|领取|咨询|首日|首场")
"""What has hours of its own beside the days of the activity."""


def with_repeats(segments: Segments, each: Draft, main: Draft, usable: Sequence[TimeMention]) -> Draft:
    """Add what the same sentence tells of it: a recurrence (…,每周六晚6点半开场), or when it is open or begins."""
    days = each.when
    if days is None:
        return each
    if days.rrule:
        return _within_its_span(segments, each, main)
    begin, end = segments.sentences[each.told_by.sentence].span
    here = [(time, time.when) for time in usable if time.when is not None and begin <= time.span[0] < end]
    if repeats := [(time, when) for time, when in here if when.rrule and not _begins_later(when, days)]:
        time, when = repeats[0]
        opens = each.told_by.aspect is Aspect.OPEN and _begins_on(when, days)
        if opens or _closes(when, days):
            return replace(each, time=replace(time, when=begun(when, days)))
        return replace(each, repeats=time)
    clocks = [time for time, when in here if _tells_clock(when, days) and _keeps(segments, time.span, when)]
    begins = [time for time in clocks if not _ENTRY.match(segments.text, time.span[1])] or clocks
    several = days.form is Form.DAY and len(begins) > 1  # 上演两场,时间分别为9时30分和14时30分
    return each if several or days.hours or not begins else replace(each, repeats=begins[0])


def _begins_later(when: When, day: When) -> bool:
    """Tell whether what recurs has days of its own after a day (除夕开幕,初一至初五每天9时至17时迎客)."""
    first, last = when.first_day, day.last_day
    if first is None or last is None or when.end is None:
        return False
    return day.form in (Form.DAY, Form.MOMENT) and first > last


def _closes(when: When, days: When) -> bool:
    """Tell whether what recurs has the end that its days lack (从今晚起…,到8月27日为止每周五)."""
    return days.form is Form.OPEN and days.end is None and when.end is not None and when.first_day == days.first_day


def _begins_on(when: When, day: When) -> bool:
    """Tell whether what recurs up to an end began on a day (2月10日开灯的灯会持续到3月8日,每天…)."""
    begins = when.first_day == day.first_day or "start" in when.implied
    return day.form is Form.DAY and begins and when.end is not None


def _keeps(segments: Segments, span: Span, when: When) -> bool:
    """Tell whether a clock time is kept on its days, and is not of something else that the sentence tells of."""
    begin, end = span
    clause = segments.sentences[segments.sentence_at(begin)].clause_at(begin)[0]
    before = segments.text[clause:begin]
    told = _is_a_range(when) or _DAILY.search(before) or _BEGINS.search(segments.text, end - 2, end + 4)
    return bool(told) and not _OTHER.search(before) and not _AHEAD.match(segments.text, end)


def _is_a_range(when: When) -> bool:
    """Tell whether a clock time says when it ends, too."""
    return when.hours[1] is not None if when.hours else when.form is Form.MOMENT and when.end is not None


def _tells_clock(time: When, days: When) -> bool:
    """Tell whether a time gives hours on the same days, or a clock time on the one day."""
    if time.form in (Form.MOMENT, Form.OPEN):
        on_the_day = time.first_day == days.first_day and time.last_day in (None, days.first_day)
        return days.form is Form.DAY and "date" in time.implied and on_the_day
    same = time.form is days.form and (time.start, time.end, time.days) == (days.start, days.end, days.days)
    return same and time.hours is not None


def _within_its_span(segments: Segments, each: Draft, main: Draft) -> Draft:
    """Bound what recurs while the main activity runs (花展期间,每逢周六) by its span."""
    if each.time is None or each.when is None or each.when.end is not None or main.when is None or each is main:
        return each
    runs = main.until is not None or main.when.form is Form.SPAN
    begin = segments.sentences[each.told_by.sentence].span[0]
    if runs and "期间" in segments.text[begin : each.time.span[0]]:
        return replace(each, time=main.time, until=main.until, repeats=each.time)
    return each
