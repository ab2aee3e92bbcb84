"""The pieces that chains are made of: years, months, weeks, days, their parts, and the words that lean on something."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import ClassVar

from calendar_app.model import BEIJING_TIME, Form, Grain
from calendar_app.normaliser.times.shapes import century
from calendar_app.normaliser.times.statements import Period, Setting, Tense

DAY = timedelta(days=1)


@lru_cache(4096)
def day_period(day: date) -> Period:
    """Give the period of one day."""
    return Period(day, day)


@lru_cache(512)
def year_period(year: int) -> Period | None:
    """Give the period of a year; None outside the calendar's years."""
    if not 1 <= year <= 9999:
        return None
    return Period(date(year, 1, 1), date(year, 12, 31), Grain.YEAR, Form.COARSE, f"{year:04d}")


def years_period(first: int, last: int) -> Period | None:
    """Give the period of some years running."""
    begins, ends = year_period(first), year_period(last)
    if begins is None or ends is None:
        return None
    return Period(begins.start, ends.end, Grain.YEAR, Form.COARSE, f"{begins.code}/{ends.code}")


@lru_cache(1024)
def month_period(year: int, month: int) -> Period | None:
    """Give the period of a month, counting on over the ends of the year: month 13 is next January."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    end = date(year, month, monthrange(year, month)[1])
    return Period(end.replace(day=1), end, Grain.MONTH, Form.COARSE, f"{year:04d}-{month:02d}")


def week_period(day: date) -> Period | None:
    """Give the week, Monday to Sunday, that a day is in: one unknown day of it."""
    monday = shifted(day, -day.weekday())
    sunday = monday and shifted(monday, 6)
    return Period(monday, sunday, Grain.WEEK, Form.WINDOW) if monday and sunday else None


def shifted(day: date, days: int) -> date | None:
    """Move a day; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_on(day: date, months: int) -> date | None:
    """Move a day by months, to the month's last day where it has no such day."""
    month = month_period(day.year, day.month + months)
    return month and month.start.replace(day=min(day.day, month.end.day))


class MayJoin:
    """A piece that stands by itself, but inside a coarser period when one of the grains in `joins` is before it."""

    __slots__ = ()
    joins: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)


class MustJoin:
    """A piece that says nothing by itself (第二周): without a coarser period before it, it is no time."""

    __slots__ = ()


# ---------------------------------------------------------------- years and what divides them


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number."""

    number: int
    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.YEAR
    leans: ClassVar[bool] = False

    def narrow(self, _outer: Period, _setting: Setting) -> Period | None:
        """Give the year."""
        return year_period(self.number)


@dataclass(frozen=True, slots=True)
class ShortYear:
    """A year by its last two digits."""

    number: int
    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.YEAR
    leans: ClassVar[bool] = False

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Complete the century from the anchor's year."""
        return year_period(century(self.number, setting.anchor.day))


@dataclass(frozen=True, slots=True)
class ShiftedYear:
    """今年 (0), 去年 (-1): a year by its distance from the anchor's."""

    by: int
    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.YEAR
    leans: ClassVar[bool] = True

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count from the anchor's year."""
        return year_period(setting.anchor.day.year + self.by)


@dataclass(frozen=True, slots=True)
class Decade:
    """A century by its first year, or a decade of it."""

    century: int
    decade: int | None = None
    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.YEAR
    leans: ClassVar[bool] = False

    def narrow(self, _outer: Period, _setting: Setting) -> Period | None:
        """Give its years."""
        first = self.century + (self.decade or 0)
        return years_period(first, first + (99 if self.decade is None else 9))


@dataclass(frozen=True, slots=True)
class Plan:
    """A five-year plan by its number: the tenth began in 2001."""

    number: int
    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.YEAR
    leans: ClassVar[bool] = False

    def narrow(self, _outer: Period, _setting: Setting) -> Period | None:
        """Give its years."""
        first = 2001 + 5 * (self.number - 10)
        return years_period(first, first + 4)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some months of a year under a name of their own: 上半年 (EDTF 40), 春季 (21), 年底, 暑假.

    `code` follows the year in EDTF; without one it is a window, or the two months in EDTF where `coarse`.
    """

    first_month: int
    last_month: int
    grain: Grain = Grain.SEASON
    code: str = ""
    coarse: bool = False
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)
    leans: ClassVar[bool] = False

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


@dataclass(frozen=True, slots=True)
class ShiftedStretch:
    """本季度, 上个季度: a quarter by its distance from the anchor's."""

    by: int
    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.SEASON
    leans: ClassVar[bool] = True

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count quarters from the anchor's."""
        day = setting.anchor.day
        quarter = day.year * 4 + (day.month - 1) // 3 + self.by
        year, index = divmod(quarter, 4)
        outer = year_period(year)
        return outer and Stretch(index * 3 + 1, index * 3 + 3, code=str(33 + index)).narrow(outer, setting)


# ---------------------------------------------------------------- months and what divides them


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its number."""

    number: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)
    gives: ClassVar[Grain] = Grain.MONTH
    leans: ClassVar[bool] = False

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take the month of the outer year."""
        return month_period(outer.start.year, self.number) if 1 <= self.number <= 12 else None


