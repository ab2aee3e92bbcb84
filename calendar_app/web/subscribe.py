"""Build a subscription: choose districts, kinds and certainty; get its links, its QR code, and how to use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import segno
from flask import Blueprint, request, url_for
from markupsafe import Markup
from msgspec import Struct

from calendar_app.labels import label
from calendar_app.model import Kind
from calendar_app.publishing.channel import address
from calendar_app.store.districts import districts
from calendar_app.store.selection import Cancelled, Colour, Precision, Selection
from calendar_app.web.filters import Option
from calendar_app.web.languages import gettext as _
from calendar_app.web.languages import language
from calendar_app.web.pages import Head, Link, absolute, head, serve, with_query
from calendar_app.web.subscriptions import feed_links, google, mail, outlook, webcal

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("subscribe", __name__)


class Guide(Struct, frozen=True):
    """How to subscribe on one kind of device."""

    device: str
    steps: str


class SubscribePage(Struct, frozen=True, kw_only=True):
    """What the builder shows: the choices as they are made, and the subscription that they make."""

    template: ClassVar[str] = "subscribe/index.html"

    head: Head
    title: str
    action: str
    districts: tuple[Option, ...]
    kinds: tuple[Option, ...]
    precisions: tuple[Option, ...]
    cancellations: tuple[Option, ...]
    colours: tuple[Option, ...]
    q: str
    name: str
    address: str
    calendars: tuple[Link, ...]
    feeds: tuple[Link, ...]
    view: str
    share: str
    qr_code: Markup
    snippet: str
    guides: tuple[Guide, ...]


@blueprint.get("/subscribe")
def page() -> Response:
    """Show the builder with the selection in the address."""
    selection = Selection.parse(request.args.to_dict(flat=False))
    return serve(lambda: subscribe_page(selection))


def subscribe_page(selection: Selection) -> SubscribePage:
    """Compose the builder for a selection."""
    title = selection.title(language())
    feed = absolute(address(selection, "calendar.ics"))
    embedded = absolute(with_query(url_for("embed.page"), selection.plain().query()))
    return SubscribePage(
        head=head(_("订阅"), title, selection=selection),
        title=title,
        action=url_for("subscribe.page"),
        districts=tuple(
            Option(each.slug, each.label(language()), each.adcode in selection.district) for each in districts()
        ),
        kinds=tuple(Option(each.value, label(each, language()), each in selection.kind) for each in Kind),
        precisions=_precisions(selection),
        cancellations=_cancellations(selection),
        colours=_colours(selection),
        q=selection.q,
        name=selection.name,
        address=feed,
        calendars=(
            Link(webcal(selection), _("Apple 日历、Outlook 桌面版")),
            Link(google(selection), _("Google 日历")),
            Link(outlook(selection, "live"), "Outlook.com"),
            Link(outlook(selection, "office"), "Outlook 365"),
        ),
        feeds=feed_links(selection)[1:],
        view=address(selection.plain()),
        share=mail(selection.called(language()), feed),
        qr_code=qr_code(webcal(selection)),
        snippet=f'<iframe src="{embedded}" title="{title}" width="100%" height="600"></iframe>',
        guides=_guides(),
    )


def qr_code(address: str) -> Markup:
    """Draw an address for a phone's camera, dark on light in either scheme."""
    drawn = segno.make(address, micro=False).svg_inline(scale=4, light="#fff", svgclass="qr-code", lineclass=None)
    return Markup(drawn)  # noqa: S704  drawn by the library; the address is in it as squares only


def _precisions(selection: Selection) -> tuple[Option, ...]:
    named = {
        "": _("都要"),
        Precision.WINDOW.value: _("至少知道大致日期"),
        Precision.DAY.value: _("日期确定"),
        Precision.TIME.value: _("钟点也确定"),
    }
    chosen = selection.precision.value if selection.precision else ""
    return tuple(Option(value, text, value == chosen) for value, text in named.items())


def _cancellations(selection: Selection) -> tuple[Option, ...]:
    named = {
        Cancelled.KEEP: _("标为取消（有的日历会隐藏）"),
        Cancelled.MARK: _("留着，标题里说明"),
        Cancelled.DROP: _("不要"),
    }
    return tuple(Option(each.value, text, each is selection.cancelled) for each, text in named.items())


def _colours(selection: Selection) -> tuple[Option, ...]:
    named = {
        Colour.FIREBRICK: _("砖红"),
        Colour.DARKORANGE: _("橙"),
        Colour.GOLDENROD: _("金黄"),
        Colour.OLIVEDRAB: _("橄榄绿"),
        Colour.SEAGREEN: _("海绿"),
        Colour.TEAL: _("青"),
        Colour.STEELBLUE: _("钢蓝"),
        Colour.ROYALBLUE: _("宝蓝"),
        Colour.REBECCAPURPLE: _("紫"),
        Colour.PALEVIOLETRED: _("粉"),
        Colour.SIENNA: _("赭"),
        Colour.SLATEGRAY: _("石板灰"),
    }
    everyone = Option("", _("不指定"), selection.color is None)
    return (everyone, *(Option(each.value, text, each is selection.color) for each, text in named.items()))


def _guides() -> tuple[Guide, ...]:
    return (
        Guide("iPhone、iPad", _("扫二维码或点“Apple 日历”，再点“订阅”。")),
        Guide("Mac", _("点“Apple 日历”；或在日历的“文件 → 新建日历订阅”里粘贴地址。")),
        Guide(
            "Android",
            _("在电脑上打开 Google 日历的链接，手机随后同步；或装 ICSx⁵ 粘贴地址。多数手机自带的日历只会导入第一项。"),
        ),
        Guide(_("华为、小米等"), _("在日历的“设置 → 导入／订阅日程”里粘贴地址；没有这一项时用 ICSx⁵。")),
        Guide("Outlook", _("点 Outlook.com 或 Outlook 365；桌面版在“添加日历 → 从 Internet”里粘贴地址。")),
        Guide("Thunderbird", _("“新建日历 → 在网络上”，粘贴地址，不需要用户名。")),
    )
