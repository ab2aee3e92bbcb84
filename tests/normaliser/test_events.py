"""Reports of our own writing, and the events that they tell."""

from datetime import date

import pytest

from calendar_app.model import Basis, Kind, Page, ReadPage, Reason, Role, Status
from calendar_app.normaliser.stages import normalise_page

FRIDAY = date(2024, 5, 10)


def read(text: str, issued: date | None = FRIDAY, **known: str) -> ReadPage:
    page = Page(id="page.txt", text=f"标题一行字\n\n本报讯（记者 闻溪）{text}\n", issued=issued, home="110000", **known)
    return normalise_page(page)


def told(text: str, issued: date | None = FRIDAY) -> list[tuple[str, str, str]]:
    return [(each.title, each.when.edtf, each.status.value) for each in read(text, issued).events]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "昨天，“初夏之约”合唱音乐会在首都图书馆举行，300余名市民聆听。",
            [("“初夏之约”合唱音乐会", "2024-05-09", "past")],
        ),
        (
            "为期4天的首都职工“云端工匠”技能竞赛总决赛5月8日在国家会议中心开赛。",
            [("首都职工“云端工匠”技能竞赛总决赛", "2024-05-08/2024-05-11", "ongoing")],
        ),
        (
            "“锦上春秋”织锦展将于5月15日至6月12日在首都博物馆展出。展览每天9时至17时开放，周一闭馆。",
            [("“锦上春秋”织锦展", "2024-05-15/2024-06-12", "upcoming")],
        ),
        (
            "上周日，他和另外29名骑手一起，参加了市总工会组织的“我在城里挺好的”城市一日行。",
            [("“我在城里挺好的”城市一日行", "2024-05-05", "past")],
        ),
        (
            "近日，春风社区的30多名中小学生参加“楼门小管家”志愿服务。",
            [("“楼门小管家”志愿服务", "[2024-05-03..2024-05-10]", "past")],
        ),
        (
            "距离合唱节开幕还有20天。一场合唱节主题摄影展昨天在首都图书馆开展。",
            [("合唱节主题摄影展", "2024-05-09/..", "ongoing")],
        ),
        (
            "本报5月7日《母亲节 陪妈妈去健走》一文中，“和妈妈一起走”亲子健步走的时间有误，应为5月18日（周六）上午9点。",
            [("“和妈妈一起走”亲子健步走", "2024-05-18T09:00:00+08:00", "upcoming")],
        ),
        (
            "昨天，“职工大讲堂”第五讲在朝阳区文化馆开讲。第六讲定于5月27日晚7点在同一地点举行，届时北京积水潭医院的医师将教学。",
            [
                ("“职工大讲堂”第五讲", "2024-05-09", "past"),
                ("“职工大讲堂”第六讲", "2024-05-27T19:00:00+08:00", "upcoming"),
            ],
        ),
        (
            "为期10天的第八届潘家园旧书市昨天落下帷幕。",
            [("第八届潘家园旧书市", "2024-04-30/2024-05-09", "past")],
        ),
        (
            "话剧《胡同口》定于5月18日至27日在首都剧场上演，21日（周二）停演一天。",
            [("话剧《胡同口》", "2024-05-18/2024-05-27", "upcoming")],
        ),
        (
            "原定于5月14日在长阳公园起跑的第四届“跑遍房山”职工健康跑，组委会昨天决定推迟至5月20日上午8时鸣枪。",
            [("第四届“跑遍房山”职工健康跑", "2024-05-20T08:00:00+08:00", "postponed")],
        ),
        (
            "原定于明晚上演的“秋声赋”交响音乐会延至5月24日晚7点半。",
            [("“秋声赋”交响音乐会", "2024-05-24T19:30:00+08:00", "postponed")],
        ),
        (
            "近日，由延庆区总工会主办的“妫水欢歌”职工合唱比赛在夏都公园落幕。",
            [("“妫水欢歌”职工合唱比赛", "[2024-05-03..2024-05-10]", "past")],
        ),
        (
            "5月18日上午9点，第六届百里山水画廊骑行赛将在千家店镇鸣枪。",
            [("第六届百里山水画廊骑行赛", "2024-05-18T09:00:00+08:00", "upcoming")],
        ),
        (
            "昨天，“纸上春秋”古籍展在国家图书馆开幕，展出善本120件。展览将持续至6月30日。",
            [
                ("“纸上春秋”古籍展开幕", "2024-05-09", "past"),
                ("“纸上春秋”古籍展", "2024-05-09/2024-06-30", "ongoing"),
            ],
        ),
        (
            "第八届桑葚文化节5月12日在安定镇启动，为期20天。",
            [("第八届桑葚文化节", "2024-05-12/2024-05-31", "upcoming")],
        ),
        (
            "其中，通州区文化馆将于5月11日举办“墨香”书法展，大兴区文化馆5月12日上演原创话剧《麦浪》。",
            [("“墨香”书法展", "2024-05-11", "upcoming"), ("原创话剧《麦浪》", "2024-05-12", "upcoming")],
        ),
        (
            "原定于5月12日举行的“绿荫下”草坪音乐会取消，已购票观众可全额退款。",
            [("“绿荫下”草坪音乐会", "2024-05-12", "cancelled")],
        ),
        (
            "原定5月11日在奥林匹克森林公园举行的“荧光夜跑”活动推迟至5月25日晚7点举行。",
            [("“荧光夜跑”活动", "2024-05-25T19:00:00+08:00", "postponed")],
        ),
        (
            "5月11日至6月29日，西城区文化馆推出“周末剧场”，每周六上午10点开演。",
            [("“周末剧场”", "2024-05-11/2024-06-29", "upcoming")],
        ),
        (
            "“以书换绿”活动昨天在玉渊潭公园举办。同期举办旧书市集，市集5月11日免费开放一天。",
            [("“以书换绿”活动", "2024-05-09", "past"), ("旧书市集", "2024-05-11", "upcoming")],
        ),
        (
            "周末，“绿荫下”读书会将在天坛公园举行。5月12日下午3点，老园丁将在月季园里示范修剪。",
            [
                ("“绿荫下”读书会", "[2024-05-11..2024-05-12]", "upcoming"),
                ("老园丁在月季园里示范修剪", "2024-05-12T15:00:00+08:00", "upcoming"),
            ],
        ),
        (
            "近日，西城区总工会走进广外街道，为快递员送上防暑药品。",
            [("西城区总工会送上防暑药品", "[2024-05-03..2024-05-10]", "past")],
        ),
        (
            "昨天，“书香”读书会在首都图书馆举行。下一场将于5月24日下午2点举行。",
            [
                ("“书香”读书会", "2024-05-09", "past"),
                ("“书香”读书会（下一场）", "2024-05-24T14:00:00+08:00", "upcoming"),
            ],
        ),
        (
            "原定5月18日在先农坛体育场举行的职工足球赛总决赛，因场馆检修推迟至5月25日上午9时举行。",
            [("职工足球赛总决赛", "2024-05-25T09:00:00+08:00", "postponed")],
        ),
        (
            "原定5月19日举行的街坊音乐会提前到5月18日晚7点举行，地点仍在首都图书馆。",
            [("街坊音乐会", "2024-05-18T19:00:00+08:00", "postponed")],
        ),
        (
            "通州“花下夜跑”由5月11日改到5月18日19:00举行，集合地点仍是大运河森林公园。",
            [("通州“花下夜跑”", "2024-05-18T19:00:00+08:00", "postponed")],
        ),
        (
            "原定本周日晚在朝阳公园放映的“星空影院”首场，因连日阴雨推迟，新的时间另行通知。",
            [("“星空影院”首场", "2024-05-12", "postponed")],
        ),
        (
            "5月3日至9日在中华世纪坛举行的第三届“青禾”影像周昨晚落下帷幕，36部短片参展。",
            [("第三届“青禾”影像周", "2024-05-03/2024-05-09", "past")],
        ),
        (
            "端午假期，“瓜田音乐会”在庞各庄镇连唱三天。",
            [("“瓜田音乐会”", "2024-06-08/2024-06-10", "upcoming")],
        ),
        (
            "首都图书馆的“夜航船”讲座夏季再开，6月1日、6月8日和6月15日下午2时，三位学者依次登台。",
            [("“夜航船”讲座", "{2024-06-01,2024-06-08,2024-06-15}", "upcoming")],
        ),
        (
            "5月20日、27日上午9点至11点，中医大夫将到花家地南里社区坐诊。",
            [("中医大夫到花家地南里社区坐诊", "{2024-05-20,2024-05-27}", "upcoming")],
        ),
        (
            "近日，望京街道南湖社区老年餐桌揭牌，80位老人一起吃了饺子。",
            [("望京街道南湖社区老年餐桌揭牌", "[2024-05-03..2024-05-10]", "past")],
        ),
        (
            "昨天，丰台区总工会组织300名退休职工在北宫国家森林公园登高。",
            [("300名退休职工在北宫国家森林公园登高", "2024-05-09", "past")],
        ),
        (
            "昨天，西城区总工会为86位老劳模办了一场集体生日会。",
            [("西城区总工会集体生日会", "2024-05-09", "past")],
        ),
        (
            "昨天，“旧物新家”跳蚤市集在望京举行。下一场定于6月22日上午9点半，地点不变。",
            [
                ("“旧物新家”跳蚤市集", "2024-05-09", "past"),
                ("“旧物新家”跳蚤市集（下一场）", "2024-06-22T09:30:00+08:00", "upcoming"),
            ],
        ),
        (
            "昨晚7时，“万象”花灯会在中山公园亮灯。灯会持续至5月20日，每晚6时至10时开放。",
            [
                ("“万象”花灯会亮灯", "2024-05-09T19:00:00+08:00", "past"),
                ("“万象”花灯会", "2024-05-09/2024-05-20", "ongoing"),
            ],
        ),
        (
            "复兴医院的医生昨天来到铁树斜街社区义诊。下一场安排在6月21日上午，主题为“护好一双眼”，地点不变。",
            [("标题一行字", "2024-05-09", "past"), ("“护好一双眼”义诊", "2024-06-21", "upcoming")],
        ),
        (
            "“春耕”农机展今天在首都博物馆闭幕，从3月1日开始，共有3万人次参观。",
            [("“春耕”农机展", "2024-03-01/2024-05-10", "past")],
        ),
        (
            "“春耕”农机展5月8日在首都博物馆开幕。",
            [("“春耕”农机展", "2024-05-08/..", "ongoing")],
        ),
        (
            "第三届花卉交易会开幕式昨天在世界花卉大观园举行。",
            [("第三届花卉交易会开幕式", "2024-05-09", "past")],
        ),
        (
            "近日，前门大街将举办“街头有戏”艺术周，杂技、偶戏每日穿插上演。",
            [("“街头有戏”艺术周", "[2024-05-10..2024-05-17]", "upcoming")],
        ),
        (
            "目前，“旧影”摄影展正在首都图书馆展出。",
            [("“旧影”摄影展", "2024-05-10", "ongoing")],
        ),
        (
            "职工篮球联赛自4月14日开赛以来，48支球队打了96场比赛。总决赛定于5月19日下午3点在五棵松体育馆举行。",
            [
                ("职工篮球联赛", "2024-04-14/..", "ongoing"),
                ("职工篮球联赛总决赛", "2024-05-19T15:00:00+08:00", "upcoming"),
            ],
        ),
        (
            "每周日上午9点至10点半，平谷区文化馆前广场有公益太极拳教学，市民可随到随学。",
            [("公益太极拳教学", "2024-05-10/..", "ongoing")],
        ),
        (
            "5月16日上午9点，“老爸向前冲”亲子定向赛将在方庄体育公园开赛。",
            [("“老爸向前冲”亲子定向赛", "2024-05-16T09:00:00+08:00", "upcoming")],
        ),
        (
            "昨天，茂林居社区的“百叟宴”热热闹闹开席。",
            [("“百叟宴”", "2024-05-09", "past")],
        ),
        (
            "想打球的同学看过来：海珠区少年宫的“小飞人”篮球营，8月4日至8日，每天上午9点到11点半，不住宿。",
            [("“小飞人”篮球营", "2024-08-04/2024-08-08", "upcoming")],
        ),
    ],
)
def test_events_of_a_report(text: str, events: list[tuple[str, str, str]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    "text",
    [
        "记者昨天从市统计局获悉，前四个月全市社会消费品零售总额同比增长5.1%。",
        "下一步，区总工会将举办更多技能培训，力争到年底覆盖全部街道。",
        "劳模老周1986年进厂，2015年获评全国劳动模范，工作室每周三都有徒弟来取经。",
        "街道每年都组织文艺汇演，多年来从未间断。",
        "“昨天的音乐会真好听！”散步的市民笑着说。",
        "“五一”期间，部分公园室内场馆暂停开放。",
        "5月20日起，苏州街两处路口调整交通组织，取消早7时至9时左转。",
        "5月20日起，鼓楼街道的9家单位将在晚6点至次日早8点错时开放内部停车场，共612个车位。",
        "作家用十年写下这部长篇，该书近日由一家出版社推出，首印两万册。",
        "周末玉渊潭公园周边将出现车流高峰，10时至14时最为集中，建议市民乘地铁前往。",
    ],
)
def test_no_event_of_a_report(text: str) -> None:
    assert told(text) == []


def test_time_words_lean_on_the_dateline() -> None:
    page = Page(
        id="p",
        text="春耕好时节\n\n本报北京5月9日电（记者 闻溪）今天，“春耕”农机展在全国农业展览馆开展。\n",
        issued=FRIDAY,
        home="110000",
    )
    (event,) = normalise_page(page).events
    assert (event.when.edtf, event.when.anchor and event.when.anchor.source) == ("2024-05-09/..", "dateline")


def test_nothing_said_gives_an_implied_window_of_low_confidence() -> None:
    (event,) = read("“初夏之约”合唱音乐会在首都图书馆举行，300余名市民聆听。").events
    assert (event.when.edtf, event.when.implied, event.confidence <= 0.5) == (
        "[2024-05-03..2024-05-10]",
        ("date",),
        True,
    )


def test_relative_day_without_an_issue_date_waits_for_review() -> None:
    (report,) = read("昨天，“初夏之约”合唱音乐会在首都图书馆举行。", issued=None).reports
    assert ([each.title for each in report.events], [each.reason for each in report.reviews]) == (
        [],
        [Reason.NO_ISSUE_DATE],
    )


def test_particulars_of_an_event() -> None:
    (event,) = read(
        "5月18日上午9点，由密云区总工会、区体育局主办的“云水”职工健步走将在密云水库北岸出发，全程8公里，免费参加。报名截止到5月15日。"
    ).events
    assert event.organisers == ("密云区总工会", "区体育局")
    assert (event.kind, event.status, event.deadline, event.admission) == (
        Kind.SPORT,
        Status.UPCOMING,
        date(2024, 5, 15),
        "免费参加",
    )
    assert ([each.name for each in event.where.districts], event.where.basis) == (["密云区"], Basis.VENUE)


def test_evidence_quotes_the_page_at_its_spans() -> None:
    read_page = read("昨天，由东城区总工会主办的“初夏之约”合唱音乐会在劳动人民文化宫举行。")
    (event,) = read_page.events
    page = read_page.page.text
    assert {(each.role, each.quote) for each in event.evidence} >= {
        (Role.WHEN, "昨天"),
        (Role.WHAT, "“初夏之约”合唱音乐会"),
        (Role.WHO, "东城区总工会"),
    }
    assert [page[slice(*each.span)] for each in event.evidence] == [each.quote for each in event.evidence]


def test_uid_depends_on_source_and_place_alone() -> None:
    first = read("昨天，“初夏之约”合唱音乐会在首都图书馆举行。", publication="早间快报").events[0].uid
    moved = read("今天，“盛夏之约”合唱比赛在中山公园举行。", publication="早间快报").events[0].uid
    elsewhere = read("昨天，“初夏之约”合唱音乐会在首都图书馆举行。", publication="晚间快报").events[0].uid
    assert first == moved
    assert first != elsewhere


def test_same_page_gives_the_same_reading() -> None:
    text = "昨天，“初夏之约”合唱音乐会在首都图书馆举行。"
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "text", ["", "\n", "。。。", "“" * 200, "《" * 200 + "》" * 200, "在" * 500, "举行" * 500, "5月" * 300]
)
def test_hostile_text_is_read_without_an_error(text: str) -> None:
    assert isinstance(read(text), ReadPage)


