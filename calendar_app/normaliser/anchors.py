"""What the relative words of a report lean on: the day of its dateline, else the day of publication."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import Anchor

if TYPE_CHECKING:
    from calendar_app.model import Dateline

OPENING = 48
"""How far into a text a dateline ends."""


def anchor_of(dateline: Dateline | None, issued: date) -> Anchor:
    """Give the dateline's day, in the last year in which it is not after the issue date; else the issue date."""
    if dateline is not None and dateline.month is not None and dateline.day is not None:
        for year in (issued.year, issued.year - 1):
            try:
                filed = date(year, dateline.month, dateline.day)
            except ValueError:  # 2月30日: the paper errs, the issue date stands
                break
            if filed <= issued:
                return Anchor(filed, "dateline")
    return Anchor(issued)


def own_anchor(text: str, anchor: Anchor | None) -> Anchor | None:
    """Give the anchor that a text names itself, when it opens with a dateline (`新华社北京10月24日电`)."""
    if anchor is None or not {"电", "讯"} & set(text[:OPENING]):
        return anchor
    from calendar_app.reading.bylines import opening  # noqa: PLC0415 - its patterns cost time, and few texts need them

    begun = opening(fold(text[:OPENING]))
    dated = anchor_of(begun.dateline, anchor.day) if begun and begun.dateline else None
    return dated if dated and dated.day != anchor.day else anchor
