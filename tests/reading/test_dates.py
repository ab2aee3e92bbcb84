"""Isolated dates of mastheads, and days in addresses."""

import re

import pytest

from calendar_app.reading.dates import DATE, in_path, iso, span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年5月31日", "2024-05-31"),
        ("2024 年 5 月 31 日", "2024-05-31"),
        ("2024-05-31", "2024-05-31"),
        ("2024.5.31", "2024-05-31"),
        ("2024/05/31", "2024-05-31"),
        ("20240531", "2024-05-31"),
        ("二〇二四年五月三十一日", "2024-05-31"),
        ("二零二四年十月二十日", "2024-10-20"),
        ("一九九八年十一月廿九日", "1998-11-29"),
        ("二○二四年十二月卅一日", "2024-12-31"),
        ("二〇二四年一〇月一〇日", "2024-10-10"),
        ("2024年2月30日", None),
        ("2023年2月29日", None),
        ("2024年13月1日", None),
    ],
)
def test_iso(text: str, expected: str | None) -> None:
    found = re.search(DATE, f"甲 {text} 乙")
    assert found is not None
    assert iso(found) == expected
    assert f"甲 {text} 乙"[slice(*span(found))] == text


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/content/2025-05/23/content_155495.htm", "2025-05-23"),
        ("/html/2023-04/28/node_1.htm", "2023-04-28"),
        ("/pc/layout/202410/25/node_1.html", "2024-10-25"),
        ("/rb/html/2020-01/01/nbs.D110000rb_01.htm", "2020-01-01"),
        ("jjwb20240531a06.txt", "2024-05-31"),
        ("2024_5_31.txt", "2024-05-31"),
        ("/content/2025-02/30/", None),
        ("/article/155495", None),
        ("13800138000.txt", None),
        ("120240531.txt", None),
    ],
)
def test_in_path(path: str, expected: str | None) -> None:
    assert in_path(path) == expected
