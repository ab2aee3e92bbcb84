"""The parts of day, and the hour of the twelve that each puts into the twenty-four."""

from __future__ import annotations

PARTS = {
    "凌晨": (0, 6),
    "后半夜": (0, 6),
    "黎明": (0, 6),
    "拂晓": (0, 6),
    "清晨": (6, 9),
    "早晨": (6, 9),
    "早上": (6, 9),
    "一早": (6, 9),
    "早间": (6, 9),
    "大清早": (6, 9),
    "清早": (6, 9),
    "上午": (6, 12),
    "上昼": (6, 12),
    "中午": (11, 13),
    "正午": (11, 13),
    "午间": (11, 13),
    "下午": (12, 18),
    "午后": (12, 18),
    "晏昼": (12, 18),
    "下昼": (12, 18),
    "傍晚": (17, 19),
    "晚上": (18, 24),
    "晚间": (18, 24),
    "夜间": (18, 24),
    "夜里": (18, 24),
    "夜晚": (18, 24),
    "入夜": (18, 24),
    "深夜": (18, 24),
    "半夜": (18, 24),
    "午夜": (18, 24),
    "白天": (6, 18),
}
"""Parts of day with their first and last hour."""
CLIPPED = {"早": (6, 9), "晨": (6, 9), "午": (11, 13), "晚": (18, 24), "夜": (18, 24)}
"""Parts that are words of their own only before a clock time or after a day."""
HOURS = PARTS | CLIPPED
NOON = ("中午", "正午", "午间", "午")


def hour_of_day(part: str, hour: int) -> int:
    """Put an hour of the twelve into its part of day: 下午2 is 14, 晚12 and 晚0 are 24, 半夜1 stays."""
    first, last = HOURS[part]
    if hour > 12 or (part in {"半夜", "深夜", "午夜", "夜里"} and hour < 6):
        return hour
    if hour == 0 and first == 18:
        return 24
    if hour == 12:
        return {0: 0, 18: 24}.get(first, 12)
    return hour + 12 if last > 12 and hour + 12 <= 24 and not first <= hour < 12 else hour
