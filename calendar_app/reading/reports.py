"""A Page → its Reports: headline, kickers, byline, dateline, and paragraphs joined from broken lines.

Lines are read once, from the last to the first, to tell headlines from text (a headline is known by what follows
it), and once forwards, to gather the reports. Every character of a report has its place on the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from calendar_app.folding import fold
from calendar_app.model import Dateline, Page, Passage, Report
from calendar_app.reading.bylines import (
    CLOSING,
    CONTINUED,
    END_MARK,
    opening,
    photo_tail,
)
from calendar_app.reading.headlines import classify
from calendar_app.reading.kinds import Kind
from calendar_app.reading.layout import BULLET, Layout, joins
from calendar_app.reading.lines import lines
from calendar_app.reading.passages import bounds, cut, join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.reading.line import Line

REDUPLICATED = frozenset("爸妈爷奶哥姐弟妹叔婶姑舅姥婆娃猩纷渐频屡悄默牢谢仅匆熊蝈蛐")
"""Characters that hardly occur but doubled: at a break of lines both are meant."""

LONGEST_REPETITION = 4
LONGEST_BYLINE = 160


class Draft(Struct):
    """A report while its lines are gathered; `paragraphs` are the lines of each."""

    heads: list[Line]
    byline: Line | None = None
    closing: Line | None = None
    paragraphs: list[list[Line]] = field(default_factory=list)


def split(page: Page) -> tuple[Report, ...]:
    """Split a page into its reports, in their order; a page without any text has none.

    Takes time in proportion to the page's length.
    """
    found = lines(page.text)
    kinds, layout = classify(found)
    drafts: list[Draft] = []
    heads: list[Line] = []
    byline: Line | None = None
    for line, kind in zip(found, kinds, strict=True):
        current = drafts[-1] if drafts and not heads else None
        if kind is Kind.HEADLINE:
            heads.append(line)
        elif kind is Kind.BYLINE:
            if current is None:
                byline = line
            else:
                current.closing = line
        elif kind is Kind.TEXT:
            if titled := _wired(line):
                drafts.append(Draft([*heads, titled[1]], titled[0]))
                heads, byline = [], None
            elif current is not None and not current.paragraphs:
                current.paragraphs.append([line])
            elif current is None or _begins(line, current):
                drafts.append(Draft(heads, byline, None, [[line]]))
                heads, byline = [], None
            elif joins(current.paragraphs[-1][-1], line, layout):
                current.paragraphs[-1].append(line)
            else:
                current.paragraphs.append([line])
    reports = (_report(each, layout) for each in drafts)
    return tuple(each for each in reports if each is not None)


def _wired(line: Line) -> tuple[Line, Line] | None:
    """Part an agency's dateline from the title in the same line (`新华社北京4月3日电题:…`)."""
    begun = opening(line.text) if line.opens else None
    if not begun or not begun.byline.endswith("题") or "。" in line.text or begun.end == len(line.text):
        return None
    dated = replace(line, passage=cut(line.passage, 0, begun.end), text=line.text[: begun.end])
    return dated, replace(line, passage=cut(line.passage, begun.end), text=line.text[begun.end :].strip())


def _begins(line: Line, current: Draft) -> bool:
    """Tell whether a line begins a report although no headline stands before it."""
    if CONTINUED.match(line.text):
        return True
    if not current.paragraphs:
        return False
    signed = current.byline or current.closing or current.paragraphs[0][0].opens
    return line.opens and (bool(signed) or len(current.paragraphs) > 1)


# ---------------------------------------------------------------- a draft → a report


