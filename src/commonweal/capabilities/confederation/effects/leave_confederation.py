"""Leaving a confederation."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.choices import ours_or_asked
from commonweal.capabilities.confederation.queries.meant import named_by_row, tells
from commonweal.capabilities.confederation.queries.of_people import may_leave_itself
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.give_notice,
    check=may_leave_itself,
    words={
        "effect_leave_confederation": N_("leaving a confederation"),
        "effect_leave_confederation_title": N_("Leave a confederation"),
        "effect_leave_confederation_more": N_(
            "Nobody else has to agree. There are days of notice; where we only ask to "
            "come in, we no longer do at once."
        ),
        "effect_leave_confederation_told": N_(
            "With a yes we tell “{name}” that we leave. Until the days of notice "
            "are over we are asked and bound as before, and can stay after all. If we "
            "only ask to come in, we no longer do."
        ),
    },
    told=tells("effect_leave_confederation_told"),
    of_the_bodies=True,
    asks=(Ask("membership", N_("Confederation"), ours_or_asked),),
    takes=("named",),
    understood=named_by_row,
)
