"""Answer those who poll before the framework sees them.

Most requests for a feed ask for what was answered a moment ago. While neither the database nor the day has moved,
the answer to the same question is the same, headers and all: it is kept as it was made and given again.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from calendar_app.web.representations import Representation

REPRESENTATION = "calendar_app.representation"
"""Where a view leaves, in the request's environment, what it answers with and may be given again."""

MOST_KEPT = 512

_OF_CONTENT = ("content-type", "content-length", "content-encoding", "content-disposition", "last-modified")
_PASSED_ON = ("HTTP_RANGE", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")
"""Conditions rare enough to be left to the framework."""


class _Answer(Struct, frozen=True):
    state: object
    tag: str
    headers: list[tuple[str, str]]
    unchanged: list[tuple[str, str]]
    body: bytes


class Polling:
    """A WSGI application in front of another; `state` gives what its answers depend on beside the request."""

    def __init__(self, app: WSGIApplication, state: Callable[[], object]) -> None:
        self._app, self._state = app, state
        self._kept: OrderedDict[tuple[str, str, str], _Answer] = OrderedDict()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer from memory when the question is known and nothing has moved."""
        question = (
            environ.get("PATH_INFO", ""),
            environ.get("QUERY_STRING", ""),
            environ.get("HTTP_ACCEPT_ENCODING", ""),
        )
        kept = self._kept.get(question)
        if kept is None or environ["REQUEST_METHOD"] not in ("GET", "HEAD") or _is_rare(environ):
            return self._ask(question, environ, start_response)
        tags = environ.get("HTTP_IF_NONE_MATCH")
        if tags not in (None, kept.tag) or kept.state != self._state():
            return self._ask(question, environ, start_response)
        if tags is not None:
            start_response("304 NOT MODIFIED", kept.unchanged)
            return ()
        start_response("200 OK", kept.headers)
        return (kept.body,) if environ["REQUEST_METHOD"] == "GET" else ()

    def _ask(
        self, question: tuple[str, str, str], environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Have the framework answer, and keep what it answers if it may be given again."""
        state = self._state()  # before: what moves meanwhile must not be taken for seen

        def started(status: str, headers: list[tuple[str, str]], error: Any = None) -> Any:  # noqa: ANN401  WSGI's own
            made: Representation | None = environ.get(REPRESENTATION)
            if made is not None and status.startswith("200") and environ["REQUEST_METHOD"] == "GET":
                self._keep(question, _answer(made, state, headers))
            return start_response(status, headers, error) if error else start_response(status, headers)

        return self._app(environ, started)

    def _keep(self, question: tuple[str, str, str], answer: _Answer) -> None:
        self._kept[question] = answer
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)


def _answer(made: Representation, state: object, headers: list[tuple[str, str]]) -> _Answer:
    by_name = {name.lower(): value for name, value in headers}
    unchanged = [(name, value) for name, value in headers if name.lower() not in _OF_CONTENT]
    return _Answer(state, by_name["etag"], list(headers), unchanged, made.encoded(by_name.get("content-encoding", "")))


def _is_rare(environ: WSGIEnvironment) -> bool:
    return any(name in environ for name in _PASSED_ON)
