"""Holidays of two festivals, and holidays without a name: 元旦、春节期间, “双节”假期, 节前, 假期首日."""

from __future__ import annotations

from calendar_app.normaliser.times.festival_names import NUMBER_CHARACTERS
from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.holiday_words import (
    AFTER,
    EVE,
    FEAST,
    FIRST_WEEKDAY,
    NUMBERED_DAYS,
    SOME_DAYS,
    days_of,
    weekdays_of,
)
from calendar_app.normaliser.times.pieces.festive import (
    AfterFestival,
    AroundFestival,
    BeforeFestival,
    DaysOff,
    Side,
    TheHoliday,
)
from calendar_app.normaliser.times.shapes import CLOSING, OPENING
from calendar_app.normaliser.times.statements import Piece, Point, Statement

PAIR_NAMES = {
    "元旦": "元旦", "元旦节": "元旦", "新年": "元旦", "春节": "春节", "新春": "春节", "元宵": "元宵节",
    "元宵节": "元宵节", "中秋": "中秋节", "中秋节": "中秋节", "国庆": "国庆节", "国庆节": "国庆节", "十一": "国庆节",
    "五一": "劳动节", "五四": "青年节", "清明": "清明节", "端午": "端午节", "端午节": "端午节",
}  # fmt: skip
PAIR_NAME = any_of(PAIR_NAMES)
NEIGHBOURS = (
    *(("元旦", "春节"), ("春节", "元宵节"), ("清明节", "劳动节")),
    *(("劳动节", "青年节"), ("劳动节", "端午节"), ("中秋节", "国庆节")),
)
"""Festivals with no other between them that are told as one stretch; 五一、十一期间 are two."""


@rule(
    "two festivals in one breath, as one stretch",
    starts=tuple(f"?{name}" for name in PAIR_NAMES),
    pattern=(
        rf"[{OPENING}]?(?<![{NUMBER_CHARACTERS}第])(?P<one>{PAIR_NAME}){CLOSING}?[、和与及暨]?[{OPENING}]?(?P<two>{PAIR_NAME}){CLOSING}?"
        rf"(?:[{OPENING}]?[双两]节{CLOSING}?)?{FEAST}(?:(?P<span>小长假期间|小长假|长假期间|长假|双?节?假期|黄金周|假期期间|期间)|(?P<eve>{any_of(EVE)})|"
        rf"(?P<around>前后)|(?P<after>{any_of(AFTER)})){SOME_DAYS}"
    ),
    words=PAIR_NAMES,
    examples={
        "今年中秋、国庆假期": "2023-09-29/2023-10-06",
        "今年中秋国庆“双节”期间": "2023-09-29/2023-10-06",
        "今年国庆节、中秋节黄金周": "2023-09-29/2023-10-06",
        "今年国庆中秋长假第三天": "2023-10-01",
        "今年中秋“十一”长假": "2023-09-29/2023-10-06",
        "元旦、春节期间": "2022-12-31/2023-01-27",
        "元旦节、春节期间": "2022-12-31/2023-01-27",
        "新年、新春期间": "2022-12-31/2023-01-27",
        "春节、元宵节期间": "2023-01-21/2023-02-05",
        "春节元宵期间": "2023-01-21/2023-02-05",
        "五一、五四期间": "2023-04-29/2023-05-04",
        "清明、“五一”期间": "2023-04-05/2023-05-03",
        "“五一”、端午期间": "2023-04-29/2023-06-24",
        "五一端午节前夕": "[2023-04-24..2023-04-30]",
    },
)  # fmt: skip
def two_festivals(said: Said) -> Statement | None:
    """Take both festivals together."""
    names = PAIR_NAMES[said["one"]], PAIR_NAMES[said["two"]]
    if names not in NEIGHBOURS and names[::-1] not in NEIGHBOURS:
        return None
    piece: Piece = DaysOff(names, *days_of(said))
    if said["eve"]:
        piece = BeforeFestival(names)
    elif said["around"]:
        piece = AroundFestival(names)
    elif said["after"]:
        piece = AfterFestival(names)
    return Point((piece,))


