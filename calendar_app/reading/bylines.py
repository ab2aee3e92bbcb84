"""Who wrote a report and who took a picture: the forms of Chinese bylines, datelines and photo credits.

All patterns are for folded text (half-width, simplified). A byline opens a report (`本报讯(记者 林晓)`), stands on a
line of its own, or closes the report (`(记者 林晓)`); a photo credit (`林晓 摄`) belongs to no report.
"""

from __future__ import annotations

import re

from msgspec import Struct

from calendar_app.model import Dateline

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍"
    "史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈"
    "项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸"
    "左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖"
    "武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳姬申扶堵冉宰雍璩桑桂濮牛寿通边扈燕"
    "冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷辛阚"
    "那简饶空曾毋沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公岳帅佟佘肖闫付代邸苑隋涂覃仝原海辜刀言才斯祥"
)
"""Family names of one character, and the first characters of the common double ones."""

HAN = r"[\u4e00-\u9fff]"
WRITER = rf"[{SURNAMES}]{HAN}{{1,3}}"
PEN_NAME = rf"{HAN}{{2,4}}(?:·{HAN}{{1,6}})?"
WRITERS = rf"{WRITER}(?:[ 、]{{1,3}}{WRITER}){{0,3}}"
ROLE = r"(?:记者|通讯员|实习生|特派员|评论员|撰稿人?|作者)"
HOUSE = (
    rf"(?:{HAN}{{2,8}}(?:报|社|网|台|客户端|融媒体?)"
    r"|本报|本刊|本网|全媒体|融媒体?|特约|见习|实习|首席|社区|驻\w{2,6})"
)
POST = rf"(?:{HOUSE}{{0,3}}{ROLE})"
PEOPLE = rf"{PEN_NAME}(?:[ 、,/]{{1,3}}{PEN_NAME}){{0,5}}"
SIGNED = rf"(?:{POST}[ ::/]{{0,3}}{PEOPLE})(?:[ ,、/]{{1,3}}{POST}[ ::/]{{0,3}}{PEOPLE}){{0,3}}"
BRACKET = rf"\([^()]{{0,24}}{ROLE}[^()]{{0,60}}\)"
OWN = r"(?:本报|本刊|本网|本台|本社)"
MEDIUM = rf"(?:{OWN}|[快晨晚早日时]报|{HAN}{{2,8}}?(?:报|社|网|刊|台|新闻|在线|客户端)|中新网|新华社|中新社)"
DAY = r"(?P<month>\d{1,2}|十?[一二三四五六七八九十])月(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日"
WORK = r"(?:摄影报道|图文报道|文并摄|文/图|图/文|文/摄|文图|图文|报道|采写|撰文|整理|综合|文)"

STORY_MARK = re.compile(
    rf"{OWN}(?:{HAN}{{2,8}}?)?(?:{DAY})?(?:电|讯|消息)[ ]?\([^()]{{0,24}}{ROLE}"
    rf"|(?<=\s){HAN}{{2,8}}(?:报|网|社|台)讯[ ]?\([^()]{{0,24}}{ROLE}"
    r"|(?<=\s)本报讯\s"
)
"""What can only begin a report's text, wherever on a line it stands."""

STORY_CUE = re.compile(r"(?:[讯电]|消息) ?\(|本报讯")
_CUE = re.compile(r"[讯电]|消息|报道|记者|通讯员|^\(|^本[报刊网台社]")

DATELINE = re.compile(
    rf"(?:据?(?P<medium>{MEDIUM})\s?)?(?P<place>{HAN}{{2,10}}?)??\s?{DAY}\s?"
    rf"(?P<kind>专?电(?![影视力子商台信网动竞车话脑器梯气])|讯|消息)题?"
    rf"\s?(?:{BRACKET}|{POST}\s?{WRITER}?(?:报道)?(?=[::]))?题?\s?[::]?"
)
OPENING = re.compile(
    rf"{MEDIUM}(?:{HAN}{{2,6}}?)?(?:讯|消息|报道)\s?{BRACKET}\s?[::]?"
    rf"|{MEDIUM}(?:讯|消息)\s?(?:\([^()]{{2,12}}\))?[::]"
    rf"|{OWN}讯\s?"
    rf"|(?:新浪|搜狐|网易|腾讯|凤凰|{HAN}{{1,3}}网){HAN}{{0,4}}讯\s"
    rf"|{BRACKET}\s?(?:报道)?[::]?"
    rf"|{POST}[ ]?{WRITER}(?:[ 、]{WRITER}){{0,3}}\s?(?:报道|讯)[::]"
)
OWN_LINE = re.compile(
    rf"[□■○●▲◆◎☆★\-—\s]{{0,4}}(?:(?:{WORK}|撰文|采写|编写|整理)\s?[/:·|]?\s?)?(?:{HAN}{{2,8}}\s?\|\s?)?"
    rf"(?:{SIGNED})(?:\s?[/]?{WORK})?[ 。]?"
    rf"|[□■○●◆◎☆★]\s?{WRITERS}(?:\s?/?{WORK})?"
    rf"|(?:文|文/图|图文|文图|作者|撰文|采写)\s?[/::]\s?{PEOPLE}"
    rf"|\((?:{SIGNED}|{WRITER}(?:[ 、]{{1,3}}{WRITER}){{0,3}})(?:\s?/?{WORK})?\)"
    rf"|{WRITER}(?:[ 、]{{1,3}}{WRITER}){{0,2}}\s?/?(?:摄影报道|图文报道|文并摄|文/图|图/文|文/摄)"
)
CLOSING = re.compile(
    rf"(?<=[。!?…”’)])\s*(?P<byline>\((?:[^()\d]{{0,14}}{ROLE}[^()]{{0,40}}|{WRITERS}"
    rf"|据{HAN}{{2,12}}|{HAN}{{2,8}}(?:报|社|网)电?)\))$"
    rf"|(?<=[。!?…”’])\s*(?P<bare>(?:本报|本刊|{HAN}{{2,6}}报)?{ROLE}\s?{WRITER}"
    rf"(?:[ 、]{{1,3}}(?:{ROLE}\s?)?{WRITER}){{0,4}}(?:\s?/?{WORK})?)$"
)
END_MARK = re.compile(
    r"\s*(?:\(完\)|【?\(?(?:责任?编辑?|编辑)\s?[::][^()【】]{1,24}\)?】?|\(下转(?:第?\s?\w{1,4}\s?版|\w{1,4})[^()]{0,12}\)|\(未完待续\))\s*$"
)
CONTINUED = re.compile(r"\s*[(【]?[紧]?(?:上接|接)第?\s?[A-Z]?\d{1,3}\s?版[^()。]{0,20}[)】]?|\s*\(上接[^()]{1,20}\)")

