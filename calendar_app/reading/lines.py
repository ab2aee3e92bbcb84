"""A page's text → its lines: layout tags and entities left out, one-line pastes taken apart again.

Line ends are CRLF, CR, LF, NEL, VT, form feed, the Unicode separators and the layout tags that break a line
(`<br>`, `</p>`, `[p]` …). A whole page pasted as one line is cut where a space follows the end of a sentence.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import Passage, Span
from calendar_app.reading.bylines import STORY_CUE, STORY_MARK, is_opening, leading_signature, trailing_byline
from calendar_app.reading.furniture import FOOTER_MARK, NAVIGATION_MARK
from calendar_app.reading.passages import cut, join, passage

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
    r"|[\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff\ufffc]",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
SUSPECT = re.compile(r"[<\[&\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff\ufffc]|/enpproperty")

END = re.compile(r"[。!?…~][”’」』)\]]{0,3}$|[\u4e00-\u9fff]\.$|[。!?…][”’]?\([^()]{2,30}\)$")

PASTED = 200
"""A line longer than this with several ends of sentences that a space follows is a paste of several paragraphs."""

PARAGRAPH_GAP = re.compile(r"[。!?…][”’」』]{0,2}(?:\([^()\d]{2,24}\))?(?P<gap>\s+)(?=\S)")
NOTICE = re.compile(r"更正|启事|公告|通告|通知|声明|预告|简讯|短讯|快讯|致歉|讣告|说明|来函照登")
"""The short names under which a paper prints its notices."""

LONGEST_HEADLINE = 60
"""In characters without white space; kickers of 30 and more are common, sentences are ended by a mark."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it.

    `text` is folded; `indent` measures the white space before it in half-width columns, `width` counts the printed
    characters with it; `apart` says
    that an empty line stands before it, `whole` that it was cut out of a paste: what precedes it is complete;
    `title` that the cut showed it to be a headline, `aside` that it holds links or the paper's imprint; `ends` that
    it ends a sentence, `opens` that it begins with a byline.
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
        line = Line(cut(clean), body, indent, len(text.rstrip()), apart, ends_sentence(body), is_opening(body))
        found += _taken_apart(line)
        apart = False
    return tuple(found)


def ends_sentence(text: str) -> bool:
    """Tell whether a folded text ends as a sentence ends, quotation marks and a closing byline allowed for."""
    return END.search(text, max(0, len(text) - 40)) is not None


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


# ---------------------------------------------------------------- one-line pastes


def _taken_apart(line: Line) -> list[Line]:
    """Cut a paste of several paragraphs, or of a headline and its report, into its lines."""
    if len(line.text) > PASTED:
        gaps = [each.span("gap") for each in PARAGRAPH_GAP.finditer(line.text)]
        if len(gaps) > 1:
            return _pasted(line, gaps)
    mark = (
        STORY_MARK.search(line.text, 1, 3 * LONGEST_HEADLINE)
        if not line.opens and STORY_CUE.search(line.text)
        else None
    )
    if mark and _is_title(line.text[: mark.start()].strip()):
        title = _part(line, 0, mark.start(), title=True)
        return [title, _part(line, mark.start(), len(line.text))]
    return [line]


def _pasted(line: Line, gaps: list[Span]) -> list[Line]:
    edges = [0, *(end for _, end in gaps), len(line.text)]
    chunks = list(pairwise(edges))
    found: list[Line] = []
    titles = ""
    for begin, end in chunks:
        start = begin
        marks = list(NAVIGATION_MARK.finditer(line.text, begin, end))
        if marks:
            start = marks[-1].end()
            titles += " " + line.text[begin:start]
            found.append(_part(line, begin, start, aside=True))
        while signed := leading_signature(line.text[start:end]):
            found.append(_part(line, start, start + signed))
            start += signed
        foot = FOOTER_MARK.search(line.text, start, end)
        stop = foot.start() if foot else end
        if stop > start and line.text[start:stop].strip():
            found += _titled(line, start, stop, titles)
        if foot:
            found.append(_part(line, stop, end, aside=True))
    return found


def _titled(line: Line, begin: int, end: int, titles: str) -> list[Line]:
    """Part the headline that a pasted report opens with from the report."""
    text = line.text[begin:end]
    lead = len(text) - len(text.lstrip())
    mark = STORY_MARK.search(text, lead, 3 * LONGEST_HEADLINE)
    listed = 0 if mark else _listed(text, titles)
    edge = mark.start() if mark else listed or _first_words(text)
    named = edge - trailing_byline(text[:edge])
    if named <= lead or not (listed or _is_title(text[:named].strip())):
        return [_part(line, begin, end)]
    parts = [_part(line, begin, begin + named, title=True)]
    parts += [_part(line, begin + i, begin + j) for i, j in ((named, edge), (edge, len(text))) if text[i:j].strip()]
    return parts


def _listed(text: str, titles: str) -> int:
    """Measure the longest beginning of a text, up to a space, that the page's list of titles holds."""
    longest = 0
    for space in re.finditer(r"\s+", text[: 2 * LONGEST_HEADLINE]):
        opening = text[: space.start()].strip()
        if len(opening) > 1 and f" {opening} " in titles:
            longest = space.end()
    return longest


def _first_words(text: str) -> int:
    """Measure the words before the first space-parted stretch that has a sentence's punctuation."""
    edge = 0
    for space in re.finditer(r"\s+", text[: 2 * LONGEST_HEADLINE]):
        opening = text[: space.start()]
        if re.search(r"[,;。:]", opening):
            break
        if _is_balanced(opening):
            edge = space.end()
    return edge


def _is_title(text: str) -> bool:
    dense = re.sub(r"\s", "", text)
    return (
        (4 <= len(dense) <= LONGEST_HEADLINE or NOTICE.fullmatch(dense) is not None)
        and not re.search(r"[。;]|[,、:]$", dense)
        and re.search(r"[\u4e00-\u9fff]", dense) is not None
        and _is_balanced(dense)
    )


def _is_balanced(text: str) -> bool:
    return all(text.count(left) == text.count(right) for left, right in ("“”", "()", "《》", "「」"))


def _part(line: Line, begin: int, end: int, *, title: bool = False, aside: bool = False) -> Line:
    text = line.text[begin:end].strip()
    return Line(
        cut(line.passage, begin, end),
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
