"""Join names into phrases: a chain narrows its parts (福建省鼓楼区), a list shares its role (东城、丰台四区)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from calendar_app.model import Level
from calendar_app.normaliser.patterns import Pattern
from calendar_app.normaliser.places.cues import cues
from calendar_app.normaliser.places.hits import ANAPHORS, Hit
from calendar_app.normaliser.places.lists import listed_sites
from calendar_app.normaliser.places.names import WIDEST_FIRST
from calendar_app.normaliser.places.shapes import NATURE, ROAD, parted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.normaliser.places.gazetteer import Gazetteer

LONGEST_GAP = 4
CHAIN = Pattern(r"[ \t]*|的(?:一[座处个家片])?|境内的?|辖区内?的?")
LISTED = Pattern(r"区?(?:、|[和与及]|以及)")
MANY = Pattern(
    r"[两二三四五六七八九十][区县市地]|等[地区县乡镇街]|等[一二两三四五六七八九十0-9]+[个家处]|职工|区(?![\u4e00-\u9fff])"
)
NUMERALS = "零一两三四五六七八九十"
COUNT = Pattern(rf"等?([{NUMERALS[2:]}])个?[区县市地]")
ADDRESS = Pattern(r"[\u4e00-\u9fff]{1,8}?(?:[路街巷]|大道|胡同)[\u4e00-\u9fff]{0,2}\d+号")
WHOLE_ADDRESS = Pattern(
    r"[^,。;:!?“”、《》的了是在和与将为有\n]{3,24}(?:[区县旗镇乡村路街巷号栋室楼座]|街道|大道|胡同|延长线)"
)
AFTER_BARE = Pattern(
    r"[^\u4e00-\u9fffA-Za-z0-9]|$|[两二三四五六七八九十][区县市地]|[和与及等区的职]|[举启开召上落揭首亮]"
)


def join(text: str, hits: Sequence[Hit], gazetteer: Gazetteer) -> list[list[Hit]]:
    """Confirm the bare names and group the hits of a folded text into phrases, each in order."""
    phrases: list[list[Hit]] = []
    for hit in listed_sites(text, hits, gazetteer) if len(hits) > 1 else hits:
        if hit.bare and ROAD.match(text, hit.end):
            continue
        if phrases and hit.start - phrases[-1][-1].end <= LONGEST_GAP:
            linked = _link(text, phrases[-1][-1], hit, gazetteer)
            if linked:
                phrases[-1].append(linked)
                continue
        phrases.append([hit])
    return [kept for phrase in phrases if (kept := _confirm(text, phrase, gazetteer))]


def _link(text: str, one: Hit, two: Hit, gazetteer: Gazetteer) -> Hit | None:
    """Give the second of two hits as the first narrows it, when they belong to one phrase."""
    gap = text[one.end : two.start]
    if one.level is not Level.VENUE and (not gap or CHAIN.fullmatch(gap)):
        return _narrowed(one, two, gazetteer)
    if gap and LISTED.fullmatch(gap) and one.rule not in ANAPHORS and two.rule not in ANAPHORS:
        return two
    return None


def _narrowed(one: Hit, two: Hit, gazetteer: Gazetteer) -> Hit | None:
    if len(two.codes) > 1:
        two = _finer(one, two, gazetteer)
    if two.level is not Level.VENUE and WIDEST_FIRST.index(two.level) <= WIDEST_FIRST.index(one.level):
        return None
    if two.rule in ANAPHORS and two.level is not Level.VENUE:
        return None
    if not two.codes:
        return two._replace(codes=one.codes) if one.codes else two
    if two.rule == "pattern":
        return _pattern_within(one, two, gazetteer)
    inside = gazetteer.divisions.inside(two.codes, one.codes)
    if not inside and two.level is Level.TOWNSHIP and not two.bare:  # 新街口街道 behind 南京市 is not Beijing's
        two = two._replace(codes=gazetteer.townships.get(two.name, ()))
        inside = gazetteer.divisions.inside(two.codes, one.codes)
    if not inside and one.end == two.start and (_namesake(one, two) or _is_its_own(one, two)):
        return two._replace(codes=one.codes)
    return (two if len(inside) == len(two.codes) else two._replace(codes=inside)) if inside else None


def _namesake(one: Hit, two: Hit) -> bool:
    """Tell whether a city stands before a venue whose known namesakes lie in other provinces (南京新街口站)."""
    provinces = {code[:2] for code in one.codes}
    return (
        two.level is Level.VENUE
        and one.level in {Level.PROVINCE, Level.CITY}
        and len(provinces) == 1
        and not any(code[:2] in provinces for code in two.codes)
    )


def _is_its_own(one: Hit, two: Hit) -> bool:
    """Tell whether a part of a division or a town is named of which only others have the name (徐汇区天平街道)."""
    return (one.level, two.level) in {(Level.TOWNSHIP, Level.COMMUNITY), (Level.DISTRICT, Level.TOWNSHIP)}


def _pattern_within(one: Hit, two: Hit, gazetteer: Gazetteer) -> Hit:
    """Place 天津市第一文化宫 in the 河东区 before it, and 南湖公园 in any 和平区, whatever 南湖 there is elsewhere."""
    divisions = gazetteer.divisions
    if divisions.inside(two.codes, one.codes):
        return two
    finer = divisions.inside(one.codes, two.codes)
    unit = divisions.units.get(two.codes[0])
    if not finer and (unit is None or not two.name.startswith(unit.name)):
        finer = one.codes
    return two._replace(codes=finer) if finer else two


def _finer(one: Hit, two: Hit, gazetteer: Gazetteer) -> Hit:
    """Read a name of two levels as the one that lies in what stands before it (河北 behind 天津, 吉林 behind 吉林)."""
    inside = tuple(c for c in gazetteer.divisions.inside(two.codes, one.codes) if c not in one.codes)
    unit = gazetteer.divisions.units.get(inside[0]) if inside else None
    return two._replace(codes=inside, level=unit.level, name=unit.name) if unit else two


def _confirm(text: str, phrase: list[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Keep the bare names of a phrase only where something says that they are places."""
    if len(phrase) == 1:
        hit = phrase[0]
        return phrase if not hit.bare or hit.level is Level.PROVINCE or _cued(text, phrase, gazetteer) else []
    if (
        phrase[0].bare
        and all(hit.bare for hit in phrase)
        and not (_contained(phrase, gazetteer) or _cued(text, phrase, gazetteer))
    ):
        return [hit for hit in phrase if hit.level is Level.PROVINCE]
    if phrase[-1].bare and (said := COUNT.match(text, phrase[-1].end)) and NUMERALS.index(said[1]) == len(phrase):
        return [hit._replace(rule="counted") for hit in phrase]
    return _settle_back(phrase, gazetteer)


