"""PDF → Pages, one a sheet; scanned, locked and damaged ones are refused."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.config import Settings
from calendar_app.model import InputError, Page
from calendar_app.reading import read
from calendar_app.reading.reports import split

Run = tuple[float, float, float, str]
"""A line of a sheet: x and y from the lower left corner and the size of its letters, in points; its words."""


def pdf(*sheets: list[Run]) -> bytes:
    """Write a PDF whose letters are set in a Chinese font that every reader knows by name."""
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(sheets)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        """<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R
        /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>""",
        """<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0
        /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>""",
    ]
    for number, runs in enumerate(sheets):
        shown = "\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{words.encode('utf-16-be').hex()}> Tj ET"
            for x, y, size, words in runs
        )
        parts.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {7 + 2 * number} 0 R >>"
        )
        parts.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    written, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def column(x: float, y: float, words: str, width: int = 16) -> list[Run]:
    """Set a paragraph in a narrow column, its first line indented by two letters."""
    lines = [words[: width - 2], *(words[i : i + width] for i in range(width - 2, len(words), width))]
    return [(x + (20 if i == 0 else 0), y - 14 * i, 10, line) for i, line in enumerate(lines)]


LEFT = "本报讯（记者 林晓）昨天，山间书市在密云区溪翁庄镇开张，来自周边村庄的三百多名读者前来淘书，摊位前挤满了人。"
RIGHT = "近日，古城诗会在石景山区古城公园举行，两百多名居民冒着小雨前来，听诗人们朗诵自己的新作，掌声不断。"
SHEET = [
    (40, 770, 10, "京郊晚报 2024年5月20日 星期一 第02版"),
    (40, 700, 20, "山里开了家书市"),
    *column(40, 660, LEFT),
    (330, 700, 20, "古城办起诗会"),
    *column(330, 660, RIGHT),
]


def test_read_pdf_two_columns() -> None:
    (page,) = read(pdf(SHEET), name="a.pdf")
    assert isinstance(page, Page)
    assert (page.id, page.publication, page.issued, page.number) == ("a.pdf", "京郊晚报", date(2024, 5, 20), "02")
    assert [(report.headline and report.headline.text, report.body.text) for report in split(page)] == [
        ("山里开了家书市", LEFT.removeprefix("本报讯（记者 林晓）")),
        ("古城办起诗会", RIGHT),
    ]


def test_read_pdf_headline_over_two_columns() -> None:
    words = (
        LEFT + "书市将持续到月底，每天9时至17时开放，读者凭借书证可以免费领取书签一枚，存书还能换绿植，欢迎大家前来。"
    )
    lines = column(40, 660, words)
    half = len(lines) // 2
    right = [(x + 290, 660 - 14 * i, size, line) for i, (x, _, size, line) in enumerate(lines[half:])]
    sheet = [(40, 700, 24, "密云溪翁庄的山里头开出了一家热热闹闹书市"), *lines[:half], *right]
    (page,) = read(pdf(sheet), name="a.pdf")
    assert isinstance(page, Page)
    (report,) = split(page)
    assert report.body.text == words.removeprefix("本报讯（记者 林晓）")


def test_read_pdf_second_sheet_has_the_date_of_the_first() -> None:
    first, second = read(pdf(SHEET, SHEET[1:]), name="a.pdf")
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.id, second.id, second.issued) == ("a.pdf#page=1", "a.pdf#page=2", first.issued)


def test_read_pdf_scanned() -> None:
    assert [str(each) for each in read(pdf([]), name="a.pdf")] == [
        "a.pdf: is scanned: a picture without text, which no reader here can read"
    ]
    assert [isinstance(each, Page) or str(each) for each in read(pdf(SHEET, []), name="a.pdf")] == [
        True,
        "a.pdf: sheet 2 is scanned: a picture without text, which no reader here can read",
    ]


@pytest.mark.parametrize("raw", [b"%PDF-1.4\n", b"%PDF-1.4\n%%EOF", pdf(SHEET)[:200], b"%PDF-" + bytes(range(256))])
def test_read_pdf_damaged(raw: bytes) -> None:
    (refused,) = read(raw, name="a.pdf")
    assert isinstance(refused, InputError)
    assert str(refused).startswith("a.pdf: is ")


def test_read_pdf_out_of_time() -> None:
    (refused,) = read(pdf(SHEET), name="a.pdf", settings=Settings(max_seconds=0))
    assert str(refused) == "a.pdf: could not be read in 0 seconds"
