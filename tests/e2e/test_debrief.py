"""Looking back on a run together: own words, signatures, and once more from a step."""

import pytest
from playwright.sync_api import Page, expect

from sandbox.desk import Say
from tests.e2e import hurry
from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.pages.run_log import RunPage
from tests.e2e.visit import SMOOTH, Visit
from web.practice.runs.runs import RunRecord

UNCHECKED = "Làm tiếp mà không mời công dân kiểm tra giấy đề nghị"


def hasty(inside: Inside, username: str) -> RunRecord:
    """A run whose clerk never let the citizen read the paper."""
    run = inside.start_run(username, SMOOTH)
    world = run.world_id
    inside.do(world, Say("greet"), Say("ask_phone"), Say("ask_phone_owner"))
    inside.do(world, *hurry.to_code(inside.world(world), world), Say("ask_code"))
    return run


def close(page: Page, run: RunRecord) -> RunPage:
    page.goto(f"{run.desk}/ket-thuc")
    told = RunPage(page)
    told.press("Kết thúc lượt")
    return told


def test_the_result_is_read_then_the_trainee_speaks_and_the_trainer_after_them(
    signed_in: NewContext, inside: Inside, look: Look
) -> None:
    run = hasty(inside, "canbo1")
    mine = close(signed_in("canbo1").new_page(), run)
    look(mine.page, "the result, with own words asked for below it")
    expect(mine.result).to_contain_text("Cần sửa trước hết")

    theirs = RunPage(signed_in("giangvien").new_page())
    theirs.page.goto(f"/nhin-lai/{run.id}")
    theirs.sign(went_well="Chào hỏi nhẹ nhàng.")
    expect(theirs.mistakes).to_contain_text("Người luyện chưa viết lời của mình.")
    look(theirs.page, "the trainer before the trainee")

    mine.sign()
    look(mine.page, "nothing written")
    mine.sign(went_well="Tôi hỏi kỹ số điện thoại.", was_hard="Tôi quên mời đọc giấy.")
    expect(mine.signed).to_contain_text("Tôi quên mời đọc giấy.")
    look(mine.page, "signed")

    theirs.page.goto("/nhin-lai/cho-loi")
    look(theirs.page, "runs that wait for the trainer")
    theirs.page.get_by_role("row").last.get_by_role("link", name="Viết lời").click()
    theirs.sign(next_time="Đưa giấy cho công dân đọc trước khi gửi mã.")
    expect(theirs.signed).to_contain_text("Đã ký: Nguyễn Thị Mẫu Giang")
    mine.page.reload()
    expect(mine.signed).to_contain_text("Đưa giấy cho công dân đọc")


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_the_result_and_the_heaviest_finding_stand_on_the_first_screen(
    signed_in: NewContext, inside: Inside, size: tuple[int, int]
) -> None:
    run = hasty(inside, "canbo1")
    screen = {"width": size[0], "height": size[1]}
    told = close(signed_in("canbo1", viewport=screen).new_page(), run)
    for words in ("Chưa đạt", "trên 100 điểm", "Cần sửa trước hết"):
        expect(told.result.get_by_text(words)).to_be_in_viewport(ratio=1)


def test_findings_stand_by_weight_and_by_time_without_a_script(
    signed_in: NewContext, inside: Inside
) -> None:
    run = hasty(inside, "canbo1")
    told = close(signed_in("canbo1", java_script_enabled=False).new_page(), run)
    findings = told.to_do_differently.get_by_role("article").get_by_role("heading")
    expect(findings).to_have_count(2)
    expect(findings.nth(1)).to_have_text(UNCHECKED)
    told.follow("Xếp theo thời gian")
    expect(findings.first).to_have_text(UNCHECKED)
    source = told.to_do_differently.get_by_text("S4-18")
    expect(source).to_be_hidden()
    told.to_do_differently.get_by_text("Nguồn").first.click()
    expect(source).to_be_visible()


