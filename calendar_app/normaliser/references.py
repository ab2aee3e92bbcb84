"""Tell which activity a telling speaks of when it gives no new name: 展览, 本届大赛, 下一场, or nothing at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.model import Kind
from calendar_app.normaliser.lexicon import Aspect, nouns
from calendar_app.normaliser.names import kind_at
from calendar_app.normaliser.telling_times import is_length
from calendar_app.normaliser.tellings import is_vague

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.names import Name
    from calendar_app.normaliser.sentences import Segments
    from calendar_app.normaliser.tellings import Telling

_FURTHER = re.compile(
    r"(?:下一?|最后一)[场期站讲]|首[场期站讲]|第[一二三四五六七八九十\d]+(?:[场期站课讲]|[堂节]课)|另一?场"
)
CLASS_WORD = 2
"""How long a word is that stands for any activity: 活动, 比赛."""
SHORT = 4
"""How long a name is that may be a longer one said again."""
_ONCE_MORE = ("加演", "加开", "增开", "复演")
_STAGE = re.compile(
    r"(?:大赛|比赛|赛事)?(?P<stage>总决赛|半决赛|决赛|复赛|初赛|预赛|预选赛|海选|闭幕式|开幕式|颁奖典礼|颁奖仪式|颁奖晚会|启动仪式|闭幕演出|开幕演出)"
)
_CALLED = re.compile(
    r"(?:(?:本[次届]|该)?(?:活动|赛事|比赛|大赛|演出|展览|展会|课程|培训))(?!室|馆|场|中心|组|区|团|单位)"
)
"""What a report calls the activity that it has named."""
_THEME = re.compile(r"[“《「『](?P<theme>[^”》」』]{3,})[”》」』]")


def stage_of(segments: Segments, activity: ActivityMention) -> Span | None:
    """Give the words that name an activity as a stage of another one: 总决赛, of 大赛总决赛."""
    found = _STAGE.fullmatch(segments.text, *activity.name.span) if activity.name is not None else None
    return found.span("stage") if found else None


def is_further(segments: Segments, activity: ActivityMention) -> bool:
    """Tell whether a sentence, or a clause of it, begins with a further session: 下一场轮到亦庄,10月12日放映."""
    begin = segments.sentences[activity.sentence].span[0]
    told = segments.text[begin : activity.trigger[1]]
    return any(each.start() == 0 or told[each.start() - 1] in ",;:" for each in _FURTHER.finditer(told))


def series_of(segments: Segments, name: Span) -> Span:
    """Leave off the stage at the end of a name: 票友大赛, of 票友大赛复赛."""
    found = [each.start("stage") for each in _STAGE.finditer(segments.text, *name) if each.end() == name[1]]
    return (name[0], found[0]) if found and found[0] > name[0] else name


def pointed_at(segments: Segments, told: Sequence[ActivityMention], activity: ActivityMention) -> int | None:
    """Give the number of the activity told before that this one names again, in full or by its last noun."""
    name, text = activity.name, segments.text
    if name is None:
        return None
    said = text[slice(*name.span)]
    if _FURTHER.match(said) and told:
        return 0
    for number in range(len(told) - 1, -1, -1):
        other = told[number].name
        if other is None:
            continue
        known = text[slice(*other.span)]
        shorter = len(said) <= SHORT and set(said) <= set(known)  # 荷花节, of 荷花艺术节
        if _is_called(name, said, other, known) if name.generic else shorter or _themes(known) & _themes(said):
            return number
    return None


def named_in(segments: Segments, told: Sequence[ActivityMention], clause: Span) -> int | None:
    """Give the number of the last activity told before that a clause names by its last noun (技术节持续到…)."""
    said = segments.text[slice(*clause)]
    for number in range(len(told) - 1, -1, -1):
        name = told[number].name
        noun = kind_at(segments.text, *name.span) if name is not None else None
        if name is None or noun is None:
            continue
        end = name.span[1]
        longest = segments.text[end - max(CLASS_WORD, noun[0]) : end]
        shorter = (longest[begin:] for begin in range(1, len(longest) - 1))  # 招聘会, of 专场招聘会
        if longest in said or any(each in said for each in shorter if each in nouns()):
            return number
    return None


def known_before(
    segments: Segments, undated: Sequence[ActivityMention], activity: ActivityMention
) -> ActivityMention | None:
    """Give the activity named before without a time that a generic name points back to (同期举办工匠绝活市集,市集…)."""
    if activity.name is None or not activity.name.generic:
        return None
    said = segments.text[slice(*activity.name.span)]
    for each in reversed(undated):
        if (
            each.name
            and each.named
            and _is_called(activity.name, said, each.name, segments.text[slice(*each.name.span)])
        ):
            return each
    return None


def _is_called(name: Name, said: str, other: Name, known: str) -> bool:
    """Tell whether a generic name can stand for another: by its last word (市集), its theme's, or as what it is."""
    exhibition = name.kind is other.kind is Kind.EXHIBITION
    match = said.endswith(("比赛", "赛事")) and other.kind in (Kind.CONTEST, Kind.SPORT)
    play = said in ("该剧", "这部剧", "这部戏", "全剧") and other.kind is Kind.THEATRE
    talk = said == "讲座" and other.kind is Kind.LECTURE
    theme = any(each.endswith(said) for each in _themes(known)) and len(said) > CLASS_WORD
    return exhibition or match or play or talk or theme or known.rstrip("”」》").endswith(said[-2:])


