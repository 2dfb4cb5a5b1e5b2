"""Who speaks for the quarter, and from what age one belongs to it."""

from commonweal.capabilities.decisions.actions import Aim
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

COORDINATORS = """\
Two coordinators for half a year. They book the hall, write the notices and answer the
town hall's letters, after showing them to us.
"""
FOURTEEN = """\
The skaters' bench was decided about by everybody except those who skate. Who lives
here and is fourteen has something to say about the square.
"""


def coordinators_by_lot(assembly: Scene) -> Story:
    """Three end level for two seats, and a lot that all can check decides."""
    yield assembly.days_ago(190, "20:15")
    election = assembly.proposes(
        "Chidi",
        "Who coordinates until the autumn?",
        COORDINATORS,
        aim=Aim("fill_office", {"office": "coordinator"}),
        options=assembly.candidates(["Nuria", "Quim", "Vera", "Ulises"]),
    )
    yield from election.gathers("Pilar", "Ben")
    yield assembly.later(4, "18:00")
    election.says(
        "Ulises", "Put me last, I am away for a month. I stand so that there are four."
    )
    yield from election.ranked(
        {
            **dict.fromkeys(["Nuria", "Joan", "Teresa", "Asha"], "a"),
            **dict.fromkeys(["Quim", "Ben", "Dolores", "Rosa"], "b"),
            **dict.fromkeys(["Vera", "Agnes", "Olga", "Wen"], "c"),
            **dict.fromkeys(["Ulises"], "d"),
        }
    )
    yield election.closes
    yield assembly.later(1, "09:30")
    election.says("Quim", "Four each! I drew the lot again on paper. It is right.")


def younger_neighbours(assembly: Scene) -> Story:
    """The charter says fourteen where it said sixteen."""
    yield assembly.days_ago(58, "19:50")
    changes = {
        "basis.en": "For everybody over 14 who lives in the neighbourhood, with or "
        "without papers.",
        "basis.es": "Para todas las personas mayores de 14 años que viven en el "
        "barrio, con papeles o sin ellos.",
    }
    younger = assembly.proposes(
        "Agnes",
        "Neighbours from fourteen on",
        FOURTEEN,
        aim=Aim("amend_charter", {"changes": changes}),
    )
    yield from younger.gathers("Vera", "Elvira", "Gloria", "Chidi", "Mateo")
    yield assembly.later(2, "20:00")
    younger.says("Fermín", "At fourteen I would have voted for a swimming pool.")
    yield assembly.later(0, "20:10")
    younger.answers("Agnes", "And you would have been right.")
    yes = [
        "Agnes",
        "Vera",
        "Elvira",
        "Gloria",
        "Chidi",
        "Mateo",
        "Nuria",
        "Quim",
        "Joan",
    ]
    yield from younger.answered(
        yes=[*yes, "Ben", "Asha", "Rosa", "Lucía"], no=["Fermín", "Ulises"]
    )
