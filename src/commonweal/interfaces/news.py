"""Who may hear that something was done in an assembly: whoever was given its page.

The page carries a signed name of the assembly, good for a day. Whoever shows it hears
how many deeds there are by now, and nothing of what they are: the page itself is asked
for these, by whoever is signed in.
"""

from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner

SIGNER = TimestampSigner(salt="commonweal.news")
GOOD_FOR_S = 24 * 60 * 60


def token_for(assembly: UUID) -> str:
    """Name an assembly so that whoever shows it may hear of it."""
    return SIGNER.sign(assembly.hex)


def heard_of(token: str) -> UUID | None:
    """Say which assembly a token names; none where it is not ours, or too old."""
    try:
        return UUID(SIGNER.unsign(token, max_age=GOOD_FOR_S))
    except (BadSignature, ValueError):
        return None
