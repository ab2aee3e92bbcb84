"""The nouns of the house: page, report, mention, when, where, event, review.

Everything here is a frozen value; nothing here imports anything of ours. Spans are half-open pairs of
character offsets, `text[i:j]`. Field terms: EDTF (ISO 8601-2), TIMEX3 anchors, adcode (GB/T 2260), RFC 5545.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from operator import itemgetter

from msgspec import Struct

Span = tuple[int, int]

BEIJING_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The offset of every instant; Asia/Shanghai has kept it since 1992."""


# ---------------------------------------------------------------- closed vocabularies


class Grain(StrEnum):
    """How fine a time is told, finest first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"
    DAY = "day"
    WEEK = "week"
    TEN_DAYS = "ten-days"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


class Form(StrEnum):
    """What kind of value a time is: the rows of MEANING's first table."""

    DAY = "day"
    MOMENT = "moment"
    SPAN = "span"
    WINDOW = "window"
    SEVERAL = "several"
    OPEN = "open"
    COARSE = "coarse"
    RECURRING = "recurring"


class Level(StrEnum):
    """How wide a place is, widest first."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    TOWNSHIP = "township"
    COMMUNITY = "community"
    VENUE = "venue"


class PlaceRole(StrEnum):
    """What a named place is to the activity, by the words around it."""

    SITE = "site"  # 在…举行, 走进…: where it takes place
    ORGANISER = "organiser"  # 怀柔区总工会: who holds it
    MENTION = "mention"  # named with no cue: weak evidence
    AFFILIATION = "affiliation"  # 北京经济技术开发区总工会主席: a post
    GUEST = "guest"  # 来自通州各社区: where people come from
    PRODUCT = "product"  # 四子王旗羊肉片: where a thing comes from
    ROUTE = "route"  # 从县城跑到杨宋镇: what somebody says of a way
    NAME = "name"  # 中关村论坛: part of another name
    DATELINE = "dateline"  # 本报北京10月24日电


class Basis(StrEnum):
    """On what evidence an activity was placed, strongest first."""

    VENUE = "venue"
    DISTRICT = "district"
    ORGANISER = "organiser"
    CITY = "city"
    HOME = "home"


class Status(StrEnum):
    """How an activity stands on the day of publication."""

    PAST = "past"
    ONGOING = "ongoing"
    UPCOMING = "upcoming"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Kind(StrEnum):
    """What takes place."""

    GALA = "gala"
    FAIR = "fair"
    EXHIBITION = "exhibition"
    LECTURE = "lecture"
    JOB_FAIR = "job-fair"
    CONTEST = "contest"
    VISIT = "visit"
    SERVICE = "service"
    FREE_CLINIC = "free-clinic"
    CEREMONY = "ceremony"
    MEETING = "meeting"
    TRAINING = "training"
    CONCERT = "concert"
    THEATRE = "theatre"
    SCREENING = "screening"
    FESTIVAL = "festival"
    SPORT = "sport"
    READING = "reading"
    VOLUNTEERING = "volunteering"
    MARKET = "market"
    OTHER = "other"


class Role(StrEnum):
    """What a piece of evidence is evidence of."""

    WHEN = "when"
    WHERE = "where"
    WHAT = "what"
    WHO = "who"


class Reason(StrEnum):
    """Why something was kept for review instead of being published."""

    NO_ISSUE_DATE = "no-issue-date"  # relative words and nothing to lean on
    IMPOSSIBLE_DATE = "impossible-date"  # 2月30日, 25时
    NO_DATE = "no-date"  # not done and no time said
    NO_NAME = "no-name"  # something takes place, but what?
    AMBIGUOUS_PLACE = "ambiguous-place"  # two like-named places, a tie
    CONFLICTING_DATES = "conflicting-dates"  # the report contradicts itself


# ---------------------------------------------------------------- a page and its reports


class Found(Struct, frozen=True):
    """A value and where on the page, or beside it, it was found (`masthead`, `url`, `option`, `inferred` …)."""

    value: str
    source: str
    span: Span | None = None


class Page(Struct, frozen=True, kw_only=True):
    """What a reader made of one document: its text and what is known of where it was printed.

    `issued_from` says where the issue date was found: `option`, `masthead`, `navigation`, `file name`, `url`,
    `metadata`, `dateline` or `inferred`; it is None when there is no issue date.
    """

    id: str
    text: str
    publication: str | None = None
    home: str | None = None
    issued: date | None = None
    issued_from: str | None = None
    number: str | None = None
    url: str | None = None
    title: str | None = None


class Passage(Struct, frozen=True):
    """A run of text and where its characters stand on the page.

    `starts` pairs offsets in `text` with offsets in the page's text, ascending in both; between two pairs both run
    on in step. A passage joined from broken lines has one pair a line.
    """

    text: str
    starts: tuple[tuple[int, int], ...]

    def on_page(self, span: Span) -> Span:
        """Translate a span of this passage into a span of the page's text."""
        begin, end = span
        if begin >= end:
            place = self._place(begin)
            return place, place
        return self._place(begin), self._place(end - 1) + 1

    def _place(self, offset: int) -> int:
        here, there = self.starts[max(0, bisect_right(self.starts, offset, key=itemgetter(0)) - 1)]
        return there + offset - here


class Dateline(Struct, frozen=True):
    """`本报北京10月24日电`: where and on what day a report was filed; month and day as written."""

    text: str
    place: str | None = None
    month: int | None = None
    day: int | None = None


class Report(Struct, frozen=True, kw_only=True):
    """One report of a page; `body` has its paragraphs, parted by newlines, without byline and photo credit."""

    headline: Passage | None
    body: Passage
    span: Span
    kickers: tuple[Passage, ...] = ()
    byline: str | None = None
    dateline: Dateline | None = None


