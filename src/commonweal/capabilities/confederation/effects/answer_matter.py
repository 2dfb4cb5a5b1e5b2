"""Answering for our base what a congress asks."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_be_asked
from commonweal.capabilities.confederation.queries.choices import to_answer
from commonweal.capabilities.confederation.queries.meant import named_by_matter, tells
from commonweal.capabilities.confederation.queries.rolls import not_on_roll
from commonweal.foundation.institutions.effect import (
    Ask,
    Effect,
    nothing_decided,
)
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=nothing_decided,
    check=may_be_asked,
    words={
        "effect_answer_matter": N_("answering a confederation"),
        "effect_answer_matter_title": N_("Say yes or no to what a congress found"),
        "effect_answer_matter_more": N_(
            "Our vote goes to the confederation as it falls, in numbers and "
            "without names."
        ),
        "effect_answer_matter_told": N_(
            "Our vote on “{name}” goes to the confederation in numbers: with a "
            "yes we say yes, else no. Nothing is decided there without the bases. "
            "Whoever belongs to several bases is asked in the one they joined first."
        ),
    },
    told=tells("effect_answer_matter_told"),
    asks=(Ask("matter", N_("Matter"), to_answer),),
    takes=("named", "words"),
    understood=named_by_matter,
    left_out=not_on_roll,
    counted=actions.answer,
    answers=True,
)
