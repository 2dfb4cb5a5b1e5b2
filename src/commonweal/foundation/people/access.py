"""May somebody be written to no more, and may they have so many letters sent?"""

from datetime import datetime

from django.conf import settings

from commonweal.foundation.people.models import PaperCode, Passkey, Person
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def may_forget_address(person: Person) -> Verdict:
    """Let somebody's address go, as long as they can come in by another way."""
    others = (
        Passkey.objects.filter(person=person).exists()
        or PaperCode.objects.filter(person=person).exists()
    )
    return first_refusal(
        ALLOWED if person.email_sealed is not None else refused("no_address_kept"),
        ALLOWED if others else refused("address_is_last_way"),
    )


def may_have_letters_sent(person: Person, count: int, *, at: datetime) -> Verdict:
    """Allow some letters a day, over all institutions that somebody writes for."""
    sent = person.letters_sent if person.letters_on == at.date() else 0
    most = settings.LETTERS_A_DAY
    if sent + count <= most:
        return ALLOWED
    return refused("letters_used_up_by_you", most=most, sent=sent, count=count)