# ---------------------------------------------------------------- times


class Anchor(Struct, frozen=True, cache_hash=True):
    """The moment that relative words lean on, and where it came from (`issue date`, `dateline`, `mention` …)."""

    day: date
    source: str = "issue date"
    clock: time | None = None


class When(Struct, frozen=True, kw_only=True):
    """A normalised time.

    `edtf` is the value; `start` and `end` its first and last day (inclusive dates) or its instants (aware datetimes;
    a moment has `end` None); None on an open side, and on both when the year is unknown (`XXXX-11-16`). For coarse
    values and windows they are the bounds. `hours` are the daily opening and closing beside days (`09:00/17:00`),
    `part` the words for a part of day, `days` the members of several. `implied` names the fields that were not
    stated (`year`, `month`, `week`, `date` …); `rule` names the rule that read it.
    """

    form: Form
    edtf: str
    start: date | None
    end: date | None
    grain: Grain
    rule: str
    part: str | None = None
    hours: tuple[time, time | None] | None = None
    days: tuple[date, ...] = ()
    rrule: str | None = None
    exdates: tuple[date, ...] = ()
    implied: tuple[str, ...] = ()
    anchor: Anchor | None = None

    @property
    def first_day(self) -> date | None:
        """Give the day it starts on, whatever its grain."""
        return self.start.date() if isinstance(self.start, datetime) else self.start

    @property
    def last_day(self) -> date | None:
        """Give the last day it touches; a moment's is its first."""
        if isinstance(self.end, datetime):
            return self.end.date()
        return self.first_day if self.end is None and self.form is Form.MOMENT else self.end


class TimeMention(Struct, frozen=True, kw_only=True):
    """Words that say a time: `when` is None when they could not be resolved, and `unresolved` says why.

    `notes` records what a reader of the trace should know: a weekday that contradicts its date, an estimated holiday.
    """

    text: str
    span: Span
    when: When | None
    rule: str
    unresolved: Reason | None = None
    notes: tuple[str, ...] = ()


# ---------------------------------------------------------------- places


class Division(Struct, frozen=True):
    """An administrative division: adcode (six digits, GB/T 2260) or township code (nine digits), and its name."""

    adcode: str
    name: str


TIE = "a tie"
"""Why a place was not chosen over another of its name: nothing decided between them."""


class Candidate(Struct, frozen=True, kw_only=True):
    """A place that could have been meant, and why it was or was not chosen."""

    name: str
    adcode: str
    level: Level
    basis: Basis | None = None
    lost: str | None = None


class PlaceMention(Struct, frozen=True, kw_only=True):
    """Words that name a place: its canonical name, every adcode it may have (one when settled), and its role."""

    text: str
    span: Span
    name: str
    level: Level
    adcodes: tuple[str, ...]
    role: PlaceRole
    rule: str


class Where(Struct, frozen=True, kw_only=True):
    """Where an activity takes place: `venue` is the canonical name, `written` the words of the report."""

    basis: Basis
    venue: str | None = None
    written: str | None = None
    township: Division | None = None
    districts: tuple[Division, ...] = ()
    city: Division | None = None
    province: Division | None = None
    online: bool = False
    span: Span | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def rivals(self) -> tuple[Candidate, ...]:
        """The like-named places that nothing decided between."""
        return tuple(each for each in self.candidates if each.lost == TIE)


# ---------------------------------------------------------------- events


class Evidence(Struct, frozen=True):
    """A quotation of the page that an event rests on; `span` is in the page's text."""

    role: Role
    quote: str
    span: Span
    rule: str


class Source(Struct, frozen=True, kw_only=True):
    """The report that an event was read from."""

    publication: str | None
    issued: date | None
    issued_from: str | None
    page: str | None
    headline: str | None
    url: str | None
    sentence: str


class Event(Struct, frozen=True, kw_only=True):
    """An activity with a when and a where, as a reader would put it into a calendar.

    `uid` depends on the source and the event's place in it, never on its wording or time. `when_text` and `when_span`
    are the words that say the time, in the page's text; None when nothing was said and the window is implied.
    `sequence`, `created` and `changed` are the store's: an event fresh from a page has 0 and its issue date's midnight.
    """

    uid: str
    title: str
    kind: Kind
    status: Status
    when: When
    where: Where
    confidence: float
    sources: tuple[Source, ...]
    evidence: tuple[Evidence, ...]
    when_text: str | None = None
    when_span: Span | None = None
    organisers: tuple[str, ...] = ()
    attendance: str | None = None
    deadline: date | None = None
    admission: str | None = None
    signup: str | None = None
    previous: When | None = None
    sequence: int = 0
    created: datetime | None = None
    changed: datetime | None = None


class Review(Struct, frozen=True):
    """What could not be settled: the reason and the words, with their span in the page's text."""

    reason: Reason
    text: str
    span: Span


class ReadReport(Struct, frozen=True):
    """A report and what the normaliser made of it."""

    report: Report
    events: tuple[Event, ...] = ()
    reviews: tuple[Review, ...] = ()


class ReadPage(Struct, frozen=True):
    """A page (its issue date inferred where it gave none) and its reports, read."""

    page: Page
    reports: tuple[ReadReport, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """Give the page's events in the order in which it reports them."""
        return tuple(event for each in self.reports for event in each.events)


class InputError(Exception):
    """Input that cannot be read: names the document, and the line where there is one."""

    def __init__(self, path: str, problem: str, line: int | None = None) -> None:
        self.path, self.problem, self.line = path, problem, line
        place = path if line is None else f"{path}, line {line}"
        super().__init__(f"{place}: {problem}")
