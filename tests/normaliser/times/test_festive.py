"""Festivals in running text: quotation marks of every kind, tense, the year, joint holidays, what is no date."""

from datetime import date

import pytest

from calendar_app.model import Anchor, Form
from calendar_app.normaliser.times import find_times

FRIDAY_BEFORE_MAY_DAY = date(2023, 4, 28)


def told(text: str, on: date = FRIDAY_BEFORE_MAY_DAY) -> list[tuple[str, str | None]]:
    mentions = find_times(text, Anchor(on))
    return [(mention.text, mention.when.edtf if mention.when else None) for mention in mentions]


@pytest.mark.parametrize(
    "written",
    [
        *(
            "五一",
            "“五一”",
            "‘五一’",
            '"五一"',
            "「五一」",
            "『五一』",
            "＂五一＂",
            "五·一",
            "“五•一”",
            "“五一”国际劳动节",
        ),
        *(
            "“五一国际劳动节”",
            "五一節",
            "勞動節",
            "「五一」勞動節",
            "５·１国际劳动节",
        ),
    ],
)
def test_festival_in_quotation_marks_of_every_kind(written: str) -> None:
    assert told(f"园区在{written}期间开放。") == [(f"{written}期间", "2023-04-29/2023-05-03")]


@pytest.mark.parametrize(
    ("text", "on", "value"),
    [
        ("“五一”前夕，工会慰问了环卫工人。", date(2023, 4, 28), "[2023-04-24..2023-04-28]"),
        ("“五一”来临之际，工会慰问了环卫工人。", date(2023, 4, 14), "[2023-04-07..2023-04-14]"),
        ("“五一”前夕，工会慰问了环卫工人。", date(2023, 6, 20), "[2023-04-24..2023-04-30]"),
        ("“五一”前夕，工会将慰问环卫工人。", date(2023, 4, 26), "[2023-04-26..2023-04-30]"),
        ("“五一”前夕，工会将慰问环卫工人。", date(2023, 4, 14), "[2023-04-24..2023-04-30]"),
        ("端午节前后，已有三批游客到访。", date(2023, 6, 24), "[2023-06-15..2023-06-24]"),
        ("国庆节后，展览将移师通州。", date(2023, 10, 10), "[2023-10-10..2023-10-13]"),
    ],
)
def test_window_beside_a_festival_by_tense(text: str, on: date, value: str) -> None:
    assert [edtf for _, edtf in told(text, on)] == [value]


@pytest.mark.parametrize(
    ("text", "on", "value"),
    [
        ("春节期间将举办庙会。", date(2023, 11, 20), "2024-02-10/2024-02-17"),
        ("春节期间举办了庙会。", date(2023, 11, 20), "2023-01-21/2023-01-27"),
        ("春节期间，庙会开放。", date(2024, 1, 5), "2024-02-10/2024-02-17"),
        ("明年春节期间，庙会开放。", date(2023, 11, 20), "2024-02-10/2024-02-17"),
        ("2019年春节期间，庙会开放。", date(2023, 11, 20), "2019-02-04/2019-02-10"),
        ("“五一”假期，游客挤满了老街。", date(2023, 4, 30), "2023-04-29/2023-05-03"),
        ("龙年春节期间，庙会开放。", date(2024, 1, 5), "2024-02-10/2024-02-17"),
        ("小年当天，社区将写春联。", date(2024, 1, 20), "2024-02-02"),
        ("腊月廿三将写春联。", date(2024, 1, 20), "2024-02-02"),
        ("平安夜将演出舞剧。", date(2024, 1, 20), "2024-12-24"),
    ],
)
def test_year_of_a_festival_by_tense(text: str, on: date, value: str) -> None:
    assert [edtf for _, edtf in told(text, on)] == [value]


def test_holiday_of_an_unknown_year_is_implied_and_noted() -> None:
    (mention,) = find_times("2031年国庆期间开放。", Anchor(FRIDAY_BEFORE_MAY_DAY))
    assert mention.when is not None
    assert (mention.when.edtf, mention.when.form) == ("2031-10-01/2031-10-08", Form.SPAN)
    assert mention.when.implied == ("holiday",)
    assert mention.notes == ("official holiday of 2031 unknown, estimated",)


def test_festival_with_its_year_needs_no_anchor() -> None:
    assert [mention.when and mention.when.edtf for mention in find_times("2023年“五一”前夕", None)] == [
        "[2023-04-24..2023-04-30]"
    ]


def test_bare_festival_has_a_rule_of_its_own() -> None:
    rules = [
        mention.rule for mention in find_times("庆祝“五一”文艺演出于“五一”当天举行", Anchor(FRIDAY_BEFORE_MAY_DAY))
    ]
    assert rules == ["bare_festival", "festival_day"]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "家住五四大街15号",
            "在七一剧场上演",
            "八一电影制片厂",
            "“八一”勋章获得者",
            "全国五一劳动奖状",
            "获“五一”劳动奖章",
        ),
        *(
            "五四精神代代传",
            "五一口号",
            "三八红旗集体",
            "六一班的同学",
            "二十一个街道",
            "八一路站",
            "国庆路小学",
            "包元宵、煮元宵",
        ),
        *(
            "李国庆同志",
            "每逢春节",
            "十一个街道",
            "三八线",
            "第八一工厂",
            "下起大雪",
            "中元素",
            "祝贺中国庆祝成立大会",
            "六一居士欧阳修",
            "全真派王重阳",
            "复活节岛",
        ),
    ],
)
def test_name_that_only_looks_like_a_festival_is_silent(text: str) -> None:
    assert told(text) == []


def test_two_festivals_far_apart_are_two() -> None:
    assert told("五一、国庆期间加开列车。") == [("五一", "2023-05-01"), ("国庆期间", "2023-09-29/2023-10-06")]


def test_unpaired_quotation_mark_is_no_part_of_the_words() -> None:
    assert told("“五一假期游胶东”活动") == [("五一假期", "2023-04-29/2023-05-03")]
