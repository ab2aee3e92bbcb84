"""Build the administrative tables of the gazetteer from published packages and the hand-kept rows in `hand/`.

Usage: `python data/gazetteer/build.py CHINA_DIVISION CPCA`: the unpacked folders of the npm package
china-division 2.7.0 and of the PyPI package cpca 0.5.5. The venue tables are kept by hand and are
not touched. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).resolve().parent
HAND = HERE / "hand"
MUNICIPALITIES = {"11", "12", "31", "50"}
SUFFIX = re.compile(r"(?P<stem>..+?)(?:新区|林区|矿区|特区|市|地区|盟|区|县|旗)")
BLOCK = re.compile(r"(?P<stem>.+?)(?:社区)?(?:居民委员会|居委会|社区)")
VILLAGE = re.compile(r"(?P<stem>.+?)(?:村村民委员会|村民委员会|村村委会|村委会|村委会委员会)")

Row = dict[str, str]


def rows(path: Path) -> Iterator[Row]:
    """Read a CSV file with a header, row by row."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _peoples() -> str:
    names = [row["people"] for row in rows(HAND / "peoples.csv")]
    return "|".join(sorted(names, key=len, reverse=True))


PEOPLE = _peoples()
AUTONOMOUS = re.compile(rf"(?P<stem>.+?)(?:{PEOPLE})*自治(?:州|县|旗)")
PEOPLES_UNIT = re.compile(rf"(?P<stem>.+?)(?:{PEOPLE})+(?P<suffix>乡|镇|区)")


