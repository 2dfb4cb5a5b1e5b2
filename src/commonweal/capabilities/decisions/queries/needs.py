"""What needs a person: over all their institutions, the most urgent first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from commonweal.capabilities.decisions.access import (
    is_on_roll,
    may_enter_paper,
    may_leave_paper,
    may_vote,
)
from commonweal.capabilities.decisions.models import Question
from commonweal.capabilities.decisions.queries.paper import (
    box_voters,
    noted_by_teller,
    paper_of,
)
from commonweal.capabilities.decisions.queries.proposals import (
    ProposalView,
    live_views,
    reviews_due,
)
from commonweal.capabilities.decisions.queries.questions import QuestionView
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import Membership, memberships_of
from commonweal.foundation.people.models import Person
from commonweal.rules.sentence import LocalText, Sentence

FAR_AWAY = timedelta(days=3650)
REVIEWS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Need:
    """One act that waits for a person, and what happens if they do nothing."""

    kind: str
    institution: Institution
    institution_name: object
    member: Member
    number: int
    title: str
    titled: LocalText
    due_at: datetime | None
    if_nothing: Sentence
    call: int = 0
    # Told to all on the roll of a secret vote, whether they have voted or not.
    to_all: bool = False

    @property
    def act(self) -> Sentence:
        """What to do, as it stands on the button."""
        return Sentence("need.vote_to_all" if self.to_all else f"need.{self.kind}")


def needs_of(
    person: Person, *, at: datetime, by_letter: bool = False
) -> tuple[Need, ...]:
    """List what waits for this person, the first deadline first.

    A letter tells everybody on its roll of a secret vote, whatever they have done.
    """
    needs = [
        need
        for membership in memberships_of(person, at=at)
        for need in _needs_in(membership, at, by_letter=by_letter)
    ]
    return tuple(sorted(needs, key=lambda one: _urgency(one, at)))


def _urgency(need: Need, at: datetime) -> tuple[bool, datetime, int]:
    # What stays in force meanwhile can wait behind all that ends on a day.
    can_wait = need.kind == "review"
    return can_wait, need.due_at or at + FAR_AWAY, need.number


def _needs_in(
    membership: Membership, at: datetime, *, by_letter: bool
) -> Iterator[Need]:
    live = live_views(
        membership.institution,
        charter=membership.charter,
        at=at,
        member=membership.member,
    )
    yield from _paper(live, membership)
    yield from _boxes(live, membership, at)
    for view in live:
        need = _need(view, membership, at, by_letter=by_letter)
        if need is not None:
            yield need
    for view in reviews_due(membership.institution, at=at, limit=REVIEWS_SHOWN):
        yield _made("review", view, membership, view.moments.review_at, "nothing")


def _paper(live: Iterable[ProposalView], membership: Membership) -> Iterator[Need]:
    """Tell members what a teller noted of them while they can still take it back."""
    before = [
        view
        for view in live
        if may_leave_paper(view.rule, view.stage, again_at=view.votes_again_at)
    ]
    if not before:
        return
    noted = noted_by_teller(membership.member, [view.proposal for view in before])
    for view in before:
        if view.proposal.pk in noted:
            opens = view.votes_again_at or view.moments.opens_at
            yield _made("paper", view, membership, opens, "nothing")


def _boxes(
    live: Iterable[ProposalView], membership: Membership, at: datetime
) -> Iterator[Need]:
    """Tell tellers of paper to hand out and count, until two have found the same."""
    for view in live:
        question = view.question
        if question is None or view.stage != "deciding" or not question.is_secret:
            continue
        vote, charter = question.question, membership.charter
        if not may_enter_paper(membership.member, vote, charter, at=at):
            continue
        box = paper_of(vote, membership.member)
        if box.out.total and box.agreed is None:
            need = _made("box", view, membership, question.closes_at, "nothing")
            yield replace(need, call=question.call)
            if _asks_back(vote, membership.member):
                asked = _made("let_back", view, membership, question.closes_at, "paper")
                yield replace(asked, call=question.call)


def _asks_back(vote: Question, teller: Member) -> bool:
    """Say whether somebody wants to vote here of whom this teller has not spoken."""
    asked = (one for one in box_voters(vote) if one.asked_back)
    return any(teller.pk not in {one.voter.pk, one.unhanded_by} for one in asked)


def _need(
    view: ProposalView, membership: Membership, at: datetime, *, by_letter: bool
) -> Need | None:
    match view.stage:
        case "draft":
            return _made("draft", view, membership, None, "nothing")
        case "deciding":
            question = view.question
            if by_letter and question is not None and question.is_secret:
                return _secret_vote(view, question, membership)
            return _vote(view, membership)
        case "seeking_support" | "deliberating" | "amending":
            return _support(view, membership, at)
        case _:
            return None


def _vote(view: ProposalView, membership: Membership) -> Need | None:
    question = view.question
    if question is None or question.has_voted:
        return None
    if not question.may_vote:
        stuck = bool(question.may_come_back)
        closes = question.closes_at
        return (
            _made("come_back", view, membership, closes, "nothing") if stuck else None
        )
    then, base = _if_too_few(question)
    return _made("vote", view, membership, question.closes_at, then, base)


def _secret_vote(
    view: ProposalView, question: QuestionView, membership: Membership
) -> Need | None:
    """Tell of a secret vote whoever is on its roll, whether they have voted or not.

    Else a letter that does not come, and what is noted of letters, told who had voted.
    """
    member, vote = membership.member, question.question
    on_roll = is_on_roll(member, vote)
    if not may_vote(member, vote, on_roll=on_roll, at=question.at):
        return None
    then, base = _if_too_few(question)
    need = _made("vote", view, membership, question.closes_at, then, base)
    return replace(need, to_all=True)


def _if_too_few(question: QuestionView) -> tuple[str, Mapping[str, int]]:
    """Say what comes of too few, in secret no number that grows as members vote."""
    again = question.can_be_asked_again
    needed = {"needed": question.needed}
    if question.needed and question.rule.quorum.kind == "positive_votes":
        then, base = ("yes_again" if again else "yes"), needed
    elif question.needed and question.is_secret:
        then, base = ("must_again" if again else "must"), needed
    elif question.missing:
        have, roll = question.turnout, question.electorate
        base = {"missing": question.missing, "have": have, "roll": roll}
        then = "again" if again else "quorum"
    else:
        then, base = "nothing", {}
    return then, base


def _support(view: ProposalView, membership: Membership, at: datetime) -> Need | None:
    moments = view.moments
    if view.my_support == "to_confirm":
        due = moments.freezes_at or moments.support_ends_at
        return _made("confirm", view, membership, due, "nothing")
    if view.stage != "seeking_support" or view.my_support == "given":
        return None
    # Whoever is not known to members yet may not, and is asked for nothing in vain.
    if not has_right(membership.member, membership.charter, "support", at=at):
        return None
    base = {"have": len(view.supporters), "needed": view.support_needed}
    due = moments.support_ends_at
    return _made("support", view, membership, due, "nothing", base)


def _made(
    kind: str,
    view: ProposalView,
    membership: Membership,
    due_at: datetime | None,
    then: str,
    base: Mapping[str, int] = MappingProxyType({}),
) -> Need:
    return Need(
        kind=kind,
        institution=membership.institution,
        institution_name=membership.charter.name,
        member=membership.member,
        number=view.number,
        title=view.title,
        titled=view.titled,
        due_at=due_at,
        if_nothing=Sentence(f"need.{kind}.{then}", base),
    )
