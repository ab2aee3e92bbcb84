"""What is said of a festival's days, behind its name: 期间, 假期第三天, 前夕, 前后, 后; patterns for folded text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.normaliser.times.numbers import number
from calendar_app.normaliser.times.shapes import WEEK, WEEKDAYS

if TYPE_CHECKING:
    from calendar_app.normaliser.times.grammar import Said

FEAST = "(?:节假?日?|佳节|[0-9一二三四五六七八九十百]{1,4}周年)?的?"
"""What may stand between a name and what is said of its days."""
HOLIDAY = (
    f"{FEAST}(?P<span>(?:[3-9三四五六七八九]天)?(?:小长假|超长假期|长假期?|连假|双?节?假期|假日|节假日|黄金周|放假|假(?![货冒装球牌币山如设]))"
    "(?:期间|里|中)?|期间|[三五七八3578]天(?![前后之内里]))"
)
ONE_OF_THEM = "第[一二三四五六七八九十1-9][天日]|首[日天]|头一天|最后一[天日]|末日|尾日|收官日"
NUMBERED_DAYS = f"的?(?:{ONE_OF_THEM}|(?:前|头|最?后)[两二三四五六2-6][天日])"
SOME_DAYS = (
    "(?:的?(?:第(?P<nth>[一二三四五六七八九十]|[1-9])[天日]|(?P<first>首[日天]|头一天)|(?P<last>最后一[天日]|末日|尾日|收官日)|"
    "[前头](?P<head>[两二三四五六2-6])[天日]|(?:最?后)(?P<tail>[两二三四五2-5])[天日]))?"
)
EVE = (
    *("前夕", "即将来临之际", "即将到来之际", "来临之际", "到来之际", "来临前夕", "到来前夕", "将至", "临近"),
    *("即将来临", "即将到来", "来临之前", "到来之前", "来临前", "到来前", "来临", "到来", "在即", "之际"),
    *("前一周", "前一个星期"),
)
AROUND = ("前后", "左右")
AFTER = ("后", "之后", "过后", "以后", "结束后", "收假后")
FIRST_WEEKDAY = f"的?(?:首个|第一个){WEEK}(?P<weekday>[{''.join(WEEKDAYS)}末])"
"""Which day of the week is the first behind the days off: H后的第一个周末."""


def weekdays_of(said: Said) -> tuple[int, ...]:
    """Tell of which days of the week it is the first, 1 Monday to 7 Sunday; none where it is not told."""
    if said["weekday"] == "末":
        return (6, 7)
    return (WEEKDAYS[said["weekday"]],) if said["weekday"] else ()


def days_of(said: Said) -> tuple[int, int]:
    """Tell which of the days off are meant, from either end: all of them (1, -1)."""
    if said["nth"]:
        return number(said["nth"]), number(said["nth"])
    if said["first"]:
        return 1, 1
    if said["last"]:
        return -1, -1
    if said["head"]:
        return 1, number(said["head"])
    return (-number(said["tail"]), -1) if said["tail"] else (1, -1)
