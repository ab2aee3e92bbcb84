"""HTML → Page: the e-paper systems' articles by their own marks, any other site by trafilatura and htmldate.

E-papers (方正翔宇 and its kin) keep the report in `<founder-content>` or between `<!--enpcontent-->` marks, its date,
kicker (引题) and sub-headline (副题) in a comment `<!--enpproperty … /enpproperty-->`, the paper's date in
`#paperdatediv` and the sheet in `#NewsEditionNumber`.
"""

from __future__ import annotations

import logging
import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from calendar_app.model import Found, InputError
from calendar_app.reading.bounded import refusing
from calendar_app.reading.markup import compose, paragraphs
from calendar_app.reading.masthead import make_page
from calendar_app.reading.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calendar_app.config import Settings
    from calendar_app.model import Page
    from calendar_app.reading.given import Given

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
OPENED = re.compile(r"<founder-content\b[^>]{0,200}>|<!--\s{0,3}enpcontent\s{0,3}-->", re.IGNORECASE)
CLOSED = re.compile(r"</founder-content>|<!--\s{0,3}/enpcontent\s{0,3}-->", re.IGNORECASE)
PROPERTIES_OPENED = re.compile(r"<!--\s{0,3}enpproperty", re.IGNORECASE)
PROPERTIES_CLOSED = re.compile(r"/enpproperty\s{0,3}-->", re.IGNORECASE)
FIELD = re.compile(r"<(?P<name>date|title|introtitle|subtitle|author|nodename)>(?P<value>[^<]{0,500})</", re.IGNORECASE)
FOUNDER = re.compile(
    r"<founder-(?P<name>date|title|author|introtitle|subtitle)\b[^>]{0,100}>(?P<value>[^<]{0,500})</", re.IGNORECASE
)
DAY = re.compile(r"(?P<year>(?:19|20)\d{2})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})")
EARLIEST, LATEST = "1990-01-01", "2100-12-31"
"""Bounds given to htmldate, which would otherwise ask the clock."""


class Article(NamedTuple):
    """A report as an e-paper system stores it."""

    fields: dict[str, str]
    body: tuple[str, ...]


def read_html(raw: bytes, given: Given, settings: Settings) -> Page:
    """Read an HTML document; InputError when it holds no text."""
    if len(raw) > settings.max_bytes:
        raise InputError(given.name, f"is {len(raw):,} bytes long; at most {settings.max_bytes:,} are read")
    source = _source(raw, given.name)
    if articles := _articles(source):
        return _epaper(source, articles, given)
    return _other(source, given)


def looks_like_html(raw: bytes) -> bool:
    """Tell whether a document's beginning is HTML's."""
    start = raw[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<!--enp", b"<founder-")) or (
        start.startswith((b"<?xml", b"<!--", b"<meta", b"<div", b"<table")) and b"<html" in start
    )


def _source(raw: bytes, name: str) -> str:
    """Decode a document by its own word, if that is true, else by what it looks like."""
    declared = CHARSET.search(raw[:4096])
    if declared and not raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = declared[1].decode("ascii").lower()
        encoding = "gb18030" if encoding in {"gb2312", "gbk", "gb_2312-80"} else encoding
        try:
            return raw.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(raw, name)


# ---------------------------------------------------------------- e-papers


def _articles(source: str) -> list[Article]:
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


def _epaper(source: str, articles: list[Article], given: Given) -> Page:
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


# ---------------------------------------------------------------- any other site


def _other(source: str, given: Given) -> Page:
    with refusing(given.name, "HTML"):
        extracted = _extracted(source)
    body = tuple(line.strip() for line in extracted.split("\n") if line.strip())
    body = body or paragraphs(source)
    title = _title(source)
    if not body and not title:
        raise InputError(given.name, "holds no text")
    if title and body and re.sub(r"\s", "", body[0]) == re.sub(r"\s", "", title):
        body = body[1:]
    stated = []
    with refusing(given.name, "HTML"):
        published = _published(source, given.url)
    if published:
        stated.append(Found(published, "metadata"))
    if site := _meta(source, "og:site_name"):
        stated.append(Found(site, "publication"))
    return make_page(compose((title,), body), given, stated, title=title)


def _extracted(source: str) -> str:
    """Read the text of an article, without the site around it."""
    from trafilatura import bare_extraction  # noqa: PLC0415  half a second of imports, for foreign sites only

    for chatty in ("trafilatura", "htmldate", "justext"):  # they warn of every page without an article
        logging.getLogger(chatty).setLevel(logging.ERROR)
    document = bare_extraction(source, include_comments=False, favor_recall=True, with_metadata=False)
    return "" if document is None or isinstance(document, dict) else document.text or ""


def _published(source: str, url: str | None) -> str | None:
    from htmldate import find_date  # noqa: PLC0415  comes with trafilatura

    found = find_date(source, original_date=True, extensive_search=False, url=url, min_date=EARLIEST, max_date=LATEST)
    return str(found) if found else None


def _title(source: str) -> str | None:
    """Read the headline: what the page calls itself for sharing, its only first-rank heading, or its title."""
    heading = re.findall(r"<h1\b[^>]{0,300}>(.{1,600}?)</h1", source, re.IGNORECASE | re.DOTALL)
    named = re.search(r"<title\b[^>]{0,100}>([^<]{1,300})</title", source, re.IGNORECASE)
    shared = _meta(source, "og:title")
    first = " ".join(paragraphs(heading[0])) if len(heading) == 1 else ""
    whole = first or shared or (unescape(named[1]) if named else "")
    return re.split(r"\s*[_|]\s*|\s+-+\s+", re.sub(r"\s+", " ", whole).strip())[0] or None


def _meta(source: str, name: str) -> str | None:
    tag = re.search(rf"<meta\b[^>]{{0,300}}[\"']{re.escape(name)}[\"'][^>]{{0,600}}>", source, re.IGNORECASE)
    value = re.search(r"content\s*=\s*[\"']([^\"']{1,300})[\"']", tag[0]) if tag else None
    return unescape(value[1]).strip() or None if value else None
