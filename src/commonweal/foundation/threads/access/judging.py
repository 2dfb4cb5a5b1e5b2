"""Who may hide words that were reported, contradict that, and decide about it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from commonweal.foundation.institutions.access import counting, offices
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.prepared import Given
from commonweal.foundation.safeguards.access import may_all_meet
from commonweal.foundation.threads.access.reporters import members_known_as
from commonweal.foundation.threads.models import Appeal, Hiding, Report
from commonweal.rules.charters.charter import Charter
from commonweal.rules.moderation.judging import (
    Parties,
    may_judge,
    needs_stand_ins,
    who_judges,
)
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# What can be wrong with words, in the order it is asked.
WRONGS = ("hurts", "private", "endangers", "spam", "other")


def hidden(
    institution: Institution | Given, *, at: datetime | Given
) -> QuerySet[Hiding]:
    """Give what is hidden at `at`: an appeal that nobody answered ends it by itself."""
    unanswered = Q(appeal__answered_at=None, appeal__answer_until__lte=at)
    return (
        Hiding.objects.filter(institution=institution, hidden_at__lte=at)
        .filter(Q(shown_at=None) | Q(shown_at__gt=at))
        .exclude(unanswered & Q(appeal__isnull=False))
    )


def is_hidden(institution: Institution, about: UUID, *, at: datetime) -> bool:
    """Say whether these words are hidden."""
    return hidden(institution, at=at).filter(about_id=about).exists()


def open_reports(institution: Institution) -> QuerySet[Report]:
    """Give the reports that nobody has answered yet."""
    return Report.objects.filter(institution=institution, answered_at=None)


def stewards(institution: Institution, office: str, *, at: datetime) -> frozenset[UUID]:
    """Give the members who hold an office at `at`."""
    return offices.holders(institution.pk, office, at=at)


def who_looks(
    institution: Institution,
    charter: Charter,
    office: str,
    parties: Parties,
    *,
    at: datetime,
) -> frozenset[UUID]:
    """Give who decides a matter: those in the office, or whoever stands in for them."""
    if not office:
        return frozenset()
    holders, could_hold = stewards(institution, office, at=at), frozenset[UUID]()
    if needs_stand_ins(holders, parties):
        could_hold = _who_could_hold_office(institution, charter, at=at)
    return who_judges(holders, parties=parties, could_hold=could_hold)


def stands_in(
    said: Said, institution: Institution, charter: Charter, *, at: datetime
) -> bool:
    """Say whether a report of these words goes to others than those in the office."""
    holders = stewards(institution, charter.moderation.office, at=at)
    return needs_stand_ins(holders, Parties(said.author, said.answered))


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


def may_decide(
    judge: Member | None,
    charter: Charter,
    said: Said,
    institution: Institution,
    *,
    at: datetime,
) -> Verdict:
    """Let whoever looks, and has no part in it, decide about words others reported."""
    reported = open_reports(institution).filter(about_id=said.id)
    parties = parties_to_reports(said, reported)
    office = charter.moderation.office
    return first_refusal(
        _may_judge(judge, institution, charter, office, parties, at=at),
        ALLOWED if reported.exists() else _nothing_waits(institution, said, at=at),
        refused("already_hidden")
        if is_hidden(institution, said.id, at=at)
        else ALLOWED,
    )


def parties_to_reports(said: Said, reports: Iterable[Report]) -> Parties:
    """Give who has a part in words that were reported.

    Whoever reported them as somebody of a body, and belongs here since, has one too.
    """
    there = tuple(reports)
    reporters = {one.reporter_id for one in there if one.reporter_id}
    marks = {one.known_as for one in there if one.known_as}
    if marks:
        reporters |= members_known_as(there[0].institution, marks)
    return Parties(said.author, said.answered, frozenset(reporters))


def parties_to_appeal(said: Said, appeal: Appeal) -> Parties:
    """Give who has a part in an appeal."""
    hid, appealed = appeal.hiding.hidden_by_id, appeal.made_by_id
    return Parties(said.author, said.answered, hid=hid, appealed=appealed)


def may_read_of(reader: Member, parties: Parties) -> bool:
    """Say whether an office lets its holder read what was complained of.

    Not where they have a part: whoever wrote the words would read who is afraid of
    them. Nor where they are kept apart from somebody who has.
    """
    involved = Member.objects.filter(pk__in=parties.everybody)
    return reader.pk not in parties.everybody and bool(may_all_meet(reader, involved))


def _nothing_waits(institution: Institution, said: Said, *, at: datetime) -> Verdict:
    """Say what somebody else answered already, or that nobody reported anything."""
    answered = Report.objects.filter(institution=institution, about_id=said.id)
    if not answered.exists():
        return refused("nothing_reported")
    there = hidden(institution, at=at).filter(about_id=said.id)
    one = there.select_related("hidden_by").first()
    if one is None:
        return refused("answered_left")
    if one.hidden_by is None or not one.is_named:
        return refused("answered_hidden")
    return refused("answered_hidden_by", person=one.hidden_by.name)


def may_show_again(
    judge: Member | None,
    charter: Charter,
    said: Said,
    hiding: Hiding,
    *,
    at: datetime,
) -> Verdict:
    """Let any steward undo a hiding, whoever did it; the author is none here."""
    parties = Parties(said.author, said.answered)
    office = charter.moderation.office
    return first_refusal(
        _is_of_members(hiding),
        _may_judge(judge, hiding.institution, charter, office, parties, at=at),
        ALLOWED
        if is_hidden(hiding.institution, hiding.about_id, at=at)
        else refused("not_hidden"),
    )


def may_appeal(
    member: Member | None,
    charter: Charter,
    said: Said,
    hiding: Hiding,
    *,
    at: datetime,
) -> Verdict:
    """Let the author, or any member as the charter says, contradict a hiding once."""
    belongs = member is not None and member.left_at is None
    own = member is not None and member.pk == said.author
    anybody = charter.moderation.appeal_by == "any_member"
    appealed = Appeal.objects.filter(hiding=hiding).exists()
    return first_refusal(
        ALLOWED if belongs else refused("members_only"),
        _is_of_members(hiding),
        ALLOWED if own or anybody else refused("only_the_author_appeals"),
        ALLOWED
        if is_hidden(hiding.institution, hiding.about_id, at=at)
        else refused("not_hidden"),
        refused("already_appealed") if appealed else ALLOWED,
        ALLOWED
        if at < hiding.appeal_until
        else refused("too_late_to_appeal", until=hiding.appeal_until),
    )


def may_answer_appeal(
    judge: Member | None,
    charter: Charter,
    said: Said,
    appeal: Appeal,
    *,
    at: datetime,
) -> Verdict:
    """Let those whom the charter names decide an appeal in which they have no part."""
    hiding = appeal.hiding
    parties = parties_to_appeal(said, appeal)
    office = charter.moderation.deciding_office
    done = appeal.answered_at is not None or at >= appeal.answer_until
    return first_refusal(
        _may_judge(judge, hiding.institution, charter, office, parties, at=at),
        refused("appeal_is_over") if done else ALLOWED,
    )


def _is_of_members(hiding: Hiding) -> Verdict:
    """What the operator hid, all members decide about in its review, and no office."""
    return ALLOWED if hiding.office else refused("members_review_it")


def _may_judge(
    judge: Member | None,
    institution: Institution,
    charter: Charter,
    office: str,
    parties: Parties,
    *,
    at: datetime,
) -> Verdict:
    if judge is None:
        return refused("members_only")
    looks = who_looks(institution, charter, office, parties, at=at)
    return first_refusal(
        may_judge(judge.pk, stewards=looks, parties=parties),
        # All who have a part are asked about, so that a refusal points to none of them.
        may_all_meet(judge, Member.objects.filter(pk__in=parties.everybody)),
    )
