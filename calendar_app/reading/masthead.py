"""Publication, issue date and page number of a page, and where each was found.

The issue date is looked for, in this order, among the caller's options, the masthead and source lines, the
e-paper's navigation, the address, what a format says of itself (metadata), and the file's name. A date inside a
report is no issue date, and a date that no calendar has is none at all. The clock is never asked.
"""

from __future__ import annotations

import re
from collections import deque
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import Found, Page
from calendar_app.reading.bylines import is_opening
from calendar_app.reading.dates import DATE, in_path, iso, span
from calendar_app.reading.furniture import is_navigation, is_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from calendar_app.model import Span
    from calendar_app.reading.given import Given

LONGEST_LINE = 2000
"""How much of a line is read: a page pasted as one line has its masthead at the front."""

LONGEST_MASTHEAD = 90
MOST_WORDS = 4
"""What a masthead holds beside date, weekday, sheet, count and staff: the paper's name, the section's, a motto."""

FOOT = 4
"""How many of the last lines may be the masthead's: bulletins print it below."""

LINKS = re.compile(r"[上下]一[版期篇]|放大|缩小")

_HAN = r"[\u4e00-\u9fff]"
_SHEET = r"(?:第?\s?(?P<sheet>[A-Z]{0,2}\d{1,3})\s?版|(?P<letter>[A-Z]{1,2}\d{1,3})(?=\s|$))"
_PAPER = (
    rf"{_HAN}{{1,10}}(?:日报|晚报|早报|晨报|午报|周报|时报|快报|导报|商报|新报|画报|青年报|劳动报|工人报|职工报|都市报"
    r"|报|时讯|周讯|周刊|月刊|旬刊|双周刊|会刊|院刊|校刊|刊)"
)
_COUNT = r"\(?总?第\s?[\d〇零一二三四五六七八九十百千]{1,6}\s?期\)?"

_QUOTED = re.compile(rf"《\s?(?P<paper>[^《》\d]{{2,16}}?)\s?》\s?\(?\s?{DATE}")
_ISOLATED = re.compile(
    rf"(?:(?<![\d\u4e00-\u9fff])|(?<=[报刊讯网期版])){DATE}"
    r"(?=$|[\s|)(·/,;>:》]|星期|周[一二三四五六日天]|礼拜|农历|第\d|总第|来源|出版|编印|印发|刊印|印刷?|\d{1,2}:\d{2})"
)
_BESIDE = re.compile(
    rf"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|(?:农历)?{_HAN}{{2}}年(?:[闰]?{_HAN}{{1,2}}月{_HAN}{{2,3}})?|农历\S{{1,10}}"
    rf"|{_COUNT}|(?:今日\d{{1,3}}版)|{_SHEET}|\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,3}})?)?"
    r"|(?:来源|稿源|出处|作者|记者|责编|编辑|责任编辑|美编|版式|校对|组版|字号)\s?[:/]?\s?\S{0,14}"
    r"|(?:发布|发表|刊发|更新|出版|见报|编印|印发|刊印|印刷?)(?:时间|日期)?|版次|版名|日期|数字报"
    rf"|{_PAPER}(?=$|[\s|/·,:>《》(])"
)
_APPOINTMENT = re.compile(r"时间|地点|截止|报名|举[办行]|开[幕展]|活动|至|起")
_SOURCE = re.compile(r"(?:来源|稿源|出处)\s?:\s?(?P<paper>[\u4e00-\u9fff]{2,14})")
_STATED = re.compile(rf"(?:(?:发布|发表|刊发|更新|出版|见报)(?:时间|日期)?|日期)\s?:?\s?{DATE}")
_DATED = re.compile(DATE)
_RESIDUE = re.compile(rf"{DATE}[^\n]{{0,200}}/enpproperty")
_PUBLISHER = re.compile(rf"主办(?:单位)?:\s?(?P<paper>{_HAN}{{2,12}}?)社|(?P<owner>{_HAN}{{2,12}}?)社?版权所有")
_TITLE = re.compile(rf"《?(?P<paper>{_PAPER})》?")
_NAMED = re.compile(rf"(?:^|(?<=[\s|/·,:>《(])|(?<=日))(?P<paper>{_PAPER})(?=$|[\s|/·,:>《》()\d二])")
_FIRST = re.compile(rf"《?(?P<paper>{_HAN}{{2,12}})》?(?=[\s|/·,:>]|$)")
_COUNTED = re.compile(rf"《?(?P<paper>{_HAN}{{2,12}})》?[\s|·]{{1,4}}{_COUNT}")
_COUNT_LINE = re.compile(_COUNT)
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_SHEET_START = re.compile(r"第\s?(?P<sheet>[A-Z]{0,2}\d{1,3})\s?版:")
_SHEET_LINE = re.compile(rf"(?:^|[\s|·/]){_SHEET}")
_URL = re.compile(r"https?://[^\s<>\"'，。]{4,300}")


