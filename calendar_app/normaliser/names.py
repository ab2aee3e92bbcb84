"""Find an activity's own name beside the verb that says that it takes place.

A name is a noun phrase that ends in an activity noun (音乐会, 大赛) or a quotation (“夏送清凉”, 《末班车》). It stands
before its verb, with adverbs, times and places between (…音乐会[明晚][在大剧院]举行), or after it (举办…音乐会).
All functions work on folded text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.model import Kind
from calendar_app.normaliser.items import BULLETS, past_head
from calendar_app.normaliser.lexicon import noun_pattern, nouns, trigger_pattern
from calendar_app.normaliser.lookup import last_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments

LONGEST_NAME = 70
SHORTEST_THEME = 3
"""With its marks: “粽”礼 is no theme."""
LONGEST_TAIL = 10
"""How much may follow the theme of an object whose noun is not in the lexicon: “夜饮”主题导赏."""
LONGEST_PLACE = 45
LONGEST_EPITHET = 16
"""How much may stand before a theme that no noun follows: 原创大型话剧《末班车》."""
_CLAUSE_MARKS = ",;:。!?\n"
_CLOSING = '”」』》"'
_ADVERB = re.compile(
    r"(?:分[^,;。]{0,6}?(?:[两二三四五六七八九十]|上、下午|上下午)[^,;。]{0,2}?[批场组期轮路段]|就此|(?:一直)?(?:还|才|[要会得])?(?<![签报])[到至]|才|将(?:会|要|在此|继续)?|固定(?:[在于])?|[就快]要|马上|各|头一[回次]|首回|一口气|一上午|一下午|先|再|也|还|就|即(?:将)?|又|再次|正式|隆重|顺利|圆满|如期|盛大|首次|首度|同(?:时|步)|一同|共同|联合|成功|精彩|火热|"
    r"(?:定|拟|计划|预计|原定|将)于|拟|[暂原]?定|已(?:经)?|正(?:在)?|在(?:此|这里|这儿|那里)?|从(?:此|这里|这儿)|集中|现场|陆续|轮番|倾情|准时|鸣锣|应[^,;。]{1,6}要求|都会|依次|轮流|则|便|都|率先|继续|"
    r"(?<!自)由|自|([\u4e00-\u9fff])\1([\u4e00-\u9fff])\2地?|免费|随后|同期|分别|仍|先后|接连|持续|于|并|进行|惊艳|欢乐|全新|二度|热烈|如约|震撼|温情|的?(?:举办|举行)?(?:时间|日期)(?:有误|调整|变更)|的(?:正确)?(?:活动|举办|举行)?)$"
)
_BENEFICIARY = re.compile(
    r"(?:(?<![作成分改名评称定约因认])为(?!主|题|内容|期)|面向|(?<![定方导意趋倾转动走风志])向|(?<![派结应面绝配反针相核校])对)[^,;:。“”《》]{1,24}$|与(?:观众|市民|读者|大家|游客)$"
)
_RELATIVE = re.compile(
    r"(?:主办|举办|承办|协办|联办|合办|组织|发起|开展|推出|指导|开设|打造|策划|出品|带来|为主题|为主线|为题|为(?:主要)?内容|执导|举行|召开|创作|编排|排演|录制|开赛)的|(?:历时|为期|持续)[^,;。“]{1,6}的|(?:取材[于自]|改编自)[^,;。“《]{1,16}的|(?<=.)的(?=[“《「])|(?<![大])把"
)
_LEAD_IN = re.compile(
    r"(?:伴?随着|据(?:悉|了解|介绍)|其中|此外|另外|不仅|不但|还|并|也|同时|随后|此后|之后|接下来|(?:而|但)?(?:今年|当天|当日|同日|届时)的?|[^,;。“]{0,8}的(?:重头戏|压轴戏)|由|以及|和(?![平谐睦])|还有|是|"
    r"来自[^,;]{1,12}的|作为[^,;]{1,20}之一的?)"
)
_QUANTIFIER = re.compile(
    r"(?:[一二两三四五六七八九十\d]{1,2}[场次个项台堂处批期](?:系列)?|整个|为期[^,;]{1,6}的|别开生面的|丰富多彩的|精彩纷呈的|主题为|以)+"
)
_TAIL = re.compile(
    r"(?:并|以及|期间|之际|以来|后|时|上(?!演|线)|中(?!国|秋|外)|里|也|在(?![线校职京册编研建岗地])|将|已|由|的(?:序幕|帷幕|大幕|(?:头一|首|第一)[场站期讲次])|等(?!系列)|[要到共]|一直|累计|眼下|目前|如今|现在|正值|接待|[未没]能|未|吸引|引来|迎来|备受|深受|颇受|人气|[上本下]周|[今昨明前][天日晚晨早夜]|[今明]年|近日|日前|\d{1,2}月\d{1,2}日)"
)
_COUNTED = re.compile(r"\d[\d.,万]*[余多]?(?:[场次期届种项]|人次)$|^\d{2,}[余多]?[场次期]|^\d[\d.,万]*[余多][场次期]")
_SIGHTS = re.compile(r"等(?:\d+|[两三四五六七八九十多]+)[余多]?(?:处|种|类|件|个(?:主题)?(?:景|展区|区域|板块))")
"""What follows the names of parts of a show: 设置了“泉生花”“花语巷”等6处景点."""
_CROWD = re.compile(
    r"(?:众多|大批|不少|许多|[\d.,万千百数上]+[余多]?(?:名|位|人次)?)[^,;。“]{0,6}(?:观众|游客|市民|读者|居民|参观者)"
)
_AND_THEN = re.compile(r"(?:今|昨|明|也|还|将|已|即将|再次|首次|在|于|走进|登陆|来到)")
_NUMBERED = re.compile(r"\d[\d.,万]*[余多]?(?:[项个支台种场件名幅组]|余)")
_DEFINITE = re.compile(
    r"(?:本[届次场]|此次|这[次场]|该|整个|全部|首场|下一?场|第[一二三四五六七八九十\d]+(?:[场课讲]|[堂节]课)|同场)"
)
_OWN = re.compile(
    "新春|春节|新年|元宵|端午|中秋|重阳|七夕|腊八|红叶|牡丹|月季|海棠|啤酒|草莓|西瓜|葡萄|风筝|龙舟|[菊荷樱桃梅桂杏梨]花"
)
"""What makes a short name an activity's own: 端午庙会, 菊花展."""
_SESSION = re.compile(r"第[一二三四五六七八九十\d]+[期季轮站]$")
"""What may stand behind the noun of a name: 体验营第二期."""
_WORKS = re.compile("》(?:《[^》]{1,40}》){0,8}等|》《[^》]{1,40}》《")
"""What lists a programme: 《游园》《闹学》等折子戏, 《拾玉镯》《坐宫》《夜奔》轮流见面."""
_CALL = re.compile(r"(?:志愿者|参赛者|选手|作品)?(?:报名|招募|招生|征集|售票|预约)(?:工作|通道)?$")
"""What is done ahead of an activity and bears its name: 植树活动报名昨日启动."""
_NO_PLACE = re.compile(r"[现正存所实好不潜]$")


