"""May somebody take back that they may be written to?"""

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
