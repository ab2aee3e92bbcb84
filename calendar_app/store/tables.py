"""The tables as SQLAlchemy Core sees them; `migrations` makes them, and a test holds the two together."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

METADATA = MetaData()


def _text(name: str, *rest: ForeignKey, key: bool = False, null: bool = False) -> Column[str]:
    return Column(name, Text, *rest, primary_key=key, nullable=null)


def _number(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=False, autoincrement=False)


ledger = Table("ledger", METADATA, _text("name", key=True), _number("count"), _text("recorded"))

pages = Table(
    "pages",
    METADATA,
    _text("id", key=True),
    _text("publication", null=True),
    _text("issued", null=True),
    _text("issued_from", null=True),
    _text("number", null=True),
    _text("url", null=True),
    _text("title", null=True),
    _text("digest"),
    _text("recorded"),
)

reports = Table(
    "reports",
    METADATA,
    _text("page_id", ForeignKey("pages.id", ondelete="CASCADE"), key=True),
    _number("report", key=True),
    _text("headline", null=True),
    _text("byline", null=True),
    _number("span_begin"),
    _number("span_end"),
)

reviews = Table(
    "reviews",
    METADATA,
    _text("page_id", ForeignKey("pages.id", ondelete="CASCADE"), key=True),
    _number("report", key=True),
    _number("ordinal", key=True),
    _text("reason"),
    _text("words"),
    _number("span_begin"),
    _number("span_end"),
)

events = Table(
    "events",
    METADATA,
    _text("uid", key=True),
    _text("begins"),
    _text("ends"),
    _text("starts"),
    _text("earliest"),
    _text("latest"),
    _text("kind"),
    _text("status"),
    _text("form"),
    _number("precision_rank"),
    _text("organisers"),
    _text("words"),
    _text("name"),
    _text("created"),
    _text("changed"),
    _text("document"),
    _text("recorded"),
)

event_districts = Table(
    "event_districts",
    METADATA,
    _text("adcode", key=True),
    _text("ends", key=True),
    _text("event_uid", ForeignKey("events.uid", ondelete="CASCADE"), key=True),
)

tellings = Table(
    "tellings",
    METADATA,
    _text("page_id", ForeignKey("pages.id", ondelete="CASCADE"), key=True),
    _number("report", key=True),
    _number("ordinal", key=True),
    _text("issued", null=True),
    _text("uid"),
    _text("event_uid"),
    _text("document"),
)

history = Table(
    "history",
    METADATA,
    _text("event_uid", key=True),
    _number("version", key=True),
    _text("changed"),
    _text("page_id", null=True),
    _text("what"),
    _text("before_document", null=True),
    _text("after_document", null=True),
)

pieces = Table(
    "pieces",
    METADATA,
    _text("form", key=True),
    _text("event_uid", ForeignKey("events.uid", ondelete="CASCADE"), key=True),
    _text("body"),
)
