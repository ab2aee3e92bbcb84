"""Put a point into the calendar: what its words leave out is implied, and the tense chooses among candidates."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from calendar_app.model import Anchor, Grain, Reason
from calendar_app.normaliser.times.periods import day_period, month_period, shifted, week_period, year_period
from calendar_app.normaliser.times.pieces.plain import DaysOfWeek
from calendar_app.normaliser.times.statements import Clock, Leaning, Period, Piece, Point, Setting, Tense

if TYPE_CHECKING:
    from collections.abc import Iterator

NOWHERE = Anchor(date(1, 1, 1), "nothing")
"""The anchor of a text that has none: nothing may lean on it."""
IMPLIED = {
    Grain.YEAR: ("year",),
    Grain.MONTH: ("year", "month"),
    Grain.WEEK: ("week",),
    Grain.DAY: ("date",),
}
OWN = {Grain.YEAR: 183, Grain.MONTH: 7, Grain.WEEK: 3}
"""By how many days the anchor's own year, month or week is preferred where there is no sign.

Another year's month is seldom named without 去年 or 明年 but around the turn of the year.
"""
LATELY = 62
"""How many days from the anchor a day named before can be, for words that are not near it to lean on it."""
ABOUT_A_YEAR = 400
"""How many days away a day may be by whose year the sentence's other days go; history is further."""
LATE_YEARS = 2
"""How many years away one may be by which they go (去年…，5月13日才谢)."""
HALF_A_DAY, BEFOREHAND = 12, 2
"""In hours; doors open so long before what was told (晚8点开演，7点检票)."""
ANYWHERE = Period(date.min, date.max, Grain.SECOND)
ODD_WEEKDAY = "the weekday that is given is not that date's; the date was kept"


class Placed(Struct, frozen=True):
    """A point in the calendar: its days, its clock, what was implied and the anchor that it leant on."""

    period: Period
    clock: Clock | None = None
    implied: tuple[str, ...] = ()
    anchor: Anchor | None = None
    notes: tuple[str, ...] = ()

    @property
    def clocked(self) -> bool:
        """Tell whether a clock time is stated."""
        return self.period.moment is not None or (self.clock is not None and self.clock.hour is not None)

    @property
    def grain(self) -> Grain:
        """Tell how finely it is told."""
        return self.clock.grain if self.clock else self.period.grain


class Unsettled(Exception):  # noqa: N818 - no error: the text says a time, and it stays open
    """A time that cannot be resolved, with the reason; `find_times` makes an unresolved mention of it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def place(point: Point, setting: Setting) -> Placed:
    """Put a point into the calendar, or raise Unsettled."""
    clock = _clock_of(point, setting)
    if clock and not clock.possible:
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    if point.beside is not None:
        return _restated(point, point.beside, setting)
    needs = point.needs
    if needs:
        period, implied, anchor = _implied(point, needs[0], setting)
    else:
        period, implied, anchor = _stated(point, setting)
    if clock and clock.again:
        return Placed(_at_the_same_time(period, setting), None, implied, anchor, period.notes)
    if point.weekday and period.start.isoweekday() != point.weekday:
        return Placed(period, clock, implied, anchor, (*period.notes, ODD_WEEKDAY))
    return Placed(period, clock, implied, anchor, period.notes)


def _at_the_same_time(day: Period, setting: Setting) -> Period:
    """Give the clock time told last on another day, with its end where that was told: 20日同一时间."""
    if setting.clock is None or day.start != day.end:
        return day
    first, last = setting.clock
    moment = datetime.combine(day.start, first.timetz())
    return replace(day, grain=Grain.MINUTE, moment=moment, until=moment + (last - first) if last else None)


def _clock_of(point: Point, setting: Setting) -> Clock | None:
    """Give a point's clock time, in the half of the day that its sentence speaks of: 下午四点半放学，五点一刻上课."""
    clock, told = point.clock, setting.afternoon
    if told is None or point.pieces or clock is None or clock.hour is None or not clock.open_half:
        return clock
    later = clock.hour + HALF_A_DAY
    return replace(clock, hour=later, open_half=False) if told - BEFOREHAND <= later < 2 * HALF_A_DAY else clock


_Placed = tuple[Period, tuple[str, ...], Anchor | None]


