"""Find what takes place without a verb that says so: by its time, subject, theme, presence, identity or curtain.

All functions work on folded text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import Kind
from calendar_app.normaliser.activity_mentions import ActivityMention, mention_of
from calendar_app.normaliser.lexicon import Aspect, noun_pattern
from calendar_app.normaliser.lookup import last_from
from calendar_app.normaliser.names import (
    LONGEST_TAIL,
    SHORTEST_THEME,
    Name,
    clause_end,
    kind_at,
    kind_inside,
    name_after,
    name_before,
)
from calendar_app.normaliser.verbs import VerbPlace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments

SHORTEST_NAME = 4
NAMED_NEAR = 40
"""How many nouns before a short name the full one is looked for among."""
NEAR_LEAD = 2
"""How many paragraphs behind the lead may say what it told of."""
BY_NAME = "name"
"""What stands for the verb of what only its name and its time tell."""

_OF_A_SHOW = ("期", "馆", "厅", "区", "位", "品", "队", "团", "员")
"""What makes another word of 展, or of 合唱."""
_CURTAIN, _OF_IT = (
    re.compile("开演|开场|开锣|开戏|[与和](?:小?观众|市民|戏迷|孩子们|小朋友)见面"),
    re.compile("的|等|、|[选片]段"),
)
"""When the curtain rises, and what follows a work that is only named in passing."""
THIS_IS = "这是"
"""What stands for the verb of what a report says at last that it has told of."""
_THIS_IS = re.compile(f"{THIS_IS}(?!他|她|我|该|本|继|首次|第|一[个名位年]|[一-龥]{0, 4}(?:首次|首个|第一))")
THIS_ONE = "这场"
"""What stands for the verb of what a report names behind the sentence that told of it."""
_THIS_ONE = re.compile(r"这[场次](?:由[^,;。“《]{2,24}(?:主办|组织|举办|发起|承办)的)?(?=[^,;。“《]{0,4}[“《])")
_FIRST_OF_IT = re.compile("(?:今年|本季|本年度)?的?(?:首|头一|第一)[场站期讲次](?=[,。])")
"""What says that the first of a series has been told of: 这是“健步西山”系列活动今年的第一站."""
_CALLED = re.compile("(?:叫|称|名|号|为|誉)(?:做|作|为)?$")
"""What stands before a nickname."""
_QUOTED = re.compile("“[^”]*”|《[^》]*》")
_IN_THE_NEWS = re.compile("(?:近日|日前)?(?:也|还|再次)?(?:[受引]到?|引发|引起|备受)[^,;。]{0,6}(?:关注|热议)")
"""What says of a name only that people speak of it."""
_ONE_WORD = re.compile(r"[\u4e00-\u9fff]{2,4}(?=[,。])")
_CLAUSE = re.compile(r"[,;:。!?、“”《》()\n]")
_TOLD = re.compile(
    r"(?:也|还|则|又|都)?(?:(?:将|拟|定|正|已|将会|原定|计划)?(?:于|在)|将|近日|日前|以(?=“[^”]{2,20}”为))"
)
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+[届期场]|首届|(?:19|20)\d\d年?")
_ATTRIBUTE = re.compile(r"(?:[两二三四五六七八九十\d]+天|当天|举行|举办)?的(?=[“《「])")
_CLOCK, _OF = re.compile("[点时半]$|:[0-9]{2}$|分$"), re.compile("的")
"""12月31日晚7点半的新年音乐会: a clock time makes the name behind it an activity."""
_PROMISE = re.compile(r"(?:将|还会)(?:(?:在|到|来到)(?=[^,;。]{3})|(?:与|和|同|迎战|对阵)(?=[^,;。]{2,8}队))")
_WORDS = re.compile(r"(?:(?![的了将在是已和与被把为向从每])[\u4e00-\u9fff]){2,10}")
_TO_TIME = re.compile(r"(?:(?![的了将被纳])[\u4e00-\u9fff]){0,4},")
_THERE_IS = re.compile(
    r"(?<![没只])(?:都|还|将|会|也|各)?有(?![望所关些的意效序人机幸助时利限可])(?=[^,;。了]{2,24}[,。])"
)
_RUNS = re.compile(r"(?:从|自)[^,;。]{1,10}[到至]")
_PLACE = "场馆园心里内前厅院台上下处头边岸口门旁"


def by_attribute(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what is told by its time alone: 重头戏是7月29日、30日两天的“清凉一夏”城市定向赛."""
    for _, end in times:
        joint = _ATTRIBUTE.match(segments.text, end)
        if joint is None:
            joint = _OF.match(segments.text, end) if _CLOCK.search(segments.text, end - 6, end) else None
        if joint is None:
            continue
        number = segments.sentence_at(end)
        verb = VerbPlace(segments, times, segments.sentences[number].span, *joint.span())
        name = name_after(segments, verb.end, verb.sentence[1])
        if name is None or name.span[0] != verb.end or name.generic:
            continue
        if name.quoted or (joint.re is _OF and kind_at(segments.text, *name.span)):
            yield mention_of(verb, "的", Aspect.HOLD, name, number)


