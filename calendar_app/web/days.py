"""Days in words, in the visitor's language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel.dates import format_date as babel_format_date
from babel.dates import format_interval, format_skeleton

from calendar_app.web.languages import language

if TYPE_CHECKING:
    from datetime import date


def day_in_words(day: date, *, year: bool = True) -> str:
    """Write a day: `2023年4月28日`, `Apr 28, 2023`; without its year where that is understood."""
    return _day(day, "yMMMd" if year else "MMMd", language())


def day_and_weekday(day: date) -> str:
    """Write a day with its weekday: `2023年4月28日 星期五`, `Fri, Apr 28, 2023`."""
    if language() == "zh":
        return f"{day_in_words(day)} {weekday_in_words(day)}"
    return _day(day, "yMMMEd", language())


def span_in_words(first: date, last: date, *, year: bool = True) -> str:
    """Write a span and say nothing twice: `2023年4月29日至5月3日`."""
    if first == last:
        return day_in_words(first, year=year)
    return _span(first, last, "yMMMd" if year or first.year != last.year else "MMMd", language())


def weekday_in_words(day: date) -> str:
    """Name the day of the week: `星期五`, `Friday`."""
    return _day(day, "EEEE", language())


def short_weekday(day: date) -> str:
    """Name the day of the week in a character or three: `五`, `Fri`."""
    return _day(day, "EEEEE" if language() == "zh" else "EEE", language())


def month_in_words(day: date) -> str:
    """Name a month of a year: `2023年4月`, `April 2023`."""
    return _day(day, "yMMMM", language())


def month_of_year(day: date) -> str:
    """Name a month of a year in little room: `2023年4月`, `Apr 2023`."""
    return _day(day, "yMMM", language())


def short_month(day: date) -> str:
    """Name the month alone: `4月`, `Apr`."""
    return _day(day, "MMM", language())


@lru_cache(maxsize=4096)
def _day(day: date, skeleton: str, locale: str) -> str:
    if skeleton in {"EEEE", "EEEEE", "EEE", "MMM"}:  # CLDR has names for these, but no skeleton
        return babel_format_date(day, skeleton, locale=locale)
    return format_skeleton(skeleton, day, locale=locale)


@lru_cache(maxsize=4096)
def _span(first: date, last: date, skeleton: str, locale: str) -> str:
    return format_interval(first, last, skeleton, locale=locale)
