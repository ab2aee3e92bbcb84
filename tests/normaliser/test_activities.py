from datetime import date

import pytest

from calendar_app.folding import fold
from calendar_app.model import Anchor
from calendar_app.normaliser.activities import find_activities
from calendar_app.normaliser.activity_mentions import ActivityMention
from calendar_app.normaliser.lexicon import Aspect, nouns, triggers
from calendar_app.normaliser.refusals import Refusal
from calendar_app.normaliser.sentences import segment
from calendar_app.normaliser.times import find_times

ON = Anchor(date(2024, 5, 10))


def told(text: str) -> list[ActivityMention]:
    folded = fold(text)
    return list(find_activities(segment(folded), [each.span for each in find_times(text, ON)]))


def names(text: str) -> list[str | None]:
    return [text[slice(*each.name.span)] if each.name else None for each in told(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“春风十里”摄影展昨天在首都图书馆开幕。", "“春风十里”摄影展"),
        ("昨天，由区文联主办的“春风十里”摄影展在首都图书馆开幕。", "“春风十里”摄影展"),
        ("延庆区总工会举办“妫水欢歌”职工合唱比赛。", "“妫水欢歌”职工合唱比赛"),
        ("5月12日上午，第六届百里山水画廊骑行赛将在千家店镇鸣枪。", "第六届百里山水画廊骑行赛"),
        ("原创话剧《老胡同》今晚在首都剧场首演。", "原创话剧《老胡同》"),
        ("以“书香致远”为主题的读书会在社区举行。", "读书会"),
        ("团区委启动“青春有约”交友会并发布全年计划。", "“青春有约”交友会"),
        ("剧院上演了儿童剧《小马过河》。", "儿童剧《小马过河》"),
        ("“夜读北京”分享会，在钟书阁举行。", "“夜读北京”分享会"),
        ("纪念馆拉开“薪火相传”主题团日活动的序幕。", "“薪火相传”主题团日活动"),
        ("重头戏是5月18日的“漫步中轴线”定向赛。", "“漫步中轴线”定向赛"),
    ],
)
def test_name_stands_beside_its_verb(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "word", "aspect"),
    [
        ("画展昨天开展。", "开展", Aspect.OPEN),
        ("社区开展消防演练。", "开展", Aspect.HOLD),
        ("志愿者走进胡同。", "走进", Aspect.VISIT),
        ("工会送上防暑药品。", "送上", Aspect.GIVE),
        ("音乐节推迟至6月1日。", "推迟", Aspect.POSTPONE),
    ],
)
def test_aspect_by_word_and_frame(text: str, word: str, aspect: Aspect) -> None:
    assert [(each.word, each.aspect) for each in told(text)] == [(word, aspect)]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("下一步，工会将举办更多培训班。", Refusal.PLAN),
        ("街道每年都举办元宵灯会。", Refusal.ROUTINE),
        ("去年举办的灯会吸引了不少市民。", Refusal.HISTORY),
        ("中心已举办招聘会47场。", Refusal.STATISTIC),
        ("他说：“昨天举办音乐会，真好听。”", Refusal.SPEECH),
        ("如遇大雨，露天音乐会取消。", Refusal.CONDITION),
    ],
)
def test_refusal_says_why_it_is_no_event(text: str, refusal: Refusal) -> None:
    assert [each.refusal for each in told(text)] == [refusal]


@pytest.mark.parametrize(
    "text", ["主办方提醒观众。", "启动仪式很热闹。", "党组织生活丰富。", "演出门票售罄。", "按季度报送进展。"]
)
def test_nouns_that_look_like_verbs_tell_nothing(text: str) -> None:
    assert told(text) == []


def test_agent_and_deed_of_a_visit() -> None:
    text = "医护志愿者走进望京街道，为老人测血压。"
    (visit,) = told(text)
    assert visit.agent is not None
    assert visit.deed is not None
    assert (text[slice(*visit.agent)], text[slice(*visit.deed)]) == ("医护志愿者", "为老人测血压")


def test_generic_name_points_back() -> None:
    (run,) = told("展览5月20日闭幕。")
    assert run.name is not None
    assert run.name.generic


def test_lexicon_words_are_unlike_each_other() -> None:
    assert len(triggers()) > 80
    assert len(nouns()) > 200
    assert not [word for word in triggers() if not word.strip() or len(word) > 5]
