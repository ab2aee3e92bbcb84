"""How sure an event is: from what was stated, implied or guessed.

The product of three factors, each read from a table; the README tells how well the product is calibrated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.model import Basis, Form

if TYPE_CHECKING:
    from calendar_app.model import When, Where

STATED = {
    Form.DAY: 0.97,
    Form.MOMENT: 0.98,
    Form.SPAN: 0.95,
    Form.SEVERAL: 0.95,
    Form.OPEN: 0.9,
    Form.RECURRING: 0.9,
    Form.WINDOW: 0.9,
    Form.COARSE: 0.8,
}
"""By the form of a stated time. A window is honest about its width, so it is nearly as sure as a day."""

NOTHING_SAID = 0.5
UNSURE_ISSUE_DATE = 0.6

PLACED = {Basis.VENUE: 1.0, Basis.DISTRICT: 0.97, Basis.ORGANISER: 0.88, Basis.CITY: 0.85, Basis.HOME: 0.7}
"""By the evidence for the place."""

NAMED_BY_THEME = 1.0
NAMED = 0.95
DESCRIBED = 0.8


def confidence(when: When, where: Where, *, quoted: bool, named: bool, issue_date_inferred: bool) -> float:
    """Rate an event between 0 and 1."""
    dated = NOTHING_SAID if when.rule == "nothing said" else STATED[when.form]
    if issue_date_inferred and when.anchor is not None:
        dated *= UNSURE_ISSUE_DATE
    name = NAMED_BY_THEME if quoted else NAMED if named else DESCRIBED
    return round(dated * PLACED[where.basis] * name, 3)
