"""`calendar-app times`: the times of a text, normalised."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

from calendar_app.cli.lines import Line, answer_lines, text_or_stdin
from calendar_app.cli.tables import table
from calendar_app.model import Anchor
from calendar_app.normaliser.anchors import own_anchor
from calendar_app.normaliser.times import find_times
from calendar_app.publishing.jsonl import times_document

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from calendar_app.model import TimeMention

HEAD = ("words", "at", "value", "grain", "implied", "rule", "notes")


def run(options: Namespace) -> int:
    """Answer one text with a table, or lines of JSON."""
    if options.jsonl:
        return answer_lines(sys.stdin, answer)
    mentions = read(text_or_stdin(options.text), options.on)
    print(table(HEAD, [row(each) for each in mentions]) if mentions else "no time found")
    return 0


def answer(question: Line) -> Line:
    """Answer one line `{"id", "text", "on"}`."""
    return times_document(read(question["text"], question.get("on")), question.get("id"))


def read(text: str, on: object) -> tuple[TimeMention, ...]:
    """Find the times of a text; its own dateline, where it opens with one, beats `on`."""
    return find_times(text, own_anchor(text, anchor_of(on)))


def anchor_of(on: object) -> Anchor | None:
    """Read the day or instant that relative words lean on (ISO 8601); None when there is none."""
    if on is None:
        return None
    try:
        instant = datetime.fromisoformat(str(on))
    except ValueError:
        raise ValueError(f"{on!r} is no date such as 2023-04-28") from None
    clock = instant.time() if len(str(on)) > len("2023-04-28") else None
    return Anchor(date(instant.year, instant.month, instant.day), "issue date", clock)


def row(mention: TimeMention) -> Sequence[str]:
    """Lay out one mention for a person."""
    begin, end = mention.span
    when = mention.when
    value = f"? ({mention.unresolved})" if when is None else " ".join(filter(None, (when.edtf, when.rrule, when.part)))
    return (
        mention.text,
        f"{begin}-{end}",
        value,
        when.grain if when else "",
        ", ".join(when.implied) if when else "",
        mention.rule,
        "; ".join(mention.notes),
    )
