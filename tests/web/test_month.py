from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from calendar_app.model import Form
from calendar_app.store import Stay
from calendar_app.store.days import runs
from calendar_app.store.selection import Selection
from calendar_app.web.month import month_page
from calendar_app.web.weeks import Part, lanes, parts
from tests.events import DAY, EVERY_DAY, HOURS, ISSUED, PAST_WINDOW, SEVERAL, SPAN, event, when

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from calendar_app.model import Event

MONDAY = date(2024, 9, 16)


@pytest.mark.parametrize(
    ("known", "found"),
    [
        (DAY, [(1, 1)]),
        (SPAN, [(0, 6)]),
        (HOURS, [(0, 4)]),
        (SEVERAL, [(5, 5)]),
        (EVERY_DAY, [(day, day) for day in range(7)]),
        (PAST_WINDOW, []),
    ],
    ids=lambda value: getattr(value, "uid", ""),
)
def test_stays_in_a_week(known: Event, found: list[tuple[int, int]]) -> None:
    assert [(part.begin, part.end) for part in parts([Stay(known.uid, runs(known))], MONDAY)] == found


def test_lanes_never_overlap_and_fill_gaps() -> None:
    there = [Part(DAY.uid, *days) for days in ((0, 2), (1, 3), (3, 6), (4, 4), (5, 6))]
    laid = lanes(there)
    assert [[(part.begin, part.end) for part in line] for line in laid] == [[(0, 2), (3, 6)], [(1, 3), (4, 4), (5, 6)]]


def test_month_is_whole_weeks_from_monday(app: Flask) -> None:
    with app.test_request_context():
        shown = month_page(Selection(), date(2024, 9, 1), ISSUED)
    assert (shown.weeks[0].cells[0].iso, shown.weeks[-1].cells[-1].iso) == ("2024-08-26", "2024-10-06")
    assert all(sum(bar.days for bar in line) == 7 for week in shown.weeks for line in week.lanes)


def test_lanes_stack_what_falls_on_one_day() -> None:
    day = ISSUED + timedelta(days=400)
    crowd = tuple(event(f"crowd{n}", f"第{n}场", when(Form.DAY, day.isoformat(), day, day)) for n in range(9))
    there = tuple(parts([Stay(each.uid, runs(each)) for each in crowd], day - timedelta(days=day.weekday())))
    assert (len(lanes(there, 9)), len(lanes(there, 4))) == (9, 4)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "/month/2024-09",
            '<td colspan="7" class="long"><a href="/events/span" lang="zh-CN" title="延庆葡萄采摘节">',
        ),
        ("/month/2024-09", "中秋节"),
        ("/month/2024-09", "调休上班"),
        ("/month/2024-09", "八月"),
        ("/month/2024-09?district=daxing", 'href="/month/2024-10?district=daxing"'),
        ("/month/2024-09", 'class="is-cancelled"'),
    ],
)
def test_month_page_says(client: FlaskClient, address: str, words: str) -> None:
    assert words in client.get(address).text


@pytest.mark.parametrize("which", ["2024-13", "2024-00", "1600-01", "soon", "2024-9"])
def test_month_that_is_none_is_refused(client: FlaskClient, which: str) -> None:
    answer = client.get(f"/month/{which}")
    assert answer.status_code == 400
    assert "1900-01 … 2100-12" in answer.text


def test_month_without_a_name_is_this_month(client: FlaskClient) -> None:
    assert client.get("/month").location == "/month/2024-09"
