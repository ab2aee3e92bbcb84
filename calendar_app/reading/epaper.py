"""The articles of e-paper systems (方正翔宇 and its kin), found by the marks that those leave in their HTML.

The report stands in `<founder-content>` or between `<!--enpcontent-->` marks; its date, kicker (引题) and sub-headline
(副题) in a comment `<!--enpproperty … /enpproperty-->`; the paper's date in `#paperdatediv`, the sheet in
`#NewsEditionNumber`.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from calendar_app.model import Found
from calendar_app.reading.markup import compose, paragraphs
from calendar_app.reading.masthead import make_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calendar_app.model import Page
    from calendar_app.reading.given import Given

OPENED = re.compile(r"<founder-content\b[^>]{0,200}>|<!--\s{0,3}enpcontent\s{0,3}-->", re.IGNORECASE)
CLOSED = re.compile(r"</founder-content>|<!--\s{0,3}/enpcontent\s{0,3}-->", re.IGNORECASE)
PROPERTIES_OPENED = re.compile(r"<!--\s{0,3}enpproperty", re.IGNORECASE)
PROPERTIES_CLOSED = re.compile(r"/enpproperty\s{0,3}-->", re.IGNORECASE)
FIELD = re.compile(r"<(?P<name>date|title|introtitle|subtitle|author|nodename)>(?P<value>[^<]{0,500})</", re.IGNORECASE)
FOUNDER = re.compile(
    r"<founder-(?P<name>date|title|author|introtitle|subtitle)\b[^>]{0,100}>(?P<value>[^<]{0,500})</", re.IGNORECASE
)
DAY = re.compile(r"(?P<year>(?:19|20)\d{2})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})")


class Article(NamedTuple):
    """A report as an e-paper system stores it."""

    fields: dict[str, str]
    body: tuple[str, ...]


def articles_of(source: str) -> list[Article]:
    """List a document's articles; the same one printed twice (for the screen, for the phone) is listed once."""
    stated = [_fields(FIELD, each) for each in _between(source, PROPERTIES_OPENED, PROPERTIES_CLOSED)]
    titles = _fields(FOUNDER, source)
    found: list[Article] = []
    for content in _between(source, OPENED, CLOSED):
        body = paragraphs(_inner(content))
        if body and all(body != other.body for other in found):
            found.append(Article(stated[min(len(found), len(stated) - 1)] if stated else titles, body))
    return found


def _between(source: str, opens: re.Pattern[str], closes: re.Pattern[str]) -> Iterator[str]:
    """Yield what stands between pairs of marks; each character is looked at once."""
    here = 0
    while (opened := opens.search(source, here)) and (closed := closes.search(source, opened.end())):
        yield source[opened.end() : closed.start()]
        here = closed.end()


def _inner(content: str) -> str:
    """Take what stands between one pair of marks inside another."""
    inner = re.search(r"<!--<npm:article-content>-->(.*?)<!--</npm:article-content>-->", content, re.DOTALL)
    return re.sub(r"<!--.{0,5000}?-->", "", inner[1] if inner else content, flags=re.DOTALL)


def _fields(pattern: re.Pattern[str], text: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for each in pattern.finditer(text):
        value = re.sub(r"\s+", " ", unescape(each["value"])).strip()
        if value:
            fields.setdefault(each["name"].lower(), value)
    return fields


def page_of(source: str, articles: list[Article], given: Given) -> Page:
    """Set the articles of a sheet as a page, under the date and the name that the sheet prints."""
    above = [
        _element(source, "paperdatediv"),
        _element(source, "NewsEditionNumber") or articles[0].fields.get("nodename"),
    ]
    head = "\n".join(line for line in above if line)
    reports = []
    for each in articles:
        title = each.fields.get("title") or _element(source, "NewsArticleTitle")
        heads = (each.fields.get("introtitle"), title)
        reports.append(compose(heads, each.body, below=each.fields.get("subtitle")))
    text = "\n\n".join([head, *reports] if head else reports)
    stated = [Found(day, "metadata") for each in articles if (day := _day(each.fields.get("date", "")))]
    return make_page(text, given, stated, title=articles[0].fields.get("title"))


def _element(source: str, identity: str) -> str | None:
    """Read the text of the element with an id (those that e-papers use hold nothing nested but marks of style)."""
    found = re.search(
        rf"id=[\"']?{identity}[\"']?[^>]{{0,200}}>(.{{0,600}}?)</(?:div|span|td|p|h\d)",
        source,
        re.IGNORECASE | re.DOTALL,
    )
    text = " ".join(paragraphs(found[1])) if found else ""
    return text or None


def _day(text: str) -> str | None:
    found = DAY.match(text)
    return f"{found['year']}-{int(found['month']):02d}-{int(found['day']):02d}" if found else None
