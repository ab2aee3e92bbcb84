from __future__ import annotations

import pytest

from calendar_app.model import Basis, PlaceRole
from calendar_app.normaliser.places import find_places, locate

BEIJING = "110000"


@pytest.mark.parametrize(
    ("text", "districts", "basis"),
    [
        ("讲座在首都博物馆举行", ("110102",), Basis.VENUE),
        ("宣讲团走进拱辰街道", ("110111",), Basis.DISTRICT),
        ("怀柔区总工会启动秋季专享活动", ("110116",), Basis.ORGANISER),
        ("书市在东城、丰台、石景山三区同时开市", ("110101", "110106", "110107"), Basis.DISTRICT),
        ("北京市朝阳区建国路93号", ("110105",), Basis.DISTRICT),
        ("福建省鼓楼区", ("350102",), Basis.DISTRICT),
        ("年货节将在全市展开", (), Basis.CITY),
        ("大家都吃了三明治", (), Basis.HOME),
    ],
)
def test_locate_text_of_beijing(text: str, districts: tuple[str, ...], basis: Basis) -> None:
    where = locate(text, BEIJING)[1]
    assert (tuple(d.adcode for d in where.districts), where.basis) == (districts, basis)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("选手来自通州区", "通州区", PlaceRole.GUEST),
        ("展览在中国美术馆开幕", "中国美术馆", PlaceRole.SITE),
        ("海淀区总工会主席到会祝贺", "海淀区", PlaceRole.AFFILIATION),
    ],
)
def test_find_places_gives_role(text: str, name: str, role: PlaceRole) -> None:
    assert [(m.name, m.role) for m in find_places(text)] == [(name, role)]


def test_venue_behind_the_name_of_another_city_is_not_home_s() -> None:
    assert locate("市集在西城区新街口站举行", "110000")[1].districts[0].adcode == "110102"
    place = locate("市集在南京新街口站举行", "110000")[1]
    assert (place.venue, place.city and place.city.adcode, place.districts) == ("新街口站", "320100", ())


@pytest.mark.parametrize(
    ("home", "text", "districts"),
    [
        ("330782", "志愿者在江东街道举办市集。", ["330782"]),  # 南京 and 马鞍山 have one, too
        ("330782", "市总工会在梅湖体育馆举办招聘会。", ["330782"]),
        ("330700", "市总工会在梅湖体育馆举办招聘会。", []),
    ],
)
def test_city_of_a_county_s_rank_is_a_home_as_a_district_is(home: str, text: str, districts: list[str]) -> None:
    assert [district.adcode for district in locate(text, home)[1].districts] == districts
