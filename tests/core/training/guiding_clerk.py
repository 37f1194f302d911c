"""A clerk who can guide: says how, waits for the citizen's own hand, bears what goes wrong."""

from sandbox.desk import Say
from sandbox.events import Answered, PhoneOffered, Said, StepRefused
from sandbox.log import Actor, Fact
from sandbox.mock_vneid.values import Vneid
from sandbox.rules import Rule
from sandbox.triage import Branch
from sandbox.world import carry_on, record
from tests.core.training.robot import Clerk
from training import truth


class GuidingClerk(Clerk):
    """What visits about VNeID are made of."""

    @property
    def eid(self) -> Vneid:
        return self.world.vneid.at(self.now)

    @property
    def branch(self) -> Branch:
        return truth.branch(self.world, self.now)

    def asked_for(self, step: str) -> bool:
        return step in {each.id for each in self.task.steps}

    def guide(self, phrase: str) -> None:
        """Guide the citizen until it is done."""
        assert not self.failed(phrase), phrase

    def failed(self, phrase: str) -> bool:
        """Guide the citizen; whether their screen refused it."""
        facts = self.do(Say(phrase))
        if any(isinstance(fact, PhoneOffered) for fact in facts):
            self.answer_offer()
            return self.failed(phrase)
        if _refused_by(facts, Rule.VNEID_DOWN):
            self.bear_outage()
            return self.failed(phrase)
        words = [fact.words for fact in facts if isinstance(fact, Answered)]
        assert "Tôi không thấy chỗ đó trên màn hình." not in words, phrase
        if "Tôi chưa thấy mã nào." in words:
            self.await_code()
            return self.failed(phrase)
        return any(isinstance(fact, StepRefused) for fact in facts)

    def guide_by_own_way(self, phrase: str, command: object) -> None:
        """Guide a person opposite, who then does that, as nobody would by the script."""
        entries = record(self.world, [Said(phrase)], Actor.CLERK, self.now)
        self.log += entries
        self.world = carry_on(self.world, entries)
        self.do(command)

    def answer_offer(self) -> None:
        self.say("decline_doing")

    def await_code(self) -> None:
        if "tell_wait" not in self.world.desk.phrases_said:
            self.say("tell_wait")
        self.wait(40)

    def bear_outage(self) -> None:
        if "tell_outage" not in self.world.desk.phrases_said:
            self.say("tell_outage")
        self.wait(30)


def _refused_by(facts: list[Fact], rule: Rule) -> bool:
    reasons = [reason.rule for fact in facts for reason in getattr(fact, "reasons", ())]
    return rule in reasons