_OF_A_SEASON = re.compile("[春夏秋冬]季(?=[\u4e00-\u9fff])(?![的里将在,至到])")
"""What a name begins with, though it is a time: 春季大型综合招聘会."""


class Name(Struct, frozen=True):
    """A name's span and kind; `quoted` ones carry a theme; `generic` ones (展览, 本届大赛) point back to another."""

    span: Span
    kind: Kind
    quoted: bool
    generic: bool


def name_before(segments: Segments, begin: int, verb: int, times: Sequence[Span], *, new: bool = False) -> Name | None:
    """Find the name that is the subject of the verb at `verb`, looking back to `begin`; see `_named` for `new`."""
    text = segments.text
    end = strip_adjuncts(segments, begin, verb, times)
    if (call := _CALL.search(text, max(begin, end - LONGEST_TAIL), end)) and kind_at(text, begin, call.start()):
        end = call.start()
    start = clause_start(segments, begin, end)
    start = _after_relative(segments, start, end)
    start = skip_lead_in(text, start, end, times)
    start = _skip_quantifier(text, start, end)
    start = _after_verb(segments, start, end)
    end = _end_of_theme(segments, start, end)
    listed = text.count("、", start, end) > 1 and "“" not in text[start:end]
    if _NUMBERED.match(text, start, end) or listed or _WORKS.search(text, start, end):
        return None  # a count of things, or the items of a programme
    return _named(segments, start, end, new=new)


