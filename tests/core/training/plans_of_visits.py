"""What the plans say of everything but the account form: the desk, whose hand, the branches.

Written as ``plans.py``, which holds the clauses about accounts.
"""

from tests.core.training.plans import ACCOUNTS, Row, clause

DESK = {
    "S0-10": clause(
        "Hỗ trợ hướng dẫn đăng ký, kích hoạt tài khoản định danh mức độ 1, mức độ 2",
        "offer_help guide_registration register_child",
        """
        vn.help_not_offered offer_help 8 desk.visit_closed
        vn.offered_late offer_help 0 desk.said
        vn.child_alone register_child 8 step.refused
        vn.left_half_done close 15 desk.visit_closed
        """,
    ),
    "S0-12": clause(
        "Mọi cá nhân, tổ chức đến … sẽ kiểm tra việc cài đặt tài khoản định danh điện tử",
        "ask_vneid check_app note_arrival",
        """
        vn.not_asked ask_vneid 10 desk.visit_closed
        vn.checked_late ask_vneid 0 arrival.noted
        vn.not_noted note_arrival 10 desk.visit_closed
        vn.noted_wrongly note_arrival 10 arrival.noted#-1
        vn.registered_again ask_vneid 8 step.refused
        """,
    ),
    "S0-13": clause(
        "đến giao dịch tại bộ phận nào thì bộ phận đó sẽ kiểm tra … sẽ xin hỗ trợ",
        "hand_over",
        "vn.introduced_nobody introduce_supporter 5 desk.said:introduce_supporter",
    ),
    "S0-16": clause(
        "không để dân chờ lâu hay phiền hà cho công dân",
        "tell_wait tell_outage",
        """
        tk.not_told_to_wait tell_wait 5 form.code_sent#1
        tk.over_target close 0 desk.visit_closed
        vn.code_expired own_code 6 step.refused
        vn.hotline_needless new_phone 8 vneid.hotline_called
        vn.wait_untold tell_wait 5 desk.answered:invite_code
        vn.outage_untold tell_outage 5 step.refused
        vn.outage_told_wrongly tell_outage 8 desk.said:tell_outage
        tk.return_arranged_needlessly close 6 desk.said:arrange_return
        """,
    ),
    "S0-23": clause(
        "người già lớn tuổi, người dân không có máy điện thoại thông minh sẽ được ưu tiên hỗ trợ",
        "speak_slowly give_priority",
        """
        vn.priority_ignored give_priority 5 desk.visit_closed
        vn.handset_tried guide_activation 8 step.refused
        """,
    ),
    "S0-25": clause(
        "Luôn lắng nghe, luôn giúp đỡ, luôn nhẹ nhàng, luôn mỉm cười",
        "greet close introduce_supporter",
        """
        tk.no_greeting greet 3 desk.visit_closed
        tk.not_spoken_slowly speak_slowly 10 desk.said#2
        tk.no_goodbye close 2 desk.visit_closed
        vn.offer_not_declined decline_doing 8 arrival.phone_offered#1
        vn.supporter_not_introduced introduce_supporter 8 desk.visit_closed
        """,
    ),
    "S1-05": clause(
        "hướng dẫn được người dân thực hiện, không làm hộ người dân",
        """
        decline_doing own_card own_face own_sending try_code own_resending own_code own_sign_in
        new_phone forgot_password forgot_passcode own_consent
        """,
        """
        tk.did_it_for_citizen ask_code 40 desk.said:take_phone
        tk.hint_used close 2 hint.shown
        vn.touched_for_citizen decline_doing 15 desk.said:do_it_for_you
        vn.took_offered_phone decline_doing 25 desk.said:do_it_for_you
        vn.code_guessed own_resending 8 step.refused#2
        vn.code_locked own_resending 15 step.refused#4
        vn.secret_guessed forgot_password 8 step.refused#1
        vn.mistyped close 0 step.refused
        vn.out_of_place close 0 step.refused
        """,
    ),
    "S1-07": clause(
        "an ninh, an toàn và bảo mật bí mật thông tin công dân",
        "decline_password own_password own_passcode own_questions lock_lost_phone",
        """
        tk.wrong_card attach 25 form.file_attached
        tk.kept_password tell_created 40 desk.said:keep_password
        tk.password_request_unanswered decline_password 12 desk.visit_closed
        tk.real_looking_data download 0 step.refused
        vn.asked_secret own_password 40 arrival.secret_told
        vn.officers_phone guide_activation 25 desk.said:use_officers_phone
        vn.lost_phone_not_locked lock_lost_phone 30 desk.visit_closed
        vn.lost_phone_locked_late lock_lost_phone 10 vneid.device_questioned
        vn.locked_out new_phone 25 vneid.hotline_called
        """,
    ),
    "S1-27": clause(
        "tuyệt đối không để xảy ra tình trạng không tiếp nhận hồ sơ đối với hồ sơ đủ điều kiện",
        "receive",
        """
        tk.gave_up create 40 desk.visit_closed
        tk.ended_otherwise close 0 desk.visit_closed
        vn.not_received receive 30 desk.visit_closed
        """,
    ),
    "S1-28": clause(
        "kịp thời kiến nghị, đề xuất những khó khăn vướng mắc, khắc phục sự cố",
        "try_again",
        "vn.gave_up_in_trouble try_again 30 desk.visit_closed",
    ),
    "A6-1": clause(
        "the software … never block reception (NĐ 61/2018: staff may not refuse)",
        "respect_choice",
        """
        tk.required_vneid greet 40 desk.said:require_vneid
        vn.pressed respect_choice 25 desk.said:offer_help#1
        """,
    ),
}
BRANCHES = {
    "S2-07": clause(
        "sử dụng tài khoản … VNeID mức 2 để đăng ký hồ sơ trực tuyến trên Cổng dịch vụ công",
        "begin_portal",
        "vn.account_way_ended begin_portal 8 step.refused",
    ),
    "S2-08": clause(
        "chưa được cấp căn cước công dân gắn chip … Đồng thời, gửi mã số sang cơ quan Bảo hiểm",
        "refer send_number",
        """
        vn.wrong_office refer 25 arrival.referred#-1
        vn.insurance_forgotten send_number 15 desk.visit_closed
        vn.insurance_needless send_number 8 arrival.number_sent
        vn.no_chip_tried own_card 8 step.refused
        """,
    ),
    "S2-09": clause(
        "đã có căn cước công dân gắn chip điện tử nhưng chưa thu nhận tài khoản … mức 2",
        "tell_referral",
        """
        vn.not_referred refer 25 desk.visit_closed
        vn.referral_untold tell_referral 25 desk.visit_closed
        vn.level2_not_there choose_branch 8 step.refused
        """,
    ),
    "S2-10": clause(
        "chưa thực hiện kích hoạt thì tiến hành hỗ trợ kích hoạt … Để tích hợp những … giấy tờ",
        "guide_activation ask_papers integrate_paper tell_paper_there",
        """
        vn.referred_needlessly refer 25 arrival.referred
        vn.handed_over_needlessly hand_over 0 arrival.handed_over
        vn.paper_twice tell_paper_there 8 step.refused
        vn.papers_forgotten integrate_paper 12 desk.visit_closed
        vn.gave_up offer_help 30 desk.visit_closed
        """,
    ),
    "S2-11": clause(
        "the table is total: everybody belongs to exactly one branch; branch 4: submit online",
        "choose_branch enter_portal",
        """
        vn.wrong_branch choose_branch 15 arrival.branch_chosen#-1
        vn.branch_not_chosen choose_branch 10 desk.visit_closed
        vn.activated_twice check_app 8 step.refused
        """,
    ),
}
PLANS = {**ACCOUNTS, **DESK, **BRANCHES}
# Where the clause is the one of the citizen's branch: S2-08 speaks of branch 1, S2-09 of branch 2,
# S2-10 of branch 3, S2-11 of branch 4; somebody without level 2 can register here (S0-10).
BY_BRANCH = {
    "vn.wrong_office": {"b1": "S2-08", "b2": "S2-09"},
    "vn.not_referred": {"b1": "S2-08", "b2": "S2-09"},
    "vn.referral_untold": {"b1": "S2-08", "b2": "S2-09"},
    "vn.level2_not_there": {"b1": "S2-08", "b2": "S2-09", "b3": "S2-10"},
    "vn.referred_needlessly": {"b4": "S2-11"},
    "vn.handed_over_needlessly": {"b1": "S2-08", "b2": "S2-09", "b3": "S2-10", "b4": "S2-11"},
    "vn.left_half_done": {"b4": "S2-11"},
    "vn.gave_up": {"b1": "S0-10", "b2": "S0-10", "b4": "S2-11"},
}
# Where a procedure asks for that step, and it was what was left undone.
BY_STEP = {
    "vn.gave_up": {"hand_over": "S0-13", "register_child": "S0-10"},
    "vn.checked_late": {"hand_over": "S0-13"},
    "tk.second_form": {"press_again": "S4-29"},
}
ROWS: dict[str, Row] = {row.rule: row for each in PLANS.values() for row in each.rows}
CLAUSE_OF = {row.rule: name for name, each in PLANS.items() for row in each.rows}