def test_further_session_at_the_same_place() -> None:
    page = read("昨天，“职工大讲堂”第五讲在朝阳区文化馆开讲。第六讲定于5月27日晚7点在同一地点举行。")
    assert [each.where.venue for each in page.events] == ["朝阳区文化馆", "朝阳区文化馆"]


def test_headline_that_calls_to_register_names_what_it_is_about() -> None:
    text = "暑期托管班今起报名\n\n本报讯（记者 闻溪）托管班将于7月7日至8月8日在东城区工人文化宫开班。\n"
    page = normalise_page(Page(id="page.txt", text=text, issued=FRIDAY, home="110000"))
    assert [each.title for each in page.events] == ["暑期托管班"]


def test_run_told_of_in_another_sentence_than_the_ceremony_that_opened_it() -> None:
    page = read("5月12日上午，第三届花卉节开幕式在世界花卉大观园举行。花卉节将持续至6月20日，市民可凭票入园。")
    assert [(each.title, str(each.when.last_day)) for each in page.events] == [
        ("第三届花卉节开幕式", "2024-05-12"),
        ("第三届花卉节", "2024-06-20"),
    ]


@pytest.mark.parametrize(
    ("text", "title", "value"),
    [
        ("首都图书馆将推出“窑火”琉璃展，展期为5月17日至6月15日。", "“窑火”琉璃展", "2024-05-17/2024-06-15"),
        ("5月20日晚，密云区文化馆放映公益电影，居民可免费观看。", "密云区文化馆公益电影", "2024-05-20"),
        (
            "首都职工植树活动报名昨日启动，活动将于6月12日至20日在密云水库开展。",
            "首都职工植树活动",
            "2024-06-12/2024-06-20",
        ),
        (
            "马术锦标赛志愿者招募即日起至5月20日进行，赛事定于6月13日在朝阳公园举行。",
            "马术锦标赛",
            "2024-06-13",
        ),
        ("5月18日至19日，密云区职工乒乓球比赛将在区体育中心开打。", "密云区职工乒乓球比赛", "2024-05-18/2024-05-19"),
        ("5月18日至19日，“夏荷”亲子周末将在紫竹院公园举行。", "“夏荷”亲子周末", "2024-05-18/2024-05-19"),
    ],
)
def test_event_whose_time_or_name_is_told_in_other_ways(text: str, title: str, value: str) -> None:
    (event,) = read(text).events
    assert (event.title, event.when.edtf) == (title, value)


