"""Telling delegates what to say."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_give_mandate
from commonweal.capabilities.confederation.queries.choices import (
    as_mandate,
    to_be_said,
    to_mandate,
)
from commonweal.capabilities.confederation.queries.mandates import mandate_told, meant
from commonweal.foundation.institutions.effect import Ask, Effect, Terms
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, terms: Terms) -> Sentence:
    """Say what a yes sets in motion."""
    return Sentence(
        "effect_give_mandate_told",
        {"name": str(terms.get("named")), "said": mandate_told(terms)},
    )


EFFECT = Effect(
    carry_out=actions.give_mandate,
    check=may_give_mandate,
    words={
        "effect_give_mandate": N_("giving a mandate"),
        "effect_give_mandate_title": N_("Tell our delegates what to say"),
        "effect_give_mandate_more": N_(
            "You name the matter and what they are to say. Whatever else they say "
            "does not count."
        ),
        "effect_give_mandate_told": N_(
            "With a yes our delegates are bound on “{name}”. {said} What else "
            "they say does not count."
        ),
    },
    told=told,
    asks=(
        Ask("matter", N_("Matter"), to_mandate),
        Ask("mandate", N_("What they are to say"), to_be_said, as_mandate),
    ),
    takes=("named", "words"),
    understood=meant,
    counted=actions.share_votes,
)
