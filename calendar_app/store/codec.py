"""The nouns as JSON, for keeping: what equals its default is left out, so a new field with a default reads old rows."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from calendar_app.model import BEIJING_TIME

if TYPE_CHECKING:
    from collections.abc import Callable

Noun = TypeVar("Noun")

_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(value: object) -> str:
    """Write a frozen value as one line of JSON, equal values as equal lines."""
    plain = _plain(value)
    written = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    if not written.isascii() and _SURROGATE.search(written):
        return json.dumps(plain, separators=(",", ":"))  # half a character cannot be stored as it is
    return written


def storable(text: str) -> str:
    """Take out what no database keeps: NUL, which PostgreSQL refuses, and halves of characters."""
    return _SURROGATE.sub("", text.replace("\x00", ""))


def from_json(kind: type[Noun], text: str) -> Noun:
    """Read back what `to_json` wrote of a value of this kind."""
    value: Noun = _decoder(kind)(json.loads(text))  # type: ignore[arg-type]  # a class is hashable
    return value


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Struct):
        return {
            name: _plain(told) for name, default in _defaults(type(value)) if (told := getattr(value, name)) != default
        }
    return value


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:  # noqa: ANN401  mypy takes no class to be hashable
    return tuple((each.name, each.default) for each in fields(kind))


@cache
def _decoder(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401  a type hint has no narrower type
    if get_origin(hint) is UnionType:
        (known,) = (each for each in get_args(hint) if each is not NoneType)
        inner = _decoder(known)
        return lambda plain: None if plain is None else inner(plain)
    if get_origin(hint) is tuple:
        return _tuple_decoder(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Struct):
        return _noun_decoder(hint)
    if hint is date:
        return _day_or_instant
    if hint is datetime:
        return _instant
    if hint is time:
        return time.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return lambda plain: plain


def _tuple_decoder(members: tuple[Any, ...]) -> Callable[[Any], Any]:
    if members[-1] is Ellipsis:
        each = _decoder(members[0])
        return lambda plain: tuple(map(each, plain))
    decoders = tuple(map(_decoder, members))
    return lambda plain: tuple(read(part) for read, part in zip(decoders, plain, strict=True))


def _noun_decoder(kind: type[Noun]) -> Callable[[dict[str, Any]], Noun]:
    decoders = {name: _decoder(hint) for name, hint in get_type_hints(kind).items()}
    return lambda plain: kind(**{name: decoders[name](part) for name, part in plain.items()})


def _day_or_instant(plain: str) -> date:
    # A `date` of the model may be an instant: the grain tells, and so does the T.
    return _instant(plain) if "T" in plain else date.fromisoformat(plain)


def _instant(plain: str) -> datetime:
    return datetime.fromisoformat(plain).astimezone(BEIJING_TIME)
