"""The words that tell of activities: what takes place (nouns) and that it takes place (triggers)."""

from __future__ import annotations

import csv
import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from calendar_app.model import Kind
from calendar_app.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from calendar_app.model import Span


class Aspect(StrEnum):
    """What a trigger says of its activity's course."""

    HOLD = "hold"  # 举行, 上演: it takes place
    RUN = "run"  # 展出, 开放: it goes on
    OPEN = "open"  # 开幕, 启动: it begins
    CLOSE = "close"  # 闭幕, 落幕: it ends
    VISIT = "visit"  # 走进, 来到: somebody goes there
    GIVE = "give"  # 送上, 提供: somebody is given something
    CANCEL = "cancel"  # 取消: it does not take place
    POSTPONE = "postpone"  # 推迟: it takes place later


class Frame(StrEnum):
    """Where a trigger's activity stands: before it, after it, or either."""

    SUBJECT = "subject"
    OBJECT = "object"
    BOTH = "both"


FIRST_NIGHTS = ("首演", "首映", "公映")
"""Verbs of what may be the first of many evenings."""
HOUSES_OPEN = ("揭牌", "开板", "迎客", "开街", "开园", "开馆", "开张")
"""Verbs by which a house that has no activity's name begins, with a ceremony."""
STATES_THE_TIME = ("应为", "定档", "时间为", "时间是", "展期为", "展期是", "会期为", "赛期为")
"""Verbs whose object is the time, whatever was said before: 《父亲节去健走》一文的时间有误,应为6月15日."""


class Trigger(Struct, frozen=True):
    """A verb that tells of an activity."""

    word: str
    aspect: Aspect
    frame: Frame


@cache
def triggers() -> dict[str, Trigger]:
    """Load the trigger words (`data/lexicon/triggers.csv`)."""
    rows = _rows("triggers.csv")
    return {row["word"]: Trigger(row["word"], Aspect(row["aspect"]), Frame(row["frame"])) for row in rows}


@cache
def nouns() -> dict[str, Kind | None]:
    """Load the nouns that end an activity's name, and their kinds (`data/lexicon/activity_nouns.csv`).

    A word without a kind only looks like one: 协会 is no 会, 环节 no 节.
    """
    return {row["noun"]: None if row["kind"] == "none" else Kind(row["kind"]) for row in _rows("activity_nouns.csv")}


def trigger_spans(text: str) -> list[Span]:
    """Find every trigger of a text, the longest at each place, in one pass."""
    return [(begin, end) for _, begin, end in _automaton(triggers).find_matches_as_indexes(text)]


def noun_spans(text: str) -> list[Span]:
    """Find every activity noun of a text, the longest at each place, in one pass; words that only look like one too."""
    return [(begin, end) for _, begin, end in _automaton(nouns).find_matches_as_indexes(text)]


@cache
def trigger_pattern() -> re.Pattern[str]:
    """Compile the triggers into one pattern, longest first, for a stretch of text."""
    return _alternatives(triggers())


@cache
def noun_pattern() -> re.Pattern[str]:
    """Compile the activity nouns into one pattern, longest first, for a stretch of text."""
    return _alternatives(nouns())


@cache
def _automaton(words: Callable[[], Iterable[str]]) -> AhoCorasick:
    return AhoCorasick(list(words()), matchkind=MatchKind.LeftmostLongest)


def _alternatives(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


def _rows(name: str) -> list[dict[str, str]]:
    with (folder("data") / "lexicon" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
