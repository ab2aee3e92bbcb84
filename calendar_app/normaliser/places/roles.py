"""What a named place is to the activity, by the words right before and right after its phrase."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from calendar_app.model import Level, PlaceRole
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.places.cues import Cues, cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.normaliser.places.hits import Hit

Verdict = tuple[PlaceRole, str]

MENTIONED: Verdict = (PlaceRole.MENTION, "mention")
NEWS_SOURCE: Verdict = (PlaceRole.AFFILIATION, "source")

BEFORE, AFTER = 14, 40
CLAUSE_END = Pattern(r"[,。;!?\n]")
CLAUSE_START = Pattern(r".*[,。;!?\n:]", re.DOTALL)
QUOTES = re.compile(r"“(?P<theme>[^“”]{1,200})”|《(?P<title>[^《》]{1,60})》")
SPEECH = Pattern(r"[,。!?;].*[,。!?;]|我")
DATED = Pattern(r"\s*(?:\d{1,2}月)?\d{1,2}日[电讯]|电\s*[(记]")
ADORNED = Pattern(r"(?:在|走进|来到|位于)[^,。;在\d]{1,6}的$")
STAFF = Pattern(
    r"(?:的(?:\d{1,4}[余多]?[名位])?|\d{1,4}[余多]?[名位])[^,。;“《的在]{0,4}?"
    r"(?:医生|医师|护士|医护人员|讲解员|研究员|工作人员|志愿者|教授|讲师|专家|演员|老师|教练|学生|师生|校友|毕业生|学者|博士生?|院士|馆员|队员|同学)(?![^,。;]{0,3}[讲课展座会谈])"
)
OF_ALL = Pattern(r"(?:的|这个|那个|[一两三四五六七八九十百千万余多数几名位支个家0-9])+")
WAY = Pattern(r"从[^,。;]{1,12}(?:(?<!来)到|至|前往)$")
HAN = Pattern(r"[\u4e00-\u9fff]")
LATER = Pattern(r"(?:此后|之后|随后|而后|其后|今后|下一站|(?:明年|来年)(?!\d))[^,。;]{0,6}$")
WAY_AFTER = Pattern(r"[^,。;]{0,4}(?:跑到|[来赶]?到(?!访)|至|返回|前往)")
ON_THE_WAY = Pattern(
    r"(?:途经|途径|穿过|(?:出发|起跑|开跑|发车|启程|启航|途经).*(?:抵达|到达|直达|终点(?:设在|为)?))[^,。;]{0,8}$"
)
WAYS = 60
"""How far before a place the beginning of the way to it is looked for."""
COME = Pattern(r"[^,。;]{0,8}(?:专程|远道|慕名|赶来|赶到|前来|过来|回来|来的)")
ONE_SUCH = Pattern(r"[一两三几][家个所座处支]位于$")
"""What tells of some house in passing: 一家位于昆山的企业."""
LIFE = Pattern(
    r"(?:[^,。;]{0,4}(?:送餐|务工|打工|工作|上班|上学|读书|就读|居住|生活|开店|经商|创业|长大|出生|当兵|任教|实习|支教)"
    r"(?:过|了|[几十数多]*年)*的|的[^,。;在]{1,3}(?:大妈|大爷|大娘|大叔|阿姨|女士|先生|师傅|奶奶|爷爷|老人|老两口|夫妇))"
)
"""What follows where people live or work: 在海淀送餐的骑手, 搬到方庄的刘大妈."""
BODY = Pattern(r"[^\s,。;、“《的在与和]{1,6}(?:协会|学会|商会|联合会|基金会|合作社|公司)(?!的)")
"""A body of a place that is called by what it does: 龙岗区花卉协会."""
IS_ONE_OF = Pattern(r"(?:的)?一(?:名|位|个)[^,。;“《在]{1,8}")
"""What follows where somebody is from or works behind 是: 她是延庆区的一名护林员."""
SHUTTLE = Pattern(
    r"[^,。;]{0,4}(?:设|开)(?:有|了|通|行|出)?[^,。;]{0,6}(?:直通车|班车|接驳车|接驳|摆渡车|专线|专车|上车点|候车点)"
)
"""What follows where one gets on the way to something: 在东直门设有直通车."""
LIVING = ("住在", "家住", "定居在", "生活在")
"""What stands before where people live: 住在丰台、石景山的湖北老乡."""
FESTIVE = Pattern("(?:文化|采摘|旅游)?(?:节|展|季|嘉年华|市集|擂台|[大比]?赛|评比|大会|采摘|品鉴)")
LED = Pattern(r"[^,。;]{0,16}?(?:支持|指导|领导|带领|组织|推动|协助|帮助|号召|陪同|倡导)下")
EDITION = Pattern(r"(?:\d{4}年)?(?:第[一二三四五六七八九十百0-9]+|首)届")
WHEN = Pattern(
    r"(?:[\s\d年月日时起号分点:将拟也还都又已仍更于至在一二三四五六七八九十、]|[上中下]午|[今明昨前当]?[晚天日晨]|[清凌]晨|傍晚|[上本下]?周[末\d]?"
    r"|依然|依旧|每[天日]|连日来?|近日|日前|近期|正式|同期|首次|再度|隆重|成功|期间|前夕|来临之际|到来之际|正在|“[^”]{1,8}”|\([^)]{0,20}\)|元旦|春节|清明|端午|中秋|国庆|节)+"
)


def quotations(text: str) -> list[tuple[int, int]]:
    """Give the spans inside quotation marks and book-title marks of a folded text."""
    if "“" not in text and "《" not in text:
        return []
    return [(found.start() + 1, found.end() - 1) for found in QUOTES.finditer(text)]


def role(text: str, phrase: Sequence[Hit], quoted: Sequence[tuple[int, int]]) -> Verdict:
    """Read a phrase's role in a folded text; `quoted` are the spans inside quotation marks."""
    lexicon = cues()
    last = phrase[-1]
    start, end = phrase[0].start, last.end
    alone = False
    number = bisect_right(quoted, (start, len(text))) - 1 if quoted else -1
    if number >= 0 and end <= quoted[number][1]:
        left, right = quoted[number]
        if right - left > end - start and not (
            left == start and lexicon.before_site.end(text[max(0, left - BEFORE) : left - 1])
        ):
            return (PlaceRole.ROUTE if SPEECH.search(text, left, right) else PlaceRole.NAME), "quoted"
        start, end = left - 1, right + 1
        alone = True
    before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    if cut := CLAUSE_END.search(after):
        after = after[: cut.start()]
    if before and before[-1] != ":" and (cut := CLAUSE_START.match(before)):
        before = before[cut.end() :]
    verdict = _led_in(before.removesuffix("了"), after, lexicon) if before else None
    if verdict == NEWS_SOURCE and last.level in (Level.DISTRICT, Level.TOWNSHIP):
        verdict = PlaceRole.ORGANISER, "source"  # what a district tells of is mostly its own
    if before and _on_the_way(text, start):
        verdict = PlaceRole.ROUTE, "way"
    if verdict is None and after:
        verdict = _followed(after, last, lexicon)
    if verdict is None and before:
        verdict = _by(before, lexicon)
    if verdict is None and after:
        verdict = _acting(after, last, lexicon)
    if verdict is None and alone and HAN.match(after):  # “平湖秋月”音乐会; 走进“鸟巢” and “鸟巢”将迎来 are sites
        return PlaceRole.MENTION, "alone"
    return verdict or MENTIONED


