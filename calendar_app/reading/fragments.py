"""Headline or piece of a paragraph? Where lines were broken in mid-sentence, the words at the break decide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.reading.bylines import SURNAMES
from calendar_app.reading.furniture import NOTICE
from calendar_app.reading.layout import NO_LINE_START
from calendar_app.reading.line import is_balanced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.reading.line import Line

MOST_LINES = 5
"""A pair of characters that more lines have says nothing of the one report."""

QUOTED = re.compile(r"“[^”]*”|《[^》]*》|\([^()]*\)")
BAD_START = re.compile(r"[的了着过们地得等和与及也都]")
BAD_END = re.compile(r"[的和与及在将对为把被由从向以于并但而因则其该此每各第约近共至到是有等\d]$")
_POST = (
    r"(?:主席|书记|主任|部长|局长|处长|科长|区长|市长|镇长|乡长|理事长|会长|院长|校长|馆长|站长|厂长|队长|班长|组长|社长|行长"
    r"|董事长|经理|总裁|总监|教授|专家|学者|研究员|工程师|负责人|代表|委员|秘书长|讲解员|志愿者|策展人|传承人|获得者"
    r"|导演|演员|作家|记者|通讯员|医生|医师|律师|老师|居民|市民|职工|技师)"
)
_PERSON = rf"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}"
POST = re.compile(rf"{_POST}$")
PERSON = re.compile(rf"{_PERSON}(?:[,、(]|说|表示|介绍|告诉|指出|认为|在|向|率|带领|宣布|出席|参加|主持|一行|等)")
POST_AND_PERSON = re.compile(rf"{_POST}{_PERSON}$")
BEGINNING = re.compile(
    r"近日|日前|近期|最近|[昨今明后前][天日晚晨夜]|[上本下]周|[上本下]个?月|即日|\d{1,4}年|\d{1,2}[月日]"
    r"|[一二三四五六七八九十]{1,3}月|春节|元旦|清明|端午|中秋|国庆|重阳|元宵|除夕|大年|正月|假期|节日|每周|每天|每逢"
    r"|[“《]|记者|据|在|从|由|随着|自|首届|第[一二三四五六七八九十\d]{1,4}届|本报"
)
"""How a report's text likes to begin."""

COUNTED = re.compile(r"[\d一二三四五六七八九十百千万两数]{1,6}[余多]?[人名位家支个件场辆户对项]")
TELLING = re.compile(
    r"将于|位于|将在|定于|主办|承办|表示|介绍说|指出|认为|获悉|了解|为了|以及|并且|通过|进行"
    r"|^(?:据|在|为|由|该|本次|此次|当天|当日|活动|目前|下一步|其中|同时|此外|今年|去年|截至|来自|随后|记者|他|她|我们|这|那|自)"
)


def is_fragment(line: Line, after: Line) -> bool:
    """Tell whether a short line can only be a piece of a paragraph whose lines were broken."""
    text = line.text
    return (
        not is_balanced(text)
        or BAD_END.search(text) is not None
        or BAD_START.match(after.text) is not None
        or NO_LINE_START.match(after.text) is not None
        or POST_AND_PERSON.search(text) is not None
        or (POST.search(text) is not None and PERSON.match(after.text) is not None)
    )


def weight(  # noqa: PLR0913  each is its own evidence
    line: Line, after: Line, near: Sequence[Line], *, stacked: bool, signed_below: bool, below_title: bool
) -> int:
    """Weigh whether an unsigned line among broken lines is a headline (above zero) or a piece of a paragraph.

    `near` are the lines around it, `stacked` says that a headline follows, `signed_below` that its report would end
    with a byline, `below_title` that what looks like a headline stands before it.
    """
    text = line.text
    across = text[-1] + after.text[0]
    return (
        (2 if re.search(r"\S\s+\S", QUOTED.sub("", text)) else 0)
        + (2 if signed_below or NOTICE.fullmatch(text) else 0)
        + (1 if stacked else 0)
        + (1 if text[-1] in "”!?" else 0)
        + (1 if BEGINNING.match(after.text) else 0)
        + (1 if _recurs(text, after.text[:40], near) else 0)
        - (2 if re.search(r"[,;]|[!?…](?=[^!?…”])|、.*、", text) else 0)
        - (2 if any(across in each.text for each in near) else 0)
        - (2 if COUNTED.match(after.text) else 0)
        - ((2 if below_title else 1) if TELLING.search(text) else 0)
        - (1 if below_title and BEGINNING.match(text) else 0)
    )


def _recurs(title: str, beginning: str, near: Sequence[Line]) -> bool:
    """Tell whether a report's first words take up two characters of its title that the page does not use everywhere."""
    pairs = {title[i : i + 2] for i in range(len(title) - 1)}
    shared = [pair for pair in pairs if pair in beginning and re.fullmatch(r"[\u4e00-\u9fff]{2}", pair)]
    return any(sum(pair in each.text for each in near) <= MOST_LINES for pair in shared)
