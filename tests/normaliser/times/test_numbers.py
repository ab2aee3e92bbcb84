from __future__ import annotations

import pytest

from calendar_app.normaliser.times.numbers import number, rough_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("28", 28),
        ("05", 5),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十八", 28),
        ("廿八", 28),
        ("卅一", 31),
        ("两", 2),
        ("一百", 100),
        ("一百零五", 105),
        ("两千零四", 2004),
        ("二〇二三", 2023),
        ("二零零三", 2003),
        ("一九四九", 1949),
        ("○八", 8),
    ],
)
def test_number_is_read(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("三四", (3, 4)),
        ("两三", (2, 3)),
        ("三五", (3, 5)),
        ("十七八", (17, 18)),
        ("二十一二", (21, 22)),
        ("二三十", (20, 30)),
        ("五六百", (500, 600)),
        ("三", None),
        ("二八", None),
        ("四三", None),
        ("十二", None),
        ("34", None),
    ],
)
def test_two_numerals_running_are_a_rough_number(text: str, bounds: tuple[int, int] | None) -> None:
    assert rough_number(text) == bounds