def _end_of_theme(segments: Segments, begin: int, end: int) -> int:
    """Cut a subject behind its quoted theme when only adverbs and a place follow (…《嘉年华》也将登陆中国)."""
    if kind_at(segments.text, begin, end) is not None or segments.text[end - 1 : end] in _CLOSING:
        return end
    for a, b in reversed(segments.quotations):
        if begin <= a and b < end and _AND_THEN.match(segments.text, b, end):
            return b
    return end


def name_after(segments: Segments, begin: int, end: int) -> Name | None:
    """Find the name that is the object of the verb ending at `begin`, looking no further than `end`."""
    text = segments.text
    if text[begin : begin + 1] in ("了", "起", "过", "出"):
        begin += 1
    stop = clause_end(segments, begin, end)
    begin = _after_relative(segments, begin, stop)
    begin = _skip_quantifier(text, begin, stop)
    stop = _cut(segments, begin, stop)
    if _COUNTED.search(text[begin:stop]) or _CROWD.match(text, begin, stop):
        return None
    name = _named(segments, begin, stop, new=True)
    return None if name is not None and _SIGHTS.match(text, name.span[1]) else name


def strip_adjuncts(segments: Segments, begin: int, end: int, times: Sequence[Span]) -> int:
    """Step back from a verb over adverbs, times, places and brackets to where its subject ends."""
    text = segments.text
    while end > begin:
        before = _time_ending_at(times, end)
        if before is not None and before >= begin:
            end = before
            continue
        window = max(begin, end - 8)
        found = _ADVERB.search(text, window, end)
        if not found:
            low = max(begin, max(text.rfind(mark, begin, end) for mark in ",;。") + 1)
            place = _place_phrase(segments, low, end)
            if place is not None:
                end = place
                continue
            found = _BENEFICIARY.search(text, low, end)
        if found:
            end = found.start()
        elif text[end - 1] in ", ":
            end -= 1
        elif text[end - 1] == ")" and "(" in text[begin:end]:
            end = text.rindex("(", begin, end)
        else:
            break
    return end


def _skip_quantifier(text: str, begin: int, end: int) -> int:
    while match := _QUANTIFIER.match(text, begin, end):
        begin = match.end()
    return begin


def clause_start(segments: Segments, begin: int, end: int) -> int:
    """Step back from `end` to the start of its clause; marks inside quotations do not count."""
    text, place, openings = segments.text, end, segments.openings
    while place > begin:
        if openings.get(place, -1) >= begin:
            place = openings[place]
        elif text[place - 1] in _CLAUSE_MARKS:
            break
        else:
            place -= 1
    return place


def clause_end(segments: Segments, begin: int, end: int) -> int:
    """Step on from `begin` to the end of its clause; marks inside quotations do not count."""
    text, place, closings = segments.text, begin, segments.closings
    while place < end and text[place] not in _CLAUSE_MARKS:
        place = closings.get(place, place + 1)
    return min(place, end)


def skip_lead_in(text: str, begin: int, end: int, times: Sequence[Span]) -> int:
    """Step over times, 其中, 由 and like words at the start of a noun phrase."""
    while begin < end:
        time = last_from(times, begin)
        if time and time[0] == begin and time[1] <= end and not _OF_A_SEASON.match(text, begin, end):
            begin = time[1]
        elif text[begin] in " ,的、":
            begin += 1
        elif text[begin] in BULLETS:
            begin = max(begin + 1, past_head(text, begin))
        elif match := _LEAD_IN.match(text, begin, end):
            begin = match.end()
        else:
            break
    return begin


def kind_at(text: str, begin: int, end: int) -> tuple[int, Kind] | None:
    """Give the length and kind of the longest activity noun that ends at `end`."""
    table = nouns()
    for length in range(min(8, end - begin), 0, -1):
        word = text[end - length : end]
        if word in table:
            kind = table[word]
            return None if kind is None else (length, kind)
    return None


