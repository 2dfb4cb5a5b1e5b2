"""Adopting a text that the institution stands by from then on."""

from commonweal.foundation.institutions.access import may_be_adopted
from commonweal.foundation.institutions.actions import by_decision
from commonweal.foundation.institutions.effect import Effect, Terms
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, terms: Terms) -> Sentence:
    """Name the text, or say that it is the one that is shown beside this."""
    title = str(terms.get("title") or "")
    if not title:
        return Sentence("effect_adopt_statement_told_own")
    return Sentence("effect_adopt_statement_told", {"title": title})


EFFECT = Effect(
    carry_out=by_decision.adopt_statement,
    check=may_be_adopted,
    words={
        "effect_adopt_statement": N_("adopting a statement"),
        "effect_adopt_statement_title": N_("Adopt a text we stand by"),
        "effect_adopt_statement_more": N_(
            "A declaration, house rules, a position: shown on our page."
        ),
        "effect_adopt_statement_told_own": N_("This text is adopted as it stands."),
        "effect_adopt_statement_told": N_("This text is adopted: “{title}”."),
    },
    told=told,
    takes=("title", "text"),
)
