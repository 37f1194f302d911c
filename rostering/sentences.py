"""Rules, changes and answers in words that an office reads."""

from collections.abc import Sequence
from datetime import date

from rostering.judging import Worry
from rostering.planner.repair import Change, Repair
from rostering.rules import Kind, Rule, week_of
from rostering.values import PROPAGANDA, SUPPORTER, Gap, Half, Leave, Request, Session, Slot
from rostering.why import Answer, Availability

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
HALVES = {Half.MORNING: "sáng", Half.AFTERNOON: "chiều"}
DUTIES = {
    SUPPORTER: "trực hỗ trợ",
    PROPAGANDA: "tuyên truyền tài khoản dịch vụ công",
}

WORRIES = {
    Worry.NO_PHONE: "chưa có ai mang điện thoại cấu hình cao, chụp ảnh rõ",
    Worry.NEW_ALONE: "chưa có người nhiều kinh nghiệm kèm",
}
SOME = 3  # sessions that are named one by one
WISHES = {True: " như đã mong", False: " dù mong được miễn", None: ""}


def day_in_words(day: date) -> str:
    """``thứ Hai 04/01/2027``."""
    return f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


def session_in_words(session: Session) -> str:
    """``sáng thứ Hai 04/01/2027``."""
    return f"{HALVES[session.half]} {day_in_words(session.day)}"


