"""What methods may promise, each as a law over all elections.

A promise takes a method's count and an election drawn by chance, and asserts. A new
method that names a promise is held to it without a new line of test code. Nothing here
is shared with the counts themselves: everything is found the slow, obvious way.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from tests.rules.voting import elections
from tests.rules.voting.elections import LOT, OPTIONS, one_by_one

from commonweal.rules.voting.ballots import (
    Answer,
    Approvals,
    Ballot,
    Contest,
    Ranking,
    Scores,
)
from commonweal.rules.voting.method import Method

type Election = tuple[Contest, list[Ballot]]
type Promise = Callable[[Method, Election, Any], None]


def election_for(method: Method) -> st.SearchStrategy[Election]:
    """Draw an election in the form of ballot the method is made for."""
    if method.ballot == "answer":
        contest, ballot = Contest(("yes", "no")), elections.answers()
        return st.tuples(st.just(contest), st.lists(ballot, min_size=1, max_size=8))
    drawn = {
        "approvals": elections.approvals(),
        "ranking": elections.strict_rankings(),
        "scores": elections.scores(),
    }
    seats = st.integers(1, method.most_seats or 3)
    contest_for = seats.map(lambda number: Contest(OPTIONS, number))
    return st.tuples(
        contest_for, st.lists(drawn[method.ballot], min_size=1, max_size=8)
    )


def winners(method: Method, contest: Contest, ballots: list[Ballot]) -> set[str]:
    """Give who wins, and leave elections alone in which a tie decided."""
    outcome = method.count(contest, ballots, LOT)
    assume(not outcome.tied)
    return set(outcome.winners)


def winner(method: Method, election: Election) -> str:
    """Give who wins a single place."""
    contest, ballots = election
    won = winners(method, replace(contest, seats=1), ballots)
    assume(won)
    return won.pop()


# ---- all voters alike, all options alike


def anonymity(method: Method, election: Election, data: Any) -> None:
    """Who cast which ballot makes no difference, nor whether equal ones are grouped."""
    contest, ballots = election
    shuffled = data.draw(st.permutations(one_by_one(ballots)))

    once = method.count(contest, ballots, LOT)

    assert method.count(contest, list(shuffled), LOT) == once


def order_independence(method: Method, election: Election, data: Any) -> None:
    """The order in which ballots are read makes no difference to anything."""
    contest, ballots = election
    shuffled = data.draw(st.permutations(ballots))

    once = method.count(contest, ballots, LOT)

    assert method.count(contest, list(shuffled), LOT) == once


def neutrality(method: Method, election: Election, data: Any) -> None:
    """What an option is called, and its place in the list, makes no difference."""
    contest, ballots = election
    new = dict(zip(OPTIONS, data.draw(st.permutations(OPTIONS)), strict=True))
    order = tuple(data.draw(st.permutations(OPTIONS)))

    before = winners(method, contest, ballots)
    after = winners(
        method, replace(contest, options=order), [renamed(b, new) for b in ballots]
    )

    assert after == {new[option] for option in before}


def renamed(ballot: Ballot, new: dict[str, str]) -> Ballot:
    """Give a ballot that says the same of options of other names."""
    match ballot.marks:
        case Ranking(ranks):
            changed = tuple(tuple(new[one] for one in rank) for rank in ranks)
            return ballot._replace(marks=Ranking(changed))
        case Approvals(options):
            return ballot._replace(marks=Approvals(tuple(new[o] for o in options)))
        case Scores(scores):
            pairs = tuple((new[option], points) for option, points in scores)
            return ballot._replace(marks=Scores(pairs))
        case Answer():
            return ballot


# ---- majorities


def firsts(ballot: Ballot) -> set[str]:
    """Give the only option a ballot puts above all others, if there is one."""
    match ballot.marks:
        case Ranking(ranks):
            return set(ranks[0]) if ranks and len(ranks[0]) == 1 else set()
        case Approvals(options):
            return set(options) if len(options) == 1 else set()
        case Answer(answer):
            return {answer} - {"abstain"}
        case _:
            return set()


def majority(method: Method, election: Election, data: Any) -> None:
    """Whom more than half of those who say something put first, alone, wins."""
    contest, ballots = election
    saying = [one for one in one_by_one(ballots) if marks_anything(one)]
    tops = [option for one in saying for option in firsts(one)]
    favourite = next((o for o in tops if 2 * tops.count(o) > len(saying)), None)
    assume(favourite is not None)

    assert favourite in winners(method, contest, ballots)


def marks_anything(ballot: Ballot) -> bool:
    """Say if a ballot is more than blank paper or an abstention."""
    return bool(ballot.marks[0]) and ballot.marks != Answer("abstain")


def order_of(ballot: Ballot) -> list[str]:
    """Give the order of a ballot that has no shared ranks."""
    assert isinstance(ballot.marks, Ranking)
    return [option for rank in ballot.marks.ranks for option in rank]


def prefers(ballot: Ballot, one: str, other: str) -> bool:
    """Say if a ballot puts one option before the other; the unnamed come last."""
    order = order_of(ballot)
    return one in order and (
        other not in order or order.index(one) < order.index(other)
    )


def majority_loser(method: Method, election: Election, data: Any) -> None:
    """Whom more than half put behind all others does not win a single place."""
    voters = one_by_one(election[1])
    hated = [
        loser
        for loser in OPTIONS
        if 2
        * sum(all(prefers(v, o, loser) for o in OPTIONS if o != loser) for v in voters)
        > len(voters)
    ]
    assume(hated)

    assert winner(method, election) not in hated


def mutual_majority(method: Method, election: Election, data: Any) -> None:
    """If more than half put the same few before all others, one of these wins."""
    voters = [one for one in one_by_one(election[1]) if marks_anything(one)]
    groups = [
        group
        for size in range(1, len(OPTIONS))
        for group in combinations(OPTIONS, size)
        if 2 * sum(is_solid(v, group) for v in voters) > len(voters)
    ]
    assume(groups)

    won = winner(method, election)

    assert all(won in group for group in groups)


def is_solid(ballot: Ballot, group: tuple[str, ...]) -> bool:
    """Say if a ballot names a whole group before anybody else."""
    return set(order_of(ballot)[: len(group)]) == set(group)


def proportionality(method: Method, election: Election, data: Any) -> None:
    """A group of voters as large as k quotas gets k of the options it stands behind.

    (Dummett's proportionality for solid coalitions. A quota for good measure is left
    to the rounding of transfer values.)
    """
    contest, ballots = election
    voters = [one for one in one_by_one(ballots) if marks_anything(one)]
    quota = len(voters) // (contest.seats + 1) + 1
    won = winners(method, contest, ballots)
    for size in range(1, len(OPTIONS) + 1):
        for group in combinations(OPTIONS, size):
            solid = sum(is_solid(voter, group) for voter in voters)
            deserved = min(solid // quota, size, contest.seats)
            # Rounding may cost a group that is only just large enough its last seat.
            if solid % quota or deserved <= 1:
                assert len(won & set(group)) >= deserved


# ---- every option against every other


def beats(voters: list[Ballot], one: str, other: str) -> bool:
    """Say if more voters put one option before the other than behind it."""
    for_one = sum(prefers(voter, one, other) for voter in voters)
    return for_one > sum(prefers(voter, other, one) for voter in voters)


def condorcet_winner(method: Method, election: Election, data: Any) -> None:
    """An option that beats every other in pairs wins."""
    voters = one_by_one(election[1])
    best = [o for o in OPTIONS if all(beats(voters, o, p) for p in OPTIONS if p != o)]
    assume(best)

    assert winner(method, election) == best[0]


def condorcet_loser(method: Method, election: Election, data: Any) -> None:
    """An option that every other beats in pairs does not win."""
    voters = one_by_one(election[1])
    worst = [o for o in OPTIONS if all(beats(voters, p, o) for p in OPTIONS if p != o)]
    assume(worst)

    assert winner(method, election) != worst[0]


def smith(method: Method, election: Election, data: Any) -> None:
    """The winner is one of the smallest group whose members beat all outside it."""
    voters = one_by_one(election[1])
    dominant = [
        group
        for size in range(1, len(OPTIONS) + 1)
        for group in combinations(OPTIONS, size)
        if all(beats(voters, o, p) for o in group for p in set(OPTIONS) - set(group))
    ]

    assert winner(method, election) in dominant[0]


def clones(method: Method, election: Election, data: Any) -> None:
    """A twin of an option, ranked right behind it by all, takes nothing from it."""
    contest, ballots = election
    twin_of = data.draw(st.sampled_from(OPTIONS))
    before = winner(method, election)
    wider = replace(contest, options=(*OPTIONS, "twin"), seats=1)

    after = winners(method, wider, [with_twin(one, twin_of) for one in ballots])

    assert {twin_of if one == "twin" else one for one in after} == {before}


def with_twin(ballot: Ballot, twin_of: str) -> Ballot:
    """Write a twin right behind an option."""
    order = order_of(ballot)
    if twin_of in order:
        order.insert(order.index(twin_of) + 1, "twin")
    return ballot._replace(marks=Ranking(tuple((one,) for one in order)))


# ---- what a ballot can do


def raised(ballot: Ballot, option: str) -> Ballot:
    """Give a ballot that is better for one option and else says the same."""
    match ballot.marks:
        case Ranking():
            rest = [one for one in order_of(ballot) if one != option]
            first = Ranking(tuple((one,) for one in [option, *rest]))
            return ballot._replace(marks=first)
        case Approvals(options):
            others = tuple(one for one in options if one != option)
            return ballot._replace(marks=Approvals((*others, option)))
        case Scores(scores):
            better = {**dict(scores), option: 5}
            return ballot._replace(marks=Scores(tuple(better.items())))
        case Answer():
            return ballot._replace(marks=Answer(option))


def monotonicity(method: Method, election: Election, data: Any) -> None:
    """To put the winner higher never harms it."""
    contest, ballots = election
    won = winner(method, election)
    if method.id == "plurality":
        ballots = [one for one in ballots if len(one.marks[0]) == 1]
        assume(ballots)
        won = winner(method, (contest, ballots))
    at = data.draw(st.integers(0, len(ballots) - 1))
    better = raised(ballots[at], won)
    if len(better.marks[0]) > 1 and method.id == "plurality":
        better = better._replace(marks=Approvals((won,)))
    changed = [*ballots[:at], better, *ballots[at + 1 :]]

    assert winners(method, replace(contest, seats=1), changed) == {won}


def participation(method: Method, election: Election, data: Any) -> None:
    """To vote for somebody who would win anyway never takes the place away."""
    contest, ballots = election
    won = winner(method, election)
    blank = ballots[0]._replace(weight=1, marks=type(ballots[0].marks)(()))
    one_more = raised(blank, won)

    assert winners(method, replace(contest, seats=1), [*ballots, one_more]) == {won}


def unanimity(method: Method, election: Election, data: Any) -> None:
    """Whom every single voter puts first, or marks alone, wins."""
    contest, ballots = election
    favourite = data.draw(st.sampled_from(OPTIONS))
    alone = type(ballots[0].marks)(())
    all_agree = [raised(one._replace(marks=alone), favourite) for one in ballots]

    assert winners(method, replace(contest, seats=1), all_agree) == {favourite}


def later_no_harm(method: Method, election: Election, data: Any) -> None:
    """To name somebody further down never harms whom one named before."""
    contest, ballots = election
    at = data.draw(st.integers(0, len(ballots) - 1))
    order = order_of(ballots[at])
    assume(len(order) < len(OPTIONS))
    before = winners(method, contest, ballots)
    next_one = data.draw(st.sampled_from([o for o in OPTIONS if o not in order]))
    longer = Ranking(tuple((one,) for one in [*order, next_one]))
    changed = [*ballots[:at], ballots[at]._replace(marks=longer), *ballots[at + 1 :]]

    after = winners(method, contest, changed)

    assert before & set(order) <= after


PROMISES: dict[str, Promise] = {
    promise.__name__: promise
    for promise in (
        anonymity,
        order_independence,
        neutrality,
        majority,
        majority_loser,
        mutual_majority,
        proportionality,
        condorcet_winner,
        condorcet_loser,
        smith,
        clones,
        monotonicity,
        participation,
        unanimity,
        later_no_harm,
    )
}
