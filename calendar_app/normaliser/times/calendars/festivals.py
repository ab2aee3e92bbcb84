"""Festivals and named days: their names in every usual spelling, and the day on which each falls in a year.

The names are in `data/lexicon/festivals.csv` (what people celebrate, lunar festivals, days off) and
`data/lexicon/named_days.csv` (days of the state, the professions and the United Nations). Their column `day` says:

    05-01               a solar day
    04                  a whole solar month
    2 Sunday 05         the second Sunday of May; `last Monday 03` the last Monday of March
    lunar 08-15         a lunar day; those of the twelfth month belong to the Spring Festival that they lead to
    lunar eve           the last day before the Spring Festival
    term 秋分           a solar term
    easter, orthodox    Easter Sunday, in the western and in the eastern reckoning

and `+1` or `-2` behind it moves by days.
"""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.model import InputError
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.times.calendars.lunar import FIRST_YEAR, LAST_YEAR, lunar_day, lunar_eve, solar_term
from calendar_app.normaliser.times.periods import month_end
from calendar_app.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Tree = dict[str, "Tree"]

DOTS = "·•・‧"
DOT = f"[{DOTS}]"
ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CHINESE_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


class Festival(Struct, frozen=True):
    """A festival or named day as the lexicon has it.

    `spellings` are its names, the first the usual one; `·` in them stands for any dot. `day` is in the notation of this
    module; `days_off` names its rule in `holidays.py`, empty for most; `example` is what its name means on 28 April
    2023, from an almanac.
    """

    name: str
    spellings: tuple[str, ...]
    day: str
    days_off: str
    example: str
    source: str

    @property
    def month(self) -> int | None:
        """Give the month of what is kept all month long (税收宣传月); None for days."""
        return int(self.day) if self.day.isdecimal() else None


@lru_cache(maxsize=1)
def festivals() -> Mapping[str, Festival]:
    """Read the lexicon: every spelling and the festival it names."""
    names: dict[str, Festival] = {}
    for title in ("festivals.csv", "named_days.csv"):
        path = folder("data") / "lexicon" / title
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            for row in reader:
                spellings = (row["name"], *filter(None, row["spellings"].split("|")))
                festival = Festival(**row | {"spellings": spellings})
                for spelling in spellings:
                    if names.setdefault(spelling, festival) is not festival:
                        raise InputError(str(path), f"{spelling} is the name of two festivals", reader.line_num)
    return names


def named(written: str, head: str = "") -> Festival | None:
    """Find the festival of a name as a text writes it, after the date that leads it (5·12国际护士节), if one does.

    None when the date is not the festival's.
    """
    festival = festivals()[re.sub(DOT, "·", written)]
    return festival if not head or re.sub(DOT, "", head) in _dates(festival) else None


def _dates(festival: Festival) -> set[str]:
    """Write a festival's date as it leads a name: 512, 五一二, 十一."""
    fixed = re.fullmatch(r"(?:lunar )?(?P<month>\d\d)-(?P<day>\d\d)", festival.day)
    if fixed is None:
        return set()
    month, day = int(fixed["month"]), int(fixed["day"])
    digits = f"{month}{day}"
    return {digits, digits.translate(CHINESE_DIGITS), numeral(month) + numeral(day)}


def numeral(number: int) -> str:
    """Write a number up to 39 in Chinese numerals: 十, 十二, 二十三."""
    tens, ones = divmod(number, 10)
    return ("", "十", "二十", "三十")[tens] + "零一二三四五六七八九"[ones] * bool(ones)


def names_pattern() -> str:
    """Write a pattern of all names: a tree of their characters, so that it is tried in one step a character."""
    tree: Tree = {}
    for name in festivals():
        branch = tree
        for character in name:
            branch = branch.setdefault(character, {})
        branch[""] = {}
    return _pattern(tree)


def _pattern(tree: Tree) -> str:
    branches = [(DOT if first == "·" else re.escape(first)) + _pattern(rest) for first, rest in tree.items() if first]
    if len(branches) == 1 and "" not in tree:
        return branches[0]
    told = f"(?:{'|'.join(branches)})" if branches else ""
    return f"{told}?" if branches and "" in tree else told


@lru_cache(maxsize=1)
def name_starts() -> tuple[str, ...]:
    """Give the literal beginnings of all names, none of which begins with another one."""
    heads = {name: name.partition("·")[0] for name in festivals()}
    written = {head if len(head) > 1 else name.replace("·", dot) for name, head in heads.items() for dot in DOTS}
    shortest: list[str] = []
    for name in sorted(written):  # what begins with another one stands right behind it
        if not shortest or not name.startswith(shortest[-1]):
            shortest.append(name)
    return tuple(shortest)


@lru_cache(maxsize=4096)
def festival_day(festival: Festival, year: int) -> date | None:
    """Give the day of a festival in a year; the first day of what is kept all month; None when it has none.

    Years beyond the almanac (`lunar.FIRST_YEAR..LAST_YEAR`) have no festivals.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    match = _NOTATION.fullmatch(festival.day)
    if match is None:
        raise InputError(festival.name, f"no notation of a day: {festival.day}")
    kind, words = next((name, value) for name, value in match.groupdict().items() if value and name != "shift")
    day = _DAYS[kind](words, year)
    return day and day + timedelta(int(match["shift"] or 0))


def easter(year: int) -> date:
    """Give Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    moved = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * moved + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Give Easter Sunday of the eastern churches in the Gregorian calendar (Meeus, the Julian computus)."""
    epact = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
    month, day = divmod(epact + weekday + 114, 31)
    julian_lag = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(julian_lag)


def weekday_of_month(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Give the nth weekday (Monday 0) of a month; -1 the last; None when the month has not so many."""
    first = date(year, month, 1)
    days = range(1 + (weekday - first.weekday()) % 7, month_end(year, month).day + 1, 7)
    return date(year, month, days[nth - 1 if nth > 0 else nth]) if nth <= len(days) else None


def _solar(words: str, year: int) -> date | None:
    month, day = map(int, words.split("-"))
    return date(year, month, day) if day <= month_end(year, month).day else None


def _weekday(words: str, year: int) -> date | None:
    nth, weekday, month = words.split()
    return weekday_of_month(year, int(month), ENGLISH_WEEKDAYS.index(weekday), -1 if nth == "last" else int(nth))


def _lunar(words: str, year: int) -> date | None:
    month, day = map(int, words.removeprefix("lunar ").split("-"))
    return lunar_day(year - 1 if month == 12 else year, month, day)


_DAYS: dict[str, Callable[[str, int], date | None]] = {
    "solar": _solar,
    "month": lambda words, year: date(year, int(words), 1),
    "weekday": _weekday,
    "eve": lambda _, year: lunar_eve(year),
    "lunar": _lunar,
    "term": lambda words, year: solar_term(words.removeprefix("term "), year),
    "orthodox": lambda _, year: orthodox_easter(year),
    "easter": lambda _, year: easter(year),
}

_NOTATION = Pattern(
    r"(?:(?P<solar>\d\d-\d\d)|(?P<month>\d\d)|(?P<weekday>(?:[1-5]|last) [A-Z][a-z]+day \d\d)|(?P<eve>lunar eve)"
    r"|(?P<lunar>lunar \d\d-\d\d)|(?P<term>term \w\w)|(?P<orthodox>orthodox)|(?P<easter>easter))"
    r"(?: (?P<shift>[+-]\d+))?"
)
