"""Give ranges, open spans, lengths and lists their values: what one end leaves out comes from the other."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from calendar_app.model import Anchor, Form, Grain, Reason, When
from calendar_app.normaliser.times import edtf
from calendar_app.normaliser.times.dayparts import HOURS, NOON
from calendar_app.normaliser.times.periods import moved_by, shifted
from calendar_app.normaliser.times.placing import NOWHERE, Placed, Unsettled, anchor_at, place
from calendar_app.normaliser.times.statements import Clock, Leaning, Length, Point, Range, Setting, Several, Tense
from calendar_app.normaliser.times.values import daily, finest, moment, of_days

LACKING = {Grain.YEAR: 1, Grain.MONTH: 2, Grain.WEEK: 2, Grain.DAY: 3}
LEANING = 4
HALF_A_YEAR, UNDER_HALF_A_YEAR = timedelta(days=183), timedelta(days=170)
"""How long what has begun can run, and how far ahead its next beginning is then at least, be it by the lunar year."""
LONG_AGO, SOON = 270, 31
"""A paper tells of days running that ended this many days ago with their year; those that begin so soon, without."""
Value = tuple[When, tuple[str, ...]]


def of_range(told: Range, setting: Setting, rule: str) -> Value:
    """Give the value of a range."""
    if told.first is None or told.last is None:
        return _open(told, setting, rule)
    first, last = _ends(told.first, told.last, setting)
    notes = first.notes + last.notes
    if first.clocked or last.clocked:
        return _interval(first, last, rule), notes
    start, end = first.period.start, last.period.end
    if end < start:
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    coarse = first.period.form is Form.COARSE and last.period.form is Form.COARSE
    when = When(
        form=Form.COARSE if coarse else Form.SPAN,
        edtf=f"{edtf.bound(first.period, start)}/{edtf.bound(last.period, end)}",
        start=start,
        end=end,
        grain=finest(first.period.grain, last.period.grain),
        rule=rule,
        implied=_both(first, last),
        anchor=first.anchor or last.anchor,
        part=last.clock.part if last.clock and not first.clock else None,
        hours=daily(told.hours),
    )
    return when, notes


def _both(first: Placed, last: Placed) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first.implied + last.implied))


def _ends(first: Point, last: Point, setting: Setting) -> tuple[Placed, Placed]:
    """Place both ends, the one that lacks less first; what is told as to come may have begun, if it is not over."""
    if first.needs and _lacks(first) > _lacks(last):
        end = place(last, setting)
        start = place(first, _beside(setting, end, Tense.PAST))
        return replace(start, anchor=end.anchor), end
    told = _from(place(first, setting), last, setting)
    if not first.needs or first.needs[0] is not Grain.YEAR or setting.anchor is NOWHERE or _settled(told, setting):
        return told
    day, tense = setting.anchor.day, setting.tense
    other = Tense.FUTURE if tense.past else Tense.PAST
    try:
        turned = _from(place(first, setting._replace(tense=other)), last, setting)
    except Unsettled:
        return told
    if tense is Tense.FUTURE:
        begun = turned[1].period.end >= day and _length(turned) <= HALF_A_YEAR
        return turned if begun else told
    if tense.past:
        return turned if (turned[0].period.start - day).days <= SOON else told
    return min(told, turned, key=lambda ends: _distance(ends, day))


def _settled(ends: tuple[Placed, Placed], setting: Setting) -> bool:
    """Tell whether no other year can be meant: what is to come begins too soon for last year's still to run."""
    day, tense = setting.anchor.day, setting.tense
    if tense is Tense.FUTURE:
        return ends[0].period.start - day < UNDER_HALF_A_YEAR
    if tense.past:
        return (day - ends[1].period.end).days <= LONG_AGO
    return _distance(ends, day) == 0


def _distance(ends: tuple[Placed, Placed], day: date) -> int:
    """Tell how far a range is from a day; one that begins in another year half a year further."""
    start, end = ends[0].period.start, ends[1].period.end
    return max((start - day).days, (day - end).days, 0) + (0 if start.year == day.year else HALF_A_YEAR.days)


def _from(start: Placed, last: Point, setting: Setting) -> tuple[Placed, Placed]:
    """Place the end of a range after its start."""
    if last.needs:
        end = place(last, _beside(setting, start, Tense.FUTURE))
        return start, replace(end, anchor=start.anchor, implied=())
    return start, place(last, setting._replace(last=start.period, near=start.period, named=start.period))


def _length(ends: tuple[Placed, Placed]) -> timedelta:
    return ends[1].period.end - ends[0].period.start


def _beside(setting: Setting, other: Placed, tense: Tense) -> Setting:
    """Lean on the other end of a range or the last day of a list: the first such day after it, or before it."""
    named = other.period
    return Setting(_at(setting, named.start), tense, named, near=named)


def _at(setting: Setting, day: date) -> Anchor:
    return Anchor(day, setting.anchor.source, setting.anchor.clock)


def _lacks(point: Point) -> int:
    """Tell how coarse the period is that a point lacks: none is 0, most is what leans on words before it."""
    if point.needs:
        return LACKING[point.needs[0]]
    return LEANING if Leaning.ANCHOR in point.pieces[0].leans_on else 0


