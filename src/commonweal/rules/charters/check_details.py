"""Whether the details of counting a rule sets are ones its method reads.

A detail nobody can read would be found out only when the ballots are in.
"""

from collections.abc import Iterator
from dataclasses import replace

from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import (
    Answer,
    Approvals,
    Ballot,
    Contest,
    Marks,
    Ranking,
    Scores,
)
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.method import NAMING_OPTIONS, Method, Uncountable
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker

ONE_BALLOT: dict[str, Marks] = {
    "answer": Answer("yes"),
    "position": Answer("agree"),
    "approvals": Approvals(("yes",)),
    "ranking": Ranking((("yes",),)),
    "scores": Scores((("yes", 1),)),
}


def objections_to_details(charter: Charter) -> Iterator[Sentence]:
    """List the details of counting that no count could honour."""
    for rule in charter.rules:
        method = METHODS.get(rule.method) or BUDGETING.get(rule.method)
        # Unknown methods are objected to elsewhere.
        if method is not None:
            for detail in rule.settings:
                yield from _objections(rule, method, detail)


def _objections(rule: DecisionRule, method: Method, detail: str) -> Iterator[Sentence]:
    value = rule.settings[detail]
    facts: dict[str, Fact] = {"rule": rule.title, "detail": detail, "value": value}
    known = tuple(one for one in method.settings if one not in NAMING_OPTIONS)
    if detail in NAMING_OPTIONS:
        yield Sentence("charter_detail_names_options", facts)
    elif detail not in known:
        facts["known"] = known
        told = "charter_detail_unknown" if known else "charter_has_no_details"
        yield Sentence(told, facts)
    elif not _counts(method, detail, value):
        yield Sentence("charter_detail_unreadable", facts)


def _counts(method: Method, detail: str, value: str) -> bool:
    """Try the detail on an election of one ballot."""
    contest = Contest(("yes", "no"), settings={detail: value})
    if method.id in BUDGETING:
        contest = replace(contest, costs={"yes": 1, "no": 1}, budget=1)
    try:
        method.count(contest, [Ballot(ONE_BALLOT[method.ballot])], TieBreaker())
    except (Uncountable, ValueError, ArithmeticError):
        return False
    return True
