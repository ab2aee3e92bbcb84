"""What readers call each value of a closed vocabulary, in Chinese and in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from calendar_app.model import Basis, Form, Grain, Kind, Level, Reason, Role, Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

LANGUAGES = ("zh", "en")


class Label(NamedTuple):
    """One value's name in each language."""

    zh: str
    en: str


KINDS: Mapping[Kind, Label] = {
    Kind.GALA: Label("文艺演出", "variety show"),
    Kind.FAIR: Label("展会", "fair"),
    Kind.EXHIBITION: Label("展览", "exhibition"),
    Kind.LECTURE: Label("讲座", "lecture"),
    Kind.JOB_FAIR: Label("招聘会", "job fair"),
    Kind.CONTEST: Label("竞赛", "contest"),
    Kind.VISIT: Label("走访参观", "visit"),
    Kind.SERVICE: Label("服务活动", "service"),
    Kind.FREE_CLINIC: Label("义诊", "free clinic"),
    Kind.CEREMONY: Label("仪式", "ceremony"),
    Kind.MEETING: Label("会议", "meeting"),
    Kind.TRAINING: Label("培训", "training"),
    Kind.CONCERT: Label("音乐会", "concert"),
    Kind.THEATRE: Label("戏剧演出", "theatre"),
    Kind.SCREENING: Label("放映", "screening"),
    Kind.FESTIVAL: Label("节庆活动", "festival"),
    Kind.SPORT: Label("体育活动", "sport"),
    Kind.READING: Label("阅读活动", "reading"),
    Kind.VOLUNTEERING: Label("志愿服务", "volunteering"),
    Kind.MARKET: Label("市集", "market"),
    Kind.OTHER: Label("其他活动", "other event"),
}

STATUSES: Mapping[Status, Label] = {
    Status.PAST: Label("已举行", "past"),
    Status.ONGOING: Label("正在进行", "on now"),
    Status.UPCOMING: Label("即将举行", "upcoming"),
    Status.POSTPONED: Label("已延期", "postponed"),
    Status.CANCELLED: Label("已取消", "cancelled"),
}

BASES: Mapping[Basis, Label] = {
    Basis.VENUE: Label("报道写明场馆", "the report names the venue"),
    Basis.DISTRICT: Label("报道写明所在区", "the report names the district"),
    Basis.ORGANISER: Label("依主办单位推定", "placed by its organiser"),
    Basis.CITY: Label("只知所在城市", "only the city is known"),
    Basis.HOME: Label("依报纸所在城市推定", "placed in the newspaper's own city"),
}

GRAINS: Mapping[Grain, Label] = {
    Grain.SECOND: Label("秒", "second"),
    Grain.MINUTE: Label("分钟", "minute"),
    Grain.HOUR: Label("小时", "hour"),
    Grain.PART: Label("时段", "part of day"),
    Grain.DAY: Label("日", "day"),
    Grain.WEEK: Label("周", "week"),
    Grain.TEN_DAYS: Label("旬", "ten days"),
    Grain.MONTH: Label("月", "month"),
    Grain.SEASON: Label("季", "season"),
    Grain.YEAR: Label("年", "year"),
}

FORMS: Mapping[Form, Label] = {
    Form.DAY: Label("某日", "day"),
    Form.MOMENT: Label("某时", "time"),
    Form.SPAN: Label("连续数日", "days in a row"),
    Form.WINDOW: Label("其中一日", "one day among these"),
    Form.SEVERAL: Label("数日", "each of these days"),
    Form.OPEN: Label("起止未全", "open-ended"),
    Form.COARSE: Label("日期待定", "date to be announced"),
    Form.RECURRING: Label("定期", "recurring"),
}

LEVELS: Mapping[Level, Label] = {
    Level.PROVINCE: Label("省", "province"),
    Level.CITY: Label("市", "city"),
    Level.DISTRICT: Label("区县", "district"),
    Level.TOWNSHIP: Label("街道乡镇", "township"),
    Level.COMMUNITY: Label("社区村", "community"),
    Level.VENUE: Label("场馆", "venue"),
}

ROLES: Mapping[Role, Label] = {
    Role.WHEN: Label("时间", "when"),
    Role.WHERE: Label("地点", "where"),
    Role.WHAT: Label("活动", "what"),
    Role.WHO: Label("主办", "who"),
}

REASONS: Mapping[Reason, Label] = {
    Reason.NO_ISSUE_DATE: Label("不知出报日期", "no issue date to lean on"),
    Reason.IMPOSSIBLE_DATE: Label("日期不存在", "an impossible date"),
    Reason.NO_DATE: Label("没有日期", "no date said"),
    Reason.NO_NAME: Label("没有名称", "no name said"),
    Reason.AMBIGUOUS_PLACE: Label("地名有歧义", "an ambiguous place"),
    Reason.CONFLICTING_DATES: Label("日期互相矛盾", "conflicting dates"),
}

# Keyed by type: members of different enumerations are equal when their strings are (Status.PAST == "past").
_VOCABULARIES: Mapping[type[StrEnum], Mapping[Any, Label]] = {
    Kind: KINDS,
    Status: STATUSES,
    Basis: BASES,
    Grain: GRAINS,
    Form: FORMS,
    Level: LEVELS,
    Role: ROLES,
    Reason: REASONS,
}


def label(value: StrEnum, language: str = "zh") -> str:
    """Name a value of a closed vocabulary for a reader; any language but `zh` gets English."""
    names = _VOCABULARIES[type(value)][value]
    return names.zh if language == "zh" else names.en
