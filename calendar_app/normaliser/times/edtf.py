"""Write values in EDTF (ISO 8601-2, level 2), and instants in ISO 8601."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.model import Form

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from calendar_app.normaliser.times.statements import Period


def of_period(period: Period) -> str:
    """Write a period: its code, its day, one of its days or all of them."""
    if period.code:
        return period.code
    if period.start == period.end:
        return period.start.isoformat()
    if period.form is Form.WINDOW:
        return f"[{period.start.isoformat()}..{period.end.isoformat()}]"
    return f"{period.start.isoformat()}/{period.end.isoformat()}"


def bound(period: Period, day: date) -> str:
    """Write one end of a span: a vague one keeps its `~`, a coarse one its code."""
    if period.form is Form.COARSE and "/" not in period.code:
        return period.code
    return day.isoformat() + ("~" if period.form is Form.WINDOW and period.start != period.end else "")


def several(days: Iterable[date]) -> str:
    """Write each of several days."""
    return "{" + ",".join(day.isoformat() for day in days) + "}"
