"""Tell from a sentence whether what it dates is done, to come, or unmarked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.times.statements import Tense

END_OF_SENTENCE = Pattern(r"[。!?;\n]")
DISPOSED = (
    *("送到", "送至", "送进", "送给", "送上", "送往", "带到", "带进", "带给", "交到", "搬进", "转化", "作为", "纳入"),
    *("融入", "献给", "传递", "打造成", "变成", "分为", "分成"),
)
DISPOSAL = f"[^,。;]{{1,14}}(?:{'|'.join(DISPOSED)})"
"""What follows 将 when it stands for 把: a thing and what was done with it."""
PERSONS = "[0-9]{1,5}[余多]?(?:岁|名|位|人|万|元|吨|公斤)"
"""What else follows it then: 将34岁的嫌疑人抓获."""
NOT_IN_A_TITLE = "(?![^《》,。;]{0,16}》)"
"""What 将 and 了 stand before when they are none of a work's title (《将进酒》, 《咕咚来了》)."""
WILL = rf"将{NOT_IN_A_TITLE}(?<![大小名干麻上中少老虎猛健悍主]将)(?![军士领帅近门才校官相])(?!{DISPOSAL}|{PERSONS})"
RUNS_ON = "(?:会|一直)?(?:持续|延续|(?:展出?|开放|[摆演办开唱排])[至到])"
"""What follows 将 in a clause on the end of something that may have begun long ago (9月12日亮灯,将持续到10月7日)."""
COMING_SIGNS = (
    *("拟(?![人音声真态定稿])", "定于", "即将", "预计", "计划于", "计划在", "有望", "再过", "快到了?", "就要到"),
    "或(?=将|会|可|能|迎|现|出现|达|创|延长|推迟)",
    *("敬请", "欢迎", "别忘", "切记", "届时", "明(?:[天晚早]|日(?!商城|之星|集团|科技))", "下[周月]"),
)
EVENTS = (
    *("举行", "举办", "召开", "开幕", "闭幕", "启动", "走进", "来到", "发布", "揭晓", "揭牌", "完成", "上演", "亮相"),
    *(
        "推出",
        "开启",
        "公布",
        "印发",
        "开展",
        "组织",
        "参观",
        "参加",
        "慰问",
        "表彰",
        "签约",
        "成立",
        "落幕",
        "落下帷幕",
        "走访",
    ),
    *("获批", "获准", "看望", "送上", "送去", "赠送", "打造"),
)
BOOKED = (
    "(?:经|有[^,。;]{1,12}|全部?|基本|几乎|提前|被|接?近|超)*(?:[售卖订约排抢满]|涨|报[名满]|预[订约定售]|客满|爆满)"
)
"""What 已 stands before when it says how bookings stand, for what is mostly still to come (五一假期的车票已售罄)."""
BEFORE_LONG = "(?<!就.了)(?<!就..了)(?<!就...了)(?<!就....了)"
"""Not 了 behind 就, which tells of what is done and of what is soon to be alike (7月15日就到期了)."""
DONE_SIGNS = (
    *(f"{verb}[了过]" for verb in EVENTS),
    f"了(?!解)(?<![满光空罄约订忘]了)(?<!安排了)(?<!准备了)(?<!策划了)(?<!备好了)(?<![卖售抢]完了){BEFORE_LONG}{NOT_IN_A_TITLE}",
    f"已(?!婚|{BOOKED})(?<![预报][订约名]已)",
    *("曾", "昨[天日晚]", "上周"),
    *(f"{verb}过(?![年节程渡后往敏期冬来去])" for verb in "去来看见吃"),
    *("圆满", "以来", "至今"),
    # what happened of itself, what reporters and spokesmen did, and how a match ended
    "发生(?!在即)",
    *("获悉", "了解到", "得知", "看到", "宣布", "透露"),
    *("负于", "不敌", "击败", "战胜(?<!抗战胜)", "战平", "获胜", "夺冠", "夺得", "落败"),
)
# Each alternative begins with a character of its own: the engine passes over all that no sign begins with.
COMING = Pattern("|".join((WILL, *COMING_SIGNS)))
COMING_AFTER = Pattern("|".join((f"{WILL}(?!{RUNS_ON})", *COMING_SIGNS)))
DONE = Pattern("|".join(DONE_SIGNS))
BOOKING = Pattern(BOOKED)
HAPPENING = Pattern("|".join(EVENTS))
"""An event's verb without 了: it ends the search for a sign without one."""
DONE_ON = Pattern(r"(?:已|曾|已经|曾经)(?:于|在|从|自)\Z")
"""What stands right before the day of something done (已于9月28日开幕), whatever is still to come after it."""
PUT_OFF_TO = Pattern(r"(?:推迟|延迟|延期|延后|改期|顺延|改|延|推|挪|调整)(?:至|到|在|于)了?\Z")
"""What stands right before the day to which something was put off, whoever decided it and when."""
DATED = Pattern(r"[于在]?(?:[0-9]{1,4} ?[年月日号]|[一二三四五六七八九十]{1,3}[月日号]|[今明后][天日]|下?[周本]|星期)")
"""What a sign of the future stands before when it has a time of its own."""
ON = frozenset("至到在于从自了")
"""The characters that both end with."""
SAID_OF = 6
"""How far before a time 是 may stand that says it of a day."""
NEXT_CLAUSE = 1
"""How many commas on a sign of the future is still one of the same happening."""
AT_MOST = 60
"""How many characters on either side may carry the sign; longer sentences are several in one."""


