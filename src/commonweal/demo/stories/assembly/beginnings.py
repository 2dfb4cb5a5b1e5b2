"""How the mill quarter began to meet: a church hall, a banner, twenty-six chairs."""

from datetime import date, timedelta

from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, charter_of_kind

KIND = "neighbourhood_assembly"
ADDRESS = "mill-quarter"
CHANGES = {
    "name.en": "Mill Quarter Assembly",
    "name.es": "Asamblea del Barrio del Molino",
    "place": "Mill Quarter, Fennel Valley",
    "rules.ordinary.review_after_days": "120",
}
BYLAWS = """\
# How we sit

- In a circle, with the table pushed to the wall.
- Two neighbours sum up at the end, one in English and one in Spanish.
- The key hangs with Pilar, number 14.
"""
SQUARE = """\
The square belongs to those who use it. No tables for paying guests, no advertising on
the walls, and the tap stays open for everybody.
"""


def founding(assembly: Scene) -> Story:
    """Chidi founds the assembly; those of the old committee are on the list."""
    yield assembly.days_ago(225, "20:30")
    charter = charter_of_kind(KIND, CHANGES, BYLAWS)
    assembly.founded(kind=KIND, charter=charter, address=ADDRESS, by="Chidi")
    assembly.brings_statement(
        "Chidi",
        "The square belongs to those who use it",
        SQUARE,
        decided_on=date(assembly.now.year - 1, 6, 24),
    )
    codes = assembly.brings(
        "Chidi", ["Ben", "Pilar", "Quim", "Nuria", "Joan", "Teresa", "Ulises"]
    )
    yield from assembly.come(codes, within=timedelta(days=4))


def the_quarter_joins(assembly: Scene) -> Story:
    """A link on a poster at the fountain, and then at the bakery."""
    yield assembly.days_ago(220, "11:00")
    poster = [
        "Asha",
        "Dolores",
        "Vera",
        "Agnes",
        "Carmen",
        "Elvira",
        "Fermín",
        "Gloria",
    ]
    yield from assembly.invited_by("Nuria", poster, within=timedelta(days=6))
    yield assembly.days_ago(212, "18:20")
    bakery = ["Rosa", "Olga", "Rut", "Wen", "Samir", "Halima", "Lucía", "Mateo", "Iker"]
    yield from assembly.invited_by("Pilar", bakery, within=timedelta(days=10))
    yield assembly.days_ago(75, "19:00")
    yield from assembly.invited_by("Joan", ["Bruno"], within=timedelta(days=2))


def one_leaves(assembly: Scene) -> Story:
    """Bruno moves to the sea and leaves here, too."""
    yield assembly.days_ago(49, "10:20")
    assembly.leaves("Bruno")
