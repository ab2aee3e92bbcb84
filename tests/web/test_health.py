from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.config import Settings
from calendar_app.web import create_app
from tests.events import EVENTS, ISSUED, NOW, PAGE

if TYPE_CHECKING:
    from pathlib import Path


def test_site_says_how_it_is_and_what_may_be_fetched(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'x.sqlite3'}", base_url="https://calendar.example")
    app = create_app(settings, today=ISSUED)
    store = app.extensions["store"]
    store.ingest(PAGE, NOW)
    client = app.test_client()
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").text == f"ok: 1 pages, {len(EVENTS)} events, newest issue 2024-09-12\n"
    assert client.get("/robots.txt").text == (
        "User-agent: *\nAllow: /\nSitemap: https://calendar.example/sitemap.xml\n"
    )
    listed = client.get("/sitemap.xml").text
    assert "<loc>https://calendar.example/districts/chaoyang</loc>" in listed
    assert "<loc>https://calendar.example/events/day</loc>" in listed
    store.close()
