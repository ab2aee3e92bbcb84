"""What each line of a page is: headline, text, byline, photo credit, furniture.

A headline has no sentence's end, begins no indented paragraph, comes after a finished paragraph, and is followed by
a byline, by the beginning of a paragraph, or by another headline. Where the page's lines were broken in
mid-sentence, a short line without an end may also be a piece of a paragraph: then the words at the break decide.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from calendar_app.reading.bylines import CLOSING, SURNAMES, is_own_line, is_photo_credit
from calendar_app.reading.furniture import (
    NOTICE,
    SUBHEADING,
    is_footer,
    is_furniture,
    is_issue_count,
    is_navigation,
    is_section,
)
from calendar_app.reading.line import LONGEST_HEADLINE, Line
from calendar_app.reading.masthead import is_masthead, is_title

if TYPE_CHECKING:
    from collections.abc import Sequence


class Kind(StrEnum):
    """What a line is on the page."""

    HEADLINE = "headline"
    TEXT = "text"
    BYLINE = "byline"
    FURNITURE = "furniture"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a page is set: are paragraphs indented, are lines wrapped at a column's width, are they broken anyhow?"""

    indented: bool
    column: int | None
    broken: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a line: the lines beside it, whether a headline follows, whether its report is signed."""

    before: Line | None
    after: Line | None
    stacked: bool
    listed: bool
    signed_below: bool
    page: Sequence[Line]
    place: int

    @property
    def near(self) -> Sequence[Line]:
        """Give the lines around it."""
        return self.page[max(0, self.place - NEAR) : self.place + NEAR]


TWO_CHARACTERS = re.compile(r"[\u4e00-\u9fff].*[\u4e00-\u9fff]")
NAMES = re.compile(r"(?:[\u4e00-\u9fff]{2,3}\s+){3,}[\u4e00-\u9fff]{2,3}")
NO_LINE_START = re.compile(r"[,。、;:!?”’」』)\]》〉%…]")
ITEM = re.compile(
    r"[●○■□◆◇▲△★☆※·•+#*>►▶①-⑳⑴-⒇]|\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,2}[)、](?!\d)|\d{1,2}\.(?!\d)"
    r"|(?:(?:活动|举办|展览|演出|报名|开放|具体|咨询|预约)?(?:时间|地点|地址|方式|电话|对象|费用|票价|内容|热线|日期|名额|流程|要求)|主办(?:单位|方)?|承办(?:单位|方)?|协办(?:单位|方)?|主讲人?|嘉宾|门票|链接|提示|附|注)\s?:"
)
DATED_ITEM = re.compile(r"(?:\d{1,4}年)?\d{1,2}月\d{1,2}日|\d{1,2}[:.]\d{2}|\d{1,2}日")
BAD_START = re.compile(r"[的了着过们地得等和与及也都]")
BAD_END = re.compile(r"[的和与及在将对为把被由从向以于并但而因则其该此每各第约近共至到是有等\d]$")
POST = re.compile(
    r"(?:主席|书记|主任|部长|局长|处长|科长|区长|市长|镇长|乡长|理事长|会长|院长|校长|馆长|站长|厂长|队长|班长|组长|社长|行长|董事长|经理|总裁"
    r"|总监|教授|专家|学者|研究员|工程师|负责人|代表|委员|秘书长|讲解员|志愿者|策展人|传承人|获得者|导演|演员|作家|记者|通讯员|医生|医师|律师|老师|居民|市民|职工|技师)$"
)
PERSON = re.compile(
    rf"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:[,、(]|说|表示|介绍|告诉|指出|认为|在|向|率|带领|宣布|出席|参加|主持|一行|等)"
)
MOST_ABOVE = 60
"""Masthead, links and list of contents take no more lines."""

WIDEST_COLUMN = 60

CENTRED = 6
"""A paragraph is indented by two full-width spaces, four columns; what stands further in is centred."""

MOST_LINES = 5
"""A pair of characters that more lines have says nothing of the one report."""

NEAR = 100
"""Within how many lines, either way, a pair of characters is looked for that a break may have parted."""

QUOTED = re.compile(r"“[^”]*”|《[^》]*》|\([^()]*\)")
BEGINNING = re.compile(
    r"近日|日前|近期|最近|[昨今明后前][天日晚晨夜]|[上本下]周|[上本下]个?月|即日|\d{1,4}年|\d{1,2}[月日]|[一二三四五六七八九十]{1,3}月"
    r"|[“《]|记者|据|在|从|由|随着|自|春节|元旦|清明|端午|中秋|国庆|重阳|元宵|除夕|大年|正月|假期|节日|每周|每天|每逢|首届|第[一二三四五六七八九十\d]{1,4}届|本报"
)
COUNTED = re.compile(r"[\d一二三四五六七八九十百千万两数]{1,6}[余多]?[人名位家支个件场辆户对项]")
TELLING = re.compile(
    r"将于|位于|将在|定于|主办|承办|表示|介绍说|指出|认为|获悉|了解|为了|以及|并且|通过|进行"
    r"|^(?:据|在|为|由|该|本次|此次|当天|当日|活动|目前|下一步|其中|同时|此外|今年|去年|截至|来自|随后|记者|他|她|我们|这|那|自)"
)

MOST_HEADS = 4
"""Kickers, headline and what a section is called; a longer run of titles is a list of contents."""


def classify(page: Sequence[Line]) -> tuple[list[Kind], Layout]:
    """Tell what each line is, and how the page is set."""
    kinds = _furnished(page)
    listed = _contents(page, kinds)
    inner = [i for i, kind in enumerate(kinds) if kind in {Kind.TEXT, Kind.BYLINE}]
    layout = _layout([page[i] for i in inner if kinds[i] is Kind.TEXT])
    run, signed_below = 0, False
    after: int | None = None
    for i, above in reversed(list(zip(inner, [None, *inner], strict=False))):
        if kinds[i] is Kind.BYLINE:
            run, signed_below, after = 0, True, i
            continue
        stacked = run > 0
        around = Surroundings(
            before=page[above] if above is not None else None,
            after=page[after] if after is not None else None,
            stacked=stacked,
            listed=bool(listed) and _squeezed(page[i]) in listed,
            signed_below=signed_below,
            page=page,
            place=i,
        )
        if _is_headline(page[i], around, layout):
            run += 1
            kinds[i] = Kind.HEADLINE if run <= MOST_HEADS else Kind.FURNITURE
        else:
            if stacked or after is None:
                signed_below = CLOSING.search(page[i].text, max(0, len(page[i].text) - 120)) is not None
            run = 0
        after = i
    return kinds, layout


def joins(before: Line, line: Line, layout: Layout) -> bool:
    """Tell whether a line of text goes on with the paragraph of the line before it."""
    if line.whole:
        return False
    if NO_LINE_START.match(line.text):
        return True
    if layout.indented and line.indent:
        return False
    ended = before.ends
    if layout.column and not line.apart:
        return _fills(before, layout)
    if layout.indented:
        return not (ended and line.apart)
    if ended or ITEM.match(line.text) or before.text[-1] in ":;":
        return False
    if DATED_ITEM.match(line.text) and DATED_ITEM.match(before.text):
        return False
    return layout.broken or len(before.text) >= 20 or re.search(r"[,、。]", before.text) is not None


# ---------------------------------------------------------------- furniture


def _furnished(page: Sequence[Line]) -> list[Kind]:
    kinds = [Kind.TEXT] * len(page)
    for i, line in enumerate(page):
        if is_photo_credit(line.text):
            kinds[i] = Kind.PHOTO
        elif line.aside or is_furniture(line.text) or is_masthead(line.text):
            kinds[i] = Kind.FURNITURE
        elif is_own_line(line.text):
            kinds[i] = Kind.BYLINE
    _mark_masthead(page, kinds)
    for i in range(len(page) - 1, -1, -1):
        if not is_footer(page[i].text) and kinds[i] not in {Kind.FURNITURE, Kind.PHOTO}:
            break
        if kinds[i] is not Kind.PHOTO:
            kinds[i] = Kind.FURNITURE
    return kinds


def _mark_masthead(page: Sequence[Line], kinds: list[Kind]) -> None:
    """Mark what stands with the masthead: the paper's name above it, the section's name, the count of issues."""
    top = _top(page)
    printed = [i for i in range(top) if is_masthead(page[i].text) or _counts_issues(page[i])]
    for i in range(top):
        beside = i == 0 or any(abs(i - each) <= 2 for each in printed)
        block_ends = next((j for j in range(i + 1, top) if page[j].apart), top)
        above = any(i < each < block_ends for each in printed)
        if above or is_title(page[i].text) or (beside and is_section(page[i].text)):
            kinds[i] = Kind.FURNITURE


def _top(page: Sequence[Line]) -> int:
    """Count the lines before the first report's text."""
    first = (i for i, line in enumerate(page[:MOST_ABOVE]) if "。" in line.text or line.opens)
    return next(first, min(len(page), MOST_ABOVE))


