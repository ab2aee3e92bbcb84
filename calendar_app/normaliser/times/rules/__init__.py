"""The rules for times, one family a file; every module of this package is loaded, in the order of their names."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from calendar_app.normaliser.times.grammar import RULES, Rule


@cache
def load() -> tuple[Rule, ...]:
    """Import every family and give all rules, in writing order."""
    for module in sorted(module.name for module in iter_modules(__path__)):
        import_module(f"{__name__}.{module}")
    return tuple(RULES)
