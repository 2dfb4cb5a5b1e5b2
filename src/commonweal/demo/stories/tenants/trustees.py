"""Trustees of the union: named by a decision, and something sealed for them."""

from commonweal.capabilities.decisions.actions import Aim
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

TRUSTEES = """\
Some of us were told things on the stairs that must not lie around: what the man from
the agency said, and to whom. Whoever wants to can write it down now and seal it. Two of
the three open it together, if it goes to court, and nobody alone.
"""
ON_THE_STAIRS = """\
On the ninth, at seven in the evening, the man from the agency stood in front of my door
and said that my daughter's school would hear of it if we did not pay. My neighbour from
the second floor heard it too.
"""
THREE = ("Kateryna", "Remei", "Gloria")


def trustees_are_named(union: Scene) -> Story:
    """Three are named; each takes a code; what Oksana heard is sealed, and waits."""
    yield union.days_ago(64, "18:00")
    naming = union.proposes(
        "Emre",
        "Three of us keep what must not be read too early",
        TRUSTEES,
        aim=Aim(
            "name_trustees",
            {
                "trustees": [str(union.members[name].pk) for name in THREE],
                "threshold": "2",
            },
        ),
    )
    yield from naming.gathers("Halima", "Wen", "Noor")
    yield union.later(1, "19:00")
    naming.says("Gloria", "I keep mine in the flour tin. Nobody looks there.")
    yes = ["Emre", "Halima", "Wen", "Noor", "Asha", "Samir", "Oksana", "Gloria"]
    yield from naming.answered(yes=[*yes, "Remei", "Inés", "Zoe"], abstain=["Hugo"])
    yield naming.closes
    yield naming.in_force
    yield union.later(0, "19:00")
    codes = {name: union.takes_trustees_code(name) for name in THREE}
    yield union.later(2, "21:15")
    thing = union.seals("Oksana", ON_THE_STAIRS, "if the agency goes to court")
    yield union.later(6, "20:00")
    union.gives_share("Remei", codes["Remei"], thing)
