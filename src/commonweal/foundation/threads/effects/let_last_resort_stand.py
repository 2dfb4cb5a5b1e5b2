"""Letting stand what the operator did in the last resort. It is asked by itself."""

from commonweal.foundation.institutions.effect import Effect, Terms
from commonweal.foundation.threads import actions
from commonweal.foundation.threads.access import may_last_resort_stand
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, _terms: Terms) -> Sentence:
    """Say what a yes, a no and too few ballots do."""
    return Sentence("effect_let_last_resort_stand_told")


EFFECT = Effect(
    carry_out=actions.let_last_resort_stand,
    check=may_last_resort_stand,
    words={
        "effect_let_last_resort_stand": N_(
            "letting stand what the operator did in the last resort"
        ),
        "effect_let_last_resort_stand_told": N_(
            "With a yes it stands. With a no it ends when the vote ends. If too "
            "few vote, it ends by itself on its date."
        ),
    },
    told=told,
)
