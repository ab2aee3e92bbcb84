"""Pages, feeds and API reach back equally far: what a visitor sees is what a subscriber gets."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from calendar_app.cli.ingest import ingest
from calendar_app.config import Settings
from calendar_app.model import Form
from calendar_app.reading import read
from calendar_app.resources import folder
from calendar_app.store.districts import districts
from calendar_app.web import create_app
from tests.events import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

LINK = re.compile(r'<p class="title">(?:<s>)?<a href="/events/(?P<uid>[^"]+)"')
UID = re.compile(r"^UID:(?P<uid>[^\r]+)\r$", re.MULTILINE)
LATER_DAY = re.compile(r"-\d+(?=@)")
"""What the second of several days, and those after it, have in their UIDs."""


@pytest.fixture(scope="module", params=[date(2025, 9, 5), date(2031, 1, 1)], ids=str)
def demo(request: pytest.FixtureRequest) -> Iterator[Flask]:
    built = create_app(Settings(database="sqlite://", rate_limit=""), today=request.param)
    opened = built.extensions["store"]
    ingest(opened, read(folder("data") / "pages", home="110000", settings=Settings()), NOW)
    yield built
    opened.close()


@pytest.mark.parametrize("query", ["", *(f"?district={each.slug}" for each in districts())])
def test_page_feeds_and_api_give_the_same_events(demo: Flask, query: str) -> None:
    client = demo.test_client()
    shown = {unquote(found["uid"]) for found in LINK.finditer(client.get(f"/{query}").text)}
    told = client.get(f"/api/events{query}{'&' if query else '?'}per_page=200").json
    assert told is not None
    dated = {each["uid"] for each in told["events"] if each["when"]["kind"] != Form.COARSE.value}
    calendar = client.get(f"/calendar.ics{query}").text.replace("\r\n ", "")
    items = client.get(f"/feed.json{query}").json
    assert items is not None
    assert shown == {each["uid"] for each in told["events"]}
    held = {found["uid"] for found in UID.finditer(calendar)}
    assert {uid if uid in dated else LATER_DAY.sub("", uid) for uid in held} == dated
    assert {unquote(each["url"].rpartition("/")[2]) for each in items["items"]} == shown
    for feed in ("feed.rss", "feed.atom"):
        assert all(uid in client.get(f"/{feed}{query}").text for uid in shown)


def test_sample_pages_are_shown_whole(demo: Flask) -> None:
    counted = demo.extensions["store"].coverage().events
    told = demo.test_client().get("/api/events").json
    assert told is not None
    assert counted == told["total"] > 20
