"""What a page prints beside its reports: navigation, section names, the staff, footers.

All patterns are for folded text (half-width, simplified).
"""

from __future__ import annotations

import re

NAVIGATION_MARK = re.compile(
    r"3?上一[版期篇]4?|3?下一[版期篇]4?|版面导航|标题导航|版面目录|返回(?:目录|首页|版面)"
    r"|\d{4}年\d{1,2}月\d{1,2}日\s{0,3}放大|放大\s{0,3}缩小(?:\s{0,3}默认)?|(?<=[4篇期版小])\s{0,3}默认"
)
FOOTER_MARK = re.compile(
    r"(?:^|(?<=[\s。]))(?:主办(?:单位)?:\S{2,12}(?:报社|报业|集团)|版权所有|\S{2,10}版权所有|技术支持:|[京津沪苏吉辽]ICP备|未经许可)"
)
NOTICE = re.compile(r"更正|启事|公告|通告|通知|声明|预告|简讯|短讯|快讯|致歉|讣告|说明|来函照登")
"""The short names under which a paper prints its notices."""

SUBHEADING = re.compile(
    r"(?:编者按|(?:相关|新闻|活动)?(?:链接|背景|提示|现场)|延伸阅读|(?:温馨|特别)提示|小贴士|记者手记|名词解释|声音|数读|导读|释疑|附)[::]?"
)
"""What stands above a part of a report, not above a report."""

_STAFF = (
    r"(?:(?:本版|责任|首席|值班|执行|图片|视觉|文字|见习|版面|新闻)?"
    r"(?:编辑|主编|责编|美编|版式|校对|组版|排版|制图|设计|检校|审读|统筹|监制|策划|编审))"
)
_STAFF_LINE = re.compile(
    rf"[(【]?(?:{_STAFF}\s?[/|]?\s?{_STAFF}?[\s:/|]{{1,3}}"
    r"[\u4e00-\u9fff]{2,4}(?:[ 、,]{1,2}[\u4e00-\u9fff]{2,4}){0,3}[\s,;|]{0,4}){1,8}"
    r"(?:(?:E-?mail|电子信箱|邮箱|信箱|电话|热线)\s?:?\s?\S{4,60}\s?){0,3}[)】]?",
    re.IGNORECASE,
)
_EDITOR = re.compile(r"[【(\[](?:责任?编辑?|编辑|审核|校对|来源)\s?[::][^【】()]{1,40}[】)\]]")
_NAVIGATION = re.compile(
    r"3?上一[版期篇]|下一[版期篇]4?|版面导航|标题导航|返回(?:目录|首页|版面)|放大\s*缩小|往期回顾|版面目录|今日导读$|本版导读$"
    r"|^(?:首页|主页)\s*[>»|]|^您?(?:当前|现在)的?位置|[>»]\s?正文|^分享(?:到|至)|^相关(?:阅读|新闻|推荐)|^打印(?:本页)?|^字(?:号|体)\s?[::]?\s?大"
    r"|^扫一扫|^\[?关闭(?:窗口)?\]?$|^点击(?:数|量|率|查看)|^阅读(?:数|量|次数)|^(?:更多|查看更多)|^(?:微信|微博|QQ空间|朋友圈)(?:\s|$)|^加载中"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|content_[\d_]+\.(?:s?html?)|node_\d+\.(?:s?html?)", re.IGNORECASE)
_FOOTER = re.compile(
    r"版权所有|版权声明|ICP备|公网安备|未经(?:书面)?(?:许可|授权)|技术支持\s?:|国内统一(?:连续出版物|刊)号|CN\s?\d{2}-\d{4}|邮发代号|零售(?:每份|价)|广告(?:经营)?许可证?"
    r"|^主办(?:单位)?\s?[::]\s?\S{2,14}(?:报社|杂志社|报业|集团|编辑部)|^(?:社址|印刷|承印|订阅热线|发行热线|广告热线|新闻热线|报料热线)\s?[::]"
)
_NOTE = re.compile(r"[(【][^()【】]{0,12}(?:本版|本报|综合|整理|来源|据)[^()【】]{0,30}[)】]")
_WEAK_FOOTER = re.compile(r"(?:欢迎)?投稿|来稿|联系我们|(?:本报)?编辑部", re.IGNORECASE)
_SECTION = re.compile(
    r"第?\s?[A-Z]{0,2}\d{1,3}\s?版(?:\s?[::·|]\s?|\s+|$)\S{0,14}|[A-Z]{1,2}\d{1,3}(?:\s*[::·|]\s*|\s+)\S{1,10}"
    r"|版面\s?:\s?\S{1,6}:?\s?\S{0,8}|日期\s?:\s?\d{1,2}-\d{1,2}|今日\d{1,3}版"
)
_HEADING = re.compile(r"[\u4e00-\u9fff]{2,6}\s?[·|]\s?[\u4e00-\u9fff]{2,10}")
_REFERENCE = re.compile(
    r".{4,50}?[\s(►▶>→…]{1,4}(?:详见|见|刊)?\s?第?[A-Z]{0,2}\d{1,3}版\)?|(?:今日|要闻|本版|本报|新闻|内容)?导读"
)
_BRACKETED = re.compile(r"\([^()]{0,12}\)")
"""What a title has behind it: Python技术沙龙(第11期)."""
_ISSUE = re.compile(r"\(?总?第\s?[\d一二三四五六七八九十百千〇零]{1,8}\s?期\)?")


def is_furniture(text: str) -> bool:
    """Tell whether a line, wherever it stands on the page, is none of a report's."""
    if len(text) > 160 or (len(text) > 30 and (text[-1] == "。" or (len(text) > 60 and "。" in text))):
        return False
    return (
        (_NAVIGATION.search(text) is not None and "。" not in text)
        or _STAFF_LINE.fullmatch(text) is not None
        or _EDITOR.fullmatch(text) is not None
        or _SECTION.fullmatch(text) is not None
        or (_REFERENCE.fullmatch(text) is not None and "。" not in text)
        or _ADDRESS.fullmatch(text) is not None
        or _FOOTER.search(text) is not None
        or _NOTE.fullmatch(text) is not None
        or text.endswith("/enpproperty -->")
    )


def is_navigation(text: str) -> bool:
    """Tell whether a line is one of an e-paper's links."""
    return len(text) <= 160 and _NAVIGATION.search(text) is not None and "。" not in text


def is_section(text: str) -> bool:
    """Tell whether a line beside the masthead names a section or counts issues (`副刊 · 城中事`, `总第37期`)."""
    return len(text) <= 60 and (
        _SECTION.fullmatch(text) is not None or _HEADING.fullmatch(text) is not None or _ISSUE.search(text) is not None
    )


def is_footer(text: str) -> bool:
    """Tell whether a page's last line speaks of the paper itself: where to write to it, who prints it."""
    return len(text) <= 160 and (is_furniture(text) or _WEAK_FOOTER.match(text) is not None)


def is_issue_count(text: str) -> bool:
    """Tell whether a line counts the paper's issues (`总第37期`)."""
    return _ISSUE.search(_BRACKETED.sub("", text)) is not None
