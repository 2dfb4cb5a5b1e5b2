"""What a house asks of the company that runs it, and who says so."""

from datetime import timedelta

from commonweal.capabilities.decisions.actions import Aim
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, charter_of_kind

KIND = "residents_council"
ADDRESS = "poplar-court"
CHANGES = {
    "name.en": "Poplar Court Residents' Council",
    "name.es": "Consejo de residentes de Los Chopos",
    "purpose.en": "We who live in the four staircases of Poplar Court decide together "
    "what the house needs.",
    "purpose.es": "Quienes vivimos en las cuatro escaleras de Los Chopos decidimos en "
    "común qué necesita la casa.",
    "place": "Fennel Valley",
}
NEIGHBOURS = ("Joan", "Kateryna", "Ulises", "Zoe", "Pilar", "Inés", "Iker")
SPEAKERS = """\
One of us answers the company's letters and reads them to all. Three, so that nobody has
to alone. Whoever speaks says what we decided, and nothing else.
"""
ASKED = """\
To the company that runs Poplar Court:

1. The damp in staircase 4 is measured by somebody whom we choose with you.
2. Whoever mends something rings first, two days before.
3. What we pay for the garden is spent on the garden, and we see the bills.

We answer together. Please write to the council, and not to one of us.
"""
METERS = """\
The company wants meters that send what each of us uses every quarter of an hour. We ask
for meters that are read once a year, as the law allows, and open our doors to no other.
"""


def founding(poplars: Scene) -> Story:
    """Remei founds the council with one door after another."""
    yield poplars.days_ago(205, "18:20")
    charter = charter_of_kind(KIND, CHANGES)
    poplars.founded(kind=KIND, charter=charter, address=ADDRESS, by="Remei")
    codes = poplars.brings("Remei", NEIGHBOURS, member_class="resident")
    yield from poplars.come(codes, within=timedelta(days=5))


def who_speaks(poplars: Scene) -> Story:
    """Four stand, three speak."""
    yield poplars.days_ago(192, "19:10")
    election = poplars.proposes(
        "Kateryna",
        "Who speaks for the staircases?",
        SPEAKERS,
        aim=Aim("fill_office", {"office": "speaker"}),
        options=poplars.candidates(["Remei", "Joan", "Inés", "Ulises"]),
    )
    yield from election.ranked(
        {
            **dict.fromkeys(["Remei", "Zoe", "Pilar"], "a c b"),
            **dict.fromkeys(["Joan", "Iker"], "b a"),
            **dict.fromkeys(["Inés", "Kateryna"], "c d"),
            "Ulises": "d c a",
        }
    )


def what_we_ask(poplars: Scene) -> Story:
    """What is asked of the company is adopted, and stands on the council's page."""
    yield poplars.days_ago(74, "18:45")
    asked = poplars.proposes(
        "Inés", "What we ask of the company", ASKED, aim=Aim("adopt_statement")
    )
    yield from asked.gathers("Joan", "Zoe")
    yield poplars.later(1, "20:05")
    asked.says("Pilar", "Since the winter my wall is green. Write that it is green.")
    yes = ["Remei", "Joan", "Kateryna", "Zoe", "Pilar", "Inés"]
    yield from asked.answered(yes=yes, abstain=["Iker"])


def the_meters(poplars: Scene) -> Story:
    """Talk goes on, and the vote has not opened yet."""
    yield poplars.days_ago(3, "18:30")
    meters = poplars.proposes("Ulises", "Meters that are read once a year", METERS)
    yield from meters.gathers("Kateryna")
    yield poplars.later(1, "19:40")
    meters.says("Iker", "I installed them elsewhere. They know when you are asleep.")
