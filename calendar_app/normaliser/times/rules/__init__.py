"""The rules for times, one family a file; every module of this package is loaded, in the order of their names."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from calendar_app.normaliser.times.grammar import RULES, Rule


@cache
def load() -> tuple[Rule, ...]:
    """Import every family and give all rules, in writing order."""
    for family in sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py")):
        import_module(f"{__name__}.{family}")
    return tuple(RULES)
