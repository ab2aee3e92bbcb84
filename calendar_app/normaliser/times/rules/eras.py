"""Centuries, decades, five-year plans and reign years: 18世纪, 上世纪80年代, “十四五”期间, 民国三年."""

from __future__ import annotations

from itertools import pairwise

from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.pieces.plain import Decade, Plan, Year
from calendar_app.normaliser.times.shapes import COUNT
from calendar_app.normaliser.times.statements import Point, Statement

REIGNS = {
    "贞观": 627,
    "开元": 713,
    "洪武": 1368,
    "永乐": 1403,
    "嘉靖": 1522,
    "万历": 1573,
    "顺治": 1644,
    "康熙": 1662,
    "雍正": 1723,
    "干隆": 1736,
    "嘉庆": 1796,
    "道光": 1821,
    "咸丰": 1851,
    "同治": 1862,
    "光绪": 1875,
    "宣统": 1909,
    "民国": 1912,
    "明治": 1868,
    "大正": 1912,
    "昭和": 1926,
    "平成": 1989,
    "令和": 2019,
}
"""The first year of each reign; 乾隆 is folded to 干隆."""
PLANS = {"十": 10, "十一": 11, "十二": 12, "十三": 13, "十四": 14, "十五": 15, "十六": 16}


@rule(
    "a century, or a decade of one",
    starts=("#世", "上世纪", "本世纪", "上个世纪", "#年代"),
    pattern=(
        r"(?:(?:公元)?(?P<century>[0-9]{1,2}|[一二]?十?[一二三四五六七八九十])世纪|(?P<last>上个?世纪)|(?P<this>本世纪))"
        r"(?P<decade>[1-9]0|[一二三四五六七八九]十)?(?:年代)?(?P<part>初|中叶|末|前期|后期)?"
        r"|(?P<whole>(?:1[5-9]|20)[0-9]0)年代"
        r"|(?<![0-9第])(?P<alone>[2-9]0|[二三四五六七八九]十)年代(?P<side>初|中期|末|前期|后期)?"
    ),
    examples={
        "18世纪": "1700/1799",
        "上世纪80年代": "1980/1989",
        "十九世纪七十年代": "1870/1879",
        "本世纪": "2000/2099",
        "90年代": "1990/1999",
        "1980年代": "1980/1989",
    },
)
def century(said: Said) -> Statement | None:
    """Read century and decade."""
    if said["whole"]:
        return Point((Decade(int(said["whole"]), 0),))
    if said["alone"]:
        return Point((Decade(1900, number(said["alone"])),))
    hundred = 1900 if said["last"] else 2000 if said["this"] else (number(said["century"]) - 1) * 100
    return Point((Decade(hundred, number(said["decade"]) if said["decade"] else None),))


@rule(
    "two decades running",
    starts=tuple(
        f"{before}{one}{two}十年代"
        for before in ("", "上世纪", "上个世纪")
        for one, two in pairwise("二三四五六七八九")
    ),
    pattern="(?:上个?世纪)?(?P<first>[二三四五六七八])(?P<last>[三四五六七八九])十年代",
    examples={"五六十年代": "1950/1969", "上世纪八九十年代": "1980/1999"},
)
def two_decades(said: Said) -> Statement | None:
    """Read both."""
    return Point((Decade(1900, 10 * number(said["first"]), 10 * number(said["last"])),))


@rule(
    "a five-year plan",
    starts=tuple(f"{mark}{plan}五" for mark in ("", "“", '"', "「", "'", "‘") for plan in PLANS),
    pattern=rf"(?:[“\"「'‘](?P<quoted>{any_of(PLANS)})五[”\"」'’](?!规划(?!期)|纲要|重点|重大)(?:时期|期间|期)?|(?P<plain>{any_of(PLANS)})五(?:时期|期间))",
    words=PLANS,
    examples={
        "“十五”时期": "2001/2005",
        "“十一五”期间": "2006/2010",
        "“十二五”期间": "2011/2015",
        "“十三五”期间": "2016/2020",
        "“十四五”时期": "2021/2025",
        "十五五时期": "2026/2030",
        "“十六五”": "2031/2035",
        "“十五五”": "2026/2030",
    },
    refuses=("列入“十四五”规划重大工程",),
)
def five_year_plan(said: Said) -> Statement | None:
    """Read which plan."""
    return Point((Plan(PLANS[said["quoted"] or said["plain"]]),))


@rule(
    "a year of a reign or of the Republic",
    starts=tuple(REIGNS),
    pattern=rf"(?P<reign>{any_of(REIGNS)})(?P<year>[〇零一二三四五六七八九]{{3}}|{COUNT}|元)年",
    words=REIGNS,
    examples={f"{reign}三年": f"{first + 2:04d}" for reign, first in REIGNS.items()}
    | {"民国元年": "1912", "民国一一〇年": "2021"},
)
def reign_year(said: Said) -> Statement | None:
    """Count from the reign's first year."""
    return Point((Year(REIGNS[said["reign"]] - 1 + (1 if said["year"] == "元" else number(said["year"]))),))
