from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from calendar_app.model import BEIJING_TIME, Basis, Event, Evidence, Form, Kind, Role, Status
from calendar_app.store.merging import FIELDS, Effect, changed_fields, combine, stamped
from tests import events
from tests.events import DAXING, DAY, ISSUED, NOW, PAST_WINDOW, moved, source, when, where

MIDNIGHT = datetime.combine(ISSUED, time(), BEIJING_TIME)
KEPT = stamped(None, DAY, NOW)

CHANGES: tuple[tuple[dict[str, Any], int], ...] = (
    ({"title": "中秋诗歌会"}, 1),
    ({"when": when(Form.DAY, "2024-09-18", date(2024, 9, 18), date(2024, 9, 18))}, 1),
    ({"when": replace(DAY.when, hours=(time(19), None))}, 1),
    ({"where": where(DAXING, venue="大兴区文化馆")}, 1),
    ({"status": Status.CANCELLED}, 1),
    ({"status": Status.POSTPONED}, 1),
    ({"status": Status.PAST}, 0),
    ({"status": Status.ONGOING}, 0),
    ({"when": replace(DAY.when, implied=(), rule="another rule")}, 0),
    ({"where": replace(DAY.where, basis=Basis.ORGANISER, written="文化馆")}, 0),
    ({"when_text": "中秋"}, 0),
    ({"when_span": (1, 3)}, 0),
    ({"kind": Kind.FESTIVAL}, 0),
    ({"confidence": 0.1}, 0),
    ({"sources": (source(sentence="另一句。"),)}, 0),
    ({"evidence": ()}, 0),
    ({"organisers": ("朝阳区总工会",)}, 0),
    ({"attendance": "百余人"}, 0),
    ({"deadline": ISSUED}, 0),
    ({"admission": "免费"}, 0),
    ({"signup": "电话报名"}, 0),
    ({"previous": DAY.when}, 0),
)


@pytest.mark.parametrize(("change", "raised"), CHANGES)
def test_change_raises_the_sequence_or_only_the_date(change: dict[str, Any], raised: int) -> None:
    later = NOW + timedelta(days=1)
    after = replace(DAY, **change)
    assert stamped(KEPT, after, later) == replace(after, sequence=raised, created=MIDNIGHT, changed=later)


def test_every_field_of_an_event_is_in_the_table() -> None:
    own = {"uid", "sequence", "created", "changed"}
    assert {name for change, _ in CHANGES for name in change} == set(Event.__struct_fields__) - own
    assert {field.effect for field in FIELDS} == set(Effect)


def test_event_told_again_alike_is_unchanged() -> None:
    assert stamped(KEPT, DAY, NOW + timedelta(days=1)) is KEPT
    assert changed_fields(KEPT, DAY) == ()


def test_change_by_a_later_report_is_as_old_as_that_report() -> None:
    next_issue = ISSUED + timedelta(days=2)
    told = replace(DAY, status=Status.CANCELLED, sources=(source(issued=next_issue), *DAY.sources))
    after = stamped(KEPT, told, NOW + timedelta(days=9))
    assert (after.created, after.changed) == (MIDNIGHT, MIDNIGHT + timedelta(days=2))


def test_time_of_change_always_grows() -> None:
    once = stamped(KEPT, replace(DAY, title="甲"), NOW)
    twice = stamped(once, replace(DAY, title="乙"), NOW)
    assert once.changed is not None
    assert twice.changed == once.changed + timedelta(seconds=1)


# ---------------------------------------------------------------- one out of several

LATER = source("后续报道", "开幕式昨日举行。", ISSUED + timedelta(days=1))
CLEAR = replace(moved(PAST_WINDOW, date(2024, 9, 8)), uid="clear", when_text="9月8日", sources=(LATER,))
AWAY = moved(PAST_WINDOW, date(2024, 9, 20))
UNTIL = when(Form.OPEN, "../2024-10-07", None, date(2024, 10, 7))
FULL_TITLE = "朝阳区“匠心”职工书画展开幕式"
TOLD_CLEARLY = {"when": CLEAR.when, "when_text": "9月8日", "sources": (LATER, *PAST_WINDOW.sources)}


def _told(**more: Any) -> Event:  # noqa: ANN401  fields of any type
    return replace(PAST_WINDOW, **more)


@pytest.mark.parametrize(
    ("tellings", "merged"),
    [
        ((PAST_WINDOW,), {}),
        # The clearer time wins, whichever report comes last, and its report comes first.
        ((PAST_WINDOW, CLEAR), TOLD_CLEARLY),
        ((CLEAR, PAST_WINDOW), {"uid": "clear", **TOLD_CLEARLY}),
        # A contradiction: the later report wins, the earlier time is kept beside it.
        ((PAST_WINDOW, AWAY), {"when": AWAY.when, "previous": PAST_WINDOW.when}),
        # The better evidence places it.
        ((PAST_WINDOW, _told(where=where(DAXING, basis=Basis.HOME))), {}),
        # The fuller title is taken, another wording is not.
        ((PAST_WINDOW, _told(title=FULL_TITLE)), {"title": FULL_TITLE}),
        ((PAST_WINDOW, _told(title="书画展开幕")), {}),
        (
            (_told(organisers=("甲",), attendance="百人"), _told(organisers=("甲", "乙"))),
            {"organisers": ("甲", "乙"), "attendance": "百人"},
        ),
        ((PAST_WINDOW, _told(status=Status.CANCELLED)), {"status": Status.CANCELLED}),
    ],
)
def test_reports_make_one_event(tellings: tuple[Event, ...], merged: dict[str, Any]) -> None:
    assert combine(tellings) == replace(PAST_WINDOW, **merged)


def test_span_says_more_than_its_end_alone() -> None:
    until = replace(events.SPAN, when=UNTIL, sources=(LATER,))
    sources = (*events.SPAN.sources, LATER)
    assert combine((events.SPAN, until)) == combine((until, events.SPAN)) == replace(events.SPAN, sources=sources)


def test_evidence_of_all_reports_is_kept_once() -> None:
    more = Evidence(Role.WHERE, "朝阳区文化馆", (0, 6), "made by hand")
    merged = combine((DAY, replace(DAY, evidence=(more, *DAY.evidence))))
    assert merged.evidence == (more, *DAY.evidence)
    assert merged.sources == events.DAY.sources
