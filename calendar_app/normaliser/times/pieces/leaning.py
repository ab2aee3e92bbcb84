"""The pieces that lean on the anchor (去年, 下周, 昨天, 近日) or on what the text named last (次日, 期间)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from msgspec.structs import replace

from calendar_app.model import BEIJING_TIME, Form, Grain
from calendar_app.normaliser.times.periods import day_period, month_period, months_on, shifted, week_period, year_period
from calendar_app.normaliser.times.pieces.plain import WINTER, MayJoin, Season, Stretch
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


class ShiftedYear(Piece, frozen=True):
    """今年 (0), 去年 (-1): a year by its distance from the anchor's."""

    by: int
    gives: ClassVar[Grain] = Grain.YEAR
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count from the anchor's year."""
        return year_period(setting.anchor.day.year + self.by)


class ShiftedStretch(Piece, frozen=True):
    """本季度, 上个季度: a quarter, or its last month (上季度末), by its distance from the anchor's."""

    by: int
    last_month: bool = False
    gives: ClassVar[Grain] = Grain.SEASON
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count quarters from the anchor's."""
        day = setting.anchor.day
        quarter = day.year * 4 + (day.month - 1) // 3 + self.by
        year, index = divmod(quarter, 4)
        if self.last_month:
            return month_period(year, index * 3 + 3)
        outer = year_period(year)
        return outer and Stretch(index * 3 + 1, index * 3 + 3, code=str(33 + index)).narrow(outer, setting)


class ShiftedSeason(Piece, frozen=True):
    """今春, 去冬: a season (0 to 3) by its year's distance; 今冬 in January is the winter that still lasts."""

    by: int
    place: int
    gives: ClassVar[Grain] = Grain.SEASON
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count from the anchor's year."""
        day = setting.anchor.day
        winter = year_period(day.year - 1) if self.by == 0 and self.place == WINTER else None
        lasting = winter and Season(WINTER).narrow(winter, setting)
        if lasting and day <= lasting.end:
            return lasting
        year = year_period(day.year + self.by)
        return year and Season(self.place).narrow(year, setting)


class ShiftedMonth(MayJoin, frozen=True):
    """本月 (0), 下个月 (1): a month by its distance from the anchor's; after a year (去年本月) that year's."""

    by: int
    gives: ClassVar[Grain] = Grain.MONTH
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Count from the anchor's month."""
        year = outer.start.year if outer.grain is Grain.YEAR else setting.anchor.day.year
        return month_period(year, setting.anchor.day.month + self.by)


class ShiftedWeek(Piece, frozen=True):
    """本周 (0), 上周 (-1): a week, Monday to Sunday, by its distance from the anchor's."""

    by: int
    gives: ClassVar[Grain] = Grain.WEEK
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_TENSE

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count from the anchor's week."""
        day = shifted(setting.anchor.day, 7 * self.by)
        return week_period(day) if day else None


class ShiftedDay(MayJoin, frozen=True):
    """今天 (0), 昨天 (-1): a day by its distance from the anchor; 去年的今天 is that year's."""

    by: int
    joins: ClassVar[tuple[Grain, ...]] = (Grain.YEAR, Grain.MONTH, Grain.WEEK)
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Count from the anchor, or from its day in the outer year, month or week."""
        here = setting.anchor.day
        if outer.grain is Grain.WEEK:
            here = shifted(outer.start, here.weekday()) or here
        elif outer.grain in self.joins:
            months = 12 * (outer.start.year - here.year)
            months += outer.start.month - here.month if outer.grain is Grain.MONTH else 0
            here = months_on(here, months) or here
        day = shifted(here, self.by)
        return day_period(day) if day else None


class Around(Piece, frozen=True):
    """近日 and its kin: one unknown day before the anchor or, told in the future tense, after it."""

    back: int
    ahead: int
    names_day: ClassVar[bool] = False
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_TENSE

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Open the window on the side that the tense tells."""
        day = setting.anchor.day
        if self.ahead and (setting.tense in {Tense.FUTURE, Tense.HINTED} or not self.back):
            last = shifted(day, self.ahead)
            return Period(day, last, Grain.DAY, Form.WINDOW) if last else None
        first = shifted(day, -self.back)
        return Period(first, day, Grain.DAY, Form.WINDOW) if first else None


class Again(Piece, frozen=True):
    """当天 (0), 次日 (1), 当月, 次年: counted from the last day that the text named, else from the anchor.

    `only` tells that without a day named it says nothing (第二天).
    """

    by: int
    unit: Grain = Grain.DAY
    only: bool = False
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_WORDS

    @property
    def gives(self) -> Grain:
        """Give the grain of its unit."""
        return self.unit

    def named(self, setting: Setting) -> Period | None:
        """Lean on the last day named, or on the last month or year."""
        return setting.last if self.unit is Grain.DAY else setting.named

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count from the last day named."""
        named = self.named(setting)
        day = named.start if named else setting.anchor.day
        if self.unit is Grain.YEAR:
            return year_period(day.year + self.by)
        if self.unit is Grain.MONTH:
            return month_period(day.year, day.month + self.by)
        moved = shifted(day, self.by)
        return day_period(moved) if moved else None


class SameDay(Piece, frozen=True):
    """The 同日 of 去年同日: the day named close before, or the anchor's, in another year."""

    needs: ClassVar[tuple[Grain, ...]] = (Grain.YEAR,)
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_WORDS

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Move the day to the outer year."""
        day = setting.near.start if setting.near else setting.anchor.day
        moved = months_on(day, 12 * (outer.start.year - day.year))
        return day_period(moved) if moved else None


class Meanwhile(Piece, frozen=True):
    """期间, 活动期间: the span that the text named last."""

    only: ClassVar[bool] = True
    names_day: ClassVar[bool] = False
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_WORDS

    def named(self, setting: Setting) -> Period | None:
        """Lean on the last span."""
        return setting.span

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Give the last span again."""
        return setting.span and replace(setting.span, form=Form.SPAN, grain=Grain.DAY, code="", notes=(), implied=())


class EdgeDay(Piece, frozen=True):
    """首日, 最后一天, 闭幕前一天 (-1): an edge of the span that the text named last, or so many days from it."""

    last: bool
    by: int = 0
    only: ClassVar[bool] = True
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_WORDS

    def named(self, setting: Setting) -> Period | None:
        """Lean on the last span."""
        return setting.span

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Take the first or the last day."""
        if setting.span is None:
            return None
        day = shifted(setting.span.end if self.last else setting.span.start, self.by)
        return day_period(day) if day else None


class UnderWay(Piece, frozen=True):
    """正在展出: the anchor's day, on which what has begun some day goes on."""

    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Give the anchor's day."""
        return day_period(setting.anchor.day)


class Now(Piece, frozen=True):
    """现在: the anchor's moment, or its day where no clock is known."""

    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Give the anchor."""
        anchor = setting.anchor
        if anchor.clock is None:
            return day_period(anchor.day)
        moment = datetime.combine(anchor.day, anchor.clock, BEIJING_TIME)
        return Period(anchor.day, anchor.day, Grain.SECOND, Form.MOMENT, moment=moment)
