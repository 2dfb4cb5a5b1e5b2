"""A body raises matters, tells its delegates what to say, and answers for its base."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.actions.belonging import locked
from commonweal.capabilities.confederation.actions.noting import Doing, note
from commonweal.capabilities.confederation.actions.settling import remember_due
from commonweal.capabilities.confederation.models import Matter
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.capabilities.confederation.queries.staying_out import may_stay_out
from commonweal.foundation.institutions.access import may_be_written_in
from commonweal.foundation.institutions.charters import Terms, charter_in_force
from commonweal.foundation.institutions.effect import Result
from commonweal.foundation.institutions.models import CharterVersion, Institution
from commonweal.foundation.text import clean_name, clean_text
from commonweal.rules.canonical import Json
from commonweal.rules.confederation.answers import Counts, Says
from commonweal.rules.confederation.plain import counts_to_plain
from commonweal.rules.verdict import require

LONGEST_TITLE, LONGEST_TEXT = 200, 20_000


@transaction.atomic
def raise_matter(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Bring a matter before all bodies, in the words of the proposal."""
    whole = locked(terms, at=at)
    require(queries.may_raise(institution, terms, at))
    _raise(whole, institution, terms, decision=decision, at=at)


@transaction.atomic
def raise_change(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Ask all bodies to change the pact."""
    whole = locked(terms, at=at)
    require(queries.may_raise_change(institution, terms, at))
    change = queries.change_in(terms)
    _raise(whole, institution, terms, change=change, decision=decision, at=at)


def _raise(
    whole: Institution,
    institution: Institution,
    terms: Terms,
    *,
    change: Mapping[str, Json] | None = None,
    decision: UUID,
    at: datetime,
) -> None:
    ours = Matter.objects.filter(institution=whole)
    charters = CharterVersion.objects.filter(institution=whole, in_force_at__lte=at)
    in_force = charters.order_by("-in_force_at", "-number")[0]
    matter = Matter.objects.create(
        institution=whole,
        number=(ours.aggregate(last=Max("number"))["last"] or 0) + 1,
        title=clean_name(str(terms.get("title", "")), LONGEST_TITLE),
        text=clean_text(str(terms.get("text", "")), LONGEST_TEXT),
        language=charter_in_force(institution, at=at).language,
        competence="" if change else queries.competence_in(terms),
        change=dict(change or {}),
        pact=in_force.number,
        raised_at=at,
    )
    raised = Doing("raised", institution.pk, matter, decision=decision)
    note(whole, raised, new=matter, at=at)
    remember_due(matter, at=at)


@transaction.atomic
def join_raising(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Raise a matter beside those who have."""
    whole = locked(terms, at=at)
    require(queries.may_join_raising(institution, terms, at))
    read = _read(whole, terms, at=at)
    raised = Doing("raised", institution.pk, read.matter, decision=decision)
    note(whole, raised, at=at)
    remember_due(read.matter, at=at)


@transaction.atomic
def withdraw_matter(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Take back what we alone raised, before words were found."""
    whole = locked(terms, at=at)
    require(queries.may_withdraw_matter(institution, terms, at))
    read = _read(whole, terms, at=at)
    withdrew = Doing("withdrew", institution.pk, read.matter, decision=decision)
    note(whole, withdrew, at=at)
    remember_due(read.matter, at=at)


@transaction.atomic
def stay_out(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Stay out of what was ratified without our yes, where the pact lets us."""
    whole = locked(terms, at=at)
    require(may_stay_out(institution, terms, at))
    read = _read(whole, terms, at=at)
    stayed = Doing("stayed_out", institution.pk, read.matter, decision=decision)
    note(whole, stayed, at=at)


@transaction.atomic
def answer(
    institution: Institution, *, terms: Terms, result: Result, at: datetime
) -> None:
    """Answer for our base: yes if the vote carried, else no, with its numbers."""
    _answer(institution, terms, result, "yes" if result.carried else "no", at=at)


@transaction.atomic
def send_words_back(
    institution: Institution, *, terms: Terms, result: Result, at: datetime
) -> None:
    """Send words back with what should stand there, if our vote carried."""
    if result.carried:
        _answer(institution, terms, result, "return", at=at)


def _answer(
    institution: Institution, terms: Terms, result: Result, says: Says, *, at: datetime
) -> None:
    whole = locked(terms, at=at)
    require(queries.may_be_asked(institution, terms, at))
    read = _read(whole, terms, at=at)
    counts = Counts(
        result.yes or 0,
        result.no or 0,
        result.abstain or 0,
        result.turnout,
        result.roll,
    )
    facts: dict[str, Json] = {
        "text": str(terms.get("words") or read.text),
        "says": says,
        "counts": counts_to_plain(counts),
        "method": result.method,
        "is_sealed": result.yes is None,
        "minutes": result.seal,
    }
    # A count is taken also where the operator lets nobody write; its words are not.
    writes = says == "return" and may_be_written_in(whole, at=at)
    words = str(terms.get("text", "")) if writes else ""
    said = Doing(
        "answered",
        institution.pk,
        read.matter,
        words=words,
        facts=facts,
        decision=result.question,
    )
    note(whole, said, at=at)


def _read(whole: Institution, terms: Terms, *, at: datetime) -> Read:
    read = queries.matter_with(whole, terms["matter"], at=at)
    assert read is not None, "it was just found"
    return read
