"""Days by their distance from the day of publication: 今天, 昨晚, 大后天; and the vague 近日 and its kin."""

from __future__ import annotations

from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.pieces.leaning import Around, Now, ShiftedDay, ShiftedYear, UnderWay
from calendar_app.normaliser.times.pieces.plain import Day
from calendar_app.normaliser.times.shapes import DAY
from calendar_app.normaliser.times.statements import Clock, Point, Range, Statement

DAYS = {
    "大前天": -3,
    "大前日": -3,
    "前天": -2,
    "前日": -2,
    "昨天": -1,
    "昨日": -1,
    "前儿": -2,
    "前儿个": -2,
    "昨儿": -1,
    "昨儿个": -1,
    "寻日": -1,
    "琴日": -1,
    "今天": 0,
    "今日": 0,
    "今儿": 0,
    "今儿个": 0,
    "本日": 0,
    "明天": 1,
    "明日": 1,
    "明儿": 1,
    "明儿个": 1,
    "听日": 1,
    "听朝": 1,
    "后天": 2,
    "后日": 2,
    "后儿": 2,
    "后儿个": 2,
    "大后天": 3,
    "大后日": 3,
    "大大后天": 4,
    "大大前天": -4,
}
PAIRS = {"今明后": (0, 2), "今明": (0, 1), "昨今": (-1, 0), "明后": (1, 2), "前昨": (-2, -1), "去今": (-1, 0)}
SHORT_DAYS = {"前": -2, "昨": -1, "寻": -1, "琴": -1, "今": 0, "明": 1, "听": 1, "后": 2}
PARTS_OF_DAY = ("早", "晨", "晚", "夜")
RECENT = {
    "近日": 7,
    "日前": 7,
    "近期": 30,
    "最近": 30,
    "不久前": 0,
    "前不久": 0,
    "日内": 7,
    "近几日": 7,
    "近几天": 7,
    "连日来": 0,
    "连日": 0,
    "这几天": 7,
    "这些天": 7,
    "几天前": 0,
    "近来": 0,
    "前几天": 0,
    "前些天": 0,
    "前些日子": 0,
    "前一阵子": 0,
    "前阵子": 0,
    "这阵子": 0,
    "前一段时间": 0,
    "前段时间": 0,
    "近些天": 7,
    "这两天": 2,
    "这几日": 7,
    "最近几天": 7,
    "连续几天": 0,
    "几日来": 0,
    "多日来": 0,
    "这段时间": 0,
    "近段时间": 0,
    "近一段时间": 0,
}
WEATHER = (
    *("阴雨", "降雨", "大雨", "暴雨", "雨雪", "高温", "降温", "大雪", "降雪", "雾霾", "大风", "晴好", "闷热", "低温"),
)
"""What lasts some days is no time of what it puts off: 因连日阴雨推迟."""
SOON = {"不日": 7, "近日内": 7, "不久后": 30, "未来几天": 7, "过几天": 7, "过些天": 7, "过段时间": 30}
NOW = (
    *("现在", "此时", "此刻", "目前", "当前", "眼下", "如今", "时下", "当下", "现阶段", "现今"),
    *("现时", "宜家", "而家"),
)


HEADED = "(?:[开启揭闭落]幕|开[赛馆园街市]|举[行办]|上演|亮相|启动|发布|揭晓|揭牌)"
"""What a headline puts right behind a day."""


@rule(
    "a day by its distance from the day of publication",
    starts=tuple(DAYS),
    pattern=rf"(?<!先天)(?P<day>{any_of(DAYS)})(?!头条|(?<=天)(?:津|坛|安门|文台|文馆|桥)|商城|集团|传媒|黄花|说法|之星|之子|之我|性|系|努力|失调|养成|培养|形成|习得|缺陷|因素|第[0-9]+时|[0-9]+版)",
    words=DAYS,
    examples={
        "大前天": "2023-04-25",
        "大前日": "2023-04-25",
        "前天": "2023-04-26",
        "前日": "2023-04-26",
        "昨天": "2023-04-27",
        "昨日": "2023-04-27",
        "昨儿": "2023-04-27",
        "昨儿个": "2023-04-27",
        "前儿": "2023-04-26",
        "前儿个": "2023-04-26",
        "琴日": "2023-04-27",
        "今儿个": "2023-04-28",
        "明儿个": "2023-04-29",
        "后儿": "2023-04-30",
        "后儿个": "2023-04-30",
        "寻日": "2023-04-27",
        "今天": "2023-04-28",
        "今日": "2023-04-28",
        "今儿": "2023-04-28",
        "本日": "2023-04-28",
        "明天": "2023-04-29",
        "明日": "2023-04-29",
        "明儿": "2023-04-29",
        "听日": "2023-04-29",
        "听朝": "2023-04-29",
        "后天": "2023-04-30",
        "后日": "2023-04-30",
        "大后天": "2023-05-01",
        "大后日": "2023-05-01",
        "大大后天": "2023-05-02",
        "大大前天": "2023-04-24",
        "去年的今天": "2022-04-28",
        "一周前的今天": "2023-04-21",
        "下周今天": "2023-05-05",
    },
    refuses=("今日头条", "明日之星", "明日黄花", "先天「后天」", "先天不足，后天失调", "前天津队主教练"),
)
def relative_day(said: Said) -> Statement | None:
    """Count from the anchor."""
    return Point((ShiftedDay(DAYS[said["day"]]),))


