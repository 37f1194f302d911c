"""A scenario file with a mistake is refused with its name, the line and the reason."""

from importlib.resources import files

import pytest

from training.scenario import catalogue, parse
from training.scenario_file import MOST_TOLD, ScenarioError

NAME = "tk-09-cong-dan-thay-sai.toml"
GOOD = (files("training") / "catalogue" / NAME).read_text(encoding="utf-8")


def line_of(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), start=1) if words in line)


def refusal(text: str, name: str = NAME) -> str:
    with pytest.raises(ScenarioError) as refused:
        parse(text, name)
    return str(refused.value)


def test_the_file_these_tests_spoil_is_good() -> None:
    assert parse(GOOD, NAME) == catalogue()["tk-09-cong-dan-thay-sai"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("version = 1", 'version = "một"', "“version” phải là số nguyên"),
        ("version = 1", "version = 0", "“version” phải từ 1 trở lên"),
        ("version = 1", "verson = 1\nversion = 1", "“verson” không có trong mẫu"),
        ('era = "2022"', 'era = "1822"', "không có thời kỳ “1822”"),
        ('outcome = "account_created"', 'outcome = "xong"', "“outcome” phải là một trong"),
        ('title = "', 'title = "" # "', "“title” không được để trống"),
        ("slips_phone = true", 'slips_phone = "có"', "“part.slips_phone” phải là true hoặc false"),
        ("slips_phone = true", "slip_phone = true", "“part.slip_phone” không có trong mẫu"),
        ('"greet.plain"', '"greet.loud"', "không có câu trả lời “greet.loud”"),
        ('"greet.plain"', '"sing"', "không có câu trả lời “sing”"),
        ("Anh/chị làm nhanh giúp", "{name} làm nhanh giúp", "không có chỗ điền “name”"),
        ('phone = "own"', 'phone = "borrowed"', "“citizen.phone”"),
        ('phone = "own"', 'shoes = "own"', "“citizen.shoes”"),
        ("min_age = 25", "min_age = 99", "“citizen.min_age, max_age”"),
        ('    "attach",', '    "attach_all",', "không có bước “attach_all”"),
        ('"S4-11"', '"S9-99"', "không có điều khoản “S9-99”"),
        ('"communication"', '"dancing"', "không có năng lực “dancing”"),
        ('id = "', 'id = "x', "id phải giống tên tệp"),
        ("đi đón con", "gọi số 0912" + "345678", "dữ liệu của người thật"),
    ],
)
def test_a_mistake_is_named_with_its_line(old: str, new: str, reason: str) -> None:
    spoilt = GOOD.replace(old, new, 1)
    assert f"{NAME}:{line_of(spoilt, new.splitlines()[0])}: " in refusal(spoilt)
    assert reason in refusal(spoilt)


@pytest.mark.parametrize(
    ("added", "reason"),
    [
        ("[hints]\nsing = 'La'", "trong procedure tên là “sing”"),
        ("[marking]\noff = ['tk.nothing']", "không có mục chấm “tk.nothing”"),
        ("[scanner]\nsize = '1200-colour'", "không có độ phân giải “1200-colour”"),
        ("[[faults]]\nchannel = 'sms'\naction = 'error'\nwhat = 'otp'", "trở ngại không khớp"),
        ("[[faults]]\nchannel = 'post'\naction = 'lost'\nwhat = 'otp'", "“faults.0.channel”"),
    ],
)
def test_a_mistake_in_an_added_table_is_named(added: str, reason: str) -> None:
    spoilt = f"{GOOD}\n{added}\n"
    last = [int(line.split(":")[1]) for line in refusal(spoilt).splitlines()]
    assert reason in refusal(spoilt)
    assert min(last) > len(GOOD.splitlines())


def test_a_missing_key_is_named() -> None:
    assert "mục “era” bị thiếu" in refusal(GOOD.replace('era = "2022"', ""))


def test_text_that_is_no_toml_is_refused_at_its_line() -> None:
    assert refusal("id = \n", NAME).startswith(f"{NAME}:1: không đúng cách viết TOML")
    assert refusal('id = "', NAME).startswith(f"{NAME}:1: ")


def test_all_mistakes_are_named_at_once_in_the_order_of_the_lines() -> None:
    spoilt = GOOD.replace('era = "2022"', 'era = "1822"').replace('"S4-11"', '"S9-99"')
    assert [line.split(": ")[1] for line in refusal(spoilt).splitlines()] == [
        "không có thời kỳ “1822”",
        "không có điều khoản “S9-99”",
    ]


def test_of_very_many_mistakes_it_is_told_how_many_are_left() -> None:
    wrong = "".join(f"khoa_{number} = 1\n" for number in range(MOST_TOLD + 50))
    told = refusal(wrong + GOOD).splitlines()
    assert len(told) == MOST_TOLD + 1
    assert told[-1].endswith("còn 50 lỗi khác")
