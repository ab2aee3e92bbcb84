"""All that was found in one report, and the way from its offsets back to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from calendar_app.model import Anchor, Page, PlaceMention, Report, Span
    from calendar_app.normaliser.activity_mentions import ActivityMention
    from calendar_app.normaliser.drafts import Draft
    from calendar_app.normaliser.sentences import Segments
    from calendar_app.normaliser.timing import TimedMention


class Findings(Struct, frozen=True, kw_only=True):
    """All that was found in one report; offsets are in its body, those of its headline negative, before the body."""

    page: Page
    report: Report
    number: int
    anchor: Anchor | None
    segments: Segments
    times: tuple[TimedMention, ...]
    places: tuple[PlaceMention, ...]
    activities: tuple[ActivityMention, ...]
    drafts: tuple[Draft, ...]

    def on_page(self, span: Span) -> Span:
        """Translate a span of the body (or, negative, of the headline) into one of the page's text."""
        begin, end = span
        if begin >= 0 or self.report.headline is None:
            return self.report.body.on_page(span)
        shift = headline_shift(self.report)
        return self.report.headline.on_page((begin + shift, end + shift))

    def printed(self, span: Span) -> str:
        """Give the words of a span as the page prints them."""
        begin, end = span
        if begin < 0 and self.report.headline is not None:
            shift = headline_shift(self.report)
            return self.report.headline.text[begin + shift : end + shift]
        return self.report.body.text[begin:end].strip()

    @property
    def headline(self) -> str | None:
        """Give the report's headline; for a document that is one report, the title that came with it."""
        if self.report.headline is not None:
            return self.report.headline.text
        return self.page.title if self.number == 0 else None


def headline_shift(report: Report) -> int:
    """Give how far before the body its headline's offsets begin."""
    return len(report.headline.text) + 1 if report.headline else 0
