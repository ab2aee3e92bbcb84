"""`calendar-app places`: the places of a text, and the district it tells of."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from calendar_app.cli.lines import Line, answer_lines, text_or_stdin
from calendar_app.cli.tables import table
from calendar_app.config import Settings
from calendar_app.normaliser.places import Gazetteer, locate
from calendar_app.publishing.jsonl import places_document

if TYPE_CHECKING:
    from argparse import Namespace

    from calendar_app.model import Where

HEAD = ("words", "at", "name", "level", "adcode", "role", "rule")


def run(options: Namespace) -> int:
    """Answer one text with tables, or lines of JSON."""
    if options.jsonl:
        return answer_lines(sys.stdin, answer)
    home = options.home or Settings.from_environment().home
    mentions, where = locate(text_or_stdin(options.text), home, gazetteer(options.gazetteer))
    rows = [
        (each.text, "{}-{}".format(*each.span), each.name, each.level, "/".join(each.adcodes), each.role, each.rule)
        for each in mentions
    ]
    print(table(HEAD, rows) if rows else "no place found")
    print(f"\n{describe(where)}")
    for candidate in where.candidates:
        verdict = f"lost: {candidate.lost}" if candidate.lost else "chosen"
        print(f"  {candidate.name} {candidate.adcode} ({candidate.level}) {verdict}")
    return 0


def answer(question: Line) -> Line:
    """Answer one line `{"id", "text", "home"}`; without a home, nothing is taken for granted."""
    mentions, where = locate(question["text"], question.get("home"))
    return places_document(mentions, where, question.get("id"))


def describe(where: Where) -> str:
    """Tell a place in one line: venue, township, districts, city, and on what evidence."""
    names = [where.venue, where.township and where.township.name, "、".join(each.name for each in where.districts)]
    city = where.city and where.city.name
    told = ", ".join(name for name in (*names, city) if name)
    return f"{told or 'nowhere'} (basis: {where.basis})"


def gazetteer(path: str | None) -> Gazetteer | None:
    """Load the gazetteer with the user's own rows; None, the default one, when there are none."""
    return Gazetteer.load(Path(path)) if path else None
