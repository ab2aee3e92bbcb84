"""Activities that a notice tells by labels: a title, and under it 时间：… and 地点：….

A block is the labelled lines that stand together. Its title stands before the first label in the same line, has a label
of its own, or is the nearest line above that is no sentence; a block without one is told by the report's headline. All
functions work on folded text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from calendar_app.normaliser.names import Name, kind_inside
from calendar_app.normaliser.sentences import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calendar_app.model import Span
    from calendar_app.normaliser.sentences import Segments

LONGEST_TITLE = 40
TIME_LABEL = "时间"
"""What stands for the verb of what only labels tell."""

_OF_WHAT = (
    "活动|演出|展览|展出|展演|公演|举办|举行|比赛|赛事|开赛|讲座|开讲|培训|上课|授课|开课|课程|放映|播映|招聘|招聘会|市集|"
    "集市|集合|会议|聚会|开幕|首演|巡演|沙龙|义诊|表演|直播|游园|体验|参观|具体"
)
_TIME = rf"(?:(?:{_OF_WHAT})?(?:时 ?间|日 ?期)|展 ?期|档 ?期)"
_NUMBER = r"(?:[一二三四五六七八九十]{1,2}|\d{1,2})[、.]\s?"
_WHEN = re.compile(
    rf"(?:^|(?<=[\n\s;。|])|(?<=[一二三四五六七八九十\d][、.])){_TIME}\s?:\s?|[【\[]{_TIME}[】\]]\s?:?\s?"
)
_WHEN_ABOVE = re.compile(rf"[#\s]*(?:{_NUMBER})?{_TIME}\s*")
"""A line that is a label of its own; what it labels stands in the next one."""
_LABEL = re.compile(
    rf"(?:{_NUMBER})?[\u4e00-\u9fff]{{1,3}} ?[\u4e00-\u9fff]{{1,3}}\s?:|[【\[][\u4e00-\u9fff]{{2,6}}[】\]]\s?:?"
)
NUMBERING = re.compile(
    r"(?:【[^【】]{1,6}】|[●○■□◆◇▲△★☆※·•*>►▶①-⑳⑴-⒇]|\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,2}[)、.](?!\d)"
    r"|(?:活动|展览|演出|讲座|会议|比赛|项目)?(?:名称|主题|题目|[一二三四五六七八九十\d]{1,2})\s?:)\s*"
)
_SUBJECT = re.compile(
    r"(?:^|(?<=[\n\s]))(?:活动|讲座|培训|课程|演出|展览|会议|比赛|赛事|项目)?(?:主 ?题|名 ?称|题 ?目)\s?:\s?"
)
_SALUTATION = re.compile(
    r"\s*(?:(?:各|尊敬|亲爱|广大|全体)[^,。;:\n]{1,20}|[^。;:\n]{0,30}(?:如下|以下[^。;:\n]{0,6})):\s*"
)
"""What stands above a block and names nothing: 各基层工会：, 现将有关事项通知如下：."""
_SECTION = re.compile(rf"\s*#{{1,6}}\s*{_NUMBER}")
"""What begins a section of a notice in Markdown: # 二、会议地点."""
_LINE_END = re.compile(r"\n|$")
_SENTENCE = re.compile(r"[。!?;]|,.*,")
_NO_ACTIVITY = re.compile(
    r"停水|停电|停气|停暖|封路|封闭|绕行|限行|禁行|管制|改道|施工|检修|拍卖|招标|公示|遗失|注销|讣告|挂失|放假通知"
)
_THEME = re.compile(r"[“《「]")


class Notice(Struct, frozen=True):
    """A block of labelled lines: its span, the label before its time, the end of that line, and its title's name."""

    block: Span
    label: Span
    line_end: int
    name: Name | None


def find_notices(segments: Segments) -> tuple[Notice, ...]:
    """Find the blocks of a report that have a label for the time, in order."""
    text = segments.text
    if "间" not in text and "期" not in text:
        return ()
    found: list[Notice] = []
    lines = list(paragraphs(text))
    for number, (begin, end) in enumerate(lines):
        label = _label(text, begin, end, lines[number - 1] if number else None)
        if label is None or _NO_ACTIVITY.search(text, lines[max(0, number - 2)][0], end):
            continue
        first = last = number
        reached = found[-1].block[1] if found else 0
        while first > 0 and lines[first - 1][0] >= reached and _is_labelled(text, lines[first - 1]):
            first -= 1
        while last + 1 < len(lines) and _goes_on(text, lines[last + 1]):
            last += 1
        block = lines[first][0], lines[last][1]
        above = [line for line in lines[:first] if line[0] >= reached]
        name = _title_in(segments, begin, label[0]) or _title_within(segments, block) or _title_above(segments, above)
        found.append(Notice(block, label, end, name))
    return tuple(found)


def _label(text: str, begin: int, end: int, above: Span | None) -> Span | None:
    """Find the label for the time of a line: in it, or the whole line above."""
    if inside := _WHEN.search(text, begin, end):
        return inside.span()
    return (begin, begin) if above and _WHEN_ABOVE.fullmatch(text, *above) else None


def _is_labelled(text: str, line: Span) -> bool:
    return _LABEL.match(text, *line) is not None


def _goes_on(text: str, line: Span) -> bool:
    """Tell whether a line is one more of a block, and not the time of the next one."""
    return _is_labelled(text, line) and _WHEN.match(text, *line) is None


def _title_in(segments: Segments, begin: int, end: int) -> Name | None:
    """Read the title that stands before the label in its line."""
    stop = max(begin, *(segments.text.rfind(mark, begin, end) + 1 for mark in "。;"))
    return _name(segments, stop, end)


def _title_within(segments: Segments, block: Span) -> Name | None:
    """Read the title that has a label of its own (主题：…)."""
    label = _SUBJECT.search(segments.text, *block)
    return _name(segments, label.end(), next(_LINE_END.finditer(segments.text, label.end())).start()) if label else None


def _title_above(segments: Segments, above: Sequence[Span]) -> Name | None:
    """Find the nearest line above a block that is no sentence."""
    for line in reversed(above):
        if _SALUTATION.fullmatch(segments.text, *line) or _SECTION.match(segments.text, *line):
            continue
        if not _SENTENCE.search(segments.text, *line) and not segments.text[line[0] : line[1]].rstrip().endswith(","):
            return _name(segments, *line)
    return None


def _name(segments: Segments, begin: int, end: int) -> Name | None:
    text = segments.text
    while numbered := NUMBERING.match(text, begin, end):
        begin = numbered.end()
    while begin < end and text[begin] in " \u3000":
        begin += 1
    while begin < end and text[end - 1] in " :,、-—|":
        end -= 1
    if not 2 < end - begin <= LONGEST_TITLE or _LABEL.match(text, begin, end):
        return None
    quoted = _THEME.search(text, begin, end) is not None
    return Name((begin, end), kind_inside(text, begin, end), quoted=quoted, generic=False)
