from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from calendar_app.model import BEIJING_TIME, Basis, Event, Form, Status
from calendar_app.store import Ingested, Store
from calendar_app.store.matching import alike, name_key, same_happening
from calendar_app.store.selection import Selection
from tests.events import (
    CHAOYANG,
    DAXING,
    DAY,
    ISSUED,
    MOMENT,
    NOW,
    PAST_WINDOW,
    POSTPONED,
    event,
    moved,
    page,
    source,
    when,
    where,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEXT = ISSUED + timedelta(days=3)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("“匠心”职工书画展", "匠心职工书画展", 1.0),
        ("職工書畫展", "职工书画展", 1.0),
        ("朝阳区职工书画摄影展", "职工书画摄影展", 1.0),
        ("灯会", "地坛灯会", 0.5),
        ("职工书画作品展览", "职工书画作品展", 0.92),
        ("职工书画展", "职工书画展开幕式", 0.0),
        ("职工书画作品展", "职工书画作品展开展", 0.86),
        ("北京市职工文化艺术节", "北京市职工文化艺术节摄影比赛", 0.0),
        ("第五届职工运动会", "第六届职工运动会", 0.0),
        ("职工运动会", "第六届职工运动会", 0.73),
        ("职工合唱音乐会", "京郊徒步大会", 0.0),
        ("", "灯会", 0.0),
    ],
)
def test_names_are_alike_by_what_they_share(one: str, other: str, likeness: float) -> None:
    assert round(alike(name_key(one), name_key(other)), 2) == likeness


def _told(**more: object) -> Event:
    return replace(DAY, **{"uid": "told", "sources": (source(issued=NEXT),), **more})


@pytest.mark.parametrize(
    ("known", "told", "same"),
    [
        (DAY, _told(), True),
        (DAY, _told(title="2024年中秋诗会"), True),
        (DAY, _told(title="中秋诗歌朗诵会"), False),
        (DAY, _told(title="“月满京城”中秋诗会"), True),
        (DAY, moved(_told(), date(2024, 9, 18)), False),
        (DAY, _told(where=where(DAXING)), False),
        (DAY, _told(where=where(DAXING, venue="大兴区图书馆")), False),
        (DAY, _told(where=where(CHAOYANG, basis=Basis.DISTRICT)), True),
        (DAY, _told(where=where(basis=Basis.HOME)), True),
        (DAY, _told(status=Status.CANCELLED), True),
        (DAY, moved(_told(status=Status.POSTPONED), date(2024, 9, 28)), True),
        (DAY, moved(_told(previous=DAY.when), date(2024, 9, 28)), True),
        (DAY, moved(_told(previous=when(Form.DAY, "2024-09-01", date(2024, 9, 1), date(2024, 9, 1))), NEXT), False),
        (
            MOMENT,
            replace(MOMENT, when=replace(MOMENT.when, start=datetime(2024, 9, 14, 19, tzinfo=BEIJING_TIME))),
            False,
        ),
        (MOMENT, moved(MOMENT, date(2024, 9, 14)), True),
        (PAST_WINDOW, moved(PAST_WINDOW, date(2024, 9, 7)), True),
        (PAST_WINDOW, moved(PAST_WINDOW, date(2024, 9, 4)), False),
        (PAST_WINDOW, replace(PAST_WINDOW, sources=(source(issued=NEXT),)), True),
        (PAST_WINDOW, replace(PAST_WINDOW, sources=(source(issued=ISSUED + timedelta(days=8)),)), False),
    ],
)
def test_one_happening_agrees_in_name_day_and_place(known: Event, told: Event, same: bool) -> None:
    assert same_happening(known, told) is same


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with Store.open(database) as opened:
        opened.ingest(page(DAY, POSTPONED), NOW)
        yield opened


def _ingest(store: Store, *told: Event, id_: str = "later") -> Ingested:
    return store.ingest(page(*told, id_=id_, issued=NEXT), NOW + timedelta(days=3))


def test_event_reported_twice_is_one_with_both_sources(store: Store) -> None:
    assert _ingest(store, _told(attendance="千余人")) == Ingested(pages=1, reports=1, changed=1)
    (merged,) = (each for each in store.select(Selection(), ISSUED) if each.title == DAY.title)
    assert (merged.uid, merged.sequence, merged.attendance) == (DAY.uid, 0, "千余人")
    assert merged.sources == (source(issued=NEXT), *DAY.sources)
    assert store.event("told") == merged


def test_pages_come_to_the_same_event_in_either_order(tmp_path: Path) -> None:
    first, second = page(DAY), page(_told(attendance="千余人"), id_="later", issued=NEXT)
    states = []
    for number, order in enumerate(((first, second), (second, first))):
        with Store.open(f"sqlite:///{tmp_path / str(number)}.sqlite3") as store:
            for each in order:
                store.ingest(each, NOW)
            (only,) = store.select(Selection(), ISSUED)
            states.append(replace(only, uid="", sequence=0, changed=None))
    assert states[0] == states[1]


def test_later_report_cancels_an_event(store: Store) -> None:
    _ingest(store, _told(status=Status.CANCELLED))
    cancelled = store.event(DAY.uid)
    assert cancelled is not None
    assert (cancelled.status, cancelled.sequence) == (Status.CANCELLED, 1)


def test_later_report_moves_an_event_and_keeps_its_old_time(store: Store) -> None:
    _ingest(store, moved(_told(status=Status.POSTPONED), date(2024, 9, 28)))
    put_off = store.event(DAY.uid)
    assert put_off is not None
    assert (put_off.when.edtf, put_off.previous, put_off.sequence) == ("2024-09-28", DAY.when, 1)


def test_page_that_is_read_anew_keeps_its_part_in_the_event(store: Store) -> None:
    _ingest(store, _told())
    _ingest(store, _told(attendance="百余人"))
    assert _ingest(store) == Ingested(pages=1, reports=1, changed=1)
    alone = store.event(DAY.uid)
    assert alone is not None
    assert (alone.sources, alone.attendance) == (DAY.sources, None)


def test_likest_event_is_the_one_told_again(store: Store) -> None:
    fair, contest = event("fair", "朝阳区职工技能大赛", DAY.when), event("contest", "职工焊工技能大赛", DAY.when)
    store.ingest(page(fair, contest, id_="both"), NOW)
    _ingest(store, replace(contest, uid="told", sources=(source(issued=NEXT),)))
    known = store.event("told")
    assert known is not None
    assert known.uid == contest.uid


def test_two_events_of_one_page_stay_two(store: Store) -> None:
    twin = event("twin", "讲座：劳动法", DAY.when)
    assert _ingest(store, twin, replace(twin, uid="other twin")).added == 2


def test_merge_can_be_undone_and_stays_undone(store: Store) -> None:
    _ingest(store, _told())
    store.separate("told", NOW + timedelta(days=4))
    assert store.event("told") != store.event(DAY.uid)
    _ingest(store, _told(attendance="百余人"))
    known, told = store.event(DAY.uid), store.event("told")
    assert known is not None
    assert told is not None
    assert (known.sources, told.attendance) == (DAY.sources, "百余人")
