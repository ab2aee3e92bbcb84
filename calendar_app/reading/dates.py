"""The isolated dates of mastheads, links, addresses and file names: always with a year, never in running text."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calendar_app.model import Span

YEARS = range(1900, 2200)
"""The years in which a page can have been printed."""

_NUMERALS = "〇零○一二三四五六七八九十廿卅"
DATE = (
    r"(?:(?P<year>(?:19|20)\d{2})\s?年(?:\s?第\s?\d{1,3}\s?期\s?(?:\(?总第?\s?\d{1,4}\s?期\)?\s{0,3})?)?[\s/]?(?P<month>\d{1,2})\s?月[\s/]?(?P<day>\d{1,2})\s?日"
    rf"|(?P<cyear>[一二][{_NUMERALS}]{{3}})年(?P<cmonth>[{_NUMERALS}]{{1,3}})月(?P<cday>[{_NUMERALS}]{{1,3}})日"
    r"|(?P<iyear>(?:19|20)\d{2})(?P<mark>[-./])(?P<imonth>\d{1,2})(?P=mark)(?P<iday>\d{1,2})"
    r"|(?P<dense>(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d))"
)
"""A date as mastheads print it, in folded text: 2024年5月31日, 二〇二四年五月三十一日, 2024.5.31, 20240531.

The number of the issue may stand inside it: 2024年第9期 5月31日.
"""

_PATH = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<mark>[-/_.]?)(?P<month>0[1-9]|1[0-2]|[1-9](?=\D))"
    r"[-/_.]?(?P<day>0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?!\d)"
)


def iso(found: re.Match[str]) -> str | None:
    """Give the day that a match of DATE says, in ISO 8601; None when no calendar has it."""
    if found["cyear"]:
        year = int("".join(str(_digit(each)) for each in found["cyear"]))
        return _day(year, _chinese(found["cmonth"]), _chinese(found["cday"]))
    if found["year"]:
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    if dense := found["dense"]:
        return _day(int(dense[:4]), int(dense[4:6]), int(dense[6:]))
    return _day(int(found["iyear"]), int(found["imonth"]), int(found["iday"]))


def span(found: re.Match[str]) -> Span:
    """Tell where the words of a match of DATE stand, whatever else the pattern holds."""
    begin = next(found.start(name) for name in ("year", "cyear", "iyear", "dense") if found[name])
    end = next(found.end(name) for name in ("day", "cday", "iday", "dense") if found[name])
    unit = re.match(r"\s?日", found.string[end : end + 2])
    return begin, end + (unit.end() if unit else 0)


def in_path(path: str) -> str | None:
    """Read the day out of a file's name or an address (`/content/2025-05/23/`, `/202410/25/`, `20230428`)."""
    for found in _PATH.finditer(path):
        if day := _day(int(found["year"]), int(found["month"]), int(found["day"])):
            return day
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year in YEARS else None
    except ValueError:
        return None


def _digit(numeral: str) -> int:
    return 0 if numeral in "〇零○" else max(0, "〇一二三四五六七八九".find(numeral))


def _chinese(numeral: str) -> int:
    """Read a numeral up to 99 (`十二`, `廿四`, `三十一`, `二〇`)."""
    parts = re.fullmatch(r"(?P<tens>[^十廿卅]*)(?P<mark>[十廿卅])(?P<ones>.*)", numeral)
    if not parts:
        return int("".join(str(_digit(each)) for each in numeral))
    ten = {"廿": 2, "卅": 3}.get(parts["mark"]) or (_digit(parts["tens"]) if parts["tens"] else 1)
    return ten * 10 + (_digit(parts["ones"]) if parts["ones"] else 0)