def _counts_issues(line: Line) -> bool:
    return len(line.text) <= 40 and is_issue_count(line.text)


def _contents(page: Sequence[Line], kinds: list[Kind]) -> set[str]:
    """Mark the page's list of contents, and give its titles."""
    top = _top(page)
    links = [i for i in range(top) if is_navigation(page[i].text)]
    listed: set[str] = set()
    if len(links) > 1:
        for i in range(links[0], links[-1]):
            kinds[i] = Kind.FURNITURE
            listed.add(_squeezed(page[i]))
    places: dict[str, list[int]] = {}
    for i, kind in enumerate(kinds):
        if kind is Kind.TEXT and _may_be_listed(page[i], page[i - 1] if i else None):
            places.setdefault(_squeezed(page[i]), []).append(i)
    for text, often in places.items():
        if len(often) > 1:
            real = next((i for i in often if _leads(page, i)), often[-1])
            listed.add(text)
            for i in often:
                kinds[i] = Kind.TEXT if i == real else Kind.FURNITURE
    return listed


def _leads(page: Sequence[Line], i: int) -> bool:
    """Tell whether a report's text or byline follows a title."""
    return i + 1 < len(page) and (
        page[i + 1].opens or is_own_line(page[i + 1].text) or re.search(r"[,。]", page[i + 1].text) is not None
    )


