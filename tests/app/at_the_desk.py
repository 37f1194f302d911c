"""A clerk at work in a world of their own, through the real pages."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from io import BytesIO
from typing import Any

from flask import Flask
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse, encode_multipart

from sandbox import people
from sandbox.citizens import CardKind, PhoneOwnership, Traits
from sandbox.codec import encode
from sandbox.events import StepRefused
from sandbox.faults import OrderFault
from sandbox.portal.form_reading import Typed
from sandbox.setup import Setup
from sandbox.state import World
from tests.app.browsing import Browser, sign_in
from web.people.accounts import store as accounts
from web.shell.database import transaction
from web.shell.links import link_to
from web.shell.runtime import Runtime
from web.worlds import service
from web.worlds.addresses import citizens_home
from web.worlds.store import WorldRecord

ORDINARY = Traits(
    min_age=30,
    max_age=50,
    card=CardKind.CHIP,
    phone=PhoneOwnership.OWN,
    email=True,
    account=False,
)
UNIT = "H00.00.01"


@dataclass
class Clerk:
    """A browser at ``/ban/<world id>``, and what a careful clerk would type."""

    client: Browser
    app: Flask
    record: WorldRecord
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def desk(self) -> str:
        return f"/ban/{self.record.id}"

    @property
    def portal(self) -> str:
        return f"{self.desk}/quantri"

    @property
    def phone(self) -> str:
        with self.app.app_context():
            return citizens_home(link_to(self.record.citizen_link))

    @property
    def form(self) -> str:
        return f"{self.portal}/tai-khoan/1"

    def world(self) -> World:
        with self.app.app_context(), transaction(runtime_of(self.app).engine, writes=False) as db:
            return service.read(db, self.record.id)

    def right(self) -> dict[str, str]:
        """The form filled in without a mistake."""
        true = people.true_details(self.world())
        assert true.birth_date
        typed = Typed(
            id_number=true.id_number,
            full_name=true.full_name,
            birth_date=f"{true.birth_date:%d/%m/%Y}",
            phone=true.phone,
            email=true.email,
            unit=UNIT,
        )
        return asdict(typed)

    def sign_in(self) -> None:
        name, password = people.officer_sign_in(self.world().seed)
        self.client.get(f"{self.portal}/dang-nhap")
        self.client.send(f"{self.portal}/dang-nhap", {"username": name, "password": password})

    def open_form(self) -> TestResponse:
        """Sign in, THÊM MỚI, and the empty form."""
        self.sign_in()
        self.client.get(f"{self.portal}/tai-khoan")
        answer = self.client.send(f"{self.portal}/tai-khoan/moi")
        return self.client.get(answer.location)

    def scan(self, fmt: str = "pdf", size: str = "150-grey", sides: str = "both") -> bytes:
        """Scan the citizen's card and take the file away."""
        self.client.get(f"{self.desk}/may-quet")
        order = {"holder": "citizen", "sides": sides, "fmt": fmt, "size": size}
        assert self.client.send(f"{self.desk}/may-quet", order).status_code == 303
        number = self.world().desk.scans
        file: bytes = self.client.get(f"{self.desk}/may-quet/{number}").data
        return file

    def press(
        self,
        button: str,
        *files: tuple[str, bytes],
        otp: str = "",
        **typed: str,
    ) -> TestResponse:
        """Send the whole form by one of its buttons, right but for what is given."""
        texts = {**self.right(), **typed, "otp": otp, "nut": button}
        form = MultiDict[str, Any]({"csrf_token": self.client.token, **texts})
        for name, content in files or [("", b"")]:  # browsers send a nameless one for none
            form.add("attachment", FileStorage(BytesIO(content), filename=name))
        boundary, body = encode_multipart(form)
        kind = f"multipart/form-data; boundary={boundary}"
        return self.client.post(self.form, data=body, content_type=kind, headers=self.headers)

    def up_to_look_up(self) -> None:
        """An open form whose number was looked up and is free."""
        self.open_form()
        assert self.press("tra-cuu").status_code == 303

    def up_to_paper(self) -> None:
        """Everything right, until the request form is made."""
        self.up_to_look_up()
        assert self.press("tai-xuong", ("CCCD.pdf", self.scan())).status_code == 303

    def up_to_code(self) -> None:
        """Everything right, until a code is on the citizen's telephone."""
        self.up_to_paper()
        assert self.press("gui-ma").status_code == 303

    def say(self, phrase: str) -> TestResponse:
        """One of the desk's phrases, and the desk after it."""
        self.client.get(self.desk)
        return self.client.send(f"{self.desk}/noi", {"cau": phrase}, follow_redirects=True)

    def rules_refused(self) -> list[str]:
        """The rules of the last refusal in the log."""
        with self.app.app_context(), transaction(runtime_of(self.app).engine, writes=False) as db:
            log = service.log(db, self.record.id)
        refusals = [entry.fact for entry in log if isinstance(entry.fact, StepRefused)]
        return [reason.rule.value for reason in refusals[-1].reasons]

    def logged(self) -> str:
        """The whole log as it is stored."""
        with self.app.app_context(), transaction(runtime_of(self.app).engine, writes=False) as db:
            return "\n".join(encode(entry.fact) for entry in service.log(db, self.record.id))

    def code(self, number: int = -1) -> str:
        """What the citizen would read out."""
        return self.world().portal.forms[0].codes[number].digits


def runtime_of(app: Flask) -> Runtime:
    runtime: Runtime = app.extensions["motcua"]
    return runtime


def clerk_at_desk(
    client: Browser,
    app: Flask,
    setup: Setup | None = None,
    *faults: OrderFault,
    seed: int = 7,
    era: str = "2022",
) -> Clerk:
    """canbo1, signed in, with a new world."""
    sign_in(client, "canbo1")
    chosen = setup or Setup(traits=ORDINARY)
    with app.app_context(), transaction(runtime_of(app).engine) as db:
        owner = accounts.find_active(db, "canbo1")
        assert owner
        record = service.create(
            db,
            service.Seed(seed, era, "", chosen, faults),
            unit_id=None,
            owner_id=owner[0],
        )
    return Clerk(client, app, record)
