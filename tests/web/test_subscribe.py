from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from calendar_app.store.selection import Selection
from calendar_app.web.about import Measured, measured
from calendar_app.web.subscriptions import google, outlook, webcal

if TYPE_CHECKING:
    from pathlib import Path

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


def test_name_and_colour_are_the_feeds_own(client: FlaskClient) -> None:
    query = "name=%E5%91%A8%E6%9C%AB,%E5%8E%BB%E5%93%AA%3B%3Cb%3E&color=teal"
    calendar = client.get(f"/districts/daxing/calendar.ics?{query}").text
    plain = client.get("/districts/daxing/calendar.ics").text
    for line in ("NAME:周末\\,去哪\\;<b>", "X-WR-CALNAME:周末\\,去哪\\;<b>", "COLOR:teal"):
        assert f"\r\n{line}\r\n" in calendar
    assert "\r\nNAME:大兴区的活动\r\n" in plain
    assert "\r\nCOLOR:firebrick\r\n" in plain
    assert calendar.count("BEGIN:VEVENT") == plain.count("BEGIN:VEVENT") > 0
    assert "<title>周末,去哪;&lt;b&gt;</title>" in client.get(f"/feed.rss?{query}").text


def test_builder_offers_a_name_and_a_colour(client: FlaskClient) -> None:
    text = client.get("/subscribe?district=daxing&name=%22%3E%E5%A4%A7%E5%85%B4&color=teal").text
    query = "name=%22%3E%E5%A4%A7%E5%85%B4&amp;color=teal"
    assert f'value="https://calendar.example/districts/daxing/calendar.ics?{query}"' in text
    assert 'name="name" value="&#34;&gt;大兴"' in text
    assert '<option value="teal" selected>青</option>' in text
    assert '<a href="/districts/daxing">大兴区的活动</a>' in text


@pytest.mark.parametrize("query", ["name=a%0Ab", "color=%23ff0000", f"name={'n' * 101}"])
def test_name_or_colour_that_cannot_be_is_refused(client: FlaskClient, query: str) -> None:
    assert client.get(f"/calendar.ics?{query}").status_code == 400


@pytest.mark.parametrize("at", ["/events/moment", "/subscribe"])
def test_sharing_needs_no_script(client: FlaskClient, at: str) -> None:
    text = client.get(at).text
    assert 'href="mailto:?subject=' in text
    assert "https%3A%2F%2Fcalendar.example%2F" in text
    assert 'src="/static/share.js" defer' in text


def test_measured_quality_is_read_from_its_table(tmp_path: Path) -> None:
    table = tmp_path / "quality.csv"
    assert measured(table) == ()
    table.write_text("what,value,measured_on,source\n时间,0.97,2024-09-12,自编 400 句\n,1,,\n地点,0.95\n", "utf-8")
    assert measured(table) == (Measured("时间", "0.97", "2024-09-12", "自编 400 句"), Measured("地点", "0.95", "", ""))


def test_about_shows_measured_quality_where_there_is_any(
    client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("calendar_app.web.about.folder", lambda _name: tmp_path)
    assert "读得多准" not in client.get("/about?1").text
    (tmp_path / "quality.csv").write_text("what,value,measured_on\n<b>时间,0.97,2024-09-12\n", "utf-8")
    assert (
        '<th scope="row" lang="zh-CN">&lt;b&gt;时间</th><td>0.97</td><td>2024-09-12</td>' in client.get("/about?2").text
    )
