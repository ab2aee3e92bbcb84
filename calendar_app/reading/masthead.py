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
from calendar_app.reading.furniture import is_navigation, is_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from calendar_app.model import Span
    from calendar_app.reading.given import Given

EARLIEST = 1900

LONGEST_LINE = 2000
"""How much of a line is read: a page pasted as one line has its masthead at the front."""

FOOT = 4
"""How many of the last lines may be the masthead's: bulletins print it below."""

_NUMERALS = "〇零○一二三四五六七八九十廿卅"
_CLOCK = r"(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?"
DATE = (
    r"(?:(?P<year>(?:19|20)\d{2})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
    rf"|(?P<cyear>[一二][{_NUMERALS}]{{3}})年(?P<cmonth>[{_NUMERALS}]{{1,3}})月(?P<cday>[{_NUMERALS}]{{1,3}})日"
    r"|(?P<iyear>(?:19|20)\d{2})(?P<mark>[-./])(?P<imonth>\d{1,2})(?P=mark)(?P<iday>\d{1,2}))"
)
_SHEET = r"(?:第?\s?(?P<sheet>[A-Z]{0,2}\d{1,3})\s?版|(?P<letter>[A-Z]{1,2}\d{1,3})(?=\s))"
_PAPER = (
    r"[\u4e00-\u9fff]{1,10}(?:日报|晚报|早报|晨报|午报|周报|时报|快报|导报|商报|新报|画报|青年报|劳动报|工人报|职工报|都市报|春城报"
    r"|报|时讯|周刊|月刊|旬刊|双周刊|会刊|院刊|校刊|刊)"
)

_QUOTED = re.compile(
    rf"《\s?(?P<paper>[^《》\d]{{2,16}}?)\s?》\s?\(?\s?{DATE}(?:\s{{0,3}}[^()。]{{0,8}})?\s{{0,3}}{_SHEET}?"
)
_PRINTED = re.compile(
    rf"(?P<paper>[^\d。;!?]{{0,24}}?)[\s|·,:《》]{{0,4}}(?:\(?总?第\s?\S{{1,10}}期\)?[\s|·]{{0,4}})?"
    rf"{DATE}{_CLOCK}(?=$|[\s|)(·]|[,;]?\s?星期|周[一二三四五六日天]|礼拜|农历|第\d|总第|来源|出版)"
)
_SOURCE = re.compile(r"(?:来源|稿源|出处)\s?:\s?(?P<paper>[\u4e00-\u9fff]{2,14})")
_STATED = re.compile(rf"(?:发布|发表|刊发|更新|出版|见报)?(?:时间|日期)\s?:\s?{DATE}")
_DATED = re.compile(DATE)
_RESIDUE = re.compile(rf"{DATE}[^\n]{{0,200}}/enpproperty")
_PUBLISHER = re.compile(
    r"主办(?:单位)?:\s?(?P<paper>[\u4e00-\u9fff]{2,12}?)社|(?P<owner>[\u4e00-\u9fff]{2,12}?)社?版权所有"
)
_TITLE = re.compile(rf"《?(?P<paper>{_PAPER})》?")
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_COUNTED = re.compile(
    r"《?(?P<paper>[\u4e00-\u9fff]{2,12})》?[\s|·]{1,4}\(?总?第\s?[\d〇零一二三四五六七八九十百千]{1,6}\s?期"
)
_COUNT_LINE = re.compile(r"\(?总?第\s?[\d〇零一二三四五六七八九十百千]{1,6}\s?期")
_FIRST = re.compile(r"《?(?P<paper>[\u4e00-\u9fff]{2,12})》?(?=\s|$)")
_SHEET_START = re.compile(r"第\s?(?P<sheet>[A-Z]{0,2}\d{1,3})\s?版:")
_SHEET_LINE = re.compile(rf"(?:^|[\s|·]){_SHEET}")
_URL = re.compile(r"https?://[^\s<>\"'，。]{4,300}")
_PATH = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<mark>[-/_.]?)(?P<month>0[1-9]|1[0-2]|[1-9](?=\D))[-/_.]?(?P<day>0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?!\d)"
)


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


def is_title(line: str) -> bool:
    """Tell whether a folded line is the name of a newspaper and nothing else."""
    return len(line) <= 24 and _TITLE.fullmatch(re.sub(r"\s", "", line)) is not None


