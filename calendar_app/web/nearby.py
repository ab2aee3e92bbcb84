"""The events around a day, as many as a page shows, without reading a whole archive.

The store is asked for a few days, then for a few times as many, forwards and backwards, until a page is full.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from calendar_app.store.days import reach
from calendar_app.store.selection import DEFAULT_PAST, LONGEST_PAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calendar_app.model import Event
    from calendar_app.store import Store
    from calendar_app.store.selection import Selection

FIRST_STRIDE = 1
"""How many days are asked for first, each way."""

WIDER = 4
"""How many times as many days are asked for next."""

SPARSE = 15
"""How few events make a page look empty."""

FURTHEST = timedelta(days=3650)
"""How far ahead newspapers announce anything."""


def nearby(store: Store, selection: Selection, today: date, newest: date | None, most: int) -> tuple[Event, ...]:
    """Give the selection's events nearest to a day, in order: some `most` of what was, and of what is and comes.

    `newest` is the last issue date in the store, from which a selection's past is counted; None when it is empty.
    """
    before = _before(store, selection, today, newest, most) if newest else []
    return (*before, *_from(store, selection, today, most))


def reaching_far_enough(
    store: Store, selection: Selection, today: date, newest: date | None, most: int
) -> tuple[Selection, tuple[Event, ...]]:
    """Give a selection and what is nearby; with little, and that all past, it reaches back as far as there is any.

    A selection that says how far it reaches is left as it is.
    """
    events = nearby(store, selection, today, newest, most)
    as_told = selection.first is not None or selection.past != DEFAULT_PAST
    if as_told or len(events) >= SPARSE or any(reach(event)[1] >= today for event in events):
        return selection, events
    further = replace(selection, past=LONGEST_PAST)
    return further, nearby(store, further, today, newest, most)


def _from(store: Store, selection: Selection, today: date, most: int) -> list[Event]:
    first = max(today, selection.first or today)
    last = min(selection.last or today + FURTHEST, today + FURTHEST)
    found: list[Event] = []
    for begin, end in _strides(first, last):
        asked = store.select(replace(selection, first=begin, last=end), today)
        found += [event for event in asked if begin == first or reach(event)[0] >= begin]
        if len(found) > most:
            break
    return found


def _before(store: Store, selection: Selection, today: date, newest: date, most: int) -> list[Event]:
    last = min(today - timedelta(days=1), selection.last or today)
    reference = min(today, newest)
    oldest = selection.first or reference - timedelta(days=min(selection.past, (reference - date.min).days))
    found: list[Event] = []
    for begin, end in _strides_back(last, min(last, reference), oldest):
        asked = store.select(replace(selection, first=begin, last=end), today)
        found[:0] = [event for event in asked if _belongs(event, begin, oldest, today)]
        if len(found) > most:
            break
    return found


def _belongs(event: Event, begin: date, oldest: date, today: date) -> bool:
    """Tell whether an event is met here for the only time: not in an earlier stride, and not as what still runs."""
    begins, ends = reach(event)
    return ends < today and (begins >= begin or begin == oldest)


def _strides(first: date, last: date) -> Iterator[tuple[date, date]]:
    length = FIRST_STRIDE
    while first <= last:
        end = min(last, first + timedelta(days=length - 1))
        yield first, end
        first, length = end + timedelta(days=1), length * WIDER


def _strides_back(last: date, reference: date, oldest: date) -> Iterator[tuple[date, date]]:
    """Stride from the last day back to the oldest; what lies after the newest issue is crossed at once."""
    length = FIRST_STRIDE
    begin = reference - timedelta(days=length - 1)
    while last >= oldest:
        begin = max(begin, oldest)
        yield begin, last
        last, length = begin - timedelta(days=1), length * WIDER
        begin = oldest if (last - oldest).days < length else last - timedelta(days=length - 1)
