"""Read numbers as papers write them: digits, Chinese numerals, and the two mixed."""

from __future__ import annotations

from functools import lru_cache

from calendar_app.normaliser.patterns import Pattern

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    character: value for value, character in enumerate("0123456789")
}
DIGITS |= {"〇": 0, "○": 0, "两": 2, "仨": 3, "俩": 2, "元": 1}
TENS = {"廿": 20, "卅": 30}
UNITS = {"十": 10, "百": 100, "千": 1000}

CHINESE_NUMERALS = "〇零○一二两三四五六七八九十廿卅百千"
NUMERALS = f"0-9{CHINESE_NUMERALS}"
"""All that numbers are written in, for a class of characters."""

ROUGH = Pattern(
    "(?P<tens>[二三四五六七八九]?十)?(?P<low>[一二两三四五六七八九])(?P<high>[二三四五六七八九])(?P<unit>[十百千])?"
)


@lru_cache(4096)
def number(text: str) -> int:
    """Read a number: `28`, `二十八`, `廿八`, `二〇二三`, `两百`, `十` … A run without units is read digit by digit."""
    if text.isdecimal():
        return int(text[:18])
    total = held = 0
    by_digit = not any(character in UNITS or character in TENS for character in text)
    for character in text:
        if character in UNITS:
            total += (held or 1) * UNITS[character]
            held = 0
        elif character in TENS:
            total, held = total + TENS[character], 0
        else:
            held = held * 10 + DIGITS[character] if by_digit or held else DIGITS[character]
    return total + held


@lru_cache(4096)
def rough_number(text: str) -> tuple[int, int] | None:
    """Read two numerals that stand for a number known roughly: `三四` is 3 or 4, `十七八` 17 or 18, `三五` 3 to 5."""
    told = ROUGH.fullmatch(text)
    if told is None:
        return None
    low, high = DIGITS[told["low"]], DIGITS[told["high"]]
    if high - low != 1 and (low, high) != (3, 5):
        return None
    tens, unit = number(told["tens"]) if told["tens"] else 0, UNITS.get(told["unit"], 1)
    return (tens + low) * unit, (tens + high) * unit
