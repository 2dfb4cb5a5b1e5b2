"""Asking to found an institution on this node, answering, and keeping its door."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import translation

from commonweal.foundation.institutions import access
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Application, Institution
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.language import say
from commonweal.foundation.nodes.actions import guard_founding
from commonweal.foundation.people.actions import write_letter
from commonweal.foundation.people.models import Person
from commonweal.foundation.text import clean_name, clean_text
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, refused, require


@transaction.atomic
def apply(
    person: Person, *, name: str, kind: str, why: str, at: datetime
) -> Application:
    """Ask to found an institution: who, what kind, and why."""
    # Held so that of two who press twice one asks.
    person = Person.objects.select_for_update().get(pk=person.pk)
    require(access.may_apply(person))
    return Application.objects.create(
        person=person,
        name=clean_name(name, access.LONGEST_NAME),
        kind=kind,
        why=_said(why),
        made_at=at,
    )


@transaction.atomic
def answer_by_operator(
    application: Application, *, admit: bool, reason: str, at: datetime
) -> None:
    """Answer as the operator, where no institution guards the door."""
    require(access.may_operator_guard(at=at))
    _answer(application, admit=admit, reason=reason, at=at)


@transaction.atomic
def set_by_operator(
    founding: str, *, assembly: Institution | None, at: datetime
) -> None:
    """Say who may found here; naming an institution hands the door over to it."""
    require(access.may_operator_guard(at=at))
    guard_founding(founding, assembly=assembly.pk if assembly else None)
    if assembly is not None:
        lock(assembly, at=at)
        facts = {"founding": founding}
        journal.record("given_the_door", about=assembly, by=None, at=at, facts=facts)


@transaction.atomic
def admit_institution(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Let somebody found here or not, because the node's assembly decided so."""
    institution = lock(institution, at=at)
    require(access.may_institution_be_admitted(institution, terms, at))
    found = access.open_application(str(terms["application"]))
    assert found is not None, "it was just found to wait"
    admit = terms.get("admit", True) is True
    _answer(found, admit=admit, reason=str(terms.get("text") or terms["title"]), at=at)
    journal.record(
        "admitted_institution" if admit else "declined_institution",
        about=institution,
        by=None,
        at=at,
        facts={"decision": str(decision), "application": str(found.pk)},
    )


@transaction.atomic
def set_founding(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Change who may found here, because the node's assembly decided so."""
    institution = lock(institution, at=at)
    require(access.may_founding_be_set(institution, terms, at))
    founding = str(terms["founding"])
    guard_founding(founding, assembly=institution.pk)
    journal.record(
        "set_founding",
        about=institution,
        by=None,
        at=at,
        facts={"decision": str(decision), "founding": founding},
    )


def pass_door(person: Person, *, at: datetime) -> None:
    """Go through the door as it stands; with one yes one institution is founded."""
    require(access.may_found(person, at=at))
    found = access.admitted_application(person)
    if found is not None:
        # Of two who found with one yes in the same moment, one does.
        unused = Application.objects.filter(pk=found.pk, used_at=None)
        is_first = unused.update(used_at=at) == 1
        require(ALLOWED if is_first else refused("founding_by_application"))


def _answer(
    application: Application, *, admit: bool, reason: str, at: datetime
) -> None:
    fresh = access.open_application(str(application.pk))
    require(access.may_be_answered(fresh))
    assert fresh is not None
    fresh.answered_at, fresh.is_admitted, fresh.answer = at, admit, _said(reason)
    fresh.save(update_fields=["answered_at", "is_admitted", "answer"])
    person = fresh.person
    address = person.email if person.email_confirmed else ""
    with translation.override(person.language):
        how = "application_admitted" if admit else "application_declined"
        # The reason is anybody's words, with links in them or numbers to call: it
        # stands on the page, not in a letter that this server signs.
        body = say(Sentence(how, {"link": settings.FOUNDING_PAGE}))
        subject = say(Sentence("application_answered"))
    write_letter(address=address, subject=subject, body=body, at=at)


def _said(text: str) -> str:
    clean = clean_text(text[: access.LONGEST_WHY], access.LONGEST_WHY)
    require(ALLOWED if clean else refused("application_unsaid"))
    return clean
