"""Whether two members may be brought together, as safeguards say, which stand above."""

from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.models import Member
from commonweal.rules.verdict import Verdict


def may_meet(one: Member, other: Member) -> Verdict:
    """Ask whether these two are kept apart; the answer does not say why."""
    verdict: Verdict = import_string(settings.MAY_MEET)(one, other)
    return verdict


def may_pick(one: Member, other: Member) -> Verdict:
    """Ask the same where a member picks another by name: a refusal tells of nobody."""
    verdict: Verdict = import_string(settings.MAY_PICK)(one, other)
    return verdict


def may_vouch_for(one: Member, lost: Member, *, needed: int, at: datetime) -> Verdict:
    """Ask the same of whoever would vouch for one who lost every way in."""
    verdict: Verdict = import_string(settings.MAY_VOUCH_FOR)(
        one, lost, needed=needed, at=at
    )
    return verdict
