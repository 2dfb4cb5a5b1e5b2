"""Many proposals at once: of each no more is read than a line about it says.

The queries are written out once (`foundation.prepared`), for a list is opened by
everybody and as often as anything.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import (
    DateTimeField,
    Exists,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    UUIDField,
)
from django.db.models.functions import Cast, Coalesce

from commonweal.capabilities.decisions.models import (
    Proposal,
    Question,
    Support,
    Version,
)
from commonweal.capabilities.decisions.queries.asking import questions_for
from commonweal.capabilities.decisions.queries.looking_again import with_reviews
from commonweal.capabilities.decisions.queries.standing import StandingProposal
from commonweal.capabilities.decisions.queries.timelines import (
    History,
    standing_under,
)
from commonweal.capabilities.decisions.queries.veils import WORDS_HIDDEN
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.language import say
from commonweal.foundation.prepared import Given, Prepared, Values
from commonweal.foundation.threads import access as talk
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import LocalText, in_language
from commonweal.rules.voting import preparation

NO_TITLE = LocalText()
AFTER_ALL = 2**31 - 1
_INSTITUTION = Given("institution", UUIDField())
_MEMBER = Given("member", UUIDField())


@dataclass(frozen=True)
class ListedProposal(StandingProposal):
    """A proposal as a line in a list: its newest title, and where it stands."""

    titled: LocalText = NO_TITLE

    @property
    def title(self) -> str:
        """The question in one sentence."""
        return self.titled.said("", "")


def proposal_views(
    institution: Institution,
    *,
    at: datetime,
    member: Member | None = None,
    limit: int = 50,
    before: int | None = None,
    charter: Charter | None = None,
) -> tuple[ListedProposal, ...]:
    """List proposals by number downwards from `before`; drafts only for their author.

    Takes as many queries for one as for fifty. `charter` is the one in force, where
    the caller has read it.
    """
    charter = charter or charter_in_force(institution, at=at)
    reader = {"institution": institution, "member": member}
    first = AFTER_ALL if before is None else min(before, AFTER_ALL)
    listed = _page(limit).rows({**reader, "before": first, "at": at})
    if not listed:
        return ()
    ends = {"lowest": listed[-1].number, "highest": listed[0].number}
    read = _Read.between({**reader, **ends})
    views = []
    for one in listed:
        one.institution = institution
        titled, history = read.of(one)
        if vars(one)["is_hidden"]:
            titled = in_language("", say(WORDS_HIDDEN))
        now = standing_under(charter, one, at=at, known=history)
        views.append(ListedProposal(one, now, at, member, titled))
    with_reviews(institution, views)
    return tuple(views)


class _Read(NamedTuple):
    """The rows that belong to the proposals of one list, by the proposal's number."""

    versions: Mapping[int, list[Any]]
    supports: Mapping[int, list[Any]]
    questions: Mapping[UUID, list[Question]]

    @classmethod
    def between(cls, values: Values) -> "_Read":
        """Read what belongs to all proposals whose numbers lie between two."""
        questions: defaultdict[UUID, list[Question]] = defaultdict(list)
        for question in _questions.rows(values):
            questions[question.proposal_id].append(question)
        versions, supports = _versions.rows(values), _supports.rows(values)
        return cls(_by_first(versions), _by_first(supports), questions)

    def of(self, proposal: Proposal) -> tuple[LocalText, History]:
        """Give the newest title of a proposal, and what happened to it."""
        versions = self.versions[proposal.number]
        questions = self.questions.get(proposal.pk, [])
        vars(proposal)["known_questions"] = questions
        _, *newest = versions[-1]
        return in_language(newest[0], newest[1]), History(
            tuple(preparation.Version(*one[3:]) for one in versions),
            tuple(
                preparation.Supporting(str(by), *rest)
                for _, by, *rest in self.supports.get(proposal.number, [])
            ),
            tuple(questions),
        )


def _by_first(rows: Iterable[tuple[Any, ...]]) -> Mapping[int, list[Any]]:
    grouped: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row[0]].append(row)
    return grouped


def _is_hidden() -> Exists:
    hidden = talk.hidden(_INSTITUTION, at=Given("at", DateTimeField()))
    return Exists(hidden.filter(about_id=OuterRef("pk")))


@cache
def _page(limit: int) -> Prepared[Proposal]:
    return Prepared(
        lambda: (
            Proposal.objects.filter(
                Q(put_at__isnull=False) | Q(author_id=_MEMBER),
                institution_id=_INSTITUTION,
                number__lt=Given("before", IntegerField()),
            )
            .defer("rule", "terms")
            # Many proposals go by few rules: as text, each is read only once.
            .annotate(rule_text=Cast("rule", TextField()), is_hidden=_is_hidden())
            .order_by("-number")[:limit]
        )
    )


@Prepared
def _versions() -> QuerySet[Version, tuple[Any, ...]]:
    known = _between(Version.objects.all()).order_by("number")
    said = ("written_at", "is_correction", "contested_at")
    return known.values_list("proposal__number", "language", "title", *said)


@Prepared
def _supports() -> QuerySet[Support, tuple[Any, ...]]:
    known = _between(Support.objects.all()).order_by("given_at", "id")
    # Whoever leaves supports nothing any more.
    ends = Coalesce(F("withdrawn_at"), F("member__left_at"))
    return known.values_list(
        "proposal__number", "member_id", "version_number", "given_at", ends
    )


@Prepared
def _questions() -> QuerySet[Question]:
    return _between(questions_for(_MEMBER))


def _between[M: Model](rows: QuerySet[M]) -> QuerySet[M]:
    """Give what belongs to the proposals that a list shows."""
    return rows.filter(
        institution_id=_INSTITUTION,
        proposal__number__gte=Given("lowest", IntegerField()),
        proposal__number__lte=Given("highest", IntegerField()),
    )
