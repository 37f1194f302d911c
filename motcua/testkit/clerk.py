"""A clerk without a browser: walks the same screens by plain requests.

The check at arrival is done by program.

The methods are those of the page objects in ``motcua.testkit.pages``, so a test can
hurry through what it is not about and look closely at the rest.
"""

import re

from motcua.testkit.document import Document
from motcua.testkit.models import Citizen, Event, Officer, WorldState
from motcua.testkit.steps import Steps
from motcua.testkit.web_visitor import Visited, WebVisitor

OUR_UNIT = "H00.00.01"
_NO_FORM = 0


class Clerk:
    """Works at one world's desk. A step the screens refuse raises StepRefusedError."""

    def __init__(self, world: WorldState, steps: Steps) -> None:
        self._steps = steps
        self._officer = world.officer
        self._citizen = world.citizen
        self._visitor = WebVisitor()
        self._desk = self._visitor.open(world.urls.desk).url
        self._fields: dict[str, str] = {}
        self._upload: Document | None = None
        self._form = _NO_FORM

    def say(self, phrase: str) -> Visited:
        """Say one of the desk's phrases to the citizen, by its name: ``greet``."""
        return self._visitor.send(f"{self._desk}/noi", {"cau": phrase})

    def ask_hint(self) -> Visited:
        """Ask what comes next."""
        return self._visitor.send(f"{self._desk}/goi-y", {})

    def note_arrival(self, result: str) -> list[Event]:
        """Note what the check found: no_account, level1, level2_not_active, active, portal_only."""
        return self._steps.take("clerk", "note_arrival", result=result)

    def choose_branch(self, branch: str) -> list[Event]:
        """Put the citizen in a branch: b1 to b4."""
        return self._steps.take("clerk", "choose_branch", branch=branch)

    def hand_over(self, supporter: str) -> list[Event]:
        """Ask a supporter to go on: activation_team, community_digital_team, youth_union."""
        return self._steps.take("clerk", "hand_over", supporter=supporter)

    def refer(self, office: str) -> list[Event]:
        """Tell where to go: province_police, district_police, commune_police."""
        return self._steps.take("clerk", "refer", office=office)

    def send_number(self) -> list[Event]:
        """Send the citizen's number to social insurance."""
        return self._steps.take("clerk", "send_number")

    def receive(self) -> list[Event]:
        """Go on and receive the dossier."""
        return self._steps.take("clerk", "receive")

    def scan(
        self,
        sides: str = "both",
        fmt: str = "pdf",
        size: str = "150-grey",
        holder: str = "citizen",
    ) -> Document:
        """Put a card on the scanner and take the file away."""
        order = {"holder": holder, "sides": sides, "fmt": fmt, "size": size}
        self._visitor.open(f"{self._desk}/may-quet")
        panel = self._visitor.send(f"{self._desk}/may-quet", order)
        return self._newest_scan(panel)

    def sign_in(self, officer: Officer | None = None) -> Visited:
        """Sign in to the portal; as the world's own officer when nobody is named."""
        officer = officer or self._officer
        self._visitor.open(f"{self._portal}/dang-nhap")
        account = {"username": officer.username, "password": officer.password}
        return self._visitor.send(f"{self._portal}/dang-nhap", account)

    def sign_out(self) -> Visited:
        """Leave the portal."""
        return self._visitor.send(f"{self._portal}/dang-xuat", {})

    def open_form(self) -> Visited:
        """THÊM MỚI."""
        page = self._visitor.send(f"{self._portal}/tai-khoan/moi", {})
        self._form = int(page.url.rpartition("/")[2])
        self._fields, self._upload = {"unit": OUR_UNIT}, None
        return page

    def look_up(self, id_number: str | None = None) -> Visited:
        """Tra cứu; the citizen's own number when none is named."""
        self.type(id_number=id_number or self._citizen.id_number)
        return self._press("tra-cuu")

    def fill(self, citizen: Citizen | None = None) -> None:
        """Type the truth about the citizen; it is sent with the next button."""
        citizen = citizen or self._citizen
        born = f"{citizen.birth_date:%d/%m/%Y}" if citizen.birth_date else ""
        self.type(id_number=citizen.id_number, full_name=citizen.full_name, birth_date=born)
        self.type(phone=citizen.phone, email=citizen.email or "")

    def type(self, **fields: str) -> None:
        """Type into single fields: id_number, full_name, birth_date, phone, email, unit."""
        self._fields |= fields

    def attach(self, document: Document) -> None:
        """Choose a file; it is sent with the next button."""
        self._upload = document

    def download_request_form(self) -> bytes:
        """Tải xuống: the request form as PDF."""
        self._press("tai-xuong")
        return self._visitor.open(f"{self._form_address}/giay-de-nghi.pdf").body

    def send_code(self) -> Visited:
        """Gửi mã OTP."""
        return self._press("gui-ma")

    def enter_code(self, code: str) -> None:
        """Type the one-time code; it is sent with the next button only."""
        self._fields["otp"] = code

    def create_account(self) -> Visited:
        """TẠO TÀI KHOẢN."""
        return self._press("tao")

    def cancel(self) -> Visited:
        """HỦY, and yes to the question whether to."""
        self._press("huy")
        return self._press("huy-dong-y")

    def close_visit(self) -> Visited:
        """End the visit."""
        self._visitor.open(f"{self._desk}/ket-thuc")
        return self._visitor.send(f"{self._desk}/ket-thuc", {})

    @property
    def _portal(self) -> str:
        return f"{self._desk}/quantri"

    @property
    def _form_address(self) -> str:
        return f"{self._portal}/tai-khoan/{self._form}"

    def _press(self, button: str) -> Visited:
        upload = ("attachment", self._upload) if self._upload else None
        self._upload = None
        fields = self._fields | {"nut": button}
        self._fields.pop("otp", None)
        return self._visitor.send(self._form_address, fields, upload)

    def _newest_scan(self, panel: Visited) -> Document:
        number = max(map(int, re.findall(r"/may-quet/(\d+)", panel.text)))
        file = self._visitor.open(f"{self._desk}/may-quet/{number}")
        name = file.headers["content-disposition"].partition('filename="')[2].rstrip('"')
        return Document(name, file.headers["content-type"], file.body)
