"""Majority judgment: the option whom half of the voters grade highest wins.

Give each option a grade, as points. What at least half of the voters find an option
worth is its majority grade. Of options with the same one, a grade as high as that is
taken away from each, again and again, until what is left tells them apart.

Source: Michel Balinski & Rida Laraki, Majority Judgment: Measuring, Ranking, and
Electing (MIT Press 2011), chapter 1; of two grades in the middle the lower one counts.
"""

from collections import Counter

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.graded import graded
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Number, Outcome, Step
from commonweal.rules.voting.ties import TieBreaker, Ties

type Grades = Counter[int]


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Find whose majority grade is the highest.

    Whoever leaves an option without a grade gives it the lowest: the setting `lowest`,
    or nought. With the settings `lowest` and `highest`, a ballot with a grade outside
    them is spoilt. The counts are the majority grades; the facts give the `cast` and
    `spoilt` ballots. Only options graded just alike are put to `ties`. Raises
    `Uncountable` for ballots without scores, and for more than one place.
    """
    if contest.seats > 1:
        raise Uncountable(Sentence("needs_one_seat", {"seats": contest.seats}))
    told = graded(contest, ballots)
    grades = {option: told.grades(option) for option in told.wanted(contest)}
    medians: dict[str, Number] = {one: median(each) for one, each in grades.items()}
    best, removed = best_of(grades) if grades else ([], 0)
    met = Ties(contest, ties)
    if len(best) > 1:
        best = met.part(best, 1, (medians,))
    facts: dict[str, Fact] = {
        "cast": told.cast,
        "spoilt": told.spoilt,
        "removed": removed,
    }
    how = "judgment_parted" if removed else "judgment_explained"
    step = Step(
        Sentence("judgment"), Sentence(how, facts), medians, elected=tuple(best)
    )
    return Outcome(
        method=METHOD.id,
        seats=1,
        winners=tuple(best),
        tied=met.tied,
        tie_break=met.tie_break,
        steps=(step,),
        facts={"cast": told.cast, "spoilt": told.spoilt},
    )


def median(grades: Grades) -> int:
    """Give the grade in the middle, the lower one of two."""
    below, half = 0, (grades.total() - 1) // 2
    for grade in sorted(grades):
        below += grades[grade]
        if below > half:
            return grade
    raise AssertionError("there is a grade")


def best_of(grades: dict[str, Grades]) -> tuple[list[str], int]:
    """Give who is best, all who are graded alike, and how many grades were taken."""
    left = {option: Counter(each) for option, each in grades.items()}
    removed = 0
    while True:
        medians = {option: median(each) for option, each in left.items()}
        top = max(medians.values())
        left = {one: each for one, each in left.items() if medians[one] == top}
        alike = {tuple(sorted(each.items())) for each in left.values()}
        if len(alike) == 1:
            return list(left), removed
        # As many at once as leave the middle of everybody where it is, and one more.
        steps = 1 + min(room(each, top) for each in left.values())
        for each in left.values():
            each[top] -= steps
            each += Counter()
        removed += steps


def room(grades: Grades, middle: int) -> int:
    """Say how many grades like the one in the middle can go before that changes."""
    below = sum(times for grade, times in grades.items() if grade < middle)
    voters, here = grades.total(), grades[middle]
    return min(voters - 1 - 2 * below, 2 * (below + here) - voters)


METHOD = Method(
    id="majority-judgment",
    title=Sentence("method_majority_judgment"),
    summary=Sentence("method_majority_judgment_summary"),
    ballot="scores",
    unit="grade",
    count=count,
    source="Michel Balinski and Rida Laraki, Majority Judgment: Measuring, Ranking, "
    "and Electing (2011)",
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
