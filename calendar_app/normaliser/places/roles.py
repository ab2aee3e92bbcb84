"""What a named place is to the activity, by the words right before and right after its phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.model import Level, PlaceRole
from calendar_app.normaliser.places.cues import Cues, cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.normaliser.places.finding import Hit

Verdict = tuple[PlaceRole, str]

BEFORE, AFTER = 14, 40
CLAUSE_END = re.compile(r"[,。;!?\n]")
CLAUSE_START = re.compile(r".*[,。;!?\n:]", re.DOTALL)
QUOTES = re.compile(r"“(?P<theme>[^“”]{1,200})”|《(?P<title>[^《》]{1,60})》")
SPEECH = re.compile(r"[,。!?;].*[,。!?;]|我")
DATELINE = re.compile(r"(?:本报|新华社|新华网|中新[社网]|人民网|央视网)$")
DATED = re.compile(r"\s*(?:\d{1,2}月)?\d{1,2}日[电讯]|电\s*[(记]")
ADORNED = re.compile(r"(?:在|走进|来到|位于)[^,。;在\d]{1,6}的$")
OF_ALL = re.compile(r"(?:的|这个|那个|[一两三四五六七八九十百千万余多数几名位支个家0-9])*")
WAY = re.compile(r"从[^,。;]{1,12}(?:到|至|跑到|前往)$")
WAY_AFTER = re.compile(r"[^,。;]{0,4}(?:跑到|[来赶]?到(?!访)|至|返回|前往)")
COME = re.compile(r"[^,。;]{0,8}(?:专程|远道|慕名|赶来|赶到|前来)")
LED = re.compile(r"[^,。;]{0,16}?(?:支持|指导|领导|带领|组织|推动|协助|帮助|号召|陪同|倡导)下")
EDITION = re.compile(r"(?:\d{4}年)?(?:第[一二三四五六七八九十百0-9]+|首)届")
WHEN = re.compile(
    r"(?:[\s\d年月日时起号分点:将拟也还都又已于至在一二三四五六七八九十、]|[上中下]午|[今明昨前当]?[晚天日晨]|[清凌]晨|傍晚|[上本下]?周[末\d]?"
    r"|近日|日前|近期|正式|同期|首次|再度|隆重|成功|期间|前夕|来临之际|到来之际|正在|“[^”]{1,8}”|\([^)]{0,20}\)|元旦|春节|清明|端午|中秋|国庆|节)*"
)


def quotations(text: str) -> list[tuple[int, int]]:
    """Give the spans inside quotation marks and book-title marks of a folded text."""
    if "“" not in text and "《" not in text:
        return []
    return [(found.start() + 1, found.end() - 1) for found in QUOTES.finditer(text)]


def role(text: str, phrase: Sequence[Hit], quoted: Sequence[tuple[int, int]]) -> Verdict:
    """Read a phrase's role in a folded text; `quoted` are the spans inside quotation marks."""
    lexicon = cues()
    last = phrase[-1]
    start, end = phrase[0].start, last.end
    for left, right in quoted:
        if left <= start and end <= right:
            if right - left > end - start and not (left == start and text[: left - 1].endswith(lexicon["before-site"])):
                return (PlaceRole.ROUTE if SPEECH.search(text, left, right) else PlaceRole.NAME), "quoted"
            start, end = left - 1, right + 1
            break
    before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    if cut := CLAUSE_END.search(after):
        after = after[: cut.start()]
    if (cut := CLAUSE_START.match(before)) and before[-1] != ":":
        before = before[cut.end() :]
    return (
        _origin(before, after, lexicon)
        or _site(before, after, last, lexicon)
        or _organiser(before, after, last, lexicon)
        or _subject(before, after, last, lexicon)
        or (PlaceRole.MENTION, "mention")
    )


