"""A class is planned for a year by choosing scenarios of that year's procedure."""

import re

from sandbox.era import era, era_names
from tests.app.browsing import Browser, sign_in
from training.scenario import catalogue


def _years(client: Browser) -> list[tuple[str, list[str]]]:
    """Heading and ids below it, as the list of the first task has them."""
    sign_in(client, "giangvien")
    page = client.get("/buoi-tap/tao").get_data(as_text=True)
    first = page[page.index('id="scenario-1"') : page.index('id="scenario-2"')]
    found = re.findall(r'<optgroup label="([^"]+)">(.+?)</optgroup>', first, re.DOTALL)
    return [(heading, re.findall(r'value="(.+?)"', inside)) for heading, inside in found]


def test_every_scenario_stands_under_the_year_of_its_procedure(client: Browser) -> None:
    known = catalogue().values()
    assert _years(client) == [
        (
            era(name).title.removesuffix(" – chỉ để tập huấn"),
            [each.id for each in known if each.era == name],
        )
        for name in era_names()
    ]
