"""Find the stops of what goes from place to place: which day it is where.

    3月9日在黄陂区文体中心，3月16日在熊廷弼公园，3月23日在人民广场，时间均为上午9点到下午1点
    将于2月28日、3月6日和3月13日依次走进大兴校区、首都师范大学和石油化工学院

All functions work on folded text.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from calendar_app.model import Form, Grain
from calendar_app.normaliser import values
from calendar_app.normaliser.activity_mentions import mention_of
from calendar_app.normaliser.drafts import Draft
from calendar_app.normaliser.lexicon import Aspect, trigger_pattern
from calendar_app.normaliser.verbs import VerbPlace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from calendar_app.model import Span, TimeMention, When
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.names import Name
    from calendar_app.normaliser.sentences import Segments

AT = "在"
_TO = re.compile(",?(?:在|到|去|走进|来到|前往)|,(?<=[日号点半分时].)")
"""What stands between a day and the place of its stop."""
_CLAUSE, _ITEM = frozenset(",;:、"), frozenset(";:")
"""What stands before a stop, and before one whose place no word leads: 12月25日，武侯区体育馆；12月27日，光华公园."""
_IN_TURN = re.compile(r"[^,;。:]{0,12}(?:依次|分别|先后|陆续|轮流|相继)[^,;。:]{0,4}")
_AND = re.compile(r"(?:本部|总部|校区|分馆)?(?:、|和|及|与|以及)")
_OF_ALL = re.compile(r"(?:均|都|各[场站地次]|每[场站])[^,;。]{0,4}$")
"""What stands before a clock time that is kept at every stop."""
_FIRST = re.compile(r"(?:首|第一|头一)[场站期讲]$")
"""What a series' name ends in where its first date is told, and the others have none of."""
LONGEST_STOP = 24
"""How much may stand behind a place in the clause of its stop."""


class Stop(NamedTuple):
    """A day, the time that tells it, and the words that say where."""

    time: TimeMention
    where: Span


def with_stops(
    segments: Segments,
    drafts: Sequence[Draft],
    activities: Sequence[ActivityMention],
    usable: Sequence[TimeMention],
    places: Sequence[Span],
) -> list[Draft]:
    """Add a draft for every stop that a report lists of what it is about, in place of one of all their days."""
    if not drafts:
        return []
    main = _named(drafts[0], activities)
    stops = [*_one_by_one(segments, usable, places), *_in_turn(segments, usable, places)]
    told = {each.when.edtf for each in drafts if each.when}
    listed = {each.time.span for each in stops}
    kept = [each for each in drafts if each.main or each.time is None or each.time.span not in listed]
    spans = [time.span for time in usable]
    new = [_with_hours(segments, stop, usable) for stop in stops]
    parts = [_draft(segments, main, each, spans) for each in new if each.time.when and each.time.when.edtf not in told]
    hours = drafts[0].time
    if parts and (_is_all_of(drafts[0], new) or (hours is not None and _is_of_all(segments, hours))):
        first, *parts = parts
        kept[0] = replace(first, main=True, again=False)
    return kept + parts


def _is_all_of(main: Draft, stops: Sequence[Stop]) -> bool:
    """Tell whether the stops say one by one what the main time says of them together: 下周走进三地."""
    days = [stop.time.when for stop in stops if stop.time.when]
    when = main.when
    if when is None or when.form not in {Form.WINDOW, Form.COARSE}:
        return False
    return all(values.lies_within(each, when) for each in days)


def _is_of_all(segments: Segments, hours: TimeMention) -> bool:
    """Tell whether a clock time is said to be that of every stop."""
    begin = segments.sentences[segments.sentence_at(hours.span[0])].span[0]
    return _OF_ALL.search(segments.text, begin, hours.span[0]) is not None


def _named(main: Draft, activities: Sequence[ActivityMention]) -> Draft:
    """Name what goes by what its sentence names: 区老龄办开设的“银龄防骗课”下周走进三地."""
    if main.activity.name is not None:
        return main
    here = (each for each in activities if each.sentence == main.activity.sentence and each.named_by_theme)
    known = next(here, None)
    return replace(main, activity=known) if known else main


