"""Nine thousand euros from the town hall, shared out by everybody."""

from commonweal.capabilities.decisions.actions import Aim, Option
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

NINE_THOUSAND = """\
The town hall gives the quarter 9,000 euros for this year and lets us say for what.

Tick every project that you want. Each of us brings an equal share of the money to what
we ticked; so a street with few voters is not outvoted by the square, and what many
want a little does not eat up what some need a lot.
"""
PROJECTS = (
    Option("Lights on the steps to the school", 2600),
    Option("A ramp for the church hall", 3100),
    Option("Tools that anybody can borrow", 900),
    Option("Shade for the playground", 2400),
    Option("A cinema in the square, six evenings", 1500),
    Option("Nest boxes for the swifts", 300),
    Option("A new sound system", 4200),
)


def nine_thousand_euros(assembly: Scene) -> Story:
    """Seven projects, and not enough for all of them."""
    yield assembly.days_ago(165, "19:15")
    budget = assembly.proposes(
        "Nuria",
        "What do we do with 9,000 euros?",
        NINE_THOUSAND,
        aim=Aim(rule_id="shared_budget", terms={"budget": 9000}),
        options=PROJECTS,
    )
    yield from budget.gathers("Quim", "Chidi", "Rut")
    yield assembly.later(3, "10:30")
    budget.says("Ben", "With a ramp I could come to the hall without being carried.")
    yield assembly.later(1, "21:00")
    budget.says("Mateo", "Who looks after the tools?")
    yield assembly.later(0, "21:20")
    budget.answers("Joan", "My garage has a door onto the street. I will.")
    yield assembly.later(2, "08:05")
    budget.says("Rut", "Swifts eat the mosquitoes. Three hundred euros, gentlepeople.")
    yield from budget.approved(
        {
            **dict.fromkeys(["Ben", "Teresa", "Pilar", "Carmen", "Chidi"], "b"),
            **dict.fromkeys(["Nuria", "Elvira", "Vera", "Rosa", "Gloria"], "a d f"),
            **dict.fromkeys(["Joan", "Mateo", "Iker"], "c e"),
            **dict.fromkeys(["Asha", "Halima", "Samir", "Wen"], "a b e"),
            **dict.fromkeys(["Rut", "Lucía", "Olga"], "c e f"),
            **dict.fromkeys(["Ulises", "Fermín"], "e g"),
            **dict.fromkeys(["Quim", "Dolores"], "b c"),
        }
    )
    yield budget.closes
    yield assembly.later(2, "18:30")
    budget.says("Quim", "I counted it again with the file from this page: the same.")
