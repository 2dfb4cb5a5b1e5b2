"""How the union began: seven people in a laundry room, then the rest of the street."""

from datetime import date, timedelta

from commonweal.capabilities.decisions.actions import Aim
from commonweal.demo.cast import CAST
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, charter_of_kind

KIND = "tenants_union"
ADDRESS = "fennel-valley-tenants"
CHANGES = {
    "name.en": "Fennel Valley Tenants' Union",
    "name.es": "Sindicato de Inquilinas del Valle del Hinojo",
    "place": "Fennel Valley",
    # They have won before, and want the quarter to know of it.
    "public": ["charter", "decisions", "member_count", "officers"],
    # They know each other well and vote in the open, but for keeping back the rent.
    "rules.ordinary.ballot": "open",
    "rules.election.ballot": "open",
    "rules.options.ballot": "open",
}
NOT_ALONE = """\
Nobody talks to the owner or the agency about rent, repairs or leaving without another
tenant in the room. We write down what was said and both sign it.
"""
COLD_WINTER = """\
In the winter of the burst pipes eleven households kept back a tenth of the rent until
the roof of number 3 was tight. It took six weeks. Nobody lost their home.
"""


def founding(union: Scene) -> Story:
    """Asha founds the union and brings those who already met in the laundry room."""
    yield union.days_ago(239, "19:30")
    union.founded(
        kind=KIND, charter=charter_of_kind(KIND, CHANGES), address=ADDRESS, by="Asha"
    )
    _what_was_before(union)
    codes = union.brings(
        "Asha", ["Halima", "Emre", "Remei", "Iker", "Samir", "Oksana", "Agnes"]
    )
    # Agnes has her printed code in a drawer and has not used it yet.
    coming = {name: code for name, code in codes.items() if name != "Agnes"}
    yield from union.come(coming, within=timedelta(days=3))
    first = ["Wen", "Yusuf", "Zoe", "Ximena", "Gloria"]
    yield from union.invited_by("Halima", first, within=timedelta(days=8))


def _what_was_before(union: Scene) -> None:
    year = union.now.year - 2
    union.brings_statement(
        "Asha", "We do not negotiate alone", NOT_ALONE, decided_on=date(year, 3, 14)
    )
    union.brings_statement(
        "Asha",
        "What we learned in the cold winter",
        COLD_WINTER,
        decided_on=date(year, 11, 30),
    )


def more_come(union: Scene) -> Story:
    """The street hears of it, staircase by staircase; Farah comes last week."""
    yield union.days_ago(222, "18:00")
    across = ["Jamal", "Kateryna", "Noor", "Daud", "Lucía", "Rosa"]
    yield from union.invited_by("Emre", across, within=timedelta(days=10))
    yield union.days_ago(206, "12:15")
    corner = ["Mateo", "Inés", "Hugo", "Teresa", "Paco", "Bruno"]
    yield from union.invited_by("Samir", corner, within=timedelta(days=9))
    yield union.days_ago(10, "20:40")
    yield from union.invited_by("Zoe", ["Farah"], within=timedelta(days=1))


def a_friend_is_admitted(union: Scene) -> Story:
    """Ben owns his flat and cannot be a tenant; the members take him as supporter."""
    yield union.days_ago(124, "17:30")
    ben = {"name": CAST["Ben"].name, "member_class": "supporter"}
    admitting = union.proposes(
        "Asha",
        "Shall Ben help us as a supporter?",
        "Ben owns the flat above the chemist's, so he cannot be a member with a vote. "
        "He has a van, a printer and forty years of reading contracts.",
        aim=Aim(effect="admit_member", terms={"people": [ben]}),
    )
    yield union.later(1, "09:05")
    admitting.says("Emre", "He read my lease and found three things that cannot stand.")
    yield from admitting.answered(
        yes=["Asha", "Emre", "Halima", "Remei", "Zoe", "Wen", "Kateryna", "Rosa"],
        abstain=["Hugo"],
    )
