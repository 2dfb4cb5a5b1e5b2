"""Trustees, and what is sealed, held against the journal.

Of what is sealed the journal holds for how long, for what and by how many it opens. Its
words need no line: a key fits them as they were, or it does not.
"""

from collections.abc import Iterator
from hashlib import sha256
from uuid import UUID

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal.models import Line
from commonweal.foundation.journal.seals import (
    HELD,
    Holding,
    contradicted,
    last_told,
    unsealed,
)
from commonweal.foundation.sealing.models import NamedTrustee, SealedThing, Trustee
from commonweal.rules.sentence import Sentence

# Who sealed it, and whom it is about, no line may tell.
THING = Holding(SealedThing, apart=("words", "subject", "sealed_by"))
BEGUN = ("sealed_something", "sealed_unnamed")


def seal_of_key(trustee: Trustee) -> str:
    """Give the digest of a trustee's public key that stands in the journal."""
    return sha256(bytes(trustee.public_key)).hexdigest()


def trustees_compared(institution: Institution) -> Iterator[Sentence]:
    """Say where trustees, or what is sealed, are not as lines tell."""
    yield from _named(institution)
    yield from _with_codes(institution)
    lines = Line.objects.filter(institution=institution, deed__in=BEGUN)
    older = lines.exclude(facts__has_key=HELD).values_list("about_id", flat=True)
    yield from contradicted(
        THING,
        SealedThing.objects.filter(institution=institution),
        last_told(institution),
        older=set(older),
    )
    yield from unsealed(institution, BEGUN)


def _named(institution: Institution) -> Iterator[Sentence]:
    lines = Line.objects.filter(institution=institution, deed="named_trustees")
    told = {
        (UUID(line.facts["decision"]), UUID(one), line.facts["threshold"], line.at)
        for line in lines
        for one in line.facts["trustees"]
    }
    kept = {
        (one.decision_id, one.member_id, one.threshold, one.named_at)
        for one in NamedTrustee.objects.filter(institution=institution)
    }
    if told != kept:
        yield Sentence("journal_trustees_differ")


def _with_codes(institution: Institution) -> Iterator[Sentence]:
    """Say which trustees' keys are not those they took a code for."""
    lines = Line.objects.filter(institution=institution, deed="became_trustee")
    told = {line.about_id: line for line in lines.order_by("number")}
    rows = Trustee.objects.filter(institution=institution)
    kept = {one.member_id: one for one in rows}
    for member, line in told.items():
        there = kept.get(member) if member else None
        if (
            there is None
            or there.since != line.at.date()
            or line.facts.get("key", seal_of_key(there)) != seal_of_key(there)
        ):
            yield Sentence("journal_trustee_differs", {"number": line.number})
    for _ in kept.keys() - told.keys():
        yield Sentence("journal_trustees_differ")
