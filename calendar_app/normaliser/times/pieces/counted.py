"""The pieces that count through a period: its second Sunday, its third week, its first months, its last days."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import ClassVar

from calendar_app.model import BEIJING_TIME, Form, Grain
from calendar_app.normaliser.times.periods import (
    CLOCK_UNITS,
    MONTHS_IN,
    day_period,
    month_period,
    shifted,
    week_period,
    year_period,
)
from calendar_app.normaliser.times.pieces.plain import MayJoin, MustJoin
from calendar_app.normaliser.times.statements import ON_ANCHOR, ON_TENSE, ON_WORDS, Leaning, Period, Piece, Setting


class NthWeekday(Piece, frozen=True):
    """The nth Monday of a month or a year; -1 is its last, -2 the last but one."""

    nth: int
    weekday: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.MONTH, Grain.YEAR)

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Count through the outer month."""
        if self.nth < 0:
            day = shifted(outer.end, -((outer.end.isoweekday() - self.weekday) % 7 - 7 * (self.nth + 1)))
            return day_period(day) if day and day >= outer.start else None
        first = outer.start + timedelta((self.weekday - outer.start.isoweekday()) % 7 + 7 * (self.nth - 1))
        return day_period(first) if first <= outer.end else None


class NthWeekend(MustJoin, frozen=True):
    """The nth weekend of a month or a year, by its Saturday; -1 is its last."""

    nth: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.MONTH, Grain.YEAR)
    names_day: ClassVar[bool] = False
    leans_on: ClassVar[frozenset[Leaning]] = ON_TENSE

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Take the Saturday and the day after it, as a window."""
        saturday = NthWeekday(self.nth, 6).narrow(outer, setting)
        sunday = saturday and shifted(saturday.start, 1)
        return Period(saturday.start, sunday, Grain.DAY, Form.WINDOW) if saturday and sunday else None


class Nth(MustJoin, frozen=True):
    """The nth day, week, month or quarter of an outer period; weeks from its first Monday; -2: its last day but one."""

    nth: int
    unit: Grain
    needs: ClassVar[tuple[Grain, ...]] = (Grain.MONTH, Grain.YEAR)
    leans_on: ClassVar[frozenset[Leaning]] = ON_TENSE

    @property
    def gives(self) -> Grain:
        """Give the grain of its unit."""
        return self.unit

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Count through the outer period."""
        if self.unit in MONTHS_IN:
            found = month_period(outer.start.year, outer.start.month + self.nth - 1)
        elif self.unit is Grain.WEEK:
            monday = shifted(outer.start, -outer.start.weekday() % 7 + 7 * (self.nth - 1))
            found = week_period(monday) if monday else None
        else:
            day = shifted(outer.end, self.nth + 1) if self.nth < 0 else shifted(outer.start, self.nth - 1)
            found = day_period(day) if day else None
        return found if found and outer.start <= found.end and found.start <= outer.end else None


def _units(outer: Period, count: int, unit: Grain, *, from_end: bool) -> tuple[date, date] | None:
    if unit in MONTHS_IN:
        months = count * MONTHS_IN[unit]
        first = (
            month_period(outer.end.year, outer.end.month - months + 1)
            if from_end
            else month_period(outer.start.year, outer.start.month)
        )
        last = first and month_period(first.start.year, first.start.month + months - 1)
        return (first.start, last.end) if first and last else None
    if unit is Grain.WEEK:
        sunday = shifted(outer.end, -(outer.end.isoweekday() % 7))
        monday = shifted(outer.start, -outer.start.weekday() % 7)
        start = sunday and shifted(sunday, 1 - 7 * count) if from_end else monday
        end = start and shifted(start, 7 * count - 1)
        return (start, end) if start and end else None
    start = shifted(outer.end, 1 - count) if from_end else outer.start
    end = outer.end if from_end else shifted(outer.start, count - 1)
    return (start, end) if start and end else None


def _span(start: date, end: date, unit: Grain) -> Period:
    """Give a span; one of whole months or years is coarse."""
    if unit is Grain.YEAR:
        code = f"{start.year:04d}" if start.year == end.year else f"{start.year:04d}/{end.year:04d}"
        return Period(start, end, unit, Form.COARSE, code)
    if unit in MONTHS_IN:
        first, last = (f"{day.year:04d}-{day.month:02d}" for day in (start, end))
        return Period(start, end, Grain.MONTH, Form.COARSE, first if first == last else f"{first}/{last}")
    return Period(start, end, Grain.DAY if unit is Grain.DAY else unit, Form.SPAN if start != end else Form.DAY)


