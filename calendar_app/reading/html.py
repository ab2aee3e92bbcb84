"""HTML → Page: e-papers' articles by their own marks, any other site by trafilatura and htmldate."""

from __future__ import annotations

import logging
import re
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import Found, InputError
from calendar_app.reading.bounded import refusing
from calendar_app.reading.bylines import is_opening
from calendar_app.reading.epaper import articles_of, page_of
from calendar_app.reading.markup import compose, paragraphs
from calendar_app.reading.masthead import make_page
from calendar_app.reading.text import decode

if TYPE_CHECKING:
    from calendar_app.config import Settings
    from calendar_app.model import Page
    from calendar_app.reading.given import Given

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
ENCODINGS = {"utf-8": "utf-8", "utf8": "utf-8"} | dict.fromkeys(("gb2312", "gbk", "gb18030", "gb-2312-80"), "gb18030")
ENCODINGS |= dict.fromkeys(("big5", "big5-hkscs"), "big5hkscs")
HEADED = re.compile(r"</?(?P<name>h[1-4]|p)\b[^>]{0,300}>", re.IGNORECASE)
REFRESH = re.compile(r"<meta\b[^>]{0,100}refresh[^>]{0,60}url\s{0,3}=\s{0,3}[\"']?([^\"'>\s]{1,300})", re.IGNORECASE)
ARTICLE_LINK = re.compile(r"content_\d[\d_]{0,20}\.s?html?|<polygon\b", re.IGNORECASE)
EARLIEST, LATEST = "1990-01-01", "2100-12-31"
"""Bounds given to htmldate, which would otherwise ask the clock."""


def read_html(raw: bytes, given: Given, settings: Settings) -> Page:
    """Read an HTML document; InputError when it holds no text."""
    if len(raw) > settings.max_bytes:
        raise InputError(given.name, f"is {len(raw):,} bytes long; at most {settings.max_bytes:,} are read")
    source = _source(raw, given.name)
    if articles := articles_of(source):
        return page_of(source, articles, given)
    if len(reports := _reports(source)) > 1:
        return make_page("\n\n".join(reports), given, _stated(source, given), title=_title(source))
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
        encoding = ENCODINGS.get(declared[1].decode("ascii").lower().replace("_", "-"))
        if encoding and (source := _decoded(raw, encoding)) is not None:
            return source
    return decode(raw, name)


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


# ---------------------------------------------------------------- any other site


def _reports(source: str) -> list[str]:
    """Set the reports of a page that heads each of several with a heading and begins it with a byline."""
    found: list[tuple[str, list[str]]] = []
    for opened, after in pairwise(HEADED.finditer(source)):
        text = "" if opened[0].startswith("</") else " ".join(paragraphs(source[opened.end() : after.start()]))
        if text and opened["name"].lower() != "p":
            found.append((text, []))
        elif text and found:
            found[-1][1].append(text)
    signed = sum(bool(body) and is_opening(fold(body[0])) for _, body in found)
    return [compose((head,), body) for head, body in found if body] if signed > 1 else []


def _other(source: str, given: Given) -> Page:
    with refusing(given.name, "HTML"):
        extracted = _extracted(source)
    body = tuple(line.strip() for line in extracted.split("\n") if line.strip()) or paragraphs(source)
    title = _title(source)
    if not any(re.search(r"[。！？!?]", line) for line in body):
        _refuse_what_only_leads_on(source, given)
    if not body and not title:
        raise InputError(given.name, "holds no text")
    if title and body and re.sub(r"\s", "", body[0]) == re.sub(r"\s", "", title):
        body = body[1:]
    return make_page(compose((title,), body), given, _stated(source, given), title=title)


def _refuse_what_only_leads_on(source: str, given: Given) -> None:
    """Refuse an e-paper's front page and its lists of titles, saying where the reports are."""
    if onward := REFRESH.search(source):
        raise InputError(given.name, f"holds no report, it only leads on to {unescape(onward[1])}")
    if ARTICLE_LINK.search(source):
        raise InputError(given.name, "holds a list of titles, no report: read the articles that it links to")


def _stated(source: str, given: Given) -> list[Found]:
    """Gather what a site says of its article: the day of publication, its own name."""
    with refusing(given.name, "HTML"):
        published = _published(source, given.url)
    stated = [Found(published, "metadata")] if published else []
    if site := _meta(source, "og:site_name"):
        stated.append(Found(site, "publication"))
    return stated


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
