"""Which body can still stay out of what was ratified."""

from collections.abc import Iterable
from datetime import datetime

from commonweal.capabilities.confederation.queries.choices import Choices, belongings
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.capabilities.confederation.queries.may_raise import with_matter
from commonweal.capabilities.confederation.queries.veils import matters_shown
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.confederation.deeds import OptedOut
from commonweal.rules.confederation.verdicts import may_do
from commonweal.rules.days import days_later
from commonweal.rules.verdict import Verdict


def may_stay_out(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body that did not say yes stay out, where the pact lets it and in time."""
    return with_matter(institution, terms, at, _may_stay_out_of_it)


def _may_stay_out_of_it(read: Read, body: Institution, at: datetime) -> Verdict:
    return may_do(read.case, read.now, OptedOut(str(body.pk), at))


def to_stay_out(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give the matters that we can still stay out of."""
    return [
        (str(read.matter.pk), read.matter.title)
        for one in belongings(body, at=at)
        for read in matters_shown(one.whole, at=at)
        if can_stay_out(read, body, at=at)
    ]


def can_stay_out(read: Read, body: Institution, *, at: datetime) -> bool:
    """Say whether a body can still stay out, and has not said so yet."""
    has_said = str(body.pk) in read.now.stayed_out
    return not has_said and bool(_may_stay_out_of_it(read, body, at))


def those_who_can(
    read: Read, bodies: Iterable[Institution], *, at: datetime
) -> list[Institution]:
    """Give those of some bodies that can still stay out."""
    return [one for one in bodies if can_stay_out(read, one, at=at)]


def can_until(read: Read) -> datetime | None:
    """Say until when bodies can stay out of it; None where they cannot."""
    terms, since = read.case.ratifying, read.now.ratified_at
    if terms.binding != "opt_out" or since is None:
        return None
    return days_later(since, terms.opt_out_days, read.case.zone)
