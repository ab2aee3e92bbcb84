"""Tell what the finder understands, from the rules themselves: families, rules, meanings, examples."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.normaliser.times.rules import load

if TYPE_CHECKING:
    from calendar_app.normaliser.times.grammar import Rule


class DescribedRule(Struct, frozen=True):
    """A rule: its name, what it means, its examples with their values, and what it refuses."""

    name: str
    means: str
    examples: tuple[tuple[str, str], ...]
    refuses: tuple[str, ...]


class Family(Struct, frozen=True):
    """A file of rules: its name, what its first line says, its rules in writing order."""

    name: str
    title: str
    rules: tuple[DescribedRule, ...]


def describe_rules() -> tuple[Family, ...]:
    """Describe every rule, family by family; examples stand as the rule has them, marks 「」 and all."""
    return tuple(_family(name, list(rules)) for name, rules in groupby(load(), key=lambda rule: rule.family))


def _family(name: str, rules: list[Rule]) -> Family:
    module = sys.modules[rules[0].state.__module__]
    title = (module.__doc__ or name).partition("\n")[0].rstrip(".")
    described = (DescribedRule(rule.name, rule.means, tuple(rule.examples.items()), rule.refuses) for rule in rules)
    return Family(name, title, tuple(described))