class Sentences:
    """The sentences of a folded text, and the tense at a place in it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def ends(self) -> list[int]:
        """Find where sentences end, once and only when it is asked for."""
        return [match.end() for match in END_OF_SENTENCE.finditer(self.text)]

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Give the sentence around two offsets."""
        before = bisect_right(self.ends, start)
        after = bisect_left(self.ends, end)
        return self.ends[before - 1] if before else 0, self.ends[after] if after < len(self.ends) else len(self.text)

    def tense(self, start: int, end: int) -> Tense:
        """Tell the tense of what happens between two offsets: the clause before it, then the first sign after it."""
        first, last = self.bounds(start, end)
        clause = max(first, start - AT_MOST)
        clause = max(self.text.rfind(",", clause, start) + 1, clause)
        before = self.text[start - 1] if start else ""
        if COMING.search(self.text, clause, start) or (before in ON and PUT_OFF_TO.search(self.text, clause, start)):
            return Tense.FUTURE
        if before in ON and DONE_ON.search(self.text, clause, start):
            return Tense.PAST
        limit = min(last, end + AT_MOST)
        coming = COMING_AFTER.search(self.text, end, limit)
        behind = end + self.text.startswith("了", end)  # 后天就是冬至了 says how things stand
        done = DONE.search(self.text, behind, coming.start() if coming else limit)
        sign = done or coming
        happening = HAPPENING.search(self.text, end, sign.start() if sign else limit)
        if happening or not sign:
            booked = before == "已" and BOOKING.match(self.text, start)  # 订单已排到五月
            if not booked and DONE.search(self.text, clause, start):
                return Tense.PAST
            return Tense.TOLD if happening else Tense.UNMARKED
        if done:
            said_of = "是" in self.text[max(clause, start - SAID_OF) : start]  # 5月18日是博物馆日,记者昨天了解到
            own_clause = self.text.count(",", end + (not said_of), done.start()) == 0
            return Tense.PAST if own_clause else Tense.RECALLED
        commas = self.text.count(",", end, sign.start())
        bare = self.text.startswith(",", end)
        own = commas == 0 or bare or not DATED.match(self.text, sign.end())  # 4月25日进驻,将于11月4日返回
        return Tense.FUTURE if own and (commas == 0 or (bare and commas <= NEXT_CLAUSE)) else Tense.HINTED
