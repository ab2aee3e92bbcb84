"""The words around places, by what they tell: `data/lexicon/place_cues.csv`."""

from __future__ import annotations

import csv
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from calendar_app.resources import folder

MARKS = (
    "tail", "road", "township", "community", "online", "city-wide",
    "district-anaphor", "venue-anaphor", "elided-district", "elided-city",
)  # fmt: skip
"""Kinds that are looked for all over a text; the others are only looked at beside a place."""


class Words(Struct, frozen=True):
    """Words of one kind, longest first, by their first and by their last characters."""

    words: tuple[str, ...]
    by_first: dict[str, tuple[str, ...]]
    by_last: dict[str, tuple[str, ...]]

    def begin(self, text: str, at: int = 0) -> bool:
        """Tell whether one of them begins at an offset of the text."""
        words = self.by_first.get(text[at : at + 1])
        return words is not None and text.startswith(words, at)

    def end(self, text: str) -> bool:
        """Tell whether the text ends with one of them."""
        words = self.by_last.get(text[-1:])
        return words is not None and text.endswith(words)

    def taken(self, text: str, at: int) -> int:
        """Give the offset behind as many of them as stand in a row (区委宣传部)."""
        while words := self.by_first.get(text[at : at + 1]):
            if not text.startswith(words, at):
                break
            at += len(next(word for word in words if text.startswith(word, at)))
        return at


class Cues(Struct, frozen=True):
    """The kinds of words that are looked at beside a place, and one automaton over the marks."""

    abstract: Words  # 建设, 精神: 在朝阳区建设中 is no site
    before_guest: Words  # 来自, 邀请
    before_organiser: Words  # 由
    before_site: Words  # 在, 走进
    before_subject: Words  # 取材于, 讲述: what a work is about
    decoy: Words  # 三明治: looks like a place and is none
    event_name: Words  # 论坛, 电影节: the place is part of a name
    holding: Words  # 举行, 上演: said of what takes place
    inner: Words  # 报告厅, 展厅: part of a venue
    landmark: Words  # 附近的: something else is there
    locative: Words  # 内, 门前
    not_before: Words  # 由于, 得到: end like a cue of place and are none
    organisation: Words  # 总工会, 区委
    organising: Words  # 主办, 组织: said of who holds it
    people: Words  # 代表队, 选手
    post: Words  # 主席, 书记
    product: Words  # 大桃, 海鲜
    source: Words  # 获悉: where news comes from
    spokesman: Words  # 负责人介绍
    wire: Words  # 本报, 新华社: open a dateline
    weak: Words  # 城区, 东区: county names that are common words
    marks: AhoCorasick
    mark_kinds: tuple[str, ...]
    tails: tuple[str, ...]


@cache
def cues() -> Cues:
    """Load the table once."""
    kinds: dict[str, list[str]] = {}
    with (folder("data") / "lexicon" / "place_cues.csv").open(encoding="utf-8", newline="") as lines:
        for cue, kind in list(csv.reader(lines))[1:]:
            kinds.setdefault(kind, []).append(cue)
    marked = [(cue, kind) for kind in MARKS for cue in kinds[kind]]
    beside = {kind.replace("-", "_"): _words(words) for kind, words in kinds.items() if kind not in MARKS}
    return Cues(
        **beside,
        marks=AhoCorasick([cue for cue, _ in marked], MatchKind.LeftmostLongest, store_patterns=False),
        mark_kinds=tuple(kind for _, kind in marked),
        tails=tuple(kinds["tail"]),
    )


def _words(words: list[str]) -> Words:
    longest_first = tuple(sorted(words, key=len, reverse=True))
    by_first: dict[str, tuple[str, ...]] = {}
    by_last: dict[str, tuple[str, ...]] = {}
    for word in longest_first:
        by_first[word[0]] = (*by_first.get(word[0], ()), word)
        by_last[word[-1]] = (*by_last.get(word[-1], ()), word)
    return Words(longest_first, by_first, by_last)