def _report(draft: Draft, layout: Layout) -> Report | None:
    if not draft.paragraphs:
        return None
    paragraphs = [_joined(each, layout) for each in draft.paragraphs]
    byline, dateline = (draft.byline.passage.text.rstrip(" ：:") if draft.byline else None), None
    if draft.byline and (filed := opening(draft.byline.text)):
        dateline = _as_written(filed.dateline, draft.byline.passage.text)
    paragraphs[0] = _without_continuation(paragraphs[0])
    if begun := opening(fold(paragraphs[0].text[:LONGEST_BYLINE])):
        byline = _quoted(paragraphs[0].text, begun.byline)
        dateline = _as_written(begun.dateline, paragraphs[0].text)
        paragraphs[0] = cut(paragraphs[0], begun.end)
    paragraphs = [each for each in map(_without_credit, paragraphs) if each.text]
    if paragraphs:
        paragraphs[-1], closing = _without_closing(paragraphs[-1])
        byline = byline or (draft.closing.passage.text if draft.closing else closing)
    paragraphs = [each for each in paragraphs if each.text]
    if not paragraphs:
        return None
    headline, kickers = _named(draft.heads)
    body = join(paragraphs, "\n")
    first = draft.heads[0] if draft.heads else draft.byline or draft.paragraphs[0][0]
    last = draft.closing or draft.paragraphs[-1][-1]
    return Report(
        headline=headline,
        body=body,
        span=(bounds(first.passage)[0], bounds(last.passage)[1]),
        kickers=kickers,
        byline=byline,
        dateline=dateline,
    )


def _joined(broken: Sequence[Line], layout: Layout) -> Passage:
    """Join the lines of a paragraph; what a careless copy has on both sides of a break is kept once."""
    parts = [each.passage for each in broken]
    pieces = []
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        repeated = _repetition(part.text, following.text) if following and layout.column is None else 0
        pieces.append(cut(part, 0, len(part.text) - repeated) if repeated else part)
        if following and re.search(r"[A-Za-z]$", part.text) and re.match(r"[A-Za-z]", following.text):
            pieces.append(Passage(" ", ((0, bounds(part)[1]),)))
    return join((each for each in pieces if each.text), "")


def _repetition(before: str, after: str) -> int:
    """Measure what the end of a line and the beginning of the next have in common by mistake."""
    for length in range(min(LONGEST_REPETITION, len(before) - 1, len(after)), 0, -1):
        twice = after[:length]
        if before.endswith(twice) and re.fullmatch(r"[\u4e00-\u9fff]+", twice):
            if length == 1:
                return 0 if twice in REDUPLICATED else 1
            return 0 if length == 2 and (twice[0] in "一越又边" or twice[0] == twice[1]) else length
    return 0


def _without_continuation(first: Passage) -> Passage:
    mark = CONTINUED.match(fold(first.text[:LONGEST_BYLINE]))
    return cut(first, mark.end()) if mark else first


def _without_credit(paragraph: Passage) -> Passage:
    credit = photo_tail(fold(paragraph.text[-LONGEST_BYLINE:]))
    return cut(paragraph, 0, len(paragraph.text) - credit) if credit else paragraph


def _without_closing(last: Passage) -> tuple[Passage, str | None]:
    """Take the byline, and what only says that the report ends, off its last paragraph."""
    while mark := END_MARK.search(tail := fold(last.text[-LONGEST_BYLINE:])):
        last = cut(last, 0, len(last.text) - len(tail) + mark.start())
    mark = CLOSING.search(tail)
    if not mark:
        return last, None
    begin, end = mark.span("byline" if mark["byline"] else "bare")
    byline = last.text[-len(tail) :][begin:end]
    return cut(last, 0, len(last.text) - len(tail) + mark.start()), byline


def _quoted(text: str, byline: str) -> str:
    """Quote the byline as it was printed."""
    begin = fold(text[: LONGEST_BYLINE + len(byline)]).find(byline)
    return text[begin : begin + len(byline)]


def _as_written(dateline: Dateline | None, text: str) -> Dateline | None:
    if dateline is None:
        return None
    place = _quoted(text, dateline.place) if dateline.place else None
    return Dateline(_quoted(text, dateline.text), place, dateline.month, dateline.day)


def _named(heads: Sequence[Line]) -> tuple[Passage | None, tuple[Passage, ...]]:
    """Tell the headline (the last, unless that is a sub-headline) from the kickers."""
    whole: list[Passage] = []
    for each in heads:
        bullet = BULLET.match(each.text)
        plain = cut(each.passage, bullet.end()) if bullet else each.passage
        broken = whole and whole[-1].text.count("“") > whole[-1].text.count("”") and "”" in each.text
        if broken:
            whole[-1] = join((whole[-1], plain), "")
        else:
            whole.append(plain)
    if not whole:
        return None, ()
    below = next((i for i, each in enumerate(whole) if i and re.match(r"[—–-]{1,3}", each.text)), len(whole))
    return whole[below - 1], (*whole[: below - 1], *whole[below:])
