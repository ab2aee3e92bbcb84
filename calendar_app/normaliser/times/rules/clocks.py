"""Parts of day and clock times: 上午, 下午2点半, 19:30, 晚8时, 零点, 3pm."""

from __future__ import annotations

from msgspec.structs import replace

from calendar_app.normaliser.times.dayparts import CLIPPED, HOURS, PARTS, hour_of_day
from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.shapes import TO
from calendar_app.normaliser.times.statements import Clock, Point, Statement

PART = any_of(HOURS)
QUARTERS = {"半": 30, "一刻": 15, "三刻": 45, "一个骨": 15, "三个骨": 45, "踏半": 30, "搭半": 30}
HOUR = r"(?:[0-9]{1,2}|[二]?十[一二三四五六七八九]?|廿[一二三四]?|[〇零一二两三四五六七八九])"
POINTS = (
    *("经验", "说明", "理由", "优势", "特点", "变化", "好处", "考虑", "意见", "建议", "要求", "希望", "体会", "感受"),
    *("启示", "措施", "原因", "方面", "积分", "倡议", "看法", "想法", "共识"),
)
"""What follows 点 when it counts points."""
NO_HOUR = f"(?![辰候间代尚装常区差光速段空事针刻机]|不(?!到)|钟声|{any_of(POINTS)})"
NEARLY = "(?:将近|接近|近|快到?|刚过)"
MINUTE = r"(?:[0-9]{1,2}|[二三四五]?十[一二三四五六七八九]?|[零〇][0-9一二三四五六七八九]|[一二三四五六七八九])"


ZONE = "(?P<zone>(?:(?<=T..:..)|(?<=T..:..:..))(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][05])(?![0-9A-Za-z:]))"
"""The zone of a time stamp (ISO 8601); in 9:00-11:00 there is none."""
BEIJING = 8 * 60
"""By how many minutes its clocks are ahead of UTC."""


def clock(part: str, hour: int, minute: int | None = None, second: int | None = None) -> Point:
    """State a clock time in its part of day, where one is told."""
    if part:
        hour = hour_of_day(part, hour)
    return Point(clock=Clock(part or None, hour, minute, second, open_half=not part and 1 <= hour <= 12))


@rule(
    "a part of day",
    starts=tuple(PARTS),
    pattern=rf"(?<!上(?=下午))(?<!上、(?=下午))(?P<part>{any_of(PARTS)})(?!茶|餐|觉|安|好|(?<=[夜]间)(?:经济|消费|列车|照明|航班|灯光|出行|驿站|门诊|急诊|公交|巴士))",
    words=PARTS,
    examples={word: f"2023-04-28 {word}" for word in PARTS} | {"4月27日下午": "2023-04-27 下午"},
    refuses=("下午茶", "上下午两个时段", "上、下午两批", "夜间经济"),
)
def part_of_day(said: Said) -> Statement | None:
    """Read the part."""
    return Point(clock=Clock(part=said["part"]))


@rule(
    "the clock time told last, on another day",
    starts=("同一时", "同时段"),
    pattern="(?<=[日天号一二三四五六末])(?:同一时间|同一时段|同时段)",
    examples={"5月10日14时30分开讲，「17日同一时间」": "2023-05-17T14:30:00+08:00"},
    refuses=("在同一时间",),
)
def same_clock(_said: Said) -> Statement | None:
    """Take it again."""
    return Point(clock=Clock(again=True))


@rule(
    "a part of day in one character, after a day",
    starts=tuple(CLIPPED),
    pattern=rf"(?:(?<=[日号天节夕)当])|(?<=[周期拜初十廿月][一二三四五六七八九十日])|(?<=十)|(?<=[0-9一二三四五六七八九十]、[一二三四五六七八九十]))(?<!每当)(?P<part>[{''.join(CLIPPED)}])(?![会报间上年宴餐场期礼稻安班点高])(?!到|晚|[一二两三四五半0-9]{{1,3}}个?半?(?:小时|分钟|刻钟|天|年))",
    words=CLIPPED,
    examples={f"4月27日{word}": f"2023-04-27 {word}" for word in CLIPPED},
    refuses=("中秋「晚会」", "比平日早一个半小时", "说一晚能卖百份"),
)
def clipped_part(said: Said) -> Statement | None:
    """Read the part."""
    return Point(clock=Clock(part=said["part"]))