def _may_be_listed(line: Line, before: Line | None) -> bool:
    in_text = (
        before is not None and not line.apart and (before.indent > 0 or re.search(r"[,。]", before.text) is not None)
    )
    return (
        4 <= len(line.text) <= LONGEST_HEADLINE
        and not line.indent
        and not in_text
        and not re.search(r"[,;。]", line.text)
        and not line.opens
    )


def _squeezed(line: Line) -> str:
    return "".join(line.text.split())


# ---------------------------------------------------------------- layout


def _layout(text: Sequence[Line]) -> Layout:
    column = _column(text)
    return Layout(_is_indented(text), column, column is None and any(map(_is_cut_off, text)))


def _is_cut_off(line: Line) -> bool:
    """Tell whether a line is a sentence's beginning: headlines are shorter and hardly have a comma."""
    long = len(line.text) >= 28 or ("," in line.text and len(line.text) >= 10)
    return long and not line.ends and line.text[-1] not in ":;"


def _is_indented(text: Sequence[Line]) -> bool:
    """Tell whether most lines that begin a paragraph are indented; headlines are not, so they are left out."""
    ends = [True, *(line.ends for line in text[:-1])]
    begun = [
        line
        for line, ended in zip(text, ends, strict=False)
        if line.indent or ((ended or line.apart) and re.search(r"[,。]", line.text))
    ]
    return 2 * sum(line.indent > 0 for line in begun) > len(begun)


def _fills(line: Line, layout: Layout) -> bool:
    """Tell whether a line was wrapped at the column's width; marks may hang over it."""
    return layout.column is not None and layout.column - 2 <= line.width <= layout.column + 1


def _column(text: Sequence[Line]) -> int | None:
    """Measure the width at which the page's lines are wrapped; None when they are not."""
    widths = Counter(line.width for line in text if 10 <= line.width <= WIDEST_COLUMN)
    if len(text) < 8 or not widths:
        return None
    shares = {width: widths[width] + widths[width - 1] + widths[width - 2] for width in widths}
    widest = max(shares, key=lambda width: (shares[width], -width))
    return widest if 5 * shares[widest] >= 2 * len(text) else None


