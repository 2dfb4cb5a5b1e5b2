"""Saying that a body goes, once it was heard."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_say_out
from commonweal.capabilities.confederation.queries.meant import (
    named_by_other,
    tells_of_body,
)
from commonweal.capabilities.confederation.queries.of_people import of_people
from commonweal.capabilities.confederation.queries.putting_out import to_put_out
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.put_out,
    check=of_people(may_say_out),
    words={
        "effect_put_body_out": N_("putting a body out"),
        "effect_put_body_out_title": N_("Say that a body goes"),
        "effect_put_body_out_more": N_(
            "Once it was heard. It goes when enough of all the others say so."
        ),
        "effect_put_body_out_told": N_("With a yes we say that “{name}” goes."),
    },
    told=tells_of_body("effect_put_body_out_told"),
    of_the_bodies=True,
    asks=(Ask("other", N_("Body"), to_put_out),),
    takes=("named", "number"),
    understood=named_by_other,
)
