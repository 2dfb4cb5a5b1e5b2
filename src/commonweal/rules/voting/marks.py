"""A ballot as a voter fills it in and as it is kept, and what may stand on it.

Kept in four shapes: `{"answer": "yes"}`, `{"approved": [id, …]}`, `{"ranks": {id:
rank}}` with ranks from 1, best first, and `{"scores": {id: points}}`. Shared and
skipped ranks are kept as marked: what they mean is for the method to say. Where money
is shared out there is an end to what one ballot can say, and it is refused beyond that.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from commonweal.rules.consensus.events import POSITIONS
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting.ballots import (
    Answer,
    Approvals,
    Ballot,
    Marks,
    Ranking,
    Scores,
)
from commonweal.rules.voting.marking import Room

ANSWERS = ("yes", "no", "abstain")
# What a ballot without options can say, by its form.
ANSWERS_OF: Mapping[str, tuple[str, ...]] = {"answer": ANSWERS, "position": POSITIONS}
MOST_POINTS = 10
FORMS = {
    "answer": "answer",
    "position": "answer",
    "approvals": "approved",
    "ranking": "ranks",
    "scores": "scores",
    "cumulative": "scores",
    "knapsack": "approved",
}
# Of options that share no money, a ballot may say of each what it will.
ANY_ROOM = Room()

type Kept = Mapping[str, object]


def may_stand(
    kept: Kept, *, form: str, options: Collection[str], room: Room = ANY_ROOM
) -> Verdict:
    """Say whether a ballot can be taken: its form, its options, its numbers.

    `form` is the one that the method or the rule asks for; `options` are the ids of
    this question, and `room` how far a ballot on money may go. Refuses `answer_one`,
    `position_one`, `nothing_marked`, `option_unknown`, `option_twice`,
    `rank_is_a_number`, `score_is_a_number`, `rank_twice`, `points_beyond` and
    `cost_beyond`.
    """
    marked = kept.get(FORMS[form])
    if form in ANSWERS_OF:
        answered = isinstance(marked, str) and marked in ANSWERS_OF[form]
        return ALLOWED if answered else refused(f"{form}_one")
    shape = list if FORMS[form] == "approved" else dict
    if not isinstance(marked, shape) or not marked:
        return refused("nothing_marked")
    return first_refusal(
        *(
            ALLOWED if one in options else refused("option_unknown", option=str(one))
            for one in marked
        ),
        ALLOWED if len({*map(str, marked)}) == len(marked) else refused("option_twice"),
        _numbers_stand(marked, form, most=_most(form, room, len(options))),
        _within(marked, form, room),
    )


def marks_of(kept: Kept) -> Marks:
    """Read a ballot as it is kept."""
    match kept:
        case {"answer": str(answer)}:
            return Answer(answer)
        case {"approved": list(options)}:
            return Approvals(tuple(sorted(options)))
        case {"scores": dict(scores)}:
            return Scores(tuple(sorted(scores.items())))
        case {"ranks": dict(ranks)}:
            return Ranking(_by_rank(ranks))
    raise AssertionError("a ballot is kept in one of four forms")


def grouped(kept: Iterable[Kept]) -> list[Ballot]:
    """Count equal ballots together, in an order that says nothing of who cast them."""
    counted = Counter(marks_of(one) for one in kept)
    return [Ballot(one, counted[one]) for one in sorted(counted, key=repr)]


def _most(form: str, room: Room, options: int) -> int:
    if form == "ranking":
        return room.ranks or options
    return room.points if form == "cumulative" else MOST_POINTS


def _numbers_stand(
    marked: list[str] | dict[str, int], form: str, *, most: int
) -> Verdict:
    if isinstance(marked, list):
        return ALLOWED
    least = 1 if form == "ranking" else 0
    fine = all(
        type(number) is int and least <= number <= most for number in marked.values()
    )
    reason = "rank_is_a_number" if form == "ranking" else "score_is_a_number"
    return ALLOWED if fine else refused(reason, most=most)


def _within(marked: list[str] | dict[str, int], form: str, room: Room) -> Verdict:
    """Keep a ballot on money within its ranks, its points or the money there is.

    Numbers that are none are refused before this is looked at.
    """
    match marked:
        case dict() if form == "cumulative":
            return _handed_out(sum(n for n in marked.values() if type(n) is int), room)
        case dict() if form == "ranking" and room.ranks:
            given = Counter(map(str, marked.values()))
            twice = [rank for rank, times in given.items() if times > 1]
            return refused("rank_twice", rank=twice[0]) if twice else ALLOWED
        case list() if form == "knapsack":
            cost = room.cost_of([str(one) for one in marked])
            over = cost - room.budget
            facts = {"cost": cost, "budget": room.budget, "over": over}
            return refused("cost_beyond", **facts) if over > 0 else ALLOWED
        case _:
            return ALLOWED


def _handed_out(given: int, room: Room) -> Verdict:
    if not given:
        return refused("nothing_marked")
    over = given - room.points
    facts = {"given": given, "points": room.points, "over": over}
    return refused("points_beyond", **facts) if over > 0 else ALLOWED


def _by_rank(ranks: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """List the options at each rank, the skipped ranks empty."""
    last = max(ranks.values(), default=0)
    return tuple(
        tuple(sorted(option for option, at in ranks.items() if at == rank))
        for rank in range(1, last + 1)
    )
