"""May somebody be written to no more, and may they have so many letters sent?"""

from datetime import datetime

from django.conf import settings

from commonweal.foundation.nodes.queries import this_node
from commonweal.foundation.people.models import PaperCode, Passkey, Person
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

NOWHERE = "django.core.mail.backends.dummy.EmailBackend"


def sends_letters() -> bool:
    """Say whether letters reach anybody from here; a demo shows them on a page."""
    return settings.MAILERS["default"]["BACKEND"] != NOWHERE or this_node().is_demo


def reaches_mailboxes() -> bool:
    """Say whether letters leave this server; those of a demo do not."""
    return settings.MAILERS["default"]["BACKEND"] != NOWHERE and not this_node().is_demo


def may_forget_address(person: Person) -> Verdict:
    """Let somebody's address go, as long as they can come in by another way.

    Where no letters are sent it is no way in.
    """
    others = (
        Passkey.objects.filter(person=person).exists()
        or PaperCode.objects.filter(person=person).exists()
    )
    return first_refusal(
        ALLOWED if person.email_sealed is not None else refused("no_address_kept"),
        ALLOWED if others or not sends_letters() else refused("address_is_last_way"),
    )


def may_get_letters() -> Verdict:
    """Refuse what waits for a letter where this server sends none."""
    return ALLOWED if sends_letters() else refused("sends_no_letters")


def may_have_letters_sent(person: Person, count: int, *, at: datetime) -> Verdict:
    """Allow some letters a day, over all institutions that somebody writes for."""
    sent = person.letters_sent if person.letters_on == at.date() else 0
    most = settings.LETTERS_A_DAY
    if sent + count <= most:
        return ALLOWED
    return refused("letters_used_up_by_you", most=most, sent=sent, count=count)
