"""Saying how it is with what a confederation asks of us."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.may_keep import (
    may_say_kept,
    to_say_kept,
)
from commonweal.capabilities.confederation.queries.meant import tells
from commonweal.capabilities.confederation.queries.meant_to_keep import (
    named_by_standard,
)
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.say_kept,
    check=may_say_kept,
    words={
        "effect_say_kept": N_("saying how it is with what is asked of us"),
        "effect_say_kept_title": N_("Say how it is with what is asked of us"),
        "effect_say_kept_more": N_(
            "All bodies read it. If more than half of the others find otherwise, that "
            "holds."
        ),
        "effect_say_kept_told": N_(
            "With a yes we say to all of “{name}” how it is here with “{standard}”: "
            "{holds}."
        ),
    },
    told=tells("effect_say_kept_told", standard="standard", holds="holds"),
    asks=(Ask("under", N_("How it is"), to_say_kept),),
    takes=("named", "standard", "holds"),
    understood=named_by_standard,
)
