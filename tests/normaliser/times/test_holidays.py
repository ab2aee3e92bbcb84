from datetime import date

import pytest

from calendar_app.normaliser.times.calendars.festivals import festivals
from calendar_app.normaliser.times.calendars.holidays import Holiday, holiday, is_workday, known_years, make_up_days


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("五一", 2023, date(2023, 4, 29), date(2023, 5, 3)),
        ("五一", 2014, date(2014, 5, 1), date(2014, 5, 3)),
        ("国庆", 2023, date(2023, 9, 29), date(2023, 10, 6)),
        ("中秋", 2023, date(2023, 9, 29), date(2023, 10, 6)),
        ("国庆", 2025, date(2025, 10, 1), date(2025, 10, 8)),
        ("国庆", 2024, date(2024, 10, 1), date(2024, 10, 7)),
        ("春节", 2026, date(2026, 2, 15), date(2026, 2, 23)),
        ("元旦", 2018, date(2017, 12, 30), date(2018, 1, 1)),
        ("清明", 2023, date(2023, 4, 5), date(2023, 4, 5)),
        ("清明", 2005, date(2005, 4, 5), date(2005, 4, 5)),
        ("端午", 2024, date(2024, 6, 8), date(2024, 6, 10)),
    ],
)
def test_holiday_of_a_known_year(name: str, year: int, first: date, last: date) -> None:
    assert holiday(festivals()[name], year) == Holiday(first, last)


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("五一", 2031, date(2031, 5, 1), date(2031, 5, 5)),
        ("国庆", 2029, date(2029, 10, 1), date(2029, 10, 7)),
        ("国庆", 2028, date(2028, 10, 1), date(2028, 10, 8)),
        ("中秋", 2028, date(2028, 10, 1), date(2028, 10, 8)),
        ("春节", 2031, date(2031, 1, 22), date(2031, 1, 29)),
        ("元旦", 2031, date(2031, 1, 1), date(2031, 1, 1)),
        ("元旦", 2032, date(2032, 1, 1), date(2032, 1, 3)),
        ("五一", 2001, date(2001, 5, 1), date(2001, 5, 7)),
        ("国庆", 1990, date(1990, 10, 1), date(1990, 10, 2)),
        ("清明", 2002, date(2002, 4, 5), date(2002, 4, 5)),
    ],
)
def test_holiday_of_an_unknown_year_is_estimated(name: str, year: int, first: date, last: date) -> None:
    assert year not in known_years()
    assert holiday(festivals()[name], year) == Holiday(first, last, estimated=True)


def test_holiday_of_a_festival_without_days_off_is_its_day() -> None:
    assert holiday(festivals()["教师节"], 2023) == Holiday(date(2023, 9, 10), date(2023, 9, 10))
    assert holiday(festivals()["教师节"], 2040) == Holiday(date(2040, 9, 10), date(2040, 9, 10))


def test_holiday_in_a_year_without_an_almanac() -> None:
    assert holiday(festivals()["中秋"], 9000) is None


def test_is_workday_knows_make_up_days_and_days_off() -> None:
    days = [date(2023, 4, 23), date(2023, 4, 28), date(2023, 4, 29), date(2023, 5, 2), date(2023, 5, 6)]
    assert [is_workday(day) for day in days] == [True, True, False, False, True]


def test_is_workday_of_an_unknown_year_leaves_out_estimated_holidays() -> None:
    days = [date(2031, 4, 30), date(2031, 5, 1), date(2031, 5, 5), date(2031, 5, 6), date(2031, 5, 10)]
    assert [is_workday(day) for day in days] == [True, False, False, True, False]


def test_make_up_days_of_a_known_holiday() -> None:
    assert make_up_days(Holiday(date(2023, 4, 29), date(2023, 5, 3))) == (date(2023, 4, 23), date(2023, 5, 6))
    assert make_up_days(Holiday(date(2031, 5, 1), date(2031, 5, 5), estimated=True)) == ()


def test_holiday_contains_its_days() -> None:
    span = Holiday(date(2023, 4, 29), date(2023, 5, 3))
    assert date(2023, 4, 29) in span
    assert date(2023, 5, 4) not in span
