from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
from msgspec.structs import replace

from calendar_app.config import Settings
from calendar_app.model import Form
from calendar_app.store.selection import Selection
from calendar_app.web import create_app
from calendar_app.web.agenda import MOST_ROWS, agenda, cut
from calendar_app.web.sections import Listed, Stretches
from tests.events import DAY, ISSUED, NOW, event, page, when

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient


def titles(app: Flask, selection: Selection, today: date = ISSUED) -> dict[str, list[str]]:
    with app.test_request_context():
        shown = agenda(selection, title="", today=today)
    return {part.id: [row.title for day in part.days for row in day.rows] for part in shown.sections}


def test_agenda_sorts_what_is_on_what_comes_and_what_was(app: Flask) -> None:
    shown = titles(app, Selection())
    assert shown["now"] == ["公园花展", "延庆葡萄采摘节"]
    assert shown["coming"][:4] == ["清晨太极拳", "劳模事迹展", "“匠心”职工书画展开幕式", "周末惠民戏曲专场"]
    assert shown["undated"] == ["秋季职工运动会"]
    assert "past" not in shown


def test_agenda_when_everything_is_past_shows_the_latest_days(app: Flask) -> None:
    shown = titles(app, Selection(), ISSUED + timedelta(days=800))
    assert list(shown) == ["past", "never-dated"]
    assert shown["past"][0] == "周六公益课堂"


def test_agenda_when_everything_is_past_says_so(app: Flask) -> None:
    with app.test_request_context():
        shown = agenda(Selection(), title="", today=ISSUED + timedelta(days=800))
    assert shown.note == "报纸上眼下没有进行中或将来的活动；下面是最近的。"


def test_agenda_of_a_district_lists_only_its_events(app: Flask) -> None:
    shown = titles(app, Selection(district=("110119",)))
    assert shown == {"now": ["延庆葡萄采摘节"], "coming": ["京郊徒步大会"]}


def test_chips_count_every_district_whatever_is_chosen(app: Flask) -> None:
    with app.test_request_context():
        shown = agenda(Selection(district=("110119",)), title="", today=ISSUED)
    assert [(chip.text, chip.count, chip.current) for chip in shown.chips] == [
        ("全部", "", False),
        ("朝阳区", "12", False),
        ("大兴区", "4", False),
        ("延庆区", "2", True),
    ]
    assert [chip.href for chip in shown.chips] == [
        "/",
        "/?district=chaoyang&district=yanqing",
        "/?district=daxing&district=yanqing",
        "/",
    ]


def test_cut_keeps_whole_days_and_links_to_the_rest(app: Flask) -> None:
    days = [ISSUED + timedelta(days=number // 3) for number in range(MOST_ROWS + 20)]
    coming = tuple(
        Listed(day, event(f"e{n}", f"第{n}场", when(Form.DAY, day.isoformat(), day, day))) for n, day in enumerate(days)
    )
    with app.test_request_context():
        kept, later = cut(Stretches(coming=coming), Selection())
    assert kept.coming == coming[: MOST_ROWS // 3 * 3]
    assert later == f"/?from={days[MOST_ROWS // 3 * 3].isoformat()}"


def test_cut_of_one_crowded_day_still_shows_a_page(app: Flask) -> None:
    crowd = tuple(Listed(ISSUED, replace(DAY, uid=f"e{number}")) for number in range(MOST_ROWS + 1))
    with app.test_request_context():
        kept, _ = cut(Stretches(coming=crowd), Selection())
    assert kept.coming == crowd[:MOST_ROWS]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", "已取消"),
        ("/", "9月21日至30日之间的一天"),
        ("/", "原定2024年9月13日"),
        ("/", '<link rel="alternate" type="text/calendar" title="活动日历" href="/calendar.ics">'),
        ("/?district=daxing", 'title="大兴区的活动" href="/districts/daxing/calendar.ics">'),
        ("/districts/daxing", "<h1>大兴区</h1>"),
        ("/?q=没有这样的词", "没有符合条件的活动"),
    ],
)
def test_agenda_page_says(client: FlaskClient, address: str, words: str) -> None:
    assert words in client.get(address).text


def test_district_by_adcode_leads_to_its_slug(client: FlaskClient) -> None:
    answer = client.get("/districts/110115")
    assert (answer.status_code, answer.location) == (301, "/districts/daxing")


def test_agenda_escapes_a_hostile_title(client: FlaskClient) -> None:
    text = client.get("/").text
    assert "&lt;/script&gt;]]&gt;&lt;b&gt;" in text
    assert "<b>" not in text
    assert "\x00" not in text


def test_agenda_of_a_district_names_its_venues(app: Flask) -> None:
    with app.test_request_context():
        shown = agenda(Selection(district=("110115",)), title="", today=ISSUED)
        everywhere = agenda(Selection(), title="", today=ISSUED)
    assert [(venue.text, venue.href) for venue in shown.venues] == [
        ("大兴区图书馆", "/venues/%E5%A4%A7%E5%85%B4%E5%8C%BA%E5%9B%BE%E4%B9%A6%E9%A6%86")
    ]
    assert everywhere.venues == ()


def test_agenda_leads_back_only_where_something_was() -> None:
    days = [ISSUED - timedelta(days=number) for number in range(MOST_ROWS + 20)]
    told = [event(f"e{n}", f"{n * n}号厅讲座", when(Form.DAY, day.isoformat(), day, day)) for n, day in enumerate(days)]
    built = create_app(Settings(database="sqlite://"), today=ISSUED + timedelta(days=1))
    built.extensions["store"].ingest(page(*told), NOW)
    with built.test_request_context():
        first = agenda(Selection(), title="", today=ISSUED + timedelta(days=1))
        before = Selection.parse(parse_qs(first.earlier.partition("?")[2]))
        second = agenda(before, title="", today=ISSUED + timedelta(days=1))
        recent = agenda(Selection(first=ISSUED), title="", today=ISSUED + timedelta(days=1))
    built.extensions["store"].close()
    assert first.earlier == f"/?to={days[MOST_ROWS].isoformat()}&past=36500"
    assert [len(shown.sections[0].days) for shown in (first, second, recent)] == [MOST_ROWS, 20, 1]
    assert (second.earlier, recent.earlier) == ("", "")
