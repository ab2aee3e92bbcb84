"""How the examples of rules and sentences write the value of a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calendar_app.model import TimeMention


def told(mention: TimeMention) -> str:
    """Write a mention as an example writes it: recurrence, EDTF, hours or part of day."""
    when = mention.when
    if when is None:
        return str(mention.unresolved)
    value = f"{when.rrule} | {when.edtf}" if when.rrule else when.edtf
    if when.hours:
        opens, closes = when.hours
        return f"{value} {opens:%H:%M}" + (f"/{closes:%H:%M}" if closes else "")
    return f"{value} {when.part}" if when.part and "T" not in when.edtf else value
