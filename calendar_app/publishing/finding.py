"""A fault that the feed self-test found."""

from __future__ import annotations

from msgspec import Struct


class Finding(Struct, frozen=True):
    """The rule that a feed breaks, what breaks it, and the line (of the file, from 1) where there is one."""

    rule: str
    told: str
    line: int | None = None

    def __str__(self) -> str:
        """Write it as a compiler would, so that editors can follow."""
        place = f"line {self.line}: " if self.line else ""
        return f"{place}{self.told} [{self.rule}]"
