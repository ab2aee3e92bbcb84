"""Find further sessions: the next one (下一场定于…), those listed by number, and new dates (新的时间定在…).

All functions work on folded text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.model import Kind
from calendar_app.normaliser.activity_mentions import ActivityMention, mention_of
from calendar_app.normaliser.lexicon import Aspect
from calendar_app.normaliser.names import Name
from calendar_app.normaliser.verbless import BY_NAME
from calendar_app.normaliser.verbs import VerbPlace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments

_NEXT = re.compile(
    r"(?P<which>总?决赛|复赛|(?:下一?|最后一|第[一二三四五六七八九十\d]+)(?:场|站|期|讲|次|[堂节]课)|下一?[场次]活动)(?:活动|比赛|讲座|[演播]?[出映]|音乐会|招聘会|[\u4e00-\u9fff]{1,3}[会展赛课])?"
    r"(?P<told>(?:的?时间)?(?:定于|定在|安排在|在|将于|将在|拟于|预计于|暂定于?|放在|为|是))"
)
_LISTED = re.compile(r"(?<=[,;:、。])第[一二三四五六七八九十\d]+[期讲场站](?=\d|本|下|周)")
"""Sessions with nothing but their times: 第一期7月18日至22日,第二期7月25日至29日."""
_ANEW = re.compile(
    r"新的?(?:举办|举行|开赛|开幕|演出|活动)?(?:时间|日期|档期)(?P<told>[^,。;\d]{0,3}(?:定[在于为]|改[在到至为]|安排在|是|为))"
)


def by_new_date(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find the new date of what was put off, told without its name: 新的时间初步定在5月中旬."""
    starts = {begin for begin, _ in times}
    for match in _ANEW.finditer(segments.text):
        if match.end() not in starts:
            continue
        number = segments.sentence_at(match.start())
        place = VerbPlace(segments, times, segments.sentences[number].span, *match.span("told"))
        yield replace(mention_of(place, match["told"], Aspect.POSTPONE, None, number), agent=None, future=True)


def by_next(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find a further session that only its time tells: 下一场定于12月22日上午9点半."""
    starts = {begin for begin, _ in times}
    for match in _NEXT.finditer(segments.text):
        if match.end() not in starts:
            continue
        yield _session(segments, times, match.span("which"), match.span("told"), match["told"])


def by_number(segments: Segments, times: Sequence[Span]) -> Iterator[ActivityMention]:
    """Find the sessions that a sentence lists by number and time: 第一期7月18日至22日,第二期7月25日至29日."""
    starts = {begin for begin, _ in times}
    listed: dict[int, list[Span]] = {}
    for match in _LISTED.finditer(segments.text):
        if match.end() in starts:
            listed.setdefault(segments.sentence_at(match.start()), []).append(match.span())
    for sessions in listed.values():
        for begin, end in sessions if len(sessions) > 1 else ():
            yield _session(segments, times, (begin, end), (end, end), BY_NAME)


def _session(segments: Segments, times: Sequence[Span], called: Span, verb: Span, word: str) -> ActivityMention:
    """Mention a session that is still to come, by the words for it and the place of its verb."""
    number = segments.sentence_at(called[0])
    place = VerbPlace(segments, times, segments.sentences[number].span, *verb)
    name = Name(called, Kind.OTHER, quoted=False, generic=True)
    return replace(mention_of(place, word, Aspect.HOLD, name, number), future=True)
