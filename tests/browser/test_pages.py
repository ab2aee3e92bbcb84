"""Every page, at both widths and in both schemes: accessible, valid, complete in a few requests, and photographed."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import ADDRESSES, HERE, OUTPUT, SCHEMES, WIDTHS, node_module

if TYPE_CHECKING:
    from typing import Literal

    from playwright.sync_api import Browser

AXE_OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ADDRESSES)
def test_page_is_accessible(
    browser: Browser, site: str, name: str, width: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": WIDTHS[width], "height": 900},
        color_scheme=scheme,
        locale="zh-CN",
        reduced_motion="reduce",
    )
    tab = context.new_page()
    tab.goto(site + ADDRESSES[name])
    OUTPUT.mkdir(exist_ok=True)
    tab.screenshot(path=OUTPUT / f"{name}-{width}-{scheme}.png", full_page=True)
    tab.evaluate((node_module("axe-core") / "axe.min.js").read_text(encoding="utf-8"))
    found = tab.evaluate("options => axe.run(document, options)", AXE_OPTIONS)
    context.close()
    assert [
        (rule["id"], node["target"], node["failureSummary"]) for rule in found["violations"] for node in rule["nodes"]
    ] == []


@pytest.mark.parametrize("name", ADDRESSES)
def test_page_asks_only_its_own_host_and_seldom(browser: Browser, site: str, name: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(site + ADDRESSES[name], wait_until="networkidle")
    context.close()
    assert [url for url in asked if not url.startswith(site)] == []
    assert len(asked) <= 4


def test_pages_are_valid_html(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    folder = OUTPUT / "html"
    folder.mkdir(parents=True, exist_ok=True)
    for name, address in ADDRESSES.items():
        (folder / f"{name}.html").write_text(context.request.get(site + address).text(), encoding="utf-8")
    context.close()
    validator = node_module("html-validate") / "bin" / "html-validate.mjs"
    report = OUTPUT / "html.json"
    config = str(HERE / "htmlvalidate.json")
    command = ["node", str(validator), "--config", config, "--formatter", f"json={report}", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [
        (each["filePath"].rpartition("/")[2], message["line"], message["ruleId"], message["message"])
        for each in json.loads(report.read_text(encoding="utf-8"))
        for message in each["messages"]
    ] == [], done.stderr
