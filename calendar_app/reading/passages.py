"""Cut and join passages; the offsets into the page stay exact."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from calendar_app.model import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable


def passage(page: str, spans: Iterable[Span]) -> Passage:
    """Take spans of a page's text, in order, as one passage."""
    text: list[str] = []
    starts: list[Span] = []
    length = 0
    for begin, end in spans:
        if end > begin:
            text.append(page[begin:end])
            starts.append((length, begin))
            length += end - begin
    return Passage("".join(text), tuple(starts) or ((0, 0),))


def cut(whole: Passage, begin: int = 0, end: int | None = None) -> Passage:
    """Take a part of a passage, without the white space around it."""
    stop = len(whole.text) if end is None else end
    text = whole.text[begin:stop]
    begin += len(text) - len(text.lstrip())
    text = text.strip()
    stop = begin + len(text)
    if not text:
        return Passage("", ((0, whole.on_page((begin, begin))[0]),))
    if len(whole.starts) == 1:
        return Passage(text, ((0, whole.starts[0][1] - whole.starts[0][0] + begin),))
    first = max(0, bisect_right(whole.starts, (begin, float("inf"))) - 1)
    starts = [(0, whole.on_page((begin, begin + 1))[0])]
    for here, there in whole.starts[first + 1 :]:
        if here >= stop:
            break
        starts.append((here - begin, there))
    return Passage(text, tuple(starts))


def join(parts: Iterable[Passage], between: str) -> Passage:
    """Join passages; what stands between two of them has its place right after the first."""
    text: list[str] = []
    starts: list[Span] = []
    length = 0
    for part in parts:
        if text:
            text.append(between)
            length += len(between)
        text.append(part.text)
        starts += [(length + here, there) for here, there in part.starts]
        length += len(part.text)
    return Passage("".join(text), tuple(_fused(starts)))


def bounds(part: Passage) -> Span:
    """Give the span of the page from a passage's first to its last character."""
    return part.on_page((0, len(part.text)))


def _fused(starts: list[Span]) -> list[Span]:
    """Drop pairs that only go on in step."""
    if not starts:
        return [(0, 0)]
    kept = starts[:1]
    for (_, _), (here, there) in pairwise(starts):
        last_here, last_there = kept[-1]
        if there - last_there != here - last_here:
            kept.append((here, there))
    return kept
