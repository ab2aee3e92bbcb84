"""Tell what a time is to the activities of its report: the day one takes place, a deadline, history or an interview.

Only times with the role EVENT may date an event; the others are told in the trace with their role.
All functions work on folded text.
"""

from __future__ import annotations

import re
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.model import Form, Grain
from calendar_app.normaliser.lexicon import trigger_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from calendar_app.model import TimeMention
    from calendar_app.normaliser.sentences import Segments


class TimeRole(StrEnum):
    """What a time is to the activities around it."""

    EVENT = "event"
    DEADLINE = "deadline"  # 报名截止到5月2日
    INTERVIEW = "interview"  # 记者昨天从…获悉
    HISTORY = "history"  # 始建于1959年, 自2021年起
    AWARD = "award"  # 2023年全国五一劳动奖
    CITATION = "citation"  # 本报5月31日A06版
    STATISTIC = "statistic"  # 1至8月同比增长
    SPEECH = "speech"  # “今天听完有点后怕”
    HOUSE = "house"  # 闭馆时间延至18时
    PLAN = "plan"  # 力争到年底新增30家
    ROUTINE = "routine"  # 每季度评估一次
    THEME = "theme"  # 庆祝“五一”文艺演出


class TimedMention(Struct, frozen=True):
    """A time mention and its role."""

    mention: TimeMention
    role: TimeRole


OLD = timedelta(days=92)
"""A paper reports what happened lately: a day further back is history, unless something runs on from it."""

_REPORTING = re.compile(
    r"(?:获悉|了解到|得知|获知|发布(?!会|仪式|活动)|公布(?!仪式)|通报|宣布|印发|下发|出台|作出说明|发出|采访|走访时|见到|看到|表示|透露|介绍(?!会)|指出|解读|致电|回应)"
)
_TAKES_PLACE = re.compile(
    r"(?:举行|举办|召开|上演|开幕|启动|走进|亮相|开展(?!以来)|启幕|揭幕|开讲|开赛|奏响|落幕|闭幕|展出|首演|放映|启用|揭牌|推出|开放|原定)"
)
_DEADLINE_BEFORE = re.compile(
    r"(?:截止(?:时间|日期|日)?(?:为|到|至|是|在|于)?|(?:报名|预约|征集|申报|投稿)[^,;。]{0,8}(?:截至|至|到|为))$"
)
_DEADLINE_AFTER = re.compile(
    r"\s*(?:\d+时|中午|晚)?(?:(?:到[^,;。]{1,8})?(?:申请|办理)[^,;。]{0,4}退[费款票]|截止|截稿|关闭|前(?:可)?(?:完成)?(?:退赛|退票|报名|预约|登记|提交|投稿)|(?:起|开始|开启|开放|将)?(?:报名|预约(?!演出)|售票|开票|征集))"
)
_DEADLINE_CLAUSE = re.compile(
    r"(?:报名|预约|申报|退赛|退票|售票|征集|投稿)[^,;。]*(?:截止|关闭|开启|开通|开始|开放)|截止[^,;。]*(?:报名|预约|退票)"
    r"|(?:报名|招募)(?!参[加与])[^,;。]{0,14}(?:启动|进行)(?!的)"
)
_HISTORY_BEFORE = re.compile(
    r"(?:始于|始建于|创办于|创建于|建于|成立于|首演于|产于|摄于|出水于|举办于|早在|曾(?:于|在)?|截至|种植始于|上届|上一届|首届|前两届(?:分别)?(?:于)?|去年同期|生于|距今)[^,;。]{0,4}$"
)
_HISTORY_AFTER = re.compile(
    r"(?:以来|延长[至到]|起[,]?(?:每|已|共|累计|就|开始筹备|筹备|与)|(?:年)?(?:建成|建馆|成立|创办|投运|列入|评为|入选|获评|毕业|入职|进厂|绘制|试运行|出水|产小?轿?车?)|"
    r"[^,;。]{0,6}(?:举办|举行|召开)的(?:上一?届|首届|前))"
)
_OF_LATE = ("relative_day", "day_and_part")
"""The rules of 今天 and 昨晚, which no first edition makes history: 首届市集今天开市."""
_SINCE = re.compile(r"(?:自|从)[^,;。]{0,2}$")
_AWARD_AFTER = re.compile(
    r"(?:年?度)?[^,;。“”]{0,14}(?:奖|先锋号|劳动模范|劳模|标兵|称号|工匠(?!论坛)|先进(?:个人|集体))"
)
_CITED_AFTER = re.compile(r"\s*(?:第?[A-Z]?\d{1,3}版|本报|《)")
_MISPRINT = re.compile(r"误(?:写|刊|登|印|作)?(?:为|作|成)$")
_STATISTIC = re.compile(r"(?:同比|环比|增长|下降|提高\d|累计|亿元|万吨|增速|占比|降幅|总产)")
_HOUSE = re.compile(
    r"(?:闭馆|打烊|营业|开馆时间|闭园|停车|末班车|限行|禁止|禁行|交通管制|停止检票|停止入场|清场|入园时间|公交)"
)
_PLAN = re.compile(
    r"(?:下一步|今后|力争|争取|着力|按照计划|按计划|目标|规划|到[^,;。]{2,8}(?:底)?前?,?(?:基本|建成|实现|完成|新增))"
)
_ROUTINE = re.compile(r"(?:每年|(?<!农)历年|往年|多年来|一直以来|长期以来|每季度|常年)")
_GOES_BEFORE = re.compile(r"[\u4e00-\u9fff”》](?<![日号在于到至)])$")
_GOES_AFTER = re.compile(r"[”」]?[\u4e00-\u9fff“《](?<![将当前后期晚上下中这那在是])")
_PRIOR = re.compile(r"(?:去年|前年|往届|历届|上届|上一届|前几届|此前曾)")


