from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.model import Basis, Candidate, Division, Level, Where
from calendar_app.normaliser.places import choose, find_places, locate

if TYPE_CHECKING:
    from calendar_app.normaliser.places import Gazetteer

BEIJING = Division("110000", "北京市")
HOME = "110000"


def chosen(gazetteer: Gazetteer, *layers: str, home: str | None = HOME, before: str = "") -> Where:
    return choose(
        [find_places(text, gazetteer) for text in layers],
        home=home,
        before=find_places(before, gazetteer),
        gazetteer=gazetteer,
    )


def brief(where: Where) -> tuple[Basis, str | None, tuple[str, ...], str | None]:
    city = where.city.adcode if where.city else None
    return where.basis, where.venue, tuple(district.adcode for district in where.districts), city


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("西城区总工会在首都图书馆举办讲座", (Basis.VENUE, "首都图书馆", ("110105",), HOME)),
        ("西城区总工会组织职工走进拱辰街道", (Basis.DISTRICT, None, ("110111",), HOME)),
        ("大兴区总工会举办讲座", (Basis.ORGANISER, None, ("110115",), HOME)),
        ("大兴区总工会主席到会，讲座举行", (Basis.HOME, None, (), HOME)),
        ("拱辰街道举办讲座", (Basis.DISTRICT, None, ("110111",), HOME)),
        ("拱辰街道总工会举办讲座", (Basis.ORGANISER, None, ("110111",), HOME)),
        ("讲座将在全市举行", (Basis.CITY, None, (), HOME)),
        ("讲座举行", (Basis.HOME, None, (), HOME)),
        ("大兴区总工会在老粮仓剧场举办讲座", (Basis.ORGANISER, "老粮仓剧场", ("110115",), HOME)),
        ("在东城、房山两区同时举行", (Basis.DISTRICT, None, ("110101", "110111"), HOME)),
        ("参观首都图书馆、京西大剧院和拱辰书院", (Basis.VENUE, "首都图书馆", ("110105", "110102", "110111"), HOME)),
        ("长春市朝阳区的讲座在南湖公园举行", (Basis.DISTRICT, "南湖公园", ("220104",), "220100")),
        ("在北京、长春等地举行", (Basis.CITY, None, (), None)),
    ],
)
def test_choose_by_order_of_evidence(
    small: Gazetteer, text: str, expected: tuple[Basis, str | None, tuple[str, ...], str | None]
) -> None:
    assert brief(chosen(small, text)) == expected


def test_choose_gives_the_whole_place(small: Gazetteer) -> None:
    assert chosen(small, "大兴区总工会在拱辰书院二层举办讲座") == Where(
        basis=Basis.VENUE,
        venue="拱辰书院",
        written="拱辰书院二层",
        township=Division("110111001", "拱辰街道"),
        districts=(Division("110111", "房山区"),),
        city=BEIJING,
        province=BEIJING,
        span=(7, 13),
        candidates=(
            Candidate(name="大兴区", adcode="110115", level=Level.DISTRICT, lost="weaker evidence"),
            Candidate(name="拱辰书院", adcode="110111", level=Level.VENUE, basis=Basis.VENUE),
        ),
    )


def test_choose_says_why_a_guest_lost(small: Gazetteer) -> None:
    assert chosen(small, "来自大兴区的选手在首都图书馆相聚").candidates[0] == Candidate(
        name="大兴区", adcode="110115", level=Level.DISTRICT, lost="where guests come from"
    )


def test_choose_leaves_a_tie_open(small: Gazetteer) -> None:
    where = chosen(small, "讲座在八里桥街道举行")
    assert (where.districts, where.township, where.city) == ((), None, BEIJING)
    assert [(c.adcode, c.lost) for c in where.candidates] == [("110105", "a tie"), ("110115", "a tie")]


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("朝阳区总工会举办讲座", HOME, ("110105",)),
        ("朝阳区总工会举办讲座", "220100", ("220104",)),
        ("朝阳区总工会举办讲座", None, ()),
        ("长春市总工会和朝阳区总工会举办讲座", None, ("220104",)),
        ("长春市总工会和朝阳区总工会举办讲座", HOME, ("220104",)),
        ("来自长春的选手参加朝阳区总工会讲座", HOME, ("110105",)),
        ("大兴区总工会在八里桥街道举办讲座", HOME, ("110115",)),
        ("区总工会举办讲座", "110115", ("110115",)),
        ("我区举办讲座", "110115", ("110115",)),
        ("讲座在榕城大戏院举行", HOME, ("350102",)),
        ("讲座在南湖公园举行", "220100", ()),  # any city may have one
        ("讲座在鼓楼书店举行", HOME, ()),
    ],
)
def test_choose_among_like_named(small: Gazetteer, text: str, home: str | None, expected: tuple[str, ...]) -> None:
    assert tuple(d.adcode for d in chosen(small, text, home=home).districts) == expected


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        (("大兴区总工会举办合唱节", "大兴区总工会举办合唱节", "讲座在首都图书馆举行"), ("110115",)),
        (("合唱节举办", "合唱节举办", "讲座在首都图书馆举行"), ("110105",)),
        (("合唱节举办", "合唱节在房山区举办", "讲座在首都图书馆举行"), ("110111",)),
        (("合唱节在全市举办", "", "讲座在首都图书馆举行"), ()),
        (("合唱节在北京举办", "", "讲座在首都图书馆举行"), ("110105",)),
        (("合唱节在长春举办", "", "讲座在首都图书馆举行"), ()),
    ],
)
def test_choose_takes_the_nearest_layer(small: Gazetteer, layers: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert tuple(d.adcode for d in chosen(small, *layers).districts) == expected


def test_choose_lets_anaphors_lean_on_what_was_named_before(small: Gazetteer) -> None:
    assert brief(chosen(small, "该区举办讲座", before="大兴区迎来客人")) == (Basis.ORGANISER, None, ("110115",), HOME)
    assert brief(chosen(small, "展演在镇中心广场举行", before="拱辰街道迎来客人")) == (
        Basis.DISTRICT,
        "镇中心广场",
        ("110111",),
        HOME,
    )


def test_choose_places_online_activities_in_the_city(small: Gazetteer) -> None:
    where = chosen(small, "大兴区总工会讲座线上举行")
    assert (where.online, *brief(where)) == (True, Basis.CITY, None, (), HOME)


def test_locate_gives_mentions_and_place(small: Gazetteer) -> None:
    mentions, where = locate("讲座在首都图书馆举行", HOME, small)
    assert [mention.name for mention in mentions] == ["首都图书馆"]
    assert brief(where) == (Basis.VENUE, "首都图书馆", ("110105",), HOME)


def test_choose_keeps_the_site_of_what_is_online_too(small: Gazetteer) -> None:
    where = chosen(small, "讲座在首都图书馆和线上举行，线上直播同步")
    assert (where.online, *brief(where)) == (True, Basis.VENUE, "首都图书馆", ("110105",), HOME)
