"""Events of every form of time, and of every unkindness, on one page of one paper: for the tests of several rooms."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from msgspec.structs import replace

from calendar_app.model import (
    BEIJING_TIME,
    Anchor,
    Basis,
    Division,
    Event,
    Evidence,
    Form,
    Grain,
    Kind,
    Page,
    Passage,
    ReadPage,
    ReadReport,
    Reason,
    Report,
    Review,
    Role,
    Source,
    Status,
    When,
    Where,
)

ISSUED = date(2024, 9, 12)
"""The day of the paper that all of them were read in: a Thursday."""

NOW = datetime(2024, 9, 12, 20, 0, tzinfo=BEIJING_TIME)
"""When it was taken into the store."""

CHAOYANG = Division("110105", "朝阳区")
DAXING = Division("110115", "大兴区")
YANQING = Division("110119", "延庆区")
BEIJING = Division("110000", "北京市")

ANCHOR = Anchor(ISSUED)


def when(form: Form, edtf: str, start: date | None, end: date | None, **more: Any) -> When:  # noqa: ANN401
    """Make a time; its grain is the day unless told."""
    return When(**{"grain": Grain.DAY, "rule": "made by hand"} | more, form=form, edtf=edtf, start=start, end=end)


def where(*districts: Division, venue: str | None = None, basis: Basis = Basis.VENUE) -> Where:
    """Make a place in Beijing."""
    return Where(basis=basis, venue=venue, written=venue, districts=districts, city=BEIJING, province=BEIJING)


def source(headline: str | None = "秋日活动预告", sentence: str = "", issued: date | None = ISSUED) -> Source:
    """Make the report that an event was read from."""
    return Source(
        publication="首都职工报",
        issued=issued,
        issued_from="masthead",
        page="04",
        headline=headline,
        url="https://paper.example/2024-09/12/04.html",
        sentence=sentence,
    )


def event(uid: str, title: str, time_told: When, **more: Any) -> Event:  # noqa: ANN401
    """Make an event, upcoming and in Chaoyang unless told otherwise."""
    sentence = f"{title}将举行。"
    told: dict[str, Any] = {
        "kind": Kind.GALA,
        "status": Status.UPCOMING,
        "where": where(CHAOYANG, venue="朝阳区文化馆"),
        "confidence": 0.9,
        "sources": (source(sentence=sentence),),
        "evidence": (Evidence(Role.WHAT, title, (0, len(title)), "made by hand"),),
    }
    return Event(**told | more, uid=uid, title=title, when=time_told)


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 9, day, hour, minute, tzinfo=BEIJING_TIME)


def _on(day: int, month: int = 9) -> date:
    return date(2024, month, day)


DAY = event("day", "中秋诗会", when(Form.DAY, "2024-09-17", _on(17), _on(17), anchor=ANCHOR, implied=("year",)))
EVENING = event(
    "evening",
    "社区灯谜晚会",
    when(Form.DAY, "2024-09-16", _on(16), _on(16), grain=Grain.PART, part="晚"),
    when_text="9月16日晚",
    organisers=("大兴区总工会", "大兴区文化馆"),
    where=where(DAXING, basis=Basis.ORGANISER),
)
MOMENT = event(
    "moment",
    "职工合唱音乐会",
    when(Form.MOMENT, "2024-09-14T14:30:00+08:00", _at(14, 14, 30), None, grain=Grain.MINUTE),
    kind=Kind.CONCERT,
    when_text="9月14日下午2点半",
)
PERIOD = event(
    "period",
    "劳动者权益讲座",
    when(
        Form.MOMENT,
        "2024-09-15T09:00:00+08:00/2024-09-15T11:00:00+08:00",
        _at(15, 9),
        _at(15, 11),
        grain=Grain.HOUR,
    ),
    kind=Kind.LECTURE,
    where=where(DAXING, venue="大兴区图书馆"),
    attendance="百余名职工",
    deadline=_on(13),
)
HOURS = event(
    "hours",
    "工业遗产摄影展",
    when(Form.SPAN, "2024-09-14/2024-09-20", _on(14), _on(20), hours=(time(9), time(17))),
    kind=Kind.EXHIBITION,
)
SPAN = event(
    "span",
    "延庆葡萄采摘节",
    when(Form.SPAN, "2024-09-10/2024-10-07", _on(10), _on(7, 10)),
    kind=Kind.FESTIVAL,
    status=Status.ONGOING,
    where=where(YANQING, DAXING, basis=Basis.DISTRICT),
)
PAST_WINDOW = event(
    "past-window",
    "“匠心”职工书画展开幕式",
    when(Form.WINDOW, "[2024-09-05..2024-09-12]", _on(5), _on(12), anchor=ANCHOR, implied=("date",)),
    kind=Kind.CEREMONY,
    status=Status.PAST,
    when_text="近日",
    confidence=0.5,
)
FUTURE_WINDOW = event(
    "future-window",
    "京郊徒步大会",
    when(Form.WINDOW, "[2024-09-21..2024-09-30]", _on(21), _on(30)),
    kind=Kind.SPORT,
    when_text="9月下旬",
    where=where(YANQING, basis=Basis.DISTRICT),
)
SEVERAL = event(
    "several",
    "周末惠民戏曲专场",
    when(Form.SEVERAL, "{2024-09-14,2024-09-21}", _on(14), _on(21), days=(_on(14), _on(21))),
    kind=Kind.THEATRE,
)
OPEN_END = event(
    "open-end",
    "劳模事迹展",
    when(Form.OPEN, "2024-09-12/..", _on(12), None),
    kind=Kind.EXHIBITION,
    status=Status.ONGOING,
    when_text="即日起",
)
OPEN_BEGIN = event(
    "open-begin",
    "公园花展",
    when(Form.OPEN, "../2024-09-30", None, _on(30)),
    kind=Kind.EXHIBITION,
    status=Status.ONGOING,
    when_text="截至9月30日",
)
COARSE = event(
    "coarse",
    "秋季职工运动会",
    when(Form.COARSE, "2024-10", _on(1, 10), _on(31, 10), grain=Grain.MONTH),
    kind=Kind.SPORT,
    when_text="10月",
    where=where(basis=Basis.CITY),
)
RECURRING = event(
    "recurring",
    "周六公益课堂",
    when(
        Form.RECURRING,
        "2024-09-14/2024-11-30",
        _on(14),
        _on(30, 11),
        rrule="FREQ=WEEKLY;BYDAY=SA",
        exdates=(_on(5, 10),),
        hours=(time(14), time(16)),
    ),
    kind=Kind.TRAINING,
    when_text="每周六14时至16时",
)
EVERY_DAY = event(
    "every-day",
    "清晨太极拳",
    when(Form.RECURRING, "2024-09-12/..", _on(12), None, rrule="FREQ=DAILY"),
    kind=Kind.SPORT,
    when_text="每天",
)
CANCELLED = event(
    "cancelled",
    "露天电影放映",
    when(Form.DAY, "2024-09-18", _on(18), _on(18)),
    kind=Kind.SCREENING,
    status=Status.CANCELLED,
    where=where(DAXING, basis=Basis.DISTRICT),
)
POSTPONED = event(
    "postponed",
    "广场招聘会",
    when(Form.DAY, "2024-09-25", _on(25), _on(25)),
    kind=Kind.JOB_FAIR,
    status=Status.POSTPONED,
    previous=when(Form.DAY, "2024-09-13", _on(13), _on(13)),
)
LONG = event(
    "long",
    "“劳动创造幸福”" + "主题系列文化活动，" * 21 + "汇演",
    when(Form.DAY, "2024-09-19", _on(19), _on(19)),
)
HOSTILE_TITLE = '</script>]]>\x00<b>甲,乙;丙\\丁</b>\r\nEND:VEVENT\nBEGIN:VEVENT\x0b🎭 &amp; "开放日"'
HOSTILE = event(
    "hostile",
    HOSTILE_TITLE,
    when(Form.DAY, "2024-09-20", _on(20), _on(20)),
    kind=Kind.OTHER,
    organisers=("主办\x00方\nATTENDEE:mailto:x@example.com",),
    sources=(source(headline=HOSTILE_TITLE, sentence=f"{HOSTILE_TITLE}将举行。"),),
    when_text="]]>\x0c20日",
)

EVENTS = (
    DAY,
    EVENING,
    MOMENT,
    PERIOD,
    HOURS,
    SPAN,
    PAST_WINDOW,
    FUTURE_WINDOW,
    SEVERAL,
    OPEN_END,
    OPEN_BEGIN,
    COARSE,
    RECURRING,
    EVERY_DAY,
    CANCELLED,
    POSTPONED,
    LONG,
    HOSTILE,
)
"""One of each, in no order."""


def page(*events: Event, id_: str = "page", issued: date = ISSUED, reviews: tuple[Review, ...] = ()) -> ReadPage:
    """Make a read page with one report that tells of these events."""
    text = "秋日活动预告\n" + "\n".join(each.title for each in events)
    report = Report(headline=Passage("秋日活动预告", ((0, 0),)), body=Passage(text, ((0, 0),)), span=(0, len(text)))
    written = Page(id=id_, text=text, publication="首都职工报", home="110000", issued=issued, issued_from="masthead")
    return ReadPage(written, (ReadReport(report, events, reviews),))


REVIEW = Review(Reason.NO_DATE, "读书分享会将举行", (3, 11))
PAGE = page(*EVENTS, reviews=(REVIEW,))
"""The page that has them all, and one thing to review."""


def moved(known: Event, day: date) -> Event:
    """Tell of an event again, on another day."""
    return replace(known, when=when(Form.DAY, day.isoformat(), day, day))