@rule(
    "from the day of publication on",
    starts=("即日",),
    pattern="即日(?=起|至|到|开始|生效|施行|实施|执行|关闭|开放|启用|停用|开通|停运)",
    examples={
        "即日起": "2023-04-28/..",
        "即日起至5月10日": "2023-04-28/2023-05-10",
        "即日至5月10日": "2023-04-28/2023-05-10",
        "「即日」关闭": "2023-04-28",
    },
)
def this_day(_said: Said) -> Statement | None:
    """Take the anchor's day."""
    return Point((ShiftedDay(0),))


@rule(
    "today, yesterday or tomorrow in one character, before 起",
    starts=("今起", "昨起", "明起"),
    pattern=r"(?<![从当如至现而于])(?P<day>[今昨明])(?=起(?![来源点草床码义步伏飞]))",
    examples={"「今起」": "2023-04-28/..", "「明起至5月3日」": "2023-04-29/2023-05-03", "「昨起」": "2023-04-27/.."},
    refuses=("至今起草",),
)
def clipped_day_on(said: Said) -> Statement | None:
    """Count from the anchor."""
    return Point((ShiftedDay({"昨": -1, "今": 0, "明": 1}[said["day"]]),))


@rule(
    "yesterday or today in one character, before what was or is done, as headlines have it",
    starts=("昨已", "昨在", *(day + verb for day in "昨今" for verb in "开启揭闭落举上亮发")),
    pattern=rf"(?:(?<![一-龥])|(?<=[展赛会节市馆站园场剧演]))(?:(?P<yesterday>昨)(?=已|在|{HEADED})|今(?={HEADED}))",
    examples={"书展「昨」开幕": "2023-04-27", "书市「今」开幕": "2023-04-28", "画展「昨已」在馆内开幕": "2023-04-27"},
    refuses=("古今在此", "会场今非昔比"),
)
def headline_day(said: Said) -> Statement | None:
    """Count from the anchor."""
    return Point((ShiftedDay(-1 if said["yesterday"] else 0),))


@rule(
    "two or three days, or two years, named together",
    starts=tuple(PAIRS),
    pattern=rf"(?P<pair>{any_of(PAIRS)})(?:(?P<days>[两三]?[天日]|[两三](?=晚[0-9一二三四五六七八九十]{{1,2}}[点时:])|[两三]晚)|(?P<years>两年))",
    words=PAIRS,
    examples={
        "今明两天": "2023-04-28/2023-04-29",
        "今明后三天": "2023-04-28/2023-04-30",
        "昨今两天": "2023-04-27/2023-04-28",
        "明后天": "2023-04-29/2023-04-30",
        "今明两晚": "2023-04-28/2023-04-29",
        "今明两「晚7点半」": "2023-04-28/2023-04-29 19:30",
        "前昨两天": "2023-04-26/2023-04-27",
        "今明两年": "2023/2024",
        "去今两年": "2022/2023",
    },
)
def two_together(said: Said) -> Statement | None:
    """Span both."""
    shifts = PAIRS[said["pair"]]
    piece = ShiftedYear if said["years"] else ShiftedDay
    if said["pair"] == "去今" and not said["years"]:
        return None
    first, last = (Point((piece(by),)) for by in shifts)
    return Range(first, last)


