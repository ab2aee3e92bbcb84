"""Find the names of places in a text: known ones by one automaton, the others by their shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from calendar_app.model import Level
from calendar_app.normaliser.places.cues import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.normaliser.places.gazetteer import Gazetteer, Place

ROAD = re.compile(r"[东西南北中]?[一二三四五]?(?:路|大?街|大道|胡同|巷|桥|口岸)")
LIST = re.compile(r"、|[和与及](?!平)|以及|,(?=[^,。]{1,8}区)")
LINK = re.compile(r"[ \t]*的?[ \t]*")
LONGEST_TOWNSHIP = 12
LONGEST_SHAPE = 18
STOP = re.compile(
    r"[^\u4e00-\u9fffA-Za-z0-9·\-—]|在|于|到|走进|走入|来自|前往|位于|参观了?|[和与及向从将被把为对了的让由是有]|举[办行]|(?<=[0-9一二三四五六七八九十])[日时分点号晚]"
)
DIVISIONS = frozenset((Level.PROVINCE, Level.CITY, Level.DISTRICT, Level.TOWNSHIP, Level.COMMUNITY))
FINENESS = {level: rank for rank, level in enumerate(Level)}


class Hit(NamedTuple):
    """A stretch of text that names a place; `codes` are all that it may mean, `rule` is how it was found."""

    start: int
    end: int
    name: str
    level: Level
    codes: tuple[str, ...]
    rule: str
    bare: bool = False

    @property
    def coarse(self) -> bool:
        """Tell whether it is a division and no venue."""
        return self.level in DIVISIONS


def find(text: str, gazetteer: Gazetteer) -> list[Hit]:
    """Find all names in a folded text, in order, non-overlapping; bare names still want confirmation."""
    known = _known(text, gazetteer)
    shaped = _shaped(text, known, gazetteer)
    if not shaped:
        return known
    kept = [hit for hit in known if not any(s.start <= hit.start and hit.end <= s.end for s in shaped)]
    return sorted(kept + shaped)


def _known(text: str, gazetteer: Gazetteer) -> list[Hit]:
    automaton, names = gazetteer.automaton
    hits = []
    for pattern, start, end in automaton.find_matches_as_indexes(text):
        places = gazetteer.places[names[pattern]]
        if places:
            hits.append(_hit(start, end, places, text))
    return hits


def _hit(start: int, end: int, places: Sequence[Place], text: str) -> Hit:
    first = places[0]
    if len(places) == 1:
        return Hit(start, end, first.name, first.level, (first.code,), "gazetteer", first.bare)
    top = min(FINENESS[place.level] for place in places)
    name = first.name if all(place.name == first.name for place in places) else text[start:end]
    level = next(place.level for place in places if FINENESS[place.level] == top)
    return Hit(
        start, end, name, level, tuple(dict.fromkeys(place.code for place in places)), "gazetteer",
        all(place.bare for place in places),
    )  # fmt: skip


def _shaped(text: str, known: Sequence[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Find names by their last word: townships and communities by table, venues by shape."""
    found: list[Hit] = []
    lexicon = cues()
    place = 0
    for pattern, start, end in lexicon.marks.find_matches_as_indexes(text):
        kind = lexicon.mark_kinds[pattern]
        while place < len(known) and known[place].end < end:
            place += 1
        floor = found[-1].end if found else 0
        if place < len(known) and known[place].start <= start and end <= known[place].end:
            if known[place].bare and (hit := _named(text, start, end, floor, kind, gazetteer)):
                found.append(hit)
            continue
        if kind in {"online", "city-wide", "district-anaphor", "venue-anaphor"}:
            level = {"city-wide": Level.CITY, "district-anaphor": Level.DISTRICT}.get(kind, Level.VENUE)
            found.append(Hit(start, end, text[start:end], level, (), kind))
        elif hit := _named(text, start, end, floor, kind, gazetteer):
            found.append(hit)
        elif kind in {"tail", "community"} and (hit := _shape(text, start, end, found, known, kind, gazetteer)):
            if found and hit.start < found[-1].end:
                found.pop()
            found.append(hit)
    return found


def _named(text: str, start: int, end: int, floor: int, kind: str, gazetteer: Gazetteer) -> Hit | None:
    """Look the longest name that ends here up among China's townships or Beijing's communities."""
    if kind not in {"township", "community"}:
        return None
    table = gazetteer.townships if kind == "township" else gazetteer.communities
    level = Level.TOWNSHIP if kind == "township" else Level.COMMUNITY
    if kind == "community" and text[end : end + 1] in {"镇", "乡"}:
        return None
    for begin in range(max(floor, end - LONGEST_TOWNSHIP), start):
        name = text[begin:end]
        if name in table and (len(name) > 3 or begin == floor or STOP.match(text, begin - 1)):
            return Hit(begin, end, name, level, table[name], "gazetteer")
    return None


def _shape(
    text: str, start: int, end: int, found: Sequence[Hit], known: Sequence[Hit], kind: str, gazetteer: Gazetteer
) -> Hit | None:
    """Stretch a venue of unknown name leftwards from its last word to what cannot belong to it."""
    if found and found[-1].end == start and found[-1].rule == "shape":
        return found[-1]._replace(end=end, name=found[-1].name + text[start:end])
    begin = max(0, start - LONGEST_SHAPE)
    for stop in STOP.finditer(text, begin, start):
        begin = stop.end()
    head = None
    for hit in sorted((*known, *found)):
        if hit.start < begin or hit.end > start:
            continue
        if not hit.bare or (hit.start == begin if head is None else _inside(hit, head, gazetteer)):
            head = hit
    if head is not None:
        return _headed(text, head, end, kind)
    if end - begin < 3:
        return None
    level = Level.COMMUNITY if kind == "community" else Level.VENUE
    return Hit(begin, end, text[begin:end], level, (), "shape")


def _inside(hit: Hit, head: Hit, gazetteer: Gazetteer) -> bool:
    """Tell whether a bare name stands right behind the name of what contains it."""
    return head.end == hit.start and any(gazetteer.within(code, area) for code in hit.codes for area in head.codes)


def _headed(text: str, head: Hit, end: int, kind: str) -> Hit:
    """Read a venue whose name begins with a known one: a district's (通州区文化馆), or a part of a venue."""
    if head.coarse:
        level = Level.COMMUNITY if kind == "community" else Level.VENUE
        return Hit(head.start, end, text[head.start : end], level, head.codes, "pattern")
    return head._replace(end=end, rule="inner" if head.rule == "gazetteer" else head.rule)
