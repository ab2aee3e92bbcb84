"""Parts of a year: 一季度, 上半年, 春季, 今夏, 年初, 年底, 寒假, 前半年."""

from __future__ import annotations

from calendar_app.model import Grain
from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.pieces.leaning import ShiftedSeason, ShiftedStretch, ShiftedWeek
from calendar_app.normaliser.times.pieces.plain import DaysOfWeek, PartOfMonth, Season, Stretch, Year
from calendar_app.normaliser.times.statements import Piece, Point, Range, Statement

STRETCHES: dict[str, Piece] = {
    "上半年": Stretch(1, 6, code="40"),
    "前半年": Stretch(1, 6, code="40"),
    "下半年": Stretch(7, 12, code="41"),
    "后半年": Stretch(7, 12, code="41"),
    "春季": Season(0),
    "春天": Season(0),
    "夏季": Season(1),
    "夏天": Season(1),
    "秋季": Season(2),
    "秋天": Season(2),
    "冬季": Season(3),
    "冬天": Season(3),
    "寒假": Stretch(1, 2, coarse=True),
    "暑假": Stretch(7, 8, coarse=True),
    "暑期": Stretch(7, 8, coarse=True),
    "年初": Stretch(1, 2),
    "年中": Stretch(6, 7),
    "年底": Stretch(11, 12),
    "年末": Stretch(11, 12),
    "岁末": Stretch(11, 12),
    "年尾": Stretch(11, 12),
}
CLIPPED: dict[str, Piece] = {
    "初": Stretch(1, 2),
    "中": Stretch(6, 7),
    "底": Stretch(11, 12),
    "末": Stretch(11, 12),
    "尾": Stretch(11, 12),
    "春": Season(0),
    "夏": Season(1),
    "秋": Season(2),
    "冬": Season(3),
}
SEASON_OF = {"今": 0, "去": -1, "明": 1, "来": 1}
QUARTERS = {
    "本季度": 0,
    "这个季度": 0,
    "上季度": -1,
    "上个季度": -1,
    "上一季度": -1,
    "上一个季度": -1,
    "下季度": 1,
    "下个季度": 1,
    "下一季度": 1,
    "下一个季度": 1,
}
HALVES = {
    "上半月": PartOfMonth(1, 15),
    "下半月": PartOfMonth(16, 31),
    "上半个月": PartOfMonth(1, 15),
    "下半个月": PartOfMonth(16, 31),
    "前半月": PartOfMonth(1, 15),
    "后半月": PartOfMonth(16, 31),
}
WEEK_HALVES = {"上半周": DaysOfWeek(1, 3), "下半周": DaysOfWeek(4, 7)}
AFTER_YEAR = "(?:(?<=[0-9今去明前后来本当同次翌度 ]年)|(?<=[〇零○一二三四五六七八九千百十][〇零○一二三四五六七八九]年))"
"""Behind a year, and not behind a number of years."""
NO_SEASON = "(?!奥|令|学期|班|里的|赛|(?<=[季天期假])[款新菜]|常服|联赛|锦标)"


@rule(
    "a part of a year, the year standing before it or chosen by tense",
    starts=tuple(STRETCHES),
    pattern=rf"(?<![今去明来往历近连多每逐青少童成老寒])(?:(?<!个)|(?<=[整这]个))(?<![一二三四五六七八九十](?=年))(?P<word>{any_of(STRETCHES)}){NO_SEASON}(?!(?<=年底)[薪价])",
    words=STRETCHES,
    examples={
        "上半年": "2023-40",
        "前半年": "2023-40",
        "下半年": "2023-41",
        "后半年": "2023-41",
        "春季": "2023-21",
        "春天": "2023-21",
        "夏季": "2023-22",
        "夏天": "2023-22",
        "2024年秋季": "2024-23",
        "2024年秋天": "2024-23",
        "2024年冬季": "2024-24",
        "2024年冬天": "2024-24",
        "2024年寒假": "2024-01/2024-02",
        "暑假": "2023-07/2023-08",
        "暑期": "2023-07/2023-08",
        "整个「夏天」": "2023-22",
        "2024年年初": "[2024-01-01..2024-02-29]",
        "年中": "[2023-06-01..2023-07-31]",
        "年底": "[2023-11-01..2023-12-31]",
        "力争到「年底」新增30家": "[2023-11-01..2023-12-31]",
        "2024年年末": "[2024-11-01..2024-12-31]",
        "年尾": "[2023-11-01..2023-12-31]",
        "2022年岁末": "[2022-11-01..2022-12-31]",
    },
    refuses=("寒暑假", "两个暑假", "年底薪二十万", "冬季奥运会", "青年中国诵"),
)
def part_of_year(said: Said) -> Statement | None:
    """Read the part."""
    return Point((STRETCHES[said["word"]],))


