from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from icalendar import Calendar
from msgspec.structs import replace
from recurring_ical_events import of

from calendar_app.model import BEIJING_TIME, Event, Form, Status
from calendar_app.publishing.ical import calendar, vevent
from tests import events
from tests.events import when


def _read(*told: Event, mark: bool = False) -> Any:  # noqa: ANN401  a parsed property may be of any type
    pieces = "".join(vevent(each, mark=mark) for each in told)
    return Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{pieces}END:VCALENDAR\r\n")


def _one(told: Event, *, mark: bool = False) -> Any:  # noqa: ANN401  likewise
    (only,) = _read(told, mark=mark).walk("VEVENT")
    return only


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 9, day, hour, minute, tzinfo=BEIJING_TIME)


def _day(day: int, month: int = 9) -> date:
    return date(2024, month, day)


@pytest.mark.parametrize(
    ("told", "starts", "ends", "status"),
    [
        (events.DAY, _day(17), _day(18), "CONFIRMED"),
        (events.EVENING, _day(16), _day(17), "CONFIRMED"),
        (events.MOMENT, _at(14, 14, 30), None, "CONFIRMED"),
        (events.PERIOD, _at(15, 9), _at(15, 11), "CONFIRMED"),
        (events.HOURS, _at(14, 9), _at(14, 17), "CONFIRMED"),
        (events.SPAN, _day(10), _day(8, 10), "CONFIRMED"),
        (events.PAST_WINDOW, _day(12), _day(13), "TENTATIVE"),
        (events.FUTURE_WINDOW, _day(21), _day(22), "TENTATIVE"),
        (events.OPEN_END, _day(12), _day(13), "CONFIRMED"),
        (events.OPEN_BEGIN, _day(30), _day(1, 10), "CONFIRMED"),
        (events.COARSE, _day(1, 10), _day(2, 10), "TENTATIVE"),
        (events.RECURRING, _at(14, 14), _at(14, 16), "CONFIRMED"),
        (events.CANCELLED, _day(18), _day(19), "CANCELLED"),
        (events.POSTPONED, _day(25), _day(26), "CONFIRMED"),
        (replace(events.POSTPONED, previous=None), _day(25), _day(26), "TENTATIVE"),
    ],
)
def test_event_stands_where_its_time_says(told: Event, starts: date, ends: date | None, status: str) -> None:
    component = _one(told)
    assert component["DTSTART"].dt == starts
    assert (component["DTEND"].dt if "DTEND" in component else None) == ends
    assert component["STATUS"] == status


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (events.HOURS, tuple(range(14, 21))),
        (events.SEVERAL, (14, 21)),
        (events.RECURRING, (14, 21, 28)),
        (replace(events.RECURRING, when=replace(events.RECURRING.when, start=_day(12))), (14, 21, 28)),
        (replace(events.RECURRING, when=replace(events.RECURRING.when, exdates=(_day(21),))), (14, 28)),
        (replace(events.RECURRING, when=replace(events.RECURRING.when, exdates=(_day(14),))), (21, 28)),
        (replace(events.RECURRING, when=replace(events.RECURRING.when, days=(_day(18),))), (14, 18, 21, 28)),
        (replace(events.RECURRING, when=replace(events.RECURRING.when, days=(_day(13),))), (13, 14, 21, 28)),
        (replace(events.RECURRING, when=replace(events.RECURRING.when, end=_day(13), days=(_day(13),))), (13,)),
        (
            replace(events.SEVERAL, when=replace(events.SEVERAL.when, hours=(time(19), time(21)))),
            (14, 21),
        ),
    ],
)
def test_occurrences_fall_on_each_day(told: Event, days: tuple[int, ...]) -> None:
    found = of(_read(told)).between(_day(1), _day(1, 10))
    assert tuple(sorted(each["DTSTART"].dt.day for each in found)) == days


def test_recurrence_without_end_is_bounded() -> None:
    assert _one(events.EVERY_DAY)["RRULE"] == {"FREQ": ["DAILY"], "COUNT": [365]}


def test_hours_past_midnight_close_on_the_next_day() -> None:
    late = replace(events.DAY, when=replace(events.DAY.when, hours=(time(22), time(2))))
    assert _one(late)["DTEND"].dt == _at(18, 2)


def test_days_of_one_event_have_numbered_uids() -> None:
    moved = replace(
        events.SEVERAL, when=replace(events.SEVERAL.when, days=(_day(15), _day(22)), start=_day(15), end=_day(22))
    )
    for told in (events.SEVERAL, moved):
        assert [str(each["UID"]) for each in _read(told).walk("VEVENT")] == ["several", "several-2"]
    hosted = replace(events.SEVERAL, uid="several@calendar-app")
    assert [str(each["UID"]) for each in _read(hosted).walk("VEVENT")] == [hosted.uid, "several-2@calendar-app"]


def test_event_without_year_is_on_no_day() -> None:
    undated = replace(events.DAY, when=when(Form.DAY, "XXXX-11-16", None, None))
    assert vevent(undated) == ""


def test_cancelled_event_can_say_so_in_words_only() -> None:
    component = _one(events.CANCELLED, mark=True)
    assert (component["STATUS"], component["SUMMARY"]) == ("CONFIRMED", "【已取消】露天电影放映")


def test_times_of_change_are_the_events_own() -> None:
    created, changed = _at(12, 0), _at(13, 0)
    component = _one(replace(events.DAY, created=created, changed=changed, sequence=3))
    assert component["CREATED"].dt == created
    assert component["LAST-MODIFIED"].dt == component["DTSTAMP"].dt == changed
    assert component["SEQUENCE"] == 3


def test_description_says_why_and_quotes() -> None:
    assert str(_one(events.PAST_WINDOW)["DESCRIPTION"]).splitlines() == [
        "时间：2024年9月5日至12日之间的一天（日期不确定）",
        "依据：“近日”，按出报日2024年9月12日推算",
        "地点：朝阳区文化馆，朝阳区，北京市（报道写明场馆）",
        "来源：《首都职工报》2024年9月12日第04版：秋日活动预告",
        "原文：“匠心”职工书画展开幕式将举行。",
        "https://paper.example/2024-09/12/04.html",
    ]


def test_text_of_hostile_titles_survives_the_round_trip() -> None:
    assert str(_one(events.HOSTILE)["SUMMARY"]) == (
        '</script>]]><b>甲,乙;丙\\丁</b> END:VEVENT BEGIN:VEVENT🎭 &amp; "开放日"'
    )


def test_calendar_of_nothing_is_valid() -> None:
    empty: Any = Calendar.from_ical(calendar(()))
    empty.validate()


def test_status_of_time_never_shows() -> None:
    assert vevent(events.DAY) == vevent(replace(events.DAY, status=Status.PAST))
