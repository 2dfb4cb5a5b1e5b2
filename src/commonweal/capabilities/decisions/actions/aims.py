"""What a proposal would set in motion: which effect, on which terms."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from commonweal.capabilities.decisions.access import may_look_again
from commonweal.foundation import effects
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.verdict import ALLOWED, Verdict, refused

# What a proposal that sets nothing in motion is about: the money it hands out, or the
# decision it looks at again, and how.
OF_NO_EFFECT = ("budget", "again", "how")


@dataclass(frozen=True, slots=True)
class Aim:
    """What a yes sets in motion, and the rule asked for where there is a choice."""

    effect: str = ""
    terms: Mapping[str, object] = field(default_factory=dict)
    rule_id: str = ""


def understood(institution: Institution, aim: Aim, at: datetime) -> Aim:
    """Find whom and what the terms mean, so that all read it before they decide."""
    if aim.effect not in effects.names():
        return aim
    means = effects.effect(aim.effect).understood
    return replace(aim, terms=means(institution, aim.terms, at))


def aim_stands(institution: Institution, aim: Aim, at: datetime) -> Verdict:
    """Judge what a yes would set in motion, and by which terms."""
    if not aim.effect:
        known = _terms_known(aim, OF_NO_EFFECT)
        return known and may_look_again(
            institution, aim.terms, rule_id=aim.rule_id, at=at
        )
    if aim.effect not in effects.names():
        return refused("effect_unknown", effect=aim.effect)
    effect = effects.effect(aim.effect)
    known = _terms_known(aim, effect.terms)
    return known and effect.check(institution, aim.terms, at)


def _terms_known(aim: Aim, known: Collection[str]) -> Verdict:
    """Refuse a term that nobody reads, or that somebody else would read as theirs."""
    unknown = sorted(aim.terms.keys() - set(known))
    return refused("term_unknown", term=unknown[0]) if unknown else ALLOWED
