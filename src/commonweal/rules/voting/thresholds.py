"""Whether a vote carried: enough members took part, and enough of them agreed.

The two tests are kept apart, and the quorum comes first: where too few took part,
nobody has refused the proposal. Everything is compared as whole numbers and exact
fractions; "two thirds of 59" is 39 and a third, so 40 must agree.

Source: Robert's Rules of Order Newly Revised, on quorum and on the basis for
determining a voting result; a tie on a motion leaves things as they are.
"""

from dataclasses import dataclass
from math import ceil, floor

from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused
from commonweal.rules.voting.decision_rule import (
    MOTION,
    DecisionRule,
    Quorum,
    needed_for,
)
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.rule_words import share_words


@dataclass(frozen=True, slots=True)
class Answers:
    """How a motion was answered, and by how many of whom.

    `electorate` is the roll of the question, `active` those on it who have not fallen
    dormant. Whoever answered took part, those who abstained too.
    """

    electorate: int
    active: int
    yes: int
    no: int
    abstain: int

    def __post_init__(self) -> None:
        assert min(self.yes, self.no, self.abstain) >= 0, "ballots are counted up"
        assert 0 <= self.active <= self.electorate, "the active are on the roll"
        assert self.turnout <= self.electorate, "one member, one ballot"

    @property
    def turnout(self) -> int:
        """How many took part."""
        return self.yes + self.no + self.abstain


def judge(
    rule: DecisionRule, answers: Answers, *, second_call: bool = False
) -> Verdict:
    """Carry a motion if the quorum took part and the threshold was passed.

    With `second_call` the quorum of the rule's second call applies. Refuses with
    `quorum_missed` or `support_missed` (too few took part, too few said yes),
    `nobody_took_sides`, `tied`, or `threshold_missed_above`, `_reached`, `_number`
    (a share that had to be passed or reached, a number); each names the numbers, what
    they are counted out of and how many were needed.
    """
    too_few = _quorum_refusal(rule, answers, second_call=second_call)
    if too_few is not None:
        return too_few
    if not answers.yes + answers.no:
        return refused("nobody_took_sides", abstained=answers.abstain)
    needed = yes_needed(rule, answers)
    if answers.yes >= needed:
        return ALLOWED
    if answers.yes == answers.no and answers.yes + 1 == needed:
        return refused("tied", yes=answers.yes, no=answers.no)
    return refused(
        _how_missed(rule, answers),
        yes=answers.yes,
        needed=needed,
        base=base_number(rule, answers),
        out_of=Sentence(f"base_{rule.threshold.base}"),
        share=share_words(rule.threshold.share),
    )


def judge_choice(
    rule: DecisionRule,
    *,
    electorate: int,
    active: int,
    turnout: int,
    outcome: Outcome,
    second_call: bool = False,
) -> Verdict:
    """Accept what a method of choice yielded, if the quorum took part and somebody won.

    A threshold is for yes and no; here the method itself says who has won. Refuses
    with `quorum_missed`, with `tied_options` where the method and the charter's
    tie-break left places empty between equals, and with `nobody_won`.
    """
    assert 0 <= turnout <= electorate
    answers = Answers(electorate, active, 0, 0, turnout)
    too_few = _quorum_refusal(rule, answers, second_call=second_call)
    if too_few is not None:
        return too_few
    if outcome.winners:
        return ALLOWED
    if outcome.tied:
        return refused("tied_options", tied=outcome.tied[0], places=outcome.seats)
    return refused("nobody_won")


def judge_consensus(
    rule: DecisionRule,
    *,
    electorate: int,
    active: int,
    turnout: int,
    outcome: Outcome,
    second_call: bool = False,
) -> Verdict:
    """Adopt what nothing stands against, if enough members said where they stand.

    Refuses with `quorum_missed`, else with what the outcome found to stand against it:
    `blocks_stand`, `objections_stand`, `too_many_stand_aside`, `too_many_reservations`
    or `nobody_spoke`.
    """
    assert 0 <= turnout <= electorate
    answers = Answers(electorate, active, 0, 0, turnout)
    too_few = _quorum_refusal(rule, answers, second_call=second_call)
    if too_few is not None:
        return too_few
    if outcome.winners:
        return ALLOWED
    why = outcome.steps[-1].explanation
    return refused(why.id, **why.facts)


def quorum_in_call(rule: DecisionRule, *, second_call: bool) -> Quorum:
    """Give the quorum of this call: the rule's own, or that of its second call."""
    again = rule.second_call
    return again.quorum if second_call and again is not None else rule.quorum


def needed(
    rule: DecisionRule, *, electorate: int, active: int, second_call: bool = False
) -> int:
    """Say how many must take part (or say yes, for a quorum of positive votes)."""
    quorum = quorum_in_call(rule, second_call=second_call)
    return needed_for(quorum, electorate=electorate, active=active)


def base_number(rule: DecisionRule, answers: Answers) -> int:
    """Give the number out of which agreement is counted."""
    numbers = {
        "yes_and_no": answers.yes + answers.no,
        "cast": answers.turnout,
        "roll": answers.electorate,
        "active_roll": answers.active,
    }
    return numbers[rule.threshold.base]


def yes_needed(rule: DecisionRule, answers: Answers) -> int:
    """Say how many yes carry the motion; it is never carried without one."""
    return max(_needed_by_share(rule, answers), rule.threshold.at_least)


def _needed_by_share(rule: DecisionRule, answers: Answers) -> int:
    share = rule.threshold.share * base_number(rule, answers)
    reached = floor(share) + 1 if rule.threshold.strict else ceil(share)
    return max(reached, 1)


def _how_missed(rule: DecisionRule, answers: Answers) -> str:
    if answers.yes >= _needed_by_share(rule, answers):
        return "threshold_missed_number"
    return f"threshold_missed_{'above' if rule.threshold.strict else 'reached'}"


def _quorum_refusal(
    rule: DecisionRule, answers: Answers, *, second_call: bool
) -> Verdict | None:
    quorum = quorum_in_call(rule, second_call=second_call)
    enough = needed_for(quorum, electorate=answers.electorate, active=answers.active)
    if quorum.kind == "positive_votes" and rule.method == MOTION:
        if answers.yes >= enough:
            return None
        return refused(
            "support_missed",
            yes=answers.yes,
            needed=enough,
            electorate=answers.electorate,
        )
    if answers.turnout >= enough:
        return None
    return refused(
        "quorum_missed",
        turnout=answers.turnout,
        needed=enough,
        electorate=answers.electorate,
    )
