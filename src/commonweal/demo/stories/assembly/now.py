"""What is going on in the mill quarter today."""

from commonweal.capabilities.decisions.actions import Aim, Option
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

PARTY = """\
Long tables, everybody brings a dish, music until eleven. Tick every Saturday on which
you can come.
"""
SATURDAYS = (
    Option("The second Saturday of next month"),
    Option("The third Saturday of next month"),
    Option("The last Saturday of next month"),
)
LEFT_OVER = """\
Of the nine thousand euros 3,200 are left, because nothing else on the list had enough
of us behind it. We share them out among smaller things.
"""
SMALL_THINGS = (
    Option("A box with a first-aid kit at the square", 250),
    Option("Four folding tables for lending", 480),
    Option("Lights on the lower half of the school steps", 1400),
    Option("A sail for shade over the sandpit", 1150),
    Option("A printer for the hall", 400),
    Option("Swimming lessons for ten children", 600),
)
BANCOS = """\
Tres bancos a la sombra, uno de ellos con brazos para levantarse, en el camino del
ambulatorio. Muchas vecinas no llegan de una vez.
"""


def which_saturday(assembly: Scene) -> Story:
    """A choice that is being made these days."""
    yield assembly.days_ago(12, "19:40")
    party = assembly.proposes(
        "Gloria",
        "On which Saturday is the street party?",
        PARTY,
        aim=Aim(rule_id="options"),
        options=SATURDAYS,
    )
    party.supported_by("Elvira", "Wen", "Rosa")
    yield assembly.days_ago(10, "18:10")
    party.says(
        "Wen", "I bring dumplings on any of them. Four hundred, if there is a stove."
    )
    yield from party.approved(
        {
            **dict.fromkeys(["Gloria", "Rosa", "Elvira"], "a b"),
            **dict.fromkeys(["Wen", "Mateo"], "b c"),
            **dict.fromkeys(["Fermín", "Agnes"], "c"),
        }
    )


def the_next_budget(assembly: Scene) -> Story:
    """Projects that are being talked about; the words can still change."""
    yield assembly.days_ago(9, "20:30")
    budget = assembly.proposes(
        "Quim",
        "What was left: 3,200 euros for smaller things",
        LEFT_OVER,
        aim=Aim(rule_id="shared_budget", terms={"budget": 3200}),
        options=SMALL_THINGS,
    )
    yield from budget.gathers("Nuria", "Olga", "Teresa")
    yield assembly.days_ago(5, "17:35")
    budget.says("Teresa", "Folding tables, but light ones. I am eighty-one.")
    yield assembly.days_ago(3, "19:00")
    budget.says("Olga", "Could the printer be the one Ben has? He offered it.")


def coordinators_again(assembly: Scene) -> Story:
    """The half-year is nearly over; who stands next is being talked about."""
    yield assembly.days_ago(4, "20:00")
    election = assembly.proposes(
        "Chidi",
        "Who coordinates from now on?",
        "Two coordinators for the next half-year. Those who did it until now are "
        "thanked, and may sleep on Thursdays again.",
        aim=Aim("fill_office", {"office": "coordinator"}),
        options=assembly.candidates(["Ulises", "Rut", "Samir"]),
    )
    yield assembly.days_ago(3, "09:00")
    election.says("Samir", "I stand if somebody shows me how the hall's heating works.")


def benches_in_the_shade(assembly: Scene) -> Story:
    """A proposal in Spanish that looks for supporters."""
    yield assembly.days_ago(3, "11:20")
    bancos = assembly.proposes(
        "Carmen", "Tres bancos a la sombra", BANCOS, language="es"
    )
    yield assembly.days_ago(2, "18:00")
    bancos.says(
        "Carmen", "La sombra del hackberry todavía tarda diez años. Un toldo, ¿no?"
    )