@rule(
    "the end of half a year",
    starts=("上半年", "下半年"),
    pattern="(?P<half>[上下])半年[末底]",
    examples={"上半年末": "2023-06", "2024年下半年底": "2024-12"},
)
def end_of_half(said: Said) -> Statement | None:
    """Take the half's last month."""
    month = 6 if said["half"] == "上" else 12
    return Point((Stretch(month, month, Grain.MONTH, code=f"{month:02d}"),))


@rule(
    "a part of a year in one character, right after the year",
    starts=tuple(f"年|{word}" for word in (*CLIPPED, "伊始")),
    pattern=rf"{AFTER_YEAR}(?:(?P<word>[{''.join(CLIPPED)}])(?![国央心夏秋冬春一二三四五六七八九十季天游运晚节学小级招耕奥残])|伊始)",
    words=(*CLIPPED, "伊始"),
    examples={
        "2024年初": "[2024-01-01..2024-02-29]",
        "2024年中": "[2024-06-01..2024-07-31]",
        "去年底": "[2022-11-01..2022-12-31]",
        "去年尾": "[2022-11-01..2022-12-31]",
        "去年末": "[2022-11-01..2022-12-31]",
        "2024年春": "2024-21",
        "2024年夏": "2024-22",
        "2024年秋": "2024-23",
        "2024年冬": "2024-24",
        "2024年伊始": "[2024-01-01..2024-01-31]",
    },
    refuses=("2022年「冬奥会」", "三年中等职业教育"),
)
def clipped_part_of_year(said: Said) -> Statement | None:
    """Read the part."""
    return Point((CLIPPED[said["word"]] if said["word"] else Stretch(1, 1),))


@rule(
    "a season of this, the last or the next year in one word",
    starts=tuple(year + season for year in SEASON_OF for season in "春夏秋冬"),
    pattern=rf"(?<![迎到](?=来))(?P<year>[{''.join(SEASON_OF)}])(?P<season>[春夏秋冬])(?:季|天)?(?![晚奥])",
    words=(*SEASON_OF, *"春夏秋冬"),
    examples={
        "今春": "2023-21",
        "今夏": "2023-22",
        "去秋": "2022-23",
        "去冬": "2022-24",
        "明春": "2024-21",
        "来春": "2024-21",
        "今冬": "2023-24",
    },
    refuses=("今春晚节目单", "迎来冬奥盛会"),
)
def season_of(said: Said) -> Statement | None:
    """Read year and season."""
    return Point((ShiftedSeason(SEASON_OF[said["year"]], "春夏秋冬".index(said["season"])),))


@rule(
    "a winter and the spring after it",
    starts=("今冬明春", "去冬今春"),
    pattern="(?P<year>[今去])冬[明今]春",
    examples={"今冬明春": "2023-24/2024-21", "去冬今春": "2022-24/2023-21"},
)
def winter_and_spring(said: Said) -> Statement | None:
    """Read both."""
    by = SEASON_OF[said["year"]]
    return Range(Point((ShiftedSeason(by, 3),)), Point((ShiftedSeason(by + 1, 0),)))


