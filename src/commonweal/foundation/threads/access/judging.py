"""Who may hide words that were reported, contradict that, and decide about it."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.prepared import Given
from commonweal.foundation.threads.access.looking import (
    may_look_at,
    parties_to_appeal,
    parties_to_reports,
)
from commonweal.foundation.threads.models import Appeal, Hiding, Report
from commonweal.rules.charters.charter import Charter
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
        may_look_at(judge, institution, charter, office, parties, at=at),
        ALLOWED if reported.exists() else _nothing_waits(institution, said, at=at),
        refused("already_hidden")
        if is_hidden(institution, said.id, at=at)
        else ALLOWED,
    )


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
    parties = parties_to_reports(said, ())
    office = charter.moderation.office
    return first_refusal(
        _is_of_members(hiding),
        may_look_at(judge, hiding.institution, charter, office, parties, at=at),
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
        may_look_at(judge, hiding.institution, charter, office, parties, at=at),
        refused("appeal_is_over") if done else ALLOWED,
    )


def _is_of_members(hiding: Hiding) -> Verdict:
    """What the operator hid, all members decide about in its review, and no office."""
    return ALLOWED if hiding.office else refused("members_review_it")
