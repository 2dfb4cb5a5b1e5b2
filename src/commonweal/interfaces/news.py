"""Who may hear that something was done in an assembly: whoever was given its page.

The page carries a signed name of the assembly, good for a day. Whoever shows it hears
how many deeds there are by now, and nothing of what they are: the page itself is asked
for these, by whoever is signed in. The name is another one for each reader, and says
not who they are, so that nobody takes up the lines of all others.
"""

from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner
from django.utils.crypto import salted_hmac

SIGNER = TimestampSigner(salt="commonweal.news")
GOOD_FOR_S = 24 * 60 * 60
EAR = 16


def token_for(assembly: UUID, reader: str = "") -> str:
    """Name an assembly so that whoever shows it may hear of it."""
    ear = salted_hmac(
        "commonweal.ear", f"{assembly} {reader}", algorithm="sha256"
    ).hexdigest()[:EAR]
    return SIGNER.sign(f"{assembly.hex}-{ear}")


def ear_of(token: str) -> str:
    """Give what all tokens have in common that one reader was given for an assembly."""
    return token.partition(SIGNER.sep)[0]


def heard_of(token: str) -> UUID | None:
    """Say which assembly a token names; none where it is not ours, or too old."""
    try:
        named = SIGNER.unsign(token, max_age=GOOD_FOR_S)
        return UUID(named.partition("-")[0])
    except (BadSignature, ValueError):
        return None
