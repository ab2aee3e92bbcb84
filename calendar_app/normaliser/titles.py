"""Say an activity as a reader would: its own name, or who does what when it has none.

Works with the text as printed; folded text only finds the words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calendar_app.normaliser.lexicon import Aspect

if TYPE_CHECKING:
    from calendar_app.model import Span
    from calendar_app.normaliser.activities import ActivityMention
    from calendar_app.normaliser.drafts import Draft

LONGEST_TITLE = 80
SHORT_NAME = 6
_CROWD = re.compile(r"^(?:(?:约|近|共)?[\d.,万千百]+[余多]?(?:名|位|支|家)|来自[^的]{1,12}的|组织)")
_PARTY = re.compile(r"(?:一行|(?:等)?\d+[余多]?(?:人|名[^,;。]{0,8}))$")
_FOR_WHOM = re.compile(
    r"(?:现场|并|还|先后|随后)?(?:为|向|给)[^,;。“”]{1,30}?(?=送|上门|发放|提供|理|手绘|讲|宣|赠|带|表演|义务|开展|举办|普及)"
)
_THEME = re.compile(r"[“「][^”」]{2,12}[”」]")
_CLAUSE_MARK = re.compile(r"[,;:。!?\n]|$")
_AMOUNT = re.compile(r"[\d.,万]+[余多]?(?:幅|份|件|张|个|束|株|袋|套|本)$")


def title(folded: str, printed: str, draft: Draft, headline: str | None, theme: Span | None = None) -> str:
    """Give the title of a draft, in the script of the page.

    `theme` is the quotation that its sentence gives before a bare noun: 送上“健康礼包”,并举行发放仪式.
    """
    activity = draft.activity
    if activity.name is not None and activity.named and not _is_given(activity):
        words = _span_of(printed, activity.name.span)
        if not activity.name.quoted and len(words) <= SHORT_NAME and theme is not None:
            words = _span_of(printed, theme) + words
        elif not activity.name.quoted and len(words) <= SHORT_NAME and activity.agent is not None:
            words = _span_of(printed, _agent(folded, activity.agent)) + words
        if draft.again and "下一" in folded[slice(*_around(draft))]:
            words = f"{words}（下一场）"
        return words[:LONGEST_TITLE]
    if activity.agent is not None and activity.name is not None and _is_given(activity):
        return (_span_of(printed, _agent(folded, activity.agent)) + _span_of(printed, activity.name.span))[
            :LONGEST_TITLE
        ]
    if activity.agent is not None and activity.deed is not None and not _says_the_theme(headline, printed):
        deed = _deed(folded, activity.deed)
        if deed is not None:
            return (_span_of(printed, _agent(folded, activity.agent)) + _span_of(printed, deed))[:LONGEST_TITLE]
    if activity.agent is not None and not draft.main:
        begin, end = activity.trigger
        stop = next(_CLAUSE_MARK.finditer(folded, end)).start()
        predicate = (begin, min(stop, end + SHORT_NAME))
        return (_span_of(printed, _agent(folded, activity.agent)) + _span_of(printed, predicate))[:LONGEST_TITLE]
    if headline:
        return headline[:LONGEST_TITLE]
    begin, end = activity.agent or activity.trigger
    return _span_of(printed, (begin, max(end, activity.trigger[1])))


def _says_the_theme(headline: str | None, printed: str) -> bool:
    """Tell whether the headline quotes a theme of the report: then it names the visit better than its deeds do."""
    themes = _THEME.findall(headline or "")
    return any(theme in printed for theme in themes)


def _is_given(activity: ActivityMention) -> bool:
    """提供爱心服务: what is given is no name; who gives it belongs to the title."""
    return activity.aspect is Aspect.GIVE and activity.name is not None and not activity.name.quoted


def _agent(folded: str, span: Span) -> Span:
    begin, end = span
    if crowd := _CROWD.match(folded[begin:end]):
        begin += crowd.end()
    if party := _PARTY.search(folded[begin:end]):
        end = begin + party.start()
    return (begin, end) if begin < end else span


def _deed(folded: str, span: Span) -> Span | None:
    begin, end = span
    if whom := _FOR_WHOM.match(folded, begin, end):
        begin = whom.end()
    if amount := _AMOUNT.search(folded, begin, end):
        end = amount.start()
    return (begin, end) if 2 <= end - begin <= 24 else None


def _around(draft: Draft) -> Span:
    begin, end = draft.told_by.trigger
    return max(0, begin - 30), end


def _span_of(printed: str, span: Span) -> str:
    return " ".join(printed[slice(*span)].split())
