"""Infer the day of publication of a page that does not say it, from what its text pins down.

A year that is stated somewhere and a festival told as near (“五一”前夕, “五一”来临之际) date a page to within days:
it came out on the eve. That is never certain: the page is marked `inferred`, and every event of it says so.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app.folding import fold
from calendar_app.normaliser.times.calendars.festivals import festival_day, festivals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from calendar_app.model import Page

INFERRED = "inferred"
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?!代|以来|以前|起)")
_NEAR = re.compile(
    r"[”」\"]?(?:国际)?(?:劳动|妇女|儿童|劳动妇女)?节?(?:前夕|来临之际|到来之际|即将到来|将至|将临|临近)"
)
_LAST = 12  # 国际劳动妇女节前夕: how far a festival word may stand before what tells it as near


def with_issue_date(page: Page) -> Page:
    """Give a page its issue date when its own text pins it down; otherwise give it back as it is.

    The year is the latest that the text states; a festival with its own year (2023年重阳节前夕) may be history, so it
    pins nothing down. Two festivals that disagree leave the page undated.
    """
    if page.issued is not None:
        return page
    text = fold(page.text)
    years = [int(each["year"]) for each in _YEAR.finditer(text)]
    if not years:
        return page
    eves = {day - timedelta(days=1) for day in _near_festivals(text, max(years))}
    if len(eves) != 1:
        return page
    return replace(page, issued=eves.pop(), issued_from=INFERRED)


def _near_festivals(text: str, year: int) -> Iterator[date]:
    """Yield the days of the festivals that the text tells as near without their year."""
    table = festivals()
    for near in _NEAR.finditer(text):
        before = text[max(0, near.start() - _LAST) : near.start()].rstrip('”」"')
        word = next((before[i:] for i in range(len(before)) if before[i:] in table), None)
        if word is None or re.search(r"\d年(?:的)?[“「\"]?$", before[: -len(word)]):
            continue
        day = festival_day(table[word], year)
        if day is not None:
            yield day
