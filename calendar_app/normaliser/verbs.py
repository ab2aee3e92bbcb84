"""Tell whether a word that may tell of an activity is a verb where it stands: 启动仪式 and 主办方 hold none."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.normaliser.lexicon import STATES_THE_TIME, Aspect, nouns, triggers
from calendar_app.normaliser.lookup import holding, last_from
from calendar_app.normaliser.names import strip_adjuncts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments


class VerbPlace(Struct, frozen=True):
    """Where a verb stands: the report's segments and times, the verb's sentence, its first and last offset."""

    segments: Segments
    times: Sequence[Span]
    sentence: Span
    begin: int
    end: int

    @property
    def word(self) -> str:
        """Give the verb."""
        return self.segments.text[self.begin : self.end]

    @property
    def subject_end(self) -> int:
        """Give the offset that the subject stands before: that of the time which holds the verb (从5月3日开始)."""
        time = holding(self.times, self.begin)
        return time[0] if time else self.begin


_NOT_A_VERB_AFTER = re.compile(r"(?:方|者|地点?|单位|部门|之前|期间|时间|日期|后的|式|仪式|权|人(?!民)|展(?=[,。;]))")
_NOT_A_VERB_BEFORE = re.compile(r"[主承协]$")
_A_BODY_BEFORE = re.compile(r"(?:工会|党|社会|群团|基层|各级|村|行业|国际|公益|环保|民间)$")
_LEADS = re.compile(r"了|[近约]?\d|[^,;。]{0,6}(?:职工|会员|市民|居民|员工|人员|志愿者|家庭|青年|学生|党员|群众)")
"""Whom somebody organises: then 工会组织 is no body."""
_A_PAUSE = re.compile(r"[一两三\d]+[天场日]")
_DAY_OF_REST = re.compile(r"(?<![本这上下个])(?:周|星期|礼拜)[一二三四五六日天]$")
_OF_A_HOUSE = re.compile(r"(?:开放|营业|服务|办公|工作|开馆|闭馆|报名|预约|咨询|售票)$")
_MUST_QUOTE = ("设", "放", "搭起", "开一场", "办", "参加", "开出", "摆", "主讲", "要讲", "直播", "各开", "各办")
_MUST_COUNT = re.compile(r"了?(?:[一两三四五六七八九十\d]+|多)[场次]")
"""What follows 安排 where it is something that takes place: 各安排一场花车巡游."""
_AND_QUOTES = re.compile(
    r"(?:了|出)?(?:[^,;。“]{2,12}(?:组织|举办|主办|开展)的|[一两三]?[场次个出台间家处][^,;。在于]{0,6}|(?:露天)?(?:电影|影片))?[“「《]"
)
"""What stands between such a verb and the quoted name: 参加了市总工会组织的“…”."""
_OTHER_WORDS = frozenset("停开播释摆存投安发解堆寄绽燃鸣下豪")
"""What 放 stands behind where it is a part of another word: 停放."""
_SPECIAL = re.compile(r"[\u4e00-\u9fff]{2,10}专场(?=[,;。])")
_FINISHES = re.compile(r"了?(?:(?:本年度|今年|这[场次]|本次)的?)?[“「《]")
"""What stands behind 完成 where it says that something took place: 完成了本年度的“…”."""
_HELD_ONE = re.compile(r"了[一两三]?[场次届]|(?:了|出)?一[堂节][^,;。]{0,8}课")
_ALSO_NOUNS = frozenset({
    "演出", "展演", "放映", "展映", "慰问", "参观", "出发", "开始", "见面",
    "导览", "结束", "进行", "深入", "前往", "成立", "组织", "设置", "提供", "发放",
})  # fmt: skip
_SHOWS = re.compile(r"(?:放映|展映)(?:了|[《“「]|[^,;。、的]{0,4}(?:电影|影片|纪录片))")


def is_verb(verb: VerbPlace, nouns_at: Sequence[Span]) -> bool:
    """Tell whether it is a verb; `nouns_at` are the spans of the text's activity nouns."""
    text, begin, end, word = verb.segments.text, verb.begin, verb.end, verb.word
    if _NOT_A_VERB_AFTER.match(text, end) or _NOT_A_VERB_BEFORE.search(text, max(0, begin - 6), begin):
        return False
    if word == "组织" and _A_BODY_BEFORE.search(text, max(0, begin - 2), begin) and not _LEADS.match(text, end):
        return False
    if text[end : end + 1] == "的" and triggers()[word].aspect is Aspect.GIVE:
        return False
    if triggers()[word].aspect is Aspect.CANCEL and (
        _A_PAUSE.match(text, end) or _DAY_OF_REST.search(text, max(0, begin - 4), begin)
    ):
        return False  # 21日停演一天, 周一停演
    if _OF_A_HOUSE.search(text, max(0, begin - 2), begin) and word in STATES_THE_TIME:
        return False
    if word in _MUST_QUOTE and not (_AND_QUOTES.match(text, end) or _holds_one(verb)):
        return False
    if word == "放" and text[begin - 1 : begin] in _OTHER_WORDS:
        return False
    if word == "完成" and not _FINISHES.match(text, end):
        return False
    if word[-1] in "至到" and (time := holding(verb.times, begin)) and end <= time[1]:
        return False  # 一直开到10月8日 is a time
    if word == "安排" and not _MUST_COUNT.match(text, end):
        return False
    if _inside_a_name(verb) or _inside_a_noun((begin, end), nouns_at):
        return False
    return word not in _ALSO_NOUNS or _acts(verb, word)


def _holds_one(verb: VerbPlace) -> bool:
    """Tell whether one is held or set up without being quoted: 办了一堂家长课, 设女职工专场."""
    if verb.word == "设":
        return _SPECIAL.match(verb.segments.text, verb.end) is not None
    return verb.word == "办" and _HELD_ONE.match(verb.segments.text, verb.end) is not None


def _inside_a_noun(span: Span, nouns_at: Sequence[Span]) -> bool:
    """启动仪式 and 公开赛 hold no verb."""
    near = bisect_right(nouns_at, span) - 1
    return any(
        a <= span[0] and span[1] <= b and b - a > span[1] - span[0] for a, b in nouns_at[max(0, near) : near + 2]
    )


def _inside_a_name(verb: VerbPlace) -> bool:
    quoted = last_from(verb.segments.quotations, verb.begin - 1)
    if quoted is None or verb.end >= quoted[1] or verb.segments.text[quoted[0]] == "(":
        return False
    return not verb.segments.in_speech(verb.begin)


def _acts(verb: VerbPlace, word: str) -> bool:
    """Tell 演出 the verb (在大剧院演出) from 演出 the noun: the verb has adjuncts before it or shows a film."""
    text = verb.segments.text
    if text[max(0, verb.begin - 1) : verb.begin] in ("的", "、", "“"):
        return False
    if word in nouns() and triggers()[word].aspect is Aspect.HOLD:
        led = strip_adjuncts(verb.segments, verb.sentence[0], verb.begin, verb.times) < verb.begin
        return led or _SHOWS.match(text, verb.begin) is not None
    return True
