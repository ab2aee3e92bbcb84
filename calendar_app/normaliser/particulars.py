"""What else a report says of an activity: who holds it, how many came, until when to sign up, what it costs.

All functions work on folded text; the words they give are those of the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.model import Form
from calendar_app.normaliser.timing import TimeRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from calendar_app.model import Span
    from calendar_app.normaliser.timing import TimedMention

_BODY = (
    r"(?:总工会|工会|委宣传部|宣传部|文联|妇联|团委|团区委|协会|学会|政府|委员会|局|集团|公司|公园|博物馆|文化馆|图书馆|"
    r"街道|地区办事处|镇|乡|社区|学校|大学|中心|基金会|剧院|医院|支队|大队|机关|委|办|院|馆|社|会)"
)
_ORGANISED = re.compile(
    r"由(?P<who>[^,;。“”由]{2,60}?)(?:共同|联合|牵头|携手|等单位)*(?:主办|举办|承办|组织|发起|指导)"
)
_HOSTED = re.compile(r"(?:^|[,;。“”\n])(?P<who>[^,;。“”的\n]{2,40}?)(?:共同|联合)*主办(?!方|单位)")
_HOLDS = re.compile(
    rf"(?:^|[,;。”:\n])(?:近日|日前|[昨今][天日晚])?(?P<who>[^,;。“”:在于是\n]{{1,30}}{_BODY})"
    r"(?:也|还|将|近日|日前|联合[^,;。]{2,16}|共同|面向[^,;。]{2,12})*(?:举办|举行|召开|组织|开展|启动|推出)"
)
_ATTENDANCE = re.compile(
    r"(?P<count>(?:共(?:有)?|近|约|超过?|逾)?\d[\d.,]*[万千百]?[余多]?(?:名|位|人次|人|组家庭|户家庭|家企业|支队伍|个单位)?(?:[^,;。\d]{0,16}?)(?:参加|参与|参赛|观看|参会|到场|聆听|受益|同台|走上|欢聚|现场观摩|报名参加))"
)
_FREE = re.compile(
    r"(?:免费(?:开放|入场|入园|入馆|参观|参加|观看|领取|体验|向[^,;。]{1,12}开放)|全部免费|不收费|无需门票|免票)"
)
_PRICE = re.compile(r"(?:票价|门票|售价|学生票)[^,;。\n]{0,10}?\d[\d.]*元(?:至\d[\d.]*元)?")
_UNTIL = re.compile("截[止至]")
_SIGN_UP = re.compile(r"[^,;。\n]{0,16}(?:报名|预约|抽取|扫码|拨打)[^,;。\n]{0,24}")


def organisers(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield the bodies that hold the activity told of in a stretch of text, with their spans."""
    for pattern in (_ORGANISED, _HOSTED, _HOLDS):
        if found := pattern.search(text, *span):
            yield from _listed(text, found.span("who"))
            return


def attendance(text: str, span: Span) -> str | None:
    """Find how many came, in the words of the report (`200余人参加`)."""
    found = _ATTENDANCE.search(text, *span)
    return found["count"] if found else None


def admission(text: str, span: Span) -> str | None:
    """Find what it costs, or that it is free, in the words of the report."""
    found = _PRICE.search(text, *span) or _FREE.search(text, *span)
    return found.group() if found else None


def sign_up(text: str, span: Span) -> str | None:
    """Find how to take part, in the words of the report; until when is told apart."""
    told = (found.group() for found in _SIGN_UP.finditer(text, *span))
    return next((words for words in told if not _UNTIL.search(words)), None)


def deadline(times: Sequence[TimedMention], span: Span) -> date | None:
    """Find the last day to sign up."""
    for each in times:
        when = each.mention.when
        if (
            each.role is TimeRole.DEADLINE
            and when
            and span[0] <= each.mention.span[0] < span[1]
            and when.form not in (Form.COARSE, Form.RECURRING)
        ):
            return when.last_day or when.first_day
    return None


def _listed(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    begin = span[0]
    for part in re.split("([、和与及])", text[slice(*span)]):
        stripped = part.strip()
        if len(stripped) > 1:
            yield stripped, (begin, begin + len(part))
        begin += len(part)
