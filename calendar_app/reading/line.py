"""A line of a page, and what can be said of it by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.reading.bylines import is_opening, photo_tail
from calendar_app.reading.passages import cut

if TYPE_CHECKING:
    from calendar_app.model import Passage

LONGEST_HEADLINE = 60
"""In characters without white space; kickers of 30 and more are common, sentences are ended by a mark."""

END = re.compile(r"[。!?…~][”’」』)\]]{0,3}$|[\u4e00-\u9fff]\.$|[。!?…][”’]?\([^()]{2,30}\)$")


class Line(Struct, frozen=True):
    """A line without the white space around it.

    `text` is folded; `indent` measures the white space before it in half-width columns, `width` counts the printed
    characters with it; `apart` says that an empty line stands before it, `whole` that it was cut out of a paste: what
    precedes it is complete; `title` that the cut showed it to be a headline, `aside` that it holds links or the
    paper's imprint; `ends` that it ends a sentence, `opens` that it begins with a byline.
    """

    passage: Passage
    text: str
    indent: int
    width: int
    apart: bool
    ends: bool
    opens: bool
    whole: bool = False
    title: bool = False
    aside: bool = False

    @property
    def dense(self) -> str:
        """Give its text without white space."""
        return "".join(self.text.split())

    def part(self, begin: int, end: int, *, title: bool = False, aside: bool = False) -> Line:
        """Cut a line out of this one, which was several lines pasted together."""
        text = self.text[begin:end].strip()
        return Line(
            cut(self.passage, begin, end),
            text,
            indent=0,
            width=len(text),
            apart=True,
            ends=ends_sentence(text),
            opens=is_opening(text),
            whole=True,
            title=title,
            aside=aside,
        )


def line(passage: Passage, text: str, *, indent: int, width: int, apart: bool) -> Line:
    """Make a line of its characters and their folded text."""
    return Line(passage, text, indent, width, apart, ends_sentence(text), is_opening(text))


def ends_sentence(text: str) -> bool:
    """Tell whether a folded text ends as a sentence ends, but for quotation marks, a byline or a photo credit."""
    return END.search(text, max(0, len(text) - 40)) is not None or photo_tail(text) > 0


def is_balanced(text: str) -> bool:
    """Tell whether a text closes every quotation and bracket that it opens."""
    return all(text.count(left) == text.count(right) for left, right in ("“”", "()", "《》", "「」"))
