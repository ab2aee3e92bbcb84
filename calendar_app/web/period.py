"""A period typed in words (下周末, 五一, next week) as days: by our own rules, else by dateparser."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import dateparser

from calendar_app.model import Anchor
from calendar_app.normaliser.times import find_times
from calendar_app.store.selection import UnknownValue

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 40
"""The longest period in words, in characters."""

EXAMPLES = ("今天", "下周末", "五一期间", "5月", "2023-05-01", "next week")


def period(words: str, today: date) -> tuple[date, date]:
    """Give the first and last day of a period in words; raises UnknownValue for words that name none."""
    if len(words) <= LONGEST:
        for read in (_in_english, _in_chinese, _as_a_date):
            found = read(words, today)
            if found is not None:
                return found
    raise UnknownValue("when", words, EXAMPLES)


def _in_english(words: str, today: date) -> tuple[date, date] | None:
    monday = today - timedelta(days=today.weekday())
    month = today.replace(day=1)
    spans: dict[str, Callable[[], tuple[date, date]]] = {
        "today": lambda: (today, today),
        "tomorrow": lambda: (today + timedelta(days=1), today + timedelta(days=1)),
        "this week": lambda: (monday, monday + timedelta(days=6)),
        "next week": lambda: (monday + timedelta(days=7), monday + timedelta(days=13)),
        "this weekend": lambda: (monday + timedelta(days=5), monday + timedelta(days=6)),
        "next weekend": lambda: (monday + timedelta(days=12), monday + timedelta(days=13)),
        "this month": lambda: (month, _end_of_month(month)),
        "next month": lambda: (
            _end_of_month(month) + timedelta(days=1),
            _end_of_month(_end_of_month(month) + timedelta(days=1)),
        ),
    }
    span = spans.get(" ".join(words.lower().split()))
    return span() if span else None


def _in_chinese(words: str, today: date) -> tuple[date, date] | None:
    for mention in find_times(words, Anchor(today, "reference")):
        if mention.when is not None and mention.when.first_day is not None:
            return mention.when.first_day, mention.when.last_day or mention.when.first_day
    return None


def _as_a_date(words: str, today: date) -> tuple[date, date] | None:
    settings = {"RELATIVE_BASE": datetime(today.year, today.month, today.day), "PREFER_DATES_FROM": "future"}  # noqa: DTZ001  days only
    found = dateparser.parse(words, languages=["zh", "en"], settings=settings)
    return None if found is None else (found.date(), found.date())


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
