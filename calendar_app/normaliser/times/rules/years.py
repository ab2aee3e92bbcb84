"""Years: 2023年, 二〇二三年, 今年, 去年, 08年."""

from __future__ import annotations

from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import NUMERALS, number
from calendar_app.normaliser.times.pieces.leaning import SameDay, ShiftedYear
from calendar_app.normaliser.times.pieces.plain import ShortYear, Year
from calendar_app.normaliser.times.rules.dates import TO_MARKS
from calendar_app.normaliser.times.shapes import CHINESE_DIGIT, TO, YEAR
from calendar_app.normaliser.times.statements import Point, Statement

YEARS = {
    "今年": 0,
    "本年度": 0,
    "本年": 0,
    "这一年": 0,
    "去年": -1,
    "上一年": -1,
    "上年": -1,
    "前年": -2,
    "大前年": -3,
    "明年": 1,
    "来年": 1,
    "下一年": 1,
    "后年": 2,
    "大后年": 3,
    "出年": 1,
    "旧年": -1,
}
NO_AGE = "(?<!距今)(?<!距今[约近])(?<!距今已有)"
NO_SPAN = (
    "(?!房贷|国债|贷款|工龄|教龄|军龄|党龄|[老店]|与|间|来|之?后|以后|前[的,。]|之前|里|内|多|余|的?历史"
    "|[级代薪产均功终会货龄度假])"
)


@rule(
    "a year by its number",
    starts=("#年",),
    pattern=rf"(?<![0-9{CHINESE_DIGIT[1:-1]}第]){NO_AGE}(?:公元)?(?P<year>{YEAR}) ?年(?:度(?!假)|全年)?(?![级代])",
    examples={
        "2023年": "2023",
        "二〇〇八年": "2008",
        "2008 年": "2008",
        "两千零四年": "2004",
        "2023年度": "2023",
        "2022年全年": "2022",
    },
    refuses=("12023年", "2013级", "距今约6000年"),
)
def year(said: Said) -> Statement | None:
    """Read the year."""
    return Point((Year(number(said["year"])),))


@rule(
    "a year by its last two digits",
    starts=("#年",),
    pattern=(
        r"(?:(?<![0-9第])(?P<zero>[0〇零][0-9〇零一二三四五六七八九])"
        rf"|(?<![{NUMERALS}])(?P<spoken>[七八九][〇零○一二三四五六七八九])(?= ?年的?[春夏秋冬])"
        r"|(?<![^\s,。、(从至到于自在\-—~])(?P<two>[1-9][0-9]|[七八九][〇零○一二三四五六七八九]))"
        rf" ?年{NO_SPAN}"
    ),
    examples={
        "08年": "2008",
        "零八年": "2008",
        "23年": "2023",
        "九八年": "1998",
        "「八五年」那场大雪": "1985",
        "他「九八年秋天」进厂": "1998-23",
    },
    refuses=("30年房贷", "30年老店", "连续11年", "工作了26年", "24年来"),
)
def short_year(said: Said) -> Statement | None:
    """Read the year."""
    return Point((ShortYear(number(said["zero"] or said["spoken"] or said["two"])),))


@rule(
    "all of the present year",
    starts=("全年",),
    pattern="(?<![终常整年])全年(?!无休|龄|级|候|开放|段)",
    examples={"全年": "2023"},
    refuses=("全年无休",),
)
def all_year(_said: Said) -> Statement | None:
    """Take the anchor's year."""
    return Point((ShiftedYear(0),))


@rule(
    "a year whose 年 follows later or not at all, in a range or a list of years",
    starts=tuple(f"#{mark}" for mark in TO_MARKS + "、和"),
    pattern=(
        r"(?<![0-9A-Za-z-])(?P<year>(?:19|20)[0-9]{2})"
        rf"(?=\s*{TO}\s*(?:(?:19|20)[0-9]{{2}}(?![0-9]|[-/.][0-9])|[0-9]{{2}} ?年)"
        r"|(?:[、和](?:19|20)[0-9]{2}){1,9} ?年)"
    ),
    examples={
        "2016-2018": "2016/2018",
        "1995至1997年": "1995/1997",
        "1995 - 1997年": "1995/1997",
        "1985到89年9月": "1985/1989-09",
        "「2019」、2020年": "2019",
    },
)
def clipped_year(said: Said) -> Statement | None:
    """Read the year."""
    return Point((Year(int(said["year"])),))


@rule(
    "a year without 年 at the end of a range of years or months",
    starts=tuple(f"{mark}{blank}|{century}" for mark in TO_MARKS for blank in ("", " ") for century in (19, 20)),
    pattern=(
        r"(?:(?<=(?:19|20)[0-9]{2}[-–—~至到])|(?<=(?:19|20)[0-9]{2} [-–—~至到] )"
        r"|(?<=(?:19|20)[0-9]{2}[./-][0-9]{2}[-–—~至到]))"
        r"(?P<year>(?:19|20)[0-9]{2})(?![0-9年]|[-/.][0-9])"
    ),
    examples={"2008.03-2009": "2008-03/2009"},
    refuses=("电话6501-2008",),
)
def last_year_of_range(said: Said) -> Statement | None:
    """Read the year."""
    return Point((Year(int(said["year"])),))


@rule(
    "an early year, by three digits or fewer",
    starts=("公元", "#年"),
    pattern=rf"(?:公元|(?<=[在于自从]))(?P<year>[1-9][0-9]{{0,2}}|{CHINESE_DIGIT}{{3}}) ?年{NO_SPAN}(?!前)",
    examples={"公元789年": "0789", "建于「789年」": "0789"},
    refuses=("在100年里",),
)
def early_year(said: Said) -> Statement | None:
    """Read the year."""
    return Point((Year(number(said["year"])),)) if len(said["year"]) == 3 else None


@rule(
    "the same day of another year",
    starts=tuple(f"{year}{same}" for year in ("去年", "上年", "前年") for same in ("同日", "同一天", "的同一天")),
    pattern="(?P<year>[去上前]年)的?同一?[天日]",
    examples={"5月13日客流比「去年同日」多": "2022-05-13", "比「前年同一天」低": "2021-04-28"},
)
def same_day_of_year(said: Said) -> Statement | None:
    """Count from the anchor's year."""
    return Point((ShiftedYear(YEARS[said["year"]]), SameDay()))


@rule(
    "a year by its distance from the year of publication",
    starts=tuple(YEARS),
    pattern=f"(?<![辞除送别])(?<!此(?=后年))(?P<year>{any_of(YEARS)})(?:全年)?(?![轻级俗历画])",
    words=YEARS,
    examples={
        "今年": "2023",
        "本年度": "2023",
        "本年": "2023",
        "这一年": "2023",
        "去年": "2022",
        "上一年": "2022",
        "上年": "2022",
        "前年": "2021",
        "大前年": "2020",
        "明年": "2024",
        "来年": "2024",
        "下一年": "2024",
        "后年": "2025",
        "大后年": "2026",
        "出年": "2024",
        "旧年": "2022",
        "去年5月1日": "2022-05-01",
    },
    refuses=("此后年年", "去年轻人多的地方", "辞旧年迎新岁"),
)
def relative_year(said: Said) -> Statement | None:
    """Count from the anchor's year."""
    return Point((ShiftedYear(YEARS[said["year"]]),))
