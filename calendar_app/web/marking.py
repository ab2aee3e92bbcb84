"""A report's sentence with what was read from it marked: when, where, what and who."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.labels import label
from calendar_app.web.languages import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calendar_app.model import Evidence, Role


class Segment(Struct, frozen=True):
    """A run of characters that the same evidence rests on; `roles` is empty for plain text."""

    text: str
    roles: tuple[Role, ...]

    @property
    def marks(self) -> str:
        """Give the roles as class names for the style sheet."""
        return " ".join(self.roles)

    @property
    def labels(self) -> str:
        """Name the roles for a reader."""
        return "、".join(label(role, language()) for role in self.roles)


def mark(sentence: str, evidence: Iterable[Evidence]) -> tuple[Segment, ...]:
    """Cut a sentence wherever a quotation begins or ends; quotations that are not in it are left out."""
    spans = [
        (begin, begin + len(each.quote), each.role)
        for each in evidence
        if each.quote and each.quote != sentence and (begin := sentence.find(each.quote)) >= 0
    ]
    cuts = sorted({0, len(sentence), *(edge for begin, end, _ in spans for edge in (begin, end))})
    return tuple(
        Segment(sentence[begin:end], tuple(dict.fromkeys(role for b, e, role in spans if b <= begin and end <= e)))
        for begin, end in pairwise(cuts)
    )


def elsewhere(sentence: str, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Keep the quotations that stand in other sentences of the report."""
    return tuple(each for each in evidence if each.quote and each.quote not in sentence)
