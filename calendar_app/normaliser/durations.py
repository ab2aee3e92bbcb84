"""Read how long something goes on where that is told before its first day: 为期4天的总决赛10月12日开赛."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from calendar_app.model import Form, TimeMention
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.periods import months_on
from calendar_app.normaliser.times.shapes import COUNT

if TYPE_CHECKING:
    from datetime import date

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments

_LENGTH = re.compile(rf"为期(?P<count>{COUNT})(?P<unit>天|日|周|个?星期|个月)的")
_DAYS = {"天": 1, "日": 1}
_WEEK = 7


def lasting(segments: Segments, within: Span, begun: TimeMention) -> TimeMention | None:
    """Find the length told between the start of `within` and the day `begun`, as the span that begins on that day."""
    when = begun.when
    told = _LENGTH.search(segments.text, within[0], begun.span[0])
    if told is None or when is None or when.form is not Form.DAY or when.start is None:
        return None
    last = _last_day(when.first_day or when.start, number(told["count"]), told["unit"])
    if last is None or last <= when.start:
        return None
    span = replace(when, form=Form.SPAN, edtf=f"{when.start}/{last}", end=last, part=None, rule="length")
    return TimeMention(text=told[0], span=told.span(), when=span, rule="length")


def _last_day(first: date, count: int, unit: str) -> date | None:
    """Count from the first day; N months end the day before the same date."""
    try:
        if unit == "个月":
            same = months_on(first, count)
            return same and same - timedelta(days=1)
        return first + timedelta(days=count * _DAYS.get(unit, _WEEK) - 1)
    except OverflowError:
        return None
