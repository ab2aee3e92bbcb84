"""What patterns look for, to be repeated: texts on which a careless one takes more than linear time."""

HARD_TIMES = {
    "digits": "1",
    "Chinese digits": "一",
    "to": "至",
    "parentheses": "（",
    "days": "4月29日",
    "a long list": "29日、",
    "ranges": "4月29日至",
    "blanks": " ",
    "years": "2023年",
    "weekdays": "周一",
    "recurrences": "每周一、",
    "restated": "今天（",
    "a long chain": "前两年",
    "a chain of parts": "第一个月",
    "dates left out": "每天，5月3日停课。",
    "pauses": "昨儿周一闭馆",
}

HARD_PLACES = (
    "朝阳区，",
    "在人民公园举行，",
    "“在朝阳”",
    "广场、",
    "从朝阳到",
    "该馆",
    "鼓楼区 ",
    "小剧场",
    "路",
    "来自",
)
