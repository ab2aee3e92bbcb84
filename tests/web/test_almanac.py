from __future__ import annotations

from datetime import date

import pytest

from calendar_app.web.almanac import Almanac, almanac


def plain(lunar: str, short: str) -> Almanac:
    return Almanac(name="", off=False, made_up=False, lunar=lunar, lunar_short=short)


def off(name: str, lunar: str, short: str) -> Almanac:
    return Almanac(name=name, off=True, made_up=False, lunar=lunar, lunar_short=short)


def made_up(lunar: str, short: str) -> Almanac:
    return Almanac(name="调休上班", off=False, made_up=True, lunar=lunar, lunar_short=short)


@pytest.mark.parametrize(
    ("day", "entry"),
    [
        (date(2023, 4, 28), plain("三月初九", "初九")),
        (date(2023, 4, 29), off("劳动节假期", "三月初十", "初十")),
        (date(2023, 5, 1), off("劳动节", "三月十二", "十二")),
        (date(2023, 5, 6), made_up("三月十七", "立夏")),
        (date(2023, 4, 23), made_up("三月初四", "初四")),
        (date(2023, 4, 19), plain("闰二月廿九", "廿九")),
        (date(2023, 4, 20), plain("三月初一", "谷雨")),
        (date(2023, 5, 19), plain("四月初一", "四月")),
        (date(2023, 2, 10), plain("正月二十", "二十")),
        (date(2022, 12, 31), off("元旦假期", "腊月初九", "初九")),
        (date(2025, 10, 6), off("中秋节", "八月十五", "十五")),
        (date(2025, 10, 3), off("国庆节假期", "八月十二", "十二")),
    ],
)
def test_almanac_of_a_day(day: date, entry: Almanac) -> None:
    assert almanac(day) == entry