_UNFINISHED = re.compile(rf"{OWN}(?:{HAN}{{2,8}}?)?(?:讯|{DAY}电?)\s?(?:\([^()]{{0,60}})?$")
_PICTURE = re.compile(r"[摄图绘画发片供]")
_TAKEN = r"(?:/?\s?(?:摄影|摄|供图|图|绘图|绘|制图|漫画))"
_CREDIT = (
    rf"(?:{POST}\s?(?:{PEN_NAME})(?:[ 、]{{1,3}}{PEN_NAME}){{0,2}}|{WRITER}(?:[ 、]{{1,3}}{WRITER}){{0,2}})\s?{_TAKEN}"
    rf"|(?:新华社|中新社|视觉中国|人民图片|IC)\s?(?:发|供图|图片?)(?:\s?\({HAN}{{2,6}}\s?摄\))?"
    rf"|(?:摄影|供图|图片|制图|图|摄)\s?[/::]\s?(?:{POST}\s?)?{PEOPLE}"
    rf"|(?:本报)?(?:资料图片?|资料照片)|图片?由[^。]{{2,20}}提供|{HAN}{{2,14}}供图"
)
PHOTO_LINE = re.compile(rf"[\(\[【▲△●■◆↑↓]?\s?(?:{_CREDIT})[)\]】]?[。]?")
PHOTO_TAIL = re.compile(rf"(?<=[。!?…”’])\s*(?:\((?:{_CREDIT})\)|(?:{_CREDIT}))$")
_LEADING = re.compile(rf"\s*(?:{_CREDIT}|{POST}\s?{WRITERS}(?:\s?/?{WORK})?)(?=\s|$)\s*")
_TRAILING = re.compile(rf"\s(?:{WORK}/)?{POST}\s?{WRITERS}\s*$")


class Opening(Struct, frozen=True):
    """What stands before a report's first word: up to `end`, its byline, its dateline."""

    end: int
    byline: str
    dateline: Dateline | None = None


def opening(text: str) -> Opening | None:
    """Read the byline or dateline that a report's text begins with; None when it begins with its first word."""
    if not _CUE.search(text, 0, 48):
        return None
    dated = DATELINE.match(text)
    if dated and (dated["medium"] or dated["kind"] != "消息"):
        return Opening(dated.end(), dated[0].rstrip(" :"), _dateline(dated))
    plain = OPENING.match(text)
    return Opening(plain.end(), plain[0].rstrip(" :")) if plain else None


def is_opening(text: str) -> bool:
    """Tell whether a line begins a report; its byline may go on in the next line."""
    return opening(text) is not None or _UNFINISHED.match(text) is not None


def is_own_line(text: str) -> bool:
    """Tell whether a line is a byline and nothing else."""
    return len(text) <= 60 and OWN_LINE.fullmatch(text) is not None and not is_photo_credit(text)


def is_photo_credit(text: str) -> bool:
    """Tell whether a line only says who took a picture."""
    return len(text) <= 60 and _PICTURE.search(text) is not None and PHOTO_LINE.fullmatch(text) is not None


def photo_tail(text: str) -> int:
    """Measure the photo credit that a paragraph ends with; 0 when there is none."""
    near = max(0, len(text) - 80)
    if not _PICTURE.search(text, max(0, len(text) - 40)):
        return 0
    mark = PHOTO_TAIL.search(text, near)
    return len(text) - mark.start() if mark else 0


def leading_signature(text: str) -> int:
    """Measure the photo credit or byline that a paste goes on with, with the space after it; 0 when there is none."""
    found = _LEADING.match(text, 0, 80)
    return found.end() if found else 0


def trailing_byline(text: str) -> int:
    """Measure the byline that stands between a pasted headline and its report; 0 when there is none."""
    found = _TRAILING.search(text, max(0, len(text) - 60))
    return len(text) - found.start() if found else 0


def _dateline(found: re.Match[str]) -> Dateline:
    head = re.split(r"[(:]|题", found[0])[0].strip()
    return Dateline(head, found["place"], _number(found["month"]), _number(found["day"]))


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, _, ones = text.rpartition("十")
    digits = "零一二三四五六七八九"
    if "十" not in text:
        return digits.index(text)
    return (digits.index(tens) if tens else 1) * 10 + (digits.index(ones) if ones else 0)
