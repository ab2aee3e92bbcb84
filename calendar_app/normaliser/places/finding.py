"""Find the names of places in a text: known ones by one automaton, the others by their last word."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from calendar_app.model import Level
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.places.cues import cues
from calendar_app.normaliser.places.hits import Hit
from calendar_app.normaliser.places.tails import Tails

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calendar_app.normaliser.places.gazetteer import Gazetteer

UNIVERSITY = ("大学", "学院", "大")
BRANCH = Pattern("(?:新|老|主)?(?:校区|校园|分校|院区|分院|分馆|园区)")
"""What follows a city behind a venue's name when the venue meant is its branch there: 北京师范大学珠海校区."""
ATTACHED = Pattern(r"[\u4e00-\u9fff]{0,6}附属[\u4e00-\u9fff]{0,8}?(?:医院|中学|小学|学校|幼儿园)")
"""What follows a university's name when the house meant is another one, somewhere else: 浙江大学医学院附属第一医院."""
OF_THE_CITY = ("市中区", "市南区", "市北区")
"""Districts whose names begin with the last character of 济南市."""


def find(text: str, gazetteer: Gazetteer) -> list[Hit]:
    """Find all names in a folded text, in order, non-overlapping; bare names still want confirmation."""
    known = [Hit(start, end, *reading) for start, end, reading in gazetteer.names.find(text)]
    known = list(_branches(text, known))
    if "市" in text:
        known = list(_parted_cities(text, known, gazetteer))
    marks = cues().marks.find_matches_as_indexes(text)
    if not marks:
        return [hit for hit in known if hit.rule != "decoy"]
    return Tails(text, known, gazetteer).read(marks)


def _branches(text: str, known: Sequence[Hit]) -> Iterator[Hit]:
    """Join a venue and the city in which its branch is; the branch lies there."""
    taken = False
    for hit, after in zip_longest(known, known[1:]):
        if taken:
            taken = False
            continue
        if hit.level is Level.VENUE and hit.name.endswith(UNIVERSITY):
            limit = after.start if after else len(text)
            if other := ATTACHED.match(text, hit.end, limit):
                yield hit._replace(end=other.end(), name=text[hit.start : other.end()], codes=(), rule="shape")
                continue
        if (
            hit.level is Level.VENUE
            and after
            and after.start == hit.end
            and after.level in {Level.CITY, Level.DISTRICT}
            and (branch := BRANCH.match(text, after.end))
        ):
            taken = True
            name = text[hit.start : branch.end()]
            yield hit._replace(end=branch.end(), name=name, codes=after.codes)
        else:
            yield hit


def _parted_cities(text: str, known: Sequence[Hit], gazetteer: Gazetteer) -> Iterator[Hit]:
    """Part 济南市中区 before 市中区, where the city has a district so called."""
    for hit in known:
        if hit.level is Level.CITY and text[hit.end - 1] == "市" and text[hit.end - 1 : hit.end + 2] in OF_THE_CITY:
            name = text[hit.end - 1 : hit.end + 2]
            codes = tuple(place.code for place in gazetteer.names.meanings(name))
            inside = gazetteer.divisions.inside(codes, hit.codes)
            if inside:
                yield hit._replace(end=hit.end - 1)
                yield Hit(hit.end - 1, hit.end + 2, name, Level.DISTRICT, inside, "gazetteer")
                continue
        yield hit
