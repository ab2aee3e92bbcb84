"""Names by their last word: townships and communities of the tables, venues by their shape, and anaphors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.model import Level
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.places.cues import cues
from calendar_app.normaliser.places.hits import ANAPHORS, Hit
from calendar_app.normaliser.places.shapes import ROAD, counted, edge, estate, generic, parted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.normaliser.places.gazetteer import Gazetteer

LONGEST_NAME = 12
"""Characters of the longest township or community that is looked up."""
CONJUNCTION = Pattern("[与及]|和(?![平谐睦美园])")
"""What parts two venues, and begins no name itself."""
LONGEST_VENUE = 40
"""Characters that a shaped venue may grow to; a bound keeps long runs of last words linear."""
NEAR = 5
"""Known names before a last word that may begin its venue's name."""
OFFICE = re.compile(r"(?:社区|村)?(?:居委会|村委会|居民委员会|村民委员会)$")
COMMUNITY = re.compile(r".{2,10}?(?:社区|村)(?!镇|乡)")
"""The community that a venue's name begins with: 芳城园一区社区活动室."""
NOT_IN_NAMES = ("辖区", "全区", "全县")
"""Anaphors that say where a venue is and are no part of its name: 辖区邮局, but 该区文化馆."""
TABLES = ("township", "community")
SHAPED = ("shape", "road")
GROWING = ("shape", "pattern", "district-anaphor", "elided-district")


