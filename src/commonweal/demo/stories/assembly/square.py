"""The street, the fence, the tree and the fountain."""

from commonweal.capabilities.decisions.actions import Aim, Option
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

MILL_STREET = """\
On Saturdays from ten to eight Mill Street belongs to people on foot, from the bridge to
the square. Deliveries before ten, and whoever cannot walk is driven to the door.

We look at it again after four months.
"""
FENCE = """\
Twice this spring somebody took the beans. A fence of a metre and a half, with a gate
and a code for those who garden.
"""
TREE = """\
The elm is dead and comes down in February. Tick every tree you could live with.
"""
TREES = (Option("A lime"), Option("A walnut"), Option("A hackberry"), Option("No tree"))
TREE_AGAIN = """\
Lime and hackberry had as many ticks each, and our charter leaves things as they are
when that happens. So we ask again, about those two.
"""
TWO_TREES = (Option("A lime"), Option("A hackberry"))
FUENTE = """\
Pedimos que se arregle la fuente de la plaza y que el agua vuelva a ser potable. El
Ayuntamiento pone la bomba; nosotras, dos tardes al año para limpiarla.
"""


def mill_street_on_saturdays(assembly: Scene) -> Story:
    """Adopted for four months; by now it is time to look at it again."""
    yield assembly.days_ago(200, "19:00")
    title = "Mill Street without cars on Saturdays"
    street = assembly.proposes("Vera", title, MILL_STREET)
    yield from street.gathers("Elvira", "Joan", "Agnes")
    yield assembly.later(2, "09:15")
    street.says("Carmen", "My mother is ninety. How does she come to the doctor?")
    yield assembly.later(0, "13:00")
    street.answers("Vera", "By car, to the door. I have written it in.")
    street.reworded(title, MILL_STREET.replace("to the door.", "to their own door."))
    yield assembly.later(1, "10:00")
    street.supported_by("Elvira", "Joan", "Agnes")
    yes = [
        "Vera",
        "Elvira",
        "Joan",
        "Agnes",
        "Carmen",
        "Nuria",
        "Quim",
        "Chidi",
        "Rosa",
    ]
    yield from street.answered(
        yes=[*yes, "Olga", "Rut", "Samir", "Iker", "Asha"],
        no=["Fermín", "Dolores", "Ulises"],
        abstain=["Ben"],
    )


def a_fence(assembly: Scene) -> Story:
    """More say yes than no, but the quarter asks for three in four."""
    yield assembly.days_ago(118, "18:30")
    fence = assembly.proposes("Ulises", "A fence around the allotments", FENCE)
    yield from fence.gathers("Fermín", "Dolores", "Teresa")
    yield assembly.later(1, "20:20")
    fence.says(
        "Pilar", "I took the beans. I thought they were for everybody. Forgive me."
    )
    yield assembly.later(0, "20:45")
    fence.answers(
        "Ulises", "Then it was not all of them. Come on Sunday, I have plenty."
    )
    yes = ["Ulises", "Fermín", "Dolores", "Teresa", "Joan", "Rosa", "Olga", "Wen"]
    yield from fence.answered(
        yes=yes, no=["Pilar", "Nuria", "Elvira", "Agnes", "Halima"], abstain=["Chidi"]
    )


def a_tree_and_a_tie(assembly: Scene) -> Story:
    """Two trees are level, and the charter leaves things as they are."""
    yield assembly.days_ago(104, "12:10")
    tree = assembly.proposes(
        "Elvira",
        "Which tree for the square?",
        TREE,
        aim=Aim(rule_id="options"),
        options=TREES,
    )
    yield from tree.gathers("Pilar", "Gloria", "Lucía")
    yield assembly.later(1, "17:00")
    tree.says("Joan", "A walnut lets nothing grow under it. I speak as a walnut lover.")
    yield from tree.approved(
        {
            **dict.fromkeys(["Elvira", "Pilar", "Rosa", "Mateo"], "a"),
            **dict.fromkeys(["Gloria", "Lucía", "Chidi", "Iker"], "c"),
            **dict.fromkeys(["Joan", "Asha"], "a c"),
            **dict.fromkeys(["Quim", "Fermín"], "b"),
            **dict.fromkeys(["Carmen"], "d"),
        }
    )


def a_tree_at_last(assembly: Scene) -> Story:
    """Asked again about the two, the quarter chooses."""
    yield assembly.days_ago(82, "12:30")
    tree = assembly.proposes(
        "Elvira",
        "Lime or hackberry?",
        TREE_AGAIN,
        aim=Aim(rule_id="options"),
        options=TWO_TREES,
    )
    yield from tree.gathers("Joan", "Gloria", "Mateo")
    yield assembly.later(2, "19:30")
    tree.says(
        "Chidi", "Children climb hackberries and eat the berries. I rest my case."
    )
    yield from tree.approved(
        {
            **dict.fromkeys(["Elvira", "Pilar", "Rosa", "Mateo", "Fermín"], "a"),
            **dict.fromkeys(["Gloria", "Lucía", "Chidi", "Iker", "Quim", "Joan"], "b"),
            **dict.fromkeys(["Asha", "Carmen"], "b"),
        }
    )


def a_fountain(assembly: Scene) -> Story:
    """The quarter asks, in Spanish, for its water back."""
    yield assembly.days_ago(66, "20:00")
    fuente = assembly.proposes(
        "Pilar",
        "Que vuelva a correr la fuente de la plaza",
        FUENTE,
        aim=Aim("adopt_statement"),
        language="es",
    )
    yield from fuente.gathers("Teresa", "Carmen", "Nuria")
    yield assembly.later(1, "11:45")
    fuente.says("Teresa", "De niña bebíamos todas de ahí. Yo limpio la primera tarde.")
    yield assembly.later(1, "19:00")
    fuente.says("Olga", "I do not read all of it, but I can clean. Count me in.")
    yes = ["Pilar", "Teresa", "Carmen", "Nuria", "Olga", "Quim", "Vera", "Iker", "Rut"]
    yield from fuente.answered(
        yes=[*yes, "Lucía", "Dolores", "Gloria"], abstain=["Ben"]
    )
