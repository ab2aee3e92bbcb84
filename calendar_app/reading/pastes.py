"""Several lines pasted together → the lines: a whole page in one line, a headline and its report, 【title】text.

A whole page pasted as one line is cut where a space follows the end of a sentence; the headline that a paragraph
then begins with is known by the byline after it, by the page's list of titles, or by having no sentence's marks.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from calendar_app.reading.bylines import STORY_CUE, STORY_MARK, leading_signature, trailing_byline
from calendar_app.reading.furniture import FOOTER_MARK, NAVIGATION_MARK, NOTICE, SUBHEADING
from calendar_app.reading.layout import ITEM
from calendar_app.reading.line import LONGEST_HEADLINE, is_balanced

if TYPE_CHECKING:
    from calendar_app.model import Span
    from calendar_app.reading.line import Line

PASTED = 200
"""A line longer than this with several ends of sentences that a space follows is a paste of several paragraphs."""

LONGEST_CONTENTS = 20_000
"""A page's list of titles is shorter; of what claims to be a longer one only the end is looked through."""

PARAGRAPH_GAP = re.compile(r"[。!?…][”’」』]{0,2}(?:\([^()\d]{2,24}\))?(?P<gap>\s+)(?=\S)")
BRACKETED = re.compile(r"【(?P<title>[^【】:]{4,40})】(?=[^\s,。]{2}.{10})")


def taken_apart(line: Line) -> list[Line]:
    """Cut a paste of several paragraphs, or of a headline and its report, into its lines."""
    text = line.text
    if len(text) > PASTED:
        gaps = [each.span("gap") for each in PARAGRAPH_GAP.finditer(text)]
        if len(gaps) > 1:
            return _pasted(line, gaps)
    bracketed = BRACKETED.match(text) if text.startswith("【") and not ITEM.match(text) else None
    if bracketed and not SUBHEADING.fullmatch(bracketed["title"]):
        begin, end = bracketed.span("title")
        return [line.part(begin, end, title=True), line.part(bracketed.end(), len(text))]
    mark = STORY_MARK.search(text, 1, 3 * LONGEST_HEADLINE) if not line.opens and STORY_CUE.search(text) else None
    if mark and _is_title(text[: mark.start()].strip()):
        return [line.part(0, mark.start(), title=True), line.part(mark.start(), len(text))]
    return [line]


def _pasted(line: Line, gaps: list[Span]) -> list[Line]:
    edges = [0, *(end for _, end in gaps), len(line.text)]
    found: list[Line] = []
    titles = ""
    for begin, end in pairwise(edges):
        start = begin
        links = list(NAVIGATION_MARK.finditer(line.text, begin, end))
        if links:
            start = links[-1].end()
            titles = f"{titles} {line.text[begin:start]}"[-LONGEST_CONTENTS:]
            found.append(line.part(begin, start, aside=True))
        while signed := leading_signature(line.text[start:end]):
            found.append(line.part(start, start + signed))
            start += signed
        foot = FOOTER_MARK.search(line.text, start, end)
        stop = foot.start() if foot else end
        if line.text[start:stop].strip():
            found += _titled(line, start, stop, titles)
        if foot:
            found.append(line.part(stop, end, aside=True))
    return found


def _titled(line: Line, begin: int, end: int, titles: str) -> list[Line]:
    """Part the headline, and the kicker above it, that a pasted report opens with from the report."""
    text = line.text[begin:end]
    lead = len(text) - len(text.lstrip())
    mark = STORY_MARK.search(text, lead, 3 * LONGEST_HEADLINE)
    listed = 0 if mark else _listed(text, titles)
    edge = mark.start() if mark else listed or _first_words(text)
    named = edge - trailing_byline(text[:edge])
    if named <= lead or not (listed or _is_title(text[:named].strip())):
        return [line.part(begin, end)]
    kicker = _above(text[:named], titles)
    edges = [edge for edge in (0, kicker, named, edge, len(text)) if edge == 0 or text[:edge].strip()]
    return [
        line.part(begin + i, begin + j, title=j <= named) for i, j in pairwise(sorted(set(edges))) if text[i:j].strip()
    ]


def _listed(text: str, titles: str) -> int:
    """Measure the longest beginning of a text, up to a space, that the page's list of titles holds."""
    longest = 0
    for space in re.finditer(r"\s+", text[: 2 * LONGEST_HEADLINE]):
        words = text[: space.start()].strip()
        if len(words) > 1 and f" {words} " in titles:
            longest = space.end()
    return longest


def _above(heads: str, titles: str) -> int:
    """Measure the words before the title that the page's list holds: a kicker is not listed."""
    if f" {heads.strip()} " in titles:
        return 0
    spaces = (space.end() for space in re.finditer(r"\s+", heads.rstrip()))
    return next((end for end in spaces if f" {heads[end:].strip()} " in titles), 0)


def _first_words(text: str) -> int:
    """Measure the words before the first space-parted stretch that has a sentence's punctuation."""
    edge = 0
    for space in re.finditer(r"\s+", text[: 2 * LONGEST_HEADLINE]):
        words = text[: space.start()]
        if re.search(r"[,;。:]", words):
            break
        if is_balanced(words):
            edge = space.end()
    return edge


def _is_title(text: str) -> bool:
    dense = re.sub(r"\s", "", text)
    return (
        (4 <= len(dense) <= LONGEST_HEADLINE or NOTICE.fullmatch(dense) is not None)
        and not re.search(r"[。;]|[,、:]$", dense)
        and re.search(r"[\u4e00-\u9fff]", dense) is not None
        and is_balanced(dense)
    )