class Tails:
    """One pass over the last words of a text, beside the names already known."""

    def __init__(self, text: str, known: list[Hit], gazetteer: Gazetteer) -> None:
        self.text, self.known, self.gazetteer = text, known, gazetteer
        self.found: list[Hit] = []

    def read(self, marks: Sequence[tuple[int, int, int]]) -> list[Hit]:
        """Read the last words in order and merge what they end with the known names."""
        kinds, known, place = cues().mark_kinds, self.known, 0
        for pattern, start, end in marks:
            while place < len(known) and known[place].end <= start:
                place += 1
            near = known[max(0, place - NEAR) : place + 1]
            over = known[place] if place < len(known) and known[place].start <= start else None
            if over is None or (over.bare and over.end < end):
                self._take(kinds[pattern], start, end, near)
            elif over.end < end:
                self._take_rest(over.end, end, near)
            elif over.bare or self._cut(over, near):
                self._take_longer(kinds[pattern], start, end, near)
        return self._merged() if self.found else [hit for hit in known if hit.rule != "decoy"]

    def _merged(self) -> list[Hit]:
        """Let a longer name win over the shorter ones inside it."""
        merged: list[Hit] = []
        found, i = self.found, 0
        for hit in self.known:
            while i < len(found) and found[i].end <= hit.start:
                merged.append(found[i])
                i += 1
            if hit.rule != "decoy" and (i == len(found) or hit.end <= found[i].start):
                merged.append(hit)
        return merged + found[i:]

    def _take(self, kind: str, start: int, end: int, near: Sequence[Hit]) -> None:
        """Read one last word: an anaphor, a name of the tables, else a shape."""
        if self.found and self.found[-1].end > start:
            return
        if kind in ANAPHORS:
            if kind == "venue-anaphor" and self._belongs(start, near):
                return
            if not kind.startswith("elided") or parted(self.text, start):
                self._keep(Hit(start, end, self.text[start:end], ANAPHORS[kind], (), kind))
            else:  # 区文化馆 stands alone; in 顺义区文化馆 it is part of a name
                self._take_rest(start + 1, end, near)
            return
        near = (*near, *(hit for hit in self.found[-2:] if hit.rule not in SHAPED))
        self._keep(self._named(kind, start, end, near) or self._shaped(kind, start, end, near))

    def _belongs(self, start: int, near: Sequence[Hit]) -> bool:
        """Tell whether 园里 is the end of a longer word (大观园里), not a venue named before."""
        return self.text[start] not in "该本" and any(
            hit.end == start and hit.bare and hit.level is not Level.VENUE for hit in near
        )

    def _take_rest(self, start: int, end: int, near: Sequence[Hit]) -> None:
        """Read what a known name leaves of a mark: 文化馆, of 区文化馆 behind 顺义区."""
        if self.text[end - 1] in "馆宫":
            self._take("tail", start, end, near)

    def _cut(self, over: Hit, near: Sequence[Hit]) -> bool:
        """Tell whether a township begins where no name can (新村街道, in 曹杨新村街道)."""
        return (
            over.level is Level.TOWNSHIP
            and not any(hit.end == over.start for hit in near)
            and not parted(self.text, over.start)
        )

    def _take_longer(self, kind: str, start: int, end: int, near: Sequence[Hit]) -> None:
        """Read 辛丰镇 where only the stem 丰镇 is known."""
        hit = self._named(kind, start, end, near)
        if hit and hit.start < near[-1].start:
            self._keep(hit)

    def _keep(self, hit: Hit | None) -> None:
        if hit:
            while self.found and self.found[-1].end > hit.start:
                self.found.pop()
            self.found.append(hit)

    def _named(self, kind: str, start: int, end: int, near: Sequence[Hit]) -> Hit | None:
        """Look the longest name that ends here up among China's townships or Beijing's communities."""
        text = self.text
        if kind not in TABLES or (kind == "community" and text.startswith(("镇", "乡"), end)):
            return None
        table = self.gazetteer.townships if kind == "township" else self.gazetteer.communities
        level = Level.TOWNSHIP if kind == "township" else Level.COMMUNITY
        floor = self.found[-1].end if self.found and self.found[-1].rule == "gazetteer" else 0
        for begin in range(max(floor, end - LONGEST_NAME), start):
            codes = table.get(text[begin:end])
            whole = kind == "township" and end - begin > 3  # 海特花园社区 is not the 花园社区 of the table
            if codes and (whole or parted(text, begin) or any(hit.end == begin for hit in near)):
                return Hit(begin, end, text[begin:end], level, codes, "gazetteer")
        return None

    def _shaped(self, kind: str, start: int, end: int, near: Sequence[Hit]) -> Hit | None:
        """Stretch a venue leftwards from its last word, to the name it begins with or to what cannot belong to it."""
        text, found = self.text, self.found
        if kind == "tail" and found and found[-1].end == start and self._grows(found[-1], end):
            return found[-1]._replace(end=end, name=found[-1].name + text[start:end])
        begin = self._past_venues(edge(text, start), start, near)
        head = self._head(begin, start, near)
        if head is None or (head.bare and self._lives(text[begin:end])):
            return self._unknown(kind, begin, end)
        if end - head.start > LONGEST_VENUE or generic(text[head.end : end]):
            return None
        if head.rule == "district-anaphor":
            rule = "shape" if head.name in NOT_IN_NAMES else head.rule
            return head._replace(end=end, name=text[head.end : end], level=Level.VENUE, rule=rule)
        if head.rule in ANAPHORS or head.level is Level.VENUE:
            return head._replace(end=end, rule="inner" if head.rule == "gazetteer" else head.rule)
        if kind == "road":
            return None
        level = Level.COMMUNITY if kind == "community" else Level.VENUE
        return Hit(head.start, end, text[head.start : end], level, head.codes, "pattern")

    def _past_venues(self, begin: int, start: int, near: Sequence[Hit]) -> int:
        """Step over the venues that a conjunction parts from a name: 天坛公园和顺义公园 are two."""
        ends = (hit.end for hit in near if hit.level is Level.VENUE and begin <= hit.end < start)
        return max((end + 1 for end in ends if CONJUNCTION.match(self.text, end)), default=begin)

    @staticmethod
    def _grows(hit: Hit, end: int) -> bool:
        """Tell whether a shaped venue may take another last word (工人文化宫影剧院)."""
        return hit.rule in GROWING and hit.level is Level.VENUE and end - hit.start <= LONGEST_VENUE

    def _head(self, begin: int, start: int, near: Sequence[Hit]) -> Hit | None:
        """Find the known name that a venue's name begins with: the last that nothing parts from the last word."""
        head: Hit | None = None
        for hit in near:
            if hit.end > start or hit.end < begin or hit.rule == "decoy" or (hit.start < begin == hit.end and hit.bare):
                continue
            if hit.bare:
                if ROAD.match(self.text, hit.end) or not (
                    hit.start <= begin if head is None else self._inside(hit, head)
                ):
                    continue
                if hit.level is Level.TOWNSHIP and len({code[:6] for code in hit.codes}) > 1:
                    continue
            if head is None or hit.start > head.start:
                head = hit
        return head

    def _inside(self, hit: Hit, head: Hit) -> bool:
        if head.level is Level.VENUE or head.end != hit.start:
            return False
        return bool(self.gazetteer.divisions.inside(hit.codes, head.codes))

    def _unknown(self, kind: str, begin: int, end: int) -> Hit | None:
        text = self.text
        name = text[begin:end]
        if len(name) < 3 or counted(name):
            return None
        if kind == "community" or (kind == "tail" and OFFICE.search(name)):
            if codes := self._lived_in(OFFICE.sub("", name)):
                return Hit(begin, end, name, Level.COMMUNITY, codes, "gazetteer")
        elif kind == "tail" and (lived := COMMUNITY.match(name)) and (codes := self._lived_in(lived[0])):
            return Hit(begin, end, name, Level.VENUE, codes, "pattern")
        level = Level.COMMUNITY if kind == "community" else Level.VENUE
        return Hit(begin, end, name, level, (), "road" if kind == "road" else "shape")

    def _lives(self, name: str) -> bool:
        """Tell whether a name is, or begins with, one of Beijing's communities: 安宁里社区 is not in 安宁."""
        lived = COMMUNITY.match(name)
        return lived is not None and lived[0] in self.gazetteer.communities

    def _lived_in(self, name: str) -> tuple[str, ...]:
        """Look a community of Beijing up, with its last word or without it; else what its name shares with others."""
        stem = name.removesuffix("社区").removesuffix("村")
        table = self.gazetteer.communities
        for whole in (name, stem + "社区", stem + "村"):
            if codes := table.get(whole):
                return codes
        return self.gazetteer.estates.get(estate(stem + "社区") or "", ())
