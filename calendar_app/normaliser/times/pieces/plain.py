"""The pieces of the calendar that chains are made of: years, months, weeks, days, and what divides them."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from calendar_app.model import Form, Grain
from calendar_app.normaliser.times.periods import day_period, month_period, year_period, years_period
from calendar_app.normaliser.times.shapes import century
from calendar_app.normaliser.times.statements import ON_TENSE, Leaning, Period, Piece, Setting

DAY = timedelta(days=1)
WINTER = 3
SEASONS = ("立春", "立夏", "立秋", "立冬")
"""The solar terms that the seasons of the Chinese calendar begin with."""


class MayJoin(Piece, frozen=True):
    """A piece that stands by itself, but inside a coarser period when one of the grains in `joins` is before it."""

    joins: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)


class MustJoin(Piece, frozen=True):
    """A piece that says nothing by itself (第二周): without a coarser period before it, it is no time."""


# ---------------------------------------------------------------- years and what divides them


class Year(Piece, frozen=True):
    """A year by its number."""

    number: int
    gives: ClassVar[Grain] = Grain.YEAR

    def narrow(self, _outer: Period, _setting: Setting) -> Period | None:
        """Give the year."""
        return year_period(self.number)


class ShortYear(Piece, frozen=True):
    """A year by its last two digits."""

    number: int
    gives: ClassVar[Grain] = Grain.YEAR

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Complete the century from the anchor's year."""
        return year_period(century(self.number, setting.anchor.day))


class Decade(Piece, frozen=True):
    """A century by its first year, or a decade of it, or more of them up to its last one."""

    century: int
    decade: int | None = None
    last: int | None = None
    gives: ClassVar[Grain] = Grain.YEAR

    def narrow(self, _outer: Period, _setting: Setting) -> Period | None:
        """Give its years."""
        first = self.century + (self.decade or 0)
        if self.last is not None:
            return years_period(first, self.century + self.last + 9)
        return years_period(first, first + (99 if self.decade is None else 9))


class Plan(Piece, frozen=True):
    """A five-year plan by its number: the tenth began in 2001."""

    number: int
    gives: ClassVar[Grain] = Grain.YEAR

    def narrow(self, _outer: Period, _setting: Setting) -> Period | None:
        """Give its years."""
        first = 2001 + 5 * (self.number - 10)
        return years_period(first, first + 4)


class Stretch(Piece, frozen=True):
    """Some months of a year under a name of their own: 上半年 (EDTF 40), 春季 (21), 年底, 暑假.

    `code` follows the year in EDTF; without one it is a window, or the two months in EDTF where `coarse`.
    """

    first_month: int
    last_month: int
    grain: Grain = Grain.SEASON
    code: str = ""
    coarse: bool = False
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)
    leans_on: ClassVar[frozenset[Leaning]] = ON_TENSE

    @property
    def gives(self) -> Grain:
        """Give its own grain."""
        return self.grain

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take its months of the outer year; 冬季 reaches into the next."""
        first = month_period(outer.start.year, self.first_month)
        last = month_period(outer.start.year, self.last_month)
        if first is None or last is None:
            return None
        if self.code:
            return Period(first.start, last.end, self.grain, Form.COARSE, f"{outer.start.year:04d}-{self.code}")
        if self.coarse:
            return Period(first.start, last.end, self.grain, Form.COARSE, f"{first.code}/{last.code}")
        return Period(first.start, last.end, self.grain, Form.WINDOW)


class Season(Piece, frozen=True):
    """春夏秋冬 (0 to 3): from the solar term that it begins with to the day before the next season's."""

    place: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)
    gives: ClassVar[Grain] = Grain.SEASON

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Find its days, beyond the almanac its months; winter reaches into the next year."""
        from calendar_app.normaliser.times.calendars.lunar import solar_terms  # noqa: PLC0415 - the almanac loads when asked for

        year, following = outer.start.year, (self.place + 1) % 4
        begins = solar_terms(year).get(SEASONS[self.place])
        ends = solar_terms(year + (following == 0)).get(SEASONS[following])
        code = str(21 + self.place)
        if begins is None or ends is None:
            return Stretch(3 * self.place + 3, 3 * self.place + 5, code=code).narrow(outer, setting)
        return Period(begins, ends - DAY, Grain.SEASON, Form.COARSE, f"{year:04d}-{code}")


# ---------------------------------------------------------------- months and what divides them


class Month(Piece, frozen=True):
    """A month by its number."""

    number: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)
    gives: ClassVar[Grain] = Grain.MONTH

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take the month of the outer year."""
        return month_period(outer.start.year, self.number) if 1 <= self.number <= 12 else None


class Day(Piece, frozen=True):
    """A day of the month by its number."""

    number: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.MONTH,)

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take the day of the outer month, when it has one."""
        return day_period(outer.start.replace(day=self.number)) if 1 <= self.number <= outer.end.day else None


class PartOfMonth(Piece, frozen=True):
    """上旬, 月底 and the like: from a day of the month to another one; 31 is its last."""

    first_day: int
    last_day: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.MONTH,)
    gives: ClassVar[Grain] = Grain.TEN_DAYS
    leans_on: ClassVar[frozenset[Leaning]] = ON_TENSE

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take those days of the outer month, as a window."""
        last = outer.end if self.last_day == 31 else outer.start.replace(day=self.last_day)
        return Period(outer.start.replace(day=self.first_day), last, Grain.TEN_DAYS, Form.WINDOW)


# ---------------------------------------------------------------- weeks and their days


class Weekday(Piece, frozen=True):
    """A day of the week, 1 Monday to 7 Sunday."""

    number: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.WEEK,)

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take the day of the outer week."""
        return day_period(outer.start + (self.number - 1) * DAY)


class WeekdayMark(Weekday, MustJoin, frozen=True):
    """（六）: a weekday that is one only beside a date."""


class DaysOfWeek(Piece, frozen=True):
    """周末: some days of the week running, one of which is meant."""

    first: int
    last: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.WEEK,)
    names_day: ClassVar[bool] = False
    leans_on: ClassVar[frozenset[Leaning]] = ON_TENSE

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take those days of the outer week, as a window."""
        first, last = outer.start + (self.first - 1) * DAY, outer.start + (self.last - 1) * DAY
        return Period(first, last, Grain.DAY, Form.WINDOW)
