#!/usr/bin/env python3
"""Write the README's tables from the rules and the gazetteer themselves.

usage: python tests/readme.py        rewrites README.md in place, between the marks <!-- NAME --> and <!-- end NAME -->
"""

from __future__ import annotations

from pathlib import Path

from calendar_app.normaliser.places.gazetteer_report import report
from calendar_app.normaliser.places.gazetteer_tables import load
from calendar_app.normaliser.times.description import describe_rules
from calendar_app.resources import folder

README = Path(__file__).resolve().parents[1] / "README.md"
SHOWN = 2
"""How many examples of a rule stand in the README."""


def main() -> None:
    """Rewrite the README."""
    README.write_text(written(README.read_text("utf-8")), "utf-8")


def written(text: str) -> str:
    """Give a README with its tables as the rules and the gazetteer have them today."""
    for name, section in (("times", times()), ("places", places())):
        head, mark, rest = text.partition(f"<!-- {name} -->\n")
        text = head + mark + section + rest[rest.index(f"<!-- end {name} -->") :]
    return text


def times() -> str:
    """Tabulate the rules for times: what each means, with examples read on 28 April 2023."""
    rows = ["| rules | what they mean | examples, read on Friday, 28 April 2023 |", "|---|---|---|"]
    for family in describe_rules():
        for number, rule in enumerate(family.rules):
            read = [f"{plain(words)} → `{plain(value)}`" for words, value in rule.examples[:SHOWN]]
            examples = "; ".join(read or [f"{plain(words)} → no time" for words in rule.refuses[:SHOWN]])
            rows.append(f"| {f'`{family.name}`' if number == 0 else ''} | {rule.means} | {examples} |")
    return "\n".join(rows) + "\n"


def plain(words: str) -> str:
    """Take the marks off an example that is a whole sentence, and keep bars from ending a table's cell."""
    return words.replace("「", "").replace("」", "").replace("|", "\\|")


def places() -> str:
    """Tabulate the gazetteer's venues by district, kind and source."""
    return report(load(folder("data") / "gazetteer")).strip() + "\n"


if __name__ == "__main__":
    main()
