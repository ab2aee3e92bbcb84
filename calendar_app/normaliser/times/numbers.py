"""Read numbers as papers write them: digits, Chinese numerals, and the two mixed."""

from __future__ import annotations

from functools import lru_cache

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    character: value for value, character in enumerate("0123456789")
}
DIGITS |= {"〇": 0, "○": 0, "两": 2, "仨": 3, "俩": 2}
TENS = {"廿": 20, "卅": 30}
UNITS = {"十": 10, "百": 100, "千": 1000}

NUMERALS = "0-9〇零○一二两三四五六七八九十廿卅百千"


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
