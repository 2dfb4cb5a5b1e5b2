"""The institution: who we are, what we are deciding, how to join, how to check us."""

from typing import Any, NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from commonweal.capabilities.assemblies import queries as assemblies
from commonweal.capabilities.decisions import access as decisions_access
from commonweal.capabilities.decisions import queries as decisions
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.language import number, say
from commonweal.foundation.people import queries as people
from commonweal.foundation.people.models import Person
from commonweal.foundation.text import html_of
from commonweal.foundation.threads.queries import hidden_words
from commonweal.interfaces.web.decisions.views.listing import (
    card,
    readable,
)
from commonweal.interfaces.web.decisions.views.veils import Hidden, hidden_told
from commonweal.interfaces.web.institutions.views.offices import officers_of
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.interfaces.web.templatetags.components import Card
from commonweal.interfaces.web.threads.views.last_resort import told_in_force
from commonweal.rules.charters.charter import SHOWN, Charter
from commonweal.rules.sentence import Sentence

SHOWN_AT_ONCE = 5
A_HANDFUL = 3


class NextStep(NamedTuple):
    """Something worth doing now, and where."""

    title: str
    more: str
    act: str
    url: str


@in_institution
def face(request: InstitutionRequest) -> HttpResponse:
    """Show strangers what the charter makes public, and members all of it."""
    return render(request, "institutions/face.html", what_can_be_seen(request))


def what_can_be_seen(request: InstitutionRequest) -> dict[str, Any]:
    """Gather what this reader may see of the institution."""
    institution, charter, at = request.institution, request.charter, request.at
    may = {what: access.may_see(request.member, charter, what) for what in SHOWN}
    count = queries.members(institution, at=at).count()
    officers = officers_of(request)
    joins = access.may_anybody_join(institution, at=at)
    return {
        "may_see": may,
        "member_count": count if may["member_count"] else None,
        "may_read_journal": access.may_read_journal(
            institution, request.member, charter, at=at
        ),
        "officers": officers if may["officers"] else (),
        "draws": queries.draws_ahead(institution, charter, at=at)
        if request.member
        else (),
        "statements": _statements(request) if may["decisions"] else (),
        "deciding": _deciding(request) if may["proposals"] else (),
        "decided": _decided(request) if may["decisions"] else (),
        "ways_in": ways_in(charter) if joins else (),
        "parting": queries.parting_told(institution, at=at),
        "may_go_on": access.may_go_on(institution, {}, at)
        and decisions_access.may_propose(request.member, charter, at=at),
        "is_parting": not joins,
        "last_resorts": told_in_force(institution, at=at),
        "next_steps": next_steps(request, count) if request.member else (),
        "open_tasks": _open_tasks(request),
        "next_assembly": assemblies.to_come(institution, at=at).first()
        if request.member
        else None,
    }


def _open_tasks(request: InstitutionRequest) -> tuple[assemblies.Taken, ...]:
    """Give the tasks whose day comes first, to members who may attend."""
    may = access.has_right(request.member, request.charter, "attend", at=request.at)
    if not may:
        return ()
    found = assemblies.tasks_of(request.institution, at=request.at)
    return found[:SHOWN_AT_ONCE]


def next_steps(request: InstitutionRequest, count: int) -> list[NextStep]:
    """Say what a member could do first: come back, invite while few, then propose."""
    first, second = _inviting(request, count), _proposing(request)
    if count > A_HANDFUL:
        first, second = second, first
    return [step for step in (_coming_back(request), first, second) if step]


def _coming_back(request: InstitutionRequest) -> NextStep | None:
    """Offer a way back in to somebody who has no key, code or address of use."""
    person, by_letter = request.user, people.sends_letters()
    if not isinstance(person, Person) or people.ways_back(person):
        return None
    if by_letter and person.email_digest:
        return None
    return NextStep(
        gettext("Keep a way back in"),
        gettext("Without a mail address you are signed in on this device alone.")
        if by_letter
        else gettext(
            "This server sends no letters, so you are signed in on this device alone."
        ),
        gettext("Get codes for paper"),
        reverse("people:me"),
    )


def _inviting(request: InstitutionRequest, count: int) -> NextStep | None:
    if not access.may_invite(request.member, request.charter, at=request.at):
        return None
    words = ngettext("{n} member so far.", "{n} members so far.", count)
    return NextStep(
        gettext("Invite others"),
        words.format(n=number(count)),
        gettext("Invite"),
        reverse("institutions:invite", args=[request.institution.address]),
    )


def _proposing(request: InstitutionRequest) -> NextStep | None:
    if not decisions_access.may_propose(request.member, request.charter, at=request.at):
        return None
    return NextStep(
        gettext("Propose something to all of us"),
        gettext("You write a draft first, which only you can see."),
        gettext("Propose"),
        reverse("decisions:propose", args=[request.institution.address]),
    )


def ways_in(charter: Charter) -> list[str]:
    """Say how one becomes a member, as the charter lays down."""
    if charter.pact is not None:
        return [say(Sentence("bodies_are_members"))]
    said = {
        "invitation": gettext(
            "On the invitation of a member, by link or printed code."
        ),
        "decision": gettext(
            "By a decision of the members. Ask one of them to propose it."
        ),
    }
    return [words for way, words in said.items() if way in charter.joining.ways]


def _deciding(request: InstitutionRequest) -> list[Card]:
    live = decisions.live_views(
        request.institution,
        charter=request.charter,
        at=request.at,
        member=request.member,
    )
    waiting = [view for view in live if view.decision is None]
    return [card(request, view) for view in waiting if readable(request, view)]


def _decided(request: InstitutionRequest) -> list[Card]:
    found = decisions.recent_decisions(
        request.institution,
        at=request.at,
        limit=SHOWN_AT_ONCE,
        charter=request.charter,
    )
    return [card(request, view) for view in found if readable(request, view)]


def _statements(request: InstitutionRequest) -> list[tuple[Any, str, Hidden | None]]:
    found = list(queries.statements(request.institution, at=request.at))
    ids = [one.pk for one in found]
    hidden = hidden_words(request.institution, ids, at=request.at)
    return [
        (one, html_of(one.text), hidden_told(request, one.pk, hidden)) for one in found
    ]
