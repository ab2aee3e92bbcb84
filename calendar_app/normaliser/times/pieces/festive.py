"""The pieces of festivals: the day itself, its days off, the windows before, around and after it.

Two festivals told in one breath (元旦、春节期间) are one days_off_of from the first to the last.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import ClassVar

from calendar_app.model import Form, Grain
from calendar_app.normaliser.times.calendars.festivals import festival_day, festivals
from calendar_app.normaliser.times.calendars.holidays import Holiday, holiday, is_workday
from calendar_app.normaliser.times.periods import day_period, month_period
from calendar_app.normaliser.times.statements import (
    ON_ANCHOR,
    ON_TENSE,
    ON_WORDS,
    Leaning,
    Period,
    Piece,
    Setting,
    Tense,
)

DAY = timedelta(1)
WEEK = timedelta(7)

NO_SINGLE_DAY = Grain.TEN_DAYS
"""What is no single day, so that no clock time and no list of days is joined to it."""

OFFICIAL = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
"""The festivals with days off."""

PAIRS = (("元旦", "春节"), ("中秋节", "国庆节"))
"""What 双节 can mean."""

SOON = timedelta(45)
"""How long before a festival something is already done in its honour."""


def days_off_of(names: tuple[str, ...], year: int) -> Holiday | None:
    """Give the days off from the first to the last of the festivals of a year; None beyond the almanac."""
    spans = [holiday(festivals()[name], year) for name in names]
    known = [span for span in spans if span is not None]
    if len(known) < len(spans):
        return None
    estimated = any(span.estimated for span in known)
    return Holiday(min(span.first for span in known), max(span.last for span in known), estimated)


def first_day(names: tuple[str, ...], year: int) -> date | None:
    """Give the earliest of the festivals' own days in a year."""
    days = [festival_day(festivals()[name], year) for name in names]
    return min((day for day in days if day is not None), default=None)


def span_period(span: Holiday, first: int = 1, last: int = -1) -> Period | None:
    """Give the days off from the `first` to the `last` (1 the first, -1 the last) as a period; None if too few."""
    length = (span.last - span.first).days + 1
    begin, end = (index - 1 if index > 0 else length + index for index in (first, last))
    if not 0 <= begin <= end < length:
        return None
    implied = ("holiday",) if span.estimated else ()
    notes = (f"official holiday of {span.first.year} unknown, estimated",) if span.estimated else ()
    form = Form.DAY if begin == end else Form.SPAN
    return Period(span.first + begin * DAY, span.first + end * DAY, form=form, implied=implied, notes=notes)


def window(first: date, last: date, setting: Setting, *, told_is_done: bool = False) -> Period:
    """Give a window, cut off at publication in what is told as done and never beginning before it in the future.

    What is told as done before a festival that is still some weeks off (喜迎“五一” on 15 April) is of the last week.
    """
    today = setting.anchor.day
    done = setting.tense.past or (told_is_done and setting.tense is Tense.TOLD)
    if done and first <= today < last:
        last = today
    elif setting.tense.past and timedelta(0) < first - today <= SOON:
        first, last = today - WEEK, today
    elif setting.tense is Tense.FUTURE and first < today <= last:
        first = today
    return Period(first, last, form=Form.WINDOW)


class FestivalDay(Piece, frozen=True):
    """A festival's own day, or one some days from it."""

    name: str
    by: int = 0
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)

    @property
    def gives(self) -> Grain:
        """Give a day, or the month of what is kept all month long."""
        return Grain.MONTH if festivals()[self.name].month else Grain.DAY

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take its day of the outer year."""
        festival = festivals()[self.name]
        if festival.month:
            return month_period(outer.start.year, festival.month)
        day = festival_day(festival, outer.start.year)
        return day_period(day + self.by * DAY) if day else None


class DaysOff(Piece, frozen=True):
    """The days off around festivals, or some of them: 五一假期, 国庆假期第三天 (3, 3), 春节假期最后一天 (-1, -1)."""

    names: tuple[str, ...]
    first: int = 1
    last: int = -1
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)

    @property
    def gives(self) -> Grain:
        """Give a day where one of them is meant, else some of them together."""
        return Grain.DAY if self.first == self.last else NO_SINGLE_DAY

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take them in the outer year."""
        span = days_off_of(self.names, outer.start.year)
        return span_period(span, self.first, self.last) if span else None


