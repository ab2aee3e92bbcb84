from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from calendar_app.config import Settings
from calendar_app.model import Form
from calendar_app.web import create_app
from calendar_app.web.structured import exclusive_end_of, json_ld, run_of
from tests.events import (
    CANCELLED,
    CHAOYANG,
    COARSE,
    DAY,
    HOSTILE,
    ISSUED,
    MOMENT,
    NOW,
    PAST_WINDOW,
    POSTPONED,
    SEVERAL,
    SPAN,
    page,
    when,
    where,
)

if TYPE_CHECKING:
    from calendar_app.model import Event

URL = "https://calendar.example/events/x"


def thing(event: Event) -> dict[str, object]:
    document: dict[str, object] = json.loads(json_ld(event, URL))
    return document


def test_thing_is_a_whole_event() -> None:
    assert thing(MOMENT) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": URL,
        "url": URL,
        "name": "职工合唱音乐会",
        "inLanguage": "zh-CN",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "startDate": "2024-09-14T14:30:00+08:00",
        "description": "职工合唱音乐会将举行。",
        "location": {
            "@type": "Place",
            "name": "朝阳区文化馆",
            "address": {
                "@type": "PostalAddress",
                "addressCountry": "CN",
                "addressRegion": "北京市",
                "addressLocality": "朝阳区",
            },
        },
    }


@pytest.mark.parametrize(
    ("event", "field", "value"),
    [
        (SPAN, "endDate", "2024-10-07"),
        (CANCELLED, "eventStatus", "https://schema.org/EventCancelled"),
        (POSTPONED, "eventStatus", "https://schema.org/EventRescheduled"),
        (POSTPONED, "previousStartDate", "2024-09-13"),
        (PAST_WINDOW, "startDate", None),
        (COARSE, "startDate", None),
    ],
)
def test_thing_claims_no_more_than_the_report(event: Event, field: str, value: str | None) -> None:
    assert thing(event).get(field) == value


def test_several_days_are_sub_events() -> None:
    parts = thing(SEVERAL)["subEvent"]
    assert [part["startDate"] for part in parts] == ["2024-09-14", "2024-09-21"]  # type: ignore[attr-defined]  # JSON


def test_hostile_text_cannot_end_the_script() -> None:
    written = json_ld(HOSTILE, URL)
    assert "<" not in written
    assert json.loads(written)["name"] == HOSTILE.title


@pytest.mark.parametrize(("event", "end"), [(SPAN, "2024-10-08"), (DAY, "2024-09-18"), (MOMENT, ""), (PAST_WINDOW, "")])
def test_h_event_ends_the_day_after(event: Event, end: str) -> None:
    assert exclusive_end_of(event) == end


EXHIBITION = replace(SPAN, title="劳模书画展")
FIRST = EXHIBITION.when.first_day or ISSUED
OPENING = replace(DAY, title="“劳模书画展”开幕式", when=when(Form.DAY, FIRST.isoformat(), FIRST, FIRST))
ELSEWHERE = where(CHAOYANG, venue="朝阳区文化馆")


@pytest.mark.parametrize(
    ("event", "beside", "found"),
    [
        (OPENING, (HOSTILE, EXHIBITION), EXHIBITION),
        (replace(OPENING, title="劳模书画展启动仪式"), (EXHIBITION,), EXHIBITION),
        (replace(OPENING, title="劳模书画展座谈会"), (EXHIBITION,), None),
        (replace(OPENING, title="少儿书画展开幕式"), (EXHIBITION,), None),
        (OPENING, (EXHIBITION, replace(EXHIBITION, uid="another")), None),
        (OPENING, (replace(EXHIBITION, when=DAY.when),), None),
        (replace(OPENING, when=DAY.when), (EXHIBITION,), None),
        (OPENING, (replace(EXHIBITION, where=ELSEWHERE),), None),
        (EXHIBITION, (OPENING,), None),
        (replace(OPENING, title="开幕式"), (EXHIBITION,), None),
    ],
)
def test_run_of_is_found_only_where_it_is_sure(event: Event, beside: tuple[Event, ...], found: Event | None) -> None:
    assert run_of(replace(event, where=EXHIBITION.where), beside) == found


def test_opening_is_part_of_its_run() -> None:
    document = json.loads(json_ld(OPENING, URL, EXHIBITION, "https://calendar.example/events/run"))
    assert document["superEvent"]["name"] == "劳模书画展"
    assert document["superEvent"]["@id"] == "https://calendar.example/events/run"
    assert document["superEvent"]["startDate"] == FIRST.isoformat()
    assert "superEvent" not in thing(EXHIBITION)


def test_opening_leads_to_its_run() -> None:
    built = create_app(Settings(database="sqlite://"), today=ISSUED)
    built.extensions["store"].ingest(page(replace(OPENING, where=EXHIBITION.where), EXHIBITION), NOW)
    text = built.test_client().get(f"/events/{OPENING.uid}").text
    built.extensions["store"].close()
    assert f'<dd><a href="/events/{EXHIBITION.uid}">劳模书画展</a></dd>' in text
    assert '"superEvent"' in text
