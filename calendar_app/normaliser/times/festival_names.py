"""How texts write the names of festivals: in quotation marks or without, and what is no festival although it looks it.

All patterns here are for folded text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from calendar_app.normaliser.times.calendars.festivals import DOT, DOTS, festivals, name_starts, named, names_pattern
from calendar_app.normaliser.times.calendars.lunar import SOLAR_TERMS
from calendar_app.normaliser.times.shapes import CLOSING, OPENING

if TYPE_CHECKING:
    from calendar_app.normaliser.times.calendars.festivals import Festival
    from calendar_app.normaliser.times.grammar import Said

NUMBER_CHARACTERS = "0-9〇零一二三四五六七八九十百千万"
ONLY_WITH_A_SIGN = ("十一", "新春", "过年", "农历年", "雨水", "小雪", "大雪", "小满")
"""Names that say something else when they stand bare: a number, the weather, a given name."""
SURNAMES = (
    "王李张刘陈杨赵黄吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧袁邓傅沈彭吕苏卢蒋蔡贾丁魏"
    "薛叶阎潘杜戴汪姜范姚谭廖邹陆郝崔邱侯邵孟尹黎乔龚林白马何高石方任秦江史顾"
)
COUNTRIES = (
    *("法国", "美国", "英国", "韩国", "泰国", "德国", "日本", "朝鲜", "越南", "印度", "挪威", "瑞士", "巴西", "古巴"),
    *("新加坡", "俄罗斯", "加拿大", "以色列", "墨西哥", "马来西亚", "印度尼西亚"),
)
MORE_SURNAMES = "程曹曾付伏任熊金孔康贺赖龚单冯凌俞章葛柳易盛倪樊庄祝翁季阮施柯"
"""Those that end other words, too, and are surnames only behind a title."""
TITLES = ("[长师员生剧播农授监理席匠]", "门将", "[工老病主亲]人", "[歌选骑]手", "[学患记作读]者", "人:", "讲:", "宾:")
NO_TITLE = "".join(f"(?<!{title}.)" for title in TITLES)
TITLED = f"(?>(?<![{SURNAMES}{MORE_SURNAMES}])|{NO_TITLE})"
"""Not behind a title and a surname: 校长程五月, 联系人：单五一."""
GIVEN_NAMES = "|".join(("国庆", "元旦", "端午", "中秋", "重阳", *SOLAR_TERMS))
"""What people are called by, too."""
NO_PERSON = rf"(?<![{SURNAMES}])(?<![^本上下每这]周)(?<!^周)(?<![编辑者对式图摄] )(?<![编辑者对式图摄]  )"
NATIONAL = "国庆|儿童节|母亲节|父亲节|教师节|青年节|建军节"
NO_COUNTRY = "".join(f"(?<!{country})" for country in COUNTRIES)
NO_OWN = (
    f"(?>(?!{GIVEN_NAMES})|{NO_PERSON}){TITLED}(?<!设立)(?>(?!{NATIONAL})|{NO_COUNTRY})(?>(?!灯节)|(?<![花荷冰彩河古]))"
)
NO_FOOD = "(?>(?!元宵)|(?<![吃煮包摇滚炸尝汤麻馅碗颗粒盒斤]))"
"""Not a person's name (李国庆, 责编 白露), not another country's day (韩国国庆日), nothing to eat (吃元宵)."""
NO_ROUTINE = "".join(
    f"(?<!{every})(?<!{every}的)(?<!{every}[{OPENING}])" for every in ("每年", "每逢", "每到", "历年", "往年")
)
"""Not what is done every year: no single day is meant."""
DIGITS = "0123456789一二三四五六七八九十"
DATE_AHEAD = "[0-9一二三四五六七八九十]{2,4}|[0-9一二三四五六七八九十]{1,2}" + DOT + "[0-9一二三四五六七八九十]{1,2}"


def name_ahead() -> str:
    """Write a lookahead for the first two characters of any name: most places where a rule is tried fail it at once."""
    seconds: dict[str, set[str]] = {}
    for start in name_starts():
        seconds.setdefault(start[0], set()).add(re.escape(start[1]))
    names = "|".join(f"{first}[{''.join(sorted(second))}]" for first, second in seconds.items())
    return f"(?=[{OPENING}]?(?:{DATE_AHEAD})?{CLOSING}?(?:{names}))"


OPENED = rf"(?>(?P<open>[{OPENING}])|(?<![{NUMBER_CHARACTERS}]{CLOSING}))"
NO_LONGER_NUMBER = rf"(?>(?=[^{NUMBER_CHARACTERS}])|(?<![{NUMBER_CHARACTERS}第.·-])|(?<=(?:19|20)[0-9]{{2}}))"


@cache
def _name(*, dated: bool) -> re.Pattern[str]:
    """Compile the pattern of a name, perhaps in quotation marks, perhaps led by its date with marks of its own."""
    date = rf"(?:(?P<date>{DATE_AHEAD})(?P<middle>{CLOSING})?+)?" if dated else "(?P<date>)(?P<middle>)"
    return re.compile(
        f"(?P<welcome>喜迎)?{name_ahead()}{OPENED}{NO_LONGER_NUMBER}{NO_OWN}{NO_FOOD}{NO_ROUTINE}{date}"
        rf"(?P<name>(?>{names_pattern()}))(?P<close>(?(open){CLOSING}|(?!)))?+"
    )


@lru_cache(maxsize=4)
def festival_name(text: str, start: int) -> re.Match[str] | None:
    """Match a name at an offset; the rules for festivals ask for the same one in turn.

    What looks like the date that leads a name may be a name itself: “五一”国庆假期.
    """
    name = _name(dated=True).match(text, start)
    if name and name["date"] and named(name["name"], name["date"]) is None:
        return _name(dated=False).match(text, start)
    return name


STARTS = (
    *(f"?{name}" for name in name_starts()),
    *(mark + digit for mark in OPENING for digit in DIGITS),
    *(f"#{mark}" for mark in DOTS + "”’」』"),
    *sorted(
        {f"#{name[:2]}" for name, festival in festivals().items() if "-" in festival.day and name[0] not in "年大元"}
    ),
)

PLACES = (
    "(?:[东西南北中]?(?:大街|路(?![上况线途演过])|街(?![头区上]))|大道|巷|胡同|桥|广场|公园|剧场|剧院|影院|电影|礼堂|会堂|厂|社区|街道|小区|"
    "新村|村(?![里晚民上])|小学|中学|大学|学校|学堂|医院|宾馆|酒店|饭店|商场|水库|牌(?![匾照坊])|派出所|林场|农场|牧场|敬老院|陵园|墓园|纪念馆|纪念碑|纪念塔|大楼|大厦|花园|家园|立交|地铁|站(?!岗)|镇(?!上)|号)"
)
NUMERIC_END = f"(?:(?<=[三五六七八十][一四八])|(?<=[三五六七八十][一四八]{CLOSING}))"
AWARDS = (
    f"{NUMERIC_END}(?:南昌起义|全?国?劳动奖|青年奖|国际?奖|巾帼|红旗|优秀|文明岗|先锋|奖|勋章|口号|讲话|精神|运动|起义|宪法|时期|时代|新文化|"
    "传统|先驱|公报|指示|军旗|男篮|女篮|男排|女排|足球|篮球|[大小]?队|代表队|制片|军徽|干校|书屋|班|线|式|大盖|妇乐|战士|手枪|青年文学|青年突击队|党员|文学|"
    "风雷|爱民|建设公司|[一-龥]{0,2}厂|(?:机械|机床|纺织|印刷|汽车|电机|服装|食品|电子|化工)厂)"
)
THINGS = (
    "(?<=清明)上(?:河|塘)|(?<=圣诞)(?:树|老人|公公|帽|卡|岛|红|袜|花|歌)|(?<=腊八)(?:粥|蒜|面|豆)|(?<=重阳)(?:木|宫|真人|糕)|(?<=元宵)馅|"
    "(?<=小年)(?:轻|纪|龄|画|糕)|(?<=中元)(?:素|华)|(?<=寒食)(?:帖|散)|(?<=黑五)类|[均产](?<=日.)|[哥姐嫂叔婶](?<=(?:国庆|中秋|元旦).)|(?<=复活节)岛|(?<=六一)居士|(?<=国庆)(?:先生|女士|同志|祝|贺)"
)
SPEAKS = f"(?:介绍|表示|坦言|透露|告诉)(?<=(?:{'|'.join(SOLAR_TERMS)})..)"
"""What a person does who is called by a solar term: 编剧白露介绍."""
NO_NAME = f"(?!{CLOSING}?(?:{PLACES}|{AWARDS}|{THINGS}|{SPEAKS}))"
"""What follows a festival's word in the name of a street, a school, an award, a dish, a person: then it is no date."""
COUNTERS = (
    "人(?![们山潮流气民来头声])|家(?![家住门里庭乡人])|点(?![亮灯燃火响赞缀])|时(?![节候分])|分(?![别享发会为外])|场(?![馆面景所])|只(?![要需有为])|"
    "连(?![休续着日])"
)
"""What is counted, and not the beginning of another word (人山人海, 点亮, 分别)."""
NO_NUMBER = (
    rf"(?:(?<!三八)(?<!五一)(?<!五四)(?<!六一)(?<!七一)(?<!八一)(?<!十一)(?<!三月三)(?<!二月二)(?<!双11)(?<!双12)|"
    rf"(?![{NUMBER_CHARACTERS}.%个名位项次秒岁年月日号届期批条件支式师团排公米斤元吨亿度级层幢栋斋运亩])(?!{COUNTERS}|中全会))"
)
"""What follows a number that is only a number."""

NO_LIST = "(?![^,。;!?]{0,24}等[^,。;!?]{0,6}(?:节日|节假日|节点|佳节|节令|节气)(?!期间|前夕|来临|到来))"
"""Not one of many that are named as examples: 春节、端午、中秋等传统节日."""


def festival_of(said: Said) -> Festival | None:
    """Find the festival that the groups of `NAME` name; None where its date or its quotation marks are another's."""
    if said["open"] and not quoted(said):
        return None
    return named(said["name"], said["date"])


def quoted(said: Said) -> bool:
    """Tell whether the name, or the date that leads it, stands in quotation marks."""
    return bool(said["close"] or said["middle"])
