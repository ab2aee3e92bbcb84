"""Which language a visitor reads: the address's, a cookie's, the browser's, else Chinese."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flask import has_request_context, request
from flask_babel import Babel, get_locale
from flask_babel import gettext as flask_gettext

if TYPE_CHECKING:
    from flask import Flask, Response

LANGUAGES = {"zh": "中文", "en": "English"}
COOKIE = "language"
A_YEAR = 31_536_000
TAGS = {"zh": "zh-CN", "en": "en"}


def install(app: Flask) -> None:
    """Translate templates and wording with the catalogues beside this module."""
    app.config.setdefault("BABEL_TRANSLATION_DIRECTORIES", str(Path(__file__).with_name("translations")))
    app.after_request(_remember)
    Babel(app, default_locale="zh", default_timezone="Asia/Shanghai", locale_selector=_chosen)


def language() -> str:
    """Name the language of this request; Chinese outside of any."""
    locale = get_locale() if has_request_context() else None
    return "zh" if locale is None else locale.language


def gettext(text: str, **values: object) -> str:
    """Say a sentence in the language of this request; Chinese, as it is written in the code, outside of any."""
    if not has_request_context():
        return text % values if values else text
    return str(flask_gettext(text, **values))


def _remember(response: Response) -> Response:
    """Keep the language that an address asks for, so that the next page has it too."""
    if request.args.get("lang") in LANGUAGES:
        response.set_cookie(COOKIE, request.args["lang"], max_age=A_YEAR, samesite="Lax", httponly=True)
    return response


def _chosen() -> str:
    for wish in (request.args.get("lang"), request.cookies.get(COOKIE)):
        if wish in LANGUAGES:
            return wish
    return request.accept_languages.best_match(["zh", "zh-CN", "zh-TW", "zh-HK", "en"], "zh")[:2]
