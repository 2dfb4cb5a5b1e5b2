"""Sending words back to a congress."""

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
        "effect_return_words": N_("sending words back"),
        "effect_return_words_title": N_("Send words back to the congress"),
        "effect_return_words_more": N_("Your text is what should stand there instead."),
        "effect_return_words_told": N_(
            "With a yes “{name}” goes back to the congress, with our text of what "
            "should stand there instead."
        ),
    },
    told=tells("effect_return_words_told"),
    asks=(Ask("matter", N_("Matter"), to_answer),),
    takes=("named", "words"),
    understood=named_by_matter,
    left_out=not_on_roll,
    counted=actions.send_words_back,
)
