"""Months and their parts: 5月, 本月, 下个月15日, 月底, 5月中下旬."""

from __future__ import annotations

from calendar_app.normaliser.times.festival_names import TITLED
from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.pieces.leaning import ShiftedMonth, ShiftedYear
from calendar_app.normaliser.times.pieces.plain import Day, Month, PartOfMonth
from calendar_app.normaliser.times.rules.dates import YEAR_AND_MONTH, year_of
from calendar_app.normaliser.times.shapes import DAY, MONTH, SHORT_OR_FULL_YEAR, TO
from calendar_app.normaliser.times.statements import Piece, Point, Range, Statement

MONTHS = {
    "本月": 0,
    "这个月": 0,
    "今个月": 0,
    "呢个月": 0,
    "上月": -1,
    "上个月": -1,
    "上上个月": -2,
    "下月": 1,
    "下个月": 1,
    "下下个月": 2,
}
PARTS = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "上中旬": (1, 20),
    "中上旬": (1, 20),
    "中下旬": (11, 31),
    "初": (1, 10),
    "月初": (1, 10),
    "中": (11, 20),
    "月中": (11, 20),
    "底": (21, 31),
    "月底": (21, 31),
    "末": (21, 31),
    "尾": (21, 31),
    "月末": (21, 31),
    "月尾": (21, 31),
}
PART = any_of(PARTS)
ONES = "一二三四五六七八九"
NO_MONTH = (
    "(?!花|茶|稻田|路|街|红|流火|革命|文学|天(?!津)|季|嫂|饼|亮|薪|票|租|均|嫁|老|刊|龄|"
    "初?[一二三四五六七八九十廿]+(?![一二三四五六七八九十日号旬至到、]))"
)


def part_of(said: Said) -> tuple[Piece, ...]:
    """State the part of the month where one is told."""
    return (PartOfMonth(*PARTS[said["part"]]),) if said["part"] else ()


@rule(
    "a month, and the part of it that is told; a year may stand before it",
    starts=(*YEAR_AND_MONTH, "#月", "元月"),
    pattern=(
        rf"(?<![0-9.第]){TITLED}(?:(?P<year>{SHORT_OR_FULL_YEAR}) ?年的? ?)?(?P<month>{MONTH}) ?月(?:份|的)?"
        rf"(?:(?P<part>{PART})(?![国央心小学]|[一二三四五六七八九十](?![批些位名场个支]))|{NO_MONTH})"
    ),
    words=PARTS,
    examples={
        "5月": "2023-05",
        "五月份": "2023-05",
        "元月": "2023-01",
        "元月下旬": "[2023-01-21..2023-01-31]",
        "2024年1月": "2024-01",
        "24年1月": "2024-01",
        "5月上旬": "[2023-05-01..2023-05-10]",
        "5月中旬": "[2023-05-11..2023-05-20]",
        "5月下旬": "[2023-05-21..2023-05-31]",
        "5月上中旬": "[2023-05-01..2023-05-20]",
        "5月中上旬": "[2023-05-01..2023-05-20]",
        "5月中下旬": "[2023-05-11..2023-05-31]",
        "5月初": "[2023-05-01..2023-05-10]",
        "5月中": "[2023-05-11..2023-05-20]",
        "5月底": "[2023-05-21..2023-05-31]",
        "5月末": "[2023-05-21..2023-05-31]",
        "5月尾": "[2023-05-21..2023-05-31]",
        "5月月尾": "[2023-05-21..2023-05-31]",
        "5月月初": "[2023-05-01..2023-05-10]",
        "5月月中": "[2023-05-11..2023-05-20]",
        "5月月底": "[2023-05-21..2023-05-31]",
        "5月月末": "[2023-05-21..2023-05-31]",
        "「五月初」一批学生": "[2023-05-01..2023-05-10]",
    },
    refuses=("2元月租", "5月花园", "五月天", "七月流火", "十月革命", "十月路", "校长程五月说"),
)
def month(said: Said) -> Statement | None:
    """Read year, month and part."""
    return Point((*year_of(said), Month(number(said["month"])), *part_of(said)))


@rule(
    "a month whose 月 follows later, in a range; a year may stand before it",
    starts=(*YEAR_AND_MONTH, "#-", "#–", "#—", "#~", "#至", "#到"),
    pattern=(
        rf"(?<![0-9.第月])(?:(?P<year>{SHORT_OR_FULL_YEAR}) ?年的? ?)?(?P<month>{MONTH})"
        rf"(?=\s*{TO}\s*{MONTH} ?月(?!龄|大))"
    ),
    examples={"1—3月": "2023-01/2023-03", "2022年1至9月份": "2022-01/2022-09"},
    refuses=("3—5月龄",),
)
def clipped_month(said: Said) -> Statement | None:
    """Read year and month."""
    return Point((*year_of(said), Month(number(said["month"]))))