def test_the_signed_words_are_printed_and_the_forms_are_not(
    signed_in: NewContext, inside: Inside
) -> None:
    run = hasty(inside, "canbo1")
    told = close(signed_in("canbo1").new_page(), run)
    told.page.emulate_media(media="print")
    expect(told.page.get_by_role("button", name="Ký lời này")).to_be_hidden()
    told.page.emulate_media(media="screen")
    told.sign(went_well="Tôi hỏi kỹ số điện thoại.")
    told.page.emulate_media(media="print")
    expect(told.signed).to_contain_text("Đã ký: Trần Thị Mẫu An")
    expect(told.result).to_be_visible()


def test_once_more_from_before_the_step_that_went_wrong(
    signed_in: NewContext, inside: Inside, look: Look
) -> None:
    run = hasty(inside, "canbo1")
    told = close(signed_in("canbo1").new_page(), run)
    expect(told.page.get_by_role("region", name="So với quy trình")).to_contain_text("Bỏ qua")
    told.try_again(UNCHECKED)

    visit = Visit.at(told.page, inside)
    assert visit.run.forked_from == run.id
    desk = visit.desk()
    desk.say("check_form")
    expect(desk.talk).to_contain_text("Tôi đọc rồi, thông tin đúng cả.")
    form = visit.form()
    form.send_code()
    visit.desk().say("ask_code")
    form = visit.form()
    form.enter_code(visit.code())
    form.create_account()
    again = close(told.page, visit.run)
    expect(again.result).to_contain_text("Lượt làm lại từ giữa chừng")
    expect(again.to_do_differently).not_to_contain_text(UNCHECKED)
    look(again.page, "the marks of a second try")
    again.page.goto(run.page)
    expect(again.page.get_by_text("Đã làm lại")).to_be_visible()


def test_why_it_cannot_be_tried_again_is_said(
    signed_in: NewContext, inside: Inside, look: Look
) -> None:
    told = close(signed_in("canbo2").new_page(), hasty(inside, "canbo2"))
    told.page.locator("[name=truoc]").first.evaluate("each => { each.value = 1 }")
    told.page.get_by_role("button", name="Làm lại từ trước bước này").first.click()
    expect(told.heading).to_have_text("Chưa làm lại từ bước này được")
    look(told.page, "no second try from here")


def test_a_step_of_the_replay_can_be_tried_again(
    signed_in: NewContext, inside: Inside, look: Look
) -> None:
    run = hasty(inside, "canbo2")
    told = close(signed_in("canbo2").new_page(), run)
    told.page.goto(f"{run.page}/buoc/9")
    look(told.page, "a step that can be tried again")
    told.press("Làm lại từ trước bước này (bước 9)")
    expect(told.heading).to_contain_text("Bàn làm việc")
    told.page.goto(f"{run.page}/buoc/1")
    expect(told.page.get_by_role("button", name="Làm lại từ trước bước này")).to_have_count(0)


@pytest.mark.parametrize("query", ["", "?tinh_huong=&tu_ngay=hom-qua&den_ngay="])
def test_the_class_as_a_whole(
    signed_in: NewContext, inside: Inside, look: Look, query: str
) -> None:
    close(signed_in("canbo1").new_page(), hasty(inside, "canbo1"))
    page = signed_in("giangvien").new_page()
    page.goto(f"/nhin-lai/lop{query}")
    if not query:
        expect(page.get_by_role("img", name="Biểu đồ cột")).to_be_visible()
        expect(page.get_by_role("table")).to_contain_text(UNCHECKED)
    look(page, f"the class {query}")


def test_a_class_without_runs(signed_in: NewContext, look: Look) -> None:
    page = signed_in("giangvien").new_page()
    page.goto("/nhin-lai/lop?tinh_huong=tk-13-he-thong-bao-loi&tu_ngay=1/1/2020&den_ngay=2/1/2020")
    expect(page.get_by_text("Không có lượt nào trong khoảng ngày này")).to_be_visible()
    look(page, "a class without runs")
