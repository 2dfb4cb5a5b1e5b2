"""Writing to all members about an assembly."""

from datetime import datetime

from django.conf import settings

from commonweal.capabilities.assemblies.models import Assembly
from commonweal.foundation.institutions.charters import name_in_letters
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import members
from commonweal.foundation.language import say
from commonweal.foundation.people.access import sends_letters
from commonweal.foundation.people.actions import Letter, write_letters
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Fact, Sentence


def tell_everybody(
    assembly: Assembly, charter: Charter, about: str, *, at: datetime, page: str = ""
) -> int:
    """Write to every member with a confirmed address; say how many letters that is.

    A letter says that something needs them, when, and where to read it: what is on the
    agenda stays on the page. That an assembly is called off is written whatever was
    written before: somebody would come in vain. Calling again is what has bounds.
    From where no letters go out nobody is written to: what is near stands under what
    needs each member.
    """
    if not sends_letters():
        return 0
    there = members(assembly.institution, at=at).select_related("person")
    wanted = there.filter(person__email_confirmed=True)
    letters = [_letter(assembly, charter, one, about, page) for one in wanted]
    write_letters(letters, at=at)
    return len(letters)


def _letter(
    assembly: Assembly, charter: Charter, to: Member, about: str, page: str
) -> Letter:
    assert to.person, "only who has signed in has an address"
    language = to.person.language
    path = f"/i/{assembly.institution.address}/assemblies/{assembly.number}/{page}"
    facts: dict[str, Fact] = {
        "institution": name_in_letters(charter, language),
        "when": assembly.opens_at,
        "link": settings.ADDRESS.rstrip("/") + path,
    }
    subject = say(Sentence(f"letter_{about}_subject", facts), language)
    body = say(Sentence(f"letter_{about}_body", facts), language)
    return Letter(to.person.email, subject, body)
