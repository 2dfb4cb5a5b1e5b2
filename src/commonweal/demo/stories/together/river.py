"""The river: what was urgent held for two weeks, and the bases are asked for good."""

from commonweal.demo.clock import Story
from commonweal.demo.stories.together.bodies import (
    BAKERY,
    HOUSE,
    QUARTER,
    Together,
    Vote,
)

FLOOD = "The footbridge is shut while the river is high"
FLOOD_WORDS = """\
While the river is higher than the second step nobody uses the footbridge, and each of
us sends two people to stand at its ends.
"""
URGENT = "It rains. If it has to be decided before we can meet: yes."
MATTER = "One fund for the footbridge"
WORDS = """\
Each of us pays fifty cents a month for every member into one fund, until the
footbridge has a rail on both sides. Whoever cannot pay says so to their own body and
to nobody else.
"""
YES = "We tell our delegate to say yes to these words, and to no others."
ANSWER = """\
The congress found these words, and all bases are asked. Our vote goes there as it
falls, in numbers and without names.
"""

VOTES = (
    Vote(
        *(68, "18:30", HOUSE, MATTER, WORDS),
        lambda together, body: together.raising(body, "common_fund"),
        yes="Iker Zoe Inés",
    ),
    Vote(
        *(62, "18:30", HOUSE, FLOOD, FLOOD_WORDS),
        lambda together, body: together.raising(body, "shared_places"),
        yes="Inés Zoe Joan",
    ),
    Vote(
        *(52, "20:30", QUARTER, "Yes to a fund for the footbridge", YES),
        lambda together, _body: together.telling(MATTER, "yes"),
        yes="Chidi Pilar Quim Vera Teresa",
    ),
    Vote(
        *(48, "18:30", HOUSE, "Yes, if the river is too fast for us", URGENT),
        lambda together, _body: together.telling(FLOOD, "urgent_yes"),
        yes="Joan Zoe Remei",
    ),
    Vote(
        *(45, "18:30", HOUSE, "Yes to a fund for the footbridge", YES),
        lambda together, _body: together.telling(MATTER, "yes"),
        yes="Iker Zoe Inés",
    ),
    Vote(
        *(20, "20:30", QUARTER, "A fund for the footbridge: do we say yes?", ANSWER),
        lambda together, _body: together.answering(MATTER),
        yes="Chidi Pilar Quim",
        no="Agnes",
    ),
    Vote(
        *(20, "14:30", BAKERY, "A fund for the footbridge: do we say yes?", ANSWER),
        lambda together, _body: together.answering(MATTER),
        yes="Emre Vera Noor Olga",
    ),
)


def a_flood(together: Together) -> Story:
    """There is no time to ask; it holds for two weeks, and nobody says yes in time."""
    yield together.scene.days_ago(35, "07:30")
    together.puts("Joan", FLOOD, is_urgent=True)
    yield together.scene.later(0, "07:45")
    together.say(FLOOD, {"Joan": "yes"})


def a_congress(together: Together) -> Story:
    """Asha speaks where Nuria sat, and says what the assembly decided."""
    yield together.scene.days_ago(22, "19:00")
    together.puts("Joan", MATTER)
    yield together.scene.later(0, "19:30")
    together.say(MATTER, {"Joan": "yes", "Asha": "yes"})
