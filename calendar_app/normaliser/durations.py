"""Read how long something goes on where that is told before its first day: 为期4天的总决赛10月12日开赛."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import Form, Grain, TimeMention
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.placing import Unsettled
from calendar_app.normaliser.times.shapes import COUNT
from calendar_app.normaliser.times.spans import length_from
from calendar_app.normaliser.times.statements import Length

if TYPE_CHECKING:
    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments

_LENGTH = re.compile(rf"为期(?P<count>{COUNT})(?P<unit>天|日|周|个?星期|个月)的")
_UNITS = {"天": Grain.DAY, "日": Grain.DAY, "个月": Grain.MONTH}
"""The units that are no weeks."""


def lasting(segments: Segments, within: Span, begun: TimeMention) -> TimeMention | None:
    """Find the length told between the start of `within` and the day `begun`, as the span that begins on that day."""
    when = begun.when
    told = _LENGTH.search(segments.text, within[0], begun.span[0])
    if told is None or when is None or when.form is not Form.DAY or when.start is None:
        return None
    length = Length(number(told["count"]), _UNITS.get(told["unit"], Grain.WEEK))
    try:
        span = length_from(length, when.start, "length")
    except Unsettled:
        return None
    if span.last_day is None or span.last_day <= when.start:
        return None
    span = replace(span, implied=when.implied, anchor=when.anchor)
    return TimeMention(text=told[0], span=told.span(), when=span, rule=span.rule)
