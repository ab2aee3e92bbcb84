from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from calendar_app.model import Form, Status
from calendar_app.store import Store
from calendar_app.store.braking import MassChange
from calendar_app.store.selection import Selection
from tests.events import ISSUED, NOW, event, page, when

if TYPE_CHECKING:
    from calendar_app.model import Event


def _coming(count: int, first: int = 1) -> tuple[Event, ...]:
    days = [ISSUED + timedelta(days=3 * number) for number in range(first, first + count)]
    return tuple(
        event(f"e{n}", f"{n * n}号厅音乐会", when(Form.DAY, day.isoformat(), day, day)) for n, day in enumerate(days)
    )


def _cancelled(*told: Event) -> tuple[Event, ...]:
    return tuple(replace(each, status=Status.CANCELLED) for each in told)


def _uids(store: Store) -> set[str]:
    live = (Status.UPCOMING, Status.ONGOING)
    return {each.uid for each in store.select(Selection(status=live, past=0), ISSUED)}


@pytest.mark.parametrize(
    ("there", "lost", "stops"),
    [(10, 2, False), (10, 3, True), (11, 3, True), (15, 3, False), (3, 1, False), (3, 2, True), (1, 1, False)],
)
@pytest.mark.parametrize("cancelled", [True, False])
def test_run_that_takes_away_more_than_a_fifth_stops(
    database: str, there: int, lost: int, stops: bool, cancelled: bool
) -> None:
    told = _coming(there)
    with Store.open(database) as store:
        store.ingest(page(*told), NOW)
        again = page(*(_cancelled(*told[:lost]) if cancelled else ()), *told[lost:])
        before = _uids(store)
        brake = store.brake(ISSUED)
        if stops:
            with pytest.raises(MassChange) as stopped:
                store.ingest(again, NOW, brake)
            assert (stopped.value.page, stopped.value.lost, stopped.value.coming) == ("page", lost, there)
            assert _uids(store) == before
        store.ingest(again, NOW, None if stops else brake)
        assert _uids(store) == {each.uid for each in told[lost:]}


def test_losses_add_up_over_the_pages_of_a_run(database: str) -> None:
    first, second = _coming(8)[:4], _coming(8)[4:]
    with Store.open(database) as store:
        store.ingest(page(*first, id_="one"), NOW)
        store.ingest(page(*second, id_="two"), NOW)
        brake = store.brake(ISSUED)
        store.ingest(page(*first[1:], id_="one"), NOW, brake)
        with pytest.raises(MassChange):
            store.ingest(page(*second[1:], id_="two"), NOW, brake)
        assert len(_uids(store)) == 7


def test_what_is_past_may_be_withdrawn_at_will(database: str) -> None:
    old = tuple(
        replace(each, when=when(Form.DAY, day.isoformat(), day, day), status=Status.PAST)
        for number, each in enumerate(_coming(10))
        for day in (ISSUED - timedelta(days=number + 1),)
    )
    with Store.open(database) as store:
        store.ingest(page(*old), NOW)
        assert store.ingest(page(), NOW, store.brake(ISSUED)).withdrawn == 10
