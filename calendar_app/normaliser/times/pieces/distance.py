"""The pieces that count from the anchor: three days on, two years ago, the last three months, the next 48 hours."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import ClassVar

from calendar_app.model import BEIJING_TIME, Form, Grain
from calendar_app.normaliser.times.periods import (
    CLOCK_UNITS,
    day_period,
    month_period,
    moved_by,
    shifted,
    week_period,
    year_period,
)
from calendar_app.normaliser.times.statements import (
    ON_ANCHOR,
    ON_TENSE,
    ON_WORDS,
    Leaning,
    Period,
    Piece,
    Setting,
)


class Distance(Piece, frozen=True):
    """三天后, 两年前: as fine as its unit, counted from the anchor, or on from a day named close before."""

    count: int
    unit: Grain
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_TENSE | ON_WORDS

    @property
    def gives(self) -> Grain:
        """Give the grain of its unit."""
        return self.unit

    def named(self, setting: Setting) -> Period | None:
        """Count on from a day named close before (5月10日开幕，三天后闭幕); back, and by the clock, from the anchor."""
        return setting.near if self.count > 0 and self.unit not in CLOCK_UNITS else None

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count on or back."""
        if self.unit in CLOCK_UNITS:
            return _clocked(setting, self.count, self.unit, span=False)
        near = self.named(setting)
        day = near.start if near else setting.anchor.day
        moved = moved_by(day, self.count, self.unit)
        if moved is None:
            return None
        if self.unit is Grain.YEAR:
            return year_period(moved.year)
        if self.unit is Grain.MONTH:
            return month_period(moved.year, moved.month)
        if self.unit is Grain.WEEK:
            return week_period(moved)
        return day_period(moved)


class RoughDistance(Piece, frozen=True):
    """三四天后, 两三年前: one of the days or longer units between two distances."""

    near: Distance
    far: Distance
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_TENSE | ON_WORDS

    @property
    def gives(self) -> Grain:
        """Give the grain of its unit."""
        return self.near.unit

    def named(self, setting: Setting) -> Period | None:
        """Lean on a day named close before."""
        return self.near.named(setting)

    def narrow(self, outer: Period, setting: Setting) -> Period | None:
        """Count both distances."""
        near, far = self.near.narrow(outer, setting), self.far.narrow(outer, setting)
        if near is None or far is None:
            return None
        return Period(min(near.start, far.start), max(near.end, far.end), self.gives, Form.WINDOW)


class Rolling(Piece, frozen=True):
    """未来三天, 近三年, 17天内: from the anchor on, or back to before it."""

    count: int
    unit: Grain
    half: bool = False
    begins_after: bool = False
    either_way: bool = False
    names_day: ClassVar[bool] = False
    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_TENSE

    def narrow(self, _outer: Period, setting: Setting) -> Period | None:
        """Count from the anchor; what can go either way (三天内) goes back in a past narrative."""
        count = -self.count if self.either_way and setting.tense.past else self.count
        if self.unit in CLOCK_UNITS:
            return _clocked(setting, count, self.unit, half=self.half, span=True)
        named = self.named(setting)
        day = named.end if named else setting.anchor.day
        other = moved_by(day, count, self.unit, half=self.half)
        if other is None:
            return None
        near = shifted(day, 1) if self.begins_after and self.unit is Grain.DAY else day
        return Period(min(near, other), max(near, other), Grain.DAY, Form.SPAN) if near else None


class RollingOn(Rolling, frozen=True):
    """此后三天: on from a day named close before, else from the anchor."""

    leans_on: ClassVar[frozenset[Leaning]] = ON_ANCHOR | ON_TENSE | ON_WORDS

    def named(self, setting: Setting) -> Period | None:
        """Lean on a day named close before."""
        return setting.near


def _clocked(setting: Setting, count: int, unit: Grain, *, span: bool, half: bool = False) -> Period | None:
    """Give the instant some hours, minutes or seconds away, or the interval until it; without a clock, the day."""
    anchor = setting.anchor
    seconds = CLOCK_UNITS[unit] * count + (CLOCK_UNITS[unit] // 2 if half else 0) * (-1 if count < 0 else 1)
    now = datetime.combine(anchor.day, anchor.clock or time(12), BEIJING_TIME)
    try:
        then = now + timedelta(seconds=seconds)
    except OverflowError:
        return None
    if anchor.clock is None:
        first, last = min(now, then).date(), max(now, then).date()
        return Period(first, last, form=Form.SPAN) if span else day_period(then.date())
    if span:
        first, last = min(now, then), max(now, then)
        return Period(first.date(), last.date(), Grain.MINUTE, Form.MOMENT, moment=first, until=last)
    return Period(then.date(), then.date(), Grain.SECOND, Form.MOMENT, moment=then)
