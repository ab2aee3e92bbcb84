from __future__ import annotations

import pytest

from calendar_app.model import Level, PlaceRole
from calendar_app.normaliser.places import find_places, locate


@pytest.mark.parametrize(
    ("home", "text", "districts"),
    [
        ("320100", "梅花节将在玄武区梅山、浦口区象山、溧水区无想山三处同时开幕", "320102 320111 320117"),
        ("330100", "登山赛在余杭区径山、富阳区龙门山和临安区大明山举行", "330110 330111 330112"),
        ("110000", "采摘节在平谷区东长峪、密云区巨各庄两地举行", "110117 110118"),
        ("310000", "市集在徐汇区田林街道、杨浦区五角场街道、嘉定区南翔镇同日开张", "310104 310110 310114"),
        ("110000", "朝阳、徐汇、长宁三区的图书馆结对", "110105 310104 310105"),
    ],
)
def test_listed_districts_all_count(home: str, text: str, districts: str) -> None:
    assert [district.adcode for district in locate(text, home)[1].districts] == districts.split()


def test_listed_site_lies_in_its_district_whatever_it_is_called() -> None:
    found = find_places("在浦口区老山、溧水区方山等地举行")
    assert [(m.text, m.adcodes, m.level, m.role) for m in found if m.rule.startswith("listed")] == [
        ("老山", ("320111",), Level.VENUE, PlaceRole.SITE),
        ("方山", ("320117",), Level.VENUE, PlaceRole.SITE),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "朝阳区总工会、海淀区总工会联合举办招聘会",
        "东城区代表队、西城区代表队进入决赛",
        "怀柔区板栗、平谷区大桃摆上展台",
    ],
)
def test_listed_bodies_people_and_products_are_no_sites(text: str) -> None:
    assert not [m for m in find_places(text) if m.rule.startswith("listed")]
