"""May a proposal look again at a decision: once its day has come, by no weaker rule."""

from collections.abc import Mapping
from datetime import datetime

from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting.decision_rule import asks_no_less

KEEP = "keep"
WAYS_TO_LOOK = (KEEP, "change", "end")


def may_look_again(
    institution: Institution,
    terms: Mapping[str, object],
    *,
    rule_id: str,
    at: datetime,
) -> Verdict:
    """Let the terms of a proposal name a decision whose day of review has come.

    What set something in motion is undone only in the way it was done, so such a
    decision can be kept, and no more.
    """
    if "again" not in terms:
        return refused("look_again_at_what") if "how" in terms else ALLOWED
    earlier = _decided(institution, terms["again"])
    if earlier is None:
        return refused("look_again_at_what")
    due_at, how = earlier.decision.review_at, terms.get("how")
    waits = due_at is None or at < due_at
    bound = earlier.effect and how != KEEP
    charter = charter_in_force(institution, at=at)
    return first_refusal(
        ALLOWED if how in WAYS_TO_LOOK else refused("look_again_how"),
        refused("look_again_not_due") if waits else ALLOWED,
        refused("look_again_its_own_way") if bound else ALLOWED,
        _asks_enough(charter, earlier, rule_id, how),
    )


def _decided(institution: Institution, number: object) -> Proposal | None:
    text = str(number)
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        return None
    decided = Proposal.objects.filter(institution=institution, decision__isnull=False)
    return decided.select_related("decision").filter(number=int(text)).first()


def _asks_enough(
    charter: Charter, earlier: Proposal, rule_id: str, how: object
) -> Verdict:
    """Hold a change or an end to the rule of the decision, as it reads today."""
    asked = charter.rule(rule_id) or rule_for(charter, None)
    if not asked.asks_one_text:
        return refused("look_again_yes_or_no")
    rule = charter.rule(earlier.rule_id)
    if how == KEEP or rule is None or not rule.asks_one_text:
        return ALLOWED
    enough = asked == rule or asks_no_less(asked, than=rule)
    return ALLOWED if enough else refused("look_again_by_its_rule", rule=rule.title)
