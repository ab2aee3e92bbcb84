from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.model import Level, PlaceMention, PlaceRole
from calendar_app.normaliser.places import find_places

if TYPE_CHECKING:
    from calendar_app.normaliser.places import Gazetteer

SITE, ORGANISER, MENTION, AFFILIATION = PlaceRole.SITE, PlaceRole.ORGANISER, PlaceRole.MENTION, PlaceRole.AFFILIATION
GUEST, PRODUCT, ROUTE, NAME = PlaceRole.GUEST, PlaceRole.PRODUCT, PlaceRole.ROUTE, PlaceRole.NAME


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # where something takes place
        ("展览在首都图书馆举行", [("首都图书馆", SITE)]),
        ("宣讲团走进了拱辰街道", [("拱辰街道", SITE)]),
        ("在美丽的拱辰书院相聚", [("拱辰书院", SITE)]),
        ("首都图书馆内座无虚席", [("首都图书馆", SITE)]),
        ("首都图书馆5月2日上午将举办讲座", [("首都图书馆", SITE)]),
        ("地点：房山区拱辰书院", [("房山区", SITE), ("拱辰书院", SITE)]),
        ("在“老粮仓剧场”里，锣鼓喧天", [("老粮仓剧场", SITE)]),
        ("参观首都图书馆、京西大剧院和拱辰书院", [("首都图书馆", SITE), ("京西大剧院", SITE), ("拱辰书院", SITE)]),
        ("在东城、房山两区同时举行", [("东城区", SITE), ("房山区", SITE)]),
        # who holds it
        ("大兴区总工会启动夏日活动", [("大兴区", ORGANISER)]),
        ("房山区委宣传部主办", [("房山区", ORGANISER)]),
        ("由大兴区承办", [("大兴区", ORGANISER)]),
        ("西城区举行合唱比赛", [("西城区", ORGANISER)]),
        ("在大兴区总工会的支持下", [("大兴区", ORGANISER)]),
        ("西城区第三届读书节", [("西城区", ORGANISER)]),
        ("大兴区总工会负责人介绍", [("大兴区", ORGANISER)]),
        # what is no evidence
        ("大兴区总工会主席张某出席", [("大兴区", AFFILIATION)]),
        ("首都图书馆馆长说", [("首都图书馆", AFFILIATION)]),
        ("记者从首都图书馆获悉", [("首都图书馆", AFFILIATION)]),
        ("来自房山、大兴等区的选手", [("房山区", GUEST), ("大兴区", GUEST)]),
        ("从长春赶来的戏迷", [("长春市", GUEST)]),
        ("西城区的舞狮队登台", [("西城区", GUEST)]),
        ("邀请了南京的老师", [("南京市", GUEST)]),
        ("来自大兴区的西瓜", [("大兴区", PRODUCT)]),
        ("大兴区西瓜摆上货架", [("大兴区", PRODUCT)]),
        ("大兴区西瓜节将开幕", [("大兴区", MENTION)]),
        ("“我们从大兴区跑到房山区看展。”", [("大兴区", ROUTE), ("房山区", ROUTE)]),
        ("“走进大兴区”摄影展", [("大兴区", NAME)]),
        ("《大兴区故事》", [("大兴区", NAME)]),
        ("首都图书馆以东两公里", [("首都图书馆", MENTION)]),
        ("本报长春10月24日电", [("长春市", PlaceRole.DATELINE)]),
        # stems want a cue
        ("大兴的人们笑了", []),
        ("大兴职工笑了", [("大兴区", MENTION)]),
        ("住在大兴", [("大兴区", SITE)]),
        ("朝阳路上", []),
        ("在朝阳河畔", []),
        ("在朝阳湖上", []),
        ("大兴西瓜节开幕", [("大兴区", MENTION)]),
    ],
)
def test_find_places_reads_roles(small: Gazetteer, text: str, roles: list[tuple[str, PlaceRole]]) -> None:
    assert [(mention.name, mention.role) for mention in find_places(text, small)] == roles


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("大兴区总工会主办，展演在该区工人文化宫上演", "大兴区工人文化宫", ("110115",)),
        ("大兴区总工会主办，展演在区文化馆上演", "大兴区文化馆", ("110115",)),
        ("西城区的选手来到大兴区，全区职工参加", "大兴区", ("110115",)),
        ("来自西城区的选手在大兴区开赛，该区职工参加", "大兴区", ("110115",)),
        ("讲座在首都图书馆举行，馆内坐满了人", "首都图书馆", ("110105",)),
        ("京西大剧院迎来观众，音乐会在该院音乐厅举行", "京西大剧院", ("110102",)),
        ("京西大剧院迎来观众，讲座在报告厅举行", "京西大剧院", ("110102",)),
        ("京西大剧院迎来观众，演出在大剧院曲艺厅举行", "京西大剧院", ("110102",)),
        ("京西大剧院迎来观众，评书在曲艺厅上演", "京西大剧院", ("110102",)),
    ],
)
def test_find_places_reads_anaphora(small: Gazetteer, text: str, name: str, codes: tuple[str, ...]) -> None:
    last = find_places(text, small)[-1]
    assert (last.name, last.adcodes) == (name, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("福建省鼓楼区", ("350102",)),
        ("江苏鼓楼区", ("320106", "320302")),
        ("长春市朝阳区", ("220104",)),
        ("长春市朝阳区红旗街道", ("220104001",)),
        ("大兴区八里桥街道", ("110115001",)),
        ("长春朝阳区文化馆", ("220104",)),
    ],
)
def test_find_places_narrows_by_what_stands_before(small: Gazetteer, text: str, codes: tuple[str, ...]) -> None:
    assert find_places(text, small)[-1].adcodes == codes


def test_find_places_keeps_floors_and_doors_in_the_words(small: Gazetteer) -> None:
    assert find_places("讲座在首都图书馆二层报告厅举行", small) == (
        PlaceMention(
            text="首都图书馆二层报告厅",
            span=(3, 13),
            name="首都图书馆",
            level=Level.VENUE,
            adcodes=("110105",),
            role=SITE,
            rule="inner:cue",
        ),
    )


def test_find_places_quotes_the_text_as_given(small: Gazetteer) -> None:
    text = "講座在首都圖書館舉行"
    (mention,) = find_places(text, small)
    assert (mention.text, mention.name, mention.span) == ("首都圖書館", "首都图书馆", (3, 8))
