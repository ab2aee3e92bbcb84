"""What a rule is, and how to write one.

To teach an expression, write one function in one file of `rules/`:

    @rule(
        "a day by its distance from the day of publication",     what it means, for the reader of the README
        starts=tuple(DAYS),                                      the words it can begin with
        pattern=f"(?P<day>{any_of(DAYS)})",                      the whole of it, on FOLDED text, groups by name
        words=DAYS,                                              its table: every word must occur in an example
        examples={"今天": "2023-04-28", "将于「明天」开幕": "2023-04-29"},
        refuses=("今日头条",),
    )
    def relative_day(said: Said) -> Statement | None:
        return Point((ShiftedDay(DAYS[said["day"]]),))

The function states what the words say, as a chain of `pieces`, and nothing that the anchor must tell;
`combine.py` joins it to its neighbours and `resolve.py` fills it in. It may return None to refuse, or SILENT for words
that look like a time and are none, in which no other rule may read one either. Its answer may depend on nothing but
the groups, for it is remembered by the words. Modules of `rules/` are found by themselves.

`starts` are literal beginnings, at least one character of folded text each. `#` stands for a number (digits or
Chinese numerals): `#月` is a number before 月, `#月#` one before 月 and another number, `近#` 近 before a number.
`年|底` is 底 where 年 stands before it, `?五一` is 五一 with an opening quotation mark before it or without one.
The pattern is tried at these places only: the longer a start, the fewer they are.

A `head` is a beginning that several rules share: it is matched once for all of them, and `pattern` is what follows it.

Examples are read on Friday, 28 April 2023 (09:00), each through the whole finder: a phrase is put into a sentence,
and a sentence has the words that must be found between 「 and 」. The value is EDTF; a recurrence is written
`RRULE | EDTF of its span`, daily hours stand after a blank (`2023-05-01/2023-05-03 09:00/17:00`). In what is
refused nothing may be found, in a sentence or alone; with 「 and 」, nothing in the words between them.

`finding.py` tries the rules. Of all that match, the leftmost wins, then the longest, then the one written first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from msgspec import Struct, field

if TYPE_CHECKING:
    from calendar_app.normaliser.times.statements import Statement

Said = Mapping[str, str]
"""The named groups of a match; what did not take part is the empty string."""


class Silence:
    """What a rule states of a name (二月河): that it says no time."""


SILENT = Silence()
State = Callable[[Said], "Statement | Silence | None"]
"""What the function of a rule does."""


class Match(Protocol):
    """What is needed of a match."""

    def end(self) -> int:
        """Give the offset behind it."""

    def group(self) -> str:
        """Give all of its words."""

    def groupdict(self, default: str) -> Mapping[str, str]:
        """Give its named groups."""


Matcher = Callable[[str, int], "Match | None"]
"""What tries to match a text at an offset."""
REMEMBERED = 4096
"""How many wordings a rule remembers before it forgets them all."""


class Rule(Struct, dict=True):
    """A way of saying a time: see the module's text."""

    family: str
    name: str
    means: str
    starts: tuple[str, ...]
    head: Matcher | None
    pattern: str
    state: State
    words: tuple[str, ...]
    examples: Mapping[str, str]
    refuses: tuple[str, ...]
    order: int
    known: dict[str, Statement | Silence | None] = field(default_factory=dict)

    @cached_property
    def match(self) -> Matcher:
        """Compile the pattern when it is first tried."""
        tail = re.compile(self.pattern).match
        return _behind(self.head, tail) if self.head else tail

    def read(self, match: Match) -> Statement | Silence | None:
        """State what the matched words say; None when the rule refuses them."""
        words = match.group()
        if words in self.known:
            return self.known[words]
        if len(self.known) >= REMEMBERED:
            self.known.clear()
        statement = self.known[words] = self.state(match.groupdict(""))
        return statement


class Joined(NamedTuple):
    """A match of a beginning and one of what follows it."""

    head: Match
    tail: Match

    def end(self) -> int:
        """Give the offset behind both."""
        return self.tail.end()

    def group(self) -> str:
        """Give the words of both."""
        return self.head.group() + self.tail.group()

    def groupdict(self, default: str) -> Mapping[str, str]:
        """Give the named groups of both."""
        return {**self.head.groupdict(default), **self.tail.groupdict(default)}


def _behind(head: Matcher, tail: Matcher) -> Matcher:
    def match(text: str, start: int) -> Joined | None:
        begun = head(text, start)
        ended = begun and tail(text, begun.end())
        return Joined(begun, ended) if begun and ended else None

    return match


class Reading(NamedTuple):
    """Words between two offsets, what they say, and the rule that read them."""

    start: int
    end: int
    statement: Statement
    rule: str


RULES: list[Rule] = []


def rule(  # noqa: PLR0913 - what a rule is made of, each by its name
    means: str,
    *,
    starts: Iterable[str],
    head: Matcher | None = None,
    pattern: str,
    examples: Mapping[str, str],
    words: Iterable[str] = (),
    refuses: tuple[str, ...] = (),
) -> Callable[[State], State]:
    """Make a rule of a function; the module's text tells what each argument is."""

    def register(state: State) -> State:
        family = state.__module__.rpartition(".")[2]
        name = state.__name__
        RULES.append(
            Rule(family, name, means, tuple(starts), head, pattern, state, tuple(words), examples, refuses, len(RULES))
        )
        return state

    return register


def any_of(words: Iterable[str]) -> str:
    """Write an alternation of words, the longer before the shorter, for a pattern."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"
