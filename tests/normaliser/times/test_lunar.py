from datetime import date, timedelta
from itertools import pairwise

import pytest
from lunar_python import LunarYear, Solar

from calendar_app.normaliser.times.calendars.lunar import (
    FIRST_YEAR,
    LAST_YEAR,
    SOLAR_TERMS,
    dog_days,
    lunar_day,
    lunar_eve,
    lunar_month,
    lunar_months,
    solar_term,
    solar_terms,
)


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2023, 1, 1, date(2023, 1, 22)),
        (2023, 1, 15, date(2023, 2, 5)),
        (2023, 8, 15, date(2023, 9, 29)),
        (2023, 12, 23, date(2024, 2, 2)),
        (2024, 5, 5, date(2024, 6, 10)),
        (2012, 1, 15, date(2012, 2, 6)),
        (1949, 8, 10, date(1949, 10, 1)),
    ],
)
def test_lunar_day_of_a_lunar_year(year: int, month: int, day: int, expected: date) -> None:
    assert lunar_day(year, month, day) == expected


def test_lunar_months_are_those_of_the_library_that_the_almanac_was_built_with() -> None:
    for year in (FIRST_YEAR, 1900, 1984, 2023, 2025, 2033, LAST_YEAR):
        months = [month for month in LunarYear.fromYear(year).getMonths() if month.getYear() == year]
        begins = [Solar.fromJulianDay(month.getFirstJulianDay()).toYmd() for month in months]
        names = [(abs(month.getMonth()), month.getMonth() < 0) for month in months]
        assert [(name, first.isoformat()) for name, (first, _) in lunar_months(year).items()] == list(
            zip(names, begins, strict=True)
        )


def test_lunar_months_follow_on_one_another() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR):
        spans = [*lunar_months(year).values(), *lunar_months(year + 1).values()]
        assert all(later[0] - earlier[1] == timedelta(1) for earlier, later in pairwise(spans))


def test_lunar_day_in_a_leap_month() -> None:
    assert lunar_day(2023, 2, 2, leap=True) == date(2023, 3, 23)
    assert lunar_day(2025, 6, 1, leap=True) == date(2025, 7, 25)


@pytest.mark.parametrize(
    ("year", "month", "day", "leap"),
    [(2024, 2, 2, True), (2024, 12, 30, False), (2024, 1, 31, False), (2024, 13, 1, False), (9999, 1, 1, False)],
)
def test_lunar_day_that_no_almanac_has(year: int, month: int, day: int, leap: bool) -> None:
    assert lunar_day(year, month, day, leap=leap) is None


def test_lunar_month_spans_its_days() -> None:
    assert lunar_month(2024, 1) == (date(2024, 2, 10), date(2024, 3, 9))
    assert lunar_month(2024, 1, leap=True) is None


def test_lunar_eve_is_the_29th_or_the_30th() -> None:
    assert [lunar_eve(year) for year in (2023, 2024, 2025, 2026)] == [
        date(2023, 1, 21),
        date(2024, 2, 9),
        date(2025, 1, 28),
        date(2026, 2, 16),
    ]


def test_solar_terms_fall_in_order_in_every_year() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        days = [solar_terms(year)[name] for name in SOLAR_TERMS]
        assert {day.year for day in days} == {year}
        assert all(timedelta(14) <= later - earlier <= timedelta(17) for earlier, later in pairwise(days))


def test_solar_term_of_a_year() -> None:
    assert solar_term("清明", 2023) == date(2023, 4, 5)
    assert solar_term("冬至", 2024) == date(2024, 12, 21)
    assert solar_term("秋分", 2024) == date(2024, 9, 22)
    assert solar_term("谷雨", 9999) is None


def test_dog_days_run_thirty_or_forty_days() -> None:
    assert dog_days(2023) == (date(2023, 7, 11), date(2023, 7, 21), date(2023, 8, 10), date(2023, 8, 19))
    assert dog_days(2025) == (date(2025, 7, 20), date(2025, 7, 30), date(2025, 8, 9), date(2025, 8, 18))
    assert dog_days(9999) is None
