from __future__ import annotations

import pytest

from calendar_app.normaliser.times.numbers import number


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
