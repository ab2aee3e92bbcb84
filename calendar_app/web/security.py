"""What browsers are told not to do, and how much one client may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

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


def install(app: Flask, rate_limit: str) -> None:
    """Send the headers with every answer and hold each client to the rate; an empty rate limits nobody."""
    app.after_request(_protect)
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
