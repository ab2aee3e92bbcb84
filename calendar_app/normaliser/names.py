"""Find an activity's own name beside the verb that says that it takes place.

A name is a noun phrase that ends in an activity noun (音乐会, 大赛) or a quotation (“夏送清凉”, 《末班车》). It stands
before its verb, with adverbs, times and places between (…音乐会[明晚][在大剧院]举行), or after it (举办…音乐会).
All functions work on folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calendar_app.model import Kind
from calendar_app.normaliser.lexicon import noun_pattern, nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments

LONGEST_NAME = 70
_CLAUSE_MARKS = ",;:。!?\n"
_CLOSING = '”」』》"'
_ADVERB = re.compile(
    r"(?:将(?:会|要|在此|继续)?|也|还|就|即(?:将)?|又|再次|正式|隆重|顺利|圆满|如期|盛大|首次|首度|同(?:时|步)|一同|共同|联合|成功|精彩|火热|"
    r"(?:定|拟|计划|预计|原定|将)于|拟|定|已(?:经)?|正(?:在)?|在此|这里|集中|现场|陆续|轮番|倾情|准时|鸣锣|则|便|都|率先|继续|"
    r"免费|正在|随后|同期|分别|仍|先后|接连|持续|于|并|进行|惊艳|欢乐|全新|二度|热烈|如约|震撼|温情)$"
)
_BENEFICIARY = re.compile(r"(?:(?<![作成])为|面向|向|给|与|同|和)[^,;。“”]{1,24}$")
_PLACE = re.compile(r"(?<![现正存所实好不])在[^,;。]{1,44}$")
_RELATIVE = re.compile(
    r"(?:主办|举办|承办|协办|联办|合办|组织|发起|开展|推出|指导|开设|打造|策划|出品|带来|为主题|为主线|为题|为内容|执导|举行|召开)的"
)
_LEAD_IN = re.compile(
    r"(?:据(?:悉|了解|介绍)|其中|此外|另外|同时|随后|接下来|(?:而|但)?(?:今年|当天|此次|本次|这次|这场|当日|同日|届时)的?|由|以及|和|还有|是|"
    r"来自[^,;]{1,12}的|作为[^,;]{1,20}之一的?)"
)
_QUANTIFIER = re.compile(
    r"(?:(?:一|1)[场次个项台堂处批期系列]{1,2}|为期[^,;]{1,6}的|别开生面的|丰富多彩的|精彩纷呈的|主题为|以)+"
)
_TAIL = re.compile(r"(?:并|以及|期间|之际|后|时|上|中|里|的(?:序幕|帷幕|大幕)|等(?!系列))")
_COUNTED = re.compile(r"\d[\d.,万]*[余多]?(?:[场次期届种项]|人次)$|^\d[\d.,万]*[余多]?[场次期]")
_DEFINITE = re.compile(r"(?:本[届次场]|此次|这[次场]|该|整个|全部|首场|下一?场|第[一二三四五六七八九十\d]+场|同场)")
GENERIC_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name's span and kind; `quoted` ones carry a theme; `generic` ones (展览, 本届大赛) point back to another."""

    span: Span
    kind: Kind
    quoted: bool
    generic: bool


def name_before(segments: Segments, begin: int, verb: int, times: Sequence[Span]) -> Name | None:
    """Find the name that is the subject of the verb at `verb`, looking back to `begin`."""
    text = segments.text
    end = strip_adjuncts(text, begin, verb, times)
    start = clause_start(segments, begin, end)
    start = _after_relative(segments, start, end)
    start = skip_lead_in(text, start, end, times)
    return _named(segments, start, end)


def name_after(segments: Segments, begin: int, end: int) -> Name | None:
    """Find the name that is the object of the verb ending at `begin`, looking no further than `end`."""
    text = segments.text
    if text[begin : begin + 1] in ("了", "起", "过", "出"):
        begin += 1
    stop = clause_end(segments, begin, end)
    begin = _after_relative(segments, begin, stop)
    while match := _QUANTIFIER.match(text, begin, stop):
        begin = match.end()
    stop = _cut(segments, begin, stop)
    if _COUNTED.search(text[begin:stop]):
        return None
    return _named(segments, begin, stop)


