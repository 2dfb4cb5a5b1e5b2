"""Who may put off a vote, and why not."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from commonweal.capabilities.decisions.models import Proposal, Version
from commonweal.foundation.institutions.access import offices
from commonweal.foundation.institutions.models import Member
from commonweal.rules.verdict import Verdict, refused
from commonweal.rules.voting import pauses
from commonweal.rules.voting.stage_table import Stage


def may_pause(
    member: Member | None,
    proposal: Proposal,
    terms: pauses.PauseTerms | None,
    *,
    stage: Stage,
    reason: str = "…",
    at: datetime,
) -> Verdict:
    """Let whoever holds the office of a right put off a vote, once; on a page, before
    a reason is written, it is asked as if there were one."""
    if member is None:
        return refused("members_only")
    holds = terms is not None and offices.holds(member, terms.office, at=at)
    so_far = pauses_of(proposal)
    may = pauses.may_pause(terms, stage, so_far, holds=holds, reason=reason)
    if may and is_about(member, proposal, at=at):
        return refused("pause_not_of_ones_own")
    return may


def is_about(member: Member, proposal: Proposal, *, at: datetime) -> bool:
    """Say whether a vote is about a member: to send them, to call them home, or to
    change what they are; to fill the office they hold, or one they stand for."""
    office = proposal.terms.get("office")
    if isinstance(office, str) and offices.holds(member, office, at=at):
        return True
    named = set(_words_in(proposal.terms))
    versions = Version.objects.filter(proposal=proposal)
    for options in versions.values_list("options", flat=True):
        named |= {str(one["id"]) for one in options if "label" not in one}
    return not named.isdisjoint(_ids_of(member))


def _ids_of(member: Member) -> set[str]:
    """Give every place that one person has: a delegate is named by theirs elsewhere."""
    places = Member.objects.filter(person=member.person_id) if member.person_id else ()
    return {str(member.pk), *(str(one.pk) for one in places)}


def _words_in(terms: object) -> Iterator[str]:
    if isinstance(terms, str):
        yield terms
    elif isinstance(terms, Mapping):
        for one in terms.values():
            yield from _words_in(one)
    elif isinstance(terms, list | tuple):
        for one in terms:
            yield from _words_in(one)


def pauses_of(proposal: Proposal) -> tuple[pauses.Paused, ...]:
    """Give each time that a vote was put off, the first one first."""
    return tuple(
        pauses.Paused(
            one["right"], one["by"], one["days"], datetime.fromisoformat(one["at"])
        )
        for one in proposal.pauses
    )
