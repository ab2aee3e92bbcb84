"""Which events: the one object that the agenda, every feed and the API share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import replace

from calendar_app.labels import label
from calendar_app.model import Kind, Status
from calendar_app.store.districts import district, districts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST_TEXT = 100
"""The longest `q` or `organiser`, in characters."""

MOST_VALUES = 64
"""How often a parameter may be repeated."""

LONGEST_PAST = 36_500
"""The furthest that `past` looks back, in days."""

DEFAULT_PAST = 90
"""How many days back a selection reaches that does not say."""

Choice = TypeVar("Choice", bound=StrEnum)


class Precision(StrEnum):
    """The vaguest time that is still wanted, clearest first."""

    TIME = "time"  # a clock time is stated
    DAY = "day"  # the day or days are certain
    WINDOW = "window"  # one unknown day among several will do
    COARSE = "coarse"  # the month, season or year will do


class Cancelled(StrEnum):
    """What becomes of cancelled events."""

    KEEP = "keep"  # listed, with their status
    MARK = "mark"  # listed, said in words only: some calendars hide what has the status
    DROP = "drop"  # left out


class Colour(StrEnum):
    """The colours that a calendar may be given, by their CSS names (RFC 7986)."""

    FIREBRICK = "firebrick"
    DARKORANGE = "darkorange"
    GOLDENROD = "goldenrod"
    OLIVEDRAB = "olivedrab"
    SEAGREEN = "seagreen"
    TEAL = "teal"
    STEELBLUE = "steelblue"
    ROYALBLUE = "royalblue"
    REBECCAPURPLE = "rebeccapurple"
    PALEVIOLETRED = "palevioletred"
    SIENNA = "sienna"
    SLATEGRAY = "slategray"


class UnknownValue(ValueError):  # noqa: N818  it is named for what happened, as LookupError is
    """A parameter has a value that means nothing: names the parameter, the value, and what is known instead."""

    def __init__(self, parameter: str, value: str, known: Sequence[str]) -> None:
        self.parameter, self.value, self.known = parameter, value, tuple(known)
        shown = value if len(value) <= LONGEST_TEXT else value[:LONGEST_TEXT] + "…"
        super().__init__(f"{parameter}={shown}: known are {', '.join(self.known)}")


class Selection(Struct, frozen=True, kw_only=True):
    """Which events are wanted; the default is what was of late and all that comes.

    `district` holds adcodes, in order; `first` and `last` are the parameters `from` and `to`, inclusive; without
    `first`, `past` says how many days back the selection reaches, and without that the store's window does (see
    `querying.window_begin`). No `precision` means any; a calendar, which has no place for coarse times, takes it to
    mean `window`. `name` and `color` choose nothing: they are what a subscriber wants the calendar to be called and
    to look like.
    """

    district: tuple[str, ...] = ()
    kind: tuple[Kind, ...] = ()
    organiser: str = ""
    q: str = ""
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    status: tuple[Status, ...] = ()
    cancelled: Cancelled = Cancelled.KEEP
    past: int | None = None
    name: str = ""
    color: Colour | None = None

    @classmethod
    def parse(cls, args: Mapping[str, Sequence[str]]) -> Self:
        """Read a selection from query parameters, each with its values; others than a selection's are passed over.

        Raises UnknownValue for a value that means nothing, is too long, or is repeated too often.
        """
        given = {name: _wanted(name, args.get(name, ())) for name in PARAMETERS}
        first, last = _day("from", given["from"]), _day("to", given["to"])
        if first is not None and last is not None and last < first:
            raise UnknownValue("to", last.isoformat(), (f"{first.isoformat()} …",))
        precision = _choices("precision", given["precision"][:1], Precision)
        cancelled = _choices("cancelled", given["cancelled"][:1], Cancelled)
        return cls(
            district=tuple(sorted({_adcode(value) for value in given["district"]})),
            kind=_choices("kind", given["kind"], Kind),
            organiser=_text("organiser", given["organiser"]),
            q=_text("q", given["q"]),
            first=first,
            last=last,
            precision=precision[0] if precision else None,
            status=_choices("status", given["status"], Status),
            cancelled=cancelled[0] if cancelled else Cancelled.KEEP,
            past=_past(given["past"]),
            name=_text("name", given["name"]),
            color=next(iter(_choices("color", given["color"][:1], Colour)), None),
        )

    def query(self) -> str:
        """Write the selection as a query string: parameters in one order, defaults left out, districts by slug."""
        pairs = [("district", found.slug) for code in self.district if (found := district(code))]
        pairs += [("kind", each.value) for each in self.kind]
        pairs += [("organiser", self.organiser)] * bool(self.organiser)
        pairs += [("q", self.q)] * bool(self.q)
        pairs += [("from", self.first.isoformat())] if self.first else []
        pairs += [("to", self.last.isoformat())] if self.last else []
        pairs += [("precision", self.precision.value)] if self.precision else []
        pairs += [("status", each.value) for each in self.status]
        pairs += [("cancelled", self.cancelled.value)] if self.cancelled is not Cancelled.KEEP else []
        pairs += [("past", str(self.past))] if self.past is not None else []
        pairs += [("name", self.name)] * bool(self.name)
        pairs += [("color", self.color.value)] if self.color else []
        return urlencode(pairs)

    def dated(self) -> Self:
        """Leave out what cannot be put on a day, unless it was asked for: what a calendar makes of a selection."""
        return self if self.precision else replace(self, precision=Precision.WINDOW)

    def plain(self) -> Self:
        """Leave out the name and the colour of a subscription."""
        return replace(self, name="", color=None)

    def called(self, language: str = "zh") -> str:
        """Give the name that a subscriber has chosen, else say in words what is selected."""
        return self.name or self.title(language)

    def title(self, language: str = "zh") -> str:
        """Say in words what is selected: 朝阳区的文艺演出, “variety show in Chaoyang”."""
        return _chinese_title(self) if language == "zh" else _english_title(self)


PARAMETERS = (
    "district",
    "kind",
    "organiser",
    "q",
    "from",
    "to",
    "precision",
    "status",
    "cancelled",
    "past",
    "name",
    "color",
)
"""The parameters of a selection, in canonical order."""


# ---------------------------------------------------------------- reading parameters


def _wanted(parameter: str, values: Sequence[str]) -> tuple[str, ...]:
    # An empty field of a form says nothing.
    wanted = tuple(stripped for value in values if (stripped := value.strip()))
    if len(wanted) > MOST_VALUES:
        raise UnknownValue(parameter, f"{len(wanted)} ×", (f"≤ {MOST_VALUES} ×",))
    return wanted


def _adcode(value: str) -> str:
    found = district(value)
    if found is None:
        raise UnknownValue("district", value, tuple(each.slug for each in districts()))
    return found.adcode


def _choices(parameter: str, values: Sequence[str], vocabulary: type[Choice]) -> tuple[Choice, ...]:
    known = tuple(each.value for each in vocabulary)
    for value in values:
        if value not in known:
            raise UnknownValue(parameter, value, known)
    return tuple(each for each in vocabulary if each.value in values)


def _text(parameter: str, values: Sequence[str]) -> str:
    text = values[0] if values else ""
    if len(text) > LONGEST_TEXT:
        raise UnknownValue(parameter, text, (f"≤ {LONGEST_TEXT} characters",))
    if not text.isprintable():
        raise UnknownValue(parameter, repr(text), ("printable characters",))
    return text


def _day(parameter: str, values: Sequence[str]) -> date | None:
    if not values:
        return None
    try:
        return date.fromisoformat(values[0])
    except ValueError:
        raise UnknownValue(parameter, values[0], ("YYYY-MM-DD",)) from None


def _past(values: Sequence[str]) -> int | None:
    if not values:
        return None
    text = values[0]
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text) <= LONGEST_PAST):
        raise UnknownValue("past", text, (f"0 … {LONGEST_PAST}",))
    return int(text)


# ---------------------------------------------------------------- saying it in words


def _chinese_title(chosen: Selection) -> str:
    places = "、".join(found.name for code in chosen.district if (found := district(code)))
    kinds = "、".join(label(each) for each in chosen.kind)
    subject = f"{places}的{kinds or '活动'}" if places else kinds or "活动日历"
    details = [label(each) for each in chosen.status]
    details += [f"{chosen.organiser}主办"] if chosen.organiser else []
    details += [f"含“{chosen.q}”"] if chosen.q else []
    details += [f"{chosen.first.isoformat()}起"] if chosen.first else []
    details += [f"至{chosen.last.isoformat()}"] if chosen.last else []
    details += [_PRECISIONS_ZH[chosen.precision]] if chosen.precision else []
    return f"{subject}（{'，'.join(details)}）" if details else subject


def _english_title(chosen: Selection) -> str:
    places = ", ".join(found.label("en") for code in chosen.district if (found := district(code)))
    kinds = ", ".join(label(each, "en") for each in chosen.kind)
    subject = kinds.capitalize() or ("Events" if places else "Calendar of events")
    details = [label(each, "en") for each in chosen.status]
    details += [f"held by {chosen.organiser}"] if chosen.organiser else []
    details += [f"with “{chosen.q}”"] if chosen.q else []
    details += [f"from {chosen.first.isoformat()}"] if chosen.first else []
    details += [f"to {chosen.last.isoformat()}"] if chosen.last else []
    details += [_PRECISIONS_EN[chosen.precision]] if chosen.precision else []
    place = f" in {places}" if places else ""
    return f"{subject}{place} ({', '.join(details)})" if details else subject + place


_PRECISIONS_ZH = {
    Precision.TIME: "时刻确定",
    Precision.DAY: "日期确定",
    Precision.WINDOW: "日期大致确定",
    Precision.COARSE: "含日期待定",
}
_PRECISIONS_EN = {
    Precision.TIME: "clock time known",
    Precision.DAY: "day known",
    Precision.WINDOW: "day roughly known",
    Precision.COARSE: "with dates to be announced",
}
