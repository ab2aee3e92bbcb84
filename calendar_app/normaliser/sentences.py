"""Part a report's text into sentences and clauses, and tell quoted speech from quoted names.

Works on folded text (see `folding`), so a comma is `,` and a colon `:` whatever the paper sets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.normaliser.lookup import last_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calendar_app.model import Span

SENTENCE_END = "。!?;…\n"
_TOKEN = re.compile(r"[“「『《(]|[”」』》)]|\"|[。!?;\n]|…+|(?<!\d)[,:]|[,:](?!\d)")
_OPENING = {"“": "”", "「": "」", "『": "』", "《": "》", "(": ")"}
_LONGEST_QUOTE = 400
LONGEST_SENTENCE = 1500
"""How many characters a sentence has at most, several times what papers print; what goes on and on is cut there."""
_SPEECH = re.compile(r"[。!?]|,.*,")


class Sentence(Struct, frozen=True):
    """A sentence: its span, its clauses, the number of its paragraph, and whether it ends a paragraph's first one."""

    span: Span
    clauses: tuple[Span, ...]
    paragraph: int

    def clause_at(self, offset: int) -> Span:
        """Give the clause that holds an offset; the last one when it lies behind them all."""
        number = bisect_right(self.clauses, offset, key=_end)
        return self.clauses[min(number, len(self.clauses) - 1)]


class Segments(Struct, frozen=True, dict=True):
    """A text parted: its sentences in order, and the quotations in it that are speech."""

    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Span, ...]

    @cached_property
    def closings(self) -> dict[int, int]:
        """Give where each quotation or bracket ends, by where it begins."""
        return dict(self.quotations)

    @cached_property
    def openings(self) -> dict[int, int]:
        """Give where each quotation or bracket begins, by where it ends."""
        return {end: begin for begin, end in self.quotations}

    @cached_property
    def speech(self) -> tuple[Span, ...]:
        """Give the quotations that are somebody's words, not a name: they stand alone or hold whole sentences."""
        return tuple(each for each in self.quotations if is_speech(self.text, each))

    def in_speech(self, offset: int) -> bool:
        """Tell whether an offset lies inside quoted speech."""
        speech = last_from(self.speech, offset - 1)
        return speech is not None and offset < speech[1]

    def sentence_at(self, offset: int) -> int:
        """Give the number of the sentence that holds an offset; the last one's when it lies behind them all."""
        number = bisect_right(self.sentences, offset, key=lambda each: each.span[1])
        return min(number, len(self.sentences) - 1)

    def paragraph_at(self, number: int) -> int:
        """Give where the paragraph of a sentence, told by its number, begins."""
        paragraph = self.sentences[number].paragraph
        return next(each.span[0] for each in self.sentences if each.paragraph == paragraph)


def segment(text: str) -> Segments:
    """Part a folded text; quotes and brackets are not cut, unless they stay open for a whole paragraph."""
    sentences: list[Sentence] = []
    quotations: list[Span] = []
    for number, (begin, end) in enumerate(paragraphs(text)):
        for sentence in _sentences(text, begin, end, number, quotations):
            sentences.extend(_bounded(sentence))
    return Segments(text, tuple(sentences), tuple(quotations))


def _end(span: Span) -> int:
    return span[1]


def _bounded(sentence: Sentence) -> Iterator[Sentence]:
    """Cut a sentence that is no sentence, behind clauses where it has some."""
    if sentence.span[1] - sentence.span[0] <= LONGEST_SENTENCE:
        yield sentence
        return
    part: list[Span] = []
    for begin, end in sentence.clauses:
        for cut in range(begin, end, LONGEST_SENTENCE):
            clause = (cut, min(end, cut + LONGEST_SENTENCE))
            if part and clause[1] - part[0][0] > LONGEST_SENTENCE:
                yield Sentence((part[0][0], part[-1][1]), tuple(part), sentence.paragraph)
                part = []
            part.append(clause)
    yield Sentence((part[0][0], part[-1][1]), tuple(part), sentence.paragraph)


def is_speech(text: str, quotation: Span) -> bool:
    """Tell speech from a name: speech stands between marks, follows a colon, or holds whole sentences."""
    begin, end = quotation
    if text[begin] in "《(":
        return False
    inside = text[begin + 1 : end - 1]
    if _SPEECH.search(inside):
        return True
    before = text[begin - 1] if begin else "\n"
    after = text[end] if end < len(text) else "\n"
    return before in ",。:!?;\n" and after in ",。!?;\n" and not inside.isdigit()


def paragraphs(text: str) -> Iterator[Span]:
    """Give the lines of a text that say something."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        if text[begin:end].strip():
            yield begin, end
        begin = end + 1


def _sentences(text: str, begin: int, end: int, paragraph: int, quotations: list[Span]) -> Iterator[Sentence]:
    clauses: list[Span] = []
    sentence_start = clause_start = begin
    until = -1  # the end of the quotation or bracket we are in
    for token in _TOKEN.finditer(text, begin, end):
        place, mark = token.start(), token.group()
        if place < until:
            continue
        if mark in _OPENING or mark == '"':
            close = text.find(_OPENING.get(mark, '"'), place + 1, min(end, place + _LONGEST_QUOTE))
            if close >= 0:
                until = close + 1
                quotations.append((place, until))
                if mark != "(" and text[close - 1] in "。!?" and is_speech(text, (place, until)):
                    clauses.append((clause_start, until))
                    yield Sentence((sentence_start, until), tuple(clauses), paragraph)
                    clauses, sentence_start, clause_start = [], until, until
            continue
        if mark in "”」』》)":
            continue
        clauses.append((clause_start, token.end()))
        clause_start = token.end()
        if mark[0] in SENTENCE_END and not (mark[0] == "…" and text[token.end() : token.end() + 1] in (",", "的")):
            yield Sentence((sentence_start, token.end()), tuple(clauses), paragraph)
            clauses, sentence_start = [], clause_start
    if clause_start < end:
        clauses.append((clause_start, end))
    if clauses:
        yield Sentence((sentence_start, end), tuple(clauses), paragraph)