def strip_adjuncts(text: str, begin: int, end: int, times: Sequence[Span]) -> int:
    """Step back from a verb over adverbs, times, places and brackets to where its subject ends."""
    while end > begin:
        before = _time_ending_at(times, end)
        if before is not None and before >= begin:
            end = before
            continue
        window = max(begin, end - 8)
        found = _ADVERB.search(text, window, end)
        if not found:
            clause = max(text.rfind(mark, begin, end) for mark in ",;。")
            low = max(begin, clause + 1)
            found = _PLACE.search(text, low, end) or _BENEFICIARY.search(text, low, end)
            if found and _inside_quotes(text, low, found.start()):
                found = None
        if found:
            end = found.start()
        elif text[end - 1] in ", ":
            end -= 1
        elif text[end - 1] == ")" and "(" in text[begin:end]:
            end = text.rindex("(", begin, end)
        else:
            break
    return end


def clause_start(segments: Segments, begin: int, end: int) -> int:
    """Step back from `end` to the start of its clause; marks inside quotations do not count."""
    text, place = segments.text, end
    openings = {close: opening for opening, close in segments.quotations if begin <= opening and close <= end}
    while place > begin:
        if place in openings:
            place = openings[place]
        elif text[place - 1] in _CLAUSE_MARKS:
            break
        else:
            place -= 1
    return place


def clause_end(segments: Segments, begin: int, end: int) -> int:
    """Step on from `begin` to the end of its clause; marks inside quotations do not count."""
    text, place = segments.text, begin
    closings = {opening: close for opening, close in segments.quotations if begin <= opening and close <= end}
    while place < end and text[place] not in _CLAUSE_MARKS:
        place = closings.get(place, place + 1)
    return place


def skip_lead_in(text: str, begin: int, end: int, times: Sequence[Span]) -> int:
    """Step over times, 其中, 由 and like words at the start of a noun phrase."""
    starts = dict(times)
    while begin < end:
        if begin in starts and starts[begin] <= end:
            begin = starts[begin]
        elif text[begin] in " ,的、":
            begin += 1
        elif match := _LEAD_IN.match(text, begin, end):
            begin = match.end()
        else:
            break
    return begin


def kind_at(text: str, begin: int, end: int) -> tuple[int, Kind] | None:
    """Give the length and kind of the longest activity noun that ends at `end`."""
    table = nouns()
    for length in range(min(8, end - begin), 0, -1):
        kind = table.get(text[end - length : end])
        if kind is not None:
            return length, kind
    return None


def _named(segments: Segments, begin: int, end: int) -> Name | None:
    text = segments.text
    while end > begin and text[end - 1] in " 、":
        end -= 1
    if not 0 < end - begin <= LONGEST_NAME:
        return None
    quoted = any(begin <= a and b <= end and text[a] != "(" for a, b in segments.quotations)
    noun = kind_at(text, begin, end)
    if noun is None:
        if text[end - 1] not in _CLOSING or not quoted:
            return None
        return Name((begin, end), _kind_inside(text, begin, end), quoted=True, generic=False)
    length, kind = noun
    bare = begin + length >= end or bool(_DEFINITE.match(text, begin, end)) or end - begin <= GENERIC_LENGTH
    return Name((begin, end), kind, quoted, generic=bare and not quoted)


def _kind_inside(text: str, begin: int, end: int) -> Kind:
    kinds = [nouns()[match.group()] for match in noun_pattern().finditer(text, begin, end)]
    return kinds[-1] if kinds else Kind.OTHER


def _after_relative(segments: Segments, begin: int, end: int) -> int:
    for match in _RELATIVE.finditer(segments.text, begin, end):
        if not any(a < match.start() < b for a, b in segments.quotations):
            begin = match.end()
    return begin


def _cut(segments: Segments, begin: int, end: int) -> int:
    """Cut an object off after the noun that a new predicate or a locative follows."""
    text = segments.text
    for match in noun_pattern().finditer(text, begin, end):
        if any(a < match.start() and match.end() < b for a, b in segments.quotations):
            continue
        if _TAIL.match(text, match.end(), end):
            return match.end()
    return end


def _time_ending_at(times: Sequence[Span], end: int) -> int | None:
    for a, b in times:
        if b == end:
            return a
    return None


def _inside_quotes(text: str, begin: int, place: int) -> bool:
    return text.count("“", begin, place) > text.count("”", begin, place)
