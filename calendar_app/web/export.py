"""The whole site as static files: the application asks itself for every address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec.structs import replace

from calendar_app.publishing.channel import address
from calendar_app.publishing.feeds import FORMATS
from calendar_app.publishing.site import Published, Served, publish
from calendar_app.store.districts import districts
from calendar_app.store.selection import LONGEST_PAST, Selection
from calendar_app.web import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from flask.testing import FlaskClient

    from calendar_app.config import Settings
    from calendar_app.store import Store

PAGES = ("/", "/announced", "/map", "/subscribe", "/about", "/feeds.opml", "/robots.txt", "/sitemap.xml")
FOLLOWED = ("/static/", "/venues/", "/organisers/")
"""What pages link to beside what `starts` lists; months are listed, for they link to one another without end."""


def export(settings: Settings, folder: Path, today: date) -> Published:
    """Write every page, feed and asset of the site into a folder, as of a day."""
    app = create_app(replace(settings, rate_limit=""), today=today)
    store: Store = app.extensions["store"]
    try:
        client = app.test_client()
        return publish(lambda each: _fetch(client, each), list(_starts(store, today)), FOLLOWED, folder)
    finally:
        store.close()


def _fetch(client: FlaskClient, at: str) -> Served | None:
    with client.get(at) as answered:
        return Served(answered.data, answered.content_type) if answered.status_code == 200 else None


def _starts(store: Store, today: date) -> Iterator[str]:
    yield from PAGES
    for chosen in (Selection(), *(Selection(district=(each.adcode,)) for each in districts())):
        yield address(chosen)
        yield from (address(chosen, file) for file in FORMATS)
        yield from (address(chosen, f"archive/{month}.atom") for month in store.archive_months(chosen))
    events = store.select(Selection(past=LONGEST_PAST), today)
    months = {day.isoformat()[:7] for event in events if (day := event.when.first_day)}
    yield from (f"/month/{month}" for month in sorted(months))
    for event in events:
        yield from (f"/events/{quote(event.uid, safe='@')}{extension}" for extension in ("", ".ics", ".json"))
