"""Who may found an institution on this node, and who answers those who ask."""

from datetime import datetime
from uuid import UUID

from commonweal.foundation.institutions.access.seeing import may_find
from commonweal.foundation.institutions.charters import Terms, charter_in_force
from commonweal.foundation.institutions.models import Application, Institution, Member
from commonweal.foundation.nodes import queries as nodes
from commonweal.foundation.nodes.access import may_founding_be
from commonweal.foundation.people.models import Person
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

LONGEST_WHY = 1_000
# So that nobody buries those who answer.
MOST_WAITING = 200


def may_found(person: Person | None, *, at: datetime) -> Verdict:
    """Let in whoever is signed in, as the door of the node stands."""
    assert at.tzinfo is not None
    return may_pass(person) if person is not None else refused("sign_in_first")


def may_pass(person: Person | None) -> Verdict:
    """Say how the door stands for somebody; to all who were not let in, the same."""
    match nodes.door().founding:
        case "open":
            return ALLOWED
        case "application":
            admitted = person is not None and admitted_application(person) is not None
            return ALLOWED if admitted else refused("founding_by_application")
        case _:
            return refused("founding_closed")


def admitted_application(person: Person) -> Application | None:
    """Find a yes of somebody's with which nothing was founded yet."""
    rows = Application.objects.filter(person=person, is_admitted=True, used_at=None)
    return rows.order_by("made_at").first()


def may_apply(person: Person | None) -> Verdict:
    """Let anybody ask once at a time, where the node lets in by application."""
    if person is None:
        return refused("sign_in_first")
    waiting = Application.objects.filter(answered_at=None)
    asks = nodes.door().founding == "application"
    return first_refusal(
        ALLOWED if asks else refused("founding_needs_no_application"),
        refused("already_applied")
        if waiting.filter(person=person).exists()
        else ALLOWED,
        refused("too_many_applications")
        if waiting.count() >= MOST_WAITING
        else ALLOWED,
    )


def guards_door(institution: Institution, *, at: datetime) -> bool:
    """Say whether the decisions of this institution guard the door of the node."""
    gone = institution.dissolved_at is not None and institution.dissolved_at <= at
    return nodes.door().assembly_id == institution.pk and not gone


def may_guard_be_named(
    assembly: Institution, person: Person | None, *, at: datetime
) -> Verdict:
    """Name the institution that guards the door to those who may find it."""
    here = Member.objects.filter(institution=assembly, left_at=None)
    member = here.filter(person=person).first() if person is not None else None
    return may_find(member, charter_in_force(assembly, at=at))


def may_operator_guard(*, at: datetime) -> Verdict:
    """Let the operator guard the door until an institution does."""
    named = nodes.door().assembly_id
    there = Institution.objects.filter(pk=named).first() if named else None
    if there is None or not guards_door(there, at=at):
        return ALLOWED
    return refused("assembly_guards", address=there.address)


def may_founding_be_set(
    institution: Institution, terms: Terms, at: datetime
) -> Verdict:
    """Let the assembly of the node decide who may found here."""
    guards = guards_door(institution, at=at)
    return first_refusal(
        ALLOWED if guards else refused("not_the_assembly"),
        may_founding_be(terms.get("founding")),
    )


def may_institution_be_admitted(
    institution: Institution, terms: Terms, at: datetime
) -> Verdict:
    """Let the assembly of the node answer whoever asked to found here."""
    guards = guards_door(institution, at=at)
    return first_refusal(
        ALLOWED if guards else refused("not_the_assembly"),
        may_be_answered(open_application(str(terms.get("application")))),
    )


def may_be_answered(application: Application | None) -> Verdict:
    """Answer an application once."""
    return ALLOWED if application is not None else refused("application_gone")


def open_application(id_: str) -> Application | None:
    """Find an application that waits for its answer."""
    try:
        wanted = UUID(id_)
    except ValueError:
        return None
    return Application.objects.filter(pk=wanted, answered_at=None).first()
