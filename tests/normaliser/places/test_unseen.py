"""Sentences that other hands wrote without sight of the program, and the districts or the city they take place in."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from calendar_app.normaliser.places import locate

GOLD = Path(__file__).parents[2] / "gold" / "places.tsv"
ROWS = list(csv.reader(GOLD.read_text("utf-8").splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(("home", "place", "sentence"), ROWS)
def test_sentence_takes_place_there(home: str, place: str, sentence: str) -> None:
    where = locate(sentence, home or None)[1]
    city = where.city.adcode if where.city else ""
    assert ("+".join(sorted(each.adcode for each in where.districts)) or city) == place
