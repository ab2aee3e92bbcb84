from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from calendar_app.web.structured import exclusive_end_of, json_ld
from tests.events import CANCELLED, COARSE, DAY, HOSTILE, MOMENT, PAST_WINDOW, POSTPONED, SEVERAL, SPAN

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