class BeforeFestival(Piece, frozen=True):
    """H前夕, H来临之际: one unknown day of the week before the festival; H前三天: of the three days."""

    names: tuple[str, ...]
    days: int = 7
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)
    gives: ClassVar[Grain] = NO_SINGLE_DAY
    leans_on: ClassVar[frozenset[Leaning]] = ON_TENSE

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Open the window before its day in the outer year."""
        day = first_day(self.names, outer.start.year)
        return window(day - self.days * DAY, day - DAY, setting, told_is_done=True) if day else None


class AroundFestival(Piece, frozen=True):
    """H前后: one unknown day from a week before the festival to a week after it."""

    names: tuple[str, ...]
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)
    gives: ClassVar[Grain] = NO_SINGLE_DAY
    leans_on: ClassVar[frozenset[Leaning]] = ON_TENSE

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Open the window around its day in the outer year; told before that day, it goes on beyond publication."""
        day = first_day(self.names, outer.start.year)
        if day is None:
            return None
        if setting.tense.past and setting.anchor.day < day:
            return Period(day - WEEK, day + WEEK, form=Form.WINDOW)
        return window(day - WEEK, day + WEEK, setting)


class AfterFestival(Piece, frozen=True):
    """H后: one unknown day of the week after its days off, or the first working day (`workday`).

    `weekdays`, 1 Monday to 7 Sunday, are those of which it is the first, or one of the first (H后第一个周末).
    """

    names: tuple[str, ...]
    workday: bool = False
    weekdays: tuple[int, ...] = ()
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)
    leans_on: ClassVar[frozenset[Leaning]] = ON_TENSE

    @property
    def gives(self) -> Grain:
        """Give one day where it is told which, else some days together."""
        return Grain.DAY if self.workday or self.weekdays else NO_SINGLE_DAY

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Open the window after its days off in the outer year."""
        span = days_off_of(self.names, outer.start.year)
        return after(span, setting, workday=self.workday, weekdays=self.weekdays) if span else None


def after(span: Holiday, setting: Setting, *, workday: bool, weekdays: tuple[int, ...]) -> Period:
    """Give the week after days off as a window, or the first of these weekdays, or the first working day."""
    if weekdays:
        first = span.last + timedelta((weekdays[0] - span.last.isoweekday() - 1) % 7 + 1)
        last = first + timedelta(weekdays[-1] - weekdays[0])
        return Period(first, last, form=Form.WINDOW) if last > first else day_period(first)
    if not workday:
        return window(span.last + DAY, span.last + WEEK, setting)
    day = span.last + DAY
    while not is_workday(day):
        day += DAY
    return day_period(day)


class Side(Enum):
    """Which days of a holiday are meant."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    FIRST_WORKDAY = "first workday"


class TheHoliday(Piece, frozen=True):
    """节前, 节日期间, 假期首日, 双节期间: a holiday without its name, the one that the text named or the nearest.

    `weekdays`, 1 Monday to 7 Sunday, are those behind it of which the first is meant (节后首个周末).
    """

    side: Side
    first: int = 1
    last: int = -1
    pair: bool = False
    weekdays: tuple[int, ...] = ()
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_TENSE | ON_WORDS

    @property
    def gives(self) -> Grain:
        """Give a day where one is meant, else some of them together."""
        one = self.side is Side.FIRST_WORKDAY or self.weekdays or (self.side is Side.DURING and self.first == self.last)
        return Grain.DAY if one else NO_SINGLE_DAY

    def named(self, setting: Setting) -> Period | None:
        """Lean on the last day named."""
        return setting.last

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Find the holiday, then its days or the window beside them."""
        last = self.named(setting)
        here = last.start if last else setting.anchor.day
        span = nearest_holiday(here, PAIRS if self.pair else tuple((name,) for name in OFFICIAL))
        if span is None:
            return None
        if self.side is Side.BEFORE:
            return window(span.first - WEEK, span.first - DAY, setting, told_is_done=True)
        if self.side is Side.DURING:
            return span_period(span, self.first, self.last)
        return after(span, setting, workday=self.side is Side.FIRST_WORKDAY, weekdays=self.weekdays)


def nearest_holiday(day: date, choices: tuple[tuple[str, ...], ...]) -> Holiday | None:
    """Give the days off nearest to a day; None beyond the almanac."""
    years = (day.year - 1, day.year, day.year + 1)
    spans = [span for names in choices for year in years if (span := days_off_of(names, year))]
    return min(spans, key=lambda span: _distance(span, day), default=None)


def _distance(span: Holiday, day: date) -> timedelta:
    return max(span.first - day, day - span.last, timedelta(0))
