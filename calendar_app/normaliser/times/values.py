"""Make the values of resolved times: days, moments, spans, windows, with their EDTF."""

from __future__ import annotations

from datetime import date, datetime, time

from msgspec.structs import replace

from calendar_app.model import Form, Grain, Reason, When
from calendar_app.normaliser.times import edtf
from calendar_app.normaliser.times.periods import shifted
from calendar_app.normaliser.times.placing import Placed, Unsettled, anchor_at
from calendar_app.normaliser.times.statements import Clock, Hours, Period, Setting, Tense

FINENESS = {grain: place for place, grain in enumerate(Grain)}


def finest(*grains: Grain) -> Grain:
    """Give the finest of some grains."""
    return min(grains, key=FINENESS.__getitem__)


def of_point(placed: Placed, rule: str) -> When:
    """Give the value of a point: a moment where a clock time is told of one day, else its period."""
    period, clock = placed.period, placed.clock
    if period.moment is not None:
        return moment(placed, period.moment, period.until, rule)
    if clock and clock.hour is not None and period.start == period.end:
        return moment(placed, clock.on(period.start), None, rule)
    one = period.start == period.end and period.form is not Form.COARSE
    return When(
        form=Form.DAY if one else period.form,
        edtf=edtf.of_period(period),
        start=period.start,
        end=period.end,
        grain=clock.grain if clock and one else period.grain,
        part=clock.part if clock else None,
        hours=daily((clock, None)) if clock else None,
        rule=rule,
        implied=placed.implied,
        anchor=placed.anchor,
    )


def moment(placed: Placed, start: datetime, end: datetime | None, rule: str, grain: Grain | None = None) -> When:
    """Give an instant, or the interval to another one."""
    return When(
        form=Form.MOMENT,
        edtf=start.isoformat() if end is None else f"{start.isoformat()}/{end.isoformat()}",
        start=start,
        end=end,
        grain=grain or placed.grain,
        part=placed.clock.part if placed.clock else None,
        rule=rule,
        implied=placed.implied,
        anchor=placed.anchor,
    )


def around(placed: Placed, days: int) -> Placed:
    """Give a window around a date: 5月1日前后."""
    first, last = shifted(placed.period.start, -days), shifted(placed.period.end, days)
    if first is None or last is None:
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    return replace(placed, period=Period(first, last, form=Form.WINDOW))


def ahead(placed: Placed, setting: Setting) -> Placed:
    """Let a window that is told as to come begin at the anchor, if it is not over."""
    period, today = placed.period, setting.anchor.day
    if period.form is Form.WINDOW and setting.tense is Tense.FUTURE and period.start < today <= period.end:
        return replace(placed, period=replace(period, start=today))
    return placed


def of_days(first: date, last: date, rule: str, form: Form) -> When:
    """Give all of some days running, or one of them."""
    return When(
        form=form if first != last else Form.DAY,
        edtf=edtf.of_period(Period(first, last, form=form)),
        start=first,
        end=last,
        grain=Grain.DAY,
        rule=rule,
    )


def daily(hours: Hours | None) -> tuple[time, time | None] | None:
    """Give daily hours as times of day; a closing hour that needs the later half of the day takes it."""
    opens, closes = hours or (None, None)
    if opens is None or opens.hour is None:
        return None
    if not opens.possible or (closes and not closes.possible):
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    if closes is None or closes.hour is None:
        return time_of(opens), None
    if closes.open_half and time_of(closes) < time_of(opens) < time_of(replace(closes, hour=closes.hour + 12)):
        closes = replace(closes, hour=closes.hour + 12)
    return time_of(opens), time_of(closes)


def kept(days: When, clocks: tuple[Clock | None, Clock | None], rule: str) -> When:
    """Give the days again, with the clock times that are kept on each of them; an end alone leaves the hours open."""
    opens, closes = clocks
    told = opens or closes
    return replace(
        days,
        grain=told.grain if told and days.form is Form.RECURRING else days.grain,
        part=told.part if told else None,
        hours=daily((opens, closes)) if opens else None,
        rule=rule,
        implied=("date",),
        anchor=anchor_at(days.first_day) if days.first_day else days.anchor,
    )


def time_of(clock: Clock) -> time:
    """Give a clock time by itself; 24时 is midnight."""
    return time((clock.hour or 0) % 24, clock.minute or 0, clock.second or 0)