def _stated(point: Point, setting: Setting) -> _Placed:
    """Place what needs no coarser period: it is stated in full, or leans on the anchor or on what was named."""
    named = point.pieces[0].named(setting)
    leans = any(Leaning.ANCHOR in piece.leans_on for piece in point.pieces)
    if leans and named is None and setting.anchor is NOWHERE:
        raise Unsettled(Reason.NO_ISSUE_DATE)
    period = _narrow(point.pieces, ANYWHERE, setting)
    if period is None:
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    if named:
        return period, period.implied, anchor_at(named.start)
    return period, period.implied, setting.anchor if leans else None


def _implied(point: Point, missing: Grain, setting: Setting) -> _Placed:
    """Imply what is missing: by the day named close by for a clock time or a bare day, else by anchor and tense."""
    if missing is Grain.DAY:
        period, anchor = _on_day(point, setting)
    elif setting.anchor is NOWHERE:
        raise Unsettled(Reason.NO_ISSUE_DATE)
    else:
        period, anchor = CHOOSING[missing](point.pieces, setting)
    if period is None:
        raise Unsettled(Reason.IMPOSSIBLE_DATE)
    return period, IMPLIED[missing] + period.implied, anchor


_Chosen = tuple[Period | None, Anchor]


def _on_day(point: Point, setting: Setting) -> _Chosen:
    """Place a clock time on the day named close by, else on the anchor's."""
    anchor, near = setting.anchor, setting.near
    if near and near.start == near.end:
        night = setting.evening and _small_hours(point.clock)
        day = shifted(near.start, 1) if night else near.start
        return _narrow(point.pieces, day_period(day), setting) if day else None, anchor_at(near.start)
    if setting.tense is Tense.FUTURE and (day := _lately_named(setting)) and _is_one_to_come(day, setting):
        return _narrow(point.pieces, day_period(day), setting), anchor_at(day)
    if anchor is NOWHERE:
        raise Unsettled(Reason.NO_ISSUE_DATE)
    return _narrow(point.pieces, day_period(anchor.day), setting), anchor


def _in_week(pieces: tuple[Piece, ...], setting: Setting) -> _Chosen:
    """Choose the week of a weekday: the coming one that is spoken of, one of the days to come, or by tense."""
    if setting.week:
        return _narrow(pieces, setting.week, setting), anchor_at(setting.week.start)
    if named := _inside_span(pieces, setting) or _same_weekend(pieces, setting):
        return named, anchor_at(named.start)
    return _chosen(pieces, Grain.WEEK, setting.anchor, setting.tense), setting.anchor


def _in_month(pieces: tuple[Piece, ...], setting: Setting) -> _Chosen:
    """Choose the month of a bare day: by the day named last, or by tense."""
    anchor, tense = setting.anchor, setting.tense
    if told := _going_on(pieces, Grain.MONTH, setting):
        return told
    if named := _lately_named(setting) or _dated_here(setting):
        beside = _beside_named(pieces, named, anchor, tense)
        if not (beside and beside.end < named < anchor.day):
            return beside, anchor_at(named)  # else it would go back from what is over: 7月26日开城…，18日晚收官
    return _chosen(pieces, Grain.MONTH, anchor, tense), anchor


def _in_year(pieces: tuple[Piece, ...], setting: Setting) -> _Chosen:
    """Choose the year of a month or a festival: the one that the sentence speaks of or tells, or by tense."""
    year = setting.year
    if told := _going_on(pieces, Grain.YEAR, setting):
        return told
    if year and _speaks_of_lately(year, setting) and (found := _in_told_year(pieces, year, setting)):
        return found, anchor_at(year.start)
    if day := _year_told(setting):
        return _after_told(pieces, day, setting), anchor_at(day)
    return _chosen(pieces, Grain.YEAR, setting.anchor, setting.tense), setting.anchor


def _in_told_year(pieces: tuple[Piece, ...], told: Period, setting: Setting) -> Period | None:
    """Place what has no year in the one that is told; where only a part of it is, what comes next: 去年5月…,10月…."""
    whole = year_period(told.start.year)
    if whole is None or (told.start, told.end) == (whole.start, whole.end):
        return _narrow(pieces, told, setting)
    if pieces[-1].gives is Grain.DAY:
        return None
    found = _narrow(pieces, whole, setting)
    later = year_period(told.start.year + 1)
    return _narrow(pieces, later, setting) if found and later and found.end < told.start else found


