"""Names that have a word of time in them and say no time: 《七月与安生》, 二月河, 白露书店."""

from __future__ import annotations

from calendar_app.normaliser.times.calendars.lunar import SOLAR_TERMS
from calendar_app.normaliser.times.grammar import SILENT, Said, Silence, any_of, rule
from calendar_app.normaliser.times.shapes import CLOSING, OPENING
from calendar_app.resources import folder


def _names() -> tuple[str, ...]:
    """Read the well-known names."""
    rows = (folder("data") / "lexicon" / "names_with_times.csv").read_text("utf-8").splitlines()[1:]
    return tuple(row.partition(",")[0] for row in rows)


NAMES = _names()
HOUSES = (
    *("乐队", "乐团", "组合", "剧社", "书店", "书院", "书屋", "茶馆", "茶舍", "咖啡", "影业", "画廊"),
    *("照相馆", "民宿", "客栈", "出版社", "工作室", "书房", "食堂", "茶社", "书吧", "酒馆", "餐厅", "面馆"),
)
"""What is named after months and solar terms."""
HOURS = ("零点", "深夜", "午夜", "周末", "八点半")
WEEKENDS = tuple(theme + "周末" for theme in ("体验", "亲子", "文化", "音乐", "阅读", "艺术", "公益", "惠民", "戏剧"))


@rule(
    "a title: what it says is no time",
    starts=("《",),
    pattern=r"《[^《》\n]{1,60}》",
    examples={},
    refuses=("《七月与安生》", "《五月的鲜花》", "《“五一”的故事》"),
)
def title(_said: Said) -> Silence:
    """Read nothing."""
    return SILENT


@rule(
    "a well-known name that has a word of time in it",
    starts=NAMES,
    pattern=any_of(NAMES),
    examples={},
    refuses=NAMES,
)
def name(_said: Said) -> Silence:
    """Read nothing."""
    return SILENT


@rule(
    "a weekend that is named by what it is for, as a festival would be",
    starts=WEEKENDS,
    pattern=rf"{any_of(WEEKENDS)}(?=[”』]?(?:[将在于]|系列|启动|开幕|启幕|拉开|火热|如约))",
    examples={},
    refuses=("民俗体验周末将在公园举行", "“文化周末”系列演出"),
)
def named_weekend(_said: Said) -> Silence:
    """Read nothing."""
    return SILENT


@rule(
    "the score of a match, or of its sets",
    starts=("比分",),
    pattern=r"比分[^,。;!?\n0-9]{0,6}[0-9]{1,3}[:比][0-9]{1,3}(?:(?:[、和及]|,(?=[0-9:比]+(?:[、,。;和及]|$)))[0-9]{1,3}[:比][0-9]{1,3}){0,9}",
    examples={},
    refuses=("四场比分为21:15、18:21、21:19和21:17", "比分咬到15:13"),
)
def score(_said: Said) -> Silence:
    """Read nothing."""
    return SILENT


@rule(
    "the name of a song or of a theme that begins with a month in Chinese numerals",
    starts=tuple(mark + numeral for mark in "“「『" for numeral in "一二三四五六七八九十"),
    pattern=r"[“「『](?:十[一二]?|[一二三四五六七八九])月(?![初底末份中上下日”」』0-9一二三四五六七八九十])[^”」』,。;\n]{1,12}[”」』]",
    examples={},
    refuses=("“五月的鲜花”歌会", "“七月诗会”"),
)
def month_song(_said: Said) -> Silence:
    """Read nothing."""
    return SILENT


@rule(
    "a house named after a month, a solar term or the hour",
    starts=(*(f"#月{house[:1]}" for house in HOUSES), *(f"?{name}" for name in (*HOURS, *SOLAR_TERMS))),
    pattern=(
        rf"[{OPENING}]?(?:(?:十[一二]?|[一二三四五六七八九])月|{any_of((*HOURS, *SOLAR_TERMS))})"
        rf"{CLOSING}?{any_of(HOUSES)}"
    ),
    examples={},
    refuses=("八月乐队", "白露书店", "零点乐队", "十月出版社", "“夏至书房”", "“深夜食堂”", "“谷雨”咖啡馆"),
)
def house(_said: Said) -> Silence:
    """Read nothing."""
    return SILENT
