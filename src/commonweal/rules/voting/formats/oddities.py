"""What was read without fault and may be a mistake all the same.

A file is counted as it is written. Whoever left out a name, or numbered two alike by a
slip, is told; whether such a mark spoils a ballot stays the method's business.
"""

from collections.abc import Iterator

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Approvals, Ballots, Contest, Marks, Ranking
from commonweal.rules.voting.grouped import GroupedRankings
from commonweal.rules.voting.repeated import voters_who_repeat


def oddities(contest: Contest, ballots: Ballots, *, has_title: bool) -> list[Sentence]:
    """Say what looks like a slip; `has_title` where files of this kind end with one.

    What the reader let pass comes first. Ballots that a fast reader took rank nobody
    the same: it leaves such to the slow one.
    """
    found = list(contest.notes)
    if has_title and not contest.title:
        last = contest.name(contest.options[-1])
        facts: dict[str, Fact] = {"candidates": len(contest.options), "last": last}
        found.append(Sentence("odd_no_title", facts))
    if not isinstance(ballots, tuple):
        return found + _told_twice(_repeating(ballots))
    alike, twice = 0, 0
    for marks, weight in ballots:
        if isinstance(marks, Ranking):
            alike += weight * any(len(rank) > 1 for rank in marks.ranks)
        named = list(_named(marks))
        twice += weight * (len(named) != len(set(named)))
    found += [Sentence("odd_alike", {"count": alike})] if alike else []
    return found + _told_twice(twice)


def _told_twice(voters: int) -> list[Sentence]:
    return [Sentence("odd_twice", {"count": voters})] if voters else []


def _repeating(ballots: Ballots) -> int:
    """Count the voters who name somebody twice, among ballots held compactly."""
    # Budgets have a fast reader of their own, which notes what it met.
    if isinstance(ballots, GroupedRankings):
        return voters_who_repeat(ballots)
    return 0


def withdrawals(contest: Contest) -> list[Sentence]:
    """Say who has withdrawn, and how many places stay empty because few stand."""
    told = []
    gone = tuple(contest.name(o) for o in contest.options if o in contest.withdrawn)
    if gone:
        told.append(Sentence("count_withdrawn", {"names": gone, "number": len(gone)}))
    facts: dict[str, Fact] = {
        "seats": contest.seats,
        "standing": len(contest.standing),
        "empty": contest.seats - len(contest.standing),
    }
    if contest.budget is None and contest.seats > len(contest.standing):
        told.append(Sentence("count_places_empty", facts))
    return told


def _named(marks: Marks) -> Iterator[str]:
    if isinstance(marks, Ranking):
        return (option for rank in marks.ranks for option in rank)
    return iter(marks.options if isinstance(marks, Approvals) else ())