class Neighbours(MayJoin, frozen=True):
    """Whole units: the first or last few of a period before them (今年前三个月), else those next to the anchor's own.

    前三季度, and 前三个月 once those months are over, are the beginning of the anchor's year even by themselves.
    `inside` is false for 上两周 and 下三个月, which are never part of what stands before them.
    """

    count: int
    unit: Grain
    backward: bool
    inside: bool = True
    joins: ClassVar[tuple[Grain, ...]] = (Grain.MONTH, Grain.YEAR, Grain.WEEK)
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_TENSE | ON_WORDS

    @property
    def gives(self) -> Grain:
        """Give the grain of its unit."""
        return self.unit

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Take them from the side that is told."""
        if self.inside and outer.grain in self.joins:
            return self._edge(outer)
        if named := self.named(setting):
            return self._edge(named)
        if self.unit in CLOCK_UNITS:
            return self._clocked(setting)
        day = setting.anchor.day
        begun = self.inside and self.backward and self.unit in {Grain.MONTH, Grain.SEASON}
        if begun and (self.unit is Grain.SEASON or self.count < day.month):
            year = year_period(day.year)
            return year and self._edge(year)
        own = {
            Grain.YEAR: year_period(day.year),
            Grain.SEASON: month_period(day.year, (day.month - 1) // 3 * 3 + (1 if self.backward else 3)),
            Grain.MONTH: month_period(day.year, day.month),
            Grain.WEEK: week_period(day),
        }.get(self.unit, day_period(day))
        edge = own and (shifted(own.start, -1) if self.backward else shifted(own.end, 1))
        days = edge and _units(Period(edge, edge), self.count, self.unit, from_end=self.backward)
        return _span(*days, self.unit) if days else None

    def named(self, setting: Setting) -> Period | None:
        """Lean on more days that were named close before: 3日至5日为开放日，前两天免费."""
        here, span = setting.here or setting.near, setting.span
        if here and span and here.form is not Form.SPAN and span.start <= here.start and here.end <= span.end:
            here = span
        if here is None or not self.inside or self.unit is not Grain.DAY:
            return None
        if here.form is Form.OPEN and self.backward:
            last = shifted(here.start, self.count - 1)
            return Period(here.start, last) if last else None
        return here if here.form is Form.SPAN and self.count <= (here.end - here.start).days else None

    def _clocked(self, setting: Setting) -> Period | None:
        """Count whole hours, minutes or seconds from the last that began, or the next; without a clock, the day."""
        anchor = setting.anchor
        if anchor.clock is None:
            return day_period(anchor.day)
        seconds = CLOCK_UNITS[self.unit]
        now = datetime.combine(anchor.day, anchor.clock, BEIJING_TIME)
        whole = timedelta(seconds=seconds)
        edge = now - timedelta(
            seconds=(now.hour * 3600 + now.minute * 60 + now.second) % seconds, microseconds=now.microsecond
        )
        try:
            first, last = (
                (edge - self.count * whole, edge) if self.backward else (edge + whole, edge + (self.count + 1) * whole)
            )
        except OverflowError:
            return None
        return Period(first.date(), last.date(), Grain.MINUTE, Form.MOMENT, moment=first, until=last)

    def _edge(self, outer: Period) -> Period | None:
        return _edge(outer, self.count, self.unit, from_end=not self.backward)


class LastDays(Neighbours, frozen=True):
    """The last few days of a period before it, or of the days that were named close before (最后三天)."""

    @property
    def only(self) -> bool:
        """Say nothing by themselves."""
        return True


class Closing(MustJoin, frozen=True):
    """The last few units of a period before it: 今年最后3周, 本月最后一周."""

    count: int
    unit: Grain
    needs: ClassVar[tuple[Grain, ...]] = (Grain.MONTH, Grain.YEAR, Grain.WEEK)
    leans_on: ClassVar[frozenset[Leaning]] = ON_TENSE

    @property
    def gives(self) -> Grain:
        """Give the grain of its unit."""
        return self.unit

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Count back from its end."""
        return _edge(outer, self.count, self.unit, from_end=True)


def _edge(outer: Period, count: int, unit: Grain, *, from_end: bool) -> Period | None:
    """Give the first or the last few units of a period, when it has so many."""
    days = _units(outer, count, unit, from_end=from_end)
    if days is None or days[0] < outer.start or (days[1] > outer.end and unit is not Grain.WEEK):
        return None
    if unit is Grain.WEEK and count == 1:
        return Period(*days, unit, Form.WINDOW)
    return _span(*days, unit)