def _led_in(before: str, after: str, lexicon: Cues) -> Verdict | None:
    """Read the words before: where people, news and ways come from, where something takes place."""
    if lexicon.before_guest.end(before):
        return (PlaceRole.PRODUCT if lexicon.product.begin(_members(after)) else PlaceRole.GUEST), "guest"
    if lexicon.before_subject.end(before):
        return PlaceRole.NAME, "subject"
    if ("从" in before or before[-1] in "自由") and (verdict := _from(before, after, lexicon)):
        return verdict
    if ONE_SUCH.search(before) or (before[-1] in "是为" and IS_ONE_OF.match(after)):
        return PlaceRole.AFFILIATION, "one such"
    if after.startswith("的") and before.endswith(LIVING):
        return PlaceRole.GUEST, "life"
    if lexicon.before_site.end(before):
        if LATER.search(before):
            return PlaceRole.ROUTE, "later"
        return None if lexicon.not_before.end(before) else _at(after, lexicon)
    if before[-1] == "的" and ADORNED.search(before) and not lexicon.people.begin(after):
        return _at(after, lexicon)
    if lexicon.wire.end(before) and DATED.match(after):
        return PlaceRole.DATELINE, "dateline"
    return None


def _from(before: str, after: str, lexicon: Cues) -> Verdict | None:
    if before[-1] in "从自由" and lexicon.source.begin(after):
        return NEWS_SOURCE
    if before[-1] in "从自" and COME.match(after):
        return PlaceRole.GUEST, "guest"
    if (before[-1] == "从" and WAY_AFTER.match(after)) or WAY.search(before):
        return PlaceRole.ROUTE, "way"
    return None