def test_close_that_is_put_off_is_a_new_end() -> None:
    assert told("原定本周日闭幕的第十六届菊花展将在朝阳公园延期至5月17日。") == [
        ("第十六届菊花展", "../2024-05-17", "ongoing")
    ]


def test_further_stage_takes_the_name_of_its_series() -> None:
    page = read("第三届票友大赛复赛本周六在长安大戏院举行，决赛将于6月15日在同一地点举行。")
    assert [each.title for each in page.events] == ["第三届票友大赛复赛", "第三届票友大赛决赛"]


def test_course_that_ended_does_not_begin() -> None:
    assert told("为期5天的密云区工会干部培训班昨天在区委党校结业。") == [("密云区工会干部培训班", "2024-05-09", "past")]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("职工书画展5月11日至20日在朝阳区文化馆举行，开放时间为9时至17时。", ("09:00", "17:00")),
        ("职工书画展5月11日至20日在朝阳区文化馆举行，每天9时至17时开放。", ("09:00", "17:00")),
        ("职工招聘会5月11日、12日在朝阳区文化馆举行，上午9时开始入场。", ("09:00", "")),
        ("职工书画展5月11日至20日在朝阳区文化馆举行，新闻发布会下午3时召开。", None),
        ("职工书画展5月11日至20日在朝阳区文化馆举行。展览每天9时至17时开放。", ("09:00", "17:00")),
    ],
)
def test_event_has_the_hours_of_its_days_and_no_others(text: str, hours: tuple[str, str] | None) -> None:
    (event,) = read(text).events
    told = event.when.hours
    assert (told and tuple(f"{each:%H:%M}" if each else "" for each in told)) == hours


