"""The careful clerk for any scenario, whatever it practises."""

from collections.abc import Mapping

from sandbox.desk import Say
from sandbox.rules import Rule
from tests.core.training.robot import Clerk
from tests.core.training.robot_vneid import VneidClerk
from training.scenario import Scenario


class FirstSignIn(Clerk):
    """Makes the account, and then guides its owner into the portal (2022)."""

    scenario = "vn-21-lan-dau-vao-cong"

    def tell_created(self) -> None:
        super().tell_created()
        self.first_sign_in()

    def first_sign_in(self) -> None:
        self.say("guide_account_sign_in")
        self.change_password()

    def change_password(self) -> None:
        if Rule.PUBLIC_SIGN_IN_FIRST in self.rules_of(Say("guide_change_password")):
            self.say("guide_account_sign_in")  # the citizen may have signed out in between
            self.say("guide_change_password")


CAREFUL: Mapping[tuple[str, ...], type[Clerk]] = {
    ("account",): Clerk,
    ("vneid",): VneidClerk,
    ("account", "vneid"): FirstSignIn,
}


def careful(scenario: Scenario, seed: int = 7) -> Clerk:
    """The careful clerk for what that scenario practises."""
    return CAREFUL[scenario.setup.topics](scenario, seed)