def _on_the_way(text: str, start: int) -> bool:
    """Tell whether a place is one that a tour passes or ends at: 从…出发,途经…,抵达…."""
    before = text[max(0, start - WAYS) : start]
    stop = max(map(before.rfind, "。!?\n"))
    return ON_THE_WAY.search(before[stop + 1 :]) is not None


def _at(after: str, lexicon: Cues) -> Verdict:
    """Read what a word like 在 leads to: a site, unless under somebody's lead, an abstraction or a landmark."""
    if not after:
        return PlaceRole.SITE, "cue"
    if LED.match(after):
        return PlaceRole.ORGANISER, "leadership"
    if LIFE.match(after):
        return PlaceRole.GUEST, "life"
    if SHUTTLE.match(after):
        return PlaceRole.ROUTE, "shuttle"
    if lexicon.abstract.begin(after):
        return PlaceRole.MENTION, "abstract"
    behind = lexicon.organisation.taken(after, 0)
    if behind and lexicon.post.begin(after, behind):
        return PlaceRole.AFFILIATION, "post"
    if lexicon.landmark.begin(after):
        return PlaceRole.MENTION, "landmark"
    return PlaceRole.SITE, "cue"


def _followed(after: str, last: Hit, lexicon: Cues) -> Verdict | None:
    """Read the words right behind: a product, inside and in front of, a body of the place and who belongs to it."""
    if lexicon.product.begin(after) and not FESTIVE.match(after, lexicon.product.taken(after, 0)):
        return PlaceRole.PRODUCT, "product"
    if lexicon.landmark.begin(after):
        return PlaceRole.MENTION, "landmark"
    coarse = last.level is not Level.VENUE
    if (not coarse or last.level is Level.COMMUNITY) and (
        last.rule == "venue-anaphor" or lexicon.locative.begin(after)
    ):
        return PlaceRole.SITE, "locative"
    elided = last.rule.startswith("elided")
    behind = 0 if elided else lexicon.organisation.taken(after, 0)
    if not behind and coarse and (body := BODY.match(after)):
        behind = body.end()
    rest = after[behind:]
    if lexicon.spokesman.begin(rest):
        return (PlaceRole.ORGANISER if coarse else PlaceRole.AFFILIATION), "spokesman"
    if (behind or elided or not coarse) and lexicon.post.begin(rest):
        return PlaceRole.AFFILIATION, "post"
    if behind or elided:
        return PlaceRole.ORGANISER, "organisation"
    if not coarse and STAFF.match(after):
        return PlaceRole.AFFILIATION, "staff"
    return None


def _by(before: str, lexicon: Cues) -> Verdict | None:
    return (PlaceRole.ORGANISER, "by") if lexicon.before_organiser.end(before) else None


def _acting(after: str, last: Hit, lexicon: Cues) -> Verdict | None:
    """Read what the place itself does, and what is named after it."""
    coarse = last.level is not Level.VENUE
    if lexicon.people.begin(_members(after)):
        return (PlaceRole.GUEST if coarse else PlaceRole.AFFILIATION), "people"
    when = WHEN.match(after)
    deed = after[when.end() :] if when else after
    if lexicon.organising.begin(deed):
        at_home = last.rule == "gazetteer" and not coarse
        return (PlaceRole.SITE, "holds") if at_home else (PlaceRole.ORGANISER, "organises")
    if lexicon.holding.begin(deed):
        return (PlaceRole.ORGANISER if coarse else PlaceRole.SITE), "holds"
    if coarse and EDITION.match(after):
        return PlaceRole.ORGANISER, "edition"
    if not coarse and lexicon.event_name.begin(after):
        return PlaceRole.NAME, "event name"
    return None


def _members(after: str) -> str:
    """Skip the words that count people or things (的三十余名)."""
    counted = OF_ALL.match(after)
    return after[counted.end() :] if counted else after
