"""Days, weeks, months and years as periods, and the arithmetic on them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from calendar_app.model import Form, Grain
from calendar_app.normaliser.times.statements import Period

CLOCK_UNITS = {Grain.HOUR: 3600, Grain.MINUTE: 60, Grain.SECOND: 1}
"""Units of the clock, in seconds."""
MONTHS_IN = {Grain.MONTH: 1, Grain.SEASON: 3, Grain.YEAR: 12}
"""Units of the calendar that are whole months."""


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
    return Period(date(year, month, 1), month_end(year, month), Grain.MONTH, Form.COARSE, f"{year:04d}-{month:02d}")


def month_end(year: int, month: int) -> date:
    """Give the last day of a month; `calendar`, which knows it too, loads the locales and is slow to start."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(1)


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
    return month.start.replace(day=min(day.day, month.end.day)) if month else None


def moved_by(day: date, count: int, unit: Grain, *, half: bool = False) -> date | None:
    """Move a day by units; half a one more is six months of a year, a month and a half are forty-five days."""
    sign = -1 if count < 0 else 1
    if unit is Grain.MONTH and half:
        return shifted(day, 30 * count + 15 * sign)
    if unit in MONTHS_IN:
        return months_on(day, count * MONTHS_IN[unit] + (6 * sign if half else 0))
    return shifted(day, count * (7 if unit is Grain.WEEK else 1) + (3 * sign if half and unit is Grain.WEEK else 0))
