"""How the valley came together: who asked to come in, who said yes, whom they sent."""

from commonweal.demo.clock import Story
from commonweal.demo.scene import charter_of_kind
from commonweal.demo.stories.together.bodies import (
    ADDRESS,
    BAKERY,
    HOUSE,
    QUARTER,
    Together,
    Vote,
)

KIND = "city_confederation"
CHANGES = {
    "name.en": "Fennel Valley Together",
    "name.es": "El Valle del Hinojo en común",
    "purpose.en": "An assembly, a bakery and a house decide together what none of "
    "them can decide alone, and each goes on deciding the rest for itself.",
    "purpose.es": "Una asamblea, una panadería y una casa deciden en común lo que "
    "ninguna puede decidir sola, y cada una sigue decidiendo lo demás por sí misma.",
    "place": "Fennel Valley",
}
JOIN = """\
The buses, the river and the market are not one street's business. We decide them with
others, and stay who we are: nothing binds us before we have been asked.
"""
ASKED = "They asked to come in, and keep their own rules as we keep ours."
CARRIES = "They say what we decided, and nothing else. We can call them home."


def founding(together: Together) -> Story:
    """Joan writes down the pact that the three have talked about all winter."""
    yield together.scene.days_ago(198, "20:00")
    together.scene.founded(
        kind=KIND, charter=charter_of_kind(KIND, CHANGES), address=ADDRESS, by="Joan"
    )


VOTES = (
    Vote(
        *(197, "18:30", HOUSE, "We join others of the valley", JOIN),
        Together.joining,
        yes="Joan Zoe Remei Inés",
    ),
    Vote(
        *(196, "20:30", QUARTER, "We join others of the valley", JOIN),
        Together.joining,
        yes="Nuria Quim Vera Pilar Teresa Chidi Ulises",
        no="Agnes",
        supporters=4,
    ),
    Vote(
        *(166, "14:50", BAKERY, "We bake for the valley, and join it", JOIN),
        Together.joining,
        yes="Emre Olga Vera Noor Quim",
    ),
    Vote(
        *(159, "18:30", HOUSE, "Shall the assembly come in?", ASKED),
        lambda together, body: together.admitting(body, QUARTER),
        yes="Zoe Remei Joan",
    ),
    Vote(
        *(146, "21:00", QUARTER, "Nuria carries what we say", CARRIES),
        lambda together, body: together.sending(body, "Nuria", "Asha"),
        yes="Chidi Quim Pilar Teresa Vera",
    ),
    Vote(
        *(135, "18:30", HOUSE, "Joan carries what we say", CARRIES),
        lambda together, body: together.sending(body, "Joan", "Inés"),
        yes="Remei Zoe Inés",
    ),
    Vote(
        *(130, "20:30", QUARTER, "Shall the bakery come in?", ASKED),
        lambda together, body: together.admitting(body, BAKERY),
        yes="Teresa Quim Pilar Vera Chidi",
    ),
    Vote(
        *(129, "21:30", HOUSE, "Shall the bakery come in?", ASKED),
        lambda together, body: together.admitting(body, BAKERY),
        yes="Zoe Remei Joan",
    ),
    Vote(
        *(105, "14:30", BAKERY, "Emre carries what we say", CARRIES),
        lambda together, body: together.sending(body, "Emre", "Olga"),
        yes="Olga Vera Noor Quim Dolores",
    ),
)