def _draft(segments: Segments, main: Draft, stop: Stop, times: Sequence[Span]) -> Draft:
    number = segments.sentence_at(stop.where[0])
    verb = VerbPlace(segments, times, segments.sentences[number].span, stop.where[0], stop.where[0])
    told = replace(mention_of(verb, AT, Aspect.HOLD, None, number), block=stop.where, refusal=None, agent=None)
    name = main.activity.name
    series = replace(main.activity, name=_series(segments, name)) if name else main.activity
    return Draft(activity=series, told_by=told, time=stop.time, again=True)


def _series(segments: Segments, name: Name) -> Name:
    """Leave off that it is the first: “春风送岗”系列招聘会, of “春风送岗”系列招聘会首场."""
    first = _FIRST.search(segments.text, *name.span)
    return replace(name, span=(name.span[0], first.start())) if first and first.start() > name.span[0] else name


def _one_by_one(segments: Segments, usable: Sequence[TimeMention], places: Sequence[Span]) -> Iterator[Stop]:
    """Find the clauses of a sentence that say nothing but a day and a place."""
    starts = dict(places)
    found: dict[int, list[Stop]] = {}
    for time in usable:
        begin, end = time.span
        if time.when is None or time.when.form not in (Form.DAY, Form.MOMENT, Form.SPAN) or begin == 0:
            continue
        to = _TO.match(segments.text, end)
        before = _ITEM if to and to[0] == "," else _CLAUSE
        if to is None or segments.text[begin - 1] not in before or to.end() not in starts:
            continue
        number = segments.sentence_at(begin)
        clause = segments.sentences[number].clause_at(to.end())[1]
        stop = starts[to.end()]
        verb = trigger_pattern().search(segments.text, stop, clause)
        if verb is None and clause - stop <= LONGEST_STOP:
            found.setdefault(_first_of_list(segments, number), []).append(Stop(time, (to.end(), clause)))
    for stops in found.values():
        if len(stops) > 1:
            yield from stops


def _first_of_list(segments: Segments, number: int) -> int:
    """Give the sentence with which those begin that semicolons part."""
    while number and segments.text[: segments.sentences[number].span[0]].rstrip().endswith(";"):
        number -= 1
    return number


def _in_turn(segments: Segments, usable: Sequence[TimeMention], places: Sequence[Span]) -> Iterator[Stop]:
    """Find as many places as there are days, told in their order."""
    for time in usable:
        when = time.when
        if when is None or when.form is not Form.SEVERAL or not when.days:
            continue
        turn = _IN_TURN.match(segments.text, time.span[1])
        here = _listed(segments, places, turn.end()) if turn else []
        if len(here) == len(when.days):
            yield from (
                Stop(replace(time, when=_on(when, day)), where) for day, where in zip(when.days, here, strict=True)
            )


def _listed(segments: Segments, places: Sequence[Span], begin: int) -> list[Span]:
    """Give the places that are listed from an offset on."""
    found: list[Span] = []
    for place in places:
        joint = _AND.fullmatch(segments.text, found[-1][1], place[0]) if found and place[0] > found[-1][1] else None
        if joint or (not found and begin - 2 <= place[0] <= begin + 4):
            found.append(place)
        elif found and place[0] >= found[-1][1]:
            break
    return found


def _on(when: When, day: date) -> When:
    """Give one day of a list, with the hours that are kept on all."""
    one = replace(when, form=Form.DAY, edtf=str(day), start=day, end=day, grain=Grain.DAY, days=(), hours=None)
    return values.at_hours(one, *when.hours) if when.hours else one


def _with_hours(segments: Segments, stop: Stop, usable: Sequence[TimeMention]) -> Stop:
    """Give a stop the hours that its sentence tells of all of them."""
    when = stop.time.when
    number = segments.sentence_at(stop.where[0])
    begin, end = segments.sentences[_first_of_list(segments, number)].span[0], segments.sentences[number].span[1]
    if when is None or when.form is not Form.DAY:
        return stop
    for each in usable:
        clock = each.when
        if begin <= each.span[0] < end and _is_of_all(segments, each) and clock and isinstance(clock.start, datetime):
            closes = clock.end.time() if isinstance(clock.end, datetime) else None
            return Stop(replace(stop.time, when=values.at_hours(when, clock.start.time(), closes)), stop.where)
    return stop
