"""HTML → paragraphs, and a report's parts → the text of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
SILENT = frozenset(
    ("head", "iframe", "noscript", "object", "option", "script", "select", "style", "svg", "template", "title")
)
INDENT = "　　"
"""Body paragraphs are indented, as papers print them: a short one is then no headline."""

LINE_BREAK = "\v"


def paragraphs(fragment: str) -> tuple[str, ...]:
    """List the paragraphs of an HTML fragment, white space squeezed, empty ones left out."""
    from lxml import html  # noqa: PLC0415  only documents in HTML need it

    if not fragment.strip():
        return ()
    try:
        root = html.fromstring(f"<div>{_without_controls(fragment)}</div>", parser=html.HTMLParser(huge_tree=True))
    except (ValueError, html.etree.ParserError):
        return ()
    blocks = "".join(_pieces(root)).split("\n")
    return tuple(piece for block in blocks for piece in _lines(block) if piece)


def compose(heads: Iterable[str | None], body: Iterable[str], *, below: str | None = None) -> str:
    """Set a report as a page of a newspaper has it: kickers, headline, sub-headline, indented paragraphs."""
    lines = [_one_line(head) for head in heads if head]
    if below and (under := _one_line(below)):
        lines.append(under if under.startswith(("—", "–")) else f"——{under}")
    return "\n".join([line for line in lines if line] + [INDENT + paragraph for paragraph in body])


def _lines(block: str) -> list[str]:
    """Part a block at its line breaks, but not in mid-sentence: there the break is only for looks."""
    found = [""]
    for line in block.split(LINE_BREAK):
        begins = line.startswith(INDENT) or re.search(r"[。！？!?：:；;…][”’」』）)]?\s*$", found[-1])
        squeezed = re.sub(r"\s+", " ", line).strip()
        if begins:
            found.append(squeezed)
        else:
            found[-1] += squeezed
    return found


def _pieces(root: HtmlElement) -> Iterator[str]:
    """Walk a tree without recursion: depth is the document's to choose."""
    stack: list[HtmlElement | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        if node.tail and node is not root:
            stack.append(_flat(node.tail))
        if not tag or tag in SILENT:
            continue
        edge = "\n" if tag in BLOCKS else LINE_BREAK if tag == "br" else ""
        stack.append("" if tag == "br" else edge)
        stack.extend(reversed(node))
        stack.append(edge + _flat(node.text or ""))


def _flat(text: str) -> str:
    return re.sub(r"[ \t\r\n\v\f]", " ", text)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _without_controls(text: str) -> str:
    """Drop the characters that no XML text may hold."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)
