"""What a wall calendar says of a day: days off, make-up working days, festivals, the lunar day, solar terms."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.normaliser.times.calendars.festivals import festival_day, festivals
from calendar_app.normaliser.times.calendars.holidays import holiday, make_up_days
from calendar_app.normaliser.times.calendars.lunar import lunar_months, solar_terms
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language

if TYPE_CHECKING:
    from calendar_app.normaliser.times.calendars.holidays import Holiday

STATUTORY = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
"""The festivals with days off for everyone."""

MONTHS = ("正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月")
TENS = ("初", "十", "廿", "三")
ONES = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


class Almanac(Struct, frozen=True):
    """A day's entry: `off` on official days off, `made_up` on working days in their place; `name` in words."""

    name: str
    off: bool
    made_up: bool
    lunar: str
    lunar_short: str


def almanac(day: date) -> Almanac:
    """Look a day up."""
    name, off, made_up = _marks(day.year).get(day, ("", False, False))
    long, short = _lunar(day)
    return Almanac(_named(name, off=off, made_up=made_up), off, made_up, long, short)


@lru_cache(maxsize=64)
def _marks(year: int) -> dict[date, tuple[str, bool, bool]]:
    """Give the marked days of a year: the festival's name on its day, an empty name on the days around it."""
    marks: dict[date, tuple[str, bool, bool]] = {}
    spans = [(name, span) for at in (year, year + 1) for name in STATUTORY if (span := _official(name, at))]
    for name, span in spans:
        for offset in range((span.last - span.first).days + 1):
            day = span.first + timedelta(offset)
            feast = festival_day(festivals()[name], year)
            if day not in marks or (feast is not None and day >= feast):  # two holidays may share their days off
                marks[day] = (f"{name}假期", True, False)
        marks |= dict.fromkeys(make_up_days(span), ("", False, True))
    for name in STATUTORY:
        feast = festival_day(festivals()[name], year)
        if feast is not None:
            marks[feast] = (name, marks.get(feast, ("", False, False))[1], False)
    return marks


def _official(name: str, year: int) -> Holiday | None:
    span = holiday(festivals()[name], year)
    return None if span is None or span.estimated else span


@lru_cache(maxsize=2048)
def _lunar(day: date) -> tuple[str, str]:
    """Name the lunar day in full and for a cell of a calendar: the month on its first, a solar term on its day."""
    term = next((name for name, there in solar_terms(day.year).items() if there == day), "")
    for year in (day.year, day.year - 1):
        for (month, leap), (first, last) in lunar_months(year).items():
            if first <= day <= last:
                month_name = ("闰" if leap else "") + MONTHS[month - 1]
                number = _number((day - first).days + 1)
                return f"{month_name}{number}", term or (month_name if number == "初一" else number)
    return "", term


def _number(day: int) -> str:
    if day in (20, 30):
        return ("二" if day == 20 else "三") + "十"
    return TENS[0 if day == 10 else day // 10] + ONES[(day - 1) % 10]


def _named(name: str, *, off: bool, made_up: bool) -> str:
    if made_up:
        return _("调休上班")
    if not name or language() == "zh":
        return name
    festival = name.removesuffix("假期")
    english = {
        "元旦": "New Year",
        "春节": "Spring Festival",
        "清明节": "Qingming",
        "劳动节": "Labour Day",
        "端午节": "Dragon Boat Festival",
        "中秋节": "Mid-Autumn Festival",
        "国庆节": "National Day",
    }[festival]
    return f"{english} holiday" if off and festival != name else english
