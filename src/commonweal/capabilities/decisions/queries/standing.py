"""Where a proposal stands for one reader, however much of it was read."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal, NamedTuple

from commonweal.capabilities.decisions.models import Decision, Proposal
from commonweal.capabilities.decisions.queries.questions import QuestionView
from commonweal.capabilities.decisions.queries.timelines import (
    Standing,
    questions_of,
)
from commonweal.foundation.institutions.models import Member
from commonweal.rules.voting import preparation, stages
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.stage_table import Stage

type MySupport = Literal["none", "given", "to_confirm"]


class LookedAgain(NamedTuple):
    """A proposal under way, or carried, that looks at a decision again."""

    number: int
    how: str
    decision: Decision | None

    @property
    def is_under_way(self) -> bool:
        """Whether nothing came of it yet."""
        return self.decision is None


@dataclass(frozen=True)
class StandingProposal:
    """A proposal, where it stands at `at`, and what one reader has to do with it."""

    proposal: Proposal
    standing: Standing
    at: datetime
    member: Member | None = None

    @property
    def number(self) -> int:
        """Its number in the institution."""
        return self.proposal.number

    @property
    def effect(self) -> str:
        """What a yes sets in motion; empty where it does nothing by itself."""
        return self.proposal.effect

    @property
    def rule(self) -> DecisionRule:
        """The rule it is decided by."""
        return self.standing.rule

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        return self.standing.stage

    @property
    def moments(self) -> stages.Moments:
        """When what happened, and when what will."""
        return self.standing.moments

    @property
    def support_needed(self) -> int:
        """How many supporters admit it."""
        return self.proposal.support_needed

    @cached_property
    def confirmed(self) -> frozenset[str]:
        """The ids of those whose support counts for the newest words."""
        if not self.proposal.put_at:
            return frozenset()
        return preparation.confirmed(self._preparing, at=self.at)

    @property
    def my_support(self) -> MySupport:
        """Whether the reader supports it, or did until the words changed."""
        if self.member is None or not self.proposal.put_at:
            return "none"
        mine = str(self.member.pk)
        if mine in self.confirmed:
            return "given"
        waits = preparation.to_confirm(self._preparing, at=self.at)
        return "to_confirm" if mine in waits else "none"

    @property
    def can_be_correction(self) -> bool:
        """Whether new words may still call themselves a correction."""
        freezes = self.moments.freezes_at
        return preparation.can_be_correction(freezes_at=freezes, at=self.at)

    @cached_property
    def questions(self) -> tuple[QuestionView, ...]:
        """Its votes: the first call and, where too few took part, the second."""
        asked = sorted(questions_of(self.proposal), key=lambda one: one.call)
        return tuple(QuestionView(one, self.at, self.member) for one in asked)

    @property
    def question(self) -> QuestionView | None:
        """Its newest vote."""
        return self.questions[-1] if self.questions else None

    @property
    def votes_again_at(self) -> datetime | None:
        """When the second call opens, where the first found too few and it is due."""
        return self.standing.again_at(self.at)

    @property
    def looked_again(self) -> LookedAgain | None:
        """What looks at it again, or has, once the day of its review is there."""
        found = vars(self.proposal).get("looked_again")
        assert found is None or isinstance(found, LookedAgain)
        return found

    @property
    def is_ended(self) -> bool:
        """Whether a later decision has ended it, or taken its place."""
        again = self.looked_again
        if again is None or again.decision is None or again.how == "keep":
            return False
        return bool(again.decision.in_force_at <= self.at)

    @property
    def is_second_call(self) -> bool:
        """Whether the second call is running."""
        question = self.question
        return self.stage == "deciding" and question is not None and question.call > 1

    @property
    def _preparing(self) -> preparation.Preparing:
        known = self.standing.timeline
        said, given = known.versions, known.supports
        needed, rule = known.support_needed, known.rule_when_put
        return preparation.Preparing(said, given, needed, rule, known.zone)
