"""A page's text → its lines: layout tags, Markdown's bold and entities left out, pasted lines taken apart.

Line ends are CRLF, CR, LF, NEL, VT, form feed, the Unicode separators and the layout tags that break a line
(`<br>`, `</p>`, `[p]` …).
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import Passage, Span
from calendar_app.reading.line import Line, line
from calendar_app.reading.passages import cut, join, passage
from calendar_app.reading.pastes import taken_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
BREAK = re.compile(
    rf"{LINE_END.pattern}"
    r"|<br\s{0,3}/?>|</?(?:p|div|li|tr|h[1-6]|blockquote)(?:\s[^<>]{0,300})?>|\[/?(?:p|br)\]",
    re.IGNORECASE,
)
NOISE = re.compile(
    r"<!--[^>]{0,2000}-->"
    r"|</?(?:b|i|u|em|strong|font|span|a|img|center|table|tbody|td|th|ul|ol|sup|sub|small|big|hr|founder-[a-z]{1,20})"
    r"(?:\s[^<>]{0,400})?/?>"
    r"|\[/?(?:b|i|u|img|url|size|color|font|align|quote|center|table|tr|td|list|hr|attach)(?:=[^\[\]]{0,100})?\]"
    r"|\d{4}-\d{2}-\d{2}[^\n]{0,200}/enpproperty\s{0,3}--!?>"
    r"|/enpproperty\s{0,3}--!?>|<!--/?enpcontent-->"
    r"|(?m:^)[ \t]{0,9}-[ \t]{1,9}(?=\*\*)|(?<![*\d])\*\*(?!\*)|(?<!\*)\*\*(?![*\d])"
    r"|[\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff\ufffc]",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
SUSPECT = re.compile(r"\*\*|[<\[&\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff\ufffc]|/enpproperty")


def lines(page: str) -> tuple[Line, ...]:
    """List a page's lines that are not empty, in order."""
    folded = fold(page)
    suspect = SUSPECT.search(page) is not None
    found: list[Line] = []
    apart = True
    for begin, end in _spans(page, BREAK if suspect else LINE_END):
        text = folded[begin:end]
        if suspect and SUSPECT.search(page, begin, end):
            clean = _clean(page, begin, end)
            text = fold(clean.text)
        else:
            clean = Passage(page[begin:end], ((0, begin),))
        body = text.strip()
        if not body:
            apart = True
            continue
        lead = len(text) - len(text.lstrip())
        indent = _columns(clean.text[:lead]) if lead else 0
        found += taken_apart(line(cut(clean), body, indent=indent, width=len(text.rstrip()), apart=apart))
        apart = False
    return tuple(found)


def _columns(space: str) -> int:
    """Measure an indent in half-width columns; a single space is a slip."""
    columns = sum(1 if each == " " else 2 for each in space)
    return columns if columns > 1 else 0


def _spans(page: str, ends: re.Pattern[str]) -> Iterator[Span]:
    begin = 0
    for each in ends.finditer(page):
        yield begin, each.start()
        begin = each.end()
    yield begin, len(page)


def _clean(page: str, begin: int, end: int) -> Passage:
    """Leave out layout tags and control characters, and put characters for entities."""
    spans, here = [], begin
    for noise in NOISE.finditer(page, begin, end):
        spans.append((here, noise.start()))
        here = noise.end()
    kept = passage(page, [*spans, (here, end)])
    return _with_characters(kept) if "&" in kept.text else kept


def _with_characters(part: Passage) -> Passage:
    """Put the character that each HTML entity stands for; its place is that of the ampersand."""
    pieces, here = [], 0
    for entity in ENTITY.finditer(part.text):
        letter = html.unescape(entity[0])
        if len(letter) != 1 or letter < " ":
            continue
        pieces.append(_slice(part, here, entity.start()))
        pieces.append(Passage(letter, ((0, part.on_page((entity.start(), entity.start() + 1))[0]),)))
        here = entity.end()
    pieces.append(_slice(part, here, len(part.text)))
    return join((each for each in pieces if each.text), "")


def _slice(part: Passage, begin: int, end: int) -> Passage:
    """Take a part of a passage with its white space."""
    text = part.text[begin:end]
    inner = cut(part, begin, end)
    if inner.text == text:
        return inner
    starts = [(0, part.on_page((begin, begin + 1))[0])]
    starts += [(here - begin, there) for here, there in part.starts if begin < here < end]
    return Passage(text, tuple(starts))
