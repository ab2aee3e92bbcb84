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
    expect(tab).to_have_url(f"{site}/districts/daxing")
    expect(tab.get_by_role("heading", level=1)).to_have_text("大兴区")
    expect(tab.get_by_role("link", name="职工合唱音乐会")).to_have_count(0)
    tab.get_by_role("link", name="劳动者权益讲座").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("劳动者权益讲座")
    expect(tab.locator("blockquote mark.what")).to_have_text("劳动者权益讲座")
    tab.go_back()
    calendar = tab.get_by_role("link", name="iCal", exact=True)
    assert calendar.get_attribute("href") == "/districts/daxing/calendar.ics"
    subscribe = tab.get_by_role("link", name="在日历中订阅")
    assert subscribe.get_attribute("href") == f"webcal://{site.partition('://')[2]}/districts/daxing/calendar.ics"


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


def test_subscription_is_what_was_chosen(page: Page, site: str) -> None:
    page.goto(f"{site}/subscribe")
    page.get_by_label("延庆区").check()
    page.get_by_label("日期确定").check()
    page.get_by_role("button", name="更新订阅").click()
    expect(page.get_by_label("订阅地址")).to_have_value(f"{site}/districts/yanqing/calendar.ics?precision=day")
    expect(page.locator("svg.qr-code")).to_be_visible()
    page.get_by_role("link", name="延庆区的活动（日期确定）").click()
    expect(page.locator(".title")).to_have_text(["延庆葡萄采摘节"])


def test_subscribed_calendar_holds_what_the_screen_shows(page: Page, site: str) -> None:
    page.goto(f"{site}/?district=daxing&precision=day")
    shown = set(page.locator(".title a").all_inner_texts())
    address = page.get_by_role("link", name="iCal", exact=True).get_attribute("href")
    calendar = page.request.get(f"{site}{address}").text().replace("\r\n ", "")
    held = {
        line.partition(":")[2].replace("【已取消】", "") for line in calendar.splitlines() if line.startswith("SUMMARY")
    }
    assert held == shown


def test_period_in_words_narrows_the_agenda(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_text("查找与筛选").click()
    page.get_by_label("时段").fill("下周末")
    page.get_by_role("button", name="查找").click()
    expect(page).to_have_url(f"{site}/?from=2024-09-21&to=2024-09-22")


def test_map_leads_to_a_district_by_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/map")
    page.get_by_role("link", name="大兴区，4项活动").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/districts/daxing")


def test_month_turns_and_leads_to_a_day(page: Page, site: str) -> None:
    page.goto(f"{site}/month/2024-09")
    page.get_by_role("navigation", name="翻月").get_by_role("link", name="2024年10月").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2024年10月")
    page.go_back()
    page.get_by_role("link", name="2024年9月14日").click()
    expect(page).to_have_url(f"{site}/?from=2024-09-14&to=2024-09-14")
    expect(page.get_by_role("heading", level=1)).to_have_text("2024年9月14日")
    expect(page.get_by_role("link", name="职工合唱音乐会")).to_be_visible()


def test_english_stays_once_chosen(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("On now")
    page.get_by_role("link", name="Month").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_embedded_agenda_opens_in_a_frame_of_another_site(page: Page, site: str) -> None:
    other = f"{site.replace('127.0.0.1', 'localhost')}/other-site"
    page.route(
        other,
        lambda route: route.fulfill(
            content_type="text/html",
            body=f'<title>Other</title><iframe title="Events" src="{site}/embed?district=daxing"></iframe>',
        ),
    )
    page.goto(other)
    expect(page.frame_locator("iframe").get_by_role("link", name="劳动者权益讲座")).to_be_visible()


@pytest.mark.parametrize("address", ["/", "/month/2024-09", "/map", "/events/moment", "/subscribe"])
def test_nothing_shifts_while_a_page_loads(page: Page, site: str, address: str) -> None:
    page.goto(site + address, wait_until="networkidle")
    shifts = page.evaluate(
        """() => new Promise(done => new PerformanceObserver(list => done(
            list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
        )).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 300))"""
    )
    assert shifts == 0
