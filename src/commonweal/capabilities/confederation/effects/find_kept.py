"""Saying of another body that it keeps to what is asked of all, or does not."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.may_keep import (
    may_find,
    to_find,
    to_find_about,
)
from commonweal.capabilities.confederation.queries.meant import body_in_terms
from commonweal.capabilities.confederation.queries.meant_to_keep import (
    named_by_finding,
)
from commonweal.foundation.institutions.effect import Ask, Effect, Terms
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Fact, Sentence


def told(_charter: Charter, terms: Terms) -> Sentence:
    """Say what a yes sets in motion."""
    is_kept = str(terms.get("finding", "")).endswith(" yes")
    facts: dict[str, Fact] = {
        "name": body_in_terms(terms),
        "standard": str(terms.get("standard")),
    }
    return Sentence(f"effect_find_kept_{'yes' if is_kept else 'no'}", facts)


EFFECT = Effect(
    carry_out=actions.find_kept,
    check=may_find,
    words={
        "effect_find_kept": N_("saying whether another body keeps to what is asked"),
        "effect_find_kept_title": N_("Say whether another body keeps to what is asked"),
        "effect_find_kept_more": N_(
            "Your text is why. What more than half of the others find holds, until "
            "they find otherwise."
        ),
        "effect_find_kept_yes": N_(
            "With a yes we say to all that “{name}” keeps to this: “{standard}”."
        ),
        "effect_find_kept_no": N_(
            "With a yes we say to all that “{name}” does not keep to this: "
            "“{standard}”."
        ),
    },
    told=told,
    asks=(
        Ask("other", N_("Body"), to_find_about),
        Ask("finding", N_("What we find"), to_find),
    ),
    takes=("named", "number", "standard"),
    understood=named_by_finding,
)