def time_roles(segments: Segments, mentions: Sequence[TimeMention], published: date | None) -> tuple[TimedMention, ...]:
    """Tell the role of every time of a report, read against its day of publication."""
    return tuple(TimedMention(each, _role(segments, each, published)) for each in mentions)


def _role(
    segments: Segments, mention: TimeMention, published: date | None
) -> TimeRole:  # one test a line, in order of certainty
    text = segments.text
    begin, end = mention.span
    sentence = segments.sentences[segments.sentence_at(begin)]
    clause_begin, clause_end = sentence.clause_at(begin)
    before, after = text[clause_begin:begin], text[end:clause_end]
    clause = text[clause_begin:clause_end]
    if segments.in_speech(begin):
        return TimeRole.SPEECH
    if _DEADLINE_BEFORE.search(before) or _DEADLINE_AFTER.match(after) or _DEADLINE_CLAUSE.search(clause):
        return TimeRole.DEADLINE
    if trigger_pattern().search(mention.text) is None and _is_interview(text, before, end, sentence.span[1]):
        return TimeRole.INTERVIEW
    if _MISPRINT.search(before):
        return TimeRole.HISTORY
    if mention.rule == "now" and "正在" not in clause and "正" not in text[end : end + 16]:
        return TimeRole.STATISTIC
    if _CITED_AFTER.match(after) and before.endswith(("本报", "报", "刊")):
        return TimeRole.CITATION
    if _AWARD_AFTER.match(after) and _coarse_year(mention):
        return TimeRole.AWARD
    if _PLAN.search(text, sentence.span[0], end) and not _recurs(mention):
        return TimeRole.PLAN
    if _is_history(mention, before, after, clause, published):
        return TimeRole.HISTORY
    if _HOUSE.search(clause) and not _TAKES_PLACE.search(clause):
        return TimeRole.HOUSE
    if text.startswith(("截至", "截止"), begin) or _counts_since(mention):
        return TimeRole.STATISTIC
    if _is_period(mention) and _STATISTIC.search(text, end, sentence.span[1]):
        return TimeRole.STATISTIC
    if _STATISTIC.search(clause) and not _TAKES_PLACE.search(after):
        return TimeRole.STATISTIC
    if _ROUTINE.search(clause) or (_unbounded_year(mention) and "将" not in text[begin : sentence.span[1]]):
        return TimeRole.ROUTINE
    if mention.rule == "bare_festival" and "(" not in text[begin:end] and _is_theme(text, begin, end):
        return TimeRole.THEME
    return TimeRole.EVENT


def _is_period(mention: TimeMention) -> bool:
    """1至8月, 上半年 and the like are what statistics are told of."""
    when = mention.when
    return when is not None and when.form in (Form.COARSE, Form.SPAN) and when.grain in (Grain.MONTH, Grain.SEASON)


def _counts_since(mention: TimeMention) -> bool:
    """入伏以来 and 到昨天为止 introduce a count; 自6月16日启动以来 tells when what it counts began."""
    return mention.text.endswith(("以来", "为止")) and trigger_pattern().search(mention.text) is None


def _is_theme(text: str, begin: int, end: int) -> bool:
    """A festival's bare name is a theme where it stands inside a noun phrase: 庆祝五一文艺演出, 地坛春节庙会."""
    return _GOES_BEFORE.search(text, max(0, begin - 1), begin) is not None or _GOES_AFTER.match(text, end) is not None


def _is_interview(text: str, before: str, end: int, sentence_end: int) -> bool:
    """A reporting verb is the first thing that is done at this time, or a reporter is who does it."""
    if before.endswith("记者"):
        return True
    stop = min(sentence_end, end + 60)
    told = _REPORTING.search(text, end, stop)
    done = _TAKES_PLACE.search(text, end, stop)
    return told is not None and (done is None or told.start() < done.start()) and "“" not in text[end : told.start()]


def _is_history(mention: TimeMention, before: str, after: str, clause: str, published: date | None) -> bool:
    of_late = mention.rule in _OF_LATE
    if (_HISTORY_BEFORE.search(before) and not of_late) or _HISTORY_AFTER.match(after):
        return not _runs_to_now(mention, published) or "启动以来" not in clause
    if _PRIOR.search(before):
        return True
    when = mention.when
    if when is None or published is None or when.rrule:
        return bool(_SINCE.search(before)) and when is not None and when.grain is Grain.YEAR
    last = when.last_day
    if when.form is Form.OPEN and last is None:
        first = when.first_day
        return first is not None and when.grain is Grain.YEAR and first.year < published.year
    return last is not None and last < published - OLD


def _runs_to_now(mention: TimeMention, published: date | None) -> bool:
    when = mention.when
    return (
        when is not None and published is not None and when.first_day is not None and when.first_day > published - OLD
    )


def _coarse_year(mention: TimeMention) -> bool:
    return mention.when is not None and mention.when.grain is Grain.YEAR


def _recurs(mention: TimeMention) -> bool:
    """Tell whether it says when something comes back: 今后,便民日每月15日上午9点开张."""
    return mention.when is not None and bool(mention.when.rrule) and mention.when.hours is not None


def _unbounded_year(mention: TimeMention) -> bool:
    """今年 and 2023年 alone tell when something is planned, if anything."""
    return mention.when is not None and mention.when.form is Form.COARSE and mention.when.grain is Grain.YEAR
