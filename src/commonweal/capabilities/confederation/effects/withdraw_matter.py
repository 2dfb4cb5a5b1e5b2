"""Taking back a matter that we raised."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_withdraw_matter
from commonweal.capabilities.confederation.queries.choices import to_withdraw
from commonweal.capabilities.confederation.queries.meant import named_by_matter, tells
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.withdraw_matter,
    check=may_withdraw_matter,
    words={
        "effect_withdraw_matter": N_("taking a matter back"),
        "effect_withdraw_matter_title": N_("Take back a matter that we raised"),
        "effect_withdraw_matter_more": N_(
            "While no congress has found words on it, and no other body has raised it "
            "too."
        ),
        "effect_withdraw_matter_told": N_(
            "With a yes “{name}” is no longer before anybody. It stays readable as "
            "taken back."
        ),
    },
    told=tells("effect_withdraw_matter_told"),
    asks=(Ask("matter", N_("Matter"), to_withdraw),),
    takes=("named", "words"),
    understood=named_by_matter,
)
