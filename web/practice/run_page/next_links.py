"""Where to go on after a run: the next rung of the ladder that home climbs (training/ladder.py)."""

from dataclasses import dataclass

from training.debrief import Debrief
from web.practice.runs.runs import Mode, RunRecord

AFTER_SHOW = (
    "Anh/chị vừa xem làm mẫu từ đầu tới cuối. Bây giờ anh/chị tự làm tình huống này; "
    "mỗi màn hình vẫn ghi sẵn bước tiếp theo."
)
AFTER_GUIDE = (
    "Anh/chị đã làm trọn vẹn khi có hướng dẫn. Bây giờ anh/chị luyện tình huống này "
    "mà không có lời dẫn; quên bước nào thì xem gợi ý bước đó."
)
AFTER_PRACTICE = (
    "Bài này anh/chị đã làm trọn vẹn. Bây giờ anh/chị kiểm tra tình huống này, không có gợi ý, "
    "để biết mình đã tự làm được."
)
_AGAIN = {
    Mode.GUIDE: "Làm lại có hướng dẫn",
    Mode.PRACTICE: "Luyện lại bài này",
    Mode.TEST: "Kiểm tra lại bài này",
}


@dataclass(frozen=True, slots=True)
class NextLinks:
    """A sentence, and the ``button`` that starts ``scenario`` in that ``mode``; "" for none."""

    says: str
    scenario: str
    mode: Mode
    button: str


def after(run: RunRecord, debrief: Debrief) -> NextLinks:
    """What to do next."""
    if run.mode is Mode.SHOW:
        return NextLinks(AFTER_SHOW, run.scenario, Mode.GUIDE, "Làm có hướng dẫn")
    if debrief.next_scenario == run.scenario:
        return NextLinks(debrief.suggestion, run.scenario, run.mode, _AGAIN[run.mode])
    if run.mode is Mode.GUIDE:
        return NextLinks(AFTER_GUIDE, run.scenario, Mode.PRACTICE, "Luyện tình huống này")
    if run.mode is Mode.PRACTICE:
        return NextLinks(AFTER_PRACTICE, run.scenario, Mode.TEST, "Kiểm tra tình huống này")
    button = "Xem làm mẫu bài tiếp theo" if debrief.next_scenario else ""
    return NextLinks(debrief.suggestion, debrief.next_scenario, Mode.SHOW, button)
