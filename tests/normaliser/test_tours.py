"""The stops of what goes from place to place; FRIDAY is the day of publication."""

from datetime import date

from calendar_app.model import Page
from calendar_app.normaliser.stages import normalise_page

FRIDAY = date(2024, 5, 10)


def stops(text: str) -> list[tuple[str, list[str]]]:
    page = Page(id="page.txt", text=f"标题一行字\n\n　　本报讯（记者 闻溪）{text}\n", issued=FRIDAY, home="110000")
    events = normalise_page(page).events
    return [(each.when.edtf, [district.adcode for district in each.where.districts]) for each in events]


def test_days_and_places_told_in_clauses() -> None:
    told = stops(
        "昨天，“家门口的岗位”系列招聘会首场在朝阳公园举行。招聘会还将走进三个区：5月18日在海淀公园，"
        "5月25日在玉渊潭公园，6月1日在顺义公园，时间均为上午9点到11点。"
    )
    assert told == [
        ("2024-05-09", ["110105"]),
        ("2024-05-18T09:00:00+08:00/2024-05-18T11:00:00+08:00", ["110108"]),
        ("2024-05-25T09:00:00+08:00/2024-05-25T11:00:00+08:00", ["110108"]),
        ("2024-06-01T09:00:00+08:00/2024-06-01T11:00:00+08:00", ["110113"]),
    ]


def test_days_and_places_told_in_two_lists() -> None:
    told = stops(
        "“老物件”巡展5月8日在首都图书馆启动。巡展将于5月18日、25日和6月1日依次走进北京大学、天坛公园和玉渊潭公园，"
        "最后一站定于6月8日在劳动人民文化宫举行。"
    )
    assert told[1:] == [
        ("2024-06-08", ["110101"]),
        ("2024-05-18", ["110108"]),
        ("2024-05-25", ["110101"]),
        ("2024-06-01", ["110108"]),
    ]


def test_days_and_places_told_as_items() -> None:
    told = stops(
        "区总工会5月举办“新起点”专场招聘会，三场均为上午9点到12点：5月15日，朝阳公园，主打电子岗位；"
        "5月17日，玉渊潭公园，主打护理岗位；5月20日，顺义公园，主打物流岗位。"
    )
    assert told == [
        ("2024-05-15T09:00:00+08:00/2024-05-15T12:00:00+08:00", ["110105"]),
        ("2024-05-17T09:00:00+08:00/2024-05-17T12:00:00+08:00", ["110108"]),
        ("2024-05-20T09:00:00+08:00/2024-05-20T12:00:00+08:00", ["110113"]),
    ]


def test_more_places_than_days_are_no_stops() -> None:
    told = stops("“老物件”展将于5月18日、25日分别在北京大学、天坛公园和顺义公园举行。")
    assert [when for when, _ in told] == ["{2024-05-18,2024-05-25}"]
