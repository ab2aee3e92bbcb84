from datetime import date, time

import pytest

from calendar_app.model import Anchor, Form, Grain, Status, When
from calendar_app.normaliser.activity_mentions import ActivityMention
from calendar_app.normaliser.lexicon import Aspect
from calendar_app.normaliser.values import implied_window, in_progress, repeated, status, until

P = date(2024, 5, 10)


def day(when: date, **more: object) -> When:
    return When(form=Form.DAY, edtf=str(when), start=when, end=when, grain=Grain.DAY, rule="date", **more)  # type: ignore[arg-type]


def ending(edtf: str, end: date) -> When:
    return When(form=Form.OPEN, edtf=edtf, start=None, end=end, grain=Grain.DAY, rule="until", implied=("year",))


def telling(aspect: Aspect = Aspect.HOLD, *, future: bool = False, in_progress: bool = False) -> ActivityMention:
    return ActivityMention(
        trigger=(0, 2), word="举行", aspect=aspect, sentence=0, name=None, future=future, in_progress=in_progress
    )


def test_beginning_and_end_make_a_span() -> None:
    joined = until(day(date(2024, 5, 9)), ending("../2024-06-30", date(2024, 6, 30)))
    assert (joined.form, joined.edtf, joined.start, joined.end, joined.implied) == (
        Form.SPAN,
        "2024-05-09/2024-06-30",
        date(2024, 5, 9),
        date(2024, 6, 30),
        ("year",),
    )


def test_vague_end_keeps_its_mark() -> None:
    joined = until(day(date(2024, 5, 9)), ending("../2024-06-30~", date(2024, 6, 30)))
    assert joined.edtf == "2024-05-09/2024-06-30~"


def test_end_without_a_beginning_stays_open() -> None:
    joined = until(None, ending("../2024-06-30", date(2024, 6, 30)))
    assert (joined.form, joined.edtf, joined.start) == (Form.OPEN, "../2024-06-30", None)


def test_window_is_no_beginning() -> None:
    assert until(implied_window(Anchor(P)), ending("../2024-06-30", date(2024, 6, 30))).edtf == "../2024-06-30"


def test_recurrence_fills_the_span() -> None:
    span = until(day(date(2024, 5, 11)), ending("../2024-06-29", date(2024, 6, 29)))
    weekly = When(
        form=Form.RECURRING,
        edtf="2024-05-10/..",
        start=P,
        end=None,
        grain=Grain.DAY,
        rule="weekly",
        rrule="FREQ=WEEKLY;BYDAY=SA",
        hours=(time(10), None),
    )
    filled = repeated(span, weekly)
    assert (filled.form, filled.edtf, filled.rrule, filled.hours) == (
        Form.RECURRING,
        "2024-05-11/2024-06-29",
        "FREQ=WEEKLY;BYDAY=SA",
        (time(10), None),
    )


@pytest.mark.parametrize(
    ("when", "told", "expected"),
    [
        (day(date(2024, 5, 9)), telling(), Status.PAST),
        (day(date(2024, 5, 11)), telling(), Status.UPCOMING),
        (day(P), telling(), Status.PAST),
        (day(P), telling(future=True), Status.UPCOMING),
        (in_progress(Anchor(P)), telling(Aspect.RUN, in_progress=True), Status.ONGOING),
        (
            until(day(date(2024, 5, 9)), ending("../2024-06-30", date(2024, 6, 30))),
            telling(Aspect.OPEN),
            Status.ONGOING,
        ),
        (implied_window(Anchor(P)), telling(), Status.PAST),
        (day(date(2024, 5, 20)), telling(Aspect.CANCEL), Status.CANCELLED),
        (day(date(2024, 5, 20)), telling(Aspect.POSTPONE), Status.POSTPONED),
    ],
)
def test_status_on_the_day_of_publication(when: When, told: ActivityMention, expected: Status) -> None:
    assert status(when, told, P) is expected
