"""Say an activity as a reader would: its own name, or who does what when it has none.

Works with the text as printed; folded text only finds the words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.normaliser.lexicon import HOUSES_OPEN, Aspect, noun_pattern
from calendar_app.normaliser.names import kind_at

if TYPE_CHECKING:
    from calendar_app.model import Span
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.drafts import Draft

LONGEST_TITLE = 80
SHORT_NAME = 6
_CROWD = re.compile(r"^(?:(?:约|近|共)?[\d.,万千百]+[余多]?(?:名|位|支|家)|来自[^的]{1,12}的|组织)")
_PARTY = re.compile(r"(?:一行|(?:等)?\d+[余多]?(?:人|名[^,;。]{0,8}))$")
_FOR_WHOM = re.compile(
    r"(?:现场|并|还|先后|随后)?(?:为|向|给)[^,;。“”]{1,30}?(?=送|上门|发放|提供|理|手绘|讲|宣|赠|带|表演|义务|开展|举办|普及)"
)
_THEME = re.compile(r"[“「][^”」]{2,12}[”」]")
_CLAUSE_MARK = re.compile(r"[,;:。!?\n]|$")
_SENTENCE_MARK = re.compile(r"[。!?\n]|$")
_TOLD_ABOUT = re.compile(r"(?:讲|谈|聊|说|以|题为)[^,;。“]{0,6}(?P<theme>“[^”]{2,30}”)")
_ITS_THEME = re.compile(r"(?:主题|题目|题)(?:为|是|叫)?(?P<theme>“[^”]{2,30}”)")
_NUMBERED = re.compile(r"第[一二三四五六七八九十百\d]+[场期站课讲]")
_COLUMN = re.compile(r"^【[^【】]{1,8}】\s*(?=.)")
"""The column that a headline stands in: 【听】, 【周末去哪儿】."""
_CALL = re.compile(
    r"(?:[今明][天日]?起|即日起|本周[一二三四五六日末]?起?|开始|启动|火热)+(?:接受|开放)?(?:报名|招募|招生|售票|预约|预订)(?:啦|了|中)?$"
)
"""What a headline calls to, behind what it is about: 暑期托管班今起报名."""
_NOTICE = re.compile(
    r"^关于(?:举办|组织|开展|召开|举行|取消|调整)?(?P<what>.{4,})的(?:通知|公告|通告|启事|函)$"
    r"|^(?:展览|演出|活动|会议|讲座|比赛)(?:名称|主题)[:：](?P<named>.{3,})$"
    r"|^(?P<whose>.{4,}?)(?:(?<=会)会议)?(?:通知|公告|通告|预告)(?:[（(][^（）()]{1,8}[）)])?$"
    r"|^(?P<round>.{4,})[（(]第[一二三四五\d]轮(?:通知|公告)?[）)]$"
)
"""A headline that says of what it is the notice."""
_AMOUNT = re.compile(r"[\d.,万]+[余多]?(?:幅|份|件|张|个|束|株|袋|套|本)$")


def title(  # noqa: PLR0913 - the text in both forms, and what may stand in for a name
    folded: str,
    printed: str,
    draft: Draft,
    headline: str | None,
    *,
    theme: Span | None = None,
    stage: tuple[Span, Span] | None = None,
    head: Span | None = None,
) -> str:
    """Give the title of a draft, in the script of the page.

    `theme` is the quotation that its sentence gives before a bare noun: 送上“健康礼包”,并举行发放仪式; `stage` an
    activity named before and the words for this stage of it: 职工篮球联赛…总决赛; `head` what an item is about.
    """
    activity = draft.activity
    if activity.named and not _is_given(activity):
        parts = _by_name(folded, draft, theme)
    else:
        parts = _by_deed(folded, printed, draft, headline)
    if not activity.named and stage is not None:
        parts = [*stage]
    elif not activity.named and activity.name is not None and head is not None:
        parts = [head, activity.name.span]
    said = "".join(" ".join(printed[slice(*part)].split()) for part in parts)
    said = said or _headline(headline or "")
    if draft.again and (own_theme := _own_theme(folded, draft)):
        said = printed[slice(*own_theme)] + _noun(folded, activity)
    elif draft.again and draft.repeats is not None:
        said += f"（{draft.repeats.text}）"
    elif own := _own_number(folded, draft):
        said = _NUMBERED.sub(own, said, count=1) if _NUMBERED.search(said) else f"{said}（{own}）"
    elif draft.again and "下一" in folded[slice(*_around(folded, draft))]:
        said += "（下一场）"
    return said[:LONGEST_TITLE]


def _headline(headline: str) -> str:
    """Leave of a headline what it is about."""
    said = _CALL.sub("", _COLUMN.sub("", headline))
    noticed = _NOTICE.search(said)
    return next((each for each in noticed.groups() if each), said) if noticed else said


def _own_theme(folded: str, draft: Draft) -> Span | None:
    """Give the theme that a further session is told to have: 下一场安排在6月21日,主题为“护好一双眼”."""
    end = draft.told_by.trigger[1]
    told = _ITS_THEME.search(folded, end, next(_SENTENCE_MARK.finditer(folded, end)).start())
    return told.span("theme") if told else None


def _noun(folded: str, activity: ActivityMention) -> str:
    """Give the noun that tells what an activity is (讲座, 义诊): its name's last, else its clause's first."""
    if activity.name is not None:
        known = kind_at(folded, *activity.name.span)
        return folded[activity.name.span[1] - known[0] : activity.name.span[1]] if known else ""
    end = activity.trigger[1]
    noun = noun_pattern().search(folded, end, next(_CLAUSE_MARK.finditer(folded, end)).start())
    return noun[0] if noun else ""


def _own_number(folded: str, draft: Draft) -> str:
    """Give the number by which a further session goes: 第六讲, after “职工大讲堂”第五讲."""
    own = _NUMBERED.search(folded, *_around(folded, draft)) if draft.again else None
    return own[0] if own else ""


def _by_name(folded: str, draft: Draft, theme: Span | None) -> list[Span]:
    """Give the name; before a short one without a theme its sentence's theme, or who holds it."""
    activity, name = draft.activity, draft.activity.name
    if name is None:
        return []
    if name.quoted or name.span[1] - name.span[0] > SHORT_NAME:
        return [name.span]
    if theme is not None:
        return [theme, name.span]
    return [_agent(folded, activity.agent), name.span] if activity.agent is not None else [name.span]


