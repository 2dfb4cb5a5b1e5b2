"""What came of looking at a decision again, in one sentence."""

from django.utils.translation import gettext

from commonweal.capabilities.decisions.queries import LookedAgain, StandingProposal
from commonweal.foundation import language
from commonweal.foundation.language import number
from commonweal.rules.sentence import N_

LOOKED_AGAIN = {
    "keep_came": N_("Kept by proposal {n}, until it is looked at again on {until}."),
    "change_came": N_("Proposal {n} takes its place from {day}."),
    "end_came": N_("Ended by proposal {n} from {day}."),
}


def looked_again_words(view: StandingProposal, again: LookedAgain) -> str:
    """Say what came of looking at it again, or that this is under way."""
    if again.decision is None:
        words = gettext("In force since {since}. Proposal {n} looks at it again.")
    else:
        words = gettext(LOOKED_AGAIN[f"{again.how}_came"])
    since = view.moments.in_force_at
    until = again.decision.review_at if again.decision else None
    if again.how == "keep" and again.decision and until is None:
        words = gettext("In force since {since}, and kept by proposal {n} on {day}.")
    return words.format(
        n=number(again.number),
        since=language.day(since) if since else "",
        day=language.day(again.decision.in_force_at) if again.decision else "",
        until=language.day(until) if until else "",
    )
