"""The market: a delegate says what she was not told to, and the words come back."""

from commonweal.demo.clock import Story
from commonweal.demo.stories.together.bodies import (
    BAKERY,
    HOUSE,
    QUARTER,
    Together,
    Vote,
)

MATTER = "The market moves to the station"
WORDS = """\
From spring on the Saturday market stands on the square before the station, where the
whole valley can reach it.
"""
AS_IT_SHOULD_BE = """\
From spring on the Saturday market stands before the station every other week, and
every other week on the square of the mill quarter, where it always was.
"""
YES = "More people reach it there. We tell our delegate to say yes."
NO = "Half of us cannot carry a bag from the station. We tell our delegate to say no."
ANSWER = "The congress found these words. With a yes we carry them too."
HOME = """\
We told Nuria to say no to moving the market, and she said yes. She meant well. It did
not count; it is not for her to decide. Asha steps in.
"""

VOTES = (
    Vote(
        *(116, "18:40", HOUSE, MATTER, WORDS),
        lambda together, body: together.raising(body, "shared_places"),
        yes="Zoe Remei Iker",
    ),
    Vote(
        *(102, "14:30", BAKERY, "Yes to the market at the station", YES),
        lambda together, _body: together.telling(MATTER, "yes"),
        yes="Noor Emre Olga Vera Quim",
    ),
    Vote(
        *(101, "20:30", QUARTER, "No to the market at the station", NO),
        lambda together, _body: together.telling(MATTER, "no"),
        yes="Teresa Pilar Quim Vera Agnes",
    ),
    Vote(
        *(100, "18:30", HOUSE, "Yes to the market at the station", YES),
        lambda together, _body: together.telling(MATTER, "yes"),
        yes="Zoe Remei Joan",
    ),
    Vote(
        *(71, "20:30", QUARTER, "Nuria comes home", HOME),
        lambda together, _body: together.recalling("Nuria"),
        yes="Teresa Pilar Agnes Quim Vera",
        no="Chidi",
    ),
    Vote(
        *(70, "20:30", QUARTER, "The market, every other week", AS_IT_SHOULD_BE),
        lambda together, _body: together.returning(MATTER),
        yes="Teresa Pilar Agnes Quim Chidi",
    ),
    Vote(
        *(70, "14:30", BAKERY, "The market at the station: do we say yes?", ANSWER),
        lambda together, _body: together.answering(MATTER),
        yes="Emre Noor",
        no="Olga Vera",
    ),
)


def a_congress(together: Together) -> Story:
    """It agrees by two, and what Nuria says does not count."""
    yield together.scene.days_ago(73, "19:00")
    together.puts("Emre", MATTER)
    yield together.scene.later(0, "19:50")
    together.say(MATTER, {"Emre": "yes", "Joan": "yes", "Nuria": "yes"})
