"""Asking all bodies whether their confederation leaves another one."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.choices import ours, ours_above
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
        "effect_leave_above": N_(
            "asking all bodies whether their confederation leaves another"
        ),
        "effect_leave_above_title": N_(
            "Ask all bodies to leave a confederation together"
        ),
        "effect_leave_above_more": N_(
            "The confederation we are in leaves another one, if the bases say yes."
        ),
        "effect_leave_above_told": N_(
            "With a yes all bodies of “{name}” are asked whether it leaves "
            "“{above}”. It does when their bases have said yes."
        ),
    },
    told=tells("effect_leave_above_told", above="above"),
    asks=(
        Ask("membership", N_("Our confederation"), ours),
        Ask("leaves", N_("The other confederation"), ours_above),
    ),
    takes=("named", "above"),
    understood=named_by_both,
    of_the_bodies=True,
)
