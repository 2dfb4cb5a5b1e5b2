"""Keeping back the rent: a secret vote that is over, not only here, and one open."""

from commonweal.capabilities.decisions.actions import Aim
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

ROOF = """\
Water has come through the roof of number 9 since the first storm. The agency has three
letters from us and has answered none.

From the first of next month **we pay the rent into our own account** until a roofer has
been on the roof. Nobody does it alone: it begins only if this is carried.
"""
GO_ON = """\
A roofer came, looked and left. We go on for another month, and give the owner the name
of a roofer who has time.
"""
WITHHOLDING = Aim(rule_id="withholding")


def the_roof_of_number_nine(union: Scene) -> Story:
    """Twenty-one vote, three on paper and three at a table, and nobody learns how."""
    yield union.days_ago(44, "19:00")
    title = "We keep back the rent until the roof is tight"
    roof = union.proposes("Oksana", title, ROOF, aim=WITHHOLDING)
    roof.supported_by("Samir", "Wen", "Noor")
    yield union.later(1, "20:30")
    roof.says("Kateryna", "My lease is up in May. I want to say yes and not be seen.")
    yield union.later(0, "20:45")
    roof.answers("Oksana", "You will not be. How you vote is yours alone.")
    yes = ["Asha", "Emre", "Halima", "Kateryna", "Noor", "Oksana", "Remei", "Samir"]
    yes += ["Wen", "Yusuf"]
    yield union.later(0, "21:00")
    roof.says("Mateo", "I have no telephone that can do this. Is there paper?")
    roof.on_paper("Mateo", "Daud", "Hugo")
    yield union.later(0, "21:10")
    roof.answers("Zoe", "And a table? Three of us can meet at mine.")
    roof.at_a_table("Zoe", "Gloria", "Jamal")
    yield from roof.answered(
        yes=yes,
        no=["Iker", "Rosa"],
        abstain=["Ximena", "Lucía", "Inés"],
    )
    tellers = (union.a_steward(), union.a_steward(1))
    yield from roof.box_opened_by(*tellers, said={"yes": 4, "no": 2}, at_table=3)


def another_month(union: Scene) -> Story:
    """The vote on going on is open today."""
    yield union.days_ago(11, "19:15")
    title = "We keep back the rent for one more month"
    month = union.proposes("Oksana", title, GO_ON, aim=WITHHOLDING)
    month.supported_by("Samir", "Noor", "Halima")
    yield from month.answered(yes=["Oksana", "Samir", "Wen"], no=["Iker"])
