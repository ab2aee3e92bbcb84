from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sqlalchemy import create_engine

from calendar_app.store import Store
from calendar_app.store.migrations import STEPS, migrate
from calendar_app.store.selection import Selection
from tests.events import DAXING, DAY, ISSUED, MOMENT, NOW, SPAN, page, where

if TYPE_CHECKING:
    from collections.abc import Iterator

TOLD = (
    replace(DAY, uid="poems", title="中秋诗会《月满·西山》", organisers=("大兴区总工会",)),
    replace(MOMENT, uid="jazz", title='Jazz "Blue_Note" 100% 之夜', where=where(DAXING, venue="天宫院文化中心")),
    replace(SPAN, uid="market", title="西山永定河庙會", organisers=()),
)


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with Store.open(database) as opened:
        opened.ingest(page(*TOLD), NOW)
        yield opened


def _found(store: Store, q: str) -> set[str]:
    return {each.uid for each in store.select(Selection(q=q), ISSUED)}


@pytest.mark.parametrize(
    ("q", "uids"),
    [
        ("中秋诗会", {"poems"}),
        ("秋诗会", {"poems"}),  # three characters, inside a word
        ("西山", {"poems", "market"}),  # two: no index has them
        ("山", {"poems", "market"}),
        ("總工會", {"poems"}),  # traditional for simplified, and an organiser
        ("永定河庙会", {"market"}),
        ("文化中心", {"jazz"}),  # a venue
        ("jAZZ", {"jazz"}),
        ('"Blue_Note"', {"jazz"}),
        ("Blue-Note", set()),
        ("100%", {"jazz"}),
        ("1%0", set()),
        ("诗会 大兴区总", {"poems"}),  # both words, one of them short
        ("中秋诗会 文化中心", set()),
        ("中秋诗会 AND 西山", set()),
        ("月满·西", {"poems"}),
        ("中秋*", set()),
        ("'); --", set()),
    ],
)
def test_search_finds_words_anywhere_in_title_venue_and_organiser(store: Store, q: str, uids: set[str]) -> None:
    assert _found(store, q) == uids


def test_search_keeps_in_step_with_every_change(store: Store) -> None:
    store.ingest(page(replace(TOLD[0], title="重阳登高诗会"), *TOLD[1:]), NOW)
    assert (_found(store, "中秋诗会"), _found(store, "重阳登高")) == (set(), {"poems"})
    store.ingest(page(*TOLD[1:]), NOW)
    assert _found(store, "重阳登高") == set()
    store.ingest(page(*TOLD), NOW)
    assert _found(store, "中秋诗会") == {"poems"}


def test_search_finds_what_was_there_before_there_was_an_index(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before:
        before.setattr("calendar_app.store.migrations.STEPS", STEPS[:2])
        with Store.open(database) as opened:
            opened.ingest(page(*TOLD), NOW)
    engine = create_engine(database)
    with engine.begin() as connection:
        migrate(connection)
    engine.dispose()
    with Store.open(database) as opened:
        assert _found(opened, "永定河庙会") == {"market"}
