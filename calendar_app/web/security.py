"""What browsers are told not to do, and how much one client may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from werkzeug.middleware.proxy_fix import ProxyFix

if TYPE_CHECKING:
    from flask import Flask, Response

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""No inline script or style, nothing from other hosts."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def install(app: Flask, rate_limit: str, proxies: int) -> None:
    """Send the headers with every answer and hold each client to the rate; an empty rate limits nobody.

    Behind proxies, a client is whom the outermost of so many names; without any, nobody's word is taken for it.
    """
    app.after_request(_protect)
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]  # Flask's own way
    Limiter(
        get_remote_address,
        app=app,
        default_limits=[rate_limit] if rate_limit else [],
        storage_uri="memory://",
        headers_enabled=True,
    )


def _protect(response: Response) -> Response:
    policy = POLICY | ({"frame-ancestors": "*"} if request.endpoint == "embed.page" else {})
    response.headers.setdefault(
        "Content-Security-Policy", "; ".join(f"{name} {value}" for name, value in policy.items())
    )
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "embed.page":
        response.headers.setdefault("X-Frame-Options", "DENY")
    return response
