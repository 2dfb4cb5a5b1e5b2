"""What the journal holds of bodies, matters and deeds."""

from collections.abc import Iterator

from commonweal.capabilities.confederation.models import Body, ConfederalDeed, Matter
from commonweal.capabilities.confederation.queries.due import unnoted
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal.seals import (
    Holding,
    contradicted,
    last_told,
    sealed,
)
from commonweal.rules.canonical import Json
from commonweal.rules.sentence import Sentence

# When the server next looks whether something is due follows from the deeds.
BODY = Holding(Body, apart=("next_due_at",))
MATTER = Holding(Matter, apart=("next_due_at",))
DEED = Holding(ConfederalDeed)


def sealed_deed(
    deed: ConfederalDeed, *more: tuple[Holding, Body | Matter]
) -> dict[str, Json]:
    """Give the facts by which a line seals a deed, and what came about with it."""
    return sealed((DEED, deed), *more)


def together_compared(institution: Institution) -> Iterator[Sentence]:
    """Say where bodies, matters or deeds are not as lines sealed them."""
    told = last_told(institution)
    ours = {"institution": institution}
    yield from contradicted(BODY, Body.objects.filter(**ours), told)
    yield from contradicted(MATTER, Matter.objects.filter(**ours), told)
    yield from contradicted(DEED, ConfederalDeed.objects.filter(**ours), told)
    yield from unnoted(institution)
