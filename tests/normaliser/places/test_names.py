from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from calendar_app.model import Level
from calendar_app.normaliser.places.names import FEW, Meanings, Names, Place, Reading

NAMES = ("朝阳", "朝阳区", "朝阳区文化馆", "阳区", "文化馆", "区文", "馆朝阳市", "三明治")


def index() -> Names:
    meanings: Meanings = {name: [Place(name, Level.VENUE, "110105")] for name in NAMES}
    meanings["三明治"] = []
    return Names(meanings)


@given(st.lists(st.sampled_from([*NAMES, *"朝阳区文化馆市三明治x"]), max_size=12).map("".join))
def test_both_ways_find_the_same(text: str) -> None:
    names = index()
    assert names.find_by_lookup(text) == names.find_by_automaton(text)


def test_find_takes_leftmost_and_longest() -> None:
    found = [(start, end, reading.name) for start, end, reading in index().find("在朝阳区文化馆朝阳")]
    assert found == [(1, 7, "朝阳区文化馆"), (7, 9, "朝阳")]


def test_find_is_the_same_when_the_automaton_is_built() -> None:
    names = index()
    first = names.find("朝阳区文化馆")
    names.find("一" * FEW)
    assert names.find("朝阳区文化馆") == first


def test_reading_of_name_with_several_meanings_is_the_widest() -> None:
    names = Names(
        {
            "朝阳": [
                Place("朝阳区", Level.DISTRICT, "110105", bare=True),
                Place("朝阳市", Level.CITY, "211300", bare=True),
            ]
        }
    )
    assert names.find("朝阳") == [(0, 2, Reading("朝阳市", Level.CITY, ("110105", "211300"), "gazetteer", bare=True))]


def test_reading_of_decoy_is_no_place() -> None:
    assert index().find("三明治") == [(0, 3, Reading("", Level.VENUE, (), "decoy", bare=True))]
