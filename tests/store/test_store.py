from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from calendar_app.model import BEIJING_TIME, Status
from calendar_app.store import Ingested, Store
from calendar_app.store.codec import from_json, to_json
from calendar_app.store.days import runs
from calendar_app.store.selection import Cancelled, Precision, Selection
from tests.events import (
    CANCELLED,
    COARSE,
    DAXING,
    DAY,
    EVENTS,
    HOSTILE,
    ISSUED,
    MOMENT,
    NOW,
    PAGE,
    REVIEW,
    moved,
    page,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calendar_app.model import Event

ALL = Selection()
ISSUED_AT = datetime.combine(ISSUED, time(), BEIJING_TIME)


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with Store.open(database) as opened:
        yield opened


def _uids(events: tuple[Event, ...]) -> tuple[str, ...]:
    return tuple(each.uid for each in events)


def test_codec_gives_back_every_event() -> None:
    assert tuple(from_json(type(each), to_json(each)) for each in EVENTS) == EVENTS


def test_half_a_character_does_not_stop_an_ingest(store: Store) -> None:
    halved = replace(DAY, title="中秋\ud83c诗会", organisers=("主办\udc00方",))
    assert store.ingest(page(halved, reviews=(replace(REVIEW, text="\ud800"),)), NOW).added == 1
    assert store.event(DAY.uid) == replace(halved, created=ISSUED_AT, changed=ISSUED_AT)
    assert _uids(store.select(Selection(q="中秋诗会"), ISSUED)) == (DAY.uid,)


def test_ingest_counts_what_it_wrote(store: Store) -> None:
    assert store.ingest(PAGE, NOW) == Ingested(pages=1, reports=1, added=len(EVENTS), reviews=1)


def test_ingest_of_the_same_page_changes_nothing(store: Store) -> None:
    store.ingest(PAGE, NOW)
    before = store.select(ALL, ISSUED), store.validator(ALL, ISSUED), store.history(DAY.uid)
    again = store.ingest(PAGE, NOW + timedelta(days=1))
    assert again == Ingested(pages=1, known_pages=1, reports=1, unchanged=len(EVENTS), reviews=1)
    assert (store.select(ALL, ISSUED), store.validator(ALL, ISSUED), store.history(DAY.uid)) == before


def test_select_gives_events_by_first_day(store: Store) -> None:
    store.ingest(PAGE, NOW)
    assert _uids(store.select(ALL, ISSUED)) == (
        "span",
        "every-day",
        "open-end",
        "past-window",
        "several",
        "hours",
        "recurring",
        "moment",
        "period",
        "evening",
        "day",
        "cancelled",
        "long",
        "hostile",
        "future-window",
        "postponed",
        "open-begin",
        "coarse",
    )


@pytest.mark.parametrize(
    ("chosen", "uids"),
    [
        (Selection(district=(DAXING.adcode,)), ("span", "period", "evening", "cancelled")),
        (Selection(district=(DAXING.adcode,), cancelled=Cancelled.DROP), ("span", "period", "evening")),
        (Selection(q="大兴区 讲座"), ("period",)),
        (Selection(q="大興區"), ("span", "period", "evening", "cancelled")),
        (Selection(q="100%_"), ()),
        (Selection(organiser="总工会"), ("evening",)),
        (Selection(precision=Precision.TIME), ("hours", "recurring", "moment", "period")),
        (Selection(first=date(2024, 10, 1)), ("span", "every-day", "open-end", "recurring", "coarse")),
        (
            Selection(first=date(2024, 9, 16), last=date(2024, 9, 16), status=(Status.UPCOMING,)),
            ("several", "hours", "recurring", "evening"),
        ),
        (Selection(status=(Status.CANCELLED, Status.PAST)), ("past-window", "cancelled")),
    ],
)
def test_select_keeps_to_the_selection(store: Store, chosen: Selection, uids: tuple[str, ...]) -> None:
    store.ingest(PAGE, NOW)
    assert _uids(store.select(chosen, ISSUED)) == uids


def test_past_counts_back_from_the_newest_issue_of_an_old_archive(store: Store) -> None:
    store.ingest(PAGE, NOW)
    assert _uids(store.select(ALL, date(2034, 1, 1))) == _uids(store.select(ALL, ISSUED))


def test_changed_event_keeps_its_uid_and_raises_its_sequence(store: Store) -> None:
    store.ingest(page(DAY, MOMENT), NOW)
    later = NOW + timedelta(days=1)
    moved_day = moved(DAY, date(2024, 9, 18))
    assert store.ingest(page(moved_day, MOMENT), later) == Ingested(pages=1, reports=1, changed=1, unchanged=1)
    first, second = store.history(DAY.uid)
    assert second.before == first.after
    assert second.after == replace(moved_day, sequence=1, created=first.changed, changed=later)
    assert store.event(DAY.uid) == second.after
    assert store.changes(ALL, ISSUED) == (second,)
    assert store.changes(Selection(district=(DAXING.adcode,)), ISSUED) == ()


def test_event_that_a_page_no_longer_tells_is_withdrawn(store: Store) -> None:
    store.ingest(page(DAY, MOMENT), NOW)
    assert store.ingest(page(DAY), NOW) == Ingested(pages=1, reports=1, unchanged=1, withdrawn=1)
    assert store.event(MOMENT.uid) is None
    assert [each.what for each in store.history(MOMENT.uid)] == ["added", "withdrawn"]


def test_event_told_again_after_it_was_withdrawn_counts_on(store: Store) -> None:
    store.ingest(page(DAY, MOMENT), NOW)
    store.ingest(page(moved(DAY, date(2024, 9, 18)), MOMENT), NOW + timedelta(days=1))
    store.ingest(page(MOMENT), NOW + timedelta(days=2))
    assert store.event(DAY.uid) is None
    store.ingest(page(DAY, MOMENT), NOW + timedelta(days=3))
    again = store.event(DAY.uid)
    assert again is not None
    assert (again.sequence, again.changed) == (2, NOW + timedelta(days=3))


def test_district_counts_pass_over_the_chosen_districts(store: Store) -> None:
    store.ingest(PAGE, NOW)
    expected = {"110105": 12, "110115": 4, "110119": 2}
    assert store.district_counts(ALL, ISSUED) == expected
    assert store.district_counts(Selection(district=(DAXING.adcode,)), ISSUED) == expected


def test_pieces_are_rendered_once_and_follow_the_selection(database: str) -> None:
    rendered: list[str] = []

    def title(event: Event) -> str:
        rendered.append(event.uid)
        return event.title.replace("\x00", "")

    with Store.open(database) as store:
        store.ingest(page(DAY, MOMENT), NOW)
    with Store.open(database, {"title": title}) as store:
        assert store.pieces(ALL, ISSUED, "title").bodies == (MOMENT.title, DAY.title)
        assert store.pieces(ALL, ISSUED, "title").bodies == (MOMENT.title, DAY.title)
        store.ingest(page(HOSTILE, id_="another"), NOW)
        assert len(store.pieces(ALL, ISSUED, "title").bodies) == 3
        assert store.pieces(ALL, ISSUED, "title", newest=1).bodies == (DAY.title,)
        assert sorted(rendered) == sorted([DAY.uid, MOMENT.uid, HOSTILE.uid])
        old = replace(moved(DAY, date(2004, 9, 17)), uid="old")
        store.ingest(page(old, id_="old", issued=date(2004, 9, 1)), NOW)
        assert old.uid not in rendered
        assert store.pieces(Selection(past=36_500), ISSUED, "title").bodies[0] == DAY.title
        assert old.uid in rendered


def test_validator_moves_with_a_change_and_with_the_day(store: Store) -> None:
    tokens = [store.validator(ALL, ISSUED)]
    store.ingest(page(DAY), NOW)
    tokens.append(store.validator(ALL, ISSUED))
    tokens.append(store.validator(ALL, ISSUED + timedelta(days=1)))
    tokens.append(store.validator(Selection(q="诗"), ISSUED))
    assert len(set(tokens)) == 4


def test_state_moves_with_what_anybody_writes(store: Store, database: str) -> None:
    before = store.state()
    assert store.state() == before
    with Store.open(database) as another:
        another.ingest(page(DAY), NOW)
    after = store.state()
    assert after != before
    store.ingest(page(MOMENT), NOW)
    assert store.state() != after


def test_reports_reviews_and_coverage_sum_up_what_was_read(store: Store) -> None:
    store.ingest(PAGE, NOW)
    (report,) = store.reports()
    assert (report.headline, report.events, report.reviews) == ("秋日活动预告", len(EVENTS), 1)
    (review,) = store.reviews()
    assert (review.reason, review.text, review.span) == (REVIEW.reason, REVIEW.text, REVIEW.span)
    counts = store.coverage()
    assert (counts.events, counts.uncertain, counts.coarse, counts.newest) == (len(EVENTS), 2, 1, ISSUED)


def test_database_in_memory_serves_too() -> None:
    with Store.open("sqlite://") as store:
        store.ingest(page(CANCELLED, COARSE), NOW)
        assert _uids(store.select(ALL, ISSUED)) == ("cancelled", "coarse")


def test_stays_are_the_runs_of_what_has_a_day(store: Store) -> None:
    store.ingest(PAGE, NOW)
    told = {stay.uid: stay.runs for stay in store.stays(ALL, ISSUED)}
    assert told == {each.uid: runs(each) for each in store.select(ALL, ISSUED) if runs(each)}
    assert tuple(store.events(sorted(told))) == tuple(each.uid for each in store.select(ALL, ISSUED) if runs(each))


def test_undated_gives_what_no_day_is_known_of(store: Store) -> None:
    store.ingest(PAGE, NOW)
    assert store.undated(ALL, ISSUED, 10) == tuple(each for each in store.select(ALL, ISSUED) if not runs(each))
