"""The sample pages, each in a form of its own, come apart as their gold says."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calendar_app.model import Page
from calendar_app.reading import read
from calendar_app.reading.reports import split
from calendar_app.resources import folder

GOLD = Path(__file__).parents[1] / "gold" / "samples.jsonl"
PAGES = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def page(gold: dict[str, Any]) -> Page:
    (found,) = read(folder("data") / "pages" / gold["page"])
    assert isinstance(found, Page)
    return found


def test_every_sample_has_gold() -> None:
    assert sorted(gold["page"] for gold in PAGES) == sorted(
        path.name for path in (folder("data") / "pages").glob("*.txt")
    )


@pytest.mark.parametrize("gold", PAGES, ids=lambda gold: gold["page"])
def test_sample_masthead(gold: dict[str, Any]) -> None:
    found = page(gold)
    assert (found.publication, found.issued) == (gold["publication"], date.fromisoformat(gold["issued_in_page"]))


@pytest.mark.parametrize("gold", PAGES, ids=lambda gold: gold["page"])
def test_sample_reports(gold: dict[str, Any]) -> None:
    outlines = []
    for report in split(page(gold)):
        words = re.sub(r"\s", "", report.body.text)
        outlines.append(
            {
                "headline": report.headline and report.headline.text,
                "kicker": [kicker.text for kicker in report.kickers],
                "byline": report.byline,
                "first_words": words[:12],
                "last_words": words[-12:],
            }
        )
    keys = ("headline", "kicker", "byline", "first_words", "last_words")
    assert outlines == [{key: report[key] for key in keys} for report in gold["reports"]]
