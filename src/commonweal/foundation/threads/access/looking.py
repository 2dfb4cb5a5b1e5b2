"""Who looks at words: an office, who stands in for it, and never who has a part.

Whom a party asked to be kept from looks at nothing of theirs, while at least two others
in the office can. Else no wish is heeded: nobody chooses by wishes who judges, and none
brings anybody in who stands in. Wishes of whoever looks are not asked: else they could
try out who has a part. A wish counts if it was made before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from commonweal.foundation.institutions.access import counting, offices
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.safeguards.access import REFUSAL, kept_from
from commonweal.foundation.threads.access.reporters import members_known_as
from commonweal.foundation.threads.models import Appeal, Report
from commonweal.rules.charters.charter import Charter
from commonweal.rules.moderation.judging import (
    Parties,
    left_out,
    may_judge,
    needs_stand_ins,
    who_judges,
)
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Involved:
    """Who has a part in a matter, and the last day on which a wish of each counts.

    Whoever wrote words chooses nobody for them afterwards, nor on the same day.
    """

    parties: Parties
    until: Mapping[UUID, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks at a matter, and who of them is kept from it by a wish."""

    looks: frozenset[UUID]
    apart: frozenset[UUID] = frozenset()


def stewards(institution: Institution, office: str, *, at: datetime) -> frozenset[UUID]:
    """Give the members who hold an office at `at`."""
    return offices.holders(institution.pk, office, at=at)


def who_looks(
    institution: Institution,
    charter: Charter,
    office: str,
    involved: Involved,
    *,
    at: datetime,
) -> Looking:
    """Give who decides a matter: those in the office, or whoever stands in for them."""
    if not office:
        return Looking(frozenset())
    parties = involved.parties
    holders = stewards(institution, office, at=at)
    if not needs_stand_ins(holders, parties):
        apart = kept_from(holders, by=involved.until)
        return Looking(holders, left_out(apart, holders=holders, parties=parties))
    could_hold = _who_could_hold_office(institution, charter, at=at)
    return Looking(who_judges(holders, parties=parties, could_hold=could_hold))


def stands_in(
    said: Said, institution: Institution, charter: Charter, *, at: datetime
) -> bool:
    """Say whether a report of these words goes to others than those in the office."""
    holders = stewards(institution, charter.moderation.office, at=at)
    return needs_stand_ins(holders, parties_to_reports(said, ()).parties)


def _who_could_hold_office(
    institution: Institution, charter: Charter, *, at: datetime
) -> frozenset[UUID]:
    classes = [one.id for one in charter.classes if "stand" in one.rights]
    there = Member.objects.filter(
        counting(at),
        Q(left_at=None) | Q(left_at__gt=at),
        institution=institution,
        joined_at__lte=at,
        member_class__in=classes,
        person__isnull=False,
    )
    return frozenset(there.values_list("pk", flat=True))


def parties_to_reports(said: Said, reports: Iterable[Report]) -> Involved:
    """Give who has a part in words that were reported.

    Whoever reported them as somebody of a body, and belongs here since, has one too.
    """
    there = tuple(reports)
    until = {
        one.reporter_id: one.reported_at.date() for one in there if one.reporter_id
    }
    marks = {one.known_as: one.reported_at.date() for one in there if one.known_as}
    if marks:
        here = members_known_as(there[0].institution, marks)
        until |= {member: marks[mark] for member, mark in here.items()}
    parties = Parties(said.author, said.answered, frozenset(until))
    return Involved(parties, until | _of_words(said))


def parties_to_appeal(said: Said, appeal: Appeal) -> Involved:
    """Give who has a part in an appeal."""
    hid, appealed = appeal.hiding.hidden_by_id, appeal.made_by_id
    day = appeal.hiding.hidden_at.date()
    until = {one: day for one in (hid, appealed) if one}
    parties = Parties(said.author, said.answered, hid=hid, appealed=appealed)
    return Involved(parties, until | _of_words(said))


def _of_words(said: Said) -> dict[UUID, date]:
    if said.written_at is None:
        return {}
    before = said.written_at.date() - A_DAY
    return {one: before for one in (said.author, said.answered) if one}


def may_look_at(
    judge: Member | None,
    institution: Institution,
    charter: Charter,
    office: str,
    involved: Involved,
    *,
    at: datetime,
) -> Verdict:
    """Let those look who have no part, and are kept from nobody who has."""
    if judge is None:
        return refused("members_only")
    found = who_looks(institution, charter, office, involved, at=at)
    return first_refusal(
        may_judge(judge.pk, stewards=found.looks, parties=involved.parties),
        refused(REFUSAL) if judge.pk in found.apart else ALLOWED,
    )
