"""Names that many cities have, and names that only begin like a far place: what wants its city named."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from calendar_app.model import Level
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.places.cues import cues

if TYPE_CHECKING:
    from calendar_app.normaliser.places.divisions import Unit

COMMON = Pattern(
    r"(?:劳动|人民|工人|职工|市民|群众|少年|儿童|青年|文化|体育|科技|艺术|中山|解放|胜利|和平|友谊|团结|光明|建设|新华|世纪|时代|城市|中心"
    r"|森林|湿地|植物|动物|奥林匹克|滨[河江湖海]|[河江湖海]滨|[东西南北中]湖|[东西南北][山苑门郊关]|凤凰|龙[潭山湖泉]|第?[一二三四五六七八九十]+)+"
    r"(?:森林|湿地|体育|文化|中心)*(?:公园|广场|剧[场院]|文化[宫馆]|图书馆|体育[场馆]|中心|医院|[小中]学|市场|大厦|酒店|宾馆|码头|书店"
    r"|影[城院]|礼堂|寺|湖)"
)
"""Venues that many cities have by the same name (南湖公园); those of another city want it named."""
EVERYDAY = Pattern(r".{2,4}(?:公园|广场|[小中]学|幼儿园|商场|购物中心|超市|菜?市场|医院|影城|文化中心|活动中心|站|村)")
"""Short names of what every town has (古城公园); in a far city's paper they are its own."""
ZONE_NAMES = ("经开区", "开发区", "高新区", "自贸区", "保税区")
"""What every city calls its development zone."""
INSTITUTIONS = Pattern(
    r"(?:博物[馆院]|图书馆|美术馆|科技馆|文化[宫馆]|艺术[宫馆中]|规划馆|档案馆|展览馆|纪念馆|陈列馆|少年宫"
    r"|体育[场馆中公]|奥体|大?剧[院场]|音乐厅|大?会堂|会展|会议|博览|展览|国际|动物园|植物园|大学|学院|中学|医院|机场|[东西南北]?站|火车站)"
)
"""What a city calls by its own name (苏州博物馆); other houses may carry any name (湖南大厦, 北海冰场)."""
NO_NAMES = ("餐厅", "会馆", "家园", "公寓", "小区", "酒楼", "茶楼")
"""More kinds of houses, which are no last words of venues by themselves."""
MANY = 1 << 14
"""Names whose doubts are remembered."""


@lru_cache(maxsize=MANY)
def common(venue: str) -> bool:
    """Tell whether many cities have a venue of the name."""
    return COMMON.fullmatch(venue) is not None


@lru_cache(maxsize=MANY)
def everyday(venue: str) -> bool:
    """Tell whether a venue is of a kind that every town has, by a name that says no city."""
    return EVERYDAY.fullmatch(venue) is not None


@lru_cache(maxsize=MANY)
def doubtful(name: str, text: str, level: Level, rule: str, unit: Unit) -> bool:
    """Tell whether a mention, as it is written, hardly speaks for a division in a city that nobody names."""
    if rule.startswith("pattern"):
        if name.startswith(unit.name):
            return False
        return unit.level is Level.DISTRICT or (_nameless(name) and INSTITUTIONS.search(name) is None)
    if level is Level.VENUE:
        return rule.endswith("alone") or name[-1] in "路街" or common(name) or common(text) or text in ZONE_NAMES
    return level is Level.DISTRICT and _stem(text, rule, unit)


def _nameless(venue: str) -> bool:
    """Tell whether nothing but the kind of venue stands behind a city's stem: 北海冰场, but not 长沙五一广场."""
    tails = cues().tails
    return any(rest in tails or rest in NO_NAMES for rest in (venue[2:].removeprefix("大"), venue[2:], venue[3:]))


def _stem(text: str, rule: str, unit: Unit) -> bool:
    """Tell whether a district or a county is called by its stem (福海); 东城、丰台两区 counts what it means."""
    return unit.name[-1] in "区县" and text[-1] not in "区县區縣" and not rule.startswith("counted")
