from __future__ import annotations

from datetime import date, timedelta

import pytest

from calendar_app.model import Form, Status
from calendar_app.store import Store
from calendar_app.store.querying import LEAST_WITHIN
from calendar_app.store.selection import DEFAULT_PAST, Selection
from tests.events import ISSUED, NOW, event, page, when


def _store(database: str, ages: range) -> Store:
    """Open a store with an event so many days before its only issue, for each age."""
    opened = Store.open(database)
    days = [(age, ISSUED - timedelta(days=age)) for age in ages]
    told = [
        event(f"e{age}", f"{day.isoformat()}那场", when(Form.DAY, day.isoformat(), day, day), status=Status.PAST)
        for age, day in days
    ]
    opened.ingest(page(*told), NOW)
    return opened


@pytest.mark.parametrize("later", [0, 1000])
@pytest.mark.parametrize(
    ("ages", "chosen", "furthest"),
    [
        (range(300), Selection(), LEAST_WITHIN - 1),  # 100 of them are no older than 99 days
        (range(50), Selection(), 49),  # a small archive is shown whole
        (range(400, 450), Selection(), 449),
        (range(400, 600), Selection(), 499),
        (range(300), Selection(past=DEFAULT_PAST), DEFAULT_PAST),
        (range(300), Selection(past=3), 3),
        (range(300), Selection(first=ISSUED - timedelta(days=7)), 7),
        (range(300), Selection(last=ISSUED - timedelta(days=100)), 199),
        (range(300), Selection(last=ISSUED - timedelta(days=100), past=110), 110),
    ],
)
def test_window_reaches_back_as_far_as_it_must(
    database: str, ages: range, chosen: Selection, furthest: int, later: int
) -> None:
    with _store(database, ages) as store:
        found = store.select(chosen, ISSUED + timedelta(days=later))
    assert found[0].uid == f"e{furthest}"


def test_window_holds_ninety_days_however_much_they_hold(database: str) -> None:
    with Store.open(database) as store:
        days = [(number, ISSUED - timedelta(days=number // 2)) for number in range(400)]
        told = [event(f"e{n}", f"{n}号座谈{n * n}", when(Form.DAY, day.isoformat(), day, day)) for n, day in days]
        store.ingest(page(*told), NOW)
        found = store.select(Selection(), ISSUED)
    assert found[0].when.first_day == ISSUED - timedelta(days=DEFAULT_PAST)
    assert len(found) == 2 * DEFAULT_PAST + 2


def test_validator_moves_when_an_event_widens_or_narrows_the_window(database: str) -> None:
    with _store(database, range(300)) as store:
        before = store.validator(Selection(), ISSUED)
        day = ISSUED + timedelta(days=1)
        fresh = event("fresh", "开馆典礼", when(Form.DAY, day.isoformat(), day, day))
        store.ingest(page(fresh, id_="another"), NOW)
        assert store.validator(Selection(), ISSUED).token != before.token
        assert store.select(Selection(), ISSUED)[0].uid == f"e{LEAST_WITHIN - 2}"


def test_nearest_gives_some_of_each_part(database: str) -> None:
    with _store(database, range(-60, 60)) as store:
        found = store.nearest(Selection(), ISSUED, 10)
        some, rest = store.select(Selection(), ISSUED, most=7), store.select(Selection(), ISSUED, most=500, skip=7)
        everything = store.select(Selection(), ISSUED)
        assert store.count(Selection(), ISSUED) == len(everything) == 120
    assert [each.when.first_day for each in found] == [ISSUED + timedelta(days=number) for number in range(-10, 10)]
    assert (some, some + rest) == (everything[:7], everything)


def test_nearest_in_an_empty_store_is_nothing(database: str) -> None:
    with Store.open(database) as store:
        assert store.nearest(Selection(), date(2024, 1, 1), 10) == ()
