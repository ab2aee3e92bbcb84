"""Find in a text what the rules can read: where each of them can begin, and which of those that match wins."""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from calendar_app.normaliser.times.grammar import Reading, Silence
from calendar_app.normaliser.times.numbers import CHINESE_NUMERALS, NUMERALS
from calendar_app.normaliser.times.shapes import OPENING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calendar_app.normaliser.times.grammar import Rule
    from calendar_app.normaliser.times.statements import Statement

DECIMALS = "0123456789"
FIGURES = (*DECIMALS, *CHINESE_NUMERALS, " ")
WEEKS = ("周", "期", "拜")
"""After these the first numeral is a weekday, and a number may begin at the second: 周三三点."""
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
    from calendar_app.normaliser.times.rules import load  # noqa: PLC0415 - loaded when the first text is read

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
