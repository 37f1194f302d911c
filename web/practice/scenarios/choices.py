"""What can be chosen in the authoring form, in words."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from sandbox.era import era, era_names
from sandbox.people import PAPER_NAMES
from sandbox.phrases import phrase_book
from sandbox.scanner_words import FORMATS, SIDES, SIZES
from training.clauses import clauses
from training.competencies import COMPETENCIES
from training.narration import BUTTONS, MESSAGES, OUTCOMES
from training.outcomes import Outcome
from training.rubric import rubric
from training.scenario_checks import TROUBLE
from training.steps import known_steps

Pairs = tuple[tuple[str, str], ...]
Triples = tuple[tuple[str, str, str], ...]

ANY = ("", "Máy tự chọn")
CHOOSE = ("", "– chọn –")
YES_NO: Pairs = (ANY, ("co", "Có"), ("khong", "Không"))
TOPICS: Triples = (
    ("account", "Tạo tài khoản trên Cổng", ""),
    ("vneid", "VNeID", "Có phần kiểm tra khi công dân tới và điện thoại có VNeID."),
)
CITIZEN: Mapping[str, tuple[str, Pairs]] = {
    "sex": ("Giới tính", (ANY, ("female", "Nữ"), ("male", "Nam"))),
    "card": ("Thẻ mang theo", (ANY, ("chip", "CCCD gắn chip"), ("old", "CMND cũ 9 số"))),
    "phone": (
        "Số điện thoại",
        (
            ANY,
            ("own", "Chính chủ"),
            ("relative", "Chỉ có số của người nhà"),
            ("relative_and_own", "Có cả số người nhà và số chính chủ"),
        ),
    ),
    "account": ("Đã có tài khoản trên Cổng", YES_NO),
    "email": ("Có thư điện tử", YES_NO),
    "smartphone": ("Có điện thoại thông minh", YES_NO),
    "eid": (
        "Định danh điện tử",
        (
            ANY,
            ("none", "Chưa có"),
            ("level1", "Mức 1"),
            ("level2_issued", "Đã thu nhận mức 2, chưa kích hoạt"),
            ("level2_active", "Mức 2, đã kích hoạt"),
        ),
    ),
}
PART: Triples = (
    ("hard_of_hearing", "Nghe không rõ", "Phải nói chậm, to, rõ thì mới hiểu."),
    ("slips_phone", "Đọc nhầm số điện thoại", "Lần đầu đọc đổi chỗ hai chữ số."),
    ("reads_older_code", "Đọc mã trong tin nhắn cũ", ""),
    ("leaves_after_code", "Bỏ về sau khi mã được gửi", ""),
    ("asks_to_keep_password", "Nhờ cán bộ giữ hộ mật khẩu", ""),
)
SIGNED_IN: Pairs = (
    ("handset", "Trên máy đang cầm"),
    ("old", "Trên máy cũ, còn trong tay"),
    ("lost", "Trên máy đã mất"),
    ("", "Chưa đăng nhập ở đâu"),
)
FORGETS: Pairs = (
    ("", "Không quên gì"),
    ("password", "Quên mật khẩu"),
    ("passcode", "Quên mật mã (passcode)"),
)
WALLET: Triples = tuple((key, name[0].upper() + name[1:], "") for key, name in PAPER_NAMES.items())
VNEID: Triples = (
    ("had_level1", "Từng đăng ký mức 1", ""),
    ("with_child", "Đi cùng con nhỏ", ""),
    ("declines_help", "Hôm nay chưa muốn làm VNeID", ""),
    ("hands_over_phone", "Đưa điện thoại nhờ làm hộ", ""),
)
_SMS_ACTIONS = {
    "lost": "bị mất",
    "late": "tới chậm",
    "duplicate": "tới hai lần",
    "reorder": "tới sau tin kế tiếp",
    "divert": "đi nhầm sang máy khác",
}


def eras() -> Pairs:
    """The periods a scenario can play in."""
    return tuple((name, era(name).title) for name in era_names())


def outcomes() -> Pairs:
    """How a visit may have to end."""
    return tuple((each.value, _capital(OUTCOMES[each.value])) for each in Outcome)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def clause_choices() -> Triples:
    """Every clause, with what it asks for."""
    return tuple((key, key, says) for key, says in clauses().items())


def competency_choices() -> Triples:
    """Every competency."""
    return tuple((key, title, "") for key, title in COMPETENCIES.items())


def step_titles() -> Mapping[str, str]:
    """Every known step by name."""
    return {name: step.title for name, step in known_steps().items()}


def scanner_choices() -> Mapping[str, tuple[str, Pairs]]:
    """How the last person may have left the machine."""
    kinds = {
        "sides": ("Mặt thẻ", SIDES),
        "fmt": ("Định dạng", FORMATS),
        "size": ("Độ phân giải", SIZES),
    }
    return {
        name: (
            label,
            tuple((str(key), f"{words} ({note})" if note else words) for key, words, note in each),
        )
        for name, (label, each) in kinds.items()
    }


@cache
def lines() -> Mapping[str, tuple[str, str]]:
    """Every answer a citizen can give: what the clerk said, and what is usually answered."""
    return {
        f"{phrase.name}.{variant}": (phrase.label, words)
        for phrase in phrase_book().values()
        for variant, words in phrase.answers.items()
    }


def line(key: str) -> tuple[str, str]:
    """What is said and usually answered where the scenario puts its own words."""
    phrase = phrase_book().get(key.partition(".")[0])
    return lines().get(key) or (phrase.label if phrase else key, "")


def line_choices() -> list[tuple[str, Pairs]]:
    """The same to choose from, in groups by what the clerk says."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for key, (label, words) in lines().items():
        groups.setdefault(label, []).append((key, f"“{words}”"))
    return [(label, tuple(each)) for label, each in groups.items()]