def _named(segments: Segments, begin: int, end: int, *, new: bool) -> Name | None:
    """Make a name of a stretch that ends as names do; a bare noun is `new` as an object, else it points back."""
    text = segments.text
    while end > begin and text[end - 1] in " 、":
        end -= 1
    if not 0 < end - begin <= LONGEST_NAME:
        return None
    themes = [
        a for a, b in segments.quotations if begin <= a and b <= end and text[a] != "(" and b - a > SHORTEST_THEME
    ]
    quoted = bool(themes)
    numbered = _SESSION.search(text, begin, end)
    noun = kind_at(text, begin, numbered.start() if numbered else end)
    if noun is None:
        tail = end - max((b for _, b in segments.quotations if b <= end), default=0)
        if not quoted or themes[0] - begin > LONGEST_EPITHET or tail > (LONGEST_TAIL if new else 0):
            return None
        return Name((begin, end), kind_inside(text, begin, end), quoted=True, generic=False)
    length, kind = noun
    short = (
        end - begin <= 4
        and not text.startswith("专场", end - 2)
        and not text.startswith("主场", begin)
        and not _OWN.match(text, begin)
    )
    bare = begin + length >= end or bool(_DEFINITE.match(text, begin, end)) or short
    generic = not quoted and (end - begin <= 2 if new else bare)
    return Name((begin, end), kind, quoted, generic=generic)


def kind_inside(text: str, begin: int, end: int) -> Kind:
    """Give the kind of the last activity noun in a stretch."""
    kinds = [nouns()[match.group()] for match in noun_pattern().finditer(text, begin, end)]
    return next((kind for kind in reversed(kinds) if kind is not None), Kind.OTHER)


def _after_relative(segments: Segments, begin: int, end: int) -> int:
    """Step over what qualifies a name: 由…主办的, 把…, and any 的 right before its theme."""
    for match in _RELATIVE.finditer(segments.text, begin, end):
        if not _inside_quotes(segments, match.start()):
            begin = match.end()
    return begin


def _cut(segments: Segments, begin: int, end: int) -> int:
    """Cut an object off behind the noun or quotation that a new predicate or a locative follows."""
    text = segments.text
    ends = {match.end() for match in noun_pattern().finditer(text, begin, end)}
    ends |= {b for a, b in segments.quotations if begin <= a and b <= end and text[a] != "("}
    for place in sorted(ends):
        if place < end and not _inside_quotes(segments, place) and _goes_on(text, place, end):
            return place
    return end


def _goes_on(text: str, place: int, end: int) -> bool:
    """Tell whether something new begins here: a locative, or a verb that is no activity noun (揭牌, not 揭牌仪式)."""
    if _TAIL.match(text, place, end):
        return True
    verb = trigger_pattern().match(text, place, end)
    if verb is None:
        return False
    noun = noun_pattern().match(text, place, end)
    return noun is None or noun.end() < verb.end()


def _after_verb(segments: Segments, begin: int, end: int) -> int:
    """Step over a verb of the clause that holds the subject: 文化馆推出“周末剧场”,…开演."""
    for verb in trigger_pattern().finditer(segments.text, begin, end):
        noun = noun_pattern().match(segments.text, verb.start(), end)
        if (noun is None or noun.end() < verb.end()) and not _inside_quotes(segments, verb.start()):
            begin = verb.end() + segments.text.startswith("的", verb.end())
    return begin


def _time_ending_at(times: Sequence[Span], end: int) -> int | None:
    time = last_from(times, end - 1)
    return time[0] if time and time[1] == end else None


def _place_phrase(segments: Segments, begin: int, end: int) -> int | None:
    """Give the start of the 在…-phrase that ends at `end`; 现在, 正在 and what is quoted are none."""
    text, place = segments.text, end
    while (place := text.rfind("在", begin, place)) >= 0:
        told_of_a_name = "的“" in text[place:end] or _RELATIVE.search(text, place, end)
        if told_of_a_name and kind_at(text, place, end):
            continue  # 在森林公园发车的“乐活”骑行, 在该广场举行的花会展演
        if not _NO_PLACE.search(text, max(begin, place - 1), place) and not _inside_quotes(segments, place):
            return place if end - place <= LONGEST_PLACE else None
    return None


def _inside_quotes(segments: Segments, place: int) -> bool:
    quoted = last_from(segments.quotations, place - 1)
    return quoted is not None and place < quoted[1]
