from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.config import Settings
from calendar_app.web import create_app
from tests.events import DAY, ISSUED, MOMENT, NOW, page

if TYPE_CHECKING:
    from flask.testing import FlaskClient

PAGES = ("/", "/month/2024-09", "/events/day", "/subscribe", "/about", "/announced", "/map", "/districts/daxing")


@pytest.mark.parametrize("address", PAGES)
def test_page_that_has_not_changed_is_not_sent_again(client: FlaskClient, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    assert again.headers["Cache-Control"] == "no-cache"


def test_page_in_another_language_is_another_page(client: FlaskClient) -> None:
    chinese = client.get("/", headers={"Accept-Language": "zh"})
    english = client.get("/", headers={"Accept-Language": "en", "If-None-Match": chinese.headers["ETag"]})
    assert english.status_code == 200
    assert 'lang="en"' in english.text


def test_page_moves_with_the_store() -> None:
    app = create_app(Settings(database="sqlite://"), today=ISSUED)
    store, client = app.extensions["store"], app.test_client()
    store.ingest(page(DAY, id_="first"), NOW)
    before = client.get("/")
    store.ingest(page(MOMENT, id_="second"), NOW)
    after = client.get("/", headers={"If-None-Match": before.headers["ETag"]})
    store.close()
    assert MOMENT.title not in before.text
    assert (after.status_code, MOMENT.title in after.text) == (200, True)


def test_an_empty_store_has_a_page_that_says_so() -> None:
    app = create_app(Settings(database="sqlite://"), today=ISSUED)
    text = app.test_client().get("/").text
    app.extensions["store"].close()
    assert "还没有读到任何活动。" in text


@pytest.mark.parametrize("address", PAGES)
def test_page_names_itself_and_its_feeds(client: FlaskClient, address: str) -> None:
    text = client.get(address).text
    assert f'<link rel="canonical" href="https://calendar.example{address}">' in text
    assert '<meta property="og:title"' in text


def test_page_of_the_agenda_has_its_selection_as_feeds(client: FlaskClient) -> None:
    text = client.get("/?district=daxing&kind=lecture").text
    for path, kind in (
        ("/calendar.ics", "text/calendar"),
        ("/feed.rss", "application/rss+xml"),
        ("/feed.atom", "application/atom+xml"),
        ("/feed.json", "application/feed+json"),
    ):
        address = f'href="/districts/daxing{path}?kind=lecture"'
        assert f'<link rel="alternate" type="{kind}" title="大兴区的讲座" {address}>' in text


@pytest.mark.parametrize(
    ("address", "indexed"),
    [
        ("/", True),
        ("/districts/daxing", True),
        ("/?kind=lecture", False),
        ("/month/2024-09", True),
        ("/month/1999-01", False),
        ("/nowhere", False),
    ],
)
def test_search_engines_are_kept_from_endless_pages(client: FlaskClient, address: str, indexed: bool) -> None:
    assert ('<meta name="robots" content="noindex">' not in client.get(address).text) == indexed