BEFORE_IT = ("前夕", "来临之际", "到来之际", "将至", "临近")
UNNAMED = ("节日", "佳节", "节假日", "假日", "假期", "小长假", "长假", "黄金周")
PAIR = ("双节", "两节")
FIRST_WORKDAY = "的?(?:首个|第一个)(?:工作日|上班日)|(?:上班|开工|复工)?(?:首日|第一天)"
BOTH = (
    rf"[{OPENING}]?(?P<pair>{any_of(PAIR)}){CLOSING}?(?:小长假|长假|假期)?"
    rf"(?:(?P<pair_eve>{any_of(BEFORE_IT)}|前)|(?P<pair_after>后)|期间|(?<=假期)|(?<=长假))"
)
"""双节期间, “两节”前夕."""
FESTIVE = rf"(?:节日|佳节)(?:(?P<eve>{any_of(BEFORE_IT)})|(?:假期)?期间|假期)"
"""节日期间, 佳节来临之际."""
NO_ONE_S_OWN = "(?:(?<![一-鿿])|(?<=[于在到赶至及的])(?<!每年在)(?<!每年都在)|(?<=市民)|(?<=游客)|(?<=旅客)|(?<=客流))"
BESIDE = rf"{NO_ONE_S_OWN}节(?:(?P<before>前)(?:一周|一个星期)?(?!后)|(?P<after>后)(?![余生]))"
"""节前, 节后."""
OF_OTHERS = "(?<![暑寒年产婚病休探事春秋个])"
UNNAMED_DAYS = f"{OF_OTHERS}(?:节假日|假日(?=期间)|小长假|长假|假期|黄金周)"
DAYS_OFF = f"{UNNAMED_DAYS}(?:期间|(?=每[天日])|(?P<past>之后|过后|结束后|后)|(?={NUMBERED_DAYS}){SOME_DAYS})"
"""假期首日, 长假期间, 小长假过后."""
FIRST_AFTER = f"(?:{NO_ONE_S_OWN}节|{UNNAMED_DAYS}(?:之|过|结束)?)后(?:(?P<workday>{FIRST_WORKDAY})|{FIRST_WEEKDAY})"
"""节后首个工作日, 长假后的第一个周末."""
ALONE = "(?<![一-鿿])(?:小长假|黄金周)(?![一-鿿])|整个(?:小长假|长假|假期)"


@rule(
    "a holiday without its name: the one that was named before, else the nearest",
    starts=("节前", "节后", "整个", *UNNAMED, *(f"?{word}" for word in PAIR)),
    pattern=f"(?:{FIRST_AFTER}|{BOTH}|{BESIDE}|{FESTIVE}|{ALONE}|{DAYS_OFF})",
    words=(*BEFORE_IT, *UNNAMED, *PAIR),
    examples={
        "节前": "[2023-04-22..2023-04-28]",
        "节后": "[2023-05-04..2023-05-10]",
        "节前一周": "[2023-04-22..2023-04-28]",
        "节后第一天": "2023-05-04",
        "节后开工第一天": "2023-05-04",
        "2023年9月10日，商场备货。「双节将至」": "[2023-09-22..2023-09-28]",
        "佳节临近": "[2023-04-22..2023-04-28]",
        "节日前夕": "[2023-04-22..2023-04-28]",
        "佳节来临之际": "[2023-04-22..2023-04-28]",
        "节日到来之际": "[2023-04-22..2023-04-28]",
        "节日期间": "2023-04-29/2023-05-03",
        "节日假期": "2023-04-29/2023-05-03",
        "节假日期间": "2023-04-29/2023-05-03",
        "假日期间": "2023-04-29/2023-05-03",
        "假期首日": "2023-04-29",
        "小长假": "2023-04-29/2023-05-03",
        "整个假期": "2023-04-29/2023-05-03",
        "“五一”逛公园，「假期」每天9时至16时开放": "2023-04-29/2023-05-03",
        "长假期间": "2023-04-29/2023-05-03",
        "黄金周最后一天": "2023-05-03",
        "长假过后": "[2023-05-04..2023-05-10]",
        "假期结束后首个工作日": "2023-05-04",
        "节后首个工作日": "2023-05-04",
        "节后第一个周末": "[2023-05-06..2023-05-07]",
        "长假后的第一个周六": "2023-05-06",
        "春节期间，灯会开幕。「节日期间」，庙会照常": "2023-01-21/2023-01-27",
        "2023年9月26日，灯会开幕。「双节期间」免票": "2023-09-29/2023-10-06",
        "2023年1月3日，年货节开幕。「两节期间」不打烊": "2022-12-31/2023-01-27",
    },
    refuses=("病假期间", "季节前后", "一节后卫"),
)
def the_holiday(said: Said) -> Statement | None:
    """Find the holiday by what the text named before."""
    pair = bool(said["pair"])
    if said["before"] or said["eve"] or said["pair_eve"]:
        return Point((TheHoliday(Side.BEFORE, pair=pair),))
    if said["weekday"]:
        return Point((TheHoliday(Side.AFTER, weekdays=weekdays_of(said)),))
    if said["workday"]:
        return Point((TheHoliday(Side.FIRST_WORKDAY),))
    if said["after"] or said["past"] or said["pair_after"]:
        return Point((TheHoliday(Side.AFTER, pair=pair),))
    return Point((TheHoliday(Side.DURING, *days_of(said), pair=pair),))
