"""How long something goes on, once its start is known: 为期5天, 连续三天, 历时一个月, 展期三个月."""

from __future__ import annotations

from calendar_app.model import Grain
from calendar_app.normaliser.times.grammar import Said, any_of, rule
from calendar_app.normaliser.times.numbers import number, rough_number
from calendar_app.normaliser.times.shapes import COUNT
from calendar_app.normaliser.times.statements import Length, Statement

SAYING = (
    "为期",
    "连续",
    "历时",
    "持续",
    "展期",
    "会期",
    "展期为",
    "会期为",
    "将持续",
    "将历时",
    "展出",
    "连展",
    "连演",
    "连开",
    "连办",
    "一连",
    "连续办",
    "连续举办",
)
UNITS = {
    "天": Grain.DAY,
    "晚": Grain.DAY,
    "日": Grain.DAY,
    "周": Grain.WEEK,
    "个星期": Grain.WEEK,
    "星期": Grain.WEEK,
    "个月": Grain.MONTH,
    "年": Grain.YEAR,
    "个半月": Grain.MONTH,
}
HALVES = {"半年": Length(6, Grain.MONTH), "半个月": Length(15, Grain.DAY), "半月": Length(15, Grain.DAY)}


@rule(
    "a length of time from the day named beside it, or back from one on which it ends; N months end the day before",
    starts=SAYING,
    pattern=(
        rf"(?P<saying>{any_of(SAYING)}) ?"
        rf"(?:(?P<count>{COUNT}) ?(?P<unit>{any_of(UNITS)})(?!多|余|前|后)|(?P<half>{any_of(HALVES)}))"
        "的?(?:时间)?(?!获|蝉联|位居|荣获|夺)"
    ),
    words=SAYING,
    examples={f"5月10日开幕，「{saying}5天」": "2023-05-10/2023-05-14" for saying in SAYING}
    | {
        "5月10日开幕，「为期5天」": "2023-05-10/2023-05-14",
        "5月10日开幕，「历时一个月」": "2023-05-10/2023-06-09",
        "5月10日开幕，「展期三个月」": "2023-05-10/2023-08-09",
        "5月10日开幕，「为期两周」": "2023-05-10/2023-05-23",
        "从5月10日起，话剧将「连演三晚」": "2023-05-10/2023-05-12",
        "5月10日开幕，「为期半年」": "2023-05-10/2023-11-09",
        "「为期15天」，从5月5日开始": "2023-05-05/2023-05-19",
        "「为期三天」的博览会将于5月5日开幕": "2023-05-05/2023-05-07",
        "昨天，「为期三天」的运动会闭幕": "2023-04-25/2023-04-27",
        "「为期三天」的培训4月27日结束": "2023-04-25/2023-04-27",
    },
    refuses=(
        "为期三天的培训",
        "5月10日开幕，「展出两三个月」",
        "5月10日获悉，「连续三年」",
    ),
)
def length(said: Said) -> Statement | None:
    """Read how long."""
    if rough_number(said["count"]) or (said["unit"] == "年" and said["saying"] != "为期"):
        return None
    if said["half"]:
        return HALVES[said["half"]]
    if said["unit"] == "个半月":
        return Length(30 * number(said["count"]) + 15, Grain.DAY)
    return Length(number(said["count"]), UNITS[said["unit"]]) if number(said["count"]) else None
