"""What holds of every text: no exception, spans inside, start before end, the same answer twice."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calendar_app.folding import fold
from calendar_app.model import Anchor
from calendar_app.normaliser.times import find_times
from calendar_app.normaliser.times.rules import load
from tests.hard import HARD_TIMES

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
    "70分",
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
@example("周一前每天", ANCHOR)
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


@pytest.mark.parametrize("unit", HARD_TIMES.values(), ids=HARD_TIMES)
def test_hard_texts_are_read_to_their_end(unit: str) -> None:
    """Read what would take minutes if time grew with the square of the length; the benchmarks measure it."""
    text = unit * (64_000 // len(unit))
    found = find_times(text, ANCHOR)
    assert all(text[slice(*each.span)] == each.text for each in found)
