"""A ballot as a voter fills it in and as it is kept, and what may stand on it.

Four forms: `{"answer": "yes"}`, `{"approved": [id, …]}`, `{"ranks": {id: rank}}` with
ranks from 1, best first, and `{"scores": {id: points}}`. Shared and skipped ranks are
kept as marked: what they mean is for the method to say.
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
}

type Kept = Mapping[str, object]


def may_stand(kept: Kept, *, form: str, options: Collection[str]) -> Verdict:
    """Say whether a ballot can be taken: its form, its options, its numbers.

    `form` is the method's (`answer`, `approvals`, `ranking`, `scores`); `options` are
    the ids of this question. Refuses `answer_one`, `nothing_marked`, `option_unknown`,
    `option_twice`, `rank_is_a_number` and `score_is_a_number`.
    """
    marked = kept.get(FORMS[form])
    if form in ANSWERS_OF:
        answered = isinstance(marked, str) and marked in ANSWERS_OF[form]
        return ALLOWED if answered else refused(f"{form}_one")
    shape = list if form == "approvals" else dict
    if not isinstance(marked, shape) or not marked:
        return refused("nothing_marked")
    return first_refusal(
        *(
            ALLOWED if one in options else refused("option_unknown", option=str(one))
            for one in marked
        ),
        ALLOWED if len({*map(str, marked)}) == len(marked) else refused("option_twice"),
        _numbers_stand(marked, form, most=len(options)),
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


def _numbers_stand(
    marked: list[str] | dict[str, int], form: str, *, most: int
) -> Verdict:
    if isinstance(marked, list):
        return ALLOWED
    least, most = (1, most) if form == "ranking" else (0, MOST_POINTS)
    fine = all(
        type(number) is int and least <= number <= most for number in marked.values()
    )
    reason = "rank_is_a_number" if form == "ranking" else "score_is_a_number"
    return ALLOWED if fine else refused(reason, most=most)


def _by_rank(ranks: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """List the options at each rank, the skipped ranks empty."""
    last = max(ranks.values(), default=0)
    return tuple(
        tuple(sorted(option for option, at in ranks.items() if at == rank))
        for rank in range(1, last + 1)
    )
