"""The whole finder: what a mention carries, and what it leans on."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from calendar_app.model import BEIJING_TIME, Anchor, Form, Grain, Reason, TimeMention, When
from calendar_app.normaliser.times import find_times
from calendar_app.normaliser.times.bounding import PAUSES

ISSUED = Anchor(date(2023, 4, 28))


def values(text: str, anchor: Anchor | None = ISSUED) -> list[str]:
    return [mention.when.edtf if mention.when else str(mention.unresolved) for mention in find_times(text, anchor)]


# ---------------------------------------------------------------- what a mention carries


def test_mention_of_a_stated_date_leans_on_nothing() -> None:
    assert find_times("于2023年5月18日举行", ISSUED) == (
        TimeMention(
            text="2023年5月18日",
            span=(1, 11),
            when=When(
                form=Form.DAY,
                edtf="2023-05-18",
                start=date(2023, 5, 18),
                end=date(2023, 5, 18),
                grain=Grain.DAY,
                rule="full_date",
            ),
            rule="full_date",
        ),
    )


def test_mention_of_a_moment_records_part_implied_year_and_anchor() -> None:
    assert find_times("将于5月6日下午2点半开讲", ISSUED) == (
        TimeMention(
            text="5月6日下午2点半",
            span=(2, 11),
            when=When(
                form=Form.MOMENT,
                edtf="2023-05-06T14:30:00+08:00",
                start=datetime(2023, 5, 6, 14, 30, tzinfo=BEIJING_TIME),
                end=None,
                grain=Grain.MINUTE,
                rule="full_date",
                part="下午",
                implied=("year",),
                anchor=ISSUED,
            ),
            rule="full_date",
        ),
    )


def test_mention_of_daily_hours_keeps_them_beside_the_days() -> None:
    (mention,) = find_times("展览4月29日至5月3日9:00-17:00开放", ISSUED)
    assert mention.when is not None
    assert (mention.when.edtf, mention.when.hours) == ("2023-04-29/2023-05-03", (time(9), time(17)))


def test_span_of_words_is_in_the_text_as_given() -> None:
    text = "本報訊（記者）展覽將於５月６日（週六）下午２時舉行"
    (mention,) = find_times(text, ISSUED)
    assert (mention.text, mention.span) == ("５月６日（週六）下午２時", (11, 23))
    assert text[11:23] == mention.text


def test_weekday_that_is_not_the_dates_is_noted_and_the_date_stands() -> None:
    (right,) = find_times("5月6日（周六）举行", ISSUED)
    (wrong,) = find_times("5月6日（周日）举行", ISSUED)
    assert (right.when, right.notes) == (wrong.when, ())
    assert wrong.notes == ("the weekday that is given is not that date's; the date was kept",)


def test_working_days_leave_out_holidays_and_take_in_make_up_days() -> None:
    (mention,) = find_times("4月26日至5月8日，工作日9:00至11:00", ISSUED)
    assert mention.when is not None
    assert mention.when.rrule == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert mention.when.exdates == (date(2023, 5, 1), date(2023, 5, 2), date(2023, 5, 3))
    assert mention.when.days == (date(2023, 5, 6),)


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("5月6日起每周六14:00—16:00，至6月24日，其中6月3日停课", (date(2023, 6, 3),)),
        ("每周六上午9时至11时，5月6日、13日暂停", (date(2023, 5, 6), date(2023, 5, 13))),
        ("每周三14时开讲（5月9日至11日除外）", (date(2023, 5, 9), date(2023, 5, 10), date(2023, 5, 11))),
    ],
)
def test_dates_on_which_a_recurrence_pauses_are_left_out_of_it(text: str, left_out: tuple[date, ...]) -> None:
    (mention,) = find_times(text, ISSUED)
    assert mention.when is not None
    assert mention.when.exdates == left_out


@pytest.mark.parametrize("paused", PAUSES)
def test_a_recurrence_leaves_out_the_dates_of_its_pauses(paused: str) -> None:
    (mention,) = find_times(f"每周六上午9时，5月6日{paused}", ISSUED)
    assert mention.when is not None
    assert mention.when.exdates == (date(2023, 5, 6),)


def test_dates_told_beside_a_recurrence_are_times_of_their_own() -> None:
    assert [each.text for each in find_times("每周六开课，6月3日举行结课展演", ISSUED)] == ["每周六", "6月3日"]


@pytest.mark.parametrize(
    ("text", "value", "hours"),
    [
        ("每日22时至次日5时", "2023-04-28/..", (time(22), time(5))),
        ("4月28日、5月5日每晚7点", "{2023-04-28,2023-05-05}", (time(19), None)),
        ("“五一”期间（4月29日至5月3日）每天9:00至21:00", "2023-04-29/2023-05-03", (time(9), time(21))),
        ("5月6日、13日和20日14:00", "{2023-05-06,2023-05-13,2023-05-20}", (time(14), None)),
    ],
)
def test_hours_are_kept_beside_the_days_that_have_them(text: str, value: str, hours: tuple[time, time | None]) -> None:
    (mention,) = find_times(text, ISSUED)
    assert mention.when is not None
    assert (mention.when.edtf, mention.when.hours) == (value, hours)


# ---------------------------------------------------------------- years and months that are not said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("展览将于12月20日开幕。", "2023-12-20"),
        ("展览已于12月20日开幕。", "2022-12-20"),
        ("展览将于3月5日开幕。", "2024-03-05"),
        ("3月5日，工会举办了座谈会。", "2023-03-05"),
        ("5月5日，阳光明媚。", "2023-05-05"),
        ("1月5日，阳光明媚。", "2023-01-05"),
        ("展览将于3日开幕。", "2023-05-03"),
        ("展览已于30日开幕。", "2023-03-30"),
        ("26日，阳光明媚。", "2023-04-26"),
        ("将于周三举行。", "2023-05-03"),
        ("已于周三举行。", "2023-04-26"),
        ("将于2月29日举行。", "2024-02-29"),
    ],
)
def test_missing_year_month_or_week_is_chosen_by_tense(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("文化节从4月20日持续到5月20日，期间将举办12场活动。", "2023-04-20/2023-05-20"),
        ("展会26日至30日举行，届时将有论坛。", "2023-04-26/2023-04-30"),
        ("将于12月20日至1月10日举行。", "2023-12-20/2024-01-10"),
        ("将于3月20日至4月10日举行。", "2024-03-20/2024-04-10"),
    ],
)
def test_range_told_in_the_future_may_have_begun_but_is_not_over(text: str, value: str) -> None:
    assert values(text)[0] == value


def test_month_near_the_turn_of_the_year_is_the_nearest() -> None:
    assert values("12月20日，阳光明媚。", Anchor(date(2023, 1, 10))) == ["2022-12-20"]
    assert values("1月5日，阳光明媚。", Anchor(date(2023, 12, 20))) == ["2024-01-05"]


def test_bare_day_takes_its_month_from_the_last_full_date() -> None:
    assert values("展会3月28日开幕，30日闭幕。") == ["2023-03-28", "2023-03-30"]


def test_end_at_24_oclock_is_of_its_own_day() -> None:
    assert values("5月8日24时前报名") == ["../2023-05-08T23:59:59+08:00"]
    assert values("5月8日20时至24时") == ["2023-05-08T20:00:00+08:00/2023-05-09T00:00:00+08:00"]


def test_window_told_in_the_future_never_begins_before_publication() -> None:
    assert values("新馆将于4月底开放。", Anchor(date(2023, 4, 26))) == ["[2023-04-26..2023-04-30]"]


# ---------------------------------------------------------------- what leans on words before it


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("5月10日开幕，次日举行论坛。", "2023-05-11"),
        ("5月10日开幕，当晚上演话剧。", "2023-05-10"),
        ("5月10日开幕，下午3点举行论坛。", "2023-05-10T15:00:00+08:00"),
        ("5月10日开幕，为期5天。", "2023-05-10/2023-05-14"),
        ("5月10日开幕，展期三个月。", "2023-05-10/2023-08-09"),
        ("5月10日开幕，将持续至6月底。", "2023-05-10/2023-06-30~"),
        ("2021年5月10日开工，次年3月完工。", "2022-03"),
        ("2021年开工，次年完工。", "2022"),
        ("2021年5月开工，次月完工。", "2021-06"),
    ],
)
def test_word_leans_on_the_day_named_last(text: str, leaning: str) -> None:
    assert values(text)[-1] == leaning


def test_word_that_leans_on_a_mention_has_it_for_its_anchor() -> None:
    _, leaning = find_times("5月10日开幕，下午3点举行论坛。", ISSUED)
    assert leaning.when is not None
    assert (leaning.when.implied, leaning.when.anchor) == (("date",), Anchor(date(2023, 5, 10), "mention"))


def test_span_is_meant_again_by_meanwhile_and_its_edges() -> None:
    assert values("5月10日至14日举行，期间有论坛，首日免费，最后一天闭幕。") == [
        "2023-05-10/2023-05-14",
        "2023-05-10/2023-05-14",
        "2023-05-10",
        "2023-05-14",
    ]


def test_clock_time_in_another_paragraph_leans_on_the_anchor() -> None:
    assert values("5月10日开幕。\n下午3点举行论坛。")[-1] == "2023-04-28T15:00:00+08:00"


@pytest.mark.parametrize("text", ["连续三天", "第二天", "活动期间", "首日", "历时一个月"])
def test_what_counts_from_a_day_that_nothing_named_is_no_time(text: str) -> None:
    assert values(text) == []


def test_dateline_is_an_anchor_like_any_other() -> None:
    (mention,) = find_times("今天，展览开幕。", Anchor(date(2019, 10, 24), "dateline"))
    assert mention.when is not None
    assert (mention.when.edtf, mention.when.anchor) == ("2019-10-24", Anchor(date(2019, 10, 24), "dateline"))


@pytest.mark.parametrize("text", ["今天（4月24日）", "今天（24日）", "昨晚（4月24日）"])
def test_parenthesis_beats_the_relative_word(text: str) -> None:
    assert values(text) == ["2023-04-24"]


# ---------------------------------------------------------------- nothing to lean on


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("近日，展览开幕。", "no-issue-date"),
        ("本周六上午9点半", "no-issue-date"),
        ("28日开幕", "no-issue-date"),
        ("11月16日开幕", "XXXX-11-16"),
        ("11月16日下午2点开幕", "XXXX-11-16T14:00:00+08:00"),
        ("11月开幕", "XXXX-11"),
        ("2023年11月18日开幕", "2023-11-18"),
        ("每周三下午2点到4点", "../.."),
        ("2023年11月18日开幕，次日闭幕", "2023-11-18 2023-11-19"),
        ("2023年11月18日开幕，今天闭幕", "2023-11-18 no-issue-date"),
    ],
)
def test_text_without_an_anchor(text: str, value: str) -> None:
    assert " ".join(values(text, None)) == value


@pytest.mark.parametrize("text", ["2月30日", "4月31日", "25时", "2023年2月29日", "12月32日"])
def test_impossible_date_is_told_and_not_resolved(text: str) -> None:
    (mention,) = find_times(text, ISSUED)
    assert (mention.when, mention.unresolved) == (None, Reason.IMPOSSIBLE_DATE)


# ---------------------------------------------------------------- silence


@pytest.mark.parametrize(
    "text",
    [
        "五四大街29号、八一路、三里屯、十里河、七一剧场、国庆路",
        "版本3.5.1，v2.0.1，增长5.1%，单价5.5元，编号20230428001",
        "比分21:15，以3-1获胜，比例1:10",
        "第3届、第十五届、第一名、第2版",
        "28岁、30多年、五年如一日、三个月的训练、24小时营业",
        "1号线、10号楼、神舟十五号、101路公交",
        "三点建议、一点儿、早点、晚会、夜市",
        "10-12人、3-5天、8-10月龄、300-500元",
        "2023届毕业生、2013级新生",
        "",
    ],
)
def test_what_says_no_time_is_silent(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("above", "text", "days"),
    [
        ("下周预告", "周一上午9点：义诊；周五晚6点半：电影", ["2023-05-01", "2023-05-05"]),
        ("", "下周活动：周一义诊，周五电影", ["[2023-05-01..2023-05-07]", "2023-05-01", "2023-05-05"]),
        (
            "",
            "下周活动：周一义诊。5月20日闭馆，周三开馆",
            ["[2023-05-01..2023-05-07]", "2023-05-01", "2023-05-20", "2023-04-26"],
        ),
        ("义诊预告", "周一上午9点：义诊", ["2023-04-24"]),
    ],
)
def test_weekdays_are_of_the_coming_week_that_is_spoken_of(above: str, text: str, days: list[str]) -> None:
    found = find_times(text, ISSUED, above)
    assert [each.when.edtf.partition("T")[0] for each in found if each.when] == days
