"""After the server was put back: what had ended ends again, and everybody is told."""

from datetime import datetime

from django.conf import settings

from commonweal.foundation.keys.ended import ended_among
from commonweal.foundation.language import say
from commonweal.foundation.people.actions.letters import Letter, write_letters
from commonweal.foundation.people.actions.ways_back import CODE, PASSKEY
from commonweal.foundation.people.models import PaperCode, Passkey, Person
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import Refused


def end_ways_again() -> int:
    """Take out the codes and passkeys that had ended before the server was put back."""
    codes, keys = PaperCode.objects.all(), Passkey.objects.all()
    used = ended_among(CODE, codes.values_list("code_digest", flat=True))
    removed = ended_among(PASSKEY, keys.values_list("key_digest", flat=True))
    codes.filter(code_digest__in=used).delete()
    keys.filter(key_digest__in=removed).delete()
    return len(used) + len(removed)


def tell_of_ways_put_back(*, taken_at: datetime, at: datetime) -> None:
    """Write to everybody that ways they ended since may be open again.

    Whoever has left since, or has another address, has one that nothing opens, and is
    not written to: it may be somebody else's by now.
    """
    facts: dict[str, Fact] = {"taken": taken_at, "link": settings.MY_PAGE}
    subject = Sentence("letter_put_back_subject")
    body = Sentence("letter_put_back_body", facts)
    letters = []
    for person in Person.objects.filter(email_confirmed=True).order_by("id"):
        try:
            address = person.email
        except Refused:
            continue
        words = say(subject, person.language), say(body, person.language)
        letters.append(Letter(address, *words, is_warning=True))
    if letters:
        write_letters(letters, at=at)
