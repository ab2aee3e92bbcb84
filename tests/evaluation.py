#!/usr/bin/env python3
"""How well pages are read: precision, recall and F1 of events on pages with gold, and how confidence is calibrated.

usage: evaluation.py [GOLD.jsonl ...]      (by default the sample pages of data/pages with tests/gold)

A gold line names a page (a text file beside it, or in data/pages) and its reports with their events. An event is right
when its value in EDTF and its set of districts are the gold's. This measures; it is no unit test and passes no verdict.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calendar_app.normaliser.stages import normalise_page
from calendar_app.reading.given import Given
from calendar_app.reading.masthead import make_page

if TYPE_CHECKING:
    from calendar_app.model import Event

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "data" / "pages"
LIKE_ENOUGH = 0.3


def main() -> None:
    """Print a table over all gold files, then the calibration."""
    files = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "tests" / "gold").glob("*.jsonl"))
    rated: list[tuple[float, bool]] = []
    print(f"{'gold':32s} {'events':>6s} {'made':>6s} {'right':>6s} precision recall F1")
    for path in files:
        counts = Counter[str]()
        for line in path.read_text("utf-8").splitlines():
            gold = json.loads(line)
            compare(gold, read(path, gold), counts, rated)
        print(
            f"{path.name:32s} {counts['gold']:6d} {counts['made']:6d} {counts['right']:6d}",
            *map("{:9.3f}".format, scores(counts)),
        )
    print("\nconfidence  events  right")
    for low, outcomes in sorted(by_confidence(rated).items()):
        print(f"{low:.1f}-{low + 0.1:.1f}     {len(outcomes):6d}  {sum(outcomes) / len(outcomes):.2f}")


def read(path: Path, gold: dict[str, Any]) -> tuple[Event, ...]:
    """Read the page that a gold line names."""
    beside = path.parent / gold["page"]
    source = beside if beside.exists() else SAMPLES / gold["page"]
    issued = date.fromisoformat(gold["issued"]) if gold.get("issued") else None
    given = Given(name=gold["page"], issued=issued, publication=gold.get("publication"), home=gold.get("home"))
    return normalise_page(make_page(source.read_text("utf-8"), given)).events


def compare(
    gold: dict[str, Any], made: tuple[Event, ...], counts: Counter[str], rated: list[tuple[float, bool]]
) -> None:
    """Pair each event made with the gold event of the likest title, once, and count the right ones."""
    wanted = [event for report in gold["reports"] for event in report["events"]]
    counts["gold"] += sum(required(event) for event in wanted)
    counts["made"] += len(made)
    open_gold = list(range(len(wanted)))
    for event in made:
        best = max(open_gold, key=lambda i: (likeness(wanted[i], event), -i), default=None)
        right = False
        if best is not None and likeness(wanted[best], event) >= LIKE_ENOUGH:
            open_gold.remove(best)
            right = is_right(wanted[best], event)
            counts["right"] += right
            counts["right_required"] += right and required(wanted[best])
        rated.append((event.confidence, right))


def likeness(gold: dict[str, Any], event: Event) -> float:
    """Rate two titles by the characters they share (Dice), a right value counting as much again."""
    one, other = Counter(gold["title"]), Counter(event.title)
    shared = 2 * sum((one & other).values()) / max(1, sum(one.values()) + sum(other.values()))
    return shared + 0.5 * is_right(gold, event)


def is_right(gold: dict[str, Any], event: Event) -> bool:
    """Tell whether value and districts are the gold's, or one of its equally good readings."""
    values = {plain(value) for value in (gold["edtf"], *(gold.get("edtf_also") or [])) if value}
    districts = {each.adcode for each in event.where.districts}
    wanted = (gold["districts"], *(gold.get("districts_also") or []))
    return plain(event.when.edtf) in values and any(districts == set(each) for each in wanted)


def required(gold: dict[str, Any]) -> bool:
    """Tell whether missing a gold event is a fault: secondary ones and undatable ones are not."""
    return gold.get("kind") != "secondary" and gold["edtf"] is not None


def plain(edtf: str) -> str:
    """Spell equal values alike: no offset, no seconds, an open end as none."""
    return edtf.replace("+08:00", "").replace(":00Z", "").replace("~", "").removesuffix("/..").removesuffix(":00")


def scores(counts: Counter[str]) -> tuple[float, float, float]:
    """Give precision, recall and F1."""
    precision = counts["right"] / max(1, counts["made"])
    recall = counts["right_required"] / max(1, counts["gold"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def by_confidence(rated: list[tuple[float, bool]]) -> dict[float, list[bool]]:
    """Group outcomes by tenths of confidence."""
    groups = defaultdict(list)
    for sure, right in rated:
        groups[int(min(sure, 0.999) * 10) / 10].append(right)
    return groups


if __name__ == "__main__":
    main()