@rule(
    "a quarter by its number, or its last month",
    starts=("#季", "#个季", "第#"),
    pattern=(
        r"第? ?(?P<nth>[一二三四1-4]) ?个?(?:季度(?P<end>末|底)?"
        "|(?:(?<=[0-9今去明]年第[一二三四1-4])|(?<=[0-9今去明]年[一二三四1-4]))季(?!节|赛))"
    ),
    examples={
        "一季度": "2023-33",
        "第二季度": "2023-34",
        "2024年3季度": "2024-35",
        "四季度": "2023-36",
        "明年第2个季度": "2024-34",
        "2024年一季度末": "2024-03",
        "2024年第一季": "2024-33",
    },
    refuses=("第一季节目", "一年四季有花"),
)
def quarter(said: Said) -> Statement | None:
    """Read the quarter."""
    nth = number(said["nth"])
    if said["end"]:
        return Point((Stretch(nth * 3, nth * 3, Grain.MONTH, code=f"{nth * 3:02d}"),))
    return Point((_quarter(nth),))


def _quarter(nth: int) -> Stretch:
    return Stretch(nth * 3 - 2, nth * 3, code=str(32 + nth))


@rule(
    "quarters running, the first without its 季度",
    starts=("第#", "#、", "#至", "#到", "#-", "#—"),
    pattern="(?<![0-9一二三四五六七八九十第])第? ?(?P<first>[一二三1-3])[、至到—-]第? ?(?P<last>[二三四2-4]) ?季度",
    examples={"去年「第三、四季度」": "2022-35/2022-36", "「一至三季度」": "2023-33/2023-35"},
)
def quarters(said: Said) -> Statement | None:
    """Read the first and the last."""
    first, last = (Point((_quarter(number(said[which])),)) for which in ("first", "last"))
    return Range(first, last)


@rule(
    "a quarter as accounts write it",
    starts=("#Q", "#年Q", "年|Q"),
    pattern="(?:(?<![0-9A-Za-z.])(?P<year>(?:19|20)[0-9]{2})年? ?|(?<=年))Q(?P<nth>[1-4])(?![0-9A-Za-z])",
    examples={"2024Q3": "2024-35", "2024年Q1": "2024-33", "今年Q2": "2023-34"},
    refuses=("Q3：怎么报名", "A2024Q3"),
)
def accounting_quarter(said: Said) -> Statement | None:
    """Read year and quarter."""
    year = (Year(int(said["year"])),) if said["year"] else ()
    return Point((*year, _quarter(int(said["nth"]))))


@rule(
    "a quarter by its distance from the quarter of publication",
    starts=tuple(QUARTERS),
    pattern=f"(?P<quarter>{any_of(QUARTERS)})(?P<end>[末底])?",
    words=QUARTERS,
    examples={
        "本季度": "2023-34",
        "这个季度": "2023-34",
        "上季度": "2023-33",
        "上个季度": "2023-33",
        "下季度": "2023-35",
        "上一季度": "2023-33",
        "上一个季度": "2023-33",
        "下一季度": "2023-35",
        "下一个季度": "2023-35",
        "上季度末": "2023-03",
        "下个季度": "2023-35",
    },
)
def relative_quarter(said: Said) -> Statement | None:
    """Count from the anchor's quarter."""
    return Point((ShiftedStretch(QUARTERS[said["quarter"]], last_month=bool(said["end"])),))


@rule(
    "half of a month or of a week",
    starts=(*HALVES, *WEEK_HALVES),
    pattern=f"(?P<half>{any_of((*HALVES, *WEEK_HALVES))})",
    words=(*HALVES, *WEEK_HALVES),
    examples={
        "5月上半月": "[2023-05-01..2023-05-15]",
        "下半月": "[2023-04-16..2023-04-30]",
        "上半个月": "[2023-05-01..2023-05-15]",
        "下半个月": "[2023-04-16..2023-04-30]",
        "5月前半月": "[2023-05-01..2023-05-15]",
        "5月后半月": "[2023-05-16..2023-05-31]",
        "上半周": "[2023-04-24..2023-04-26]",
        "下半周": "[2023-04-27..2023-04-30]",
    },
)
def half(said: Said) -> Statement | None:
    """Read the half."""
    if said["half"] in HALVES:
        return Point((HALVES[said["half"]],))
    return Point((ShiftedWeek(0), WEEK_HALVES[said["half"]]))