def write(name: str, fields: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> int:
    """Write one table sorted by its lines and tell how many rows it has."""
    ordered = sorted(lines)
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(fields)
        out.writerows(ordered)
    print(f"{name}: {len(ordered)} rows")
    return len(ordered)


def stem(name: str, level: str) -> str:
    """Strip what kind of division it is (朝阳区 is 朝阳, 门源回族自治县 is 门源); two characters stay at least."""
    if found := AUTONOMOUS.fullmatch(name) or PEOPLES_UNIT.fullmatch(name) or SUFFIX.fullmatch(name):
        return found["stem"] if len(found["stem"]) > 1 else ""
    return "" if level == "district" else name


def parent(adcode: str) -> str:
    """Give the division above: the province for a municipality's and a province-governed county, else the city."""
    if adcode.endswith("0000"):
        return ""
    governed_by_province = adcode[2:4] == "90" or adcode[:2] in MUNICIPALITIES or adcode.endswith("00")
    return adcode[:2] + "0000" if governed_by_province else adcode[:4] + "00"


def divisions(china: Path, centroids: dict[str, Row]) -> list[tuple[str, ...]]:
    """Join provinces, cities and counties with short names, aliases and centroids, changes applied."""
    table: dict[str, tuple[str, str, str, str]] = {}
    for row in rows(china / "dist" / "provinces.csv"):
        table[row["code"] + "0000"] = (row["name"], "province", "", "nbs")
    for row in rows(china / "dist" / "cities.csv"):
        if not re.search(r"^(?:市辖区|县)$|直辖", row["name"]):
            code = row["code"] + "00"
            table[code] = (row["name"], "city", parent(code), "nbs")
    for row in rows(china / "dist" / "areas.csv"):
        code = row["code"]
        table.setdefault(code, (row["name"], "district", parent(code), "nbs"))
    for row in rows(HAND / "division_changes.csv"):
        if row["change"] == "remove":
            del table[row["adcode"]]
        else:
            table[row["adcode"]] = (row["name"], row["level"], row["parent"], "hand")
            centroids[row["adcode"]] = {"longitude": row["lon"], "latitude": row["lat"]}
    _inherit(centroids, table)
    shorts = {row["adcode"]: row for row in rows(HAND / "short_names.csv")}
    unknown = shorts.keys() - table.keys()
    if unknown:
        raise SystemExit(f"short_names.csv names unknown divisions: {sorted(unknown)}")
    return [_division(adcode, *fields, shorts.get(adcode), centroids.get(adcode)) for adcode, fields in table.items()]


def _inherit(centroids: dict[str, Row], table: dict[str, tuple[str, str, str, str]]) -> None:
    """Give a county whose kind and code changed (宁乡县, 宁乡市) the centroid of its forerunner."""
    forerunners = {
        (code[:2], stem(row["name"], "district")): row
        for code, row in centroids.items()
        if code not in table and row.get("name")
    }
    for code, (name, *_) in table.items():
        old = forerunners.get((code[:2], stem(name, "district")))
        if old and code not in centroids:
            centroids[code] = old


def _division(  # noqa: PLR0913, PLR0917 - one parameter a column
    adcode: str, name: str, level: str, above: str, source: str, given: Row | None, centre: Row | None
) -> tuple[str, ...]:
    bureaus_own = adcode[4] == "7"  # 兰州新区: the statistics bureau's codes for zones that are no divisions
    short = given["short"] if given and given["short"] else "" if bureaus_own else stem(name, level)
    short = "" if short == name else short
    aliases = given["aliases"] if given else ""
    if not aliases and level == "district" and AUTONOMOUS.fullmatch(name) and short:
        aliases = short + "县"  # 大厂县 is what people say for 大厂回族自治县
    place = [f"{float(centre[axis]):.4f}" if centre and centre[axis] else "" for axis in ("longitude", "latitude")]
    return adcode, name, level, above, short, aliases, *place, source


def former(known: dict[str, Row], today: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Lead each abolished county to today's: by hand, or where only the suffix changed (密云县 is 密云区)."""
    codes = {row[0] for row in today}
    names = {row[1] for row in today}
    by_stem = {(row[0][:2], stem(row[1], "district")): row[0] for row in today if row[2] == "district"}
    gone = {(row["name"], code[:2]): code for code, row in known.items() if code not in codes}
    hand = list(rows(HAND / "former_divisions.csv"))
    given = {(row["name"], row["adcode"][:2]) for row in hand}
    for row in hand:
        if row["adcode"] not in codes:
            raise SystemExit(f"former_divisions.csv: {row['name']} leads to {row['adcode']}, which is no division")
        yield row["name"], row["adcode"], row["note"], "hand", gone.get((row["name"], row["adcode"][:2]), "")
    for (name, province), code in gone.items():
        bare = stem(name, "district")
        now = by_stem.get((province, bare))
        if bare and now and (name, province) not in given and name not in names:
            yield name, now, "only its kind changed", "cpca", code


def townships(china: Path) -> Iterator[tuple[str, ...]]:
    """List every township with its aliases: newspapers' names in Beijing, and 满族乡 said as 乡."""
    named = list(rows(HAND / "town_aliases.csv"))
    used = set()
    for row in rows(china / "dist" / "streets.csv"):
        code = re.sub(r"^620201", "620200", row["code"])  # 嘉峪关 has no counties: its townships hang on the city
        name = row["name"].replace("街道办事处", "街道")
        aliases = [each["alias"] for each in named if (each["code"], each["name"]) == (code, name)]
        used.update(aliases)
        if (found := PEOPLES_UNIT.fullmatch(name)) and len(found["stem"]) > 1:
            aliases.append(found["stem"] + found["suffix"])
        yield code, name, "|".join(aliases), "nbs"
    if lost := {each["alias"] for each in named} - used:
        raise SystemExit(f"town_aliases.csv: no township has the code and the name beside {sorted(lost)}")


def communities(china: Path) -> Iterator[tuple[str, ...]]:
    """List Beijing's communities and villages by the names in use: 多福巷社区, 北小营村."""
    for row in rows(china / "dist" / "villages.csv"):
        if row["provinceCode"] == "11":
            yield row["code"], community(row["name"]), row["streetCode"], "nbs"


def community(name: str) -> str:
    """Turn a committee's name into its place's: 银闸社区居委会 is 银闸社区, 田家府村委会 is 田家府村."""
    if found := VILLAGE.fullmatch(name):
        return found["stem"] if found["stem"].endswith("村") else found["stem"] + "村"
    if found := BLOCK.fullmatch(name):
        return found["stem"] + "社区"
    return name


def main() -> None:
    """Build every table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    for package in ("china_division", "cpca"):
        arguments.add_argument(package, type=Path, help=f"the unpacked folder of {package.replace('_', '-')}")
    given = arguments.parse_args()
    centroids = {row["adcode"][:6]: row for row in rows(given.cpca / "cpca" / "resources" / "adcodes.csv")}
    known = dict(centroids)
    table = divisions(given.china_division, centroids)
    places = ("adcode", "name", "level", "parent", "short", "aliases", "lon", "lat", "source")
    write("divisions.csv", places, table)
    write("former_divisions.csv", ("name", "adcode", "note", "source", "old"), former(known, table))
    write("townships.csv", ("code", "name", "aliases", "source"), townships(given.china_division))
    write("beijing_communities.csv", ("code", "name", "township", "source"), communities(given.china_division))
    print(Counter(row[2] for row in table))


if __name__ == "__main__":
    main()
