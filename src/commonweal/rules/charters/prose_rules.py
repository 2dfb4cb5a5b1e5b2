"""One rule of a charter as plain sentences: what for, who, how long, how many."""

from collections.abc import Iterable, Iterator

from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.charters.charter import AMEND_CHARTER, Charter
from commonweal.rules.charters.check_kept_places import keeps_places
from commonweal.rules.charters.names import effect_name
from commonweal.rules.charters.told import told
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.setting import declared
from commonweal.rules.voting.decision_rule import (
    DecisionRule,
    Quorum,
    SecondCall,
    Support,
)
from commonweal.rules.voting.methods import METHODS as VOTING
from commonweal.rules.voting.rule_words import (
    agreement_clause,
    consensus_limits,
    share_words,
)

METHODS = {**VOTING, **BUDGETING}


def rule_clauses(charter: Charter, rule: DecisionRule) -> Iterator[Sentence]:
    """Say everything a rule lays down, in the order in which a proposal meets it."""
    yield from _uses(charter, rule)
    composed = dict(_composed(charter, rule))
    for one in declared(DecisionRule):
        if one.name in composed:
            yield from composed[one.name]
        else:
            yield from told(rule, "rule", one)


def _composed(
    charter: Charter, rule: DecisionRule
) -> Iterator[tuple[str, Iterable[Sentence]]]:
    """Give the sentences that several settings make together, by the first of them."""
    yield "franchise", (_asked(charter, rule),)
    yield "method", (_answered(rule),)
    yield "kept_places", _kept_places(charter, rule)
    yield "marking", _marking(rule)
    yield "bearings", _bearings(rule)
    yield "ballot", (_ballots(rule),)
    yield "floor", ()
    yield "support", (_support(rule.support, rule.support_days),)
    yield "quorum", (quorum_sentence(rule.quorum),)
    yield "threshold", _agreement(rule)
    yield "tie_break", (Sentence(f"prose_tie_{rule.tie_break}"),)
    yield "second_call", _second_call(rule.second_call)
    yield "settings", _details(rule)


def _uses(charter: Charter, rule: DecisionRule) -> Iterator[Sentence]:
    if rule.id == charter.ordinary_rule:
        yield Sentence("prose_rule_ordinary")
    if rule.id == charter.charter_rule:
        yield Sentence("prose_rule_rest" if charter.pact else "prose_rule_charter")
    effects = tuple(
        effect_name(effect)
        for effect, rule_id in charter.effects.items()
        if rule_id == rule.id and effect != AMEND_CHARTER
    )
    if effects:
        yield Sentence("prose_rule_effects", {"effects": effects})


def _asked(charter: Charter, rule: DecisionRule) -> Sentence:
    franchise = charter.franchise(rule.franchise)
    name: Fact = franchise.name if franchise is not None else rule.franchise
    return Sentence("prose_rule_roll", {"roll": name})


def _answered(rule: DecisionRule) -> Sentence:
    if rule.is_consensus:
        return Sentence("prose_rule_consensus")
    if rule.asks_one_text:
        return Sentence("prose_rule_motion")
    method = METHODS.get(rule.method)
    title: Fact = method.title if method is not None else rule.method
    return Sentence("prose_rule_method", {"method": title})


def _kept_places(charter: Charter, rule: DecisionRule) -> Iterator[Sentence]:
    kept = rule.kept_places
    if keeps_places(rule) and kept.at_least:
        found = charter.member_class(kept.member_class)
        name: Fact = found.name if found else Sentence("choice_no_class")
        facts: dict[str, Fact] = {"number": kept.at_least, "class": name}
        is_filled = kept.unfilled == "filled"
        told_ = "prose_kept_places_filled" if is_filled else "prose_kept_places"
        yield Sentence(told_, facts)


def _marking(rule: DecisionRule) -> Iterator[Sentence]:
    """Say how a ballot on money is filled in, where money is shared out."""
    marking = rule.marking
    if rule.method not in BUDGETING:
        return
    if marking.form == "cumulative":
        facts: dict[str, Fact] = {"points": marking.points}
        yield Sentence("prose_marking_cumulative", facts)
    elif marking.form == "ranking" and marking.ranks:
        yield Sentence("prose_marking_ranking_some", {"ranks": marking.ranks})
    else:
        yield Sentence(f"prose_marking_{marking.form}")


def _bearings(rule: DecisionRule) -> Iterator[Sentence]:
    asked = rule.bearings.in_order()
    if asked:
        facts: dict[str, Fact] = {
            "asked": tuple(Sentence(f"choice_{one}") for one in asked)
        }
        yield Sentence("prose_bearings", facts)


def _ballots(rule: DecisionRule) -> Sentence:
    if rule.is_secret:
        return Sentence("prose_ballot_secret", {"floor": rule.floor})
    return Sentence("prose_ballot_open")


def _support(support: Support, days: int) -> Sentence:
    within: dict[str, Fact] = {"within": Sentence("for_days", {"days": days})}
    share: dict[str, Fact] = {"share": share_words(support.share)}
    number: dict[str, Fact] = {"number": support.at_least}
    match bool(support.share), bool(support.at_least):
        case True, True:
            facts = within | share | number
            return Sentence("prose_support_share_and_number", facts)
        case True, False:
            return Sentence("prose_support_share", within | share)
        case False, True:
            return Sentence("prose_support_number", within | number)
        case _:
            return Sentence("prose_support_none")


def quorum_sentence(quorum: Quorum) -> Sentence:
    """Say what a quorum asks of any roll, without the numbers of a day."""
    share: dict[str, Fact] = {"share": share_words(quorum.share)}
    number: dict[str, Fact] = {"number": quorum.at_least}
    if quorum.kind == "none":
        return Sentence("prose_quorum_none")
    if quorum.kind not in ("share_of_roll", "share_of_active_roll"):
        return Sentence(f"prose_quorum_{quorum.kind}", number)
    if not quorum.at_least:
        return Sentence(f"prose_quorum_{quorum.kind}", share)
    return Sentence(f"prose_quorum_{quorum.kind}_and_number", share | number)


def _agreement(rule: DecisionRule) -> Iterator[Sentence]:
    """Say what a threshold asks, whoever is on the roll, or what stops a consensus."""
    if rule.is_consensus:
        yield consensus_limits(rule)
    elif rule.asks_one_text:
        agreement = agreement_clause(rule.threshold, None)
        yield Sentence("prose_carried", {"agreement": agreement})


def _second_call(call: SecondCall | None) -> Iterator[Sentence]:
    if call is not None:
        facts: dict[str, Fact] = {
            "days": call.after_days,
            "voting": Sentence("for_days", {"days": call.voting_days}),
            "quorum": quorum_sentence(call.quorum),
        }
        yield Sentence("prose_second_call", facts)


def _details(rule: DecisionRule) -> Iterator[Sentence]:
    if rule.is_consensus:
        return  # They stand in what stops it.
    for name, value in rule.settings.items():
        yield Sentence("prose_rule_setting", {"name": name, "value": value})