@rule(
    "a clock time in 点 or 时, with its part of day where that is told",
    starts=(*PARTS, *CLIPPED, "#点", "#时"),
    pattern=(
        rf"(?:(?P<part>{PART})的? ?{NEARLY}?|(?<![第0-9.减])(?<![0-9]:))(?<![第.])(?P<hour>{HOUR}) ?[点时]{NO_HOUR}"
        rf"(?:过(?={MINUTE}分|一刻))?(?:(?P<whole>[钟整])|(?P<quarter>{any_of(QUARTERS)})|(?P<minute>{MINUTE})分(?!之)(?:(?P<second>{MINUTE})秒)?"
        r"|(?P<bare>[0-5][0-9]|[二三四五]?十[一二三四五六七八九]?|[零〇][1-9一二三四五六七八九])(?![0-9分%度个倍亿万米元岁])"
        r"|(?:[踏搭]|(?<=晏昼.[点时])|(?<=晏昼..[点时]))(?P<step>[一二三四五六七八九十]{1,2})(?!个)"
        r"|(?P<character>[一二三四五六七八九])个字)?(?:许|左右|正(?![式在好值])|整)?(?!(?![0-9]{1,3}(?:号|路|名|家|人|辆|条|项|场|个|位)|[二三四五六]环)(?:[0-9一二三四五六七八九]|点(?![火亮燃名映播]))|个百分)"
    ),
    words=(*HOURS, *QUARTERS),
    examples={f"{word}9点": f"2023-04-28T{hour_of_day(word, 9):02d}:00:00+08:00" for word in HOURS}
    | {
        "凌晨2点": "2023-04-28T02:00:00+08:00",
        "下午2点半": "2023-04-28T14:30:00+08:00",
        "晚8时": "2023-04-28T20:00:00+08:00",
        "19时30分": "2023-04-28T19:30:00+08:00",
        "上午九点一刻": "2023-04-28T09:15:00+08:00",
        "下午三点三刻": "2023-04-28T15:45:00+08:00",
        "晏昼三点踏半": "2023-04-28T15:30:00+08:00",
        "晏昼三点搭半": "2023-04-28T15:30:00+08:00",
        "晚7点半": "2023-04-28T19:30:00+08:00",
        "零时": "2023-04-28T00:00:00+08:00",
        "今晚零点": "2023-04-29T00:00:00+08:00",
        "今晚12点半": "2023-04-29T00:30:00+08:00",
        "白天2点": "2023-04-28T14:00:00+08:00",
        "晚上将近十点": "2023-04-28T22:00:00+08:00",
        "后日夜晚七点三个骨": "2023-04-30T19:45:00+08:00",
        "七点一个骨": "2023-04-28T07:15:00+08:00",
        "五点整": "2023-04-28T05:00:00+08:00",
        "八点过五分": "2023-04-28T08:05:00+08:00",
        "「5.12晚8点」": "2023-05-12T20:00:00+08:00",
        "三点钟": "2023-04-28T03:00:00+08:00",
        "3点零5分": "2023-04-28T03:05:00+08:00",
        "25时": "impossible-date",
        "「13时」1号线通车": "2023-04-28T13:00:00+08:00",
    },
    refuses=(
        *(f"提出5点{point}" for point in POINTS),
        "零点一",
        "二十七点三",
        "提高10点五度",
        "第1时",
        "增长十二点五个百分点",
    ),
)
def spoken_clock(said: Said) -> Statement | None:
    """Read part, hour and minute."""
    hour, part = number(said["hour"]), said["part"]
    if (
        not part
        and hour < 10
        and len(said["hour"]) == 1
        and not said["hour"].isdecimal()
        and said["hour"] not in "〇零"
    ):
        told = said["whole"] or said["quarter"] or said["minute"] or said["bare"] or said["step"] or said["character"]
        if not told:
            return None
    minute: int | None = None
    if said["quarter"]:
        minute = QUARTERS[said["quarter"]]
    elif said["minute"] or said["bare"]:
        minute = number(said["minute"] or said["bare"])
    elif said["step"] or said["character"]:
        minute = number(said["step"] or said["character"]) * 5
    return clock(part, hour, minute, number(said["second"]) if said["second"] else None)


@rule(
    "an hour by one Chinese numeral, right after a day, a part of day or the start of a range",
    starts=("#点", "#时"),
    pattern=(
        rf"(?:(?<=[0-9早晨晚夜午上间天日号到至从)—~-])|(?<=近)(?!一)|(?<=刚过)|(?<=快到)|(?=[一二两三四五六七八九][点时](?:钟|整)?(?:\s*{TO}\s*{HOUR}[点时]{NO_HOUR}|[之以][前后])))"
        rf"(?P<hour>[一二两三四五六七八九])[点时]{NO_HOUR}(?:钟|整)?(?![一二三四五六七八九十半])"
    ),
    examples={
        "今晚八点": "2023-04-28T20:00:00+08:00",
        "开门已近「九点」": "2023-04-28T09:00:00+08:00",
        "两点之前": "../2023-04-28T02:00:00+08:00",
        "三点到五点": "2023-04-28T03:00:00+08:00/2023-04-28T05:00:00+08:00",
        "「明天下午两点到四点」": "2023-04-29T14:00:00+08:00/2023-04-29T16:00:00+08:00",
        "「明晚（29日）八时」": "2023-04-29T20:00:00+08:00",
    },
    refuses=("离学生再近一点", "到两点建议", "（附件）三点说明"),
)
def single_hour(said: Said) -> Statement | None:
    """Read the hour."""
    return clock("", number(said["hour"]))


