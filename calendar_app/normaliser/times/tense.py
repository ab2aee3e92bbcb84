"""Tell from a sentence whether what it dates is done, to come, or unmarked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from calendar_app.normaliser.times.statements import Tense

END_OF_SENTENCE = re.compile(r"[。!?;\n]")
DISPOSAL = (
    "[^,。;]{1,14}(?:送到|送至|送进|送给|送上|送往|带到|带进|带给|交到|搬进|转化|作为|纳入|融入|献给|传递|打造成|变成|"
    "分为|分成)"
)
"""What follows 将 when it stands for 把: a thing and what was done with it."""
COMING = re.compile(
    rf"(?<![大小名干麻上中少老虎猛健悍主])将(?![军士领帅近门才校官相])(?!{DISPOSAL})|拟(?![人音声真态定稿])"
    "|定于|即将|预计|计划于|计划在|有望|再过|快到了?|就要到|敬请|欢迎|别忘|切记|届时|明[天日晚早]|下[周月]"
)
EVENTS = (
    "举行|举办|召开|开幕|闭幕|启动|走进|来到|发布|揭晓|揭牌|完成|上演|亮相|推出|开启|公布|印发|开展|组织|参观|参加|"
    "慰问|表彰|签约|成立|落幕|走访|看望|送上|送去|赠送|打造"
)
TOLD = "获悉|了解到|得知|看到|宣布|透露"
"""What a reporter or a spokesman did: the day of it is past."""
DONE = re.compile(rf"(?:{EVENTS})(?:了|过)|了(?!解)|已(?!婚)|曾|{TOLD}|昨[天日晚]|上周|圆满|落下帷幕|以来|至今")
RUNS_ON = "将(?:会|一直)?(?:持续|延续|展出?[至到]|开放[至到])"
"""What begins a clause on the end of something, which may have begun long ago (9月12日亮灯,将持续到10月7日)."""
BEGINNINGS = "将拟定即预计有再快就敬欢别切届明下了已曾昨上圆落以至" + "".join(
    {word[0] for word in f"{EVENTS}|{TOLD}".split("|")}
)
"""The first characters of all signs: most places in a text fail on them at once."""
SIGN = re.compile(
    f"(?=[{BEGINNINGS}])(?:(?P<coming>(?!{RUNS_ON})(?:{COMING.pattern}))|(?P<done>{DONE.pattern})|(?P<happening>{EVENTS}))"
)
"""The first sign decides; an event's verb without 了 ends the search without one."""
DONE_ON = re.compile(r"(?:已|曾|已经|曾经)(?:于|在|从|自)$")
"""What stands right before the day of something done (已于9月28日开幕), whatever is still to come after it."""
PUT_OFF_TO = re.compile(r"(?:推迟|延迟|延期|延后|改期|顺延|改|延|推|挪|调整)(?:至|到|在|于)了?$")
"""What stands right before the day to which something was put off, whoever decided it and when."""
ON = frozenset("至到在于从自了")
"""The characters that both end with."""
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
        sign = SIGN.search(self.text, end, min(last, end + AT_MOST))
        if sign is None or sign.lastgroup == "happening":
            if DONE.search(self.text, clause, start):
                return Tense.PAST
            return Tense.TOLD if sign else Tense.UNMARKED
        if sign.lastgroup == "done":
            return Tense.PAST
        return Tense.FUTURE if self.text.count(",", end, sign.start()) <= NEXT_CLAUSE else Tense.HINTED