@rule(
    "a day by its distance, with its number in brackets",
    starts=tuple(day + "(" for day in "昨今明"),
    pattern=rf"(?P<day>[昨今明]) ?\((?P<number>{DAY})日?\) ?[日天]?(?P<part>[早晨晚夜])?",
    examples={"昨（27）日": "2023-04-27", "今（二十八）日": "2023-04-28", "明（29）日": "2023-04-29"},
)
def numbered_day(said: Said) -> Statement | None:
    """Count from the anchor."""
    clock = Clock(part=said["part"]) if said["part"] else None
    return Point((Day(number(said["number"])),), clock, Point((ShiftedDay(SHORT_DAYS[said["day"]]),)))


@rule(
    "a day and its part in one word",
    starts=tuple(day + part for day in SHORT_DAYS for part in PARTS_OF_DAY),
    pattern=rf"(?<!不)(?P<day>[{''.join(SHORT_DAYS)}])(?P<part>早|晨|晚|夜)(?!期|于|会|报|些|点名)[上间]?",
    words=PARTS_OF_DAY,
    examples={
        "今晚": "2023-04-28 晚",
        "昨夜": "2023-04-27 夜",
        "今晨": "2023-04-28 晨",
        "明早": "2023-04-29 早",
        "寻晚": "2023-04-27 晚",
        "琴晚": "2023-04-27 晚",
    },
    refuses=("今晚报",),
)
def day_and_part(said: Said) -> Statement | None:
    """Count from the anchor."""
    return Point((ShiftedDay(SHORT_DAYS[said["day"]]),), Clock(part=said["part"]))


@rule(
    "one unknown day of the week before publication; told in the future tense, of the days after it",
    starts=tuple(RECENT),
    pattern=rf"(?P<word>(?!(?<=作)日内|(?<=[0-9一二三四五六七八九十几多数])日内){any_of(RECENT)})(?!夕|目标|的?{any_of(WEATHER)}|的(?:医院|地铁|公交|车站|站点|网点|门店|药店|超市|出口|银行|派出所))",
    words=RECENT,
    examples={word: "[2023-04-21..2023-04-28]" for word in RECENT if word != "日内"}
    | {
        "「近日」，剧场将上演新戏": "[2023-04-28..2023-05-05]",
        "「近期」将开放": "[2023-04-28..2023-05-28]",
        "将于「日内」公布": "[2023-04-28..2023-05-05]",
        "「近几天」将举行比赛": "[2023-04-28..2023-05-05]",
        "「前几天」建成的步道将开放": "[2023-04-21..2023-04-28]",
    },
    refuses=(*(f"因连日{weather}推迟" for weather in WEATHER), "3个工作日内退款", "近期目标", "最近的地铁站"),
)
def recently(said: Said) -> Statement | None:
    """Open a window around the anchor."""
    return Point((Around(7, RECENT[said["word"]]),))


@rule(
    "one unknown day soon after publication",
    starts=tuple(SOON),
    pattern=rf"(?<![不超经通度])(?P<word>{any_of(SOON)})",
    words=SOON,
    examples={
        "不日": "[2023-04-28..2023-05-05]",
        "近日内": "[2023-04-28..2023-05-05]",
        "不久后": "[2023-04-28..2023-05-28]",
        "未来几天": "[2023-04-28..2023-05-05]",
        "过几天": "[2023-04-28..2023-05-05]",
        "过些天": "[2023-04-28..2023-05-05]",
        "过段时间": "[2023-04-28..2023-05-28]",
    },
    refuses=("不过几天",),
)
def soon(said: Said) -> Statement | None:
    """Open a window after the anchor."""
    return Point((Around(0, SOON[said["word"]]),))


@rule(
    "what is going on when it is told, with no day said",
    starts=("正在",),
    pattern=r"正在[^,。;!?\n]{0,12}?(?:举行|举办|展出|上演|展映|热映|热演|展销|召开)(?!的)",
    examples={
        "正在美术馆展出": "2023-04-28",
        "正在举行": "2023-04-28",
        "「正在美术馆展出，将持续至5月12日」": "../2023-05-12",
    },
    refuses=("正在建设", "正在进行布展"),
)
def under_way(_said: Said) -> Statement | None:
    """Take the anchor's day."""
    return Point((UnderWay(),))


@rule(
    "the time of speaking",
    starts=NOW,
    pattern=rf"(?<![出实呈体表发兑显再担])(?:{any_of(NOW)})",
    words=NOW,
    examples=dict.fromkeys(NOW, "2023-04-28T09:00:00+08:00"),
    refuses=("最大降雨「出现在」昌平", "成果体现在", "勇于担当前行", "愿望实现时"),
)
def now(_said: Said) -> Statement | None:
    """Take the anchor."""
    return Point((Now(),))