@rule(
    "some minutes to an hour",
    starts=(*(part + "差" for part in HOURS), "差#", "#点", "#时"),
    pattern=(
        rf"(?<![第0-9.])(?:(?P<part>{PART})的? ?)?(?:差(?P<less>{MINUTE}分钟?|一刻)(?:到|不到)?(?P<next>{HOUR})"
        rf"[点时]{NO_HOUR}|(?P<hour>{HOUR})[点时]差(?P<lacking>{MINUTE}分|一刻)(?!之))"
    ),
    examples={
        "差五分八点": "2023-04-28T07:55:00+08:00",
        "八点差五分": "2023-04-28T07:55:00+08:00",
        "晚上差一刻九点": "2023-04-28T20:45:00+08:00",
        "下午3点差10分": "2023-04-28T14:50:00+08:00",
    },
    refuses=("温差五度", "只差3分获胜"),
)
def lacking_clock(said: Said) -> Statement | None:
    """Take the minutes from the hour."""
    less = said["less"] or said["lacking"]
    minutes = 15 if less == "一刻" else number(less.rstrip("分钟"))
    hour = number(said["next"] or said["hour"])
    return clock(said["part"], hour - 1, 60 - minutes) if hour and 0 < minutes < 60 else None


@rule(
    "an hour whose 点 follows later, in a range",
    starts=(*PARTS, *CLIPPED, "#-", "#–", "#—", "#~", "#至", "#到"),
    pattern=rf"(?<![0-9.第])(?<![0-9]:)(?:(?P<part>{PART})的? ?)?(?P<hour>{HOUR})(?=\s*{TO}\s*{HOUR}[点时]{NO_HOUR})",
    examples={
        "早上五到六点": "2023-04-28T05:00:00+08:00/2023-04-28T06:00:00+08:00",
        "「今晚9~11点」": "2023-04-28T21:00:00+08:00/2023-04-28T23:00:00+08:00",
    },
)
def clipped_hour(said: Said) -> Statement | None:
    """Read part and hour."""
    hour = number(said["hour"])
    return clock(said["part"], hour) if hour <= 24 else None


@rule(
    "an hour with a.m. or p.m.",
    starts=("#a", "#p", "#A", "#P"),
    pattern=r"(?<![0-9.:])(?P<hour>1[0-2]|0?[1-9]) ?(?P<half>[apAP])\.?[mM]\.?(?![A-Za-z])",
    examples={"3pm": "2023-04-28T15:00:00+08:00", "10 a.m.": "2023-04-28T10:00:00+08:00"},
    refuses=("10amp", "版本3.5pm"),
)
def half_day_clock(said: Said) -> Statement | None:
    """Read hour and half."""
    return Point(clock=Clock(None, int(said["hour"]) % 12 + (12 if said["half"] in "pP" else 0)))


@rule(
    "a clock time in digits with a colon",
    starts=(*PARTS, *CLIPPED, "#:"),
    pattern=(
        rf"(?<![0-9.第+])(?<![0-9]:)(?:(?P<part>{PART})的? ?)?(?<![比分例])(?<![比分例][:为是])"
        r"(?<![战打踢拼扳][至成平到])(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?![0-9:%])"
        rf"(?:{ZONE}|\+08:?00| ?(?P<half>[ap](?:\.?m\.?)?(?![a-z])))?"
        "(?!战胜|击败|获胜|大胜|取胜|险胜|逆转|领先|落后|的比分|胜)"
    ),
    examples={
        "19:30": "2023-04-28T19:30:00+08:00",
        "演出时间：「晚7:30」": "2023-04-28T19:30:00+08:00",
        "开放时间：「8:30—11:30」": "2023-04-28T08:30:00+08:00/2023-04-28T11:30:00+08:00",
        "下午6:42:02": "2023-04-28T18:42:02+08:00",
        "3:30pm": "2023-04-28T15:30:00+08:00",
        "2023-05-02T01:30:00Z": "2023-05-02T09:30:00+08:00",
        "2023-05-02T09:30+08:00": "2023-05-02T09:30:00+08:00",
        "2023-05-02T20:30:00-05:00": "2023-05-03T09:30:00+08:00",
    },
    refuses=("双方战至21:18", "以21:15战胜对手", "比分21:19", "比分：21:19", "以25:21、25:18直落三局"),
)
def digital_clock(said: Said) -> Statement | None:
    """Read part, hour, minute and second."""
    hour = number(said["hour"])
    if said["half"]:
        hour = hour % 12 + (12 if said["half"][0] == "p" else 0)
    told = clock(said["part"], hour, int(said["minute"]), int(said["second"]) if said["second"] else None)
    if told.clock is None or hour > 24 or (told.clock.minute or 0) >= 60:
        return None
    return replace(told, clock=replace(told.clock, behind=_behind(said["zone"]))) if said["zone"] else told


def _behind(zone: str) -> int:
    """Give by how many minutes a zone lies behind Beijing's: Z is 480."""
    if zone == "Z":
        return BEIJING
    ahead = 60 * int(zone[1:3]) + int(zone[-2:])
    return BEIJING - (ahead if zone[0] == "+" else -ahead)
