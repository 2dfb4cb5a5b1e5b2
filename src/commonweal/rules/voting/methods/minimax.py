"""Minimax: whoever's worst defeat in a pair is the smallest wins.

Rank the options; whom you leave out you put last. Each option is judged by the pair
it loses to the most voters; an option that loses none has no defeat at all.

Source: Paul B. Simpson, On defining areas of voter choice, The Quarterly Journal of
Economics 83 (1969), and Gerald H. Kramer, A dynamical model of political equilibrium,
Journal of Economic Theory 16 (1977); a defeat is as large as the number of voters who
brought it about.
"""

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.pair_steps import pair_steps
from commonweal.rules.voting.pairs import Pairs, cast_in, first_preferences, preferences
from commonweal.rules.voting.piles import needs_rankings
from commonweal.rules.voting.ties import TieBreaker, Ties
from commonweal.rules.voting.units import OF_PAIRS


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Find whose worst defeat is the smallest.

    The counts of the last step give each option's worst defeat, in voters; the facts
    the `cast` ballots. Raises `Uncountable` for ballots that are no rankings, and for
    more than one place.
    """
    needs_rankings(ballots)
    if contest.seats > 1:
        raise Uncountable(Sentence("needs_one_seat", {"seats": contest.seats}))
    pairs = preferences(contest, ballots)
    cast = cast_in(ballots)
    worst = worst_defeats(contest, pairs)
    least = min(worst.values(), default=0)
    best = [option for option in contest.standing if worst[option] == least]
    met = Ties(contest, ties)
    stages = (first_preferences(contest, ballots),)
    chosen = best if len(best) == 1 else met.part(best, 1, stages) if cast else []
    winners = tuple(chosen) if cast else ()
    last = Step(
        Sentence("minimax_worst"),
        Sentence("minimax_worst_explained"),
        worst,
        elected=winners,
    )
    return Outcome(
        method=METHOD.id,
        seats=1,
        winners=winners,
        tied=met.tied,
        tie_break=met.tie_break,
        steps=(*pair_steps(contest, pairs), last),
        facts={"cast": cast},
    )


def worst_defeats(contest: Contest, pairs: Pairs) -> dict[str, int]:
    """Give the most voters by whom each is beaten in a pair; nought if by none."""
    worst = dict.fromkeys(contest.standing, 0)
    for (other, one), votes in pairs.items():
        if votes > pairs[one, other]:
            worst[one] = max(worst[one], votes)
    return worst


METHOD = Method(
    id="minimax",
    title=Sentence("method_minimax"),
    summary=Sentence("method_minimax_summary"),
    ballot="ranking",
    unit="worst",
    units=OF_PAIRS,
    count=count,
    source="Paul B. Simpson, On defining areas of voter choice, The Quarterly Journal "
    "of Economics 83 (1969); Gerald H. Kramer, A dynamical model of political "
    "equilibrium, Journal of Economic Theory 16 (1977)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority",
            "condorcet_winner",
            "monotonicity",
            "unanimity",
        }
    ),
    most_seats=1,
)
