"""The lunar calendar and the solar terms: lunar months and days, the twenty-four terms, the dog days.

They are looked up in `data/lexicon/almanac.csv`, which `build_almanac.py` beside it computes; the table is read when a
text first asks, for most reports name no lunar date.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from calendar_app.resources import folder

SOLAR_TERMS = (
    *("小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至"),
    *("小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至"),
)
"""In the order in which they fall in a solar year, 小寒 in early January."""

FIRST_YEAR, LAST_YEAR = 1850, 2150
"""The years of the almanac: a newspaper names no lunar date outside them."""

_KENG = 6  # 庚, the seventh of the ten heavenly stems
_STEM_OF_ORDINAL_ZERO = 4  # date.fromordinal(n) has stem (n + 4) % 10: 2000-01-07 was a 甲子


class Year(NamedTuple):
    """A row of the almanac; `build_almanac.py` tells what its columns are."""

    number: str
    first_day: str
    leap_month: str
    lengths: str
    terms: str


@lru_cache(maxsize=1)
def _almanac() -> list[str]:
    return (folder("data") / "lexicon" / "almanac.csv").read_text("utf-8").splitlines()


def _year(year: int) -> Year | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Year(*_almanac()[year - FIRST_YEAR + 1].split(","))


@lru_cache(maxsize=256)
def lunar_months(year: int) -> dict[tuple[int, bool], tuple[date, date]]:
    """Give the first and last solar day of each month of a lunar year, by (month, whether it is a leap month).

    The lunar year 2023 begins with the Spring Festival of 2023 and ends in February 2024; empty outside
    `FIRST_YEAR..LAST_YEAR`.
    """
    row = _year(year)
    if row is None:
        return {}
    leap = int(row.leap_month)
    names = [(month, False) for month in range(1, 13)]
    if leap:
        names.insert(leap, (leap, True))
    months = {}
    first = date.fromisoformat(row.first_day)
    for name, length in zip(names, row.lengths, strict=True):
        last = first + timedelta(29 if length == "L" else 28)
        months[name] = first, last
        first = last + timedelta(1)
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
    row = _year(year)
    if row is None:
        return {}
    days = (int(row.terms[place : place + 2]) for place in range(0, 48, 2))
    return {
        name: date(year, place // 2 + 1, day) for place, (name, day) in enumerate(zip(SOLAR_TERMS, days, strict=True))
    }


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
