"""Look up by offset among spans that stand in order and apart: the times of a report, its quotations, its items."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import Span

_begin = itemgetter(0)


def last_from(spans: Sequence[Span], offset: int) -> Span | None:
    """Give the last span that begins at or before an offset, whether or not it reaches it."""
    number = bisect_right(spans, offset, key=_begin)
    return spans[number - 1] if number else None


def holding(spans: Sequence[Span], offset: int) -> Span | None:
    """Give the span that an offset stands in: at its beginning or behind it, and before its end."""
    last = last_from(spans, offset)
    return last if last is not None and offset < last[1] else None