def test_weekly_day_of_rest_cancels_nothing() -> None:
    (event,) = read("亮马河国际风情水岸光影秀每晚7点上演，周一停演。").events
    assert event.status is not Status.CANCELLED


@pytest.mark.parametrize(
    "text",
    [
        "记者昨日走访多家市场，荔枝零售价上涨。",
        "凌晨1点，巡道工拎着检查锤走进夜色。",
        "5月14日起，首都图书馆将调整开放时间为周二至周日9:00—20:00。",
    ],
)
def test_reporter_on_the_way_and_figure_of_speech_are_no_events(text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("话剧《茶馆》5月11日在首都剧场上演，晚7点半开演。", "2024-05-11T19:30:00+08:00"),
        ("话剧《茶馆》5月11日在首都剧场上演，18时30分入场，19时30分准时开演。", "2024-05-11T19:30:00+08:00"),
        ("职工招聘会5月11日在朝阳区文化馆举行，上午9时开始入场。", "2024-05-11T09:00:00+08:00"),
        (
            "职工招聘会5月11日在朝阳区文化馆举行，时间为9时至17时。",
            "2024-05-11T09:00:00+08:00/2024-05-11T17:00:00+08:00",
        ),
        ("职工招聘会5月11日在朝阳区文化馆举行，签约仪式下午3时开始。", "2024-05-11"),
        ("职工音乐会5月11日在朝阳区文化馆举行，当天9时开始售票。", "2024-05-11"),
        ("职工健步走5月11日在奥林匹克森林公园举行，8时集合，9时出发。", "2024-05-11T09:00:00+08:00"),
        ("职工联谊会5月11日在朝阳区文化馆举行，13时30分签到，14时正式开始。", "2024-05-11T14:00:00+08:00"),
        (
            "5月11日，朝阳区文化馆将举办“春日”诗会，活动10时开始，11时30分结束。",
            "2024-05-11T10:00:00+08:00/2024-05-11T11:30:00+08:00",
        ),
        ("儿童剧《咕咚来了》5月11日在首都剧场上演两场，时间分别为9时30分和14时30分。", "2024-05-11"),
    ],
)
def test_event_of_one_day_has_the_clock_time_told_after_it(text: str, value: str) -> None:
    assert [each.when.edtf for each in read(text).events] == [value]


