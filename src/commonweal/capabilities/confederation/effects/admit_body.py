"""Saying yes to a body that has asked to come in."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_speak_for, unnamed_body
from commonweal.capabilities.confederation.queries.choices import applicants
from commonweal.capabilities.confederation.queries.meant import named_by_applicant
from commonweal.foundation.institutions.effect import Ask, Effect, Terms
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Fact, Sentence


def told(_charter: Charter, terms: Terms) -> Sentence:
    """Say what a yes sets in motion."""
    number = terms.get("number")
    if isinstance(number, int) and number > 0:
        facts: dict[str, Fact] = {
            "body": unnamed_body(number),
            "name": str(terms.get("named")),
        }
        return Sentence("effect_admit_body_told_unnamed", facts)
    return Sentence("effect_admit_body_told", {"name": str(terms.get("named"))})


EFFECT = Effect(
    carry_out=actions.speak_for,
    check=may_speak_for,
    words={
        "effect_admit_body": N_("admitting a body"),
        "effect_admit_body_title": N_("Say yes to a body that wants to come in"),
        "effect_admit_body_more": N_(
            "You name the body. Enough yes from us all and it is in."
        ),
        "effect_admit_body_told": N_(
            "With a yes we speak for “{name}” and say that it may come in."
        ),
        "effect_admit_body_told_unnamed": N_(
            "With a yes we speak for “{body}” and say that it may come in. It shows "
            "strangers nothing: who it is, members read on the page of “{name}”."
        ),
    },
    told=told,
    asks=(Ask("applicant", N_("Body"), applicants),),
    takes=("named", "number"),
    understood=named_by_applicant,
)
