"""Given a small world that programs ask about: one open hall, one that is hidden."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from commonweal.capabilities.decisions import actions as decisions
from commonweal.capabilities.decisions import queries
from commonweal.foundation import duties
from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.people.models import Person
from commonweal.foundation.threads import actions as threads
from commonweal.foundation.threads import queries as said
from commonweal.rules.charters.charter import Charter
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.foundation.threads.given import stewards
from tests.interfaces.web.visitors import put

KIND = "neighbourhood_assembly"


@dataclass
class World:
    """Two institutions and the people in and around them, at one moment."""

    at: datetime
    hall: Institution
    hidden: Institution
    hugo: Member
    newcomer: Member
    outsider: Member
    left: Person
    ids: dict[str, str]


def a_world(charter: Charter | None = None) -> World:
    """Build it: a vote that is open, a draft, talk, a hidden post, open invitations."""
    hall = an_institution(KIND, charter=charter)
    hugo = founder_of(hall)
    ben, samir, halima, lena = (
        a_member(hall, name) for name in ("Ben", "Samir", "Halima", "Lena")
    )
    left = lena.person
    assert left is not None
    joining.leave(lena, at=day(2))
    stewards(hall, samir, halima, office="coordinator")
    hidden = an_institution(charter=replace(a_charter(), public=frozenset()))
    at = _vote(hall, hugo, [ben, samir, halima])
    ids = _things(hall, hugo, ben, samir, at)
    decisions.draft_proposal(
        hall,
        by=hugo,
        words=decisions.Wording("Shall we sing?"),
        aim=decisions.Aim(),
        at=at,
    )
    newcomer = a_member(hall, "Nadia", at=at - timedelta(hours=1))
    return World(at, hall, hidden, hugo, newcomer, founder_of(hidden), left, ids)


def _vote(hall: Institution, hugo: Member, others: list[Member]) -> datetime:
    """Put a proposal and let time pass until it is voted on; say when that is."""
    proposal = put(hall, hugo, at=day(30))
    for one in others:
        decisions.support(proposal, by=one, at=day(30))
    view = queries.proposal_view(hall, proposal.number, at=day(30))
    assert view is not None
    opens = view.moments.opens_at
    assert opens is not None, "it has the support it needs"
    duties.settle(hall, at=opens)
    return opens


def _things(
    hall: Institution, hugo: Member, ben: Member, samir: Member, at: datetime
) -> dict[str, str]:
    """Make one of each thing that has an id of its own."""
    view = queries.proposal_view(hall, 1, at=at)
    assert view is not None
    post, bad = (
        threads.say_in_thread(
            view.proposal.pk, institution=hall, by=hugo, text=text, at=at
        )
        for text in ("Green is fine.", "Rosa is a thief.")
    )
    words = said.said_at(hall, "post", bad.pk)
    assert words is not None
    threads.report(
        words, institution=hall, by=ben, complaint=threads.Complaint("hurts"), at=at
    )
    hiding = threads.hide(
        words, institution=hall, by=samir, wrong="hurts", reason="It hurts.", at=at
    )
    link = inviting.invite_by_link(hall, by=hugo, at=at)
    sheet = inviting.invite_by_codes(hall, by=hugo, count=2, at=at)
    return {
        "member": str(ben.pk),
        "post": str(post.pk),
        "hiding": str(hiding.pk),
        # Of what is sealed there is nothing for whoever keeps no share.
        "thing": str(post.pk),
        "hold": str(post.pk),
        "invitation": str(link.invitation.pk),
        "sheet": str(sheet.id),
        "code": link.code,
    }
