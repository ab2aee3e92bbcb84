import pytest

from calendar_app.normaliser.particulars import admission, attendance, organisers, sign_up


def held_by(text: str) -> list[str]:
    return [name for name, _ in organisers(text, (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("近日,由密云区总工会、区体育局共同主办的健步走出发。", ["密云区总工会", "区体育局"]),
        ("近日,延庆区总工会举办合唱比赛。", ["延庆区总工会"]),
        ("论坛由北京市总工会联合主办。", ["北京市总工会"]),
        ("本周六,灯会开幕。", []),
        ("昨天,合唱音乐会在首都图书馆举行。", []),
    ],
)
def test_organisers(text: str, holders: list[str]) -> None:
    assert held_by(text) == holders


def test_organisers_are_quoted_at_their_spans() -> None:
    text = "近日,由密云区总工会、区体育局共同主办的健步走出发。"
    assert [text[slice(*span)] for _, span in organisers(text, (0, len(text)))] == ["密云区总工会", "区体育局"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("200余人参加活动。", "200余人参加"),
        ("700余名首都职工代表聆听报告。", "700余名首都职工代表聆听"),
        ("场面热闹。", None),
    ],
)
def test_attendance(text: str, count: str | None) -> None:
    assert attendance(text, (0, len(text))) == count


@pytest.mark.parametrize(
    ("text", "cost"),
    [("票价80元至580元。", "票价80元至580元"), ("市民可免费参观。", "免费参观"), ("名额200个。", None)],
)
def test_admission(text: str, cost: str | None) -> None:
    assert admission(text, (0, len(text))) == cost


def test_sign_up() -> None:
    text = "市民可扫码报名。"
    assert sign_up(text, (0, len(text))) == "市民可扫码报名"


def test_sign_up_is_no_deadline() -> None:
    text = "报名截至5月5日,读者可拨打服务台电话预约。"
    assert sign_up(text, (0, len(text))) == "读者可拨打服务台电话预约"
