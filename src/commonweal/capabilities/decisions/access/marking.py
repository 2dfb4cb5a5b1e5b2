"""What a ballot on a question may say: its form, its options, how far its marks go."""

from collections.abc import Mapping, Sequence

from commonweal.capabilities.decisions.models import Question
from commonweal.rules import plain
from commonweal.rules.asked import METHODS
from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting.marking import Room, room_for
from commonweal.rules.voting.marks import ANSWERS_OF, ANY_ROOM, may_stand


def may_say(question: Question, marks: Mapping[str, object]) -> Verdict:
    """Say whether a ballot with these marks can be taken."""
    return may_stand(
        marks,
        form=form_of(question),
        options=may_be_marked(question),
        room=room_of(question),
    )


def form_of(question: Question) -> str:
    """Say how a ballot is filled in."""
    if question.method not in BUDGETING:
        return METHODS[question.method].ballot
    return plain.rule_from_plain(question.rule).marking.form


def may_be_marked(question: Question) -> Sequence[str]:
    """List the options, or the answers where there are none."""
    ids = [str(option["id"]) for option in question.options]
    return ids or ANSWERS_OF[form_of(question)]


def room_of(question: Question) -> Room:
    """Say how far a ballot may go, where money is shared out."""
    if question.budget is None:
        return ANY_ROOM
    marking = plain.rule_from_plain(question.rule).marking
    costs = {str(one["id"]): int(one["cost"]) for one in question.options}
    return room_for(marking, costs=costs, budget=question.budget)