def _going_on(pieces: tuple[Piece, ...], missing: Grain, setting: Setting) -> _Chosen | None:
    """Go on in the month or the year of the history that is told: 1919年5月4日…。次日…；6月3日起…."""
    story = setting.story
    if story is None or setting.tense is Tense.FUTURE:
        return None
    day = story.start
    outer = month_period(day.year, day.month) if missing is Grain.MONTH else year_period(day.year)
    found = outer and _narrow(pieces, outer, setting)
    return (found, anchor_at(day)) if found and found.end >= day else None


CHOOSING = {Grain.WEEK: _in_week, Grain.MONTH: _in_month, Grain.YEAR: _in_year}
"""How a period is chosen that is not told, by its grain."""


def anchor_at(day: date) -> Anchor:
    """Give the anchor of words that lean on a day named before them."""
    return Anchor(day, "mention")


def _known(anchor: Anchor) -> Anchor | None:
    return None if anchor is NOWHERE else anchor


def _restated(point: Point, beside: Point, setting: Setting) -> Placed:
    """Resolve what restates other words (今天（24日）): the candidate nearest to those words, which it beats."""
    stated = replace(point, beside=None)
    try:
        near = place(beside, setting).period.start
    except Unsettled:
        return place(stated, setting)
    close = setting._replace(anchor=replace(setting.anchor, day=near), tense=Tense.UNMARKED, here=None, year=None)
    placed = place(stated, close)
    return replace(placed, anchor=placed.anchor and _known(setting.anchor), implied=())


def _narrow(pieces: tuple[Piece, ...], outer: Period, setting: Setting) -> Period | None:
    period: Period | None = outer
    for piece in pieces:
        if period is None:
            return None
        period = piece.narrow(period, setting)
    return period


# ---------------------------------------------------------------- choosing by tense


@lru_cache(8192)
def _chosen(pieces: tuple[Piece, ...], missing: Grain, anchor: Anchor, tense: Tense) -> Period | None:
    """Choose among the years, months or weeks that could be meant; None when the words fit none of them."""
    setting = Setting(anchor, tense)
    placed = [_narrow(pieces, outer, setting) for outer in _around(missing, anchor.day)]
    own = placed[0]
    if own and own.start.year > anchor.day.year:  # a lunar year ends in the next solar one
        own = next((found for found in placed if found and found.start.year == anchor.day.year), own)
    candidates = [found for found in placed if found]
    if not candidates and missing is Grain.YEAR:
        candidates = [found for outer in _leap_years(anchor.day) if (found := _narrow(pieces, outer, setting))]
    if not candidates:
        return None
    before = [found for found in candidates if found.start <= anchor.day]
    if before and (tense is Tense.PAST or (tense.past and missing is not Grain.YEAR)):
        return max(before, key=_start)
    if tense is Tense.FUTURE and (after := [found for found in candidates if found.end >= anchor.day]):
        return min(after, key=_start)
    return _nearest(candidates, anchor.day, own, OWN[missing])


def leans_on_days(setting: Setting) -> bool:
    """Tell whether the text named a week or days by which a year or a week that is not told may be chosen."""
    to_come = setting.span and setting.span.start > setting.anchor.day
    weekday = setting.here and "week" in setting.here.implied
    return bool(setting.week or to_come or weekday or setting.year or setting.story or _year_told(setting))


def _inside_span(pieces: tuple[Piece, ...], setting: Setting) -> Period | None:
    """Choose a weekday inside the days to come that were named last: 21日至25日举行，专场设在周五."""
    span = setting.span
    past = setting.tense.past and setting.here is None  # else the sentence names days to come, whatever is done
    if span is None or past or span.start <= setting.anchor.day:
        return None
    weeks = (
        week_period(day) for by in range(0, (span.end - span.start).days + 7, 7) if (day := shifted(span.start, by))
    )
    found = (_narrow(pieces, week, setting) for week in weeks if week)
    return next((day for day in found if day and span.start <= day.start and day.end <= span.end), None)


def _small_hours(clock: Clock | None) -> bool:
    """Tell whether a clock time behind one of the evening is of the next day: 零点, 凌晨1点."""
    return clock is not None and (clock.hour == 0 or clock.part in {"凌晨", "后半夜"})


