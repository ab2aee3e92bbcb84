"""Join neighbouring readings in passes from left to right; each looks only at two neighbours and what is between."""

from __future__ import annotations

from collections.abc import Callable

from calendar_app.normaliser.times.bounding import bounded, framed, lasting, nightly, repeated
from calendar_app.normaliser.times.grammar import Reading
from calendar_app.normaliser.times.joining import lost, narrowed, restated
from calendar_app.normaliser.times.ranging import kept_daily, listed, paused, ranged, relisted, respanned

Join = Callable[[str, Reading, Reading], Reading | None]

LONGEST_GAP = 12
"""How many characters two readings that belong together can have between them."""


def combine(readings: list[Reading], text: str) -> list[Reading]:
    """Join all that belongs together: points first, then ranges of them, then what opens or lists or bounds them."""
    readings = _pass(narrowed, readings, text)
    readings = [each for each in _pass(restated, readings, text) if not lost(each, text)]
    for join in (ranged, respanned, paused, kept_daily):
        readings = _pass(join, readings, text)
    readings = bounded(readings, text)
    for join in (lasting, listed, relisted, framed):
        readings = _pass(join, readings, text)
    return repeated([nightly(each, text) for each in readings], text)


def _pass(join: Join, readings: list[Reading], text: str) -> list[Reading]:
    joined = readings[:1]
    for right in readings[1:]:
        left = joined[-1]
        if right.start - left.end <= LONGEST_GAP and (both := join(text, left, right)):
            joined[-1] = both
        else:
            joined.append(right)
    return joined
