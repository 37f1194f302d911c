"""A trainer at the authoring form: reads it as a browser does, changes it, presses a button."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.app.browsing import Browser, sign_in
from tests.app.office import FIRST, Office
from web.practice.scenarios import service, store

Fields = MultiDict[str, str]


def fields_of(answer: TestResponse, action: str) -> Fields:
    """What a browser would send of the form that posts to ``action``."""
    parser: Any = html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Element = parser.parse(answer.get_data(as_text=True))
    (form,) = (each for each in root.iter("form") if each.get("action") == action)
    return MultiDict(pair for element in form.iter() for pair in _sent(element))


def _sent(element: Element) -> Iterator[tuple[str, str]]:
    name = element.get("name", "")
    if element.tag == "input" and element.get("type") in {"checkbox", "radio"}:
        if "checked" in element.attrib:
            yield name, element.get("value", "")
    elif element.tag == "input":
        yield name, element.get("value", "")
    elif element.tag == "textarea":
        yield name, (element.text or "").removeprefix("\n")
    elif element.tag == "select":
        options = list(element.iter("option"))
        chosen = [each for each in options if "selected" in each.attrib]
        yield name, (chosen or options)[0].get("value", "")


class Author:
    """Somebody who writes scenarios."""

    def __init__(self, client: Browser, username: str = "giangvien") -> None:
        self.client = client
        sign_in(client, username)
        self.page = ""

    def copy(self, source: str = FIRST) -> str:
        """Begin a scenario as a copy; its page is kept."""
        self.client.get("/soan")
        answer = self.client.send("/soan/chep", {"tinh_huong": source})
        assert answer.status_code == 303, answer.get_data(as_text=True)
        self.page = answer.location.removesuffix("/sua")
        return self.page.rpartition("/")[2]

    def form(self) -> Fields:
        """The form as it opens."""
        return fields_of(self.client.get(f"{self.page}/sua"), f"{self.page}/sua")

    def press(self, button: str, fields: Fields) -> TestResponse:
        """One of the form's buttons."""
        return self.client.post(
            f"{self.page}/sua", data=MultiDict([*fields.items(multi=True), ("nut", button)])
        )

    def save(self, **changes: str) -> TestResponse:
        """Change fields and save."""
        fields = self.form()
        for name, value in changes.items():
            fields[name.replace("__", ".")] = value
        return self.press("luu", fields)

    def publish(self, note: str = "Bản đầu") -> TestResponse:
        """Publish the draft as it stands."""
        fields = fields_of(self.client.get(f"{self.page}/phat-hanh"), f"{self.page}/phat-hanh")
        return self.client.post(f"{self.page}/phat-hanh", data={**fields, "note": note})


def published(office: Office, source: str = FIRST, username: str = "giangvien") -> str:
    """A scenario of that person's unit, copied and published without a change; its id."""
    person = office.person(username)
    with office.writing() as db:
        scenario = service.copy(db, person, source)
        assert scenario
        service.publish(db, person, scenario, "Bản đầu", "1")
    return scenario.id


def revised(
    office: Office, scenario_id: str, username: str = "giangvien", **changes: object
) -> None:
    """A further version of it, with these parts of its file changed."""
    person = office.person(username)
    with office.writing() as db:
        scenario = store.find(db, person.unit_id, scenario_id)
        assert scenario
        file = service.file_of(scenario.draft).model_copy(update=changes)
        service.replace_draft(db, person, scenario, file)
        number = str(scenario.draft_number + 1)
        version = service.publish(db, person, scenario, "Bản mới", number)
    assert not isinstance(version, str), version


def withdrawn(office: Office, scenario_id: str, username: str = "giangvien") -> None:
    """It is offered no longer."""
    unit = office.person(username).unit_id
    with office.writing() as db:
        scenario = store.find(db, unit, scenario_id)
        assert scenario
        service.offer(db, scenario, on=False)
