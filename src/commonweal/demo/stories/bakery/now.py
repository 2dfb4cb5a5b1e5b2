"""What is going on in the bakery today."""

from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

MIXER = """\
A spiral mixer, second-hand, from the bakery that closed in town: 6,800 euros, forty
litres, two years old. Ours is from 1987 and has hurt Emre's hand twice.

It comes out of what is set aside for repairs, and leaves 2,100 euros there.
"""
VAN = """\
A second van, electric, for the round to the upper valley. We could lease it with the
food co-op, half the week each.
"""
HOLIDAY = """\
We close for two weeks in August, all of us at the same time, and say so on the door
from June on.
"""


def the_mixer(bakery: Scene) -> Story:
    """A vote with three days left and two ballots short of the quorum."""
    yield bakery.days_ago(18, "14:30")
    mixer = bakery.proposes("Dolores", "We buy the mixer from town", MIXER)
    mixer.supported_by("Emre")
    yield bakery.days_ago(15, "15:05")
    mixer.says("Fermín", "I looked at it. The bowl is straight and the belt is new.")
    yield bakery.days_ago(14, "13:45")
    mixer.says("Quim", "And if an oven breaks in the same year, with 2,100 left?")
    yield bakery.later(0, "14:00")
    mixer.answers("Dolores", "Then we ask the valley, as we did before. They came.")
    yield from mixer.answered(yes=["Emre", "Dolores"], no=["Quim"])


def a_second_van(bakery: Scene) -> Story:
    """A proposal that Hugo alone stands behind so far."""
    yield bakery.days_ago(5, "15:40")
    van = bakery.proposes("Hugo", "A van shared with the food co-op", VAN)
    yield bakery.days_ago(4, "14:10")
    van.says("Jamal", "I have driven one. The range is enough, up and down twice.")


def a_holiday(bakery: Scene) -> Story:
    """A text that is being talked about."""
    yield bakery.days_ago(7, "13:30")
    holiday = bakery.proposes("Vera", "Two weeks in August, all together", HOLIDAY)
    yield from holiday.gathers("Noor", "Fermín")
    yield bakery.days_ago(3, "14:45")
    holiday.says("Carmen", "And the nurses? They have nobody else, I keep saying it.")
