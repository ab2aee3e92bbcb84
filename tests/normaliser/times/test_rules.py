"""Every rule's examples, read on one fixed day through the whole finder; what a rule refuses is found nowhere."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from calendar_app.folding import fold
from calendar_app.model import Anchor
from calendar_app.normaliser.times import find_times
from calendar_app.normaliser.times.combine import combine
from calendar_app.normaliser.times.finding import readings
from calendar_app.normaliser.times.placing import Unsettled
from calendar_app.normaliser.times.resolve import minds_tense, resolve
from calendar_app.normaliser.times.rules import load
from calendar_app.normaliser.times.statements import Setting, Tense
from tests.normaliser.times.written import told

if TYPE_CHECKING:
    from calendar_app.normaliser.times.grammar import Rule
    from calendar_app.normaliser.times.statements import Statement

ANCHOR = Anchor(date(2023, 4, 28), clock=time(9))
MARKED = re.compile("(?P<before>.*)「(?P<words>.*)」(?P<after>.*)")
EXAMPLES = [
    pytest.param(phrase, value, id=f"{rule.family}.{rule.name}: {phrase}")
    for rule in load()
    for phrase, value in rule.examples.items()
]
REFUSALS = [
    pytest.param(phrase, id=f"{rule.family}.{rule.name}: {phrase}") for rule in load() for phrase in rule.refuses
]


def framed(phrase: str) -> tuple[str, str]:
    """Give the sentence and the words in it that must be found."""
    if marked := MARKED.fullmatch(phrase):
        return "据介绍，" + marked["before"] + marked["words"] + marked["after"] + "。", marked["words"]
    return f"据介绍，{phrase}，社区里热闹起来。", phrase


@pytest.mark.parametrize(("phrase", "value"), EXAMPLES)
def test_example_is_read(phrase: str, value: str) -> None:
    sentence, words = framed(phrase)
    start = sentence.index(words, 4)
    found = [mention for mention in find_times(sentence, ANCHOR) if mention.span[0] <= start < mention.span[1]]
    assert [told(mention) for mention in found] == [value]


@pytest.mark.parametrize("phrase", REFUSALS)
def test_refusal_is_silent(phrase: str) -> None:
    marked = MARKED.fullmatch(phrase)
    plain, words = (phrase.replace("「", "").replace("」", ""), marked["words"]) if marked else (phrase, phrase)
    for sentence in (plain, f"据介绍，{plain}，社区里热闹起来。"):
        start = sentence.index(words)
        touching = [
            each for each in find_times(sentence, ANCHOR) if each.span[0] < start + len(words) and start < each.span[1]
        ]
        assert touching == []


@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.name)
def test_words_of_a_table_all_occur_in_examples(rule: Rule) -> None:
    text = "\n".join(rule.examples)
    assert [word for word in rule.words if word not in text] == []


def valued(statement: Statement, tense: Tense) -> object:
    """Give the value of a statement in a tense, or why it has none."""
    try:
        return resolve(statement, Setting(ANCHOR, tense), "any rule")
    except Unsettled as unsettled:
        return unsettled.reason


@pytest.mark.parametrize("tense", list(Tense))
def test_what_minds_no_tense_is_the_same_in_every_one(tense: Tense) -> None:
    texts = [fold(re.sub("[「」]", "", phrase)) for rule in load() for phrase in rule.examples]
    said = {reading.statement for text in texts for reading in combine(readings(text), text)}
    changed = [each for each in said if not minds_tense(each) and valued(each, tense) != valued(each, Tense.UNMARKED)]
    assert changed == []


def test_what_a_rule_remembers_does_not_depend_on_what_was_read_before() -> None:
    sentences = [framed(phrase)[0] for rule in load() for phrase in (*rule.examples, *rule.refuses)]
    fresh = {sentence: [told(each) for each in find_times(sentence, ANCHOR)] for sentence in sentences}
    for rule in load():
        rule.known.clear()
    again = {sentence: [told(each) for each in find_times(sentence, ANCHOR)] for sentence in reversed(sentences)}
    assert again == fresh
