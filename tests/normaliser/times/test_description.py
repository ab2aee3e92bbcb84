from __future__ import annotations

from calendar_app.normaliser.times.description import DescribedRule, describe_rules
from calendar_app.normaliser.times.rules import load


def test_every_rule_is_described_once() -> None:
    described = [rule.name for family in describe_rules() for rule in family.rules]
    assert described == [rule.name for rule in load()]
    assert len(set(described)) == len(described)


def test_families_have_titles_and_rules_have_meanings_and_examples() -> None:
    rules = [rule for family in describe_rules() for rule in family.rules]
    assert [rule.name for rule in rules if not (rule.means and (rule.examples or rule.refuses))] == []
    assert [family.name for family in describe_rules() if not family.title] == []


def test_a_rule_is_described_as_it_is_written() -> None:
    (days,) = (family for family in describe_rules() if family.name == "days")
    assert days.title.startswith("Days by their distance from the day of publication")
    this_day = next(rule for rule in days.rules if rule.name == "this_day")
    assert this_day == DescribedRule(
        "this_day",
        "from the day of publication on",
        (
            ("即日起", "2023-04-28/.."),
            ("即日起至5月10日", "2023-04-28/2023-05-10"),
            ("即日至5月10日", "2023-04-28/2023-05-10"),
            ("「即日」关闭", "2023-04-28"),
        ),
        (),
    )
