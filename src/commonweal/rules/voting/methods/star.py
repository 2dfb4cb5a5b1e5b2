"""STAR: score, then an automatic run-off between the two with the most points.

Give each option points. The two with the most go into a run-off, in which each ballot
counts whole for the one it gave more points.

Source: Mark Frohnmayer, Score runoff voting (2014), as the Equal Vote Coalition has it:
if the run-off is level, the one with more points wins.
"""

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.graded import Graded, graded
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Number, Outcome, Step
from commonweal.rules.voting.ties import TieBreaker, Ties


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Find who wins the run-off of the two with the most points.

    An option left without points gets none; one that nobody gave any takes no place.
    With the settings `lowest` and `highest`, a ballot with points outside them is
    spoilt. The facts give the `cast` and `spoilt` ballots. Raises `Uncountable` for
    ballots without scores, and for more than one place.
    """
    if contest.seats > 1:
        raise Uncountable(Sentence("needs_one_seat", {"seats": contest.seats}))
    told = graded(contest, ballots)
    points = points_of(contest, told)
    met = Ties(contest, ties)
    finalists = finalists_of(told.wanted(contest), points, met)
    # One alone needs no run-off.
    winners = tuple(finalists) if len(finalists) < 2 else ()
    steps = [points_step(told, points, winners)]
    if len(finalists) == 2:
        votes = runoff(told, finalists)
        won = winner_of(finalists, votes, points, met)
        winners = () if won is None else (won,)
        steps.append(runoff_step(contest, finalists, votes, winners))
    return Outcome(
        method=METHOD.id,
        seats=1,
        winners=winners,
        tied=met.tied,
        tie_break=met.tie_break,
        steps=tuple(steps),
        facts={"cast": told.cast, "spoilt": told.spoilt},
    )


def points_of(contest: Contest, told: Graded) -> dict[str, Number]:
    """Give each option's points."""
    points: dict[str, Number] = dict.fromkeys(contest.standing, 0)
    for given, times in told.ballots:
        for option in given.keys() & points.keys():
            points[option] += given[option] * times
    return points


def finalists_of(wanted: list[str], points: dict[str, Number], met: Ties) -> list[str]:
    """Give the two with the most points, or as many as there are; ties are parted."""
    finalists: list[str] = []
    for number in sorted({points[one] for one in wanted}, reverse=True):
        level = [one for one in wanted if points[one] == number]
        free = 2 - len(finalists)
        if len(level) > free:
            return finalists + (met.part(level, free, (points,)) if free else [])
        finalists += level
    return finalists


def runoff(told: Graded, finalists: list[str]) -> dict[str, Number]:
    """Give how many put each of the two before the other."""
    one, other = finalists
    votes: dict[str, Number] = {one: 0, other: 0}
    for points, times in told.ballots:
        first, second = points.get(one, told.lowest), points.get(other, told.lowest)
        if first != second:
            votes[one if first > second else other] += times
    return votes


def winner_of(
    finalists: list[str],
    votes: dict[str, Number],
    points: dict[str, Number],
    met: Ties,
) -> str | None:
    """Give whom more prefer; else who has more points; else what the tie-break says."""
    by_rule = {one: (votes[one], points[one]) for one in finalists}
    best = [one for one in finalists if by_rule[one] == max(by_rule.values())]
    if len(best) == 1:
        return best[0]
    return met.choose(best, (points,), best=True).option


def points_step(
    told: Graded, points: dict[str, Number], winners: tuple[str, ...]
) -> Step:
    """Show everybody's points, and who wins where nobody else got any."""
    facts: dict[str, Fact] = {"cast": told.cast, "spoilt": told.spoilt}
    return Step(
        Sentence("score_counts"),
        Sentence("star_points_explained", facts),
        points,
        elected=winners,
    )


def runoff_step(
    contest: Contest,
    finalists: list[str],
    votes: dict[str, Number],
    winners: tuple[str, ...],
) -> Step:
    """Show the run-off."""
    facts: dict[str, Fact] = {
        "first": contest.name(finalists[0]),
        "second": contest.name(finalists[1]),
    }
    return Step(
        Sentence("star_runoff"),
        Sentence("star_runoff_explained", facts),
        votes,
        elected=winners,
    )


METHOD = Method(
    id="star",
    title=Sentence("method_star"),
    summary=Sentence("method_star_summary"),
    ballot="scores",
    unit="points",
    units={"star_runoff": "ballots"},
    count=count,
    source="Mark Frohnmayer, Score runoff voting (2014); Equal Vote Coalition",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "monotonicity",
            "unanimity",
        }
    ),
    settings=("lowest", "highest"),
    most_seats=1,
)
