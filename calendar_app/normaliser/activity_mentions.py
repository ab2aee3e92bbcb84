"""A mention of an activity: the words that tell of it, its name, who acts, and why it may be no event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.normaliser.frames import agent_of
from calendar_app.normaliser.refusals import Refusal, refusal_of

if TYPE_CHECKING:
    from calendar_app.model import Span
    from calendar_app.normaliser.lexicon import Aspect
    from calendar_app.normaliser.names import Name
    from calendar_app.normaliser.verbs import VerbPlace

_FUTURE = re.compile(
    r"(?:将|(?<![需主重只想必就不首])要(?=在[^,;。]{2,10}[摆办开演讲举])|拟|定[于在]|即将|预计|计划|邀(?!请赛)|欢迎|还会|进入倒计时)"
)
_IN_PROGRESS = re.compile(r"正在?(?=[^,;。]{0,20}$)")


class ActivityMention(Struct, frozen=True, kw_only=True):
    """Words that tell of an activity: the verb and its aspect, the name, who acts, and the sentence's number.

    `agent` is the subject that is no activity's name; `deed` the clause after the verb, for one who goes somewhere;
    `block` the labelled lines of the notice that tells it (`notices.py`).
    """

    trigger: Span
    word: str
    aspect: Aspect
    sentence: int
    name: Name | None
    agent: Span | None = None
    deed: Span | None = None
    refusal: Refusal | None = None
    future: bool = False
    in_progress: bool = False
    block: Span | None = None

    @property
    def named_by_theme(self) -> bool:
        """Tell whether its name is a quoted theme."""
        return self.name is not None and self.name.quoted

    @property
    def named(self) -> bool:
        """Tell whether it has a name of its own, not one that points back (展览, 活动)."""
        return self.name is not None and not self.name.generic


def mention_of(verb: VerbPlace, word: str, aspect: Aspect, name: Name | None, number: int) -> ActivityMention:
    """Make the mention of what a verb tells, in sentence `number`: who acts, and what refuses it."""
    agent, deed = agent_of(verb, name)
    return ActivityMention(
        trigger=(verb.begin, verb.end),
        word=word,
        aspect=aspect,
        sentence=number,
        name=name,
        agent=agent,
        deed=deed,
        refusal=refusal_of(verb, name, agent),
        future=bool(_FUTURE.search(verb.segments.text, verb.sentence[0], verb.end)),
        in_progress=bool(_IN_PROGRESS.search(verb.segments.text, verb.sentence[0], verb.end)),
    )
