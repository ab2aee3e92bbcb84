"""What a rule is, and where in a text each rule is tried.

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

The function states what the words say, as a chain of pieces (`pieces.py`), and nothing that the anchor must tell;
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

Of all the rules that match, the leftmost wins, then the longest, then the one written first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol

from msgspec import Struct, field

from calendar_app.normaliser.times.numbers import NUMERALS

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


# ---------------------------------------------------------------- where rules are tried

DECIMALS = "0123456789"
FIGURES = (*DECIMALS, *NUMERALS[3:], " ")
WEEKS = ("周", "期", "拜")
"""After these the first numeral is a weekday, and a number may begin at the second: 周三三点."""
OPENING = "“‘\"'「『《〈"
"""The marks that open a quotation or a title."""
MARKS = frozenset(OPENING)
PERHAPS_QUOTED = -1
"""Where a rule begins that an opening mark before the word belongs to."""


class Triggers:
    """The places where rules can begin: literal starts in one Aho-Corasick pass, numbers in one pass of a pattern."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 - loaded when the first text is read

        shared: dict[tuple[str, ...], list[Rule]] = {}
        for each in rules:
            shared.setdefault(each.starts, []).append(each)
        # by the word that is looked for, and how far inside it the rules begin
        by_word: dict[tuple[str, int], list[Rule]] = {}
        # what stands before a number is looked for with the number's first character
        self.by_unit: dict[str, list[Rule]] = {}
        for starts, together in shared.items():
            for start in starts:
                for word in [start[:-1] + figure for figure in FIGURES] if start[1:].endswith("#") else (start,):
                    if word[0] == "#":
                        self.by_unit.setdefault(word[1:], []).extend(together)
                        continue
                    before, _, begun = word.rpartition("|")
                    place = (word[1:], PERHAPS_QUOTED) if word[0] == "?" else (before + begun, len(before))
                    by_word.setdefault(place, []).extend(together)
        for unit in [unit for unit in self.by_unit if len(unit) > 1]:
            self.by_unit[unit] = self.by_unit.get(unit[0], []) + self.by_unit[unit]
        heads = re.escape("".join(sorted({unit[0] for unit in self.by_unit})))
        whole = f"(?P<number>[{NUMERALS}](?<![{NUMERALS}]{{2}})[{NUMERALS}]*+)"
        self.runs = re.compile(f"{whole} ?(?=[{heads}])" if heads else "(?!)").finditer
        self.by_word = [(inside, together) for (_, inside), together in by_word.items()]
        self.automaton = AhoCorasick([word for word, _ in by_word])

    def places(self, text: str) -> list[tuple[int, list[Rule]]]:
        """Give offsets, ascending, with the rules that can begin there."""
        found = []
        for word, start, _ in self.automaton.find_matches_as_indexes(text, overlapping=True):
            inside, rules = self.by_word[word]
            if inside == PERHAPS_QUOTED:
                inside = 0
                if text[start - 1 : start] in MARKS:
                    found.append((start - 1, rules))
            found.append((start + inside, rules))
        for run in self.runs(text):
            end = run.end()
            counted = self.by_unit.get(text[end : end + 2]) or self.by_unit.get(text[end])
            if counted is None:
                continue
            start, stop = run.span(1)
            if (text[start] in DECIMALS) is not (text[stop - 1] in DECIMALS):
                start = _last_number(text, start, stop)
            found.append((start, counted))
            if stop - start > 1 and text[start - 1 : start] in WEEKS:
                found.append((start + 1, counted))
        found.sort(key=itemgetter(0))
        return found


def _last_number(text: str, start: int, end: int) -> int:
    """Find where the last number of a run in digits and in numerals begins: 周三14点."""
    decimal = text[end - 1] in DECIMALS
    while start < end and (text[end - 1] in DECIMALS) is decimal:
        end -= 1
    return end


@cache
def triggers() -> Triggers:
    """Build the triggers of all rules, once."""
    from calendar_app.normaliser.times.rules import load  # noqa: PLC0415 - the rules import this module

    return Triggers(load())


def readings(text: str) -> list[Reading]:
    """Read every expression of a folded text: leftmost, then longest, then writing order; none overlap."""
    found: list[Reading] = []
    reached = begun = 0
    best: tuple[int, int] | None = None
    said: Statement | Silence | None = None
    winner: Rule | None = None
    for start, rules in triggers().places(text):
        if winner and said and best and start > begun:
            reached = -best[0]
            if not isinstance(said, Silence):
                found.append(Reading(begun, reached, said, winner.name))
            best = winner = None
        if start < reached:
            continue
        begun = start
        for each in rules:
            match = each.match(text, start)
            if match is None or (best and (-match.end(), each.order) >= best):
                continue
            statement = each.read(match)
            if statement is not None:
                best, said, winner = (-match.end(), each.order), statement, each
    if winner and said and best and not isinstance(said, Silence):
        found.append(Reading(begun, -best[0], said, winner.name))
    return found
