from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from calendar_app.resources import PACKAGE, folder

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog
    from flask.testing import FlaskClient

ENGLISH = PACKAGE / "web" / "translations" / "en" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)s")
CHINESE = re.compile(r"[\u4e00-\u9fff]+")


def catalogue() -> Catalog:
    with (ENGLISH / "messages.po").open("rb") as written:
        return read_po(written, locale="en")


def test_every_message_has_its_english_and_no_english_is_left_over() -> None:
    methods = [("**.py", "python"), ("**.html", "jinja2")]
    used = {
        found[2]
        for home in (PACKAGE / "web", folder("templates"))
        for found in extract_from_dir(home, methods, keywords={"_": None})
    }
    assert {message.id for message in catalogue() if message.id and message.string} == used


def test_english_keeps_every_placeholder() -> None:
    for message in catalogue():
        chinese, english = str(message.id), str(message.string)
        if chinese:
            assert sorted(PLACEHOLDER.findall(english)) == sorted(PLACEHOLDER.findall(chinese))


def test_compiled_catalogue_is_the_written_one() -> None:
    with (ENGLISH / "messages.mo").open("rb") as kept:
        compiled = {message.id: message.string for message in read_mo(kept) if message.id}
    # Where this fails: pybabel compile -d calendar_app/web/translations
    assert compiled == {message.id: message.string for message in catalogue() if message.id}


@pytest.mark.parametrize("address", ["/", "/map", "/month/2024-09", "/subscribe", "/about", "/announced", "/nowhere"])
def test_english_page_has_no_chinese_but_the_papers_own(client: FlaskClient, address: str) -> None:
    text = client.get(address, headers={"Accept-Language": "en"}).text
    assert '<html lang="en">' in text
    own = re.sub(
        r'(?s)<(p|a|span) class="(title|venue)".*?</\1>|<td.*?</td>|title="[^"]*"|lang="zh-CN"[^>]*>[^<]*', "", text
    )
    assert CHINESE.findall(own) == []


@pytest.mark.parametrize(
    ("address", "headers", "language"),
    [
        ("/", {}, "zh-CN"),
        ("/", {"Accept-Language": "en-GB,en;q=0.9"}, "en"),
        ("/", {"Accept-Language": "zh-TW,en;q=0.5"}, "zh-CN"),
        ("/", {"Accept-Language": "fr"}, "zh-CN"),
        ("/?lang=en", {"Accept-Language": "zh-CN"}, "en"),
        ("/?lang=xx", {}, "zh-CN"),
    ],
)
def test_language_is_the_address_s_then_the_browser_s(
    client: FlaskClient, address: str, headers: dict[str, str], language: str
) -> None:
    answer = client.get(address, headers=headers)
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["Content-Language"] == language
    assert {"Accept-Language", "Cookie"} <= set(answer.vary)


def test_language_once_chosen_stays(client: FlaskClient) -> None:
    client.get("/?lang=en")
    assert '<html lang="en">' in client.get("/about").text
