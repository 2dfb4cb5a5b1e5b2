"""Who waits before the door of this node, and who guards it."""

from dataclasses import dataclass

from commonweal.foundation.institutions.models import Application, Institution
from commonweal.foundation.nodes import queries as nodes
from commonweal.foundation.people.models import Person
from commonweal.rules.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Door:
    """How the door for founding stands, who guards it, and what one's own wish became.

    `assembly` is the institution whose decisions guard it; the operator does elsewhere.
    """

    stands: str
    assembly: Institution | None
    mine: Application | None

    @property
    def in_words(self) -> Sentence:
        """Say how it stands."""
        return Sentence(f"founding_is_{self.stands}")


def door_for(person: Person | None) -> Door:
    """Say how the door stands for somebody."""
    node = nodes.door()
    named = node.assembly_id
    assembly = Institution.objects.filter(pk=named).first() if named else None
    rows = Application.objects.filter(person=person, used_at=None)
    mine = rows.order_by("-made_at").first() if person else None
    return Door(node.founding, assembly, mine)


def applications() -> tuple[Application, ...]:
    """List who waits for an answer, whoever waits longest first."""
    return tuple(Application.objects.filter(answered_at=None).order_by("made_at", "id"))
