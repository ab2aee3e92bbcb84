"""The shapes of numbers in dates and clock times, as pieces of patterns on folded text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

OPENING = "“‘\"'「『《〈"
"""The marks that open a quotation or a title."""
CLOSING = "[”’\"'」』》〉]"
CHINESE_DIGIT = "[〇零○一二三四五六七八九]"
SPOKEN_YEAR = "[一两二]千[〇零○一二三四五六七八九十百]{1,5}"
YEAR = rf"(?:[0-9]{{4}}|{CHINESE_DIGIT}{{4}}|{SPOKEN_YEAR})"
"""A year in full."""
SHORT_OR_FULL_YEAR = rf"(?:(?:[0-9]{{2}}){{1,2}}|(?:{CHINESE_DIGIT}{{2}}){{1,2}}|{SPOKEN_YEAR})"
"""A year in full, or by its last two digits where a month follows."""
EARLY_YEAR = rf"(?:[1-9][0-9]{{2}}|{CHINESE_DIGIT}{{3}})"
"""A year before 1000, where a month follows."""
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|(?<![0-9一二三四五六七八九十百千万])元)"
WEEK = "(?:周|星期|礼拜)"
WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
DAY = r"(?:[0-9]{1,2}|(?:[二三]?十|[廿卅])[一二三四五六七八九]?|[一二三四五六七八九])"
TO = r"(?:[-–—~]{1,2}|[至到])"
"""What stands between the ends of a range."""
COUNT = r"(?:[0-9]{1,4}|[一二两三四五六七八九十廿百千零]{1,5}|仨|俩)"
"""How many of something."""


def century(short: int, near: date) -> int:
    """Complete a year told by two digits: from eighty years back to nineteen ahead of the day it is read on."""
    return near.year - 80 + (short - near.year + 80) % 100
