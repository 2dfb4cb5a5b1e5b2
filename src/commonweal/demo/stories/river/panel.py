"""How a panel was drawn, what it found, and who tells the others.

Nobody knows beforehand who is drawn, so the stories are told of whoever was.
"""

from datetime import timedelta

from commonweal.capabilities.decisions.actions import Aim, Option
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, charter_of_kind

KIND = "citizens_panel"
ADDRESS = "river-path"
CHANGES = {
    "name.en": "River Path Panel",
    "name.es": "Panel del camino del río",
    "place": "Fennel Valley",
    "offices.panellist.seats": "6",
    "offices.panellist.gathering_days": "10",
    "ending.goal.en": "The Mill Quarter assembly asked us: what becomes of the path "
    "by the river, on which the wheelchairs, the dogs and the flood all want to be?",
    "ending.goal.es": "La asamblea del barrio del Molino nos preguntó: ¿qué hacemos "
    "con el camino del río, por el que quieren pasar las sillas de ruedas, los perros "
    "y la crecida?",
}
CAME = {
    "under_thirty": ("Hugo", "Lucía", "Nuria", "Iker"),
    "thirty_to_sixty": ("Farah", "Mateo", "Bruno", "Samir", "Rosa"),
    "over_sixty": ("Agnes", "Teresa", "Paco", "Pilar"),
}
WAYS = """\
We heard the woman who measures the river, two who push a wheelchair there every day,
and the man with the beehives. Put the ways in your order.
"""
THREE_WAYS = (
    Option("Gravel that the flood may take, renewed each spring"),
    Option("A path of boards, a metre above the water"),
    Option("The path as it is"),
)
REPORT = """\
To the assembly of the Mill Quarter.

1. **A path of boards** from the mill to the second bend, a metre above the water. It
   costs 31,000 euros and lasts for twenty winters.
2. Beyond the bend the path stays as it is, and says so on a sign before the steps.
3. Dogs on the lead in April and May, when the plovers breed.

*What one of us holds against it:* the boards are slippery from November on.
"""


def founding(river: Scene) -> Story:
    """Elvira wrote to two hundred by chance; thirteen came, and six are drawn."""
    yield river.days_ago(71, "19:00")
    charter = charter_of_kind(KIND, CHANGES)
    river.founded(kind=KIND, charter=charter, address=ADDRESS, by="Elvira")
    classes = {name: one for one, names in CAME.items() for name in names}
    codes = river.brings_as("Elvira", classes)
    yield from river.come(codes, within=timedelta(days=6))


def which_way(river: Scene) -> Story:
    """Those drawn choose between three ways."""
    yield river.days_ago(52, "18:30")
    drawn = river.in_office("panellist")
    ways = river.proposes(
        drawn[0],
        "Which way along the river?",
        WAYS,
        aim=Aim(rule_id="options"),
        options=THREE_WAYS,
    )
    yield river.later(1, "20:00")
    ways.says(drawn[1], "Gravel is cheaper the first year, and never again.")
    orders = ("b a c", "b c a", "a b c", "b a c", "c b a", "b a c")
    yield from ways.ranked(dict(zip(drawn, orders, strict=True)))


def what_we_would_do(river: Scene) -> Story:
    """Five of six carry the report, and it says what the sixth holds against it."""
    yield river.days_ago(30, "18:45")
    drawn = river.in_office("panellist")
    report = river.proposes(
        drawn[2], "What we would do", REPORT, aim=Aim("adopt_statement")
    )
    yield from report.gathers(drawn[3], drawn[4])
    yield river.later(1, "20:10")
    report.says(drawn[5], "Write that they are slippery. I shall vote no all the same.")
    yield from report.answered(yes=drawn[:5], no=drawn[5:])


def who_reports(river: Scene) -> Story:
    """A vote is open: which of them takes it to the assembly."""
    yield river.days_ago(2, "18:00")
    drawn = river.in_office("panellist")
    reports = river.proposes(
        drawn[4],
        "Who takes it to the assembly?",
        "Whoever it is reads all of it, the sixth opinion too.",
        aim=Aim("fill_office", {"office": "rapporteur"}),
        options=river.candidates(drawn[:3]),
    )
    yield from reports.gathers(drawn[0])
