from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from calendar_app.store.records import Change
from calendar_app.web.event import event_page
from calendar_app.web.history import Correction, Step
from tests.events import CANCELLED, COARSE, DAY, EVENTS, ISSUED, MOMENT, NOW, PAST_WINDOW, PERIOD, POSTPONED, moved

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from calendar_app.model import Event


def facts(app: Flask, event: Event) -> dict[str, list[str]]:
    with app.test_request_context():
        shown = event_page(event, (), ISSUED)
    return {fact.term: [value.text for value in fact.values] for fact in shown.facts}


def test_event_page_tells_everything_known(app: Flask) -> None:
    assert facts(app, PERIOD) == {
        "地区": ["大兴区"],
        "地点依据": ["报道写明场馆"],
        "人数": ["百余名职工"],
        "报名截止": ["2024年9月13日"],
        "把握": ["90%"],
    }


def test_event_page_of_a_postponed_event_tells_the_old_day(app: Flask) -> None:
    assert facts(app, POSTPONED)["原定"] == ["2024年9月13日（周五）"]


def test_event_page_of_a_coarse_event_offers_no_calendar(app: Flask) -> None:
    with app.test_request_context():
        assert event_page(COARSE, (), ISSUED).take == ()


def test_event_page_dates_for_machines_only_what_is_certain(app: Flask) -> None:
    with app.test_request_context():
        certain, uncertain = event_page(MOMENT, (), ISSUED), event_page(PAST_WINDOW, (), ISSUED)
    assert (certain.starts, uncertain.starts) == ("2024-09-14T14:30:00+08:00", "")


@pytest.mark.parametrize("event", EVENTS, ids=[each.uid for each in EVENTS])
def test_event_page_of_every_form_is_served(client: FlaskClient, event: Event) -> None:
    answer = client.get(f"/events/{event.uid}")
    assert answer.status_code == 200
    assert "报上的原句" in answer.text


def test_event_page_marks_what_was_read_from_the_sentence(client: FlaskClient) -> None:
    text = client.get(f"/events/{MOMENT.uid}").text
    assert '<mark class="what" title="活动">职工合唱音乐会</mark>将举行。' in text


def test_event_page_strikes_a_cancelled_title(client: FlaskClient) -> None:
    assert "<s>露天电影放映</s>" in client.get(f"/events/{CANCELLED.uid}").text


def test_event_page_lets_no_markup_through(client: FlaskClient) -> None:
    text = client.get("/events/hostile").text
    assert text.count("</script>") == 2  # of the JSON-LD, and of the script beside it
    assert "<b>" not in text


def test_unknown_event_is_not_found(client: FlaskClient) -> None:
    answer = client.get("/events/nowhere")
    assert answer.status_code == 404
    assert "回到日程" in answer.text


def test_event_page_tells_what_a_later_report_corrected(app: Flask) -> None:
    moved_day = moved(DAY, date(2024, 9, 18))
    change = Change(uid="day", version=1, what="changed", changed=NOW, page="later", before=DAY, after=moved_day)
    with app.test_request_context():
        (step,) = event_page(moved_day, (change,), ISSUED).history
    assert step == Step(
        "2024年9月12日",
        "后来的报道有更正",
        (Correction("时间", "2024年9月17日（周二）", "2024年9月18日（周三）"),),
    )
