"""Notices and schedules of our own writing, and the events that they tell without a verb."""

from datetime import date

import pytest

from calendar_app.model import Kind, Page
from calendar_app.normaliser.stages import normalise_page

THURSDAY = date(2025, 4, 17)


def told(text: str) -> list[tuple[str, str, list[str]]]:
    page = Page(id="page.txt", text=text, issued=THURSDAY, home="110000")
    return [
        (each.title, each.when.edtf, [district.name for district in each.where.districts])
        for each in normalise_page(page).events
    ]


def test_headline_names_what_labels_tell() -> None:
    text = """【听】民谣专场“春水初生”

乐队成立十年，这是他们第一次带着弦乐组上台。
时间：4月19日（周六）20:00
地点：天桥艺术中心小剧场
票价：180元、280元

【展】“桥见北京”影像展

120幅照片跨越一个世纪，最早的一张拍于1901年。
时间：即日起至5月18日，9:00—17:00，周一闭馆
地点：首都博物馆
"""
    assert told(text) == [
        ("民谣专场“春水初生”", "2025-04-19T20:00:00+08:00", ["西城区"]),
        ("“桥见北京”影像展", "2025-04-17/2025-05-18", ["西城区"]),
    ]


def test_each_block_has_its_own_title() -> None:
    text = """本周公共文化活动预告

1.“纸上春秋”木版年画展
时间：4月1日—5月31日（周一闭馆）
地点：东城区图书馆一层展厅
2.亲子绘本课
时 间：4月20日14:00
地 点：朝阳区图书馆
●评书专场《岳飞传》 时间：4月19日14:00 地点：西城区文化中心 票价：免费
"""
    assert told(text) == [
        ("“纸上春秋”木版年画展", "2025-04-01/2025-05-31", ["东城区"]),
        ("亲子绘本课", "2025-04-20T14:00:00+08:00", ["朝阳区"]),
        ("评书专场《岳飞传》", "2025-04-19T14:00:00+08:00", ["西城区"]),
    ]


def test_title_may_have_a_label_and_labels_may_stand_in_brackets() -> None:
    text = """讲座信息

主题：春季养生
【讲座时间】4月26日（星期六）上午9:30
【讲座地点】密云区图书馆
【报名方式】4月24日前拨打电话
"""
    assert told(text) == [("春季养生", "2025-04-26T09:30:00+08:00", ["密云区"])]


def test_notice_dates_what_prose_names() -> None:
    text = """海淀将办合唱音乐会

本报讯（记者 闻溪）海淀区文化馆将于本月下旬举办“春之声”合唱音乐会，12支合唱团同台献唱。
时间：4月26日19:30
地点：海淀区文化馆北馆剧场
"""
    assert told(text) == [("“春之声”合唱音乐会", "2025-04-26T19:30:00+08:00", ["海淀区"])]


def test_kind_is_told_by_the_headline() -> None:
    page = Page(
        id="page.txt", text="周末招聘会\n\n时间：4月19日9时\n地点：朝阳区文化馆\n", issued=THURSDAY, home="110000"
    )
    assert [each.kind for each in normalise_page(page).events] == [Kind.JOB_FAIR]


@pytest.mark.parametrize(
    "text",
    [
        "小区停水通知\n\n因管道检修，下列小区将停水。\n时间：4月19日9时至17时\n地点：丰台区方庄芳古园一区\n",
        "入园须知\n\n开放时间：6时至21时\n地址：朝阳区朝阳公园南路1号\n",
        "劳模评选启动\n\n报名时间：4月20日至30日\n报名方式：向所在单位工会申请\n",
    ],
)
def test_what_is_no_activity_is_no_event(text: str) -> None:
    assert told(text) == []


def test_schedule_lists_activities_without_a_verb() -> None:
    text = """下周三场招聘会 把岗位送到社区

本报讯（记者 闻溪）记者昨天从市总工会获悉，“春送岗位”系列招聘活动下周在三个城区接连举行。具体安排如下：
▲4月21日（周一）9:00—12:00，通州区文化馆，家政服务专场；
▲4月23日（周三）14:00—17:00，望京街道文化中心，先进制造专场；
▲4月25日（周五）9:00—11:30，丰台区图书馆，物流快递专场。
"""
    assert told(text) == [
        (
            "“春送岗位”家政服务专场",
            "2025-04-21T09:00:00+08:00/2025-04-21T12:00:00+08:00",
            ["通州区"],
        ),
        (
            "“春送岗位”先进制造专场",
            "2025-04-23T14:00:00+08:00/2025-04-23T17:00:00+08:00",
            ["朝阳区"],
        ),
        (
            "“春送岗位”物流快递专场",
            "2025-04-25T09:00:00+08:00/2025-04-25T11:30:00+08:00",
            ["丰台区"],
        ),
    ]


def test_one_item_alone_is_no_schedule() -> None:
    text = "奖学金发放\n\n4月21日，通州区，特等奖学金专场。大家都很高兴，纷纷写下感言。\n"
    assert told(text) == []


def test_items_may_begin_with_a_place_or_a_name() -> None:
    text = """“五一”假期 去看看劳动的模样

小长假怎么过？本报为您理出一份出游单。
▲劳动人民文化宫：5月1日至5日，“劳动最光荣”主题游园会，每天9时至16时30分。
▲首钢园：5月3日14时，“炉火边的青春”故事会，无需预约。
·话剧《长街》：5月2日19:30，国家大剧院戏剧场
·赶大集：5月3日、4日，不老屯镇黄土坎村办鸭梨大集，早8点开市。
"""
    assert told(text) == [
        ("“劳动最光荣”主题游园会", "2025-05-01/2025-05-05", ["东城区"]),
        ("“炉火边的青春”故事会", "2025-05-03T14:00:00+08:00", ["石景山区"]),
        ("话剧《长街》", "2025-05-02T19:30:00+08:00", ["西城区"]),
        ("鸭梨大集", "{2025-05-03,2025-05-04}", ["密云区"]),
    ]


def test_sentences_that_begin_with_a_time_are_no_schedule() -> None:
    text = """劳模的一天

4月15日，他一早出门，背上工具包，赶往朝阳区的演出现场。
4月16日，他又去了海淀区，检修晚会的音响。
"""
    assert told(text) == []