def _origin(before: str, after: str, lexicon: Cues) -> Verdict | None:
    """See where people, things, news and ways come from."""
    if before.endswith(lexicon["before-guest"]):
        rest = after[OF_ALL.match(after).end() :]  # type: ignore[union-attr]  # it matches the empty string
        return (PlaceRole.PRODUCT if rest.startswith(lexicon["product"]) else PlaceRole.GUEST), "guest"
    if before.endswith(("从", "自", "由")):
        if after.startswith(lexicon["source"]):
            return PlaceRole.AFFILIATION, "source"
        if before[-1] != "由" and COME.match(after):
            return PlaceRole.GUEST, "guest"
        if before[-1] == "从" and WAY_AFTER.match(after):
            return PlaceRole.ROUTE, "way"
    if WAY.search(before):
        return PlaceRole.ROUTE, "way"
    if DATELINE.search(before) and DATED.match(after):
        return PlaceRole.DATELINE, "dateline"
    if after.startswith(lexicon["product"]) and not after.startswith(lexicon["event-name"]):
        return PlaceRole.PRODUCT, "product"
    return None


def _site(before: str, after: str, last: Hit, lexicon: Cues) -> Verdict | None:
    """See whether the phrase says where: by a word before it, or by inside and in front of."""
    if before.endswith(lexicon["before-site"]) or ADORNED.search(before):
        if before.endswith(lexicon["not-before"]):
            return None
        if LED.match(after):
            return PlaceRole.ORGANISER, "leadership"
        if after.startswith(lexicon["abstract"]):
            return PlaceRole.MENTION, "abstract"
        if after.startswith(lexicon["landmark"]):
            return PlaceRole.MENTION, "landmark"
        return PlaceRole.SITE, "cue"
    if after.startswith(lexicon["landmark"]):
        return PlaceRole.MENTION, "landmark"
    not_division = last.level in {Level.VENUE, Level.COMMUNITY}
    if last.rule == "venue-anaphor" or (not_division and after.startswith(lexicon["locative"])):
        return PlaceRole.SITE, "locative"
    return None


def _organiser(before: str, after: str, last: Hit, lexicon: Cues) -> Verdict | None:
    """See a body of the place, who speaks for it, and who belongs to it."""
    if last.rule in {"elided-district", "elided-city"}:
        body, rest = last.name, after
    else:
        body, rest = "", after
        while more := next((word for word in lexicon["organisation"] if rest.startswith(word)), ""):
            body, rest = body + more, rest[len(more) :]
    if rest.startswith(lexicon["spokesman"]):
        return (PlaceRole.ORGANISER, "spokesman") if last.coarse else (PlaceRole.AFFILIATION, "spokesman")
    if (body or not last.coarse) and rest.startswith(lexicon["post"]):
        return PlaceRole.AFFILIATION, "post"
    if body:
        return PlaceRole.ORGANISER, "organisation"
    if before.endswith(lexicon["before-organiser"]):
        return PlaceRole.ORGANISER, "by"
    return None


def _subject(before: str, after: str, last: Hit, lexicon: Cues) -> Verdict | None:
    """See what the place itself does, and what is named after it."""
    rest = after[OF_ALL.match(after).end() :]  # type: ignore[union-attr]  # it matches the empty string
    if rest.startswith(lexicon["people"]):
        return (PlaceRole.GUEST if last.coarse else PlaceRole.AFFILIATION), "people"
    deed = after[WHEN.match(after).end() :]  # type: ignore[union-attr]  # it matches the empty string
    if deed.startswith(lexicon["organising"]):
        return (
            (PlaceRole.SITE, "holds")
            if last.rule == "gazetteer" and not last.coarse
            else (PlaceRole.ORGANISER, "organises")
        )
    if last.coarse and EDITION.match(after):
        return PlaceRole.ORGANISER, "edition"
    if deed.startswith(lexicon["holding"]):
        return (PlaceRole.ORGANISER if last.coarse else PlaceRole.SITE), "holds"
    if not last.coarse and after.startswith(lexicon["event-name"]):
        return PlaceRole.NAME, "event name"
    return None
