from datetime import date
from pathlib import Path

import pytest

from calendar_app.model import InputError
from calendar_app.normaliser.times.calendars import festivals as module
from calendar_app.normaliser.times.calendars.festivals import (
    Festival,
    easter,
    festival_day,
    festivals,
    named,
    orthodox_easter,
    weekday_of_month,
)


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("元旦", 2024, date(2024, 1, 1)),
        ("春节", 2024, date(2024, 2, 10)),
        ("除夕", 2024, date(2024, 2, 9)),
        ("大年三十", 2023, date(2023, 1, 21)),
        ("元宵节", 2024, date(2024, 2, 24)),
        ("清明节", 2024, date(2024, 4, 4)),
        ("寒食节", 2024, date(2024, 4, 3)),
        ("国际劳动节", 2023, date(2023, 5, 1)),
        ("端午", 2023, date(2023, 6, 22)),
        ("七夕", 2023, date(2023, 8, 22)),
        ("中元节", 2023, date(2023, 8, 30)),
        ("中秋", 2023, date(2023, 9, 29)),
        ("重阳节", 2023, date(2023, 10, 23)),
        ("国庆", 2023, date(2023, 10, 1)),
        ("腊八", 2024, date(2024, 1, 18)),
        ("小年", 2024, date(2024, 2, 2)),
        ("南方小年", 2024, date(2024, 2, 3)),
        ("母亲节", 2024, date(2024, 5, 12)),
        ("父亲节", 2024, date(2024, 6, 16)),
        ("感恩节", 2024, date(2024, 11, 28)),
        ("黑色星期五", 2024, date(2024, 11, 29)),
        ("文化和自然遗产日", 2024, date(2024, 6, 8)),
        ("全国助残日", 2024, date(2024, 5, 19)),
        ("地球一小时", 2025, date(2025, 3, 29)),
        ("中国农民丰收节", 2024, date(2024, 9, 22)),
        ("国家公祭日", 2024, date(2024, 12, 13)),
        ("税收宣传月", 2024, date(2024, 4, 1)),
        ("耶稣受难日", 2024, date(2024, 3, 29)),
        ("东正教复活节", 2024, date(2024, 5, 5)),
    ],
)
def test_festival_day_of_a_year(name: str, year: int, expected: date) -> None:
    assert festival_day(festivals()[name], year) == expected


def test_festival_day_of_the_twelfth_lunar_month_leads_to_the_spring_festival() -> None:
    # No 腊八 lies in the solar year 2023: its 腊八 is the one before the Spring Festival of 2023.
    assert festival_day(festivals()["腊八节"], 2023) == date(2022, 12, 30)


def test_festival_day_of_every_name_is_known_in_every_year() -> None:
    for festival in set(festivals().values()):
        assert all(festival_day(festival, year) for year in range(1990, 2051)), festival


def test_festival_day_in_an_unknown_notation_is_an_error() -> None:
    with pytest.raises(InputError, match="no notation of a day"):
        festival_day(Festival("某节", ("某节",), "5月1日", "", "", ""), 2024)


def test_festivals_have_at_least_120_named_days_with_sources() -> None:
    every = set(festivals().values())
    assert len(every) >= 200
    assert all(each.source for each in every)


def test_festivals_with_one_name_twice_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon").mkdir()
    rows = "name,spellings,day,days_off,example,source\n劳动节,五一,05-01,labour,,x\n青年节,五一,05-04,,,x\n"
    (tmp_path / "lexicon" / "festivals.csv").write_text(rows, encoding="utf-8")
    monkeypatch.setattr(module, "folder", lambda _: tmp_path)
    with pytest.raises(InputError, match="line 3: 五一 is the name of two festivals"):
        festivals.__wrapped__()


def test_named_after_the_date_that_leads_it() -> None:
    nurses = festivals()["护士节"]
    assert [named("国际护士节", date) for date in ("", "5·12", "5•12", "512", "五一二")] == [nurses] * 5
    assert [named("国际护士节", "三八"), named("国庆节", "十一"), named("母亲节", "512")] == [
        None,
        festivals()["国庆"],
        None,
    ]


def test_month_of_what_is_kept_all_month() -> None:
    assert festivals()["安全生产月"].month == 6
    assert festivals()["国庆"].month is None


def test_easter_of_both_churches() -> None:
    assert [easter(year) for year in (1961, 2000, 2008, 2025, 2038)] == [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2025, 4, 20),
        date(2038, 4, 25),
    ]
    assert [orthodox_easter(year) for year in (2013, 2021, 2025)] == [
        date(2013, 5, 5),
        date(2021, 5, 2),
        date(2025, 4, 20),
    ]


def test_weekday_of_month_from_either_end() -> None:
    assert weekday_of_month(2024, 5, 6, 2) == date(2024, 5, 12)
    assert weekday_of_month(2024, 3, 0, -1) == date(2024, 3, 25)
    assert weekday_of_month(2024, 2, 4, 5) is None
