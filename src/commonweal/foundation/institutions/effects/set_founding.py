"""Saying who may found institutions on this server, where one guards its door."""

from datetime import datetime

from commonweal.foundation.institutions.access import may_founding_be_set
from commonweal.foundation.institutions.actions import applying
from commonweal.foundation.institutions.effect import Ask, Choices, Effect, Terms
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, terms: Terms) -> Sentence:
    """Say how the door is to stand."""
    return Sentence(f"founding_is_{terms.get('founding', 'open')}")


def _choices(_institution: Institution, _charter: Charter, _at: datetime) -> Choices:
    ways = ("open", "application", "closed")
    return [(one, Sentence(f"effect_set_founding_{one}")) for one in ways]


EFFECT = Effect(
    carry_out=applying.set_founding,
    check=may_founding_be_set,
    words={
        "effect_set_founding": N_("saying who may found institutions on this server"),
        "effect_set_founding_title": N_(
            "Decide who may found institutions on this server"
        ),
        "effect_set_founding_more": N_("Anybody, whoever we let in, or nobody."),
        "effect_set_founding_open": N_("Anybody"),
        "effect_set_founding_application": N_("Whoever asks and whom we let in"),
        "effect_set_founding_closed": N_("Nobody"),
    },
    told=told,
    asks=(Ask("founding", N_("Who may found institutions on this server"), _choices),),
    of_the_server=True,
)
