"""Join neighbouring readings in passes from left to right; each looks only at two neighbours and what is between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from calendar_app.normaliser.times.bounding import bounded, framed, nightly, repeated
from calendar_app.normaliser.times.grammar import Reading
from calendar_app.normaliser.times.joining import lost, narrowed, restated
from calendar_app.normaliser.times.lasting import lasting, leading
from calendar_app.normaliser.times.ranging import kept_daily, listed, paused, ranged, relisted, respanned
from calendar_app.normaliser.times.statements import Every, Length, Range, Several

Join = Callable[[str, Reading, Reading], Reading | None]

LONGEST_GAP = 12
"""How many characters two readings that belong together can have between them."""
JOINING = frozenset(
    " \t\n的T-–—−~,、:;()和及与以或者还是至到起开始一直"
    "持续延展出进行放截之间期即也就农历将幕园街张亮灯启动赶忙歇排关卖唱演跳做等站守干练学办摆玩吃逛热闹营业闭馆假运是在于正好恰刚逢适值赶碰遇上"
)
"""All that can stand between two readings that belong together; whoever teaches a join a word adds its characters."""
CLOSED = 6
"""By how many characters a join may lengthen a reading: a closing parenthesis, 之间."""


def combine(readings: list[Reading], text: str) -> list[Reading]:
    """Join all that belongs together: points first, then ranges of them, then what opens or lists or bounds them."""
    joined: list[Reading] = []
    for together in _neighbours(readings, text):
        points = _joined((narrowed, restated), together, text) if len(together) > 1 else together
        points = [each for each in points if not lost(each, text)]
        joined += _joined((ranged, respanned, paused, kept_daily), points, text) if len(points) > 1 else points
    spans: list[Reading] = []
    for together in _neighbours(bounded(joined, text), text):
        spans += _joined((lasting, listed, relisted, framed), together, text) if len(together) > 1 else together
    kinds = {type(each.statement) for each in spans}
    if Several in kinds or Range in kinds:
        spans = nightly(spans, text)
    if Length in kinds:
        spans = leading(spans, text)
    return repeated(spans, text) if Every in kinds else spans


def _neighbours(readings: list[Reading], text: str) -> Iterator[list[Reading]]:
    """Give the readings that stand together; most stand alone."""
    together: list[Reading] = []
    end = 0
    for each in readings:
        start = each.start
        if together and (start > end + LONGEST_GAP + CLOSED or not JOINING.issuperset(text[end:start])):
            yield together
            together = []
        together.append(each)
        end = each.end
    if together:
        yield together


def _joined(joins: Iterable[Join], readings: list[Reading], text: str) -> list[Reading]:
    """Pass all the joins over readings that stand together."""
    for join in joins:
        readings = _pass(join, readings, text)
    return readings


def _pass(join: Join, readings: list[Reading], text: str) -> list[Reading]:
    joined = readings[:1]
    for right in readings[1:]:
        left = joined[-1]
        if right.start - left.end <= LONGEST_GAP and (both := join(text, left, right)):
            joined[-1] = both
        else:
            joined.append(right)
    return joined
