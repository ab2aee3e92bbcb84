from __future__ import annotations

import re

from msgspec.structs import replace

from calendar_app.normaliser.times.finding import Triggers, readings
from calendar_app.normaliser.times.grammar import REMEMBERED, RULES, any_of
from calendar_app.normaliser.times.rules import load
from calendar_app.normaliser.times.statements import Point


def spans(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.rule) for each in readings(text)]


def test_leftmost_reading_wins_and_what_it_covers_is_not_read_again() -> None:
    assert spans("2023年4月28日") == [("2023年4月28日", "full_date")]


def test_longest_reading_wins_over_a_shorter_one() -> None:
    assert spans("今晚") == [("今晚", "day_and_part")]
    assert spans("本周六") == [("本周六", "relative_week")]


def test_first_written_rule_wins_between_equally_long_ones() -> None:
    both = {rule.name: rule.order for rule in load() if rule.name in {"day_again", "nth"}}
    assert both["day_again"] < both["nth"]
    assert spans("第二天") == [("第二天", "day_again")]


def test_number_after_a_weekday_begins_at_its_second_numeral() -> None:
    assert spans("周三三点半") == [("周三", "weekday"), ("三点半", "spoken_clock")]


def test_longer_alternatives_stand_before_shorter_ones() -> None:
    assert re.match(any_of(["上", "上上", "下."]), "上上周").group() == "上上"  # type: ignore[union-attr]
    assert re.match(any_of(["下."]), "下周") is None


def test_every_start_leads_to_its_rule() -> None:
    (month,) = (rule for rule in load() if rule.name == "relative_month")
    triggers = Triggers([month])
    assert [(offset, [each.name for each in rules]) for offset, rules in triggers.places("到了下个月")] == [
        (2, ["relative_month"])
    ]


def test_rule_forgets_its_wordings_before_they_grow_without_bound() -> None:
    rule = replace(load()[0], state=lambda _: Point(), pattern="(?P<all>.*)", known={})
    for length in range(REMEMBERED + 5):
        match = rule.match("x" * length, 0)
        assert match is not None
        rule.read(match)
    assert len(rule.known) <= REMEMBERED


def test_nothing_that_a_pattern_matches_is_passed_over_for_want_of_a_start() -> None:
    text = "\n".join(re.sub("[「」]", "", phrase) for rule in load() for phrase in rule.examples)
    read = {offset for each in readings(text) for offset in range(each.start, each.end)}
    passed_over = [
        (rule.name, match.group())
        for rule in load()
        for offset in range(len(text))
        if offset not in read and (match := rule.match(text, offset)) and rule.read(match)
    ]
    assert passed_over == []


def test_every_module_of_rules_is_loaded_in_the_order_of_names() -> None:
    families = [rule.family for rule in load()]
    assert families == sorted(families)
    assert tuple(RULES) == load()