def by_subject(segments: Segments, times: Sequence[Span], nouns_at: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what is told by whatever verb: a name of its own, and when or where right behind it (…花市将于25日开锣)."""
    text = segments.text
    dated = {begin for begin, _ in times}
    for end in sorted({end for _, end in nouns_at} | set(_behind_themes(segments))):
        told = _TOLD.match(text, end) or _ONE_WORD.match(text, end)
        if told is None and end not in dated:
            continue
        number = segments.sentence_at(end)
        sentence = segments.sentences[number].span
        name = name_before(segments, sentence[0], end, times, new=True)
        if name is None or name.generic or name.span[1] != end or segments.in_speech(end):
            continue
        if not {"每", "被", "—"}.isdisjoint(_bare(text, name)) or _IN_THE_NEWS.match(text, end):
            continue  # “为星光跑”夜跑每跑完一公里, “最暖的比赛”日前受到关注
        time = last_from(times, end - 1)
        if time and name.span[0] < time[1]:
            continue  # “五一”国际劳动节前夕 is a time
        if told and kind_at(text, name.span[0], told.end()):
            continue  # 主题游 is the beginning of 主题游园会
        themed = told is not None and told.group() == "以"  # 龙潭庙会以“冰雪”为主题
        fixed = end in dated or themed or (told is not None and told.end() in dated)
        if (
            name.quoted
            or (_ORDINAL.match(text, *name.span) and not _ONE_WORD.match(text, end))
            or (fixed and end - name.span[0] > SHORTEST_NAME - themed)
        ):
            verb = VerbPlace(segments, times, sentence, end, told.end() if told else end)
            yield mention_of(verb, text[end : verb.end] or BY_NAME, Aspect.HOLD, name, number)


def _bare(text: str, name: Name) -> str:
    """Give a name without its theme."""
    return _QUOTED.sub("", text[slice(*name.span)])


def by_run(segments: Segments, times: Sequence[Span], nouns_at: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what a sentence names in full and a later one dates by its noun: …年货大集挤满了人。大集从今天开到20日."""
    at = {end for _, end in nouns_at}
    ends = sorted(at)
    for begin, stop in times:
        if begin not in at or segments.in_speech(begin) or not _RUNS.match(segments.text, begin, stop):
            continue
        number = segments.sentence_at(begin)
        short = name_before(segments, segments.sentences[number].span[0], begin, times)
        if short is None or not short.generic or short.span[1] != begin:
            continue
        said, here = segments.text[slice(*short.span)], bisect_left(ends, begin)
        for end in reversed(ends[max(0, here - NAMED_NEAR) : here]):
            first = segments.sentences[segments.sentence_at(end)].span[0]
            whole = name_before(segments, first, end, times, new=True)
            known = whole is not None and whole.span[1] == end and not whole.generic
            if whole and known and segments.text.endswith(said, 0, end):
                verb = VerbPlace(segments, times, segments.sentences[number].span, begin, begin)
                yield mention_of(verb, BY_NAME, Aspect.HOLD, whole, number)
                break


def by_promise(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what somebody is to do somewhere, whatever it is: 下午3点,朗诵协会将在云绘楼前连诵《离骚》."""
    for match in _PROMISE.finditer(segments.text):
        number = segments.sentence_at(match.start())
        verb = VerbPlace(segments, times, segments.sentences[number].span, *match.span())
        told = mention_of(verb, match.group(), Aspect.HOLD, None, number)
        yield replace(told, deed=(match.start() + 1, clause_end(segments, match.end(), verb.sentence[1])))


def by_theme(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what has a theme, and its time behind a comma: “小飞人”篮球营,8月4日至8日."""
    starts = {begin for begin, _ in times}
    for begin, end in segments.quotations:
        stop = _TO_TIME.match(segments.text, end)
        work = segments.text[begin] == "《" and kind_at(segments.text, max(0, begin - 6), begin)
        if not (segments.text[begin] == "“" or work) or stop is None or stop.end() not in starts:
            continue
        if segments.in_speech(begin + 1):
            continue
        number = segments.sentence_at(begin)
        sentence = segments.sentences[number].span
        name = name_before(segments, sentence[0], stop.end() - 1, times, new=True)
        noun = kind_at(segments.text, *name.span) if name is not None else None
        if (
            name is not None
            and name.quoted
            and (noun or work)
            and not _CALLED.search(segments.text, max(0, begin - 2), begin)
        ):
            verb = VerbPlace(segments, times, sentence, stop.end(), stop.end())
            yield mention_of(verb, BY_NAME, Aspect.HOLD, name, number)


def by_existence(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what there is somewhere at a time: 每周日上午9点,文化馆前广场有公益太极拳教学."""
    for match in _THERE_IS.finditer(segments.text):
        number = segments.sentence_at(match.start())
        sentence = segments.sentences[number].span
        told = [end for begin, end in times if sentence[0] <= begin < match.start()]
        here = segments.text[match.start() - 1] in _PLACE
        if not told or not (here or match.start() in told) or segments.in_speech(match.start()):
            continue
        name = name_after(segments, match.end(), sentence[1])
        if name is not None and not name.generic and (name.quoted or kind_at(segments.text, *name.span)):
            yield mention_of(VerbPlace(segments, times, sentence, *match.span()), "有", Aspect.HOLD, name, number)


def by_presence(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what has a theme and an activity's noun, whatever it does: “定格金秋”公益拍照活动一上午为126人拍照."""
    for begin, end in segments.quotations:
        if segments.text[begin] != "“" or end - begin <= SHORTEST_THEME or segments.in_speech(begin + 1):
            continue
        stop = _end_of_name(segments, end)
        number = segments.sentence_at(begin)
        sentence = segments.sentences[number].span
        before = segments.sentences[max(0, number - 1)]
        near = before.span[0] if before.paragraph == segments.sentences[number].paragraph == 0 else sentence[0]
        if stop is None or not any(near <= first < sentence[1] for first, _ in times):
            continue
        name = Name((begin, stop), kind_inside(segments.text, end, stop), quoted=True, generic=False)
        yield mention_of(VerbPlace(segments, times, sentence, stop, stop), BY_NAME, Aspect.HOLD, name, number)


def by_identity(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what a lead says at last that it has told of: 上周六早上8点,一声哨响…。这是机电系统职工健步走."""
    for match in _THIS_IS.finditer(segments.text):
        number = segments.sentence_at(match.start())
        sentence = segments.sentences[number]
        lead = [each.span[0] for each in segments.sentences[:number] if each.paragraph == 0]
        dated = any(lead[0] <= begin < sentence.span[0] for begin, _ in times) if lead else False
        if sentence.paragraph > NEAR_LEAD or not dated or segments.in_speech(match.start()):
            continue
        name = name_after(segments, match.end(), sentence.span[1])
        if name is None or name.span[1] - name.span[0] <= SHORTEST_NAME:
            continue
        begin, end = name.span
        if not kind_at(segments.text, begin, end - (segments.text[end - 1] == "”")):
            continue
        stands = segments.text[name.span[1] : name.span[1] + 1] in (",", "。")
        if (stands and not sentence.paragraph) or (name.quoted and _FIRST_OF_IT.match(segments.text, name.span[1])):
            verb = VerbPlace(segments, times, sentence.span, *match.span())
            yield mention_of(verb, match[0], Aspect.HOLD, name, number)


def by_this(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find what a report names behind the sentence that told of it: 跑者从宫门外出发…。这场“跑读”路跑把…."""
    for match in _THIS_ONE.finditer(segments.text):
        number = segments.sentence_at(match.start())
        sentence = segments.sentences[number]
        begin = segments.paragraph_at(number)
        dated = any(begin <= first < match.start() for first, _ in times)
        if not dated or segments.in_speech(match.start()):
            continue
        name = name_after(segments, match.end(), sentence.span[1])
        stop = name.span[1] - (segments.text[name.span[1] - 1] in "”》") if name else 0
        if name and name.quoted and kind_at(segments.text, name.span[0], stop):
            verb = VerbPlace(segments, times, sentence.span, *match.span())
            yield mention_of(verb, THIS_ONE, Aspect.HOLD, name, number)


def by_curtain(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find a work whose sentence tells when the curtain rises: 话剧《过站》重返剧场,12月27日至30日每晚7点半开演."""
    for begin, end in segments.quotations:
        number = segments.sentence_at(begin)
        sentence = segments.sentences[number].span
        genre = kind_at(segments.text, sentence[0], begin) if segments.text[begin] == "《" else None
        if genre is None or genre[1] is not Kind.THEATRE or _OF_IT.match(segments.text, end):
            continue
        if rises := _CURTAIN.search(segments.text, end, sentence[1]):
            name = Name((begin - genre[0], end), genre[1], quoted=True, generic=False)
            yield mention_of(VerbPlace(segments, times, sentence, *rises.span()), rises[0], Aspect.HOLD, name, number)


def _end_of_name(segments: Segments, begin: int) -> int | None:
    """Give where the last activity noun of the words behind a theme ends: 公益拍照活动."""
    words = _WORDS.match(segments.text, begin)
    ends = [found.end() for found in noun_pattern().finditer(segments.text, *words.span())] if words else []
    whole = (end for end in reversed(ends) if end - begin > 1 and segments.text[end : end + 1] not in _OF_A_SHOW)
    return next((end for end in whole if kind_at(segments.text, begin, end)), None)


def _behind_themes(segments: Segments) -> Iterator[int]:
    """Yield where the words behind a quoted theme end and its predicate begins: “心动2024”跨年派对[将在]…."""
    for begin, end in segments.quotations:
        told = _TOLD.search(segments.text, end, end + LONGEST_TAIL)
        if (
            told
            and (told.start() - end > 1 or kind_at(segments.text, begin + 1, end - 1))
            and segments.text[begin] == "“"
            and segments.text[end] != "们"
            and not _CLAUSE.search(segments.text, end, told.start())
        ):
            yield told.start()
