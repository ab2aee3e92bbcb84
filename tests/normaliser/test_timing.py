"""What each time is to the activities of its report."""

from datetime import date

import pytest

from calendar_app.folding import fold
from calendar_app.model import Anchor
from calendar_app.normaliser.sentences import segment
from calendar_app.normaliser.times import find_times
from calendar_app.normaliser.timing import time_roles

ON = date(2024, 5, 10)


def roles(text: str) -> list[tuple[str, str]]:
    segments = segment(fold(text))
    mentions = find_times(text, Anchor(ON))
    return [(each.mention.text, each.role.value) for each in time_roles(segments, mentions, ON)]


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("昨天，灯会在北海公园开幕。", "昨天", "event"),
        ("5月18日上午9点，骑行赛将鸣枪。", "5月18日上午9点", "event"),
        ("报名截止到5月15日。", "5月15日", "deadline"),
        ("5月12日截止报名。", "5月12日", "deadline"),
        ("预约通道将于5月13日关闭。", "5月13日", "deadline"),
        ("记者昨天从市文旅局获悉，灯会月底开幕。", "昨天", "interview"),
        ("区住建委近日印发通知。", "近日", "interview"),
        ("主办方昨天公布了赛程。", "昨天", "interview"),
        ("园区始建于1959年。", "1959年", "history"),
        ("他2015年转岗开车。", "2015年", "history"),
        ("表彰荣获2023年全国五一劳动奖的集体。", "2023年", "award"),
        ("1至4月，零售额同比增长5%。", "1至4月", "statistic"),
        ("今年以来，已服务3000人次。", "今年以来", "statistic"),
        ("“今天真热闹。”他说。", "今天", "speech"),
        ("闭馆时间延至18时30分。", "18时30分", "house"),
        ("下一步，将于6月底建成驿站。", "6月底", "plan"),
        ("庆祝春节文艺演出昨天举行。", "春节", "theme"),
        ("本报5月6日A06版的报道有误。", "5月6日", "citation"),
        ("误写为5月12日，特此更正。", "5月12日", "history"),
    ],
)
def test_role_by_the_words_around(text: str, words: str, role: str) -> None:
    found = roles(text)
    assert [told for said, told in found if words in said] == [role], found


def test_reporting_verb_behind_the_event_does_not_make_it_an_interview() -> None:
    assert roles("昨天，启动仪式在社区举行，负责人介绍了安排。") == [("昨天", "event")]
