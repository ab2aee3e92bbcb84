"""Text that any feed can carry: what XML, iCalendar and PostgreSQL refuse is taken out."""

from __future__ import annotations

import re

# XML 1.0 allows tab, newline and return of the controls; surrogates and the two non-characters are no text at all.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|\u2028|\u2029")
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """Take control characters out and write every line break as a newline; `]]>` and markup stay, to be escaped."""
    return _REFUSED.sub("", _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """Clean a text and set it on one line: for titles and names."""
    return _SPACES.sub(" ", clean(text)).strip()