def make_page(text: str, given: Given, stated: Iterable[Found] = (), *, title: str | None = None) -> Page:
    """Build a Page: options first, then what the page says of itself; `stated` is what its format says."""
    marks = list(_marks(text, given, tuple(stated)))
    issued = next((found for kind, found in marks if kind == "issued"), None)
    return Page(
        id=given.id or given.name,
        text=text,
        publication=given.publication or next((found.value for kind, found in marks if kind == "publication"), None),
        home=given.home,
        issued=given.issued or (date.fromisoformat(issued.value) if issued else None),
        issued_from="option" if given.issued else issued.source if issued else None,
        number=next((found.value for kind, found in marks if kind == "number"), None),
        url=given.url,
        title=given.title or title,
    )


def is_masthead(line: str) -> bool:
    """Tell whether a folded line is a masthead or a source line: a full date and hardly anything else."""
    return _printed(line) is not None or (_STATED.match(line) is not None and len(line) <= 60)


def is_bare_date(line: str) -> bool:
    """Tell whether a folded line is a date and nothing else."""
    return _DATED.fullmatch(line.strip("() ")) is not None


def is_title(line: str) -> bool:
    """Tell whether a folded line is the name of a newspaper and nothing else."""
    return len(line) <= 24 and _TITLE.fullmatch(re.sub(r"\s", "", line)) is not None


def _marks(text: str, given: Given, stated: tuple[Found, ...]) -> Iterator[tuple[str, Found]]:
    """Yield what the page says of itself, the best evidence of each kind first."""
    near = _edges(text)
    yield from _of_masthead(near, text)
    yield from _of_navigation(near)
    for address, source in [(given.url or "", "url"), *((each, "url") for each in _addresses(near))]:
        if day := in_path(address):
            yield "issued", Found(day, source)
    for found in stated:
        yield ("publication" if found.source == "publication" else "issued"), found
    yield from _of_metadata(near)
    name = given.id or given.name
    if day := in_path(name.rsplit("/", 1)[-1]) or in_path(name):
        yield "issued", Found(day, "file name")


def _edges(text: str) -> list[tuple[str, int]]:
    """List the lines around the reports, folded, with their places: those before the first text, and the last few."""
    head: list[tuple[str, int]] = []
    end = 0
    for line in _LINE.finditer(text):
        end = line.end()
        if bare := fold(line[0][:LONGEST_LINE]).strip():
            head.append((bare, line.start() + len(line[0]) - len(line[0].lstrip())))
            if "。" in bare or is_opening(bare):
                break
    printed = (line for line in _LINE.finditer(text, max(end, len(text) - LONGEST_LINE)) if not line[0].isspace())
    tail = deque(printed, maxlen=FOOT)
    return [
        *head,
        *(
            (bare, line.start() + len(line[0]) - len(line[0].lstrip()))
            for line in tail
            if (bare := fold(line[0]).strip())
        ),
    ]


