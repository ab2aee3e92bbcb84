from __future__ import annotations

import pytest

from calendar_app.model import Evidence, Role
from calendar_app.web.marking import Segment, elsewhere, mark

SENTENCE = "近日，大兴区工会举办讲座。"


def read(role: Role, quote: str) -> Evidence:
    begin = SENTENCE.find(quote)
    return Evidence(role, quote, (begin, begin + len(quote)), "made by hand")


@pytest.mark.parametrize(
    ("evidence", "segments"),
    [
        ((), (Segment(SENTENCE, ()),)),
        (
            (read(Role.WHEN, "近日"), read(Role.WHAT, "讲座")),
            (
                Segment("近日", (Role.WHEN,)),
                Segment("，大兴区工会举办", ()),
                Segment("讲座", (Role.WHAT,)),
                Segment("。", ()),
            ),
        ),
        (
            (read(Role.WHERE, "大兴区"), read(Role.WHO, "大兴区工会")),
            (
                Segment("近日，", ()),
                Segment("大兴区", (Role.WHERE, Role.WHO)),
                Segment("工会", (Role.WHO,)),
                Segment("举办讲座。", ()),
            ),
        ),
        ((read(Role.WHERE, "顺义区"),), (Segment(SENTENCE, ()),)),
        ((read(Role.WHAT, SENTENCE),), (Segment(SENTENCE, ()),)),
    ],
    ids=["nothing", "apart", "overlapping", "elsewhere", "the whole sentence"],
)
def test_mark_cuts_where_evidence_begins_and_ends(
    evidence: tuple[Evidence, ...], segments: tuple[Segment, ...]
) -> None:
    assert mark(SENTENCE, evidence) == segments


def test_elsewhere_keeps_quotations_of_other_sentences() -> None:
    there, here = read(Role.WHERE, "顺义区"), read(Role.WHEN, "近日")
    assert elsewhere(SENTENCE, (there, here)) == (there,)
