"""Official holidays: the days off around a festival, and make-up working days.

For the years that `chinese_calendar` knows these are facts (the State Council's yearly notices); for other years the
span is estimated from the rules then in force, and says so. The library is loaded when the first holiday is asked for.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

from msgspec import Struct

from calendar_app.normaliser.times.calendars.festivals import Festival, festival_day, festivals
from calendar_app.normaliser.times.periods import month_end

_DAY = timedelta(1)

_LONG_HOLIDAYS = {
    # rule: (in force since, days off before the festival, days off after it), the latest first
    "spring": ((2025, 1, 6), (2000, 0, 6), (1949, 0, 2)),
    "labour": ((2020, 0, 4), (2000, 0, 6), (1949, 0, 0)),
    "national": ((1999, 0, 6), (1949, 0, 1)),
}
"""Sources: 《全国年节及纪念日放假办法》 of 1949, 1999 and 2024, and the notices that apply it."""

_ONE_DAY_HOLIDAYS = {"new-year": 1949, "qingming": 2008, "dragon-boat": 2008, "mid-autumn": 2008}
"""The year since which a festival has one day off."""

_WITH_THE_WEEKEND = ((2, 0), (2, 0), (0, 0), (0, 2), (0, 2), (0, 2), (1, 1))
"""Days off before and after a festival with one day off, by its weekday from Monday: three days, a Wednesday alone."""

_WEEKENDS_SINCE = 2008
"""Since when a day off is joined to a weekend."""


class Holiday(Struct, frozen=True):
    """The first and last day off, inclusive; `estimated` when no official notice of that year is known."""

    first: date
    last: date
    estimated: bool = False

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@cache
def known_years() -> range:
    """Give the years whose holidays are known for certain."""
    from chinese_calendar.constants import holidays  # noqa: PLC0415 - loaded only when a text has a holiday

    return range(min(holidays).year, max(holidays).year + 1)


@lru_cache(maxsize=512)
def holiday(festival: Festival, year: int) -> Holiday | None:
    """Give the days off around a festival, its day (or month) alone when it has none; None beyond the almanac.

    Make-up working days are left out and weekends that touch the official days are in: 五一 of 2023 is
    2023-04-29..2023-05-03. A joint holiday (中秋 and 国庆 of 2023) is one span for both festivals.
    """
    day = festival_day(festival, year)
    if day is None:
        return None
    if festival.month:
        return Holiday(day, month_end(year, festival.month))
    if not festival.days_off:
        return Holiday(day, day)
    return _official(day) if year in known_years() else _estimated(festival.days_off, day)


def is_workday(day: date) -> bool:
    """Tell whether offices work: Monday to Friday without official holidays, and make-up days.

    For years that are not known, make-up days are not either.
    """
    if day.year in known_years():
        from chinese_calendar import is_workday as works  # noqa: PLC0415 - loaded only when a text needs it

        return bool(works(day))
    return day.weekday() < 5 and not any(day in span for span in _holidays_of(day.year))


def make_up_days(span: Holiday) -> tuple[date, ...]:
    """Give the Saturdays and Sundays near a holiday that are worked for it; none when they are not known."""
    length = (span.last - span.first).days
    near = (span.first + timedelta(days) for days in range(-10, length + 11))
    return tuple(day for day in near if day.weekday() > 4 and day.year in known_years() and is_workday(day))


def _official(day: date) -> Holiday:
    from chinese_calendar import get_holiday_detail  # noqa: PLC0415 - loaded only when a text has a holiday

    has_day_off, name = get_holiday_detail(day)
    first = last = day
    if has_day_off and name is not None:
        while _is_off(first - _DAY):
            first -= _DAY
        while _is_off(last + _DAY):
            last += _DAY
    return Holiday(first, last)


def _is_off(day: date) -> bool:
    return day.year in known_years() and not is_workday(day)


def _estimated(rule: str, day: date) -> Holiday:
    joint = _joint_holiday(day.year) if rule in {"mid-autumn", "national"} else None
    if joint is not None:
        return joint
    before, after = 0, 0
    if rule in _LONG_HOLIDAYS:
        before, after = next(((b, a) for since, b, a in _LONG_HOLIDAYS[rule] if day.year >= since), (0, 0))
    elif day.year >= max(_WEEKENDS_SINCE, _ONE_DAY_HOLIDAYS[rule]):
        before, after = _WITH_THE_WEEKEND[day.weekday()]
    return Holiday(day - timedelta(before), day + timedelta(after), estimated=True)


def _joint_holiday(year: int) -> Holiday | None:
    """Estimate the eight days off of 中秋 and 国庆 together, in a year when they nearly touch."""
    autumn = festival_day(festivals()["中秋节"], year)
    if year < _WEEKENDS_SINCE or autumn is None or not date(year, 9, 29) <= autumn <= date(year, 10, 8):
        return None
    first = min(autumn, date(year, 10, 1))
    return Holiday(first, first + timedelta(7), estimated=True)


@lru_cache(maxsize=64)
def _holidays_of(year: int) -> tuple[Holiday, ...]:
    with_days_off = {each.days_off: each for each in festivals().values() if each.days_off}
    spans = (holiday(festival, year) for festival in with_days_off.values())
    return tuple(span for span in spans if span is not None)