def _same_weekend(pieces: tuple[Piece, ...], setting: Setting) -> Period | None:
    """Choose the weekend of the week of which the sentence named a day: 周四有雨，周末转晴."""
    here = setting.here
    if here is None or "week" not in here.implied or pieces != (DaysOfWeek(6, 7),):
        return None
    week = week_period(here.start)
    return _narrow(pieces, week, setting) if week else None


def _speaks_of_lately(year: Period, setting: Setting) -> bool:
    """Tell whether dates without a year can be of the other year that the sentence speaks of (去年…，5月13日才谢)."""
    apart = abs(year.start.year - setting.anchor.day.year)
    return 0 < apart <= LATE_YEARS and setting.tense is not Tense.FUTURE


def _year_told(setting: Setting) -> date | None:
    """Give the day that the sentence named in another year than the anchor's, when it is no history."""
    here = setting.here
    if here is None or here.start.year == setting.anchor.day.year:
        return None
    if here.start < setting.anchor.day and setting.tense in {Tense.FUTURE, Tense.HINTED}:
        return None  # 较2022年5月1日增长两成,5月3日将举行
    return here.start if abs((here.start - setting.anchor.day).days) <= ABOUT_A_YEAR else None


def _after_told(pieces: tuple[Piece, ...], told: date, setting: Setting) -> Period | None:
    """Choose the year by a day told with its own: what is told of the past goes on from there, if it is done by now."""
    today = setting.anchor.day
    if told < today:
        later = _chosen(pieces, Grain.YEAR, anchor_at(told), Tense.FUTURE)
        if later and (later.start <= today or not setting.tense.past):
            return later
    return _chosen(pieces, Grain.YEAR, anchor_at(told), Tense.UNMARKED)


def _lately_named(setting: Setting) -> date | None:
    """Give the last day that the text named, when it is of these months and not history."""
    return setting.last.start if setting.last and lately(setting.last.start, setting.anchor) else None


def _dated_here(setting: Setting) -> date | None:
    """Give the day that the same sentence named, when it is no history: 去年…5月26日开、28日散."""
    here = setting.here
    return here.start if here and abs((here.start - setting.anchor.day).days) <= ABOUT_A_YEAR else None


def _is_one_to_come(day: date, setting: Setting) -> bool:
    """Tell whether the report told, paragraphs before, of one day that is to come."""
    last = setting.last
    return last is not None and last.start == last.end and day > setting.anchor.day


def lately(day: date, anchor: Anchor) -> bool:
    """Tell whether a day is of the months about the anchor, and not history."""
    return abs((day - anchor.day).days) <= LATELY


@lru_cache(8192)
def _beside_named(pieces: tuple[Piece, ...], named: date, anchor: Anchor, tense: Tense) -> Period | None:
    """Choose the month of a bare day by the last day named: the nearest to it that the tense allows."""
    setting = Setting(anchor, tense)
    placed = [_narrow(pieces, outer, setting) for outer in _around(Grain.MONTH, named)]
    candidates = [found for found in placed if found]
    if tense.past:
        allowed = [found for found in candidates if found.start <= anchor.day]
    elif tense is Tense.FUTURE:
        allowed = [found for found in candidates if found.end >= anchor.day]
    else:
        allowed = candidates
    return _nearest(allowed or candidates, named, placed[0], OWN[Grain.MONTH]) if candidates else None


def _start(period: Period) -> date:
    return period.start


def _around(missing: Grain, day: date) -> Iterator[Period]:
    """Give the anchor's own year, month or week, then the one before it and the one after it."""
    for by in (0, -1, 1):
        if missing is Grain.YEAR:
            found = year_period(day.year + by)
        elif missing is Grain.MONTH:
            found = month_period(day.year, day.month + by)
        else:
            moved = shifted(day, 7 * by)
            found = week_period(moved) if moved else None
        if found:
            yield found


def _leap_years(day: date) -> Iterator[Period]:
    """Give the years about the anchor's: 29 February is in one of them."""
    for year in range(day.year - 8, day.year + 9):
        if found := year_period(year):
            yield found


def _nearest(candidates: list[Period], day: date, own: Period | None, preference: int) -> Period:
    def distance(found: Period) -> int:
        gap = max((found.start - day).days, (day - found.end).days, 0)
        return gap if found is own else gap + preference

    return min(candidates, key=distance)