def test_what_opened_lately_is_one_event_with_its_end() -> None:
    text = "近日，“岁月”老照片展在密云区文化馆开展。展览将展至5月20日，每天9时至11时30分、14时至16时开放。"
    assert told(text) == [("“岁月”老照片展", "../2024-05-20", "ongoing")]


def test_each_stage_is_an_event_and_dates_no_whole() -> None:
    text = "第四届村歌大赛启动。大赛分为两个阶段：海选5月18日在溪翁庄镇文化中心举行，决赛5月22日在密云大剧院开锣。"
    assert told(text) == [
        ("第四届村歌大赛", "[2024-05-03..2024-05-10]", "past"),
        ("第四届村歌大赛海选", "2024-05-18", "upcoming"),
        ("第四届村歌大赛决赛", "2024-05-22", "upcoming"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "第四届村歌大赛昨天启动报名。",
        "村歌大赛首届比赛于2009年举行。",
        "5月12日，市民可凭身份证免费参观。",
        "5月12日起，东大街进行大修，占用一条车道。",
    ],
)
def test_signing_up_history_admission_and_road_works_are_no_events(text: str) -> None:
    assert read(text).events == ()


def test_rain_refuses_its_own_clause_only() -> None:
    assert told("职工风筝赛5月12日在朝阳公园举行，如遇大雨则顺延一天。") == [("职工风筝赛", "2024-05-12", "upcoming")]
