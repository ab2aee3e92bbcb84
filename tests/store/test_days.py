from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from calendar_app.model import Event, Form, Status
from calendar_app.store import Store
from calendar_app.store.days import occurrences, placed, reach, status_on
from calendar_app.store.selection import Selection
from tests import events
from tests.events import EVENTS, ISSUED, NOW, PAGE, when


def _day(day: int, month: int = 9, year: int = 2024) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (events.DAY, (_day(17), _day(17))),
        (events.PAST_WINDOW, (_day(12), _day(12))),
        (replace(events.PAST_WINDOW, when=when(Form.WINDOW, "[..]", _day(13), _day(20))), (_day(13), _day(13))),
        (replace(events.PAST_WINDOW, when=when(Form.WINDOW, "[..]", _day(1), _day(6))), (_day(6), _day(6))),
        (events.FUTURE_WINDOW, (_day(21), _day(21))),
        (events.SEVERAL, (_day(14), _day(21))),
        (events.OPEN_END, (_day(12), _day(12))),
        (events.OPEN_BEGIN, (_day(30), _day(30))),
        (events.COARSE, None),
        (events.EVERY_DAY, (_day(12), _day(11, 9, 2025))),
        (replace(events.DAY, when=when(Form.DAY, "XXXX-11-16", None, None)), None),
    ],
)
def test_event_is_placed_where_a_calendar_puts_it(told: Event, days: tuple[date, date] | None) -> None:
    assert placed(told) == days


def test_reach_of_what_has_no_day_is_its_bounds_or_its_issue_date() -> None:
    assert reach(events.COARSE) == (_day(1, 10), _day(31, 10))
    assert reach(replace(events.DAY, when=when(Form.DAY, "XXXX-11-16", None, None))) == (ISSUED, ISSUED)
    assert reach(events.OPEN_END) == (_day(12), _day(12) + timedelta(days=90))


@pytest.mark.parametrize(
    ("told", "today", "status"),
    [
        (events.DAY, _day(16), Status.UPCOMING),
        (events.DAY, _day(17), Status.UPCOMING),
        (events.DAY, _day(18), Status.PAST),
        (events.HOURS, _day(13), Status.UPCOMING),
        (events.HOURS, _day(14), Status.ONGOING),
        (events.HOURS, _day(21), Status.PAST),
        (events.SPAN, _day(8, 10), Status.PAST),
        (events.OPEN_END, _day(12, 10), Status.ONGOING),
        (events.OPEN_END, _day(12, 9, 2025), Status.PAST),
        (events.POSTPONED, _day(20), Status.POSTPONED),
        (events.POSTPONED, _day(26), Status.PAST),
        (events.CANCELLED, _day(26), Status.CANCELLED),
        (events.COARSE, _day(15, 10), Status.UPCOMING),
        (events.PAST_WINDOW, _day(1), Status.PAST),
    ],
)
def test_status_follows_the_day(told: Event, today: date, status: Status) -> None:
    assert status_on(told, today) is status


@pytest.mark.parametrize("days", [0, 1, 2, 5, 9, 20, 40, 200])
def test_status_in_the_database_is_the_same(database: str, days: int) -> None:
    today = ISSUED + timedelta(days=days)
    with Store.open(database) as store:
        store.ingest(PAGE, NOW)
        found = {
            each.uid: status
            for status in Status
            for each in store.select(Selection(status=(status,), past=1000), today)
        }
    assert found == {each.uid: status_on(each, today) for each in EVENTS}


def test_occurrences_keep_to_the_rule_and_its_pauses() -> None:
    saturdays = [_day(14) + timedelta(weeks=week) for week in range(12)]
    assert occurrences(events.RECURRING) == tuple(day for day in saturdays if day != _day(5, 10))
    assert occurrences(events.SEVERAL) == (_day(14), _day(21))
    assert occurrences(events.COARSE) == ()
    assert len(occurrences(events.SPAN)) == 28
