"""What must hold of any marks: whoever lost points, or did not pass, is told by what."""

from training.scorecard import PASS_MARK, Scorecard


def explains_itself(marks: Scorecard) -> bool:
    """Whether every point lost, and not having passed, stands in a finding or an observation."""
    lost = sum(each.points for each in (*marks.findings, *marks.observations))
    if not marks.outcome:  # while the visit goes on, points also say how far it has come
        return marks.points <= max(0, 100 - lost) and not marks.passed
    heavy = lost > 100 - PASS_MARK or any(each.grave for each in marks.findings)
    told = heavy or "tk.ended_otherwise" in {each.rule for each in marks.observations}
    return marks.points == max(0, 100 - lost) and marks.passed != told