def _marks(text: str, given: Given, stated: tuple[Found, ...]) -> Iterator[tuple[str, Found]]:
    """Yield what the page says of itself, the best evidence of each kind first."""
    near = _edges(text)
    yield from _of_masthead(near, text)
    yield from _of_navigation(near)
    for address, source in [(given.url or "", "url"), *((each, "url") for each in _addresses(near))]:
        if day := _of_path(address):
            yield "issued", Found(day, source)
    for found in stated:
        yield ("publication" if found.source == "publication" else "issued"), found
    yield from _of_metadata(near)
    name = given.id or given.name
    if day := _of_path(name.rsplit("/", 1)[-1]) or _of_path(name):
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
    if len(line) > 90 or "。" in line or "/enpproperty" in line:
        return None
    return _PRINTED.match(line) or _QUOTED.search(line)


def _of_masthead(near: list[tuple[str, int]], text: str) -> Iterator[tuple[str, Found]]:
    for line, place in near:
        if (found := _printed(line)) and (day := _iso(found)):
            yield "issued", Found(day, "masthead", _span(found, place))
    for each in _papers(near):
        yield "publication", Found(text[each[0] : each[1]], "masthead", each)
    for line, _ in near:
        if len(line) <= 60 and (_printed(line) or is_section(line)) and (sheet := _SHEET_LINE.search(line)):
            yield "number", Found(sheet["sheet"] or sheet["letter"], "masthead")
    sheet = _SHEET_START.match(near[0][0]) if near else None
    if sheet:
        yield "number", Found(sheet["sheet"], "masthead")


def _papers(near: list[tuple[str, int]]) -> Iterator[Span]:
    """Yield where the paper's name stands: beside the date, beside the issue's number, alone, in the footer."""
    for line, place in near:
        found = _printed(line)
        for name in (found, _SOURCE.search(line) if found else None, _COUNTED.match(line)):
            if name and (span := _name(name)):
                yield place + span[0], place + span[1]
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
            before, after = line[max(0, found.start() - 12) : found.start()], line[found.end() : found.end() + 8]
            linked = re.search(r"[上下]一[版期篇]", before) or re.search(r"放大|缩小|返回|[上下]一[版期篇]", after)
            if linked and (day := _iso(found)):
                yield "issued", Found(day, "navigation", _span(found, place))


def _of_metadata(near: list[tuple[str, int]]) -> Iterator[tuple[str, Found]]:
    for line, place in near:
        found = _RESIDUE.search(line) or _STATED.search(line[:120])
        if found and (day := _iso(found)):
            yield "issued", Found(day, "metadata", _span(found, place))


def _addresses(near: list[tuple[str, int]]) -> list[str]:
    """List the addresses that stand on lines of their own or among links, not in running text."""
    return [found[0] for line, _ in near if "。" not in line or is_navigation(line) for found in _URL.finditer(line)]


def _of_path(path: str) -> str | None:
    """Read the day out of a file's name or an address (`/content/2025-05/23/`, `/202410/25/`, `20230428`)."""
    for found in _PATH.finditer(path):
        if day := _day(int(found["year"]), int(found["month"]), int(found["day"])):
            return day
    return None


def _name(found: re.Match[str]) -> Span | None:
    """Take a paper's name out of what precedes the date; None when that is something else."""
    name = re.search(r"[\u4e00-\u9fff]{2,14}", found["paper"] or "")
    if not name or name[0] in _NO_PAPER:
        return None
    return found.start("paper") + name.start(), found.start("paper") + name.end()


_NO_PAPER = frozenset(
    {"日期", "时间", "发布时间", "发表时间", "更新时间", "出版日期", "来源", "出版", "刊发", "农历", "今日"}
)


def _span(found: re.Match[str], place: int) -> Span:
    begin = next(found.start(name) for name in ("year", "cyear", "iyear") if found[name])
    end = next(found.end(name) for name in ("day", "cday", "iday") if found[name])
    return place + begin, place + end


def _iso(found: re.Match[str] | None) -> str | None:
    if not found:
        return None
    if found["cyear"]:
        year = int("".join(str(_digit(each)) for each in found["cyear"]))
        return _day(year, _chinese(found["cmonth"]), _chinese(found["cday"]))
    if found["year"]:
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    return _day(int(found["iyear"]), int(found["imonth"]), int(found["iday"]))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year >= EARLIEST else None
    except ValueError:
        return None


def _digit(numeral: str) -> int:
    return 0 if numeral in "〇零○" else max(0, "〇一二三四五六七八九".find(numeral))


def _chinese(numeral: str) -> int:
    """Read a numeral up to 99 (`十二`, `廿四`, `三十一`, `二〇`)."""
    if not set(numeral) & set("十廿卅"):
        return int("".join(str(_digit(each)) for each in numeral))
    tens, mark, ones = re.match(r"(.*?)([十廿卅])(.*)", numeral).groups()  # type: ignore[union-attr]  # it has one
    ten = {"廿": 2, "卅": 3}.get(mark) or (_digit(tens) if tens else 1)
    return ten * 10 + (_digit(ones) if ones else 0)
