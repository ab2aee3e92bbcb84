from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import pytest

from calendar_app.model import Event, Form
from calendar_app.publishing.text import one_line
from calendar_app.publishing.wording import summary
from calendar_app.store.days import occurrences
from tests.clients.conftest import COUNT, Site, node
from tests.events import ISSUED

if TYPE_CHECKING:
    from collections.abc import Mapping


def _get(site: Site, path: str) -> bytes:
    with urlopen(site.url + path) as answered:  # noqa: S310  our own server
        content: bytes = answered.read()
    return content


def _by_uid(read: Mapping[str, Any]) -> dict[str, Any]:
    return {each["uid"]: each for each in read["events"]}


def _on_a_day(site: Site) -> dict[str, Event]:
    return {uid: each for uid, each in site.events.items() if each.when.form is not Form.COARSE}


def _starts(event: Event) -> str:
    """Say when an event starts the way JavaScript does."""
    start = event.when.start
    if isinstance(start, datetime):
        moment = start.astimezone(UTC)
    elif event.when.hours:
        moment = datetime.combine(occurrences(event)[0], event.when.hours[0], _zone(event)).astimezone(UTC)
    else:
        moment = datetime.combine(occurrences(event)[0], time(), UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _zone(_event: Event) -> Any:  # noqa: ANN401  a zone
    from calendar_app.model import BEIJING_TIME

    return BEIJING_TIME


@pytest.mark.parametrize("script", ["read_with_ical_js.mjs", "read_with_node_ical.mjs"])
def test_calendar_library_reads_every_event_as_it_is(site: Site, script: str) -> None:
    read = _by_uid(node(script, _get(site, "/calendar.ics")))
    known = _on_a_day(site)
    several = {uid for uid, each in known.items() if each.when.form is Form.SEVERAL}
    assert read.keys() == known.keys() | {f"{uid}-2" for uid in several}
    for uid, event in known.items():
        assert read[uid]["summary"] == summary(event), uid
        assert read[uid]["start"] == _starts(event), uid
        assert read[uid]["allDay"] is not (isinstance(event.when.start, datetime) or bool(event.when.hours)), uid
        assert f"来源：《首都职工报》{ISSUED.year}年" in read[uid]["description"], uid


def test_ical_js_repeats_events_on_their_days(site: Site) -> None:
    read = _by_uid(node("read_with_ical_js.mjs", _get(site, "/calendar.ics")))
    for uid, event in _on_a_day(site).items():
        if event.when.form is Form.RECURRING or event.when.hours:
            assert read[uid]["days"] == [day.isoformat() for day in occurrences(event)], uid


def test_node_ical_repeats_events_as_often(site: Site) -> None:
    read = _by_uid(node("read_with_node_ical.mjs", _get(site, "/calendar.ics")))
    for uid, event in _on_a_day(site).items():
        if event.when.form is Form.RECURRING or event.when.hours:
            assert read[uid]["days"] == len(occurrences(event)), uid


@pytest.mark.parametrize("path", ["/feed.rss", "/feed.atom"])
def test_rss_parser_reads_every_entry(site: Site, path: str) -> None:
    read = node("read_with_rss_parser.mjs", _get(site, path))
    assert len(read["items"]) == COUNT
    titles = {each["title"] for each in read["items"]}
    assert any(one_line(event.title) in title for event in site.events.values() for title in titles)
    first = next(each for each in read["items"] if each["link"].endswith("/events/moment-2"))
    assert first["ev:startdate"] == "2024-09-14T14:30:00+08:00"
    assert datetime.fromisoformat(first["isoDate"]).date() < ISSUED
