from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from calendar_app.model import Form, Status
from calendar_app.store import Store
from calendar_app.store.selection import Selection
from calendar_app.web.nearby import nearby
from tests.events import ISSUED, NOW, event, page, when

if TYPE_CHECKING:
    from collections.abc import Iterator

EVENTS = tuple(
    event(
        f"e{number:03}",
        f"第{number}场",
        when(Form.SPAN, "span", ISSUED + timedelta(days=offset), ISSUED + timedelta(days=offset + number % 9)),
        status=Status.PAST if offset + number % 9 < 0 else Status.UPCOMING,
    )
    for number, offset in enumerate(range(-100, 300, 2))
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open("sqlite://") as opened:
        opened.ingest(page(*EVENTS), NOW)
        yield opened


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(past=10),
        Selection(past=0),
        Selection(first=ISSUED - timedelta(days=50)),
        Selection(first=ISSUED + timedelta(days=30)),
        Selection(last=ISSUED - timedelta(days=30)),
        Selection(first=ISSUED - timedelta(days=5), last=ISSUED + timedelta(days=40)),
    ],
    ids=lambda selection: selection.query() or "all",
)
@pytest.mark.parametrize("days_later", [0, 40, 700])
def test_nearby_with_room_for_all_is_the_whole_selection(store: Store, selection: Selection, days_later: int) -> None:
    today = ISSUED + timedelta(days=days_later)
    found = nearby(store, selection, today, ISSUED, 1_000)
    assert sorted(found, key=_uid) == sorted(store.select(selection, today), key=_uid)


def test_nearby_with_little_room_gives_the_nearest_on_both_sides(store: Store) -> None:
    everything = store.select(Selection(), ISSUED)
    found = nearby(store, Selection(), ISSUED, ISSUED, 10)
    at = everything.index(found[0])
    assert found == everything[at : at + len(found)]
    past = [each for each in found if each.status is Status.PAST]
    assert 10 < len(past) < 50
    assert 10 < len(found) - len(past) < 70


def test_nearby_of_an_empty_store_is_nothing() -> None:
    with Store.open("sqlite://") as empty:
        assert nearby(empty, Selection(), ISSUED, None, 10) == ()


def _uid(event: object) -> str:
    return str(getattr(event, "uid", ""))
