from __future__ import annotations

import gzip
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from icalendar import Calendar
from msgspec.structs import replace

from calendar_app.config import Settings
from calendar_app.model import Status
from calendar_app.publishing.checks import check
from calendar_app.store import Store
from calendar_app.web import create_app
from tests.events import CANCELLED, COARSE, DAY, EVENTS, ISSUED, MOMENT, NOW, PAGE, moved, page, source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient


FEEDS = ("/calendar.ics", "/feed.rss", "/feed.atom", "/feed.json", "/changes.atom")
ON_A_DAY = {each.uid for each in EVENTS if each is not COARSE}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    settings = Settings(database=f"sqlite:///{tmp_path / 'calendar.sqlite3'}", rate_limit="")
    made = create_app(settings, today=ISSUED)
    yield made
    _store(made).close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    _store(app).ingest(PAGE, NOW)
    return app.test_client()


def _store(app: Flask) -> Store:
    store: Store = app.extensions["store"]
    return store


def _uids(content: bytes) -> set[str]:
    parsed: Any = Calendar.from_ical(content)
    return {str(each["UID"]) for each in parsed.walk("VEVENT")} - {"several-2"}


@pytest.mark.parametrize(
    "address", [*FEEDS, "/districts/daxing/feed.rss", "/calendar.ics?q=nothing", "/events/day.ics"]
)
def test_feed_passes_the_check(client: FlaskClient, address: str) -> None:
    answered = client.get(address)
    assert answered.status_code == 200
    assert check(answered.data) == ()


@pytest.mark.parametrize(
    ("address", "uids"),
    [
        ("/calendar.ics", ON_A_DAY),
        ("/calendar.ics?precision=coarse", ON_A_DAY | {COARSE.uid}),
        ("/calendar.ics?district=110115", {"span", "period", "evening", "cancelled"}),
        ("/districts/daxing/calendar.ics", {"span", "period", "evening", "cancelled"}),
        ("/districts/110115/calendar.ics?cancelled=drop", {"span", "period", "evening"}),
        ("/calendar.ics?kind=lecture", {"period"}),
        ("/calendar.ics?past=0", ON_A_DAY),
    ],
)
def test_calendar_holds_what_is_selected(client: FlaskClient, address: str, uids: set[str]) -> None:
    assert _uids(client.get(address).data) == uids


def test_feed_readers_get_the_same_events_as_the_page(client: FlaskClient) -> None:
    query = "district=110115"
    listed = json.loads(client.get(f"/feed.json?{query}").data)["items"]
    uids = {item["_event"]["uid"] for item in listed}
    assert uids == _uids(client.get(f"/calendar.ics?{query}").data) == {"span", "period", "evening", "cancelled"}
    agenda = client.get(f"/?{query}").text
    assert all(f"/events/{uid}" in agenda for uid in uids)
    assert f"/events/{DAY.uid}" not in agenda


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_entries_are_dated_by_their_report(client: FlaskClient, form: str) -> None:
    read = feedparser.parse(client.get(f"/feed.{form}").data)
    assert read.bozo is False
    assert {entry.published_parsed[:5] for entry in read.entries} == {(2024, 9, 11, 16, 0)}


def test_cancelled_event_can_be_marked_in_words(client: FlaskClient) -> None:
    kept, marked = (client.get(f"/calendar.ics?cancelled={policy}").text for policy in ("keep", "mark"))
    assert ("STATUS:CANCELLED" in kept, "STATUS:CANCELLED" in marked) == (True, False)
    assert "SUMMARY:【已取消】露天电影放映" in marked


# ---------------------------------------------------------------- conditional requests


@pytest.mark.parametrize("address", [*FEEDS, "/feeds.opml", "/events/day.json"])
def test_same_tag_answers_304_without_body(client: FlaskClient, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert not first.headers["ETag"].startswith("W/")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"If-Modified-Since": "Thu, 12 Sep 2024 12:00:00 GMT"}, 304),
        ({"If-Modified-Since": "Thu, 12 Sep 2024 11:59:59 GMT"}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({"If-None-Match": '"other"', "If-Modified-Since": "Thu, 12 Sep 2034 12:00:00 GMT"}, 200),
        ({"If-None-Match": "*"}, 304),
    ],
)
def test_tag_decides_before_the_date(client: FlaskClient, headers: dict[str, str], status: int) -> None:
    assert client.get("/calendar.ics", headers=headers).status_code == status


