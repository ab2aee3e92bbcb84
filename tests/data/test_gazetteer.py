"""The gazetteer holds what it promises, and its checks find what they are for."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from calendar_app import resources
from calendar_app.model import InputError
from calendar_app.normaliser.places.gazetteer_checks import Finding, check
from calendar_app.normaliser.places.gazetteer_report import report
from calendar_app.normaliser.places.gazetteer_tables import Tables, VenueRow, load, rows

if TYPE_CHECKING:
    from pathlib import Path

GAZETTEER = resources.folder("data") / "gazetteer"
VENUE = VenueRow("beijing_venues.csv", 2, "城南图书馆甲馆", (), "library", "110101", "", (), ("hand",))


@cache
def tables() -> Tables:
    return load(GAZETTEER)


def found(*venues: VenueRow) -> list[tuple[str, str]]:
    """Check the given venues alone, and tell rule and name of each finding."""
    findings = check(replace(tables(), venues=venues, allowed={}))
    return [(finding.rule, finding.name) for finding in findings]


def test_gazetteer_has_no_findings() -> None:
    assert check(tables()) == ()


def test_gazetteer_sizes() -> None:
    levels = [row["level"] for row in tables().divisions.values()]
    assert (levels.count("province"), len(tables().townships), len(tables().communities)) == (34, 41352, 7535)
    assert levels.count("district") >= 2970


def test_beijing_has_two_thousand_venues_in_every_district() -> None:
    beijing = [row for row in tables().venues if row.table == "beijing_venues.csv"]
    districts = {code for code, row in tables().divisions.items() if row["parent"] == "110000"}
    assert len(beijing) >= 2000
    assert {row.adcode for row in beijing} == districts == {row["adcode"] for row in tables().slugs}


@pytest.mark.parametrize(
    ("name", "adcode"),
    [
        ("国博", "110101"),
        ("首博", "110102"),
        ("首图", "110105"),
        ("工体", "110105"),
        ("北展剧场", "110102"),
        ("抗战馆", "110106"),
        ("首钢大跳台", "110107"),
        ("香山革命纪念馆", "110108"),
        ("爨底下", "110109"),
        ("云居寺", "110111"),
        ("北京城市图书馆", "110112"),
        ("顺义工人文化宫", "110113"),
        ("居庸关", "110114"),
        ("麋鹿苑", "110115"),
        ("慕田峪", "110116"),
        ("金海湖", "110117"),
        ("古北水镇", "110118"),
        ("野鸭湖", "110119"),
        ("天津大剧院", "120103"),
        ("长影旧址博物馆", "220104"),
        ("伪满皇宫博物院", "220103"),
    ],
)
def test_venue_is_in_its_district(name: str, adcode: str) -> None:
    assert {row.adcode for row in tables().venues if name in row.names} == {adcode}


@pytest.mark.parametrize(
    ("adcode", "name", "short", "parent"),
    [
        ("110000", "北京市", "北京", ""),
        ("110105", "朝阳区", "朝阳", "110000"),
        ("310115", "浦东新区", "浦东", "310000"),
        ("222400", "延边朝鲜族自治州", "延边", "220000"),
        ("131028", "大厂回族自治县", "大厂", "131000"),
        ("419001", "济源市", "济源", "410000"),
        ("441900", "东莞市", "东莞", "440000"),
        ("500157", "两江新区", "两江", "500000"),
        ("460302", "西沙区", "西沙", "460300"),
        ("130924", "海兴县", "海兴", "130900"),
        ("500233", "忠县", "", "500000"),
        ("620171", "兰州新区", "", "620100"),  # no division, and 兰州 is the city
        ("130406", "峰峰矿区", "峰峰", "130400"),
    ],
)
def test_division_has_its_short_name_and_parent(adcode: str, name: str, short: str, parent: str) -> None:
    row = tables().divisions[adcode]
    assert (row["name"], row["short"], row["parent"]) == (name, short, parent)


@pytest.mark.parametrize("gone", ["500105", "500112", "460321", "460322", "620201"])
def test_abolished_division_is_gone(gone: str) -> None:
    assert gone not in tables().divisions


@pytest.mark.parametrize(
    ("name", "adcode"),
    [
        ("崇文区", "110101"),
        ("宣武区", "110102"),
        ("大兴县", "110115"),
        ("下城区", "330105"),
        ("渝北区", "500157"),
        ("宁乡县", "430182"),
    ],
)
def test_former_division_leads_to_todays(name: str, adcode: str) -> None:
    assert [row["adcode"] for row in tables().former if row["name"] == name] == [adcode]


@pytest.mark.parametrize(
    ("code", "name", "aliases"),
    [
        ("110105023", "将台地区", "将台乡"),
        ("110114011", "回龙观街道", "回龙观镇|回龙观地区"),
        ("110116213", "喇叭沟门满族乡", "喇叭沟门乡"),
    ],
)
def test_beijing_township_has_the_newspapers_name(code: str, name: str, aliases: str) -> None:
    row = tables().townships[code]
    assert (row["name"], row["aliases"]) == (name, aliases)


@pytest.mark.parametrize(
    ("venue", "finding"),
    [
        (replace(VENUE, name="城南 图书馆甲馆 "), ("spelling", "城南 图书馆甲馆 ")),
        (replace(VENUE, name="城南\u200b图书馆甲馆"), ("spelling", "城南\u200b图书馆甲馆")),
        (replace(VENUE, kind="castle"), ("kind", VENUE.name)),
        (replace(VENUE, sources=()), ("source", VENUE.name)),
        (replace(VENUE, aliases=(VENUE.name,)), ("duplicate-alias", VENUE.name)),
        (replace(VENUE, adcode="110000"), ("adcode", VENUE.name)),
        (replace(VENUE, adcode="110199"), ("adcode", VENUE.name)),
        (replace(VENUE, township="望京街道"), ("township", VENUE.name)),
        (replace(VENUE, name="海淀图书馆甲馆"), ("district-in-name", "海淀图书馆甲馆")),
        (replace(VENUE, aliases=("城图",)), ("two-characters", "城图")),
        (replace(VENUE, aliases=("火焰山",)), ("common-word", "火焰山")),
        (replace(VENUE, aliases=("人民公园",)), ("generic", "人民公园")),
        (replace(VENUE, aliases=("东华门街道",)), ("division-name", "东华门街道")),
        (replace(VENUE, aliases=("高碑店村",)), ("community-elsewhere", "高碑店村")),
    ],
)
def test_check_finds_what_is_wrong_with_a_row(venue: VenueRow, finding: tuple[str, str]) -> None:
    assert finding in found(venue)
    assert found(VENUE) == []


def test_check_finds_one_name_in_two_districts() -> None:
    assert found(VENUE, replace(VENUE, adcode="110102")) == [("two-districts", VENUE.name)]


def test_check_finds_one_name_twice_in_a_district() -> None:
    assert found(VENUE, replace(VENUE, name="城南图书馆", aliases=(VENUE.name,))) == [("duplicate", VENUE.name)]


def test_check_finds_an_allowance_that_nothing_needs() -> None:
    lone = replace(tables(), venues=(VENUE,), allowed={("generic", "城南图书馆"): "there is one"})
    assert [finding.rule for finding in check(lone)] == ["stale-allowance"]


def test_finding_names_table_and_line() -> None:
    finding = Finding("beijing_venues.csv", 7, "kind", "某馆", "castle is no kind")
    assert str(finding) == "beijing_venues.csv:7: kind: 某馆: castle is no kind"


def test_row_of_another_length_is_an_input_error(tmp_path: Path) -> None:
    table = tmp_path / "slugs.csv"
    table.write_text("adcode,slug,name\n110101,dongcheng\n", "utf-8")
    with pytest.raises(InputError, match=re.escape("slugs.csv, line 2")):
        list(rows(table))


def test_report_tells_every_district_kind_and_source() -> None:
    written = report(tables())
    names = [row["name"] for code, row in tables().divisions.items() if row["parent"] == "110000"]
    for word in (*names, "museum", "village", "hand", "other cities"):
        assert f"| {word} |" in written


def test_map_draws_the_sixteen_districts() -> None:
    drawing = json.loads((GAZETTEER / "beijing_map.json").read_text("utf-8"))
    districts = {shape["adcode"]: shape for shape in drawing["districts"]}
    assert {code: shape["name"] for code, shape in districts.items()} == {
        row["adcode"]: row["name"] for row in tables().slugs
    }
    outline = re.compile(r"(?:M-?\d+\.\d -?\d+\.\d(?:L-?\d+\.\d -?\d+\.\d)+Z)+")
    assert all(outline.fullmatch(shape["path"]) for shape in districts.values())
    assert all(
        0 < across < drawing["width"] and 0 < down < drawing["height"]
        for across, down in (shape["label"] for shape in districts.values())
    )
    # 延庆 lies north-west of 朝阳, 平谷 east of 海淀
    assert districts["110119"]["label"][0] < districts["110105"]["label"][0]
    assert districts["110119"]["label"][1] < districts["110105"]["label"][1]
    assert districts["110117"]["label"][0] > districts["110108"]["label"][0]


def test_hand_kept_tables_have_a_reason_or_note_in_every_allowance() -> None:
    with (GAZETTEER / "hand" / "allowed.csv").open(encoding="utf-8", newline="") as file:
        assert all(row["reason"].strip() for row in csv.DictReader(file))