@dataclass(frozen=True, slots=True)
class ShiftedMonth(MayJoin):
    """本月 (0), 下个月 (1): a month by its distance from the anchor's; after a year (去年本月) that year's."""

    by: int
    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.MONTH
    leans: ClassVar[bool] = True

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Count from the anchor's month."""
        year = outer.start.year if outer.grain is Grain.YEAR else setting.anchor.day.year
        return month_period(year, setting.anchor.day.month + self.by)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month by its number."""

    number: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.MONTH,)
    gives: ClassVar[Grain] = Grain.DAY
    leans: ClassVar[bool] = False

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take the day of the outer month, when it has one."""
        return day_period(outer.start.replace(day=self.number)) if 1 <= self.number <= outer.end.day else None


@dataclass(frozen=True, slots=True)
class PartOfMonth:
    """上旬, 月底 and the like: from a day of the month to another one; 31 is its last."""

    first_day: int
    last_day: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.MONTH,)
    gives: ClassVar[Grain] = Grain.TEN_DAYS
    leans: ClassVar[bool] = False

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take those days of the outer month, as a window."""
        last = outer.end if self.last_day == 31 else outer.start.replace(day=self.last_day)
        return Period(outer.start.replace(day=self.first_day), last, Grain.TEN_DAYS, Form.WINDOW)


# ---------------------------------------------------------------- weeks and their days


@dataclass(frozen=True, slots=True)
class ShiftedWeek:
    """本周 (0), 上周 (-1): a week, Monday to Sunday, by its distance from the anchor's."""

    by: int
    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.WEEK
    leans: ClassVar[bool] = True

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count from the anchor's week."""
        day = shifted(setting.anchor.day, 7 * self.by)
        return day and week_period(day)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 Monday to 7 Sunday."""

    number: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.WEEK,)
    gives: ClassVar[Grain] = Grain.DAY
    leans: ClassVar[bool] = False

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take the day of the outer week."""
        return day_period(outer.start + (self.number - 1) * DAY)


@dataclass(frozen=True, slots=True)
class DaysOfWeek:
    """周末: some days of the week running, one of which is meant."""

    first: int
    last: int
    needs: ClassVar[tuple[Grain, ...]] = (Grain.WEEK,)
    gives: ClassVar[Grain] = Grain.DAY
    leans: ClassVar[bool] = False

    def narrow(self, outer: Period, _setting: Setting) -> Period | None:
        """Take those days of the outer week, as a window."""
        first, last = outer.start + (self.first - 1) * DAY, outer.start + (self.last - 1) * DAY
        return Period(first, last, Grain.DAY, Form.WINDOW)


# ---------------------------------------------------------------- days by distance


@dataclass(frozen=True, slots=True)
class ShiftedDay:
    """今天 (0), 昨天 (-1): a day by its distance from the anchor."""

    by: int
    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.DAY
    leans: ClassVar[bool] = True

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count from the anchor."""
        day = shifted(setting.anchor.day, self.by)
        return day and day_period(day)


@dataclass(frozen=True, slots=True)
class Around:
    """近日 and its kin: one unknown day before the anchor or, told in the future tense, after it."""

    back: int
    ahead: int
    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.DAY
    leans: ClassVar[bool] = True

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Open the window on the side that the tense tells."""
        day = setting.anchor.day
        if self.ahead and (setting.tense is Tense.FUTURE or not self.back):
            last = shifted(day, self.ahead)
            return last and Period(day, last, Grain.DAY, Form.WINDOW)
        first = shifted(day, -self.back)
        return first and Period(first, day, Grain.DAY, Form.WINDOW)


@dataclass(frozen=True, slots=True)
class Again:
    """当天 (0), 次日 (1), 当月, 次年: counted from the last day that the text named, else from the anchor.

    `only` tells that without a day named it says nothing (第二天).
    """

    by: int
    unit: Grain = Grain.DAY
    only: bool = False
    needs: ClassVar[tuple[Grain, ...]] = ()
    leans: ClassVar[bool] = True

    @property
    def gives(self) -> Grain:
        """Give the grain of its unit."""
        return self.unit

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count from the last day named."""
        day = setting.last.start if setting.last else setting.anchor.day
        if self.unit is Grain.YEAR:
            return year_period(day.year + self.by)
        if self.unit is Grain.MONTH:
            return month_period(day.year, day.month + self.by)
        moved = shifted(day, self.by)
        return moved and day_period(moved)


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """期间, 活动期间: the span that the text named last."""

    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.DAY
    leans: ClassVar[bool] = True

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Give the last span again."""
        named = setting.span or setting.last
        return named and replace(named, form=Form.SPAN, grain=Grain.DAY, code="", notes=())


@dataclass(frozen=True, slots=True)
class EdgeDay:
    """首日, 最后一天: an edge of the span that the text named last."""

    last: bool
    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.DAY
    leans: ClassVar[bool] = True

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Take the first or the last day."""
        return setting.span and day_period(setting.span.end if self.last else setting.span.start)


@dataclass(frozen=True, slots=True)
class Now:
    """现在: the anchor's moment, or its day where no clock is known."""

    needs: ClassVar[tuple[Grain, ...]] = ()
    gives: ClassVar[Grain] = Grain.DAY
    leans: ClassVar[bool] = True

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Give the anchor."""
        anchor = setting.anchor
        if anchor.clock is None:
            return day_period(anchor.day)
        moment = datetime.combine(anchor.day, anchor.clock, BEIJING_TIME)
        return Period(anchor.day, anchor.day, Grain.SECOND, Form.MOMENT, moment=moment)


