"""The head sees how long it took to find somebody, of how many, and where nobody was found."""

from collections.abc import Sequence
from datetime import date

from tests.app.browsing import Browser, sign_in, words
from tests.app.duty_office import AN, BINH, HOA, DutyOffice, published
from tests.app.effects import FixedEffects
from tests.app.office import Office

PAGE = "/ca-truc/thoi-gian-tim-nguoi"
THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)


def report(client: Browser, duty: DutyOffice, username: str, shift: Sequence[str]) -> str:
    who, day, half = shift
    sign_in(client, username)
    client.get("/ca-truc")
    key = f"{day}.{half}.ban.supporter.{who}"
    assert duty.shifts()
    return client.send("/ca-truc/nghi-dot-xuat", {"ca": key}).location


def yes(client: Browser, page: str, who: str, username: str) -> None:
    sign_in(client, username)
    client.get("/ca-truc")
    answer = client.send(f"{page}/tra-loi", {"nguoi": who, "tra_loi": "dong-y"})
    assert answer.status_code == 303


def of_these_days(client: Browser) -> str:
    sign_in(client, "truongbophan")
    return words(client.get(f"{PAGE}?tu_ngay=23/11/2026&den_ngay=04/12/2026"))


def test_nothing_to_tell_is_said(client: Browser, office: Office) -> None:
    published(office)
    sign_in(client, "truongbophan")
    assert "Thời gian tìm người trực thay" in words(client.get("/ca-truc/can-duyet"))
    assert "Không có ai báo nghỉ đột xuất" in words(client.get(PAGE))


def test_the_figures_carry_numerator_and_denominator(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    duty = published(office)
    first = report(client, duty, "canbo1", (AN, "20261125", "pm"))
    effects.advance(minutes=4)
    yes(client, first, HOA, "truongbophan")
    second = report(client, duty, "canbo2", (BINH, "20261126", "am"))
    effects.advance(minutes=10)
    yes(client, second, HOA, "truongbophan")
    back = report(client, duty, "canbo1", (AN, "20261127", "am"))
    client.send(f"{back}/di-duoc")
    empty = report(client, duty, "canbo2", (BINH, "20261127", "pm"))
    sign_in(client, "truongbophan")
    client.get(empty)
    client.send(f"{empty}/cu-nguoi", {"viec": "de-trong"})
    page = of_these_days(client)
    assert "2/3 ca tìm được người thay" in page
    assert "1 ca không có người thay" in page
    assert "một nửa số ca mất không quá 7 phút , ca lâu nhất mất 10 phút" in page
    assert "Chưa tính 1 ca mà người báo nghỉ vẫn đi trực được." in page
    assert "Sáng 1/1 10 phút 10 phút 0" in page
    assert "Chiều 1/2 4 phút 4 phút 1" in page


def test_an_absence_nobody_answered_counts_as_uncovered_once_it_is_over(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    duty = published(office)
    report(client, duty, "canbo1", (AN, "20261125", "pm"))
    page = of_these_days(client)
    assert "0/0 ca tìm được người thay" in page
    assert "Chưa tính 1 ca đang tìm người." in page
    effects.advance(days=3)
    page = of_these_days(client)
    assert "0/1 ca tìm được người thay" in page
    assert "Chiều thứ Tư 25/11/2026 (13:30–17:00), Bàn hỗ trợ" in page


def test_absences_of_rosters_gone_by_are_told_without_a_link(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    duty = published(office)
    page = report(client, duty, "canbo1", (AN, "20261125", "pm"))
    effects.advance(days=25)
    sign_in(client, "truongbophan")
    shown = client.get(PAGE)
    assert "Trần Thị Mẫu An" in words(shown)
    assert page not in shown.get_data(as_text=True)


def test_days_that_are_none_are_refused_in_words_and_kept(client: Browser, office: Office) -> None:
    published(office)
    sign_in(client, "truongbophan")
    answer = client.get(f"{PAGE}?tu_ngay=31/02/2026&den_ngay=01/12/2026")
    assert answer.status_code == 422
    assert "“Từ ngày” chưa phải một ngày có trong lịch." in words(answer)
    assert 'value="31/02/2026"' in answer.get_data(as_text=True)
    turned = client.get(f"{PAGE}?tu_ngay=02/12/2026&den_ngay=01/12/2026")
    assert "“Từ ngày” đang sau “Đến ngày”." in words(turned)
    assert client.get(f"{PAGE}?den_ngay=01/01/1950").status_code == 200
    for page in (PAGE, "/so-luyen-tap"):
        assert client.get(f"{page}?den_ngay=31/12/9999").status_code == 422
    assert client.get(f"{PAGE}?tu_ngay=01/01/2099").status_code == 200


def test_the_figures_are_the_heads_and_their_own_units(client: Browser, office: Office) -> None:
    duty = published(office)
    report(client, duty, "canbo1", (AN, "20261125", "pm"))
    assert client.get(PAGE).status_code == 403
