"""Documents for the form: each is what its headers say, and the portal judges it so."""

import pytest

from tests.app.tester_api.driving import Driver

JUDGED = [
    ("both.pdf", None),
    ("both.docx", None),
    ("at_limit.pdf", None),
    ("other_person.pdf", None),
    ("over_limit.pdf", "file.too_large"),
    ("front.pdf", "file.one_side"),
    ("back.docx", "file.one_side"),
    ("both.jpg", "file.format"),
    ("renamed.pdf", "file.renamed"),
    ("renamed.docx", "file.renamed"),
]


@pytest.mark.parametrize(("name", "rule"), JUDGED)
def test_the_portal_judges_a_document_by_what_it_is(
    tester: Driver, name: str, rule: str | None
) -> None:
    world = tester.world()
    document = tester.call("GET", f"/worlds/{world['id']}/documents/citizen/{name}")
    clerk = tester.serving(world)
    clerk.up_to_look_up()
    answer = clerk.press("tai-xuong", (f"CCCD.{name.rpartition('.')[2]}", document.data))
    if rule is None:
        assert answer.status_code == 303
    else:
        assert answer.status_code == 422
        assert clerk.rules_refused() == [rule]


def test_the_headers_tell_the_truth(tester: Driver) -> None:
    world = tester.world()
    handle = world["citizen"]["handle"]
    answer = tester.call("GET", f"/worlds/{world['id']}/documents/{handle}/renamed.pdf")
    truth = {name: text for name, text in answer.headers if name.startswith("X-Sim-")}
    assert truth == {
        "X-Sim-World": world["id"],
        "X-Sim-Holder": "citizen",
        "X-Sim-Sides": "both",
        "X-Sim-Format": "docx",
    }
    assert answer.mimetype == "application/pdf"


def test_limits_are_exact_to_the_byte(tester: Driver) -> None:
    world = tester.world()
    sizes = [
        len(tester.call("GET", f"/worlds/{world['id']}/documents/citizen/{name}.pdf").data)
        for name in ("at_limit", "over_limit")
    ]
    assert sizes == [5_242_880, 5_242_881]


def test_one_worlds_document_is_nothing_in_another(tester: Driver) -> None:
    one, other = tester.world(), tester.world()
    document = tester.call("GET", f"/worlds/{one['id']}/documents/citizen/both.pdf")
    clerk = tester.serving(other)
    clerk.up_to_look_up()
    clerk.press("tai-xuong", ("CCCD.pdf", document.data))
    assert clerk.rules_refused() == ["file.not_from_scanner"]


@pytest.mark.parametrize(
    "path", ["citizen/both.gif", "citizen/sideways.pdf", "nobody-1/both.pdf", "account-1/both.pdf"]
)
def test_a_document_nobody_can_have_is_not_there(tester: Driver, path: str) -> None:
    answer = tester.call("GET", f"/worlds/{tester.world()['id']}/documents/{path}")
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"


@pytest.mark.parametrize(
    ("query", "handles"),
    [
        ({"role": "desk"}, 1),
        ({"role": "account", "limit": 7}, 7),
        ({"sim_owner": "relative", "role": "desk"}, 0),
        ({"has_account": "true", "limit": 200}, 200),
        ({"state": "active", "role": "account"}, 0),
    ],
)
def test_people_are_found_by_what_is_true_of_them(
    tester: Driver, query: dict[str, object], handles: int
) -> None:
    world = tester.world()
    found = tester.get(f"/worlds/{world['id']}/citizens", **query)["citizens"]
    assert len({person["handle"] for person in found}) == handles


def test_whoever_has_an_account_is_known_to_the_portal(tester: Driver) -> None:
    world = tester.world()
    (holder,) = tester.get(f"/worlds/{world['id']}/citizens", role="account", limit=1)["citizens"]
    clerk = tester.serving(world)
    clerk.open_form()
    clerk.press("tra-cuu", id_number=holder["id_number"])
    form = clerk.world().form(1)
    assert form is not None
    assert form.found
