"""What holds of every text: no exception, spans inside, start before end, the same answer twice, in linear time."""

from __future__ import annotations

from datetime import date, time
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calendar_app.folding import fold
from calendar_app.model import Anchor
from calendar_app.normaliser.times import find_times
from calendar_app.normaliser.times.rules import load

ANCHOR = Anchor(date(2023, 4, 28), clock=time(9))
WORDS = sorted({word.strip("「」") for rule in load() for phrase in rule.examples for word in phrase.split("」")})
CONNECTING = [
    "",
    "，",
    "。",
    "、",
    "至",
    "到",
    "—",
    "-",
    "（",
    "）",
    "和",
    "的",
    "\n",
    "从",
    "起",
    "前",
    "期间",
    "将",
    "举行了",
    "2",
    "十",
]
PIECES = st.one_of(st.sampled_from(WORDS), st.sampled_from(CONNECTING), st.text(max_size=3))
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=14).map("".join))
ANCHORS = st.one_of(
    st.none(),
    st.just(ANCHOR),
    st.builds(Anchor, st.dates(), clock=st.one_of(st.none(), st.times())),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, ANCHORS)
@example("月十四、十五、三十六晚", None)
def test_every_text_is_read_soundly(text: str, anchor: Anchor | None) -> None:
    mentions = find_times(text, anchor)
    reached = 0
    for mention in mentions:
        start, end = mention.span
        assert reached <= start < end <= len(text)
        assert mention.text == text[start:end]
        assert (mention.when is None) == (mention.unresolved is not None)
        reached = end
        if mention.when and mention.when.start and mention.when.end:
            assert mention.when.start <= mention.when.end
        if mention.when and anchor is None:
            assert mention.when.anchor is None or mention.when.anchor.source == "mention"
    assert find_times(text, anchor) == mentions


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_folded_text_says_the_same_at_the_same_places(text: str) -> None:
    given_, folded = find_times(text, ANCHOR), find_times(fold(text), ANCHOR)
    assert [(each.span, each.when) for each in given_] == [(each.span, each.when) for each in folded]


HARD = {
    "digits": "1",
    "Chinese digits": "一",
    "to": "至",
    "parentheses": "（",
    "days": "4月29日",
    "a long list": "29日、",
    "ranges": "4月29日至",
    "blanks": " ",
    "years": "2023年",
    "weekdays": "周一",
    "recurrences": "每周一、",
    "restated": "今天（",
    "a long chain": "前两年",
    "a chain of parts": "第一个月",
}


@pytest.mark.parametrize("unit", HARD.values(), ids=HARD)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def cost(length: int) -> float:
        text = unit * (length // len(unit))
        began = process_time()
        find_times(text, ANCHOR)
        return process_time() - began

    cost(2_000)
    assert cost(64_000) < 30 * max(cost(8_000), 0.002)
