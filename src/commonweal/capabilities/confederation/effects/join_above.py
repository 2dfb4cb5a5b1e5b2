"""Asking all bodies whether their confederation joins another one."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.choices import ours, to_join
from commonweal.capabilities.confederation.queries.meant import (
    named_by_both,
    tells,
)
from commonweal.capabilities.confederation.queries.of_people import may_ask_all
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.raise_change,
    check=may_ask_all,
    words={
        "effect_join_above": N_(
            "asking all bodies whether their confederation joins another"
        ),
        "effect_join_above_title": N_(
            "Ask all bodies to join a confederation together"
        ),
        "effect_join_above_more": N_(
            "The confederation we are in comes into another one, if the bases say yes."
        ),
        "effect_join_above_told": N_(
            "With a yes all bodies of “{name}” are asked whether it comes into "
            "“{above}”. It does when their bases have said yes."
        ),
    },
    told=tells("effect_join_above_told", above="above"),
    asks=(
        Ask("membership", N_("Our confederation"), ours),
        Ask("joins", N_("The other confederation"), to_join),
    ),
    takes=("named", "above"),
    understood=named_by_both,
    of_the_bodies=True,
)
