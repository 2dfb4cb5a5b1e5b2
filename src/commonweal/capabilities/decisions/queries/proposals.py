"""Proposals as a reader sees them at an instant, in as few queries as one is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import IntegerField, Prefetch, Q, QuerySet, UUIDField

from commonweal.capabilities.decisions.models import (
    Decision,
    Proposal,
    Question,
    Support,
    Version,
)
from commonweal.capabilities.decisions.queries.asking import questions_for
from commonweal.capabilities.decisions.queries.candidates import with_candidates
from commonweal.capabilities.decisions.queries.looking_again import (
    waiting_for_review,
    with_reviews,
)
from commonweal.capabilities.decisions.queries.standing import StandingProposal
from commonweal.capabilities.decisions.queries.timelines import (
    rows_of,
    standing_under,
    supports_of,
    versions_of,
    whose_supports,
)
from commonweal.capabilities.decisions.queries.veils import veiled
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.prepared import Given, Prepared
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import LocalText, in_language


@dataclass(frozen=True)
class ProposalView(StandingProposal):
    """A proposal in full: its words in every version, and who stands behind it."""

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """Its words from first to newest."""
        return tuple(sorted(versions_of(self.proposal), key=lambda one: one.number))

    @property
    def version(self) -> Version:
        """Its newest words."""
        return self.versions[-1]

    @property
    def title(self) -> str:
        """The question in one sentence."""
        return self.version.title

    @property
    def titled(self) -> LocalText:
        """Its title, in the language it was written in."""
        return in_language(self.version.language, self.title)

    @property
    def text(self) -> str:
        """The words in full."""
        return self.version.text

    @property
    def author(self) -> Member | None:
        """Who wrote it."""
        return self.proposal.author

    @property
    def author_name(self) -> str:
        """The name of whoever wrote it; empty where they have left."""
        return self.proposal.author.name if self.proposal.author else ""

    @property
    def puts_itself(self) -> bool:
        """Whether nobody wrote it: it asks about what the operator did."""
        return self.proposal.effect == "let_last_resort_stand"

    @cached_property
    def supporters(self) -> tuple[Member, ...]:
        """Those whose support counts for the newest words, the first one first."""
        counts = self.confirmed
        there = {str(one.member_id): one.member for one in self._supports}
        return tuple(member for key, member in there.items() if key in counts)

    @property
    def my_version(self) -> int | None:
        """The number of the version the reader supported, where they did."""
        mine = [one for one in self._supports if one.member == self.member]
        return mine[-1].version_number if mine else None

    @property
    def decision(self) -> Decision | None:
        """What was decided, once it was."""
        return getattr(self.proposal, "decision", None)

    @property
    def _supports(self) -> list[Support]:
        standing = (one for one in supports_of(self.proposal) if not one.withdrawn_at)
        return sorted(standing, key=lambda one: (one.given_at, str(one.pk)))


def proposal_view(
    institution: Institution,
    number: int,
    *,
    at: datetime,
    member: Member | None = None,
    charter: Charter | None = None,
) -> ProposalView | None:
    """Find a proposal by its number; a draft only for its author.

    Here as below, `charter` is the one in force, where the caller has read it.
    """
    charter = charter or charter_in_force(institution, at=at)
    found = _one(institution, number, member)
    return next(iter(_views(institution, charter, found, at, member)), None)


def _one(
    institution: Institution, number: int, member: Member | None
) -> list[Proposal]:
    """Read one as lists of them are read: most pages are about one."""
    reader = {"member": member}
    found = _by_number.first({"institution": institution, "number": number, **reader})
    if found is None:
        return []
    votes = _votes if member is None else _votes_for_reader
    vars(found).update(
        known_versions=rows_of(found, _versions, {}),
        known_supports=rows_of(found, _supports, {}),
        known_questions=rows_of(found, votes, reader),
    )
    return [found]


_READER = Given("member", UUIDField())
_PROPOSAL = Given("proposal", UUIDField())


@Prepared
def _by_number() -> QuerySet[Proposal]:
    here = _seen_by(Given("institution", UUIDField()), Q(author=_READER))
    return here.filter(number=Given("number", IntegerField()))[:1]


@Prepared
def _versions() -> QuerySet[Version]:
    return Version.objects.filter(proposal=_PROPOSAL)


@Prepared
def _supports() -> QuerySet[Support]:
    return whose_supports().filter(proposal=_PROPOSAL)


@Prepared
def _votes() -> QuerySet[Question]:
    return questions_for(None).filter(proposal=_PROPOSAL)


@Prepared
def _votes_for_reader() -> QuerySet[Question]:
    return questions_for(_READER).filter(proposal=_PROPOSAL)


def live_views(
    institution: Institution,
    *,
    charter: Charter,
    at: datetime,
    member: Member | None = None,
) -> tuple[ProposalView, ...]:
    """List what is on its way, and the reader's own drafts."""
    listed = _readable(institution, member).filter(
        Q(next_due_at__isnull=False) | Q(put_at=None)
    )
    return _views(
        institution, charter, listed.order_by("next_due_at", "number"), at, member
    )


def recent_decisions(
    institution: Institution,
    *,
    at: datetime,
    limit: int = 10,
    charter: Charter | None = None,
) -> tuple[ProposalView, ...]:
    """List what was adopted by `at`, the newest first."""
    charter = charter or charter_in_force(institution, at=at)
    listed = _readable(institution, None).filter(decision__decided_at__lte=at)
    return _views(
        institution, charter, listed.order_by("-decision__decided_at")[:limit], at, None
    )


def reviews_due(
    institution: Institution, *, at: datetime, limit: int = 10
) -> tuple[ProposalView, ...]:
    """List what is due to be looked at again, the longest due first.

    While a proposal looks at it again, and once one was carried, it is not due.
    """
    waiting = waiting_for_review(institution, at=at, limit=limit)
    if not waiting:
        return ()
    charter = charter_in_force(institution, at=at)
    listed = _readable(institution, None).filter(number__in=waiting)
    return _views(
        institution, charter, listed.order_by("decision__review_at"), at, None
    )


def _readable(institution: Institution, member: Member | None) -> QuerySet[Proposal]:
    own = Q(author=member) if member is not None else Q(pk=None)
    return _seen_by(institution, own).prefetch_related(
        Prefetch("versions", to_attr="known_versions"),
        Prefetch("supports", whose_supports(), to_attr="known_supports"),
        Prefetch("questions", questions_for(member), to_attr="known_questions"),
    )


def _seen_by(institution: Institution | Given, own: Q) -> QuerySet[Proposal]:
    here = Proposal.objects.filter(Q(institution=institution))
    put = here.filter(Q(put_at__isnull=False) | own)
    return put.select_related("author", "decision")


def _views(
    institution: Institution,
    charter: Charter,
    listed: Iterable[Proposal],
    at: datetime,
    member: Member | None,
) -> tuple[ProposalView, ...]:
    views = []
    named = with_candidates(institution.pk, listed)
    for one in veiled(institution, named, at=at):
        one.institution = institution
        now = standing_under(charter, one, at=at)
        views.append(ProposalView(one, now, at, member))
    with_reviews(institution, views)
    return tuple(views)
