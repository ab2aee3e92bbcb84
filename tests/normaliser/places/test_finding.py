from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.model import Level
from calendar_app.normaliser.places.finding import find

if TYPE_CHECKING:
    from calendar_app.normaliser.places import Gazetteer

V, C, T, D = Level.VENUE, Level.COMMUNITY, Level.TOWNSHIP, Level.DISTRICT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在首都图书馆看书", [("首都图书馆", "首都图书馆", V, ("110105",), "gazetteer")]),
        ("在首图看书", [("首图", "首都图书馆", V, ("110105",), "gazetteer")]),
        ("京西大剧院小剧场", [("京西大剧院小剧场", "京西大剧院", V, ("110102",), "inner")]),
        ("在房山区老粮仓剧场", [("房山区老粮仓剧场", "房山区老粮仓剧场", V, ("110111",), "pattern")]),
        (
            "来到大兴区工人文化宫影剧院",
            [("大兴区工人文化宫影剧院", "大兴区工人文化宫影剧院", V, ("110115",), "pattern")],
        ),
        ("在老粮仓剧场", [("老粮仓剧场", "老粮仓剧场", V, (), "shape")]),
        (
            "在河北镇磁家务村",
            [
                ("河北镇", "河北镇", T, ("110111002",), "gazetteer"),
                ("磁家务村", "磁家务村", C, ("110111002001",), "gazetteer"),
            ],
        ),
        ("南关居委会", [("南关居委会", "南关居委会", C, ("110111001001",), "gazetteer")]),
        ("走进杏花里社区", [("杏花里社区", "杏花里社区", C, (), "shape")]),
        ("在红旗街道", [("红旗街道", "红旗街道", T, ("220104001",), "gazetteer")]),
        ("到辛丰镇去", [("辛丰镇", "辛丰镇", T, ("350102001",), "gazetteer")]),
        ("区文化馆", [("区文化馆", "区文化馆", D, (), "elided-district")]),
        ("该区文化馆", [("该区文化馆", "文化馆", V, (), "district-anaphor")]),
        (
            "济南市中区",
            [
                ("济南", "济南市", Level.CITY, ("370100",), "gazetteer"),
                ("市中区", "市中区", D, ("370103",), "gazetteer"),
            ],
        ),
        ("在朝阳区中心", [("朝阳区", "朝阳区", D, ("110105", "220104"), "gazetteer")]),
        ("吃三明治", []),
        ("十二家大型商场", []),
    ],
)  # fmt: skip
def test_find(small: Gazetteer, text: str, found: list[tuple[str, str, Level, tuple[str, ...], str]]) -> None:
    hits = [(text[hit.start : hit.end], hit.name, hit.level, hit.codes, hit.rule) for hit in find(text, small)]
    assert hits == found


@pytest.mark.parametrize("text", ["中心" * 400, "广场、" * 400, "区文化馆" * 400, "在" * 400, "朝阳" * 400])
def test_find_keeps_names_short(small: Gazetteer, text: str) -> None:
    assert all(hit.end - hit.start < 50 for hit in find(text, small))
