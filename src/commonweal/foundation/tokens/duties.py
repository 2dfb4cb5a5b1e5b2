"""What is forgotten about tokens as time goes by."""

from datetime import datetime

from commonweal.foundation.rows import Identified
from commonweal.foundation.tokens.models import KeptAnswer, Token


def forget_old_tokens(at: datetime, institution: Identified | None = None) -> bool:
    """Forget tokens whose last day is past, and answers that nobody asked for again.

    Tokens belong to people, so there is nothing to do for one institution.
    """
    if institution is not None:
        return False
    Token.objects.filter(ends_on__lt=at.date()).delete()
    KeptAnswer.objects.filter(kept_until__lte=at).delete()
    return True
