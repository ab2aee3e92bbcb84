"""Bytes that are built once and answered conditionally (RFC 9110, 8.8 and 13): validators, 304, compression."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from functools import partial
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING

from flask import Response, request
from msgspec import Struct, field
from werkzeug.http import parse_date

from calendar_app.web.polling import REPRESENTATION

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from calendar_app.store.records import Validator

MOST_KEPT = 256
"""How many representations are kept in memory."""

ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    # Where it is installed:
    **({"br": partial(import_module("brotli").compress, quality=5)} if find_spec("brotli") else {}),
    "gzip": partial(gzip.compress, compresslevel=6, mtime=0),
    "": bytes,
}
"""The content encodings on offer, best first."""

CACHE_CONTROL = "public, max-age=600"


class Representation(Struct):
    """The bytes of a feed, their strong entity tag, when they last changed, and what they were built from."""

    token: str
    body: bytes
    tag: str
    modified: datetime
    by_encoding: dict[str, bytes] = field(default_factory=dict)

    def encoded(self, encoding: str) -> bytes:
        """Give the bytes in a content encoding (`""` for none); done once, for the first client that asks."""
        if encoding not in self.by_encoding:
            self.by_encoding[encoding] = ENCODINGS[encoding](self.body)
        return self.by_encoding[encoding]


class Shelf:
    """Keeps the last representations, each with the token of what it was built from."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Representation] = OrderedDict()
        self._lock = Lock()

    def representation(self, name: str, validator: Validator, build: Callable[[], bytes]) -> Representation:
        """Give what is kept under a name and a selection if nothing has moved since, else build it."""
        key = f"{name} {validator.selection}"
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
        if kept is not None and kept.token == validator.token:
            return kept
        made = _represent(build(), validator, kept)
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return made


def _represent(body: bytes, validator: Validator, before: Representation | None) -> Representation:
    tag = sha256(body).hexdigest()[:32]
    if before is not None and before.tag == tag:
        # The store has moved, but not here: subscribers keep what they have.
        return Representation(validator.token, before.body, tag, before.modified, before.by_encoding)
    return Representation(validator.token, body, tag, validator.modified)


def answer(kept: Representation, media_type: str) -> Response:
    """Answer a request with a representation, or with 304 when the client has it already."""
    encoding = next((each for each in ENCODINGS if each and request.accept_encodings.quality(each) > 0), "")
    if _is_fresh(kept):
        response = Response(status=304)
    else:
        response = Response(kept.encoded(encoding), content_type=media_type)
        if encoding:
            response.content_encoding = encoding
        request.environ[REPRESENTATION] = kept
    response.set_etag(_tag(kept, encoding))
    response.last_modified = kept.modified
    response.headers["Cache-Control"] = CACHE_CONTROL
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _tag(kept: Representation, encoding: str) -> str:
    # A strong tag is of the bytes sent: compressed ones are others.
    return f"{kept.tag}-{encoding}" if encoding else kept.tag


def _is_fresh(kept: Representation) -> bool:
    """Tell whether the client has this very representation; a tag, where one is sent, decides alone."""
    if "If-None-Match" in request.headers:
        tags = request.if_none_match
        return any(tags.contains_weak(_tag(kept, each)) for each in ENCODINGS)
    since = parse_date(request.headers.get("If-Modified-Since"))
    return since is not None and kept.modified.replace(microsecond=0) <= since
