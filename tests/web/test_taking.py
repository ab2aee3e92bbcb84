from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from calendar_app.web.taking import taking_links
from tests.events import DAY, MOMENT, PAST_WINDOW, PERIOD, SPAN

if TYPE_CHECKING:
    from flask import Flask

    from calendar_app.model import Event


def queries(app: Flask, event: Event) -> list[dict[str, str]]:
    with app.test_request_context():
        links = taking_links(event)
    return [{name: values[0] for name, values in parse_qs(urlsplit(link.href).query).items()} for link in links]


@pytest.mark.parametrize(
    ("event", "dates"),
    [
        (DAY, "20240917/20240918"),
        (SPAN, "20240910/20241008"),
        (PAST_WINDOW, "20240912/20240913"),
        (MOMENT, "20240914T143000/20240914T163000"),
        (PERIOD, "20240915T090000/20240915T110000"),
    ],
    ids=lambda value: getattr(value, "uid", ""),
)
def test_google_is_told_exclusive_ends(app: Flask, event: Event, dates: str) -> None:
    assert queries(app, event)[2]["dates"] == dates


@pytest.mark.parametrize(
    ("event", "start", "end", "whole_day"),
    [
        (SPAN, "2024-09-10", "2024-10-08", "true"),
        (PERIOD, "2024-09-15T09:00:00+08:00", "2024-09-15T11:00:00+08:00", "false"),
    ],
    ids=lambda value: getattr(value, "uid", ""),
)
def test_outlook_is_told_instants_with_their_offset(
    app: Flask, event: Event, start: str, end: str, whole_day: str
) -> None:
    query = queries(app, event)[3]
    assert (query["startdt"], query["enddt"], query["allday"]) == (start, end, whole_day)


def test_uncertain_event_says_so_in_its_title(app: Flask) -> None:
    assert queries(app, PAST_WINDOW)[2]["text"] == "“匠心”职工书画展开幕式（日期大致）"


def test_links_begin_with_the_file_and_the_phone(app: Flask) -> None:
    with app.test_request_context():
        links = taking_links(DAY)
    assert [link.href for link in links[:2]] == ["/events/day.ics", "webcal://calendar.example/events/day.ics"]