def _contained(phrase: list[Hit], gazetteer: Gazetteer) -> bool:
    """Tell whether a part of the phrase stands in the part before it (湖北武汉)."""
    inside = gazetteer.divisions.inside
    return any(one.end == two.start and inside(two.codes, one.codes) for one, two in pairwise(phrase))


def _cued(text: str, phrase: list[Hit], gazetteer: Gazetteer) -> bool:
    first, end = phrase[0], phrase[-1].end
    if text[first.start : end] in gazetteer.weak:
        return False
    if first.level is Level.VENUE:
        return parted(text, first.start)
    if NATURE.match(text, end):
        return False
    before = text[max(0, first.start - 6) : first.start]
    lexicon = cues()
    if first.start == 0 and (end == len(text) or text[end] in " \t"):
        return True
    if text[end : end + 1] == ":" and not text[text.rfind("\n", 0, first.start) + 1 : first.start].strip(" ■●◆▲"):
        return True  # an item's head: 西城：大观园庙会…
    if first.level is Level.TOWNSHIP and end - first.start < 3 and not AFTER_BARE.match(text, end):
        return False
    if lexicon.wire.end(before) or before.endswith(("从", "自")):
        return True
    if lexicon.before_site.end(before) or lexicon.before_guest.end(before):
        return not lexicon.not_before.end(before)
    if first.start == 0 and (ADDRESS.match(text, end) or WHOLE_ADDRESS.fullmatch(text)):
        return True
    return (
        MANY.match(text, end) is not None or lexicon.organisation.begin(text, end) or lexicon.product.begin(text, end)
    )


def _settle_back(phrase: list[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Let a finer name settle the like-named ones before it (恭城, by 恭城镇)."""
    if all(len(hit.codes) == 1 for hit in phrase):
        return phrase
    within = gazetteer.divisions.within
    settled = phrase[:1]
    for hit in phrase[1:]:
        last = settled[-1]
        if len(last.codes) > 1 and hit.codes and last.codes != hit.codes:
            over = tuple(area for area in last.codes if any(within(code, area) for code in hit.codes))
            settled[-1] = last._replace(codes=over or last.codes)
        settled.append(hit)
    return settled
