"""Checks on the gazetteer's tables: duplicates, contradictions, and names that also mean something else.

A finding is either put right in the tables or allowed with its reason in `hand/allowed.csv`; the command is in
`gazetteer_report`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.normaliser.places.gazetteer_tables import Tables, VenueRow, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

KINDS = (
    "business", "bookshop", "cinema", "convention", "culture", "hospital", "hotel", "landmark", "library", "museum",
    "office", "park", "scenic", "school", "shopping", "sports", "square", "station", "street", "temple", "theatre",
    "village",
)  # fmt: skip
MUNICIPALITIES = ("11", "12", "31", "50")
GENERIC = re.compile(
    r"(?:人民|文化|体育|工人|职工|市民|群众|青年|青少年|少年|儿童|老年|妇女|中心|中央|城市|世纪|时代|国际|世界|森林|湿地|滨河|滨湖|"
    r"湖滨|河滨|运动|休闲|健身|主题|生态|科技|科学|艺术|会议|会展|展览|购物|商业|活动|综合|服务|政务|新城|新区|迎宾|和平|胜利|解放|"
    r"友谊|团结|光明|希望|第[一二三四五六七八九十]|[东西南北中新老大小])*"
    r"(?:公园|广场|剧场|剧院|影剧院|大剧院|礼堂|会堂|文化宫|文化馆|图书馆|博物馆|美术馆|展览馆|体育馆|体育场|医院|中学|小学|学校|大学|"
    r"学院|宾馆|饭店|酒店|商场|市场|购物中心|中心|大厦|大街|车站|机场|村|站|[东南西北中]区)"
)


class Finding(Struct, frozen=True):
    """What a check found: in which table and line, by which rule, on which name, and why."""

    table: str
    line: int
    rule: str
    name: str
    why: str

    def __str__(self) -> str:
        """Write it as a compiler does: place, rule, name, reason."""
        return f"{self.table}:{self.line}: {self.rule}: {self.name}: {self.why}"


def check(tables: Tables) -> tuple[Finding, ...]:
    """Run every check; what is allowed by name is left out, and an allowance that nothing needs is a finding."""
    found = [finding for rule in CHECKS for finding in rule(tables)]
    needed = {(finding.rule, finding.name) for finding in found}
    stale = [
        Finding("hand/allowed.csv", 0, "stale-allowance", name, f"nothing breaks {rule}")
        for rule, name in tables.allowed
        if (rule, name) not in needed
    ]
    return tuple(finding for finding in found if (finding.rule, finding.name) not in tables.allowed) + tuple(stale)


def _on(row: VenueRow, rule: str, name: str, why: str) -> Finding:
    return Finding(row.table, row.line, rule, name, why)


def _written_wrong(tables: Tables) -> Iterator[Finding]:
    for row in tables.venues:
        for text in (*row.names, *row.inner, row.township, *row.sources):
            if text != text.strip() or any(unicodedata.category(character)[0] == "C" for character in text):
                yield _on(row, "spelling", text, "spaces around it or control characters in it")
        if row.kind not in KINDS:
            yield _on(row, "kind", row.name, f"{row.kind} is no kind")
        if not row.sources:
            yield _on(row, "source", row.name, "no source")
        if len(row.name) < 2 or "" in row.names or len(set(row.names)) < len(row.names):
            yield _on(row, "duplicate-alias", row.name, "an empty, one-character or repeated name")


def _wrong_district(tables: Tables) -> Iterator[Finding]:
    towns = _towns_by_district(tables)
    for row in tables.venues:
        division = tables.divisions.get(row.adcode)
        if division is None or (division["level"] != "district" and _has_districts(tables, row.adcode)):
            yield _on(row, "adcode", row.name, f"{row.adcode} is no district")
        elif row.township and row.township not in towns[row.adcode]:
            yield _on(row, "township", row.name, f"{row.township} is not in {division['name']}")


def _has_districts(tables: Tables, adcode: str) -> bool:
    return any(row["parent"] == adcode for row in tables.divisions.values())


def _towns_by_district(tables: Tables) -> Mapping[str, set[str]]:
    towns: dict[str, set[str]] = defaultdict(set)
    for code, row in tables.townships.items():
        towns[code[:6]].update((code, row["name"], *parts(row["aliases"])))
    return towns


def _two_districts(tables: Tables) -> Iterator[Finding]:
    homes: dict[str, dict[str, VenueRow]] = defaultdict(dict)
    seen: set[tuple[str, str]] = set()
    for row in tables.venues:
        for name in row.names:
            homes[name].setdefault(row.adcode, row)
            if (name, row.adcode) in seen:
                yield _on(row, "duplicate", name, "two rows of this district have it")
            seen.add((name, row.adcode))
    for name, where in homes.items():
        if len(where) > 1:
            yield _on(next(iter(where.values())), "two-districts", name, f"in {' and '.join(sorted(where))}")


def _district_in_name(tables: Tables) -> Iterator[Finding]:
    neighbours: dict[str, dict[str, str]] = defaultdict(dict)
    for code, division in tables.divisions.items():
        above = tables.divisions.get(division["parent"], division)["short"]
        if division["level"] == "district":
            for name in {division["name"], division["short"]} - {"", above}:  # 长沙 is the city before 长沙县
                neighbours[_city(code)][name] = code
    for row in tables.venues:
        others = neighbours[_city(row.adcode)]
        for name in row.names:
            held = [(other, code) for other, code in others.items() if other in name]
            if held and all(code != row.adcode for _, code in held):
                yield _on(row, "district-in-name", name, f"names {held[0][0]}, which is {held[0][1]}")


def _city(adcode: str) -> str:
    return adcode[:2] if adcode[:2] in MUNICIPALITIES else adcode[:4]


def _means_something_else(tables: Tables) -> Iterator[Finding]:
    divisions = set(chain.from_iterable(_division_names(tables)))
    for row in tables.venues:
        for name in row.names:
            if len(name) == 2:
                yield _on(row, "two-characters", name, "short names turn up inside other words")
            elif name in tables.words:
                yield _on(row, "common-word", name, "it is also a common word")
            elif GENERIC.fullmatch(name):
                yield _on(row, "generic", name, "many places are called so")
            if name in divisions:
                yield _on(row, "division-name", name, "it is also an administrative division")


def _division_names(tables: Tables) -> Iterator[Iterable[str]]:
    for division in tables.divisions.values():
        yield division["name"], division["short"], *parts(division["aliases"])
    for code, township in tables.townships.items():
        if code.startswith("11"):
            yield township["name"], *parts(township["aliases"])


def _community_elsewhere(tables: Tables) -> Iterator[Finding]:
    homes: dict[str, set[str]] = defaultdict(set)
    for community in tables.communities:
        homes[community["name"]].add(community["township"][:6])
    for row in tables.venues:
        for name in row.names:
            if row.adcode.startswith("11") and name in homes and homes[name] != {row.adcode}:
                yield _on(row, "community-elsewhere", name, f"a community of {' and '.join(sorted(homes[name]))}")


def _loose_ends(tables: Tables) -> Iterator[Finding]:
    for line, division in enumerate(tables.divisions.values(), 2):
        if division["parent"] and division["parent"] not in tables.divisions:
            yield Finding("divisions.csv", line, "parent", division["name"], f"no division {division['parent']}")
    known = tables.divisions.keys() | {row["old"] for row in tables.former}
    for line, code in enumerate(tables.townships, 2):
        if code[:6] not in known:
            yield Finding("townships.csv", line, "parent", tables.townships[code]["name"], f"no division {code[:6]}")
    for line, community in enumerate(tables.communities, 2):
        if community["township"] not in tables.townships:
            yield Finding("beijing_communities.csv", line, "parent", community["name"], "its township is missing")
    for table, listed in (
        ("former_divisions.csv", tables.former),
        ("slugs.csv", tables.slugs),
        ("beijing_streets.csv", tables.streets),
    ):
        for line, row in enumerate(listed, 2):
            if row["adcode"] not in tables.divisions:
                yield Finding(table, line, "adcode", row["name"], f"no division {row['adcode']}")


CHECKS = (
    _written_wrong,
    _wrong_district,
    _two_districts,
    _district_in_name,
    _means_something_else,
    _community_elsewhere,
    _loose_ends,
)
