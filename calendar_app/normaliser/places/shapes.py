"""Where the name of an unknown venue begins, and what ends like one and is none."""

from __future__ import annotations

import re

from calendar_app.normaliser.patterns import Pattern

LONGEST_SHAPE = 18
STREET = r"[东西南北中]?[一二三四五]?(?:路|大?街|大道|胡同|巷)"
ROAD = Pattern(STREET)
"""What makes a road of the name before it: 上海路, 北京西路."""
CALLED_BY = Pattern(rf"(?P<stem>.{{2,5}}?){STREET}")
"""A street and what it is called by."""
NATURE = Pattern(
    r"河(?![北南东西道])|江(?![苏西])|湖(?![北南])|岭|水库|山(?![区里乡村东西间下脚])"
    r"|[东南西北对沿]岸|峰(?!会)|[洞塔杯]"
)
"""What makes a river, a lake, a hill or some other thing of the stem before it: 永定河, 昆明湖, 福海东岸."""
PARTING = (
    r"[^\u4e00-\u9fffA-Za-z0-9·\-—]"
    r"|在|于(?!谦|家|庄)|到|往|进(?!步|修)|和(?!平|义|谐|睦|顺|田|静)|与|及|向(?!阳|日)|从(?!化)|将(?!台|军|乐)|被|把|为(?!民)|对(?!外)|着|了|的"
    r"|让|由|是|有(?!色)|各|全(?!聚|椒|州|南)|该|本(?!溪|草)|某|这|那|其|同(?!仁|心|济|里|江|德|安|升|和)"
    r"|齐聚|相聚|汇聚|欢聚|云集|代表|参观|[入进]?驻|围坐|位于|来自|邀请|联合|组织|举[办行]|开展|启动|推出|建成|利用|围绕|依托|聚焦|探访|慰问|出发"
    r"|(?<=[0-9一二三四五六七八九十])[日时分点晚]|上午|下午|[早今昨当]晚"
    r"|[0-9一两二三四五六七八九十百千万余多数几][家个座处条名支所间位场届次项只辆组批]"
)
LAST_PARTING = Pattern(rf".*(?:{PARTING})", re.DOTALL)
GENERIC = Pattern(r"中心|基地|空间|会场|市场|学校|大型|小型")
COUNTED = Pattern(r"(?:大型|小型|多个|所有|整个|一些|部分|主要|附近|周边|沿线)")

ESTATE = Pattern(
    r"(?P<stem>.{3,6}?)(?:第?[一二三四五六七八九十0-9]+(?:区|里|号院|小区)?(?:第[一二三四五六七八九十]+)?|[东西南北中]+[区里园]?)?(?:社区|村)"
)
"""A community that is one of several of its name."""


def edge(text: str, start: int) -> int:
    """Find where a name that reaches `start` can begin: right behind the last word that cannot belong to it."""
    floor = max(0, start - LONGEST_SHAPE)
    found = LAST_PARTING.match(text, floor, start)
    return found.end() if found else floor


def parted(text: str, start: int) -> bool:
    """Tell whether a name can begin here: at the beginning, or behind a word that cannot belong to it."""
    found = LAST_PARTING.match(text, max(0, start - 2), start)
    return start == 0 or (found is not None and found.end() == start)


def generic(name: str) -> bool:
    """Tell whether what follows a district's name is no name of its own (朝阳区中心)."""
    return GENERIC.fullmatch(name) is not None


def counted(name: str) -> bool:
    """Tell whether a stretch speaks of venues in general (大型商场)."""
    return COUNTED.match(name) is not None


def estate(community: str) -> str | None:
    """Give the name that a numbered community has before its number."""
    numbered = ESTATE.fullmatch(community)
    return numbered["stem"] if numbered else None
