"""Make running text like a local paper's, the same for the same seed: one time in some 80 characters."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ISSUED = date(2024, 5, 20)
"""The issue date of every report made here."""

DATED = (
    "本报讯（记者{who}）{vague}，{host}主办的{theme}{kind}在{place}举行，{count}余名职工到场参加。",
    "{day}，{place}的{theme}{kind}正式启动，活动为期{few}天，市民可凭身份证免费入场参观。",
    "{day}{clock}，{host}在{place}举办{kind}，现场为居民提供义诊、咨询等{count}项便民服务。",
    "据介绍，本届{kind}将从{day}持续到{later}，主会场设在{place}，另有{few}个分会场同步开放。",
    "{festival}，{district}各公园推出了灯会、戏曲、非遗体验等{count}场文化活动，让市民在家门口乐享假日。",
    "记者{relative}从{host}获悉，{theme}{kind}共吸引{count}家企业报名，现场达成就业意向{count}人次。",
    "{kind}每周{weekday}{clock}开放，观众须提前一天在公众号上预约，每个时段限流{count}人。",
    "该项目自2019年启动以来，累计培训学员{count}人，今年{month}月还将在{place}开设新的教学点。",
    "{relative}{clock}，一场以{theme}为主题的{kind}在{place}拉开帷幕，来自{few}个街道的代表队同台竞技。",
    "{host}有关负责人表示，{kind}预计于{month}月底完工，届时可为周边{count}户居民提供停车位。",
)

UNDATED = (
    "活动现场，志愿者们耐心地向居民讲解垃圾分类的要点，孩子们围在展板前争相回答问题，笑声此起彼伏。",
    "“没想到在家门口就能听到这么精彩的演出，节目内容丰富，老少皆宜。”家住{place}附近的{who}高兴地说。",
    "工作人员介绍，展厅面积约{count}平方米，分为序厅、主题厅和互动体验区三个部分，展出实物{count}件（套）。",
    "近年来，{district}坚持以职工需求为导向，不断完善服务网络，打通服务职工的“最后一公里”。",
    "比赛采用五局三胜制，最终，{host}代表队以3比1的比分战胜对手，获得冠军，第二名、第三名分列其后。",
    "大家纷纷表示，要把学习成果转化为干事创业的实际行动，立足岗位、创先争优，为首都发展贡献力量。",
    "在{place}，老师傅手把手地教年轻人剪纸、编绳、捏面人，一件件作品栩栩如生，引得参观者拍照留念。",
    "此次招聘涵盖制造、物流、家政、餐饮等{few}个行业，月薪从{count}0元到{count}5元不等，提供五险一金。",
)

PLACES = (
    *("国家大剧院", "首都图书馆", "劳动人民文化宫", "顺义区工人文化宫", "首钢园", "中山公园音乐堂", "通州区文化馆"),
    *("三里屯", "五棵松体育馆", "麦子店街道文化中心", "怀柔区体育馆", "大兴区西红门镇", "天坛公园", "奥林匹克森林公园"),
)
DISTRICTS = ("东城区", "西城区", "朝阳区", "海淀区", "丰台区", "石景山区", "门头沟区", "房山区", "密云区", "延庆区")
KINDS = ("文艺演出", "图书市集", "技能大赛", "健步走", "招聘会", "摄影展", "读书会", "义诊活动", "运动会", "公益讲座")
THEMES = ("“中国梦·劳动美”", "“书香润心”", "“春风送岗”", "“匠心筑梦”", "“欢乐周末”", "“健康同行”")
PEOPLE = ("刘晓", "陈明", "赵敏", "孙丽", "周强")
VAGUE = ("近日", "日前", "近期", "上周末", "不久前")
RELATIVE = ("昨天", "今天", "昨日", "今日", "前天", "昨晚", "本周六", "上周三")
FESTIVALS = ("“五一”期间", "端午小长假", "中秋、国庆假期", "清明假期", "“六一”前夕", "春节期间", "元宵节当天")
CLOCKS = ("上午9时", "下午2点半", "晚7时30分", "9:00至11:30", "14时", "")


def reports(characters: int, seed: int = 7) -> Iterator[str]:
    """Yield reports of some 400 characters until there are `characters` of them in all."""
    rng = random.Random(seed)  # noqa: S311 - not a secret: the same text on every machine
    while characters > 0:
        report = "".join(_sentence(rng) for _ in range(9))[:characters]
        characters -= len(report)
        yield report


def text(characters: int, seed: int = 7) -> str:
    """Make one text of exactly so many characters, a report a line."""
    return "\n".join(reports(characters, seed))[:characters]


def _sentence(rng: random.Random) -> str:
    day = ISSUED + timedelta(rng.randrange(-40, 60))
    later = day + timedelta(rng.randrange(2, 40))
    return rng.choice(DATED if rng.random() < 0.45 else UNDATED).format(
        who=rng.choice(PEOPLE),
        vague=rng.choice(VAGUE),
        host=f"{rng.choice(DISTRICTS)}总工会",
        theme=rng.choice(THEMES),
        kind=rng.choice(KINDS),
        place=rng.choice(PLACES),
        district=rng.choice(DISTRICTS),
        count=rng.randrange(20, 900),
        few=rng.choice("三四五六七八九"),
        day=f"{day.month}月{day.day}日" if rng.random() < 0.7 else f"{day.year}年{day.month}月{day.day}日",
        later=f"{later.month}月{later.day}日",
        month=rng.randrange(6, 12),
        weekday=rng.choice("一二三四五六日"),
        relative=rng.choice(RELATIVE),
        festival=rng.choice(FESTIVALS),
        clock=rng.choice(CLOCKS),
    )
