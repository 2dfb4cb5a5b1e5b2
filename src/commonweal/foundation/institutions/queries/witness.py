"""What the journal says of charters, held against the versions that are kept."""

from hashlib import sha256

from commonweal.foundation.institutions.models import CharterVersion, Institution
from commonweal.foundation.journal.models import Line
from commonweal.rules.sentence import Sentence

WRITTEN_BY = ("founded", "amended_charter")


def charters_compared(institution: Institution) -> tuple[Sentence, ...]:
    """Say which versions of the charter are not those that were written about."""
    lines = Line.objects.filter(institution_id=institution.id, deed__in=WRITTEN_BY)
    sealed = {row.about_id: row.facts.get("seal") for row in lines}
    versions = CharterVersion.objects.filter(institution=institution)
    return tuple(
        Sentence("journal_charter_differs", {"number": version.number})
        for version in versions.order_by("number")
        if sealed.get(version.pk) != sha256(version.text.encode()).hexdigest()
    )