# ---------------------------------------------------------------- headlines


def _is_headline(line: Line, around: Surroundings, layout: Layout) -> bool:
    after = around.after
    if not _has_shape(line, layout) or after is None:
        return False
    if line.title or around.listed:
        return True
    signed = after.opens or is_own_line(after.text)
    if not signed and not around.stacked and not _begins_text(line, after, layout):
        return False
    if not _is_free(line, around.before, layout, signed=signed):
        return False
    if signed:
        return True
    if _fills(line, layout) and not (after.apart or after.indent or after.whole):
        return line.apart and _weight(line, after, around) > 1
    if line.text[-1] in "!?" and not around.stacked:
        return line.apart and len(line.text) <= 30 and not re.match(r"[“\"]|.*[,;]", line.text)
    return not layout.broken or (not _is_fragment(line, after) and _weight(line, after, around) > 0)


def _has_shape(line: Line, layout: Layout) -> bool:
    text = line.text
    return (
        len(text) <= 2 * LONGEST_HEADLINE
        and len(_squeezed(line)) <= LONGEST_HEADLINE
        and not (layout.indented and 0 < line.indent < CENTRED)
        and "。" not in text
        and text[-1] not in ",、;:"
        and TWO_CHARACTERS.search(text) is not None
        and not NO_LINE_START.match(text)
        and not ITEM.match(text)
        and not SUBHEADING.fullmatch(text)
        and not line.opens
        and not NAMES.fullmatch(text)
        and text[0] != "("
    )


def _begins_text(line: Line, after: Line, layout: Layout) -> bool:
    """Tell whether what follows an unsigned headline may be the beginning of its text."""
    if layout.indented:
        return after.indent > 0 or after.whole
    return len(line.text) <= 40 and not NO_LINE_START.match(after.text)


def _is_free(line: Line, before: Line | None, layout: Layout, *, signed: bool) -> bool:
    """Tell whether the line before a headline is complete, or may be a headline itself."""
    if before is None or line.whole:
        return True
    ended = before.ends or is_own_line(before.text)
    if not line.apart and _fills(before, layout):
        return signed and ended
    if ended or (_has_shape(before, layout) and len(before.text) <= 40):
        return True
    return signed and (line.apart or before.indent > 0)


def _is_fragment(line: Line, after: Line) -> bool:
    """Tell whether a short line can only be a piece of a paragraph whose lines were broken."""
    text = line.text
    return (
        any(text.count(left) != text.count(right) for left, right in ("“”", "()", "《》"))
        or BAD_END.search(text) is not None
        or BAD_START.match(after.text) is not None
        or (POST.search(text) is not None and PERSON.match(after.text) is not None)
    )


def _weight(line: Line, after: Line, around: Surroundings) -> int:
    """Weigh whether an unsigned line among broken lines is a headline (above zero) or a piece of a paragraph."""
    text = line.text
    across = text[-1] + after.text[0]
    return (
        (2 if re.search(r"\S\s+\S", QUOTED.sub("", text)) else 0)
        + (2 if around.signed_below or NOTICE.fullmatch(text) else 0)
        + (1 if around.stacked else 0)
        + (1 if text[-1] in "”!?" else 0)
        + (1 if BEGINNING.match(after.text) else 0)
        + (1 if _recurs(text, after.text[:40], around.near) else 0)
        - (2 if re.search(r"[,;]|[!?](?=.)", text) else 0)
        - (2 if any(across in each.text for each in around.near) else 0)
        - (2 if COUNTED.match(after.text) else 0)
        - (1 if TELLING.search(text) else 0)
    )


def _recurs(title: str, beginning: str, near: Sequence[Line]) -> bool:
    """Tell whether a report's first words take up two characters of its title that the page does not use everywhere."""
    pairs = {title[i : i + 2] for i in range(len(title) - 1)}
    shared = [pair for pair in pairs if pair in beginning and re.fullmatch(r"[\u4e00-\u9fff]{2}", pair)]
    return any(sum(pair in each.text for each in near) <= MOST_LINES for pair in shared)