class Sentences:
    """Sentences about one request, with the names it knows."""

    def __init__(self, request: Request) -> None:
        self._names = {person.id: person.name for person in request.people}
        self._hours = {person.id: person.available for person in request.people}
        self._homes = {p.organisation.id: p.organisation.name for p in request.people}
        self._venues = request.venue_names

    def rule(self, rule: Rule) -> str:
        """A rule as a whole sentence."""
        name, number = self._names.get(rule.person, rule.person), rule.number
        match rule.kind:
            case Kind.COVER if rule.slot:
                text = f"{self.slot(rule.slot)} cần {number} người {duty(rule.slot)}"
            case Kind.COMPETENT if rule.slot:
                text = f"{self.slot(rule.slot)} cần {number} người thạo việc {duty(rule.slot)}"
            case Kind.PLACE:
                text = f"{name} không trực ở địa điểm này"
            case Kind.TRAINING:
                text = f"{name} chưa được công nhận thạo việc này"
            case Kind.DATES:
                text = f"{name} không tham gia trực vào ngày này"
            case Kind.LEAVE if rule.leave:
                text = f"{name} nghỉ {leave_in_words(rule.leave)}"
            case Kind.HOURS:
                text = f"{name} {self._available(rule.person)}"
            case _:
                text = self._limit(rule, name)
        return f"{text[:1].upper()}{text[1:]}."

    def conflict(self, rules: Sequence[Rule]) -> tuple[str, ...]:
        """What cannot all be had: what the slots need first, in one sentence where that is much."""
        slots = [rule.slot for rule in rules if rule.slot]
        others = [self.rule(rule) for rule in rules if not rule.slot]
        if len(slots) <= SOME:
            return (*(self.rule(rule) for rule in rules if rule.slot), *others)
        sessions = sorted(slot.session for slot in slots)
        first, last = session_in_words(sessions[0]), session_in_words(sessions[-1])
        return (f"Từ {first} đến {last} có {len(slots)} yêu cầu về người trực.", *others)

    def worry(self, slot: Slot, worry: Worry) -> str:
        """What a slot had better have."""
        text = f"{self.slot(slot)} {WORRIES[worry]}"
        return f"{text[:1].upper()}{text[1:]}."

    def change(self, change: Change) -> str:
        """A change as a proposal to the reader."""
        rule, number = change.rule, change.rule.number
        name = self._names.get(rule.person, rule.person)
        match rule.kind:
            case Kind.LEAVE if rule.leave:
                reason = f"dù đã báo nghỉ {leave_in_words(rule.leave)}"
                text = f"mời {name} trực {_joined(change.sessions)}, {reason}"
            case Kind.HOURS:
                text = f"mời {name} trực {_joined(change.sessions)}, ngoài giờ đã đăng ký"
            case Kind.KEEPS_ONE if rule.session:
                home = self._homes.get(rule.organisation, rule.organisation)
                text = f"{home} đồng ý cho tất cả đi trực {session_in_words(rule.session)}"
            case _:
                text = (
                    f"cho {name} trực {number + change.more} buổi {_span(rule)}, hơn {number} buổi"
                )
        return f"{text[:1].upper()}{text[1:]}."

    def repair(self, repair: Repair) -> tuple[str, ...]:
        """Each change, and what would be missing even then."""
        left = repair.people_missing
        rest = (f"Vẫn còn thiếu {left} lượt người.",) if left else ()
        return (*map(self.change, repair.changes), *rest)

    def answer(self, answer: Answer) -> str:
        """Why this person is on duty in a slot, or why not."""
        name = self._names.get(answer.person, answer.person)
        load = f"cả kỳ {answer.shifts} buổi, phần được chia {_comma(answer.due)}"
        match answer.availability:
            case Availability.PREVENTED:
                return " ".join(map(self.rule, answer.rules))
            case Availability.FROZEN:
                text = f"{name} trực buổi này theo lịch đã chốt"
            case Availability.CHOSEN:
                text = f"{name} trực buổi này{WISHES[answer.wish]}: {load}"
            case Availability.BESIDE:
                text = f"{name} đang học việc, chỉ trực cùng người thạo việc: {load}"
            case Availability.POSSIBLE:
                text = (
                    f"{name} trực được buổi này{WISHES[answer.wish]}, nhưng chưa đến lượt: {load}"
                )
        return f"{text}."

    def gap(self, gap: Gap) -> str:
        """What is missing in a slot."""
        kind = "thạo việc " if gap.competent == gap.people else ""
        among = (
            f", trong đó {gap.competent} người thạo việc" if 0 < gap.competent < gap.people else ""
        )
        text = f"{self.slot(gap.slot)} thiếu {gap.people} người {kind}{duty(gap.slot)}{among}"
        return f"{text[:1].upper()}{text[1:]}."

    def slot(self, slot: Slot) -> str:
        """``sáng thứ Hai 04/01/2027, Bộ phận Một cửa``."""
        venue = self._venues.get(slot.venue, slot.venue)
        return f"{session_in_words(slot.session)}, {venue}"

    def _limit(self, rule: Rule, name: str) -> str:
        if rule.kind == Kind.KEEPS_ONE and rule.session:
            home = self._homes.get(rule.organisation, rule.organisation)
            return f"{home} cần ít nhất một người ở lại đơn vị {session_in_words(rule.session)}"
        if rule.kind == Kind.ONE_PLACE and rule.session:
            return f"{name} đã trực ở nơi khác {session_in_words(rule.session)}"
        return f"{name} trực nhiều nhất {rule.number} buổi {_span(rule)}"

    def _available(self, person: str) -> str:
        free = sorted(self._hours.get(person) or ())
        if not free:
            return "chưa đăng ký buổi nào có thể trực"
        return "chỉ trực được " + ", ".join(f"{HALVES[half]} {WEEKDAYS[day]}" for day, half in free)


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def duty(slot: Slot) -> str:
    """What is done in a slot."""
    return DUTIES.get(slot.duty, slot.duty)


def leave_in_words(leave: Leave) -> str:
    """``từ 04/01/2027 đến 08/01/2027``, ``sáng thứ Hai 04/01/2027`` …"""
    half = f"buổi {HALVES[leave.half]} " if leave.half else ""
    if leave.first == leave.last:
        return f"{half}{day_in_words(leave.first)}"
    return f"{half}từ {leave.first:%d/%m/%Y} đến {leave.last:%d/%m/%Y}"


def _span(rule: Rule) -> str:
    if rule.kind == Kind.DAY_LIMIT and rule.day:
        return f"trong {day_in_words(rule.day)}"
    if rule.kind == Kind.WEEK_LIMIT and rule.day:
        monday, sunday = week_of(rule.day)
        return f"trong tuần {monday:%d/%m}–{sunday:%d/%m/%Y}"
    return "trong cả kỳ"


def _joined(sessions: tuple[Session, ...]) -> str:
    first = ", ".join(map(session_in_words, sessions[:SOME]))
    more = len(sessions) - SOME
    return f"{first} và {more} buổi khác" if more > 0 else first
