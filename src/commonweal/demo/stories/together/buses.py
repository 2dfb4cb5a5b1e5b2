"""The last bus: raised by a house, put into words, and said yes to by all."""

from commonweal.demo.clock import Story
from commonweal.demo.stories.together.bodies import (
    BAKERY,
    HOUSE,
    QUARTER,
    Together,
    Vote,
)

MATTER = "A bus home after eleven"
WORDS = """\
We ask the city hall, all of us in one letter, for a bus that leaves the hospital at a
quarter past eleven. Until it runs, those who have a car drive whoever comes off shift.
"""
YES = "We tell our delegate to say yes to these words, and to no others."
ANSWER = "The congress found these words. With a yes we carry them too."

VOTES = (
    Vote(
        *(130, "19:00", HOUSE, MATTER, WORDS),
        lambda together, body: together.raising(body, "city_hall"),
        yes="Inés Zoe Remei",
    ),
    Vote(
        *(115, "20:30", QUARTER, "Yes to the late bus", YES),
        lambda together, _body: together.telling(MATTER, "yes"),
        yes="Pilar Quim Teresa Vera Chidi",
    ),
    Vote(
        *(112, "18:30", HOUSE, "Yes to the late bus", YES),
        lambda together, _body: together.telling(MATTER, "yes"),
        yes="Joan Zoe Remei",
    ),
    Vote(
        *(84, "20:30", QUARTER, "The late bus: do we say yes?", ANSWER),
        lambda together, _body: together.answering(MATTER),
        yes="Quim Pilar Teresa Chidi Dolores",
        no="Agnes",
    ),
    Vote(
        *(84, "14:30", BAKERY, "The late bus: do we say yes?", ANSWER),
        lambda together, _body: together.answering(MATTER),
        yes="Emre Olga Vera Noor",
    ),
    Vote(
        *(83, "18:30", HOUSE, "The late bus: do we say yes?", ANSWER),
        lambda together, _body: together.answering(MATTER),
        yes="Zoe Remei Inés",
    ),
)


def a_congress(together: Together) -> Story:
    """Two say what they were told; the bakery has sent nobody yet."""
    yield together.scene.days_ago(87, "19:00")
    together.puts("Joan", MATTER)
    yield together.scene.later(0, "19:40")
    together.say(MATTER, {"Joan": "yes", "Nuria": "yes"})
