"""When an institution parts: as was decided, and held against what it keeps."""

from collections.abc import Iterator
from datetime import datetime

from commonweal.foundation.institutions.access.ending import parting_of
from commonweal.foundation.institutions.charters import charter_of
from commonweal.foundation.institutions.models import CharterVersion, Institution
from commonweal.foundation.journal.models import Line
from commonweal.rules.charters.charter import Charter
from commonweal.rules.ending.parting import Parting, parting
from commonweal.rules.sentence import Fact, Sentence

BEGAN, WENT_ON = "began_to_part", "went_on"


def decided_to_part(institution: Institution) -> Parting | None:
    """Give the parting that members decided on and have not called back."""
    lines = Line.objects.filter(institution=institution, deed__in=(BEGAN, WENT_ON))
    last = lines.order_by("-number").first()
    if last is None or last.deed == WENT_ON:
        return None
    ends = datetime.fromisoformat(last.facts["ends"]["moment"])
    return Parting(last.at, ends, last.facts["because"])


def parting_by(institution: Institution, charter: Charter) -> Parting | None:
    """Say when an institution parts under a charter, by that or by a decision."""
    return parting(
        charter.ending,
        decided_to_part(institution),
        founded_at=institution.founded_at,
        zone=charter.time_zone,
    )


def parting_told(institution: Institution, *, at: datetime) -> Sentence | None:
    """Say that an institution has ended, parts, or stops on a day to come."""
    if institution.dissolved_at is not None and institution.dissolved_at <= at:
        return Sentence("parting_over", {"ended": institution.dissolved_at})
    now = parting_of(institution)
    if now is None:
        return None
    facts: dict[str, Fact] = {"begins": now.begins_at, "ends": now.ends_at}
    has_begun = now.begins_at <= at
    return Sentence(f"parting_{now.because}" if has_begun else "parting_ahead", facts)


def parting_compared(institution: Institution) -> Iterator[Sentence]:
    """Say whether it parts otherwise than its decisions and its charter say."""
    versions = CharterVersion.objects.filter(institution=institution)
    newest = versions.order_by("-number").first()
    now = Institution.objects.get(pk=institution.pk)
    kept = (now.parts_from, now.ends_at, now.parts_because)
    if newest and columns_of(parting_by(now, charter_of(newest.text))) != kept:
        yield Sentence("journal_parting_differs")


def columns_of(found: Parting | None) -> tuple[datetime | None, datetime | None, str]:
    """Give what an institution keeps of its parting: from when, until when, why."""
    return (
        (found.begins_at, found.ends_at, found.because) if found else (None, None, "")
    )
