"""What the gazetteer holds and what its checks find.

`python -m calendar_app.normaliser.places.gazetteer_report` prints the findings, then the rows by district, by kind and
by source, and exits 1 when there was a finding.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from calendar_app import resources
from calendar_app.normaliser.places.gazetteer_checks import check
from calendar_app.normaliser.places.gazetteer_tables import VENUE_TABLES, Tables, VenueRow, load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def report(tables: Tables) -> str:
    """Tell the venues by district, by kind and by source, as three Markdown tables."""
    beijing, elsewhere = ([row for row in tables.venues if row.table == table] for table in VENUE_TABLES)
    homes = {code: [row for row in beijing if row.adcode == code] for code in sorted({row.adcode for row in beijing})}
    districts = [(tables.divisions[code]["name"], *_figures(there)) for code, there in homes.items()]
    totals = [("Beijing", *_figures(beijing)), ("other cities", *_figures(elsewhere))]
    here, there = Counter(row.kind for row in beijing), Counter(row.kind for row in elsewhere)
    kinds = [(kind, here[kind], there[kind]) for kind, _ in (here + there).most_common()]
    sources = Counter(source for row in tables.venues for source in row.sources)
    return "\n\n".join(
        (
            _markdown(("district", "venues", "names", "with township"), [*districts, *totals]),
            _markdown(("kind", "Beijing", "other cities"), kinds),
            _markdown(("source", "rows"), sources.most_common()),
        )
    )


def _figures(rows: Sequence[VenueRow]) -> tuple[int, int, int]:
    return len(rows), sum(len(row.names) for row in rows), sum(bool(row.township) for row in rows)


def _markdown(header: Sequence[object], lines: Iterable[Sequence[object]]) -> str:
    ruled = [header, ["---"] * len(header), *lines]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in ruled)


def main() -> int:
    """Check the project's gazetteer, print what was found and the tables of its rows."""
    tables = load(resources.folder("data") / "gazetteer")
    findings = check(tables)
    sys.stdout.writelines(f"{finding}\n" for finding in findings)
    sys.stdout.write(f"\n{report(tables)}\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
