"""Build `almanac.csv`, the table behind `calendar_app.normaliser.times.calendars.lunar`.

Run as `python build_almanac.py`, with lunar-python (MIT, https://github.com/6tail/lunar-python; version 1.4.8 was
used), which computes new moons and solar terms. A row tells of one year: the solar day on which its lunar year begins,
the leap month (0 for none), the lengths of its lunar months in order, the leap month after the month whose number it
bears (`L` thirty days, `S` twenty-nine), and the days of the month on which its twenty-four solar terms fall, two
digits each: two terms to a solar month, 小寒 first.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lunar_python import Lunar, LunarYear, Solar

from calendar_app.normaliser.times.calendars.lunar import FIRST_YEAR, LAST_YEAR, SOLAR_TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET = Path(__file__).with_name("almanac.csv")


def terms(year: int) -> Iterator[date]:
    """Yield the days of a solar year's terms, in their order."""
    # A lunar year's table runs from the winter solstice before it to the spring after; the later solstice has a name
    # of its own there. The first of May lies in the lunar year of its solar year, always.
    table = Lunar.fromYmd(year, 5, 1).getJieQiTable()
    for name in SOLAR_TERMS:
        yield date.fromisoformat(table["DONG_ZHI" if name == "冬至" else name].toYmd())


def row(year: int) -> tuple[int, str, int, str, str]:
    """Write one year."""
    lunar = LunarYear.fromYear(year)
    months = [month for month in lunar.getMonths() if month.getYear() == year]
    first = Solar.fromJulianDay(months[0].getFirstJulianDay()).toYmd()
    lengths = "".join("SL"[month.getDayCount() - 29] for month in months)
    days = list(terms(year))
    if [(day.year, day.month) for day in days] != [(year, index // 2 + 1) for index in range(24)]:
        raise ValueError(f"the solar terms of {year} are not two to a month")
    return year, first, lunar.getLeapMonth(), lengths, "".join(f"{day.day:02d}" for day in days)


def main() -> None:
    """Write the table."""
    with TARGET.open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(("year", "first_day", "leap_month", "lengths", "terms"))
        writer.writerows(map(row, range(FIRST_YEAR, LAST_YEAR + 1)))
    print(f"{LAST_YEAR - FIRST_YEAR + 1} years written to {TARGET}")


if __name__ == "__main__":
    main()
