"""Going on after all, while members part because they had decided so."""

from commonweal.foundation.institutions.access import may_go_on
from commonweal.foundation.institutions.actions import parting
from commonweal.foundation.institutions.effect import Effect, Terms
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, _terms: Terms) -> Sentence:
    """Say what a yes calls back."""
    return Sentence("effect_go_on_told")


EFFECT = Effect(
    carry_out=parting.go_on,
    check=may_go_on,
    words={
        "effect_go_on": N_("going on after all"),
        "effect_go_on_title": N_("Go on after all"),
        "effect_go_on_more": N_("For when we had decided to part, and want to stay."),
        "effect_go_on_told": N_(
            "With a yes we do not part: people can join again, and nothing ends."
        ),
    },
    told=told,
    of_the_bodies=True,
)
