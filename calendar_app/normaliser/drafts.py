"""What an event is made of: the tellings that name and date it, and its times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from calendar_app.model import TimeMention, When
    from calendar_app.normaliser.activity_mentions import ActivityMention


class Draft(Struct, frozen=True, kw_only=True):
    """An event to be: the telling that named it, the one that dated it, and its times.

    `time` dates it; `until` ends what it began; `repeats` says how it recurs in between, or the hours of each day;
    `previous` is the time from which it was put off. `run` marks the run of what another draft opened, `again` a
    further time of its activity.
    """

    activity: ActivityMention
    told_by: ActivityMention
    time: TimeMention | None
    until: TimeMention | None = None
    repeats: TimeMention | None = None
    previous: TimeMention | None = None
    main: bool = False
    run: bool = False
    again: bool = False

    @property
    def when(self) -> When | None:
        """Give the value of the time that dates it."""
        return self.time.when if self.time else None
