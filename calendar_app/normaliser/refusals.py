"""Tell why something that is told with a verb of activities is no event: a plan, a routine, a count, a quotation."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from calendar_app.normaliser.lexicon import Aspect, triggers

if TYPE_CHECKING:
    from calendar_app.model import Span
    from calendar_app.normaliser.names import Name
    from calendar_app.normaliser.verbs import VerbPlace


class Refusal(StrEnum):
    """Why something that is told with a trigger is no event."""

    SPEECH = "speech"
    PLAN = "plan"
    ROUTINE = "routine"
    STATISTIC = "statistic"
    HISTORY = "history"
    CONDITION = "condition"
    CLOSURE = "closure"
    APPEAL = "appeal"
    DUTY = "duty"
    PRODUCT = "product"
    REPORTING = "reporting"
    FIGURATIVE = "figurative"
    PRIVATE = "private"
    EVERYWHERE = "everywhere"
    ASIDE = "aside"


_PLAN = re.compile(
    r"(?:下一步|今后(?![^。]{0,12}每(?:周|月|天|晚|星期|逢|个周))|力争|争取|着力|按照计划|下半年将|此后还将|后续还?将|还将赴|将(?:持续|不断|进一步|继续(?!举[行办]|展))|要把|各级|号召|"
    r"希望|(?<!原)计划(?:在|到|再|扩大)|设想|未来几?年)"
)
_ROUTINE = re.compile(r"(?:每年|(?<!农)历年|往年|多年来|一直以来|长期以来|每季度|常年|自\d{4}年(?:起|以来)|\d+年来)")
_HISTORY = re.compile(
    r"(?:上一[届期季场站讲]|上届|首届[^,;。]{0,12}于[12]\d{3}年|往届|前几届|前两届|去年(?!\d+月\d+日[^,。;]{0,2}(?:开[板园幕馆街灯展始]|启[动幕]|亮灯|拉开))|前年|曾(?:在|于|举办)|创办于|始于|此前|[用花]了?[一二三四五六七八九十两\d]+多?年)"
)
_COUNTING = re.compile(r"(?:已|累计|共|先后|共计|计划再?)[^,;。]{0,4}$")
_CROWD = re.compile(r"(?:共有?|近|约|已有|累计)?\d[\d.,万]*[余多]?(?:万)?人次")
_COUNT = re.compile(r"[^,;。“]{0,12}\d[\d.,万]*[余多]?(?:[场次期届项]|人次|名|人)")
_HALTED = re.compile(r"(?:暂停|停止|不再|不对外|暂不|未|谢绝)[^,;。]{0,4}$")
_TRAFFIC = re.compile(
    r"停运|封闭|管制|施工|绕行|限行|甩站|检修|停水|停电|停航|禁止通行|大修|中修|车流|拥堵|铺油|铺设|翻修|整修|路面|养护|断行|导改|占用[^,;。]{0,3}车道"
)
_APPEAL = re.compile(r"(?:建议|提醒|提示|尽量|敬请|最好|不妨|不要|请勿|切勿|严禁)[^,;。]{0,16}$")
_ROADS = re.compile(r"左转|右转|掉头|车道|信号灯|公交线|线路走向|路口.{0,8}交通")
_PARKING = re.compile(r"[^,;。]{0,10}(?:停车场|停车位|车位)")
_PRODUCT = re.compile(r"(?:该书|此书|本书|这本书|新书(?!架)|长篇|专辑|单曲|小程序|客户端|App|APP|新品)[^,;。]{0,16}$")
_COUNTDOWN = re.compile(r"距离?[^,;。]{2,20}(?:还有|还剩|仅剩|只剩|不足|不到|倒计时)")
_REPORTER = re.compile(r"(?:本报|本刊|早报|晚报|日报)?(?:记者|笔者)")
_NO_PLACE = re.compile(r"了?[^,;。]{0,4}(?:夜色|暮色|晨[雾光曦]|视野|内心|心[里中]|人生|记忆|镜头)")
"""Where nobody goes on foot: 走进夜色, 走进公众视野."""
_ADMISSION = re.compile("(?:市民|观众|游客|读者|公众|居民)[^,;。]{0,4}可[^,;。]{0,12}$|[仍均]可(?:免费)?$")
"""Who may come, and how: 市民可凭身份证免费参观."""
_DUTY = re.compile("[^,。;]{0,16}(?:巡查|检查|执法|值守|值班|排查|摸排|除雪|清雪)")
"""What somebody is sent to do in office: 组织2300多人上街巡查."""
_RULE = re.compile("应[当按该]|必须|须按|不得|凡")
"""What says how things have to be, not that they are: 用人单位应按月发放津贴."""
_COUNTED_FROM = re.compile("[^,;。]{0,4}(?:算起|起算|计算)")
_TICKETS = re.compile("[^,;。]{0,8}(?:名额|门票|球票|票源|号源|入场券|优惠券|消费券|材料|奖牌|号码布|参赛包)$")
"""What is handed out for something else: 名额从6月17日起发放."""
_REGISTRATION = re.compile("报名|招募|征集")
_ASIDE = re.compile("(?:之|以)?[前后],")
"""What only says when something else is: 首演前,…; 演出结束后,…."""
_CONDITION = re.compile(
    r"(?:(?<![\u4e00-\u9fff“])遇|如遇|若|如果|一旦|万一|要是)[^。]{0,16}(?:取消|顺延|推迟|停|延期|改[在到至期]|补办)"
)
_LEFT_OUT = re.compile("了(?![,;。]|本|该|这|原|今|此|当|[^,;。]{0,8}(?:活动|演出|比赛))")
"""What is called off within what goes on: 今年取消了往年的露营区."""
_EVERYWHERE = re.compile("(?:全国)?各[地大]")
"""Who does what is no one thing: 各地推出文化旅游活动."""
_ANNOUNCES = re.compile(r"(?:现将|现就|特将)[^。;]{0,40}(?:如下|公告|通告|公布|通知)|(?:以下|如下|下列)[^,。;]{0,6}$")
"""What says that something is told below: 现将元旦期间开馆安排通知如下, 举办以下活动."""
_PRIVATE = re.compile(r"(?:[一二三四五六七八九十\d]{1,3}岁的|家住|市民[^,;。]{1,2}(?:女士|先生))")
"""Who goes somewhere for himself: 九岁的乐乐跟着妈妈走进文化宫."""


def refusal_of(verb: VerbPlace, name: Name | None, agent: Span | None) -> Refusal | None:
    """Give the first reason why what a verb tells is no event; None when it may be one."""
    segments, begin, end = verb.segments, verb.begin, verb.end
    text = segments.text
    if segments.in_speech(begin):
        return Refusal.SPEECH
    if _ASIDE.match(text, end) and agent is None and (name is None or (name.generic and name.span[1] == begin)):
        return Refusal.ASIDE
    condition = _CONDITION.search(text, *verb.sentence)
    if condition and begin >= condition.start():
        return Refusal.CONDITION
    if any(each.start() <= begin < each.end() for each in _COUNTDOWN.finditer(text, *verb.sentence)):
        return Refusal.STATISTIC
    if _PLAN.search(text, verb.sentence[0], end):
        return Refusal.PLAN
    clause = segments.sentences[segments.sentence_at(begin)].clause_at(begin)
    if _ROUTINE.search(text, clause[0], end):
        return Refusal.ROUTINE
    if _HISTORY.search(text, clause[0], max(end, name.span[1] if name else end)):
        return Refusal.HISTORY
    aspect = triggers()[verb.word].aspect if verb.word in triggers() else None
    if _REGISTRATION.match(text, end):
        return Refusal.APPEAL
    if aspect is Aspect.CANCEL and name is None and _LEFT_OUT.match(text, end):
        return Refusal.CLOSURE
    if _COUNTED_FROM.match(text, end) or (agent is not None and _TICKETS.match(text[slice(*agent)])):
        return Refusal.STATISTIC if agent is None else Refusal.APPEAL
    if _HALTED.search(text, clause[0], begin):
        return Refusal.CLOSURE
    named_below = name is not None and _ANNOUNCES.search(text, clause[0], name.span[0] + 2)
    if named_below or _ANNOUNCES.match(text, clause[0]):
        return Refusal.REPORTING
    if agent is not None and _EVERYWHERE.match(text, *agent) and not (name is not None and name.quoted):
        return Refusal.EVERYWHERE
    if _ROADS.search(text, *clause):
        return Refusal.CLOSURE
    if aspect not in (Aspect.CANCEL, Aspect.POSTPONE) and _TRAFFIC.search(text, *clause):
        return Refusal.CLOSURE
    if aspect in (Aspect.RUN, Aspect.OPEN) and _PRODUCT.search(text, clause[0], begin):
        return Refusal.PRODUCT
    if name is None and _DUTY.match(text, end):
        return Refusal.DUTY
    if aspect is Aspect.GIVE and _RULE.search(text, clause[0], begin):
        return Refusal.APPEAL
    if aspect is Aspect.RUN and _PARKING.match(text, end):
        return Refusal.CLOSURE
    if aspect is Aspect.VISIT:
        if _APPEAL.search(text, clause[0], begin):
            return Refusal.APPEAL
        if agent is not None and _REPORTER.fullmatch(text, *agent):
            return Refusal.REPORTING
        if agent is not None and _PRIVATE.match(text, *agent):
            return Refusal.PRIVATE
        if name is None and _NO_PLACE.match(text, end):
            return Refusal.FIGURATIVE
        if name is None and _ADMISSION.search(text, clause[0], begin):
            return Refusal.APPEAL
    counted = _COUNTING.search(text, clause[0], begin) and _COUNT.match(text, end)
    if counted or (agent is not None and _CROWD.match(text, *agent)):
        return Refusal.STATISTIC
    return None
