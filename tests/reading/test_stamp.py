from __future__ import annotations

from datetime import datetime

import pytest

from calendar_app.model import BEIJING_TIME
from calendar_app.reading.stamp import read_stamp

NOW = datetime(2023, 4, 28, 9, 0, tzinfo=BEIJING_TIME)


def beijing(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BEIJING_TIME)  # type: ignore[misc,arg-type] # year, month, day and what follows


@pytest.mark.parametrize(
    ("stamp", "instant"),
    [
        ("2023年4月28日", beijing(2023, 4, 28)),
        ("２０２３年４月２８日", beijing(2023, 4, 28)),
        ("2024 年 5 月 16 日 09:30", beijing(2024, 5, 16, 9, 30)),
        ("2023-05-12 09:42:44", beijing(2023, 5, 12, 9, 42, 44)),
        ("2023-05-12T09:42:44+08:00", beijing(2023, 5, 12, 9, 42, 44)),
        ("2023-05-12T01:42:44Z", beijing(2023, 5, 12, 9, 42, 44)),
        ("2026.3.20", beijing(2026, 3, 20)),
        ("2023/4/3", beijing(2023, 4, 3)),
        ("昨天", beijing(2023, 4, 27)),
        ("3小时前", beijing(2023, 4, 28, 6)),
        ("Fri, 12 May 2023 01:42:44 GMT", beijing(2023, 5, 12, 9, 42, 44)),
        ("May 12, 2023", beijing(2023, 5, 12)),
    ],
)
def test_stamp_is_read(stamp: str, instant: datetime) -> None:
    assert read_stamp(stamp, NOW) == instant


@pytest.mark.parametrize(
    "text", ["5 月 18 日", "28日上午", "近日", "2023年2月30日", "记者昨天获悉", "4月28日下午2点半", "", "v2.0.1"]
)
def test_what_is_no_stamp_is_not_read(text: str) -> None:
    assert read_stamp(text, NOW) is None
