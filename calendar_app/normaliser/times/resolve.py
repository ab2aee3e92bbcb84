"""Give a statement its value: EDTF, bounds, grain, what was implied and the anchor that it leant on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from calendar_app.model import Anchor, Form, Grain, Reason, When
from calendar_app.normaliser.times import edtf
from calendar_app.normaliser.times.pieces import Again, Day, EdgeDay, Meanwhile, Month, month_period, months_on, shifted
from calendar_app.normaliser.times.placing import NOWHERE, Placed, Unsettled, place
from calendar_app.normaliser.times.statements import (
    Clock,
    Every,
    Length,
    Period,
    Point,
    Range,
    Setting,
    Several,
    Statement,
    Tense,
)

FINENESS = {grain: place for place, grain in enumerate(Grain)}


# ---------------------------------------------------------------- values


def resolve(statement: Statement, setting: Setting, rule: str) -> tuple[When, tuple[str, ...]]:
    """Give the value of a statement and the notes on it, or raise Unsettled."""
    if isinstance(statement, Point):
        if setting.anchor is NOWHERE and (yearless := _yearless(statement, rule)):
            return yearless, ()
        placed = place(statement, setting)
        if statement.about:
            return _about(placed, statement.about, rule), placed.notes
        if statement.whole and placed.period.form is Form.WINDOW:
            placed = replace(placed, period=replace(placed.period, form=Form.SPAN))
        return _point(placed, setting, rule), placed.notes
    if isinstance(statement, Range):
        return _range(statement, setting, rule)
    if isinstance(statement, Several):
        return _several(statement, setting, rule)
    if isinstance(statement, Every):
        return _every(statement, setting, rule)
    return _lasting(statement, setting, rule), ()


def says_nothing(statement: Statement, setting: Setting) -> bool:
    """Tell whether a statement counts from a day that nothing named: a length, 第二天, 期间."""
    if isinstance(statement, Length):
        return setting.last is None
    first = statement.pieces[0] if isinstance(statement, Point) and statement.pieces else None
    if isinstance(first, Again):
        return first.only and setting.last is None
    if isinstance(first, EdgeDay):
        return setting.span is None
    return isinstance(first, Meanwhile) and setting.last is None and setting.span is None


def _about(placed: Placed, days: int, rule: str) -> When:
    """Open a window around a date: 5月1日前后."""
    first, last = shifted(placed.period.start, -days), shifted(placed.period.end, days)
    if first is None or last is None:
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    return When(
        form=Form.WINDOW,
        edtf=edtf.of_period(Period(first, last, form=Form.WINDOW)),
        start=first,
        end=last,
        grain=Grain.DAY,
        rule=rule,
        implied=placed.implied,
        anchor=placed.anchor,
    )


def _yearless(point: Point, rule: str) -> When | None:
    """Write a month and day without a year as EDTF can: XXXX-11-16."""
    numbers = [piece.number for piece in point.pieces if isinstance(piece, Month | Day)]
    if not isinstance(point.pieces[0] if point.pieces else None, Month) or len(numbers) != len(point.pieces):
        return None
    if len(numbers) == 2 and month_period(2000, numbers[0]) and not Day(numbers[1]).narrow(_leap(numbers[0]), Setting(NOWHERE)):
        return None
    told = "-".join(("XXXX", *(f"{number:02d}" for number in numbers)))
    grain = Grain.DAY if len(numbers) == 2 else Grain.MONTH
    if point.clock and point.clock.hour is not None:
        clock = point.clock.on(date(2000, 1, 1)).time().isoformat()
        told, grain = f"{told}T{clock}+08:00", point.clock.grain
    form = Form.COARSE if grain is Grain.MONTH else Form.DAY if grain is Grain.DAY else Form.MOMENT
    return When(form=form, edtf=told, start=None, end=None, grain=grain, rule=rule, part=point.clock and point.clock.part)


def _leap(month: int) -> Period:
    return month_period(2000, month) or _ANYWHERE


def _point(placed: Placed, setting: Setting, rule: str) -> When:
    period, clock = placed.period, placed.clock
    if period.moment is not None:
        return _moment(period.moment, period.until, period.grain, rule, placed)
    if clock and clock.hour is not None and period.start == period.end:
        return _moment(clock.on(period.start), None, clock.grain, rule, placed, clock.part)
    if period.form is Form.WINDOW and setting.tense is Tense.FUTURE and period.start < setting.anchor.day <= period.end:
        period = replace(period, start=setting.anchor.day)
    form = Form.DAY if period.start == period.end and period.form is not Form.COARSE else period.form
    hours = (_time(clock), None) if clock and clock.hour is not None else None
    return When(
        form=form,
        edtf=edtf.of_period(period),
        start=period.start,
        end=period.end,
        grain=clock.grain if clock and form is Form.DAY else period.grain,
        part=clock.part if clock else None,
        hours=hours,
        rule=rule,
        implied=placed.implied,
        anchor=placed.anchor,
    )


def _time(clock: Clock) -> time:
    return clock.on(date(2000, 1, 1)).time()


def _moment(start: datetime, end: datetime | None, grain: Grain, rule: str, placed: Placed, part: str | None = None) -> When:
    told = start.isoformat() if end is None else f"{start.isoformat()}/{end.isoformat()}"
    return When(
        form=Form.MOMENT, edtf=told, start=start, end=end, grain=grain, part=part, rule=rule,
        implied=placed.implied, anchor=placed.anchor,
    )  # fmt: skip


# ---------------------------------------------------------------- ranges


def _range(told: Range, setting: Setting, rule: str) -> tuple[When, tuple[str, ...]]:
    if told.first is None or told.last is None:
        return _open(told, setting, rule)
    first, last = _ends(told.first, told.last, setting)
    notes = first.notes + last.notes
    if first.clocked or last.clocked:
        return _hours(first, last, rule), notes
    start, end = first.period.start, last.period.end
    if end < start:
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    code = f"{edtf.bound(first.period, start)}/{edtf.bound(last.period, end)}"
    coarse = first.period.form is Form.COARSE and last.period.form is Form.COARSE
    when = When(
        form=Form.COARSE if coarse else Form.SPAN,
        edtf=code,
        start=start,
        end=end,
        grain=min(first.period.grain, last.period.grain, key=FINENESS.__getitem__),
        rule=rule,
        implied=tuple(dict.fromkeys(first.implied + last.implied)),
        anchor=first.anchor or last.anchor,
        part=last.clock.part if last.clock and not first.clock else None,
        hours=_daily(told.hours),
    )
    return when, notes


def _ends(first: Point, last: Point, setting: Setting) -> tuple[Placed, Placed]:
    """Place both ends: what one of them leaves out comes from the other."""
    if first.needs and _lacks(first) > _lacks(last):
        end = place(last, setting)
        start = place(first, Setting(_at(setting, end.period.start), Tense.PAST, setting.last))
        return replace(start, anchor=start.anchor and end.anchor), end
    start = place(first, setting)
    after = Setting(_at(setting, start.period.start), Tense.FUTURE, start.period)
    end = place(last, after) if last.needs else place(last, replace(setting, last=start.period))
    return start, replace(end, anchor=end.anchor and setting.anchor, implied=() if last.needs else end.implied)


def _at(setting: Setting, day: date) -> Anchor:
    return Anchor(day, setting.anchor.source, setting.anchor.clock)


def _lacks(point: Point) -> int:
    """Tell how coarse the period is that a point lacks: 0 when it lacks none, most when it leans on what is before it."""
    if point.needs:
        return {Grain.YEAR: 1, Grain.MONTH: 2, Grain.WEEK: 2, Grain.DAY: 3}[point.needs[0]]
    return 4 if point.pieces[0].leans else 0


def _hours(first: Placed, last: Placed, rule: str) -> When:
    """Give the interval between two clock times; the later half of the day where only that follows on."""
    start = first.period.moment or (first.clock or Clock()).on(first.period.start)
    end = last.period.moment or (last.clock or Clock(hour=24)).on(last.period.end)
    if end <= start and last.clock is not None and first.period.start == last.period.start:
        half = timedelta(hours=12 if last.clock.open_half and end + timedelta(hours=12) > start else 24)
        end += half
    if end < start:
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    grains = [placed.clock.grain if placed.clock else placed.period.grain for placed in (first, last)]
    implied = tuple(dict.fromkeys(first.implied + last.implied))
    part = first.clock.part if first.clock else None
    joined = Placed(first.period, None, implied, first.anchor or last.anchor)
    return _moment(start, end, min(grains, key=FINENESS.__getitem__), rule, joined, part)


def _lasting(length: Length, setting: Setting, rule: str) -> When:
    """Give the span of a length from the day named last."""
    start = setting.last.start if setting.last else setting.anchor.day
    last = setting.span if setting.span and setting.last and setting.span.start == start else None
    if last:  # the report gave both ends already: a length that disagrees with them changes nothing
        return _span(last.start, last.end, rule)
    if length.unit in {Grain.MONTH, Grain.YEAR}:
        after = months_on(start, length.count * (12 if length.unit is Grain.YEAR else 1))
    else:
        after = shifted(start, length.count * (7 if length.unit is Grain.WEEK else 1))
    end = after and shifted(after, -1)
    if end is None:
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    return _span(start, end, rule)


def _span(start: date, end: date, rule: str) -> When:
    code = edtf.of_period(Period(start, end, form=Form.SPAN))
    form = Form.SPAN if start != end else Form.DAY
    return When(form=form, edtf=code, start=start, end=end, grain=Grain.DAY, rule=rule, implied=("start",))


def _every(told: Every, setting: Setting, rule: str) -> tuple[When, tuple[str, ...]]:
    """Give a recurrence and the span it runs in: from the anchor on where none is told."""
    start: date | None = None if setting.anchor is NOWHERE else setting.anchor.day
    end: date | None = None
    code = f"{start or ''}/.." if start else "../.."
    notes: tuple[str, ...] = ()
    implied, anchor = (("start",), setting.anchor) if start else ((), None)
    if told.within:
        bounds, notes = resolve(told.within, setting, rule)
        end, code = bounds.last_day, bounds.edtf
        if bounds.first_day or start is None:
            start, implied, anchor = bounds.first_day, bounds.implied, bounds.anchor
        elif code.startswith("../"):
            code = f"{start}/{code[3:]}"
    part = told.hours[0].part if told.hours else None
    when = When(
        form=Form.RECURRING,
        edtf=code,
        start=start,
        end=end,
        grain=told.hours[0].grain if told.hours else Grain.DAY,
        rule=rule,
        part=part,
        hours=_daily(told.hours),
        rrule=_rrule(told),
        exdates=_days_off(start, end) if told.workdays else (),
        implied=implied,
        anchor=anchor,
    )
    return when, notes


def _rrule(told: Every) -> str:
    fields = {
        "FREQ": told.frequency,
        "INTERVAL": str(told.interval) if told.interval > 1 else "",
        "BYMONTH": ",".join(map(str, told.months)),
        "BYMONTHDAY": ",".join(map(str, told.monthdays)),
        "BYDAY": ",".join(told.weekdays),
        "COUNT": str(told.count) if told.count else "",
    }
    return ";".join(f"{name}={value}" for name, value in fields.items() if value)


def _daily(hours: tuple[Clock, Clock | None] | None) -> tuple[time, time | None] | None:
    """Give daily hours as times of day; a closing hour that needs the later half of the day takes it."""
    if hours is None or hours[0].hour is None:
        return None
    opens, closes = hours
    if closes is None:
        return _time(opens), None
    if closes.open_half and closes.hour is not None and closes.hour < (opens.hour or 0) and closes.hour + 12 > (opens.hour or 0):
        closes = replace(closes, hour=closes.hour + 12)
    return _time(opens), _time(closes)


def _days_off(start: date | None, end: date | None) -> tuple[date, ...]:
    """Give the official holidays on Mondays to Fridays of a span with both ends, of a year at most."""
    if start is None or end is None or (end - start).days > 366:
        return ()
    from calendar_app.normaliser.times.holidays import is_day_off  # noqa: PLC0415 - the holiday table is loaded when asked for

    days = (start + timedelta(number) for number in range((end - start).days + 1))
    return tuple(day for day in days if day.isoweekday() <= 5 and is_day_off(day))


def _open(told: Range, setting: Setting, rule: str) -> tuple[When, tuple[str, ...]]:
    """Give a span with one end: the other is not known."""
    point = told.first or told.last
    if point is None:
        raise Unsettled(Reason.NO_DATE)
    placed = place(point, setting)
    period = placed.period
    since = told.first is not None
    began = setting.near.start if told.resumes and setting.near else None
    day: date = period.start if since else period.end
    grain = period.grain
    if placed.clocked:
        day = period.moment or (placed.clock or Clock()).on(day)
        grain = placed.clock.grain if placed.clock else grain
        code = day.isoformat()
    else:
        code = day.isoformat() if told.sharp and period.form is Form.WINDOW else edtf.bound(period, day)
    if began and (began >= period.end or placed.clocked):
        began = None
    when = When(
        form=Form.SPAN if began else Form.OPEN,
        edtf=f"{code}/.." if since else f"{began or '..'}/{code}",
        start=day if since else began,
        end=None if since else day,
        grain=grain,
        rule=rule,
        implied=placed.implied,
        anchor=placed.anchor,
        part=placed.clock.part if placed.clock else None,
    )
    return when, placed.notes


def _several(told: Several, setting: Setting, rule: str) -> tuple[When, tuple[str, ...]]:
    """Give each of several days, every one leaning on the one before it."""
    days: list[date] = []
    placed = place(told.points[0], setting)
    leading = placed
    days.append(placed.period.start)
    for point in told.points[1:]:
        after = Setting(_at(setting, days[-1]), Tense.FUTURE, placed.period) if point.needs else setting
        placed = place(point, after)
        days.append(placed.period.start)
    unique = tuple(sorted(set(days)))
    when = When(
        form=Form.SEVERAL,
        edtf=edtf.several(unique),
        start=unique[0],
        end=unique[-1],
        grain=Grain.DAY,
        days=unique,
        rule=rule,
        implied=leading.implied,
        anchor=leading.anchor,
        hours=_daily(told.hours),
    )
    return when, leading.notes
