"""Whether each rule suits what it sets in motion: an election elects, a yes or no acts.

A rule that cannot do its job would be found out only after everybody has voted.
"""

from collections.abc import Iterator

from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.charters.charter import Charter, OfficeTerms
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.methods import METHODS

FILL_OFFICE = "fill_office"


def objections_to_effects(charter: Charter) -> Iterator[Sentence]:
    """List the effects and offices whose rule cannot bring them about."""
    for effect, name in charter.effects.items():
        rule = charter.rule(name)
        if rule is not None and effect != FILL_OFFICE and not rule.asks_one_text:
            facts: dict[str, Fact] = {"where": f"effects.{effect}", "rule": rule.title}
            yield Sentence("charter_rule_must_be_motion", facts)
    for office in charter.offices:
        if office.filled_by == "election":
            yield from _unfilled(charter, office)


def _unfilled(charter: Charter, office: OfficeTerms) -> Iterator[Sentence]:
    """Object where the rule for filling offices elects nobody, or too few."""
    rule = charter.rule(charter.effects.get(FILL_OFFICE, charter.charter_rule))
    # What names no rule, or no known method, is objected to elsewhere.
    if rule is None or rule.method not in {*METHODS, *BUDGETING}:
        return
    method = METHODS.get(rule.method)
    elects = method is not None and not rule.asks_one_text
    most = method.most_seats if method is not None else None
    if not elects or (most is not None and most < office.seats):
        facts: dict[str, Fact] = {
            "office": office.name,
            "rule": rule.title,
            "seats": office.seats,
        }
        yield Sentence("charter_office_cannot_be_filled", facts)
