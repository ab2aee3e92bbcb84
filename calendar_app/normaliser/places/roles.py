"""What a named place is to the activity, by the words right before and after its phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.model import Level, PlaceRole
from calendar_app.normaliser.places.cues import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.normaliser.places.finding import Hit

Verdict = tuple[PlaceRole, str]

CLAUSE = re.compile(r"[,。;!?\n]")
QUOTES = re.compile(r"“(?P<theme>[^“”]{1,60})”|《(?P<title>[^《》]{1,60})》")
DATELINE = re.compile(r"(?:本报|新华社|中新[社网]|记者)(?:\s*记者)?$")
DATED = re.compile(r"\s*(?:\d{1,2}月)?\d{1,2}日[电讯]|[电讯]\b")
ADORNED = re.compile(r"(?:在|走进|来到)[^,。;在]{1,6}的$")
WHEN = (
    r"(?:\s|\d|[年月日时起号上中下午晚今明昨天周六日一二三四五末近日前正式同期首次将拟再度隆重成功共同联合]|"
    r"“[^”]{1,8}”(?:前夕|期间)?|\([^)]*\))*"
)
AND_THEN = re.compile(WHEN + r"$")
MEMBERS = re.compile(r"(?:的|[一两三四五六七八九十百千余多名位支]+)*")
WAY = re.compile(r"[^,。;]{0,6}(?:跑到|到|返回|前往|出发|赶来|赶到|赶赴)")
COME = re.compile(r"[^,。;]{0,8}(?:专程|远道|慕名|赶来|赶到|前来)")


def role(text: str, phrase: Sequence[Hit], quoted: Sequence[tuple[int, int]]) -> Verdict:
    """Read a phrase's role in a folded text; `quoted` are the spans inside quotation marks."""
    start, end = phrase[0].start, phrase[-1].end
    before, after = text[max(0, start - 12) : start], text[end : end + 40]
    if clause := CLAUSE.search(after):
        after = after[: clause.start()]
    last = phrase[-1]
    for verdict in (
        _quoted(start, end, quoted),
        _dateline(before, after),
        _origin(before, after),
        _organisation(before, after, last),
        _site(before, after, last),
        _people(after, last),
        _name(after, last),
        _holder(before, after, last),
    ):
        if verdict:
            return verdict
    return PlaceRole.MENTION, "mention"


def quotations(text: str) -> list[tuple[int, int]]:
    """Give the spans inside quotation marks and book-title marks."""
    if "“" not in text and "《" not in text:
        return []
    return [(found.start() + 1, found.end() - 1) for found in QUOTES.finditer(text)]


def _quoted(start: int, end: int, quoted: Sequence[tuple[int, int]]) -> Verdict | None:
    for left, right in quoted:
        if left <= start and end <= right and right - left > end - start:
            return PlaceRole.NAME, "quoted"
    return None


def _dateline(before: str, after: str) -> Verdict | None:
    if DATELINE.search(before) and DATED.match(after):
        return PlaceRole.DATELINE, "dateline"
    return None


def _origin(before: str, after: str) -> Verdict | None:
    lexicon = cues()
    if before.endswith(lexicon["before-guest"]):
        rest = after[MEMBERS.match(after).end() :]  # type: ignore[union-attr]  # it matches the empty string
        return (PlaceRole.PRODUCT if rest.startswith(lexicon["product"]) else PlaceRole.GUEST), "来自"
    if before.endswith(("从", "自")):
        if COME.match(after):
            return PlaceRole.GUEST, "从…赶来"
        if WAY.match(after):
            return PlaceRole.ROUTE, "从…到"
    if after.startswith(lexicon["product"]) and not after.startswith(lexicon["event-name"]):
        return PlaceRole.PRODUCT, "product"
    return None


def _organisation(before: str, after: str, last: Hit) -> Verdict | None:
    if not last.coarse:
        return None
    lexicon = cues()
    body = next((word for word in lexicon["organisation"] if after.startswith(word)), "")
    if not body:
        return None
    rest = after[len(body) :]
    while more := next((word for word in lexicon["organisation"] if rest.startswith(word)), ""):
        rest = rest[len(more) :]
    if rest.startswith(lexicon["spokesman"]):
        return PlaceRole.ORGANISER, "spokesman"
    if rest.startswith(lexicon["post"]):
        return PlaceRole.AFFILIATION, "post"
    return PlaceRole.ORGANISER, "organisation"


def _site(before: str, after: str, last: Hit) -> Verdict | None:
    lexicon = cues()
    if before.endswith(lexicon["before-site"]) or ADORNED.search(before):
        if after.startswith(lexicon["leadership"]):
            return PlaceRole.ORGANISER, "leadership"
        if after.startswith(lexicon["abstract"]):
            return PlaceRole.MENTION, "abstract"
        return PlaceRole.SITE, "cue"
    if last.level in {Level.VENUE, Level.COMMUNITY} and after.startswith(lexicon["locative"]):
        return PlaceRole.SITE, "locative"
    if last.level is Level.VENUE and _holds(after):
        return PlaceRole.SITE, "venue holds"
    return None


def _people(after: str, last: Hit) -> Verdict | None:
    rest = after[MEMBERS.match(after).end() :]  # type: ignore[union-attr]  # it matches the empty string
    if rest.startswith(cues()["people"]):
        return (PlaceRole.GUEST if last.coarse else PlaceRole.AFFILIATION), "people"
    return None


def _name(after: str, last: Hit) -> Verdict | None:
    if last.level is not Level.DISTRICT and after.startswith(cues()["event-name"]):
        return PlaceRole.NAME, "event name"
    return None


def _holder(before: str, after: str, last: Hit) -> Verdict | None:
    if last.coarse and (_holds(after) or before.endswith(cues()["before-organiser"])):
        return PlaceRole.ORGANISER, "holds"
    return None


def _holds(after: str) -> bool:
    """Tell whether a verb of holding follows, with nothing but a time between."""
    return after[AFTER_WHEN.match(after).end() :].startswith(cues()["holding"])  # type: ignore[union-attr]


AFTER_WHEN = re.compile(WHEN)
