"""Saying how we put right what a confederation asks of us."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.may_keep import may_plan, to_plan
from commonweal.capabilities.confederation.queries.meant import tells
from commonweal.capabilities.confederation.queries.meant_to_keep import (
    named_by_standard,
)
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.plan_to_keep,
    check=may_plan,
    words={
        "effect_plan_to_keep": N_("saying how we put right what is asked of us"),
        "effect_plan_to_keep_title": N_("Say how we put right what is asked of us"),
        "effect_plan_to_keep_more": N_(
            "Your text is the plan. With it there are as many days again, once."
        ),
        "effect_plan_to_keep_told": N_(
            "With a yes this is our plan for “{standard}”, and all of “{name}” read it."
        ),
    },
    told=tells("effect_plan_to_keep_told", standard="standard"),
    asks=(Ask("under", N_("What is asked of us"), to_plan),),
    takes=("named", "standard", "holds"),
    understood=named_by_standard,
)