def _interval(first: Placed, last: Placed, rule: str) -> When:
    """Give the interval between two clock times; the later half of the day, or the next day, where only that fits."""
    start = first.period.moment or begins(first.clock).on(first.period.start)
    end = last.period.moment or ends(last.clock).on(last.period.end)
    if end <= start and last.clock is not None and first.period.start == last.period.start:
        half_a_day = timedelta(hours=12)
        end += half_a_day if last.clock.open_half and end + half_a_day > start else 2 * half_a_day
    if end < start:
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    joined = replace(first, implied=_both(first, last), anchor=first.anchor or last.anchor)
    return moment(joined, start, end, rule, finest(first.grain, last.grain))


def begins(clock: Clock | None) -> Clock:
    """Give the clock time at which an interval begins that is told by a part of day, or by the day alone."""
    if clock is None or clock.hour is not None or clock.part is None:
        return clock or Clock()
    return Clock(hour=HOURS[clock.part][0])


def ends(clock: Clock | None) -> Clock:
    """Give the clock time at which such an interval ends; noon is twelve sharp."""
    if clock is None or clock.hour is not None or clock.part is None:
        return clock or Clock(hour=24)
    return Clock(hour=12 if clock.part in NOON else HOURS[clock.part][1])


def _open(told: Range, setting: Setting, rule: str) -> Value:
    """Give a span of which one end is told; 持续至B begins with the day named close before it."""
    point = told.first or told.last
    if point is None:
        raise Unsettled(Reason.NO_DATE)
    if told.sharp and setting.tense is Tense.UNMARKED and point.pieces and point.gives is not Grain.DAY:
        setting = setting._replace(tense=Tense.FUTURE)  # 年底前 is still to come unless something is done by then
    placed = place(point, setting)
    period, clock = placed.period, placed.clock
    day: date = period.start if told.first else period.end
    if placed.clocked:
        day = period.moment or (clock or Clock()).on(day)
        if told.last and clock and clock.hour == 24:  # 5月8日24时前 ends on the 8th
            day -= timedelta(seconds=1)
    sharp = placed.clocked or (told.sharp and period.form is Form.WINDOW)
    code = day.isoformat() if sharp else edtf.bound(period, day)
    began = _begun(setting) if told.resumes and not placed.clocked else None
    if began and began >= period.end:
        began = None
    when = When(
        form=Form.SPAN if began else Form.OPEN,
        edtf=f"{code}/.." if told.first else f"{began or '..'}/{code}",
        start=day if told.first else began,
        end=None if told.first else day,
        grain=placed.grain if placed.clocked else period.grain,
        rule=rule,
        implied=(*placed.implied, *(("start",) if began else ())),
        anchor=anchor_at(began) if began else placed.anchor,
        part=clock.part if clock else None,
    )
    return when, placed.notes


def _begun(setting: Setting) -> date | None:
    """Give the day on which something began that goes on: named in the sentence, or close before as an opening."""
    day = setting.here or setting.opened
    return day.start if day and day.form is not Form.WINDOW else None


def of_length(length: Length, setting: Setting, rule: str) -> When:
    """Give the span of a length from the day named last; where the text gave both ends already, they stand."""
    if length.until:
        ended = place(length.until, setting)
        begun = moved_by(ended.period.end, -length.count, length.unit)
        first = begun and shifted(begun, 1)
        if first is None:
            raise Unsettled(Reason.IMPOSSIBLE_DATE)
        span = of_days(first, ended.period.end, rule, Form.SPAN)
        return replace(span, implied=ended.implied, anchor=ended.anchor)
    if length.since:
        began = place(length.since, setting)
        since = length_from(length, began.period.start, rule)
        return replace(since, implied=began.implied, anchor=began.anchor)
    start = setting.last.start if setting.last else setting.anchor.day
    if setting.span and setting.span.start == start and setting.last == setting.span:
        return replace(of_days(start, setting.span.end, rule, Form.SPAN), implied=("start",), anchor=anchor_at(start))
    return replace(length_from(length, start, rule), implied=("start",), anchor=anchor_at(start))


def length_from(length: Length, start: date, rule: str) -> When:
    """Give the span of a length from its first day; N months end the day before the same date. May raise Unsettled."""
    after = moved_by(start, length.count, length.unit)
    end = after and shifted(after, -1)
    if end is None:
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    return of_days(start, end, rule, Form.SPAN)


def of_several(told: Several, setting: Setting, rule: str) -> Value:
    """Give each of several days, every one leaning on the one before it."""
    placed = leading = place(told.points[0], setting)
    days, notes = {placed.period.start}, placed.notes
    for point in told.points[1:]:
        placed = place(point, _beside(setting, placed, Tense.FUTURE) if point.needs else setting)
        days.add(placed.period.start)
        notes += placed.notes
    each = tuple(sorted(days))
    if told.either and len(each) > 1:
        window = of_days(each[0], each[-1], rule, Form.WINDOW)
        code = window.edtf if each[-1] - each[0] == timedelta(1) else f"[{each[0]},{each[-1]}]"
        return replace(window, edtf=code, implied=leading.implied, anchor=leading.anchor), notes
    when = When(
        form=Form.SEVERAL if len(each) > 1 else Form.DAY,
        edtf=edtf.several(each),
        start=each[0],
        end=each[-1],
        grain=Grain.DAY,
        days=each if len(each) > 1 else (),
        rule=rule,
        implied=leading.implied,
        anchor=leading.anchor,
        hours=daily(told.hours),
        part=told.hours[0].part if told.hours else None,
    )
    return when, notes
