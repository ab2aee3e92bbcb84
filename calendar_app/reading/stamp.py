"""Read isolated stamps, such as a feed, a page's metadata or a masthead has: one date or instant and nothing else.

dateparser reads these well and running text badly (it misreads `5 月 18 日` and `28日上午`, and invents dates in
prose), so it is given only what has the whole shape of a stamp. Times in reports are the work of `normaliser.times`.
"""

from __future__ import annotations

import re
from datetime import datetime

from calendar_app.folding import fold
from calendar_app.model import BEIJING_TIME

CLOCK = r"(?:[ T]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|GMT|UTC|[+-]\d{2}:?\d{2}))?)?"
SHAPES = re.compile(
    rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日{CLOCK}"
    rf"|\d{{4}}([-/.])\d{{1,2}}\1\d{{1,2}}{CLOCK}"
    r"|今天|昨天|前天|\d{1,3}(?:分钟|小时|天)前"
    rf"|(?:[A-Z][a-z]{{2,8}},? )?(?:\d{{1,2}} [A-Z][a-z]{{2,8}}|[A-Z][a-z]{{2,8}} \d{{1,2}},?) \d{{4}}{CLOCK}"
)
AROUND_UNITS = re.compile(r"(?<=[\d年月日]) (?=[年月日])|(?<=[年月]) (?=\d)")


def read_stamp(text: str, now: datetime) -> datetime | None:
    """Read a stamp as an instant in Beijing time, a date as its midnight; None when it is no stamp or no date.

    `now` is what 昨天 and 3小时前 lean on, never the clock of the machine.
    """
    stamp = AROUND_UNITS.sub("", fold(text).strip())
    if SHAPES.fullmatch(stamp) is None:
        return None
    import dateparser  # noqa: PLC0415 - a quarter of a second, and few inputs have a stamp

    base = now.astimezone(BEIJING_TIME).replace(tzinfo=None)
    read = dateparser.parse(
        stamp,
        languages=["zh", "en"],
        settings={
            "RELATIVE_BASE": base,
            "TIMEZONE": "Asia/Shanghai",
            "TO_TIMEZONE": "Asia/Shanghai",
            "RETURN_AS_TIMEZONE_AWARE": True,
            "DATE_ORDER": "YMD",
        },
    )
    if not isinstance(read, datetime):
        return None
    moment = read.astimezone(BEIJING_TIME)
    clocked = ":" in stamp or stamp.endswith("前")
    return moment if clocked else moment.replace(hour=0, minute=0, second=0, microsecond=0)