def _by_deed(folded: str, printed: str, draft: Draft, headline: str | None) -> list[Span]:
    """Give who does what; nothing, for the headline to say it, where that says it better."""
    activity = draft.activity
    if activity.agent is None:
        return [] if headline else [activity.trigger]
    agent = _agent(folded, activity.agent)
    if activity.word in HOUSES_OPEN:
        return [agent, activity.trigger]
    if _is_given(activity) and activity.name is not None:
        return [agent, activity.name.span]
    deed = _deed(folded, activity.deed) if activity.deed is not None else None
    if deed is not None and not _says_the_theme(headline, printed):
        return [agent, deed]
    if headline and draft.main:
        return []
    begin, end = activity.trigger
    if told := _TOLD_ABOUT.search(folded, end, next(_SENTENCE_MARK.finditer(folded, end)).start()):
        return [agent, told.span("theme")]
    stop = next(_CLAUSE_MARK.finditer(folded, end)).start()
    return [agent, (begin, min(stop, end + SHORT_NAME))]


def _says_the_theme(headline: str | None, printed: str) -> bool:
    """Tell whether the headline quotes a theme of the report: then it names the visit better than its deeds do."""
    themes = _THEME.findall(headline or "")
    return any(theme in printed for theme in themes)


def _is_given(activity: ActivityMention) -> bool:
    """提供爱心服务: what is given is no name; who gives it belongs to the title."""
    return activity.aspect is Aspect.GIVE and activity.name is not None and not activity.name.quoted


def _agent(folded: str, span: Span) -> Span:
    begin, end = span
    if crowd := _CROWD.match(folded[begin:end]):
        begin += crowd.end()
    if party := _PARTY.search(folded[begin:end]):
        end = begin + party.start()
    return (begin, end) if begin < end else span


def _deed(folded: str, span: Span) -> Span | None:
    begin, end = span
    if whom := _FOR_WHOM.match(folded, begin, end):
        begin = whom.end()
    if amount := _AMOUNT.search(folded, begin, end):
        end = amount.start()
    return (begin, end) if 2 <= end - begin <= 24 else None


def _around(folded: str, draft: Draft) -> Span:
    begin, end = draft.told_by.trigger
    clause = max(folded.rfind(mark, 0, begin) + 1 for mark in ",。;\n")
    return max(clause, begin - 30), end
