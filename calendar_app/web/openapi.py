"""The description of /api, made from the vocabularies that the program itself reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apispec import APISpec

from calendar_app import __version__
from calendar_app.model import Basis, Form, Grain, Kind, Role, Status
from calendar_app.store.districts import districts
from calendar_app.store.querying import LEAST_WITHIN
from calendar_app.store.selection import DEFAULT_PAST, LONGEST_PAST, LONGEST_TEXT, Cancelled, Precision

if TYPE_CHECKING:
    from enum import StrEnum

Schema = dict[str, Any]


def description(base_url: str, default_size: int, largest_size: int) -> Schema:
    """Describe the interface as it is served at `base_url` (OpenAPI 3.1)."""
    spec = APISpec(
        title="Calendar of newspaper events",
        version=__version__,
        openapi_version="3.1.0",
        info={"description": "Events read from Chinese newspaper pages, each with the sentence that it was read from."},
        servers=[{"url": base_url}],
    )
    for name, schema in _schemas().items():
        spec.components.schema(name, schema)
    spec.components.response("Problem", {"description": "What is wrong, and which values are known", **_problem()})
    spec.path(
        "/api/events",
        operations={
            "get": {
                "operationId": "listEvents",
                "summary": "The selection's events, in order of their beginning",
                "parameters": [*_parameters(), *_paging(default_size, largest_size)],
                "responses": {"200": _json("A page of events", "EventList"), "400": "Problem", "404": "Problem"},
            }
        },
    )
    spec.path(
        "/api/events/{uid}",
        operations={
            "get": {
                "operationId": "getEvent",
                "summary": "One event, with everything known of it",
                "parameters": [{"name": "uid", "in": "path", "required": True, "schema": {"type": "string"}}],
                "responses": {"200": _json("The event", "Event"), "404": "Problem"},
            }
        },
    )
    written: Schema = spec.to_dict()
    return written


def _parameters() -> list[Schema]:
    text = {"type": "string", "maxLength": LONGEST_TEXT}
    day = {"type": "string", "format": "date"}
    slugs = {"type": "string", "examples": [districts()[0].slug, districts()[0].adcode]}
    return [
        _query("district", {"type": "array", "items": slugs}, "Districts, by slug or adcode"),
        _query("kind", {"type": "array", "items": _words(Kind)}, "What takes place"),
        _query("organiser", text, "Words of the organiser's name"),
        _query("q", text, "Words of title, venue or organiser"),
        _query("from", day, "The first day"),
        _query("to", day, "The last day"),
        _query("precision", _words(Precision), "The vaguest time that is still wanted"),
        _query("status", {"type": "array", "items": _words(Status)}, "How it stands today"),
        _query("cancelled", _words(Cancelled), "What becomes of cancelled events"),
        _query(
            "past",
            {"type": "integer", "minimum": 0, "maximum": LONGEST_PAST},
            f"How many days back, without `from`; {DEFAULT_PAST} or more, until {LEAST_WITHIN} events are within",
        ),
    ]


def _paging(default_size: int, largest_size: int) -> list[Schema]:
    size = {"type": "integer", "minimum": 1, "maximum": largest_size, "default": default_size}
    return [
        _query("page", {"type": "integer", "minimum": 1, "default": 1}, "Which page"),
        _query("per_page", size, "How many events a page has"),
    ]


def _schemas() -> dict[str, Schema]:
    text, words, day = {"type": "string"}, {"type": ["string", "null"]}, {"type": ["string", "null"]}
    span = {"type": ["array", "null"], "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
    division = {"type": "object", "properties": {"adcode": text, "name": text}}
    some = {"type": ["object", "null"], "properties": {"adcode": text, "name": text}}
    when = {
        "edtf": {"type": "string", "description": "The value in EDTF (ISO 8601-2)"},
        "start": day,
        "end": day,
        "grain": _words(Grain),
        "kind": _words(Form),
        "text": words,
        "span": span,
        "rule": text,
    }
    where = {"venue": words, "districts": {"type": "array", "items": division}, "city": some, "basis": _words(Basis)}
    source = {"publication": words, "issued": day, "headline": words, "url": words, "sentence": text}
    evidence = {"role": _words(Role), "quote": text, "span": span, "rule": text}
    return {
        "When": {"type": "object", "properties": when},
        "Where": {"type": "object", "properties": where},
        "Source": {"type": "object", "properties": source},
        "Evidence": {"type": "object", "properties": evidence},
        "Event": {
            "type": "object",
            "required": ["uid", "title", "kind", "status", "when", "where", "confidence", "sources", "evidence"],
            "properties": {
                "uid": text,
                "title": text,
                "kind": _words(Kind),
                "status": _words(Status),
                "when": _reference("When"),
                "where": _reference("Where"),
                "organisers": {"type": "array", "items": text},
                "attendance": words,
                "deadline": day,
                "confidence": {"type": "number", "minimum": 0, "maximum": 1},
                "sources": {"type": "array", "items": _reference("Source")},
                "evidence": {"type": "array", "items": _reference("Evidence")},
            },
        },
        "EventList": {
            "type": "object",
            "required": ["total", "page", "pages", "next", "previous", "events"],
            "properties": {
                "total": {"type": "integer"},
                "page": {"type": "integer"},
                "pages": {"type": "integer"},
                "next": {"type": ["string", "null"], "format": "uri"},
                "previous": {"type": ["string", "null"], "format": "uri"},
                "events": {"type": "array", "items": _reference("Event")},
            },
        },
        "Problem": {
            "type": "object",
            "description": "RFC 9457",
            "properties": {
                "type": text,
                "title": text,
                "status": {"type": "integer"},
                "detail": text,
                "parameter": text,
                "known": {"type": "array", "items": text},
            },
        },
    }


def _problem() -> Schema:
    return {"content": {"application/problem+json": {"schema": _reference("Problem")}}}


def _json(meaning: str, name: str) -> Schema:
    return {"description": meaning, "content": {"application/json": {"schema": _reference(name)}}}


def _query(name: str, schema: Schema, meaning: str) -> Schema:
    return {"name": name, "in": "query", "schema": schema, "description": meaning}


def _words(vocabulary: type[StrEnum]) -> Schema:
    return {"type": "string", "enum": [each.value for each in vocabulary]}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
