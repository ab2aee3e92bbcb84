"""Pages for what went wrong that say what would be right; problem+json (RFC 9457) for programs."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, ClassVar

from flask import Response, make_response, request, url_for
from msgspec import Struct
from werkzeug.exceptions import HTTPException

from calendar_app.labels import label
from calendar_app.model import Kind, Status
from calendar_app.store.districts import district
from calendar_app.store.selection import UnknownValue
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Head, Link, head, show, with_query

if TYPE_CHECKING:
    from flask import Flask


class ErrorPage(Struct, frozen=True, kw_only=True):
    """What a page of apology shows: what happened, and the values or ways that lead on."""

    template: ClassVar[str] = "errors/error.html"

    head: Head
    status: int
    heading: str
    explanation: str
    known: tuple[Link, ...]


def install(app: Flask) -> None:
    """Answer errors in the form that the client asked for."""
    app.register_error_handler(UnknownValue, _unknown_value)
    app.register_error_handler(HTTPException, _http_error)


def wants_json() -> bool:
    """Tell whether a program asks: an address under /api, or JSON preferred to HTML."""
    if request.path.startswith("/api/"):
        return True
    accepted = request.accept_mimetypes
    return accepted["application/json"] > accepted["text/html"]


def problem(status: int, title: str, detail: str, **more: object) -> Response:
    """Write a problem document."""
    document = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    response = make_response(json.dumps(document, ensure_ascii=False), status)
    response.content_type = "application/problem+json"
    return response


def _unknown_value(error: UnknownValue) -> Response:
    status = 404 if any(map(district, error.known)) else 400
    if wants_json() or _is_feed():
        return problem(
            status, HTTPStatus(status).phrase, str(error), parameter=error.parameter, known=list(error.known)
        )
    heading = _("没有这个区") if status == 404 else _("看不懂这个条件")
    shown = error.value if len(error.value) <= 60 else error.value[:60] + "…"
    explanation = _("“%(parameter)s=%(value)s”不是已知的值。可以用的有：", parameter=error.parameter, value=shown)
    return show(
        ErrorPage(
            head=head(heading, indexed=False),
            status=status,
            heading=heading,
            explanation=explanation,
            known=tuple(_known(error.parameter, value) for value in error.known),
        ),
        status,
    )


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    if error.response is not None:
        return make_response(error.response)
    if wants_json():
        return problem(status, error.name, error.description or "")
    heading, explanation = _words().get(status, (error.name, error.description or ""))
    response = show(
        ErrorPage(
            head=head(heading, indexed=False),
            status=status,
            heading=heading,
            explanation=explanation,
            known=(Link(url_for("agenda.index"), _("回到日程")),),
        ),
        status,
    )
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            response.headers[name] = value
    return response


def _words() -> dict[int, tuple[str, str]]:
    return {
        404: (_("没有这一页"), _("地址可能写错了，或者这项活动已经并入别的活动。")),
        405: (_("这里只能读"), _("这个地址不接受这种请求。")),
        414: (_("地址太长"), _("请减少条件再试。")),
        429: (_("请求太密"), _("请稍等一会儿再来。")),
        500: (_("出错了"), _("这一页没能做出来；错误已经记下。")),
    }


def _known(parameter: str, value: str) -> Link:
    found = district(value) if parameter == "district" else None
    if found is not None:
        return Link(url_for("agenda.district_page", slug=found.slug), found.label(language()))
    for vocabulary in (Kind, Status):
        if parameter == vocabulary.__name__.lower():
            narrowed = with_query(url_for("agenda.index"), f"{parameter}={value}")
            return Link(narrowed, label(vocabulary(value), language()))
    return Link("", value)


def _is_feed() -> bool:
    return request.path.endswith((".ics", ".rss", ".atom", ".json"))
