"""What the operator may do in the last resort, and what ends it."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.threads.access.judging import is_hidden
from commonweal.foundation.threads.models import LastResort
from commonweal.rules.moderation.said import Said
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# The only two things it is for.
GROUNDS = ("law", "attack")
WHOLE = ("face", "writing")
MOST_DAYS = 60
# What members did not let stand is not done again so soon, however it ended.
DAYS_OF_REST = 90
# Without the members' yes it lasts so many days of any year, however it is cut up.
MOST_DAYS_OF_YEAR = 90
YEAR = timedelta(days=365)


def in_force(institution: Institution, *, at: datetime) -> QuerySet[LastResort]:
    """Give what the operator has taken down or stopped at `at`."""
    return LastResort.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=at), institution=institution, taken_at__lte=at
    )


def may_take(
    institution: Institution, *, ground: str, days: int, at: datetime
) -> Verdict:
    """Allow it for what the law forbids and against an attack, for some days."""
    gone = institution.dissolved_at is not None and institution.dissolved_at <= at
    return first_refusal(
        refused("institution_dissolved") if gone else ALLOWED,
        ALLOWED if ground in GROUNDS else refused("last_resort_ground"),
        ALLOWED
        if 1 <= days <= MOST_DAYS
        else refused("last_resort_days", most=MOST_DAYS),
    )


def may_hide(
    institution: Institution, said: Said, *, days: int, at: datetime
) -> Verdict:
    """Allow hiding words that are not hidden, once members have had their say."""
    same = LastResort.objects.filter(institution=institution, hiding__about_id=said.id)
    return first_refusal(
        refused("already_hidden")
        if is_hidden(institution, said.id, at=at)
        else ALLOWED,
        _has_rested(same, at=at),
        _has_days_left(same, days=days, at=at),
    )


def may_stop(
    institution: Institution, what: str, *, days: int, at: datetime
) -> Verdict:
    """Allow hiding the public face, or freezing writing, where that is not so yet."""
    assert what in WHOLE
    same = LastResort.objects.filter(institution=institution, what=what)
    running = in_force(institution, at=at).filter(what=what)
    return first_refusal(
        refused("last_resort_is_in_force") if running.exists() else ALLOWED,
        _has_rested(same, at=at),
        _has_days_left(same, days=days, at=at),
    )


def _has_rested(same: QuerySet[LastResort], *, at: datetime) -> Verdict:
    ended = same.filter(settled_at__isnull=False).exclude(outcome="stands")
    last = ended.order_by("-settled_at").first()
    if last is None or last.settled_at is None:
        return ALLOWED
    again = last.settled_at + timedelta(days=DAYS_OF_REST)
    why = "members_rejected_it" if last.outcome == "rejected" else "last_resort_rests"
    return ALLOWED if at >= again else refused(why, again=again)


def _has_days_left(same: QuerySet[LastResort], *, days: int, at: datetime) -> Verdict:
    """Count each measure for its own days alone, not for what members added to them."""
    most = timedelta(days=MOST_DAYS_OF_YEAR)
    used = timedelta(0)
    for one in same.filter(ends_at__gt=at - YEAR).exclude(outcome="stands"):
        assert one.ends_at is not None
        own = min(one.ends_at, one.taken_at + timedelta(days=MOST_DAYS))
        used += max(own - max(one.taken_at, at - YEAR), timedelta(0))
    left = max(most - used, timedelta(0)).days
    return (
        ALLOWED
        if days <= left
        else refused("last_resort_days_of_year", most=MOST_DAYS_OF_YEAR, left=left)
    )


def may_lift(measure: LastResort, *, at: datetime) -> Verdict:
    """Let the operator end what is still in force."""
    over = measure.ends_at is not None and measure.ends_at <= at
    return refused("last_resort_is_over") if over else ALLOWED


def may_last_resort_stand(
    institution: Institution, terms: Terms, at: datetime
) -> Verdict:
    """Ask the members about what is in force here and was not settled yet."""
    found = measure_in(institution, terms)
    if found is None:
        return refused("terms_unreadable")
    settled = found.settled_at is not None
    return refused("last_resort_is_over") if settled else may_lift(found, at=at)


def measure_in(institution: Institution, terms: Terms) -> LastResort | None:
    """Find what a review is about, by its terms."""
    number = terms.get("number")
    if not isinstance(number, int) or isinstance(number, bool):
        return None
    return LastResort.objects.filter(institution=institution, number=number).first()


def may_enter(
    member: Member | None, institution: Institution, *, at: datetime
) -> Verdict:
    """Keep strangers from a face that the operator hid, and tell them why."""
    is_member = member is not None and member.left_at is None
    if is_member or not institution.is_face_hidden(at):
        return ALLOWED
    found = in_force(institution, at=at).filter(what="face").first()
    assert found is not None, "a face is hidden with a reason"
    return refused(
        "face_hidden",
        when=found.taken_at,
        wrong=Sentence(f"wrong_{found.wrong}"),
        reason=found.reason,
        until=institution.face_hidden_until or at,
    )
