"""Bytes → text: every encoding that papers are saved in, and what is refused."""

import pytest

from calendar_app.config import Settings
from calendar_app.model import InputError, Page
from calendar_app.reading.given import Given
from calendar_app.reading.text import decode, read_text

SIMPLIFIED = "京郊晚报　2024年5月20日\n\n本周六(5月25日)上午9点，密云区图书馆举办故事会，欢迎小读者带着家长一起来。\n"
TRADITIONAL = (
    "京郊晚報　2024年5月20日\n\n本週六（5月25日）上午9點，密雲區圖書館舉辦故事會，歡迎小讀者帶著家長一起來。\n"
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "gb18030"),
    ],
)
def test_decode_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "page.txt") == text


def test_decode_line_ends_and_controls_stay() -> None:
    assert decode("甲\r\n乙\r丙\x00丁\u2028戊".encode(), "page.txt") == "甲\r\n乙\r丙\x00丁\u2028戊"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "page.txt: is empty"),
        (b" \r\n\t\n", "page.txt: is empty"),
        (b"\xef\xbb\xbf", "page.txt: is empty"),
        ("　\n　".encode(), "page.txt: is empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01", "page.txt: is a JPEG image, not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "page.txt: is a PNG image, not text"),
        (b"%PDF-1.4\n", "page.txt: is a PDF, not text"),
        (bytes(range(1, 32)) * 9, "page.txt: is binary, not text"),
        (
            "第一行\n第二行\n".encode() + b"\xff\xff\n",
            "page.txt, line 3: is neither UTF-8 nor UTF-16, GB18030 or Big5: byte 20 is not UTF-8",
        ),
        ("本报讯".encode("utf-16-le") + b"\x00", "page.txt, line 1: is neither UTF-8 nor UTF-16"),
        (b"\xef\xbb\xbf" + "第一行\n".encode() + b"\xe4\xb8\n", "page.txt, line 2: byte 10 is not UTF-8"),
    ],
)
def test_decode_refuses(raw: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(raw, "page.txt")
    assert str(caught.value).startswith(message)


def test_decode_noise_is_no_chinese() -> None:
    noise = bytes(0x81 + (i * 37) % 120 for i in range(4000))
    with pytest.raises(InputError):
        decode(noise, "noise.txt")


def test_read_text_too_large() -> None:
    with pytest.raises(InputError, match=r"^big\.txt: is 30 bytes long; at most 20 are read$"):
        read_text("字".encode() * 10, Given(name="big.txt"), Settings(max_bytes=20))


def test_read_text_page() -> None:
    page = read_text(SIMPLIFIED.encode("gb18030"), Given(name="page.txt", home="110000"), Settings())
    assert (page.id, page.text, page.home, page.issued_from) == ("page.txt", SIMPLIFIED, "110000", "masthead")
    assert isinstance(page, Page)
