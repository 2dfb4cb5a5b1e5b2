"""How those who wash the hospital's linen came to speak with one voice."""

from datetime import date, timedelta

from commonweal.capabilities.decisions.actions import Aim, Option
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, charter_of_kind

KIND = "workers_council"
ADDRESS = "hospital-laundry"
CHANGES = {
    "name.en": "Hospital Laundry Council",
    "name.es": "Consejo de la lavandería del hospital",
    "purpose.en": "We who wash the hospital's linen speak with one voice, house staff "
    "and agency staff, in either union or in none.",
    "purpose.es": "Quienes lavamos la ropa del hospital hablamos con una sola voz: la "
    "plantilla y la contrata, de un sindicato, del otro o de ninguno.",
    "place": "Fennel Valley",
}
HOUSE = ("Daud", "Yusuf", "Oksana", "Ximena", "Gloria")
AGENCY = ("Jamal", "Wen")
TOGETHER = """\
We talk about what all of us have in common: the heat, the rota, the machines. What a
union settles for its members it goes on settling. Nobody is asked which one they are
in.
"""
DELEGATES = """\
Four of us speak with the management for half a year. One place at least is for somebody
whom the agency pays: they stand at the same press, and get other letters.
"""
FIRST = """\
In July it was 41 degrees beside the presses. We cannot ask for everything at once. Put
what we ask for in your order; what would win against each of the others goes first.
"""
DEMANDS = (
    Option("Fans and a door that stays open"),
    Option("A rota four weeks ahead"),
    Option("The same pay for agency and house"),
)
TEN_MINUTES = """\
They have not answered our letter about the fans for six weeks. On Friday at eleven all
presses stop for ten minutes, and we drink water in the yard. Nobody goes alone: if this
is not carried, nobody goes at all.
"""


def founding(laundry: Scene) -> Story:
    """Halima founds the council and gives each a code, one by one."""
    yield laundry.days_ago(209, "21:40")
    charter = charter_of_kind(KIND, CHANGES)
    laundry.founded(kind=KIND, charter=charter, address=ADDRESS, by="Halima")
    year = laundry.now.year - 1
    laundry.brings_statement(
        "Halima", "What we do together", TOGETHER, decided_on=date(year, 11, 20)
    )
    house = laundry.brings("Halima", HOUSE, member_class="worker")
    agency = laundry.brings("Halima", AGENCY, member_class="agency_worker")
    yield from laundry.come(house, within=timedelta(days=3))
    yield from laundry.come(agency, within=timedelta(days=3))


def who_speaks(laundry: Scene) -> Story:
    """Five stand for four places, one of them kept for agency staff."""
    yield laundry.days_ago(188, "22:10")
    election = laundry.proposes(
        "Oksana",
        "Who speaks for us with the management?",
        DELEGATES,
        aim=Aim("fill_office", {"office": "delegate"}),
        options=laundry.candidates(["Halima", "Daud", "Ximena", "Gloria", "Wen"]),
    )
    yield laundry.later(1, "22:30")
    election.says("Wen", "I stand. My contract ends in March, so be quick with me.")
    yield from election.ranked(
        {
            **dict.fromkeys(["Halima", "Daud", "Oksana"], "a b c"),
            **dict.fromkeys(["Yusuf", "Gloria"], "d b a"),
            **dict.fromkeys(["Ximena"], "c d"),
            **dict.fromkeys(["Wen", "Jamal"], "e a"),
        }
    )


def what_first(laundry: Scene) -> Story:
    """The demands are put in order in secret; the fans go first."""
    yield laundry.days_ago(96, "21:50")
    first = laundry.proposes(
        "Gloria",
        "What do we ask for first?",
        FIRST,
        aim=Aim(rule_id="options"),
        options=DEMANDS,
    )
    yield from first.gathers("Yusuf", "Wen")
    yield laundry.later(1, "22:20")
    first.says("Jamal", "The same pay is what I want most. The fans we might get.")
    yield from first.ranked(
        {
            **dict.fromkeys(["Halima", "Gloria", "Oksana"], "a b c"),
            **dict.fromkeys(["Daud", "Yusuf"], "a c b"),
            **dict.fromkeys(["Ximena"], "b a c"),
            **dict.fromkeys(["Wen", "Jamal"], "c a b"),
        }
    )


def ten_minutes(laundry: Scene) -> Story:
    """A vote is open now, and nobody learns who wanted what."""
    yield laundry.days_ago(9, "21:30")
    stop = laundry.proposes("Daud", "Ten minutes of water on Friday", TEN_MINUTES)
    yield from stop.gathers("Ximena", "Jamal")
    yield laundry.later(1, "22:00")
    stop.says("Oksana", "Who stops the dryers? They catch fire if nobody does.")
    yield laundry.later(0, "22:25")
    stop.answers("Daud", "I do, at ten to eleven. I have done it for nine years.")
    yield from stop.answered(yes=["Daud", "Ximena", "Jamal"], no=["Oksana"])
