"""A question as a reader sees it: its numbers while open, its outcome once closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.models import Ballot, Question
from commonweal.capabilities.decisions.queries.ballot_box import (
    can_be_opened,
    is_secret,
    paper_agreed,
)
from commonweal.capabilities.decisions.queries.candidates import candidates_of, named
from commonweal.capabilities.decisions.queries.closing import ClosingLine, closing_line
from commonweal.capabilities.decisions.queries.opening import Opening, opening_of
from commonweal.capabilities.decisions.queries.tally import (
    METHODS,
    can_be_shown,
    lacked,
    tally,
)
from commonweal.capabilities.decisions.queries.veils import hides_words, without_labels
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.rules import plain
from commonweal.rules.recount import Tally
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict, refused
from commonweal.rules.voting import secret_ballots, thresholds
from commonweal.rules.voting.channels import Elsewhere
from commonweal.rules.voting.decision_rule import DecisionRule, needed_for
from commonweal.rules.voting.outcome import Outcome, with_names
from commonweal.rules.voting.stages import TOO_FEW


@dataclass(frozen=True)
class QuestionView:
    """One call of a vote at an instant, for one reader."""

    question: Question
    at: datetime
    member: Member | None = None

    @property
    def call(self) -> int:
        """Which call it is: one, or two where too few took part in the first."""
        return self.question.call

    @property
    def method(self) -> str:
        """How it is counted."""
        return self.question.method

    @property
    def ballot_form(self) -> str:
        """How a ballot is filled in, as its method or its rule has it."""
        return access.form_of(self.question)

    @property
    def how(self) -> Sentence:
        """What a ballot asks of whoever fills it in, in the words of its method."""
        return METHODS[self.question.method].summary

    @cached_property
    def rule(self) -> DecisionRule:
        """The rule fixed at the opening."""
        return plain.rule_from_plain(self.question.rule)

    @cached_property
    def options(self) -> Sequence[Mapping[str, object]]:
        """What there is to choose, in the order shown; empty for a motion."""
        shown = named(self.question.options, self._candidates)
        hides = hides_words(self.question, self.member, closed=self.closed)
        return without_labels(shown) if hides else shown

    @cached_property
    def _candidates(self) -> Mapping[str, str]:
        return candidates_of(self.question)

    @property
    def opens_at(self) -> datetime:
        """From when ballots are taken."""
        return self.question.opens_at

    @property
    def closes_at(self) -> datetime:
        """The last instant: at it the vote is over."""
        return self.question.closes_at

    @property
    def closed(self) -> bool:
        """Whether it is over, whatever anybody has written down."""
        return self.at >= self.question.closes_at

    @property
    def electorate(self) -> int:
        """How many are on the roll."""
        return self.question.roll.size

    @property
    def active(self) -> int:
        """How many of them have not fallen dormant."""
        return self.question.roll.active

    @property
    def is_secret(self) -> bool:
        """Whether nobody is to learn who said what."""
        return is_secret(self.question)

    @cached_property
    def turnout(self) -> int:
        """How many have voted; of a secret vote that is told when it is over."""
        # Whoever watched a number grow could see who had just voted.
        if self.is_secret:
            return self._counted.turnout if self._counted else 0
        cast: int | None = getattr(self.question, "cast", None)
        return self.question.ballots.count() if cast is None else cast

    @property
    def needed(self) -> int:
        """How many must take part, or say yes where the quorum is of yeses."""
        return thresholds.needed(
            self.rule,
            electorate=self.electorate,
            active=self.active,
            second_call=self.call > 1,
        )

    @property
    def can_be_asked_again(self) -> bool:
        """Whether a second call follows where too few take part in this one."""
        return self.call == 1 and self.rule.second_call is not None

    @property
    def enough_again(self) -> int | None:
        """How many must take part in a second call; None where that is not asked."""
        again = self.rule.second_call
        if again is None or again.quorum.kind == "positive_votes":
            return None
        return needed_for(again.quorum, electorate=self.electorate, active=self.active)

    @property
    def found_too_few_at_first(self) -> bool:
        """Whether it is over without enough of us, and its rule has us vote again."""
        return self.can_be_asked_again and bool(self.found_too_few)

    @property
    def found_too_few(self) -> str:
        """Whether it is over without enough of us: which of the reasons, or none."""
        found = self._counted.verdict.id if self._counted else ""
        return found if found in TOO_FEW else ""

    @property
    def missing(self) -> int:
        """How many more must take part before anything can be decided.

        Where the quorum is of yeses nobody knows before the end, and so none is named.
        """
        if self.rule.quorum.kind == "positive_votes" or self.is_secret:
            return 0
        return max(0, self.needed - self.turnout)

    @cached_property
    def tally(self) -> Tally | None:
        """What is told of the count, once closed: all, or turnout and verdict alone."""
        counted = self._counted
        if counted is None or self.is_shown:
            return counted
        verdict = secret_ballots.verdict_in_short(self.rule, counted.verdict)
        outcome = secret_ballots.outcome_in_short(
            counted.outcome, carried=bool(verdict)
        )
        return Tally(outcome, verdict, counted.turnout)

    @cached_property
    def is_shown(self) -> bool:
        """Whether the count is told, once closed."""
        if self.question.settled_at is None:
            return can_be_shown(self.question)
        return self.question.is_shown

    @cached_property
    def line(self) -> ClosingLine | None:
        """The line of the journal that tells how it ended, to be kept by who will."""
        return closing_line(self.question)

    @cached_property
    def waits_for_key(self) -> bool:
        """Whether it is over and cannot be counted: the key to its box is not here."""
        uncounted = self.closed and self.question.settled_at is None
        return uncounted and self.is_secret and not can_be_opened(self.question)

    @cached_property
    def _counted(self) -> Tally | None:
        """What the ballots say, once closed: as written down, or counted now."""
        if not self.closed or self.waits_for_key:
            return None
        if self.question.settled_at is None:
            return tally(self.question)
        assert self.question.outcome is not None
        return Tally(
            plain.outcome_from_plain(self.question.outcome),
            plain.verdict_from_plain(self.question.verdict or {}),
            (self.question.turnout or 0) if self.is_secret else self.turnout,
        )

    @property
    def outcome(self) -> Outcome | None:
        """The count with its steps, once closed; whoever stood goes by their name."""
        if self.tally is None:
            return None
        return with_names(self.tally.outcome, self._candidates)

    @cached_property
    def opening(self) -> Opening | None:
        """How far members have come with opening a count that is told in short."""
        if self.member is None or self.is_shown or self.question.settled_at is None:
            return None
        return opening_of(self.question, self.member, at=self.at)

    @cached_property
    def lacked(self) -> tuple[Sentence, ...]:
        """How many more votes each project needed that a shared budget left out."""
        if self.tally is None or self.question.budget is None or not self.is_shown:
            return ()
        return lacked(self.question, self.tally.outcome, self.options)

    @property
    def verdict(self) -> Verdict | None:
        """Whether it carried, once closed; options that are level go by their names."""
        if self.tally is None:
            return None
        found = self.tally.verdict
        tied = found.facts.get("tied")
        if not isinstance(tied, tuple):
            return found
        names = tuple(self.label(str(option)) for option in tied)
        return Verdict(found.id, {**found.facts, "tied": names})

    @cached_property
    def my_marks(self) -> Mapping[str, object] | None:
        """The reader's own ballot, if it is in."""
        if self.member is None:
            return None
        if hasattr(self.question, "mine"):
            marks: Mapping[str, object] | None = self.question.mine
            return marks
        mine = Ballot.objects.filter(question=self.question, voter=self.member)
        return mine.values_list("marks", flat=True).first()

    @cached_property
    def has_voted(self) -> bool:
        """Whether the reader's ballot is in; of a secret one while the vote is open."""
        if not self.is_secret:
            return self.my_marks is not None
        return not self.closed and access.has_voted(self.member, self.question)

    @cached_property
    def elsewhere(self) -> Elsewhere | None:
        """Whether the reader votes on paper or at a table in this secret vote."""
        if not self.is_secret or self.closed:
            return None
        return access.votes_elsewhere(self.member, self.question)

    @cached_property
    def may_come_back(self) -> Verdict:
        """Whether the reader may give paper up and vote here, or why not."""
        if self.elsewhere is None:
            return refused("votes_here_already")
        charter = charter_in_force(self.question.institution, at=self.opens_at)
        counted = paper_agreed(self.question) is not None
        return access.may_come_back(
            self.member, self.question, charter, counted=counted, at=self.at
        )

    @cached_property
    def may_vote(self) -> Verdict:
        """Whether the reader may vote now, or why not."""
        listed: bool | None = getattr(self.question, "listed", None)
        on_roll = (
            access.is_on_roll(self.member, self.question) if listed is None else listed
        )
        if self.is_secret:
            return access.may_vote_in_secret(
                self.member,
                self.question,
                on_roll=on_roll,
                voted=self.has_voted,
                elsewhere=self.elsewhere,
                at=self.at,
            )
        return access.may_vote(self.member, self.question, on_roll=on_roll, at=self.at)

    def label(self, option: str) -> str | Sentence:
        """Name an option: as the proposal does, or as yes, no and abstain are said."""
        names = {str(one["id"]): str(one["label"]) for one in self.options}
        return names.get(option) or Sentence(f"answer.{option}")
