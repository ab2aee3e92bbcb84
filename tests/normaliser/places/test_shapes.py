from __future__ import annotations

import pytest

from calendar_app.normaliser.places.shapes import counted, edge, generic, parted


@pytest.mark.parametrize(
    ("text", "tail", "name"),
    [
        ("活动在老粮仓剧场举行", "剧场", "老粮仓剧场"),
        ("和平里文化广场", "广场", "和平里文化广场"),
        ("与同仁医院", "医院", "同仁医院"),
        ("职工们走进青年书店", "书店", "青年书店"),
        ("三家大型商场", "商场", "大型商场"),
        ("9日下午小剧场", "剧场", "小剧场"),
        ("杨庄南区的小广场", "广场", "小广场"),
    ],
)
def test_edge_of_name(text: str, tail: str, name: str) -> None:
    start = text.index(tail)
    assert text[edge(text, start) : start + len(tail)] == name


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [("区文化馆", 0, True), ("在区文化馆", 1, True), ("由区委", 1, True), ("顺义区委", 2, False), ("矿区", 1, False)],
)
def test_parted(text: str, start: int, expected: bool) -> None:
    assert parted(text, start) is expected


def test_generic_names_are_none() -> None:
    assert generic("中心")
    assert not generic("文化中心")


def test_counted_venues_are_no_name() -> None:
    assert counted("大型商场")
    assert not counted("大兴商场")
