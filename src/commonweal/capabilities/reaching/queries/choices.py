"""How often somebody wants letters, and what of an institution may stand in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.utils.crypto import constant_time_compare, salted_hmac

from commonweal.capabilities.reaching.models import LetterChoice
from commonweal.foundation.institutions.queries import Membership
from commonweal.foundation.people.models import Person
from commonweal.foundation.people.queries import having_digest
from commonweal.rules.reaching.reminding import USUAL, How

type Fullness = Literal["full", "bare"]
# What a link that stops letters is signed under: it opens nothing else.
_STOPS = Signer(salt="commonweal.stop-letters")
_TO = "commonweal.stop-letters-to"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One belonging of somebody's, how often they are written to, and how fully."""

    membership: Membership
    how: How
    fullness: Fullness


def choices_of(person: Person, memberships: Sequence[Membership]) -> tuple[Chosen, ...]:
    """Give for each membership how often somebody wants letters, and how full."""
    mine = [one.member.pk for one in memberships]
    rows = LetterChoice.objects.filter(member__in=mine)
    kept = dict(rows.values_list("member_id", "how"))
    shared = shares_mailbox(person)
    return tuple(
        Chosen(
            one,
            cast("How", kept.get(one.member.pk, USUAL)),
            "bare" if shared or is_bare(one) else "full",
        )
        for one in memberships
    )


def is_bare(membership: Membership) -> bool:
    """Say whether letters name nothing of an institution, as its charter has it."""
    return membership.charter.reaching.bare_letters


def shares_mailbox(person: Person) -> bool:
    """Say whether others have confirmed the same address.

    Then letters name nothing: what they said to one they would say of them to another.
    """
    if not person.email_confirmed:
        return False
    others = having_digest(person.email_digest).filter(email_confirmed=True)
    return others.exclude(pk=person.pk).exists()


def stop_code(person: Person, fullness: Fullness) -> str:
    """Give what the link in a letter carries: it stops such letters, no more.

    It is good for the address that the letter went to: whoever has a mailbox of before
    stops nothing that goes to a later one.
    """
    return _STOPS.sign(f"{person.pk.hex}-{fullness}-{_address_of(person)}")


def stopped_by(code: str) -> tuple[Person, Fullness] | None:
    """Find whose letters a link stops, and which; nothing by a made-up link."""
    try:
        whose, fullness, address = _STOPS.unsign(code).split("-")
    except (ValueError, BadSignature):
        return None
    person = Person.objects.filter(pk=UUID(whose)).first()
    if person is None or not constant_time_compare(address, _address_of(person)):
        return None
    return person, "full" if fullness == "full" else "bare"


def _address_of(person: Person) -> str:
    return salted_hmac(_TO, str(person.email_digest), algorithm="sha256").hexdigest()
