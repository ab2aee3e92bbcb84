from __future__ import annotations

import json
from typing import Any

import feedparser
import pytest
from icalendar import Calendar

from calendar_app.publishing.checks import check
from tests.events import EVENTS
from tests.publishing.feeds_by_hand import GOLDEN, feeds

FEEDS = feeds()


@pytest.mark.parametrize("name", FEEDS)
def test_feed_equals_golden_file(name: str) -> None:
    assert FEEDS[name] == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize("name", FEEDS)
def test_feed_passes_its_own_check(name: str) -> None:
    assert check(FEEDS[name]) == ()


@pytest.mark.parametrize("name", FEEDS)
def test_hostile_text_comes_out_escaped(name: str) -> None:
    content = FEEDS[name]
    assert "开放日".encode() in content
    assert b"\x00" not in content
    assert b"\x0b" not in content
    assert b"\nATTENDEE" not in content
    if name == "calendar.ics":
        assert content.count(b"\r\nBEGIN:VEVENT\r\n") == len(EVENTS) + 1  # one of the events is on two days
    else:
        assert b"<b>" not in content or name == "feed.json"


def test_calendar_is_valid_to_icalendar() -> None:
    calendar: Any = Calendar.from_ical(FEEDS["calendar.ics"])
    calendar.validate()
    assert {str(each["UID"]) for each in calendar.walk("VEVENT")} == {each.uid for each in EVENTS} | {"several-2"}
    assert str(calendar["X-WR-CALNAME"]) == "朝阳区的活动"


@pytest.mark.parametrize("name", ["feed.rss", "feed.atom"])
def test_feed_is_well_formed_to_feedparser(name: str) -> None:
    read = feedparser.parse(FEEDS[name])
    assert read.bozo is False
    assert len(read.entries) == len(EVENTS)
    assert read.entries[0].link == "https://calendar.example/events/day"
    assert read.entries[0].ev_startdate == "2024-09-17"
    assert read.feed.link == "https://calendar.example/districts/chaoyang"


def test_json_feed_has_every_event() -> None:
    read = json.loads(FEEDS["feed.json"])
    assert [item["_event"]["uid"] for item in read["items"]] == [each.uid for each in EVENTS]
