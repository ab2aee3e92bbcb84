"""Which lines of a page are headlines.

A headline has no sentence's end, begins no indented paragraph, comes after a finished paragraph, and is followed by
a byline, by the beginning of a paragraph, or by another headline. Where the page's lines were broken in
mid-sentence, a short line without an end may also be a piece of a paragraph (`fragments.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.reading.bylines import CLOSING, is_own_line
from calendar_app.reading.fragments import is_fragment, weight
from calendar_app.reading.furniture import SUBHEADING
from calendar_app.reading.kinds import Kind, contents, told
from calendar_app.reading.layout import BULLET, DATED_ITEM, FORM, ITEM, NO_LINE_START, Layout, layout
from calendar_app.reading.line import LONGEST_HEADLINE
from calendar_app.reading.masthead import is_bare_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.reading.line import Line

CENTRED = 6
"""A paragraph is indented by two full-width spaces, four columns; what stands further in is centred."""

MOST_HEADS = 4
"""Kickers, headline and what a section is called; a longer run of titles is a list of contents."""

SHORT = 40

NEAR = 100
"""Within how many lines, either way, a pair of characters is looked for that a break may have parted."""

TWO_CHARACTERS = re.compile(r"[\u4e00-\u9fff].*[\u4e00-\u9fff]")
NAMES = re.compile(r"(?:[\u4e00-\u9fff]{2,3}\s+){3,}[\u4e00-\u9fff]{2,3}")


class Surroundings(Struct, frozen=True):
    """What stands around a line: the lines beside it, whether a headline follows, whether its report is signed."""

    before: Line | None
    after: Line | None
    stacked: bool
    listed: bool
    signed_below: bool
    page: Sequence[Line]
    place: int

    @property
    def near(self) -> Sequence[Line]:
        """Give the lines around it."""
        return self.page[max(0, self.place - NEAR) : self.place + NEAR]

    def weight(self, line: Line, after: Line) -> int:
        """Weigh whether the line is a headline (above zero) or a piece of a paragraph."""
        titled = self.before is not None and not self.before.ends and len(self.before.text) <= SHORT
        return weight(line, after, self.near, stacked=self.stacked, signed_below=self.signed_below, below_title=titled)


def classify(page: Sequence[Line]) -> tuple[list[Kind], Layout]:
    """Tell what each line is, and how the page is set."""
    kinds = told(page)
    listed = contents(page, kinds)
    inner = [i for i, kind in enumerate(kinds) if kind in {Kind.TEXT, Kind.BYLINE}]
    setting = layout([page[i] for i in inner if kinds[i] is Kind.TEXT])
    run, signed_below = 0, False
    after: int | None = None
    for i, above in reversed(list(zip(inner, [None, *inner], strict=False))):
        if kinds[i] is Kind.BYLINE:
            run, signed_below, after = 0, True, i
            continue
        stacked = run > 0
        around = Surroundings(
            before=page[above] if above is not None else None,
            after=page[after] if after is not None else None,
            stacked=stacked,
            listed=bool(listed) and page[i].dense in listed,
            signed_below=signed_below,
            page=page,
            place=i,
        )
        if _is_headline(page[i], around, setting):
            run += 1
            kinds[i] = Kind.HEADLINE if run <= MOST_HEADS else Kind.FURNITURE
        else:
            if stacked or after is None:
                signed_below = CLOSING.search(page[i].text, max(0, len(page[i].text) - 120)) is not None
            run = 0
        after = i
    return kinds, setting


def _is_headline(line: Line, around: Surroundings, setting: Layout) -> bool:
    after = around.after
    if not _has_shape(line, setting) or after is None:
        return False
    if line.title or around.listed:
        return True
    signed = after.opens or is_own_line(after.text)
    if not signed and not around.stacked and not _begins_text(line, after, setting):
        return False
    if not _is_free(line, around.before, setting, signed=signed):
        return False
    if signed:
        return True
    if _is_listed_among_items(line, around):
        return False
    if setting.fills(line) and not (after.apart or after.indent or after.whole):
        return line.apart and around.weight(line, after) > 1
    if line.text[-1] in "!?" and not around.stacked:
        return line.apart and len(line.text) <= 30 and not re.match(r"[“\"]|.*[,;]", line.text)
    return not setting.broken or (not is_fragment(line, after) and around.weight(line, after) > 0)


def _is_listed_among_items(line: Line, around: Surroundings) -> bool:
    """Tell whether an unsigned line is one of several that begin alike: dates, bullets, or labels."""
    beside = [each.text for each in (around.before, around.after) if each is not None]
    return any(
        mark.match(line.text) is not None and any(mark.match(text) is not None for text in beside)
        for mark in (DATED_ITEM, BULLET, FORM)
    )


def _has_shape(line: Line, setting: Layout) -> bool:
    text = line.text
    bullet = BULLET.match(text)
    words = text[bullet.end() :] if bullet else text
    return (
        len(text) <= 2 * LONGEST_HEADLINE
        and len(line.dense) <= LONGEST_HEADLINE
        and not (setting.indented and 0 < line.indent < CENTRED)
        and "。" not in text
        and text[-1] not in ",、;:"
        and TWO_CHARACTERS.search(text) is not None
        and not NO_LINE_START.match(text)
        and not ITEM.match(words)
        and not SUBHEADING.fullmatch(words)
        and not line.opens
        and not NAMES.fullmatch(text)
        and not is_bare_date(text)
        and text[0] not in "(|"
    )


def _begins_text(line: Line, after: Line, setting: Layout) -> bool:
    """Tell whether what follows an unsigned headline may be the beginning of its text."""
    if setting.indented:
        return after.indent > 0 or after.whole
    return len(line.text) <= SHORT and not NO_LINE_START.match(after.text)


def _is_free(line: Line, before: Line | None, setting: Layout, *, signed: bool) -> bool:
    """Tell whether the line before a headline is complete, or may be a headline itself."""
    if before is None or line.whole:
        return True
    ended = before.ends or is_own_line(before.text) or (line.apart and ITEM.match(before.text) is not None)
    if not line.apart and setting.fills(before):
        return signed and ended
    if ended or (_has_shape(before, setting) and len(before.text) <= SHORT):
        return True
    return signed and (line.apart or before.indent > 0)
