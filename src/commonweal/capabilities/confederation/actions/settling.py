"""Writing down what a congress came to, once it is no longer open."""

from datetime import datetime

from django.db import transaction

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.actions.belonging import (
    give_notice,
    join,
)
from commonweal.capabilities.confederation.actions.noting import Doing, note
from commonweal.capabilities.confederation.models import (
    ConfederalDeed,
    Matter,
    NotAsked,
)
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.foundation.institutions.actions.by_decision import put_in_force
from commonweal.foundation.institutions.charters import amended, charter_in_force
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.canonical import Json
from commonweal.rules.charters.charter import Charter
from commonweal.rules.confederation.mandates import digest_of
from commonweal.rules.confederation.plain import body_to_plain
from commonweal.rules.plain import verdict_to_plain

ROWS_AT_ONCE = 2_000


@transaction.atomic
def settle_matters(institution: Institution, *, at: datetime) -> bool:
    """Write down what congresses came to by `at`; say whether there was anything."""
    institution = lock(institution, at=at)
    due = Matter.objects.filter(institution=institution, next_due_at__lte=at)
    found = list(due.order_by("next_due_at", "number"))
    found += queries.forgotten(institution, at=at)
    for matter in found:
        _settle(matter, at=at)
    return bool(found)


def _settle(matter: Matter, *, at: datetime) -> None:
    read = queries.matter_with(matter.institution, matter.pk, at=at)
    assert read is not None
    put = read.put
    is_over = put is not None and queries.closes_at(put) <= at
    if put is not None and is_over and not queries.is_composed(read, put):
        _compose(read, put)
    elif matter.change and read.now.ratified_at and not read.of(*queries.CHANGED):
        _change_pact(read, at=read.now.ratified_at)
    remember_due(matter, at=at)


def _change_pact(read: Read, *, at: datetime) -> None:
    """Put in force what the bases said yes to, or write down why it cannot be."""
    matter, whole = read.matter, read.matter.institution
    may = queries.may_pact_become(whole, matter.change, at)
    if not may:
        facts: dict[str, Json] = {"why": verdict_to_plain(may)}
        note(whole, Doing("left_pact", matter=matter, facts=facts), at=at)
        return
    _carry_out(matter, at=at)
    note(whole, Doing("changed_pact", matter=matter), at=at)


def _carry_out(matter: Matter, *, at: datetime) -> None:
    """Let the confederation become, join or leave what its bases said yes to."""
    whole, change = matter.institution, matter.change
    if "joins" in change:
        terms = {"confederation": change["joins"]}
        join(whole, terms=terms, decision=matter.pk, at=at)
        return
    if "leaves" in change:
        terms = {"membership": change["leaves"]}
        give_notice(whole, terms=terms, decision=matter.pk, at=at)
        return
    charter = amended(charter_in_force(whole, at=at), change)
    assert isinstance(charter, Charter), "it was just found to be in order"
    put_in_force(whole, charter, decision=matter.pk, at=at)


def _compose(read: Read, put: ConfederalDeed) -> None:
    """Count what delegates said, and ask the bases if the congress agreed."""
    ended = queries.closes_at(put)
    institution = read.matter.institution
    count = queries.count_of(read, put, at=ended)
    verdict, words = queries.found_by(read, put, count)
    asking = queries.asked_now(institution, read.case.pact, at=ended)
    facts: dict[str, Json] = {
        "put": put.number,
        "text": digest_of(words, read.matter.change),
        "put_text": put.facts["text"],
        "is_urgent": put.facts["is_urgent"],
        "verdict": verdict_to_plain(verdict),
        "votes": {side: str(votes) for side, votes in count.votes.items()},
        "union": body_to_plain(asking.union),
    }
    composed = Doing("composed", matter=read.matter, words=words, facts=facts)
    note(institution, composed, at=ended)
    if verdict:
        _leave_out(read.matter, asking)


def _leave_out(matter: Matter, asking: queries.Asking) -> None:
    """Keep for as long as the bases are asked who of each is not."""
    matter.not_asked.all().delete()
    NotAsked.objects.bulk_create(
        (
            NotAsked(
                institution_id=matter.institution_id,
                matter=matter,
                body=body,
                member=member,
            )
            for body, ids in asking.left_out.items()
            for member in ids
        ),
        batch_size=ROWS_AT_ONCE,
    )


def remember_due(matter: Matter, *, at: datetime) -> None:
    """Note when something next happens by itself with a matter."""
    read = queries.matter_with(matter.institution, matter.pk, at=at)
    assert read is not None
    if read.now.stage != "asking":
        matter.not_asked.all().delete()
    Matter.objects.filter(pk=matter.pk).update(next_due_at=queries.next_due(read))
