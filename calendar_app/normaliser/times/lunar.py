"""The lunar calendar and the solar terms: lunar months and days, the twenty-four terms, the dog days.

The library that knows them is loaded when a text first asks: most reports name no lunar date.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

SOLAR_TERMS = (
    *("小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至"),
    *("小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至"),
)
"""In the order in which they fall in a solar year, 小寒 in early January."""

FIRST_YEAR, LAST_YEAR = 1850, 2150
"""The years asked of the library: a newspaper names no lunar date outside them."""

_KENG = 6  # 庚, the seventh of the ten heavenly stems
_STEM_OF_ORDINAL_ZERO = 4  # date.fromordinal(n) has stem (n + 4) % 10: 2000-01-07 was a 甲子


@lru_cache(maxsize=256)
def lunar_months(year: int) -> dict[tuple[int, bool], tuple[date, date]]:
    """Give the first and last solar day of each month of a lunar year, by (month, whether it is a leap month).

    The lunar year 2023 begins with the Spring Festival of 2023 and ends in February 2024; empty outside
    `FIRST_YEAR..LAST_YEAR`.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    from lunar_python import LunarYear, Solar  # noqa: PLC0415 - loaded only when a text has a lunar date

    months = {}
    for month in LunarYear.fromYear(year).getMonths():
        if month.getYear() == year:
            first = date.fromisoformat(Solar.fromJulianDay(month.getFirstJulianDay()).toYmd())
            months[abs(month.getMonth()), month.getMonth() < 0] = first, first + timedelta(month.getDayCount() - 1)
    return months


def lunar_month(year: int, month: int, *, leap: bool = False) -> tuple[date, date] | None:
    """Give the first and last solar day of a lunar month; None when the year has no such (leap) month."""
    return lunar_months(year).get((month, leap))


def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """Give the solar day of a lunar one; None when the month has no such day or the year no such leap month."""
    span = lunar_month(year, month, leap=leap)
    if span is None or not 1 <= day <= (span[1] - span[0]).days + 1:
        return None
    return span[0] + timedelta(day - 1)


def lunar_eve(year: int) -> date | None:
    """Give the last day of the lunar year before `year`: the eve of that year's Spring Festival, 29th or 30th."""
    first = lunar_day(year, 1, 1)
    return first and first - timedelta(1)


@lru_cache(maxsize=256)
def solar_terms(year: int) -> dict[str, date]:
    """Give the day of each of the twenty-four solar terms in a solar year; empty outside `FIRST_YEAR..LAST_YEAR`."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    from lunar_python import Lunar  # noqa: PLC0415 - loaded only when a text has a solar term

    # A lunar year's table runs from the winter solstice before it to the spring after; the later solstice has a name
    # of its own there. The first of May lies in the lunar year of its solar year, always.
    table = Lunar.fromYmd(year, 5, 1).getJieQiTable()
    stamps = {name: table["DONG_ZHI" if name == "冬至" else name] for name in SOLAR_TERMS}
    return {name: date.fromisoformat(stamp.toYmd()) for name, stamp in stamps.items()}


def solar_term(name: str, year: int) -> date | None:
    """Give the day of a solar term in a solar year; None when the year is too far away."""
    return solar_terms(year).get(name)


def dog_days(year: int) -> tuple[date, date, date, date] | None:
    """Give the first days of 初伏, 中伏 and 末伏 and the last day of 末伏; None when the year is too far away.

    初伏 begins on the third 庚 day from the summer solstice on, 中伏 on the fourth, 末伏 on the first from the
    beginning of autumn on and lasts ten days.
    """
    solstice, autumn = solar_term("夏至", year), solar_term("立秋", year)
    if solstice is None or autumn is None:
        return None
    first = _next_keng(solstice) + timedelta(20)
    last = _next_keng(autumn)
    return first, first + timedelta(10), last, last + timedelta(9)


def _next_keng(day: date) -> date:
    stem = (day.toordinal() + _STEM_OF_ORDINAL_ZERO) % 10
    return day + timedelta((_KENG - stem) % 10)
