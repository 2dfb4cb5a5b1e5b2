"""Whether words may be reported: once by each, and by nobody without end."""

from datetime import datetime

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.threads.access.judging import is_hidden, open_reports
from commonweal.foundation.threads.access.reporters import Reporter
from commonweal.rules.charters.charter import Charter
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# So that nobody buries the stewards: what one person, and all strangers, have open.
MOST_OPEN_A_MEMBER = 20
MOST_OPEN_OF_STRANGERS = 50
# And of the same words: so many tell the stewards as much as any more of them would.
MOST_OF_STRANGERS_ABOUT_ONE = 5


def may_report(
    by: Reporter,
    charter: Charter,
    said: Said,
    institution: Institution,
    *,
    at: datetime,
) -> Verdict:
    """Let anybody who can read words report them, once, and not their own."""
    wrote, member = said.written_down_by or said.author, by.member
    own = member is not None and wrote == member.pk
    return first_refusal(
        ALLOWED if charter.moderation.office else refused("nobody_looks_at_reports"),
        refused("member_has_left") if member and member.left_at else ALLOWED,
        refused("report_own_words") if own else ALLOWED,
        refused("already_hidden")
        if is_hidden(institution, said.id, at=at)
        else ALLOWED,
        _has_room(by, said, institution),
    )


def _has_room(by: Reporter, said: Said, institution: Institution) -> Verdict:
    theirs = open_reports(institution).filter(reporter=by.member, known_as=by.known_as)
    most = MOST_OPEN_OF_STRANGERS if by.is_stranger else MOST_OPEN_A_MEMBER
    about_it = theirs.filter(about_id=said.id).count()
    if by.is_stranger and about_it >= MOST_OF_STRANGERS_ABOUT_ONE:
        return refused("reported_by_several")
    if about_it and not by.is_stranger:
        return refused("already_reported")
    return refused("too_many_reports", most=most) if theirs.count() >= most else ALLOWED


def waits_from_strangers(said: Said, institution: Institution) -> bool:
    """Say whether a stranger has reported these words, and nobody has answered."""
    there = open_reports(institution).filter(about_id=said.id)
    return there.filter(reporter=None, known_as=None).exists()
