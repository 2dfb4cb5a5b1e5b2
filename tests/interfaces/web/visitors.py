"""Given somebody in front of a page: a stranger, a member, the founder."""

from datetime import datetime

from django.test import Client

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.models import Institution, Member
from tests.builders import a_member
from tests.signing_in import sign_in


def browser_of(member: Member) -> Client:
    """Give a browser in which this member is signed in."""
    client = Client()
    sign_in(client, member.person)
    return client


def members(institution: Institution, *names: str, at: datetime) -> list[Member]:
    """Give several people who joined at a moment."""
    return [a_member(institution, name, at=at) for name in names]


def put(
    institution: Institution,
    by: Member,
    title: str = "Shall we paint the stairs?",
    *,
    text: str = "Green, on the first Saturday of May.",
    options: tuple[str, ...] = (),
    aim: actions.Aim | None = None,
    at: datetime,
) -> Proposal:
    """Give a proposal that its author has put to everybody."""
    words = actions.Wording(title, text, [actions.Option(one) for one in options])
    draft = actions.draft_proposal(
        institution, by=by, words=words, aim=aim or actions.Aim(), at=at
    )
    return actions.put_proposal(draft, by=by, at=at)