def test_head_is_a_get_without_body(client: FlaskClient) -> None:
    got, asked = client.get("/calendar.ics"), client.head("/calendar.ics")
    assert (asked.status_code, asked.data, dict(asked.headers)) == (200, b"", dict(got.headers))


def test_feed_keeps_tag_and_date_while_its_own_events_stay(app: Flask, client: FlaskClient) -> None:
    before = client.get("/districts/yanqing/calendar.ics")
    _store(app).ingest(page(MOMENT, id_="another"), NOW + timedelta(hours=1))
    _store(app).ingest(PAGE, NOW + timedelta(hours=2))
    after = client.get("/districts/yanqing/calendar.ics")
    assert dict(after.headers) == dict(before.headers)
    assert after.data == before.data


def test_feed_moves_when_an_event_leaves_the_window(app: Flask, client: FlaskClient) -> None:
    app.config["TODAY"] = ISSUED + timedelta(days=400)
    _store(app).ingest(page(DAY, id_="later", issued=ISSUED + timedelta(days=99)), NOW)
    app.config["TODAY"] = date(2024, 12, 11)
    before = client.get("/calendar.ics?past=84")
    app.config["TODAY"] = date(2024, 12, 12)
    after = client.get("/calendar.ics?past=84")
    assert _uids(before.data) - _uids(after.data) == {"cancelled"}
    assert before.headers["ETag"] != after.headers["ETag"]
    assert before.headers["Last-Modified"] != after.headers["Last-Modified"]


def test_moved_and_cancelled_events_keep_their_uid(app: Flask, client: FlaskClient) -> None:
    told = (moved(DAY, date(2024, 9, 18)), replace(MOMENT, status=Status.CANCELLED))
    _store(app).ingest(page(*told), NOW + timedelta(days=1))
    parsed: Any = Calendar.from_ical(client.get("/calendar.ics").data)
    found = {str(each["UID"]): each for each in parsed.walk("VEVENT")}
    assert set(found) == {DAY.uid, MOMENT.uid}
    assert (found[DAY.uid]["DTSTART"].dt, found[DAY.uid]["SEQUENCE"]) == (date(2024, 9, 18), 1)
    assert (found[MOMENT.uid]["STATUS"], found[MOMENT.uid]["SEQUENCE"]) == ("CANCELLED", 1)
    changes = feedparser.parse(client.get("/changes.atom").data)
    titles = {entry.title for entry in changes.entries}
    assert {"改期：中秋诗会", "取消：职工合唱音乐会", "撤回：露天电影放映"} <= titles
    assert "时间：2024年9月17日（周二） → 2024年9月18日（周三）" in str(changes.entries)


# ---------------------------------------------------------------- what clients are like


def test_compressed_feed_has_a_tag_of_its_own(client: FlaskClient) -> None:
    plain = client.get("/calendar.ics")
    zipped = client.get("/calendar.ics", headers={"Accept-Encoding": "gzip, deflate"})
    assert gzip.decompress(zipped.data) == plain.data
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert zipped.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in zipped.headers["Vary"]
    assert client.get("/calendar.ics", headers={"If-None-Match": zipped.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("accept", ["", "text/calendar", "application/xml;q=0.9, image/png", "nonsense"])
def test_feed_answers_whatever_is_accepted(client: FlaskClient, accept: str) -> None:
    answered = client.get("/calendar.ics", headers={"Accept": accept})
    assert (answered.status_code, answered.content_type) == (200, "text/calendar; charset=utf-8")


def test_feed_names_its_file_twice(client: FlaskClient) -> None:
    shown = client.get("/districts/chaoyang/calendar.ics").headers["Content-Disposition"]
    taken = client.get("/districts/chaoyang/calendar.ics?download=1").headers["Content-Disposition"]
    names = "filename=\"calendar.ics\"; filename*=UTF-8''%E6%9C%9D%E9%98%B3%E5%8C%BA%E7%9A%84%E6%B4%BB%E5%8A%A8.ics"
    assert (shown, taken) == (f"inline; {names}", f"attachment; {names}")


def test_feed_may_be_read_from_any_site(client: FlaskClient) -> None:
    answered = client.get("/feed.json")
    assert answered.headers["Access-Control-Allow-Origin"] == "*"
    assert "max-age=" in answered.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/districts/atlantis/calendar.ics", 404),
        ("/calendar.ics?district=atlantis", 404),
        ("/calendar.ics?kind=party", 400),
        ("/feed.rss?past=1000000000", 400),
        ("/events/unknown.ics", 404),
        ("/events/unknown.json", 404),
        ("/feed.xml", 404),
    ],
)
def test_unknown_selection_says_what_is_known(client: FlaskClient, address: str, status: int) -> None:
    answered = client.get(address, headers={"Accept": "application/json"})
    assert (answered.status_code, answered.content_type) == (status, "application/problem+json")


