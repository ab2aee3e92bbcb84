"""The pieces of the almanac: lunar dates and months, years by their place in a cycle, the dog days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from msgspec.structs import replace

from calendar_app.model import Form, Grain
from calendar_app.normaliser.times.calendars.lunar import dog_days, lunar_day, lunar_month, lunar_months
from calendar_app.normaliser.times.periods import day_period, year_period
from calendar_app.normaliser.times.statements import ON_ANCHOR, ON_TENSE, ON_WORDS, Leaning, Period, Piece, Setting

CYCLE_BEGAN = 4
"""The year 4 was a 甲子 year and a year of the rat."""


class LunarDate(Piece, frozen=True):
    """A day of a lunar month; the outer year is the lunar year, whose twelfth month ends in the next solar one."""

    month: int
    day: int
    leap: bool = False
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Find its solar day."""
        day = lunar_day(outer.start.year, self.month, self.day, leap=self.leap)
        return day_period(day) if day else None


class LunarMonth(Piece, frozen=True):
    """A lunar month as a span of solar days; a part of it (正月底), from a day to another one, as a window."""

    month: int
    leap: bool = False
    first: int = 1
    last: int = 30
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)
    gives: ClassVar[Grain] = Grain.MONTH

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Find its solar days."""
        span = lunar_month(outer.start.year, self.month, leap=self.leap)
        if span is None:
            return None
        if (self.first, self.last) == (1, 30):
            return Period(*span, Grain.MONTH, Form.SPAN)
        first, last = (span[0] + timedelta(day - 1) for day in (self.first, self.last))
        return Period(first, min(last, span[1]), Grain.TEN_DAYS, Form.WINDOW)


class NextLunarDay(Piece, frozen=True):
    """初五 in 除夕至初五: the first such day of a lunar month from the anchor on."""

    day: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count on from the day that the range began on."""
        since = setting.anchor.day
        months = [span for year in (since.year - 1, since.year) for span in lunar_months(year).values()]
        days = [first + timedelta(self.day - 1) for first, last in months if self.day <= (last - first).days + 1]
        day = min((day for day in days if day >= since), default=None)
        return day_period(day) if day else None


class LaterLunarDay(Piece, frozen=True):
    """初六 in 除夕闭馆，初六开馆: the first such day from the lunar date that the text named last."""

    day: int
    only: ClassVar[bool] = True
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_WORDS

    def named(self, setting: Setting) -> Period | None:
        """Lean on the last lunar date."""
        return setting.lunar

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Count on from it."""
        since = self.named(setting)
        anchor = replace(setting.anchor, day=since.start) if since else setting.anchor
        return NextLunarDay(self.day).narrow(outer, setting._replace(anchor=anchor))


class CycleYear(Piece, frozen=True):
    """兔年, 癸卯年: a year by its place in a cycle of 12 or 60; the nearest, or as the tense tells."""

    place: int
    cycle: int
    gives: ClassVar[Grain] = Grain.YEAR
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_TENSE

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Find the year of the cycle that is nearest to the anchor's; a lunar year begins after the solar one."""
        year = setting.anchor.day.year
        ahead = (self.place - (year - CYCLE_BEGAN)) % self.cycle
        past = setting.tense.past and ahead > 1
        return year_period(year + ahead - (self.cycle if past or ahead > self.cycle // 2 else 0))


class DogDays(Piece, frozen=True):
    """入伏, 中伏, 末伏, 出伏 as days (0, 1, 2, 3), the whole of 三伏 as a span (None)."""

    stage: int | None
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Find them in the outer year."""
        days = dog_days(outer.start.year)
        if days is None:
            return None
        if self.stage is None:
            return Period(days[0], days[3], form=Form.SPAN)
        begins: tuple[date, ...] = (*days[:3], days[3] + timedelta(1))
        return day_period(begins[self.stage])
