"""The ways people go: open, choose a district, search, open an event, see its sentence, subscribe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDTHS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def walk(tab: Page, site: str) -> None:
    """Go from the agenda to a sentence and back to a subscription."""
    tab.goto(site)
    tab.get_by_role("link", name="大兴区").first.click()
    expect(tab).to_have_url(f"{site}/?district=daxing")
    expect(tab.get_by_role("heading", level=1)).to_have_text("大兴区的活动")
    expect(tab.get_by_role("link", name="职工合唱音乐会")).to_have_count(0)
    tab.get_by_role("link", name="劳动者权益讲座").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("劳动者权益讲座")
    expect(tab.locator("blockquote mark.what")).to_have_text("劳动者权益讲座")
    tab.go_back()
    calendar = tab.get_by_role("link", name="iCal", exact=True)
    assert calendar.get_attribute("href") == "/calendar.ics?district=daxing"
    subscribe = tab.get_by_role("link", name="在日历中订阅")
    assert subscribe.get_attribute("href") == f"webcal://{site.partition('://')[2]}/calendar.ics?district=daxing"


def test_from_the_agenda_to_a_sentence_and_a_subscription(page: Page, site: str) -> None:
    walk(page, site)


def test_the_same_on_a_phone(browser: Browser, site: str) -> None:
    context = browser.new_context(
        viewport={"width": WIDTHS["phone"], "height": 740}, has_touch=True, is_mobile=True, locale="zh-CN"
    )
    walk(context.new_page(), site)
    context.close()


def test_the_same_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    walk(context.new_page(), site)
    context.close()


def test_search_by_keyboard(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.get_by_text("查找与筛选").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("戏曲")
    page.keyboard.press("Enter")
    expect(page.locator(".title")).to_have_text(["周末惠民戏曲专场"] * 2)
    expect(page).to_have_url(f"{site}/?q=%E6%88%8F%E6%9B%B2")
    expect(page.get_by_role("searchbox")).to_have_value("戏曲")


def test_hostile_title_stays_text(page: Page, site: str) -> None:
    page.goto(site)
    expect(page.get_by_role("link", name="</script>]]><b>甲,乙;丙")).to_be_visible()
    page.goto(f"{site}/events/hostile")
    expect(page.get_by_role("heading", level=1)).to_contain_text("</script>]]><b>甲,乙;丙")
    assert page.locator("b").count() == 0


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_agenda_never_scrolls_sideways(browser: Browser, site: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    tab.goto(site)
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    context.close()
