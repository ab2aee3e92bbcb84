from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from calendar_app.store.selection import Selection
from calendar_app.web.subscriptions import google, outlook, webcal

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

DAXING = Selection(district=("110115",))


def test_links_subscribe_to_the_very_feed(app: Flask) -> None:
    with app.test_request_context():
        phone, google_link, outlook_link = webcal(DAXING), google(DAXING), outlook(DAXING, "live")
    assert phone == "webcal://calendar.example/districts/daxing/calendar.ics"
    assert parse_qs(urlsplit(google_link).query)["cid"] == [phone]
    told = parse_qs(urlsplit(outlook_link).query)
    assert told["url"] == ["https://calendar.example/districts/daxing/calendar.ics"]
    assert told["name"] == ["大兴区的活动"]


def test_builder_shows_the_choice_and_its_subscription(client: FlaskClient) -> None:
    text = client.get("/subscribe?district=daxing&kind=lecture&precision=day&cancelled=drop").text
    assert '<input type="checkbox" name="district" value="daxing" checked>' in text
    assert '<input type="checkbox" name="kind" value="lecture" checked>' in text
    assert '<input type="radio" name="precision" value="day" checked>' in text
    query = "kind=lecture&amp;precision=day&amp;cancelled=drop"
    assert f'value="https://calendar.example/districts/daxing/calendar.ics?{query}"' in text
    assert "<svg" in text


def test_embed_may_be_framed_and_nothing_else(client: FlaskClient) -> None:
    framed, page = client.get("/embed"), client.get("/subscribe")
    assert "frame-ancestors *" in framed.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed.headers
    assert page.headers["X-Frame-Options"] == "DENY"


def test_venue_and_organiser_have_pages(client: FlaskClient) -> None:
    assert "职工合唱音乐会" in client.get("/venues/朝阳区文化馆").text
    assert "社区灯谜晚会" in client.get("/organisers/大兴区文化馆").text
    assert client.get("/venues/无名馆").status_code == 404


def test_announced_lists_what_has_no_day(client: FlaskClient) -> None:
    text = client.get("/announced").text
    assert "秋季职工运动会" in text
    assert "职工合唱音乐会" not in text


def test_about_counts_what_was_read(client: FlaskClient) -> None:
    text = client.get("/about").text
    assert "<dt>项活动</dt><dd>18</dd>" in text
    assert "<dt>没有日期</dt><dd>1</dd>" in text
