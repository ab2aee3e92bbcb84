"""Times, places and sources in a reader's words, in Chinese; English where the agenda has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.labels import label
from calendar_app.model import Form, Status
from calendar_app.publishing.chinese import day_in_chinese, when_in_chinese
from calendar_app.publishing.english import when_in_english
from calendar_app.publishing.text import clean, one_line
from calendar_app.store.days import placed

if TYPE_CHECKING:
    from calendar_app.model import Event, Source, When, Where

_PREFIXES = {Status.CANCELLED: "【已取消】", Status.POSTPONED: "【已延期】"}
_ANCHORS = {"issue date": "出报日", "dateline": "电头日期", "mention": "前文日期", "inferred": "推定的出报日"}


def summary(event: Event) -> str:
    """Write an event's title for a calendar: cancelled, postponed and uncertain ones say so."""
    uncertain = "约·" if event.when.form is Form.WINDOW else ""
    return f"{_PREFIXES.get(event.status, '')}{uncertain}{one_line(event.title)}"


def short_date(event: Event) -> str:
    """Write an event's day or days in a few characters, for lists: 9月17日, 9月10日至10月7日, 约9月21日, 日期待定."""
    days = placed(event)
    if days is None:
        return "日期待定"
    first, last = days
    if event.when.form is Form.WINDOW:
        return f"约{day_in_chinese(first)}"
    if event.when.form is Form.OPEN:
        return f"{day_in_chinese(first)}{'止' if event.when.start is None else '起'}"
    if event.when.form is Form.RECURRING:
        return f"{day_in_chinese(first)}起"
    if event.when.form is Form.SEVERAL:
        return f"{day_in_chinese(first)}等{len(event.when.days)}天"
    return day_in_chinese(first) if first == last else f"{day_in_chinese(first)}至{day_in_chinese(last)}"


def when_in_words(when: When, language: str = "zh") -> str:
    """Say a time for a reader, no more precisely than the report did."""
    return when_in_chinese(when) if language == "zh" else when_in_english(when)


def why_in_words(event: Event) -> str:
    """Say on what words a time rests and what was worked out: “近日”，按出报日2024年9月12日推算."""
    quoted = f"“{one_line(event.when_text)}”" if event.when_text else "报道没有写明时间"
    anchor = event.when.anchor
    if anchor is None or not event.when.implied:
        return quoted
    return f"{quoted}，按{_ANCHORS.get(anchor.source, '前文')}{day_in_chinese(anchor.day, with_year=True)}推算"


def where_in_words(where: Where) -> str:
    """Say a place for a reader: venue, township, districts, city."""
    if where.online and where.venue is None:
        return "线上"
    parts = [where.venue or where.written]
    parts += [where.township.name if where.township else None]
    parts += ["、".join(each.name for each in where.districts) or None]
    parts += [where.city.name if where.city else None]
    return "，".join(dict.fromkeys(one_line(part) for part in parts if part))


def source_line(source: Source) -> str:
    """Cite a report: 《首都职工报》2024年9月12日第04版：秋日活动预告."""
    paper = f"《{one_line(source.publication)}》" if source.publication else "报纸"
    issued = day_in_chinese(source.issued, with_year=True) if source.issued else "日期不详"
    inferred = "（推定）" if source.issued_from == "inferred" else ""
    number = f"第{one_line(source.page)}版" if source.page else ""
    headline = f"：{one_line(source.headline)}" if source.headline else ""
    return f"{paper}{issued}{inferred}{number}{headline}"


def description(event: Event) -> tuple[str, ...]:
    """Tell all about an event, a line a matter: when and why, where and on what evidence, who, and the report."""
    lines = [f"时间：{when_in_words(event.when)}", f"依据：{why_in_words(event)}"]
    if event.status in _PREFIXES:
        lines.append(
            f"状态：{label(event.status)}"
            + ("" if event.previous or event.status is Status.CANCELLED else "，新日期未定")
        )
    if event.previous is not None:
        lines.append(f"原定：{when_in_words(event.previous)}")
    lines.append(f"地点：{where_in_words(event.where) or '未说明'}（{label(event.where.basis)}）")
    rivals = [f"{one_line(each.name)}（{each.adcode}）" for each in event.where.rivals]
    lines += [f"地名可能指：{'、'.join(rivals)}"] if rivals else []
    lines += [f"主办：{'、'.join(one_line(each) for each in event.organisers)}"] if event.organisers else []
    lines += [f"参加：{one_line(event.attendance)}"] if event.attendance else []
    lines += [f"报名截止：{day_in_chinese(event.deadline, with_year=True)}"] if event.deadline else []
    lines += [f"报名：{one_line(event.signup)}"] if event.signup else []
    lines += [f"入场：{one_line(event.admission)}"] if event.admission else []
    for source in event.sources:
        lines.append(f"来源：{source_line(source)}")
        lines += [f"原文：{one_line(source.sentence)}"] if source.sentence else []
        lines += [clean(source.url)] if source.url else []
    return tuple(lines)