@rule(
    "two months running, the first without its 月",
    starts=(*(f"{first}{second}月" for first in ONES for second in f"{ONES}十"), "#、"),
    pattern=(
        rf"(?<![0-9第十{ONES}])(?P<first>{MONTH})(?:(?<=[0-9])、(?=[0-9])|(?<=[{ONES}十])、(?=[{ONES}十])|(?<=[{ONES}])(?=[{ONES}十]))(?P<second>{MONTH})"
        " ?月份?(?!龄|大)"
    ),
    examples={"七、八月": "2023-07/2023-08", "六七月份": "2023-06/2023-07", "11、12月": "2023-11/2023-12"},
    refuses=("「三」、五月", "「二」、3月办班"),
)
def two_months(said: Said) -> Statement | None:
    """Read both months."""
    first, second = number(said["first"]), number(said["second"])
    return Range(Point((Month(first),)), Point((Month(second),))) if second == first + 1 else None


@rule(
    "by the end of the present year or month",
    starts=("年内", "月内"),
    pattern=r"(?<![0-9一二两三四五六七八九十几多百半本今])(?:(?P<year>年)|月)内(?!容|部)",
    examples={"年内": "../2023", "月内": "../2023-04"},
    refuses=("三年内容",),
)
def within_unit(said: Said) -> Statement | None:
    """Open a span that ends with it."""
    return Range(None, Point((ShiftedYear(0) if said["year"] else ShiftedMonth(0),)))


@rule(
    "a month by its distance from the month of publication, with a day or a part of it",
    starts=tuple(MONTHS),
    pattern=(
        rf"(?P<month>{any_of(MONTHS)})(?!饼|季花|球|嫂|亮|牙|食)份?的?"
        rf"(?:(?P<part>{PART})(?![国央心小学])|(?P<day>{DAY}) ?[日号])?"
    ),
    words=(*MONTHS, *(word for word in PARTS if len(word) > 1 and word[0] != "月")),
    examples={
        "本月": "2023-04",
        "这个月": "2023-04",
        "今个月": "2023-04",
        "呢个月": "2023-04",
        "上月": "2023-03",
        "上个月": "2023-03",
        "上上个月": "2023-02",
        "下月": "2023-05",
        "下个月": "2023-05",
        "下下个月": "2023-06",
        "下月15日": "2023-05-15",
        "本月上旬": "[2023-04-01..2023-04-10]",
        "下月中旬": "[2023-05-11..2023-05-20]",
        "上月下旬": "[2023-03-21..2023-03-31]",
        "下月上中旬": "[2023-05-01..2023-05-20]",
        "下月中上旬": "[2023-05-01..2023-05-20]",
        "下月中下旬": "[2023-05-11..2023-05-31]",
        "下月底": "[2023-05-21..2023-05-31]",
    },
    refuses=("本月饼礼盒",),
)
def relative_month(said: Said) -> Statement | None:
    """Count from the anchor's month."""
    day = (Day(number(said["day"])),) if said["day"] else ()
    return Point((ShiftedMonth(MONTHS[said["month"]]), *part_of(said), *day))


@rule(
    "a part of a month that is known",
    starts=("上旬", "中旬", "下旬", "中下旬", "上中旬", "月初", "月中", "月底", "月末", "月尾"),
    pattern=r"(?<![岁0-9〇一二三四五六七八九十个每逐])(?P<part>上旬|中旬|下旬|上中旬|(?<!其)中下旬|月初|月中|月底|月末|月尾)(?![国央心])",
    words=("上旬", "中旬", "下旬", "上中旬", "中下旬", "月初", "月中", "月底", "月末", "月尾"),
    examples={
        "上旬": "[2023-05-01..2023-05-10]",
        "中旬": "[2023-04-11..2023-04-20]",
        "下旬": "[2023-04-21..2023-04-30]",
        "上中旬": "[2023-04-01..2023-04-20]",
        "中下旬": "[2023-04-11..2023-04-30]",
        "月初": "[2023-05-01..2023-05-10]",
        "月中": "[2023-04-11..2023-04-20]",
        "月底": "[2023-04-21..2023-04-30]",
        "月末": "[2023-04-21..2023-04-30]",
        "月尾": "[2023-04-21..2023-04-30]",
    },
    refuses=("岁月中的记忆",),
)
def part_of_month(said: Said) -> Statement | None:
    """Read the part."""
    return Point((PartOfMonth(*PARTS[said["part"]]),))
