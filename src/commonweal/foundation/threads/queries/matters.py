"""What was reported, what is hidden and why, and what waits for those who decide."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import DateTimeField, QuerySet, UUIDField
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import Membership
from commonweal.foundation.prepared import Given, Prepared
from commonweal.foundation.threads import access
from commonweal.foundation.threads.access.looking import Involved
from commonweal.foundation.threads.models import Appeal, Hiding, Report
from commonweal.rules.charters.charter import Charter
from commonweal.rules.moderation.said import Said


@dataclass(frozen=True, slots=True)
class Matter:
    """Words that were reported, with every report nobody has answered yet."""

    said: Said
    reports: tuple[Report, ...]

    @property
    def is_urgent(self) -> bool:
        """Whether anybody says that it cannot wait."""
        return any(one.is_urgent for one in self.reports)

    @property
    def since(self) -> datetime:
        """When it was first reported."""
        return self.reports[0].reported_at


@dataclass(frozen=True, slots=True)
class Appealed:
    """Hidden words that somebody asks back, and those words."""

    appeal: Appeal
    said: Said


@dataclass(frozen=True, slots=True)
class StewardNeed:
    """A matter that waits for a member who may decide it."""

    kind: str
    institution: Institution
    member: Member
    said: Said
    due_at: datetime | None
    # Which hiding it is, where the member's own words were hidden.
    hiding: UUID | None = None


def said_at(institution: Institution, kind: str, about: UUID) -> Said | None:
    """Find words by the sort of their place and its id, if they stand here still."""
    if kind not in settings.WORDS:
        return None
    found: Said | None = import_string(settings.WORDS[kind])(institution, about)
    return found


def hidden_words(
    institution: Institution, ids: Collection[UUID], *, at: datetime
) -> dict[UUID, Hiding]:
    """Give what is hidden of these places at `at`, with why.

    Where nothing is hidden, which is nearly always, that is one quick question.
    """
    there = hidden_places(institution, at=at).intersection(ids) if ids else None
    if not there:
        return {}
    rows = access.hidden(institution, at=at).filter(about_id__in=there)
    return {one.about_id: one for one in _told(rows)}


def hidden_places(institution: Institution, *, at: datetime) -> frozenset[UUID]:
    """Give the ids of all places whose words are hidden at `at`."""
    return frozenset(_hidden_ids.rows({"institution": institution, "at": at}))


@Prepared
def _hidden_ids() -> QuerySet[Hiding, UUID]:
    here, at = Given("institution", UUIDField()), Given("at", DateTimeField())
    return access.hidden(here, at=at).values_list("about_id", flat=True)


def hiding_of(institution: Institution, id_: UUID) -> Hiding | None:
    """Find a hiding by its id, whether or not it still stands."""
    rows = Hiding.objects.filter(institution=institution, pk=id_)
    return _told(rows).first()


def past_hidings(institution: Institution, *, limit: int = 20) -> tuple[Hiding, ...]:
    """List what was hidden here, the newest first, whatever became of it."""
    rows = Hiding.objects.filter(institution=institution).order_by("-hidden_at", "id")
    return tuple(_told(rows)[:limit])


def reports_to_answer(institution: Institution) -> tuple[Matter, ...]:
    """Gather what was reported and waits for an answer: the urgent first, then old."""
    by_place: dict[tuple[str, UUID], list[Report]] = {}
    for one in access.open_reports(institution).order_by("reported_at", "id"):
        by_place.setdefault((one.about_kind, one.about_id), []).append(one)
    found = [
        Matter(said, tuple(reports))
        for (kind, about), reports in by_place.items()
        if (said := said_at(institution, kind, about)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_urgent, one.since)))


def appeals_to_answer(
    institution: Institution, *, at: datetime
) -> tuple[Appealed, ...]:
    """Gather the appeals that wait for an answer, the first deadline first."""
    rows = Appeal.objects.filter(
        institution=institution, answered_at=None, answer_until__gt=at
    ).select_related("hiding__institution", "made_by")
    return tuple(
        Appealed(one, said)
        for one in rows.order_by("answer_until", "id")
        if (said := _said_of(one)) is not None
    )


def _said_of(appeal: Appeal) -> Said | None:
    hiding = appeal.hiding
    return said_at(hiding.institution, hiding.about_kind, hiding.about_id)


def reports_for(
    member: Member, charter: Charter, *, at: datetime
) -> tuple[Matter, ...] | None:
    """Give the reports this member may read; nothing to whom they are no business.

    Whoever holds the office reads all in which they have no part, whoever stands in
    what they may decide.
    """
    waiting = (
        (one, access.parties_to_reports(one.said, one.reports))
        for one in reports_to_answer(member.institution)
    )
    return _to_look_at(waiting, member, charter, charter.moderation.office, at=at)


def appeals_for(
    member: Member, charter: Charter, *, at: datetime
) -> tuple[Appealed, ...] | None:
    """Give the appeals this member may decide.

    Whoever holds the office reads all in which they have no part.
    """
    waiting = (
        (one, access.parties_to_appeal(one.said, one.appeal))
        for one in appeals_to_answer(member.institution, at=at)
    )
    office = charter.moderation.deciding_office
    return _to_look_at(waiting, member, charter, office, at=at)


def _to_look_at[One](
    waiting: Iterable[tuple[One, Involved]],
    member: Member,
    charter: Charter,
    office: str,
    *,
    at: datetime,
) -> tuple[One, ...] | None:
    """Give what somebody may look at; None to whom it is no business."""
    here = member.institution
    mine = tuple(
        one
        for one, parties in waiting
        if access.may_look_at(member, here, charter, office, parties, at=at)
    )
    return mine if member.pk in access.stewards(here, office, at=at) else mine or None


def steward_needs(
    memberships: Sequence[Membership], *, at: datetime
) -> tuple[StewardNeed, ...]:
    """List what waits for a person: as a steward, or standing in for one."""
    here = [one.institution.pk for one in memberships]
    reports = Report.objects.filter(institution__in=here, answered_at=None)
    appeals = Appeal.objects.filter(
        institution__in=here, answered_at=None, answer_until__gt=at
    )
    ids = reports.order_by().values_list("institution_id")
    waits = {
        id_ for (id_,) in ids.union(appeals.order_by().values_list("institution_id"))
    }
    return tuple(
        need
        for one in memberships
        if one.institution.pk in waits
        for need in _needs_in(one, at=at)
    )


def _needs_in(membership: Membership, *, at: datetime) -> Iterator[StewardNeed]:
    here, me, charter = membership.institution, membership.member, membership.charter
    for matter in reports_to_answer(here):
        if access.may_decide(me, charter, matter.said, here, at=at):
            yield StewardNeed("report", here, me, matter.said, None)
    for one in appeals_to_answer(here, at=at):
        if access.may_answer_appeal(me, charter, one.said, one.appeal, at=at):
            until = one.appeal.answer_until
            yield StewardNeed("appeal", here, me, one.said, until)


def own_words_hidden(
    memberships: Sequence[Membership], *, at: datetime
) -> tuple[StewardNeed, ...]:
    """List a person's own words that were hidden, while they can still appeal."""
    by_place = {one.institution.pk: one for one in memberships}
    rows = Hiding.objects.filter(
        institution__in=by_place,
        shown_at=None,
        appeal=None,
        appeal_until__gt=at,
        hidden_at__lte=at,
    ).order_by("appeal_until", "id")
    return tuple(
        need
        for hiding in rows.select_related("institution")
        if (need := _own_need(by_place[hiding.institution_id], hiding, at=at))
    )


def _own_need(
    membership: Membership, hiding: Hiding, *, at: datetime
) -> StewardNeed | None:
    here, me, charter = membership.institution, membership.member, membership.charter
    said = said_at(here, hiding.about_kind, hiding.about_id)
    if said is None or said.author != me.pk:
        return None
    if not access.may_appeal(me, charter, said, hiding, at=at):
        return None
    return StewardNeed("hidden", here, me, said, hiding.appeal_until, hiding.pk)


def _told(rows: QuerySet[Hiding]) -> QuerySet[Hiding]:
    """Give along who hid it and what became of an appeal."""
    return rows.select_related("institution", "hidden_by", "appeal", "last_resort")