def mark_choices(*, usual: bool) -> list[tuple[str, Pairs]]:
    """The rubric's entries that usually cost points, or do not, by the step they spoil."""
    groups: dict[str, list[tuple[str, str]]] = {}
    titles = step_titles()
    for entry in rubric().values():
        if entry.points and entry.usual is usual:
            group = titles.get(entry.step, "Cả lượt")
            groups.setdefault(group, []).append((entry.id, f"{entry.title} ({entry.points} điểm)"))
    return [(label, tuple(each)) for label, each in groups.items()]


def mark_title(name: str) -> str:
    """What a rubric entry is called."""
    entry = rubric().get(name)
    return entry.title if entry else name


@cache
def troubles() -> Mapping[str, str]:
    """Everything that can be ordered to go wrong: "channel/action/what" in words."""
    return dict(_troubles())


def _troubles() -> Iterator[tuple[str, str]]:
    for what in TROUBLE["sms"][1]:
        for action, words in _SMS_ACTIONS.items():
            yield f"sms/{action}/{what}", f"{MESSAGES[what]} {words}"
    for what in TROUBLE["portal"][1]:
        yield f"portal/error/{what}", f"Trang quản trị báo lỗi khi: {BUTTONS[what]}"
    yield "nfc/unread/", "Điện thoại không đọc được chip của thẻ"
    yield "vneid/maintenance/", "VNeID bảo trì, mọi thao tác"
    for what in TROUBLE["vneid"][1]:
        if what:
            yield f"vneid/maintenance/{what}", f"VNeID bảo trì đúng lúc: {BUTTONS[what]}"


def step_choices(procedure: Collection[str]) -> Pairs:
    """The steps that are not there yet."""
    left = ((name, title) for name, title in step_titles().items() if name not in procedure)
    return (CHOOSE, *left)


def places(procedure: Sequence[str]) -> Pairs:
    """Where a new step may go."""
    titles = step_titles()
    rows = enumerate(procedure, start=1)
    return (("", "Cuối quy trình"), *((each, f"{n}. {titles.get(each, each)}") for n, each in rows))


def usual_hints() -> Mapping[str, str]:
    """What is said to who asks, where the scenario has no words of its own."""
    return {name: step.hint for name, step in known_steps().items()}


def trouble_choices(fault: Mapping[str, object] | None = None) -> Pairs:
    """What can go wrong; with the fault's own, however rare."""
    if fault is None:
        return (CHOOSE, *troubles().items())
    key = trouble_key(fault)
    return tuple({key: key, **troubles()}.items())


def trouble_key(fault: Mapping[str, object]) -> str:
    """The fault as it stands among the choices."""
    return "/".join(str(fault[part]) for part in ("channel", "action", "what"))


def chosen(value: object) -> str:
    """A citizen's trait as its select has it."""
    if isinstance(value, bool):
        return "co" if value else "khong"
    return str(value or "")


def ticked(table: Mapping[str, object]) -> list[str]:
    """The names in that table that hold true."""
    return [name for name, value in table.items() if value is True]