def test_event_alone_is_a_calendar_of_one(client: FlaskClient) -> None:
    assert _uids(client.get(f"/events/{CANCELLED.uid}.ics").data) == {CANCELLED.uid}
    assert json.loads(client.get(f"/events/{CANCELLED.uid}.json").data)["uid"] == CANCELLED.uid


def test_archives_lead_back_from_the_live_feed_to_the_first_month(app: Flask, client: FlaskClient) -> None:
    earlier = date(2024, 7, 1)
    old = replace(moved(DAY, earlier), uid="old", title="七月诗会", sources=(source(issued=earlier),))
    _store(app).ingest(page(old, id_="old", issued=earlier), NOW)
    live = client.get("/districts/chaoyang/feed.atom")
    links = {each.rel: each.href for each in feedparser.parse(live.data).feed.links}
    assert links["prev-archive"].endswith("/districts/chaoyang/archive/2024-09.atom")
    last = client.get("/districts/chaoyang/archive/2024-09.atom")
    links = {each.rel: each.href for each in feedparser.parse(last.data).feed.links}
    assert "next-archive" not in links
    assert links["prev-archive"].endswith("/districts/chaoyang/archive/2024-07.atom")
    first = client.get("/districts/chaoyang/archive/2024-07.atom")
    assert b"<fh:archive " in first.data
    assert check(first.data) == ()
    read = feedparser.parse(first.data)
    assert {each.rel: each.href for each in read.feed.links}["current"].endswith("/districts/chaoyang/feed.atom")
    assert [each.title for each in read.entries] == ["七月诗会（7月1日）"]
    assert client.get("/archive/2024-08.atom").status_code == 404
    assert client.get("/archive/%25.atom").status_code == 404


def test_list_of_feeds_names_every_district(client: FlaskClient) -> None:
    listed = client.get("/feeds.opml").text
    assert listed.count("/districts/") == 2 * 16
    assert 'xmlUrl="http://127.0.0.1:8000/feed.rss?kind=gala"' in listed


def test_answer_that_is_given_again_is_the_same_in_all(app: Flask, client: FlaskClient) -> None:
    zipped = {"Accept-Encoding": "gzip"}
    for headers in ({}, zipped):
        first = client.get("/calendar.ics", headers=headers)
        tagged = {**headers, "If-None-Match": first.headers["ETag"]}
        for method in ("GET", "HEAD"):
            again = client.open("/calendar.ics", method=method, headers=headers)
            fresh = app.test_client().open("/calendar.ics?", method=method, headers=headers)
            assert (again.status, again.data, dict(again.headers)) == (fresh.status, fresh.data, dict(fresh.headers))
            unchanged = client.open("/calendar.ics", method=method, headers=tagged)
            asked = client.open("/calendar.ics?cancelled=keep", method=method, headers=tagged)
            assert (unchanged.status_code, unchanged.data) == (304, b"")
            assert dict(unchanged.headers) == dict(asked.headers)


def test_poller_is_told_of_a_change_at_once(app: Flask, client: FlaskClient) -> None:
    tag = client.get("/calendar.ics").headers["ETag"]
    assert client.get("/calendar.ics", headers={"If-None-Match": tag}).status_code == 304
    with Store.open(app.extensions["settings"].database) as another:
        another.ingest(page(DAY), NOW + timedelta(days=1))
    changed = client.get("/calendar.ics", headers={"If-None-Match": tag})
    assert (changed.status_code, _uids(changed.data)) == (200, {DAY.uid})
    app.config["TODAY"] = ISSUED + timedelta(days=1)
    assert client.get("/calendar.ics").headers["Last-Modified"] == changed.headers["Last-Modified"]


def test_other_methods_are_never_answered_from_memory(client: FlaskClient) -> None:
    client.get("/calendar.ics")
    assert client.post("/calendar.ics").status_code == 405
    assert client.open("/calendar.ics", method="PROPFIND").status_code == 405