def speaks_of_main(segments: Segments, activity: ActivityMention) -> bool:
    """Tell whether a telling without a name of its own goes on about what the report is about."""
    name, text = activity.name, segments.text
    if name is not None:
        return name.generic and (activity.aspect is not Aspect.HOLD or text.endswith("活动", *name.span))
    if activity.agent is not None and _FURTHER.search(text, *activity.agent):
        return True  # 宣讲团下一站将走进密云区
    nobody = activity.agent is None or activity.word in _ONCE_MORE
    return nobody and activity.aspect not in (Aspect.VISIT, Aspect.GIVE, Aspect.OPEN)


def earlier_name(tellings: Sequence[Telling], chosen: Telling) -> Telling | None:
    """Give a telling that names with a theme what the chosen one, a later sentence, only dates or dates better."""
    name = chosen.activity.name
    if name is None or name.quoted:
        return None
    for each in tellings:
        other, before = each.activity.name, chosen.activity.sentence - each.activity.sentence
        if other is None or not other.quoted or before < 1:
            continue
        named_only = name.generic and other.kind is name.kind and each.time is None
        if named_only or (before == 1 and is_vague(each)):
            return each
    return None


def later_name(segments: Segments, tellings: Sequence[Telling], chosen: Telling) -> Telling | None:
    """Give a telling of the next sentence that names with a theme a deed that the chosen one dates."""
    number = chosen.activity.sentence
    if chosen.activity.name is not None or number + 1 >= len(segments.sentences):
        return None
    if segments.sentences[number].paragraph != segments.sentences[number + 1].paragraph:
        return None
    for each in tellings:
        undated = each.time is None or is_length(each.time)
        if each.activity.sentence == number + 1 and each.activity.named_by_theme and undated:
            return each
    return None


def dated_after(segments: Segments, tellings: Sequence[Telling], chosen: Telling) -> Telling | None:
    """Give the telling that dates what the chosen one only names, and names nothing else.

    It is of the next sentence, or of the same one and says 活动 or 赛事 for it; a stage (决赛) is not the whole.
    """
    first = chosen.activity
    for each in tellings:
        name, agent = each.activity.name, each.activity.agent
        calls_it = name is None and agent is not None and _CALLED.match(segments.text, *agent) is not None
        here = calls_it and each.activity.sentence == first.sentence and each.activity.trigger > first.trigger
        next_to = each.activity.sentence == first.sentence + 1
        if (here or next_to) and each.time is not None and each.paragraph == chosen.paragraph:
            named_anew = name is not None and (name.quoted or stage_of(segments, each.activity) is not None)
            speaks_of_it = not named_anew and (name is not None or calls_it or agent is None)
            return each if speaks_of_it else None
    return None


def _themes(name: str) -> set[str]:
    """Give the quoted themes of a name, or the name itself, to tell a name said again."""
    return {found["theme"] for found in _THEME.finditer(name)} or {name}
