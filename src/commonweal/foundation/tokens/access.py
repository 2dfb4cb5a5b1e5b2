"""How a token may be made, and what it opens."""

from collections.abc import Collection
from datetime import datetime

from commonweal.foundation.tokens.models import Token
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# What a program may do with a token, from the least to the most.
SCOPES = ("read", "discuss", "propose", "vote", "steward", "seal", "organise", "belong")
LONGEST_NAME = 60
MOST_TOKENS = 20
MOST_DAYS = 365
LONGEST_KEY = 255


def may_have_another(count: int) -> Verdict:
    """Allow so many tokens that their owner still knows what each is for."""
    return ALLOWED if count < MOST_TOKENS else refused("too_many_tokens", most=count)


def may_be_given(scopes: Collection[str], days: int) -> Verdict:
    """Allow a token that does something, nothing unheard of, and not for ever."""
    known = bool(scopes) and set(scopes) <= set(SCOPES)
    return first_refusal(
        ALLOWED if known else refused("token_scopes_unknown"),
        ALLOWED
        if 1 <= days <= MOST_DAYS
        else refused("token_days_out_of_range", most=MOST_DAYS),
    )


def may_use(
    token: Token | None, scope: str, *, at: datetime, shown: bool = True
) -> Verdict:
    """Allow what the token was made for, until its last day, if one was shown."""
    if not shown:
        return refused("token_needed")
    if token is None or token.is_over(at):
        return refused("token_unknown")
    if scope not in token.scopes:
        return refused("token_scope_missing", scope=Sentence(f"scope_{scope}"))
    return ALLOWED


def may_be_key(key: str) -> Verdict:
    """Allow a key of letters, digits and signs that a line of a request can carry."""
    is_fit = 8 <= len(key) <= LONGEST_KEY and key.isascii() and key.isprintable()
    return ALLOWED if is_fit else refused("repeat_key_malformed", most=LONGEST_KEY)


def may_ask_again(*, same: bool) -> Verdict:
    """Answer again only what was asked in the same words."""
    return ALLOWED if same else refused("repeat_key_used")
