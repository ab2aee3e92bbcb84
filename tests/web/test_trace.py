from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from calendar_app.model import Anchor, Form
from calendar_app.web.trace import trace
from tests.events import ANCHOR, DAY, ISSUED, PAST_WINDOW, event, when


@pytest.mark.parametrize(
    ("words", "told", "traced"),
    [
        ("近日", PAST_WINDOW.when, "“近日” → 出报日 2024-09-12 前七天内的一天"),
        (None, PAST_WINDOW.when, "报道没有说明时间 → 出报日 2024-09-12 前七天内的一天"),
        (
            "昨天",
            when(Form.DAY, "2024-09-11", date(2024, 9, 11), date(2024, 9, 11), anchor=ANCHOR, implied=("date",)),
            "“昨天” → 出报日 2024-09-12 的前一天，2024年9月11日（周三）",
        ),
        (
            "9月17日",
            DAY.when,
            "“9月17日” → 2024年9月17日（周二），依出报日 2024-09-12 推定",
        ),
        (
            "“中秋”当天",
            replace(DAY.when, implied=()),
            "“‘中秋’当天” → 2024年9月17日（周二），依出报日 2024-09-12 推定",
        ),
        (
            "2024年9月17日",
            replace(DAY.when, implied=(), anchor=None),
            "“2024年9月17日” → 2024年9月17日（周二）",
        ),
        (
            "当天",
            when(
                Form.DAY,
                "2024-09-12",
                ISSUED,
                ISSUED,
                anchor=Anchor(ISSUED, "mention"),
                implied=("date",),
            ),
            "“当天” → 上文日期 2024-09-12 当天，2024年9月12日（周四）",
        ),
    ],
)
def test_trace_says_what_the_words_leaned_on(words: str | None, told: object, traced: str) -> None:
    assert trace(event("e", "讲座", told, when_text=words)) == traced  # type: ignore[arg-type]  # a table of mixed values
