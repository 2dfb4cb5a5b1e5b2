"""What speaks against one rule of a charter."""

from collections.abc import Collection, Iterator
from fractions import Fraction
from itertools import chain

from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.decision_rule import (
    LEAST_FLOOR,
    MOST_FLOOR,
    MOTION,
    DecisionRule,
    Quorum,
)

HALF = Fraction(1, 2)


def objections_to_tellers(charter: Charter) -> Iterator[Sentence]:
    """Say whether the office of the tellers is there, and two can hold it."""
    known = tuple(one.id for one in charter.offices)
    office = charter.office(charter.tellers)
    if charter.tellers and office is None:
        facts: dict[str, Fact] = {"where": "tellers", "name": charter.tellers}
        yield Sentence("charter_office_unknown", facts | {"allowed": known})
    if office is not None and office.seats < 2:
        yield Sentence("charter_one_teller_alone", {"office": office.name})


def objections_to_callers(charter: Charter) -> Iterator[Sentence]:
    """Say whether the office that calls assemblies is there."""
    name = charter.assemblies.callers
    if name and charter.office(name) is None:
        known = tuple(one.id for one in charter.offices)
        facts: dict[str, Fact] = {"where": "assemblies.callers", "name": name}
        yield Sentence("charter_office_unknown", facts | {"allowed": known})


def objections_to_rule(
    charter: Charter, rule: DecisionRule, methods: Collection[str]
) -> Iterator[Sentence]:
    """List what speaks against a rule, whichever decisions it is for."""
    yield from _known(charter, rule, methods)
    yield from _times(charter, rule)
    yield from _quorum(charter, rule, rule.quorum)
    if rule.second_call is not None:
        yield from _quorum(charter, rule, rule.second_call.quorum)
    if rule.asks_one_text:
        yield from _tie(rule)
    if rule.method == MOTION:
        yield from _threshold(charter, rule)
    if rule.is_consensus and rule.is_secret:
        yield _objection(rule, "charter_consensus_in_secret")


def _known(
    charter: Charter, rule: DecisionRule, methods: Collection[str]
) -> Iterator[Sentence]:
    if rule.method not in methods:
        yield _objection(rule, "charter_method_unknown", allowed=tuple(methods))
    if charter.franchise(rule.franchise) is None:
        known = tuple(one.id for one in charter.franchises)
        yield _objection(
            rule, "charter_franchise_unknown", name=rule.franchise, allowed=known
        )
    if rule.is_secret and not LEAST_FLOOR <= rule.floor <= MOST_FLOOR:
        yield _objection(
            rule, "charter_floor_out_of_range", least=LEAST_FLOOR, most=MOST_FLOOR
        )


def _times(charter: Charter, rule: DecisionRule) -> Iterator[Sentence]:
    wanted = rule.support.share or rule.support.at_least
    if wanted and not rule.support_days:
        yield _objection(rule, "charter_no_time_for_support")
    given = (one.rights for one in charter.classes)
    in_office = (one.rights for one in charter.offices)
    if wanted and not any("support" in rights for rights in chain(given, in_office)):
        yield _objection(rule, "charter_nobody_may_support")
    if rule.support.share > 1:
        yield _objection(rule, "charter_share_above_all", share=rule.support.share)


def _quorum(charter: Charter, rule: DecisionRule, quorum: Quorum) -> Iterator[Sentence]:
    if quorum.share > 1:
        yield _objection(rule, "charter_share_above_all", share=quorum.share)
    if (
        quorum.kind == "share_of_active_roll"
        and not charter.activity.dormant_after_days
    ):
        yield _objection(rule, "charter_active_means_nothing")
    if quorum.kind == "positive_votes" and rule.method != MOTION:
        yield _objection(rule, "charter_positive_votes_need_a_motion")
    shares = quorum.kind in ("share_of_roll", "share_of_active_roll")
    if shares and not quorum.share:
        yield _objection(rule, "charter_quorum_without_share")
    counted = not shares and quorum.kind != "none"
    if counted and not quorum.at_least:
        yield _objection(rule, "charter_quorum_without_number")


def _threshold(charter: Charter, rule: DecisionRule) -> Iterator[Sentence]:
    threshold = rule.threshold
    share, strict = threshold.share, threshold.strict
    if share > 1 or (share == 1 and strict):
        yield _objection(rule, "charter_threshold_impossible")
    if share < HALF or (share == HALF and not strict):
        yield _objection(rule, "charter_both_sides_could_win", share=share)
    if threshold.base == "active_roll" and not charter.activity.dormant_after_days:
        yield _objection(rule, "charter_active_means_nothing")


def _tie(rule: DecisionRule) -> Iterator[Sentence]:
    if rule.tie_break != "status_quo":
        yield _objection(rule, "charter_motion_tie_stands")


def _objection(rule: DecisionRule, sentence_id: str, /, **facts: Fact) -> Sentence:
    return Sentence(sentence_id, {"rule": rule.title, "rule_id": rule.id, **facts})