def _printed(line: str) -> re.Match[str] | None:
    """Find the date of a masthead line: a full date that stands alone among a masthead's other words."""
    if len(line) > LONGEST_MASTHEAD or "。" in line or "/enpproperty" in line:
        return None
    found = _QUOTED.search(line) or _ISOLATED.search(line)
    if not found or found.re is _QUOTED:
        return found
    begin, end = span(found)
    rest, hints = _BESIDE.subn(" ", f"{line[:begin]} {line[end:]}")
    words = [word for word in re.split(r"[\s|/·,;:>()《》—-]+", rest) if word]
    if any(len(word) > 12 or _APPOINTMENT.search(word) for word in words) or len(words) > MOST_WORDS:
        return None
    alone = not words or (len(words) == 1 and begin > 0 and line.lstrip("《 ").startswith(words[0]))
    return found if hints or alone else None


def _of_masthead(near: list[tuple[str, int]], text: str) -> Iterator[tuple[str, Found]]:
    for line, place in near:
        found = None if LINKS.search(line) else _printed(line)
        if found and (day := iso(found)):
            yield "issued", Found(day, "masthead", _placed(found, place))
    for each in _papers(near):
        yield "publication", Found(text[each[0] : each[1]], "masthead", each)
    for line, _ in near:
        if (
            len(line) <= LONGEST_MASTHEAD
            and (_printed(line) or is_section(line))
            and (sheet := _SHEET_LINE.search(line))
        ):
            yield "number", Found(sheet["sheet"] or sheet["letter"], "masthead")
    sheet = _SHEET_START.match(near[0][0]) if near else None
    if sheet:
        yield "number", Found(sheet["sheet"], "masthead")


def _papers(near: list[tuple[str, int]]) -> Iterator[Span]:
    """Yield where the paper's name stands: beside the date, beside the issue's number, alone, in the footer."""
    for line, place in near:
        if found := _printed(line):
            quoted = found if found.re is _QUOTED else None
            first = _FIRST.match(line) if span(found)[0] > 0 else None
            plain = first if first and not _BESIDE.fullmatch(first["paper"]) else None
            for name in (quoted, _NAMED.search(line), plain, _SOURCE.search(line)):
                if name:
                    yield place + name.start("paper"), place + name.end("paper")
        elif name := _COUNTED.match(line):
            yield place + name.start("paper"), place + name.end("paper")
    for (line, place), (below, _) in pairwise(near):
        if _COUNT_LINE.match(below) and (name := _FIRST.match(line)):
            yield place + name.start("paper"), place + name.end("paper")
    for line, place in near:
        if is_title(line):
            yield place, place + len(line)
        if publisher := _PUBLISHER.search(line):
            group = "paper" if publisher["paper"] else "owner"
            yield place + publisher.start(group), place + publisher.end(group)


def _of_navigation(near: list[tuple[str, int]]) -> Iterator[tuple[str, Found]]:
    for line, place in near:
        if not is_navigation(line[:160]) and "上一" not in line:
            continue
        for found in _DATED.finditer(line):
            before, after = line[max(0, found.start() - 12) : found.start()], line[found.end() : found.end() + 16]
            linked = LINKS.search(before) or LINKS.search(after) or "返回" in after
            if linked and (day := iso(found)):
                yield "issued", Found(day, "navigation", _placed(found, place))


def _of_metadata(near: list[tuple[str, int]]) -> Iterator[tuple[str, Found]]:
    for line, place in near:
        found = _RESIDUE.search(line) or _STATED.search(line[:120])
        if found and (day := iso(found)):
            yield "issued", Found(day, "metadata", _placed(found, place))


def _addresses(near: list[tuple[str, int]]) -> list[str]:
    """List the addresses that stand on lines of their own or among links, not in running text."""
    return [found[0] for line, _ in near if "。" not in line or is_navigation(line) for found in _URL.finditer(line)]


def _placed(found: re.Match[str], place: int) -> Span:
    begin, end = span(found)
    return place + begin, place + end
