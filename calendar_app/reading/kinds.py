"""What a line is by what it says: links, staff, footers, bylines, photo credits, masthead, list of contents."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from calendar_app.reading.bylines import is_own_line, is_photo_credit
from calendar_app.reading.furniture import is_footer, is_furniture, is_issue_count, is_navigation, is_section
from calendar_app.reading.line import LONGEST_HEADLINE, Line
from calendar_app.reading.masthead import is_bare_date, is_masthead, is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_ABOVE = 60
"""Masthead, links and list of contents take no more lines."""

MOST_BELOW = 3
"""A bulletin may print its date below; elsewhere a date alone is a report's."""

SEPARATOR = re.compile(r"[\s◆◇★☆●○■□※*=_~—–\-·.…]{3,}")

SOURCED = re.compile(r"来源|稿源|发布|作者|浏览|阅读|点击")
"""A source line stands below a headline, a masthead below the paper's name."""


class Kind(StrEnum):
    """What a line is on the page."""

    HEADLINE = "headline"
    TEXT = "text"
    BYLINE = "byline"
    FURNITURE = "furniture"
    PHOTO = "photo"


def told(page: Sequence[Line]) -> list[Kind]:
    """Tell what each line is as far as it says so itself; headlines are still text."""
    kinds = [Kind.TEXT] * len(page)
    top, foot = _top(page), len(page) - MOST_BELOW
    for i, line in enumerate(page):
        if is_photo_credit(line.text):
            kinds[i] = Kind.PHOTO
        elif (
            line.aside
            or is_furniture(line.text)
            or _is_mark(line.text)
            or _is_masthead(line.text, inside=top <= i < foot)
        ):
            kinds[i] = Kind.FURNITURE
        elif is_own_line(line.text):
            kinds[i] = Kind.BYLINE
    _mark_masthead(page, kinds, top)
    for i in range(len(page) - 1, -1, -1):
        if not is_footer(page[i].text) and kinds[i] not in {Kind.FURNITURE, Kind.PHOTO}:
            break
        if kinds[i] is not Kind.PHOTO:
            kinds[i] = Kind.FURNITURE
    return kinds


def _is_mark(text: str) -> bool:
    return SEPARATOR.fullmatch(text) is not None


def _is_masthead(text: str, *, inside: bool) -> bool:
    """Tell whether a line is a masthead; among the reports a date alone is none."""
    return is_masthead(text) and not (inside and is_bare_date(text))


def _mark_masthead(page: Sequence[Line], kinds: list[Kind], top: int) -> None:
    """Mark what stands with the masthead: the paper's name above it, the section's name, the count of issues."""
    printed = [i for i in range(top) if is_masthead(page[i].text) or _counts_issues(page[i])]
    for i in range(top):
        beside = i == 0 or any(abs(i - each) <= 2 for each in printed)
        block_ends = next((j for j in range(i + 1, top) if page[j].apart), top)
        above = any(i < each < block_ends and not SOURCED.search(page[each].text) for each in printed)
        if above or is_title(page[i].text) or (beside and is_section(page[i].text)):
            kinds[i] = Kind.FURNITURE


def _top(page: Sequence[Line]) -> int:
    """Count the lines before the first report's text."""
    first = (i for i, line in enumerate(page[:MOST_ABOVE]) if "。" in line.text or line.opens)
    return next(first, min(len(page), MOST_ABOVE))


def _counts_issues(line: Line) -> bool:
    return len(line.text) <= 40 and is_issue_count(line.text)


def contents(page: Sequence[Line], kinds: list[Kind]) -> set[str]:
    """Mark the page's list of contents, and give its titles."""
    top = _top(page)
    links = [i for i in range(top) if is_navigation(page[i].text)]
    listed: set[str] = set()
    if len(links) > 1:
        for i in range(links[0], links[-1]):
            kinds[i] = Kind.FURNITURE
            listed.add(page[i].dense)
    places: dict[str, list[int]] = {}
    for i, kind in enumerate(kinds):
        if kind is Kind.TEXT and _may_be_listed(page[i], page[i - 1] if i else None):
            places.setdefault(page[i].dense, []).append(i)
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
