"""How a page is set: indented paragraphs, columns, lines broken anyhow; and which lines make one paragraph."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.reading.line import Line

WIDEST_COLUMN = 60

NO_LINE_START = re.compile(r"[,。、;:!?”’」』)\]》〉%…]")
BULLET = re.compile(r"(?:#{1,6}|[●○■□◆◇▲△★☆※·•+*>►▶])\s?")
FIELD = (
    r"(?:(?:活动|举办|展览|演出|报名|开放|具体|咨询|预约|集合|比赛|讲座|参与)?"
    r"(?:时 ?间|地 ?点|地 ?址|方 ?式|电 ?话|对 ?象|费 ?用|票 ?价|内 ?容|热线|日 ?期|名 ?额|流程|要求|人数)"
    r"|(?:活动|讲座|培训|课程)?(?:主题|名称|题目)|(?:主办|承办|协办)(?:单位|方)?|主讲人?|嘉宾|主演|导演|编剧|展期|场次|曲目|门票|购票|报名|预约|集合|交通|链接|提示|附|注)"
)
"""What a labelled line begins with: 时间, 地点, 票价."""
ITEM = re.compile(
    r"[①-⑳⑴-⒇]|\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,2}[)、](?!\d)|\d{1,2}\.(?!\d)"
    rf"|{FIELD}\s?:|【{FIELD}】"
)
"""What begins a line of a list: it goes on with nothing, and is no headline."""
LABELLED = re.compile(rf"{FIELD}\s?:|【{FIELD}】")
"""What a line has that is a field of a notice, or several, and no sentence."""

HEADING = re.compile(r"#{1,6}\s*\S{2,20}$")
"""A heading in Markdown."""
FORM = re.compile(r"[\u4e00-\u9fff]{2,8}\s?:\s?\S")
"""What lines of one form begin with, whatever their labels are: 论文截止：…, 联系人：…."""

DATED_ITEM = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}[:.]\d{2}|\d{1,2}日")


class Layout(Struct, frozen=True):
    """How a page is set: are paragraphs indented, are lines wrapped at a column's width, are they broken anyhow?"""

    indented: bool
    column: int | None
    broken: bool

    def fills(self, line: Line) -> bool:
        """Tell whether a line was wrapped at the column's width; marks may hang over it."""
        return self.column is not None and self.column - 2 <= line.width <= self.column + 1


def layout(text: Sequence[Line]) -> Layout:
    """Measure how the lines of a page that may be text or headlines are set."""
    column = _column(text)
    return Layout(_is_indented(text), column, column is None and _is_broken(text))


def joins(before: Line, line: Line, layout: Layout) -> bool:
    """Tell whether a line of text goes on with the paragraph of the line before it."""
    if line.whole:
        return False
    if NO_LINE_START.match(line.text):
        return True
    if layout.indented and line.indent:
        return False
    ended = before.ends
    dated = DATED_ITEM.match(line.text) is not None and DATED_ITEM.match(before.text) is not None
    if LABELLED.search(before.text) and LABELLED.search(line.text):
        return False  # two notices, a line each
    if dated and " " in line.text and " " in before.text:
        return False  # the rows of a table
    if layout.column and not line.apart:
        return layout.fills(before)
    if layout.indented:
        return not (ended and line.apart)
    if ended or ITEM.match(line.text) or BULLET.match(line.text) or before.text[-1] in ":;":
        return False
    if dated:
        return False
    if HEADING.match(before.text) or (ITEM.match(before.text) and len(before.text) < 20 and not layout.broken):
        return False
    return layout.broken or len(before.text) >= 20 or re.search(r"[,、。]", before.text) is not None


def _is_broken(text: Sequence[Line]) -> bool:
    """Tell whether lines end in mid-sentence and go on in the next.

    An empty line parts them, unless most have one; what is set in from them begins anew, below a headline.
    """
    spaced = 2 * sum(line.apart for line in text) > len(text)
    return any(
        _is_cut_off(line) and (spaced or not after.apart) and not 0 == line.indent < after.indent
        for line, after in pairwise(text)
    )


def _is_cut_off(line: Line) -> bool:
    """Tell whether a line is a sentence's beginning: headlines are shorter and hardly have a comma."""
    long = len(line.text) >= 28 or ("," in line.text and len(line.text) >= 10)
    listed = LABELLED.search(line.text) or BULLET.match(line.text) or FORM.match(line.text)
    return long and not line.ends and line.text[-1] not in ":;" and not listed


def _is_indented(text: Sequence[Line]) -> bool:
    """Tell whether most lines that begin a paragraph are indented; headlines are not, so they are left out."""
    ends = [True, *(line.ends for line in text[:-1])]
    begun = [
        line
        for line, ended in zip(text, ends, strict=False)
        if line.indent or ((ended or line.apart) and re.search(r"[,。]", line.text))
    ]
    return 2 * sum(line.indent > 0 for line in begun) > len(begun)


def _column(text: Sequence[Line]) -> int | None:
    """Measure the width at which the page's lines are wrapped; None when they are not."""
    widths = Counter(
        line.width for line, after in pairwise(text) if 10 <= line.width <= WIDEST_COLUMN and not after.apart
    )
    if len(text) < 8 or not widths:
        return None
    shares = {width: widths[width] + widths[width - 1] + widths[width - 2] for width in widths}
    widest = max(shares, key=lambda width: (shares[width], -width))
    return widest if 5 * shares[widest] >= 2 * len(text) else None
