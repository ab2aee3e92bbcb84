"""Bytes of a text file → the text itself: UTF-8, UTF-16, GB18030 or Big5, and never a picture named .txt.

The text of a page is the decoded text, character for character: line ends, tabs and control characters stay where
they are (only a byte order mark goes), so a span of the page is a span of what the user holds. Whoever reads lines
out of it (`lines.py`) takes CRLF, CR, LF, NEL, form feed and the Unicode separators for line ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calendar_app.folding import fold
from calendar_app.model import InputError
from calendar_app.reading.masthead import make_page

if TYPE_CHECKING:
    from calendar_app.config import Settings
    from calendar_app.model import Page
    from calendar_app.reading.given import Given

BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

BINARY = (
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"BM\x00", "a BMP image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\x00", "xz-compressed"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)

SAMPLE = 65_536
"""How many bytes or characters are enough to tell encodings apart."""

MOST_CONTROLS = 0.02
"""A text with a larger share of control characters is no text."""

LEAST_COMMON = 0.2
"""Running Chinese has well over a third of its characters among the commonest few hundred; wrong decodings have few."""

COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白"
    "教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界林律究观越"
    "织装影算低持音众书布复容儿须际商非验连断深难近千周委素技备半办青省列习响约支般史感劳便团往历市克何除消构府称太准精值号率族维划"
    "选标写存候毛亲快效院查江型眼王按格养易置派层片始却专状育厂京识适属包火住调满县局照参红细引听该铁价严首都工会职活举街讯版北区"
    "，。、：；！？“”《》（）,.:;!?()　"
)


def read_text(raw: bytes, given: Given, settings: Settings) -> Page:
    """Read a pasted newspaper page; refuse with InputError what is no text."""
    if len(raw) > settings.max_bytes:
        raise InputError(given.name, f"is {len(raw):,} bytes long; at most {settings.max_bytes:,} are read")
    return make_page(decode(raw, given.name), given)


def decode(raw: bytes, name: str) -> str:
    """Decode a text file; InputError names the file, and the line of the first byte that no encoding explains."""
    if not raw.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise InputError(name, "is empty")
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _checked(_strictly(raw[len(mark) :], encoding, name), name)
    _refuse_binary(raw, name)
    return _checked(_strictly(raw, _encoding(raw, name), name), name)


def _encoding(raw: bytes, name: str) -> str:
    if _reach(raw, "utf-8") == len(raw):
        return _utf_16_without_mark(raw) or "utf-8" if b"\x00" in raw[:SAMPLE] else "utf-8"
    return _utf_16_without_mark(raw) or _legacy(raw, name)


def _refuse_binary(raw: bytes, name: str) -> None:
    for magic, kind in BINARY:
        if raw.startswith(magic):
            raise InputError(name, f"is {kind}, not text")


def _strictly(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(name, f"byte {error.start} is not {encoding.upper()}", line) from None


def _utf_16_without_mark(raw: bytes) -> str | None:
    """Name the byte order in which nearly every unit is one that Chinese text has; None when neither is."""
    if len(raw) % 2:
        return None
    sample = raw[:SAMPLE]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if sum(map(_is_plausible, text)) >= 0.97 * len(text) and any("\u4e00" <= each <= "\u9fff" for each in text):
            return encoding
    return None


def _is_plausible(letter: str) -> bool:
    return (
        "\u4e00" <= letter <= "\u9fff"
        or " " <= letter <= "~"
        or "\u3000" <= letter <= "\u303f"
        or "\uff01" <= letter <= "\uff5e"
        or "\u2010" <= letter <= "\u2027"
        or letter in "\t\r\n·"
    )


def _legacy(raw: bytes, name: str) -> str:
    """Choose between GB18030 and Big5 by which yields common characters."""
    reach = {encoding: _reach(raw, encoding) for encoding in ("utf-8", "gb18030", "big5", "big5hkscs")}
    whole = [encoding for encoding, end in reach.items() if end == len(raw)]
    best = max(whole, key=lambda encoding: _commonness(raw, encoding), default=None)
    if best and _commonness(raw, best) >= LEAST_COMMON:
        return best
    furthest = max((encoding for encoding in reach if encoding not in whole), key=lambda encoding: reach[encoding])
    line = raw.count(b"\n", 0, reach[furthest]) + 1
    problem = f"is neither UTF-8 nor UTF-16, GB18030 or Big5: byte {reach[furthest]} is not {furthest.upper()}"
    raise InputError(name, problem, line)


def _reach(raw: bytes, encoding: str) -> int:
    """Tell how many bytes can be decoded."""
    try:
        raw.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    return len(raw)


def _commonness(raw: bytes, encoding: str) -> float:
    letters = [each for each in fold(raw[:SAMPLE].decode(encoding, "ignore")) if each > "\x7f"]
    return sum(each in COMMON for each in letters) / max(1, len(letters))


def _checked(text: str, name: str) -> str:
    sample = text[:SAMPLE]
    controls = sum(each < " " and each not in "\t\n\r\f\v" for each in sample)
    if controls > max(3, MOST_CONTROLS * len(sample)):
        raise InputError(name, "is binary, not text")
    if not text.strip("\ufeff\x00 \t\r\n\u3000"):
        raise InputError(name, "is empty")
    return text
