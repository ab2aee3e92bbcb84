from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

import pytest

from calendar_app.model import Kind, Status
from calendar_app.store.selection import Cancelled, Colour, Precision, Selection, UnknownValue

EVERYTHING = Selection(
    district=("110105", "110115"),
    kind=(Kind.EXHIBITION, Kind.CONCERT),
    organiser="总工会",
    q="劳动 & 艺术",
    first=date(2024, 9, 1),
    last=date(2024, 9, 30),
    precision=Precision.DAY,
    status=(Status.UPCOMING,),
    cancelled=Cancelled.MARK,
    past=7,
    name="周末去哪儿",
    color=Colour.TEAL,
)


@pytest.mark.parametrize("chosen", [Selection(), EVERYTHING, Selection(past=0)])
def test_query_reads_back_as_the_same_selection(chosen: Selection) -> None:
    assert Selection.parse(parse_qs(chosen.query())) == chosen


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("q=&kind=&past=&cancelled=keep&page=3", ""),
        ("past=90", "past=90"),
        (
            "kind=concert&district=110115&district=chaoyang&district=CHAOYANG",
            "district=chaoyang&district=daxing&kind=concert",
        ),
        ("kind=concert&kind=gala", "kind=gala&kind=concert"),
        ("district=210102", "district=210102"),
        ("q=%20%E8%AF%97%20", "q=%E8%AF%97"),
    ],
)
def test_query_is_canonical(query: str, canonical: str) -> None:
    assert Selection.parse(parse_qs(query, keep_blank_values=True)).query() == canonical


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("district", "atlantis"),
        ("district", "110000"),
        ("kind", "Gala"),
        ("q", "长" * 10_000),
        ("q", "a\x00b"),
        ("organiser", "长" * 101),
        ("from", "2024-02-30"),
        ("to", "tomorrow"),
        ("precision", "exact"),
        ("status", "maybe"),
        ("cancelled", "yes"),
        ("past", "-1"),
        ("past", "1000000000"),
        ("past", "٣"),
        ("past", "soon"),
        ("name", "长" * 101),
        ("name", "a\nBEGIN:VEVENT"),
        ("color", "red;}"),
    ],
)
def test_value_that_means_nothing_is_refused(parameter: str, value: str) -> None:
    with pytest.raises(UnknownValue) as refused:
        Selection.parse({parameter: [value]})
    assert refused.value.parameter == parameter
    assert refused.value.known
    assert len(str(refused.value)) < 1000


def test_too_many_values_are_refused() -> None:
    with pytest.raises(UnknownValue):
        Selection.parse({"district": ["chaoyang"] * 5_000})


def test_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UnknownValue) as refused:
        Selection.parse({"from": ["2024-09-02"], "to": ["2024-09-01"]})
    assert refused.value.parameter == "to"


@pytest.mark.parametrize(
    ("chosen", "chinese", "english"),
    [
        (Selection(), "活动日历", "Calendar of events"),
        (Selection(district=("110105",)), "朝阳区的活动", "Events in Chaoyang"),
        (Selection(district=("110105",), kind=(Kind.CONCERT,)), "朝阳区的音乐会", "Concert in Chaoyang"),
        (
            EVERYTHING,
            (
                "朝阳区、大兴区的展览、音乐会"
                "（即将举行，总工会主办，含“劳动 & 艺术”，2024-09-01起，至2024-09-30，日期确定）"
            ),
            (
                "Exhibition, concert in Chaoyang, Daxing"
                " (upcoming, held by 总工会, with “劳动 & 艺术”, from 2024-09-01, to 2024-09-30, day known)"
            ),
        ),
    ],
)
def test_title_says_what_is_selected(chosen: Selection, chinese: str, english: str) -> None:
    assert (chosen.title(), chosen.title("en")) == (chinese, english)
