"""Whether each rule that shares out money asks for ballots its method can count.

A ballot the method does not read would be found out only when everybody has voted.
"""

from collections.abc import Iterator

from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.marking import Marking

# The detail of counting that the number of ranks takes the place of.
LINES = "max_length"


def objections_to_marking(charter: Charter) -> Iterator[Sentence]:
    """List the rules whose ballots on money contradict how they are counted."""
    for rule in charter.rules:
        facts: dict[str, Fact] = {"rule": rule.title}
        marking, method = rule.marking, BUDGETING.get(rule.method)
        if method is None:
            if marking != Marking():
                yield Sentence("charter_marking_needs_money", facts)
        elif marking.form not in (method.ballot, *method.takes):
            known = tuple(_form(one) for one in (method.ballot, *method.takes))
            facts |= {"method": method.title, "form": _form(marking.form)}
            yield Sentence("charter_marking_not_read", facts | {"known": known})
        else:
            yield from _numbers(rule, facts)


def _numbers(rule: DecisionRule, facts: dict[str, Fact]) -> Iterator[Sentence]:
    """Object to numbers that bear on another form of ballot, or stand there twice."""
    marking, usual = rule.marking, Marking()
    if marking.points != usual.points and marking.form != "cumulative":
        yield Sentence("charter_points_without_use", facts)
    if marking.ranks and marking.form != "ranking":
        yield Sentence("charter_ranks_without_use", facts)
    if marking.form == "ranking" and LINES in rule.settings:
        yield Sentence("charter_ranks_said_twice", facts | {"detail": LINES})


def _form(name: str) -> Sentence:
    return Sentence(f"choice_{name}")
