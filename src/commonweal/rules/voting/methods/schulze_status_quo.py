"""Schulze among rival proposals, where leaving things as they are is one of the rivals.

Rank the proposals you would rather have than what there is now, and leave the others
out: what there is now stands behind whom you rank, and before whom you leave out. A
proposal may win only if more voters put it before what there is now than behind it,
and no stronger chain leads from what there is now to it. Of those that may, Schulze's
method takes the best; if there is none, nothing changes.

Source: Jan Behrens, Axel Kistner, Andreas Nitsche & Björn Swierczek, The Principles of
LiquidFeedback (2014), chapter 4, on Markus Schulze's method (2011), section 4.
"""

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.methods.schulze import (
    above,
    defeats,
    path_step,
    strongest_paths,
)
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.pair_steps import pair_steps
from commonweal.rules.voting.pairs import (
    Pairs,
    cast_in,
    first_preferences,
    named_in,
    preferences,
    rank_of_each,
)
from commonweal.rules.voting.piles import needs_rankings
from commonweal.rules.voting.ties import TieBreaker, Ties
from commonweal.rules.voting.units import OF_PAIRS

# No option has this id: what people name cannot be empty.
AS_IT_IS = ""


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Find the best proposal that beats what there is now, if one does.

    The setting `status_quo` may name an option that stands for what there is now; it
    is then ranked like any other, and wins where no proposal may. Without it, whoever
    ranks nobody says nothing. The facts give the `cast` ballots, in voters. Raises
    `Uncountable` for ballots that are no rankings, and for more than one place.
    """
    needs_rankings(ballots)
    if contest.seats > 1:
        raise Uncountable(Sentence("needs_one_seat", {"seats": contest.seats}))
    now = status_quo_of(contest)
    pairs = preferences(contest, ballots)
    if now == AS_IT_IS:
        pairs |= against_what_is(contest, ballots)
    rivals = tuple(option for option in contest.standing if option != now)
    paths = strongest_paths((*rivals, now), defeats(pairs))
    able = [one for one in rivals if can_win(pairs, paths, one, now)]
    best = [one for one in able if not any(above(paths, o, one) for o in able)]
    met = Ties(contest, ties)
    stages = (first_preferences(contest, ballots),)
    chosen = met.part(best, 1, stages) if len(best) > 1 else best
    cast = cast_in(ballots)
    winners = tuple(chosen) if able or now == AS_IT_IS or not cast else (now,)
    return Outcome(
        method=METHOD.id,
        seats=1,
        winners=winners,
        tied=met.tied,
        tie_break=met.tie_break,
        steps=(
            *pair_steps(contest, pairs),
            now_step(contest, pairs, able, now),
            path_step(contest, paths, list(winners)),
        ),
        facts={"cast": cast},
    )


def status_quo_of(contest: Contest) -> str:
    """Find the option that stands for what there is now, by its id or its name.

    Raises `Uncountable` if the setting names no option.
    """
    said = contest.settings.get("status_quo", "")
    if not said:
        return AS_IT_IS
    by_name = {contest.name(option): option for option in contest.standing}
    found = said if said in contest.standing else by_name.get(said)
    if found is None:
        raise Uncountable(Sentence("status_quo_unknown", {"option": said[:60]}))
    return found


def against_what_is(contest: Contest, ballots: Ballots) -> Pairs:
    """Give how many put each option before what there is now, and how many behind."""
    named = named_in(contest, ballots)
    standing = set(contest.standing)
    saying = sum(
        ballot.weight for ballot in ballots if rank_of_each(ballot).keys() & standing
    )
    pairs: Pairs = {}
    for option in contest.standing:
        pairs[option, AS_IT_IS] = named[option]
        pairs[AS_IT_IS, option] = saying - named[option]
    return pairs


def can_win(pairs: Pairs, paths: Pairs, option: str, now: str) -> bool:
    """Say if more want an option than not, and no chain says otherwise."""
    wanted = pairs[option, now] > pairs[now, option]
    return wanted and not above(paths, now, option)


def now_step(contest: Contest, pairs: Pairs, able: list[str], now: str) -> Step:
    """Show how many put each proposal before what there is now."""
    facts: dict[str, Fact] = {"able": tuple(contest.name(option) for option in able)}
    told = "schulze_now_beaten" if able else "schulze_now_stays"
    rivals = [option for option in contest.standing if option != now]
    counts = {option: pairs[option, now] for option in rivals}
    return Step(Sentence("schulze_now"), Sentence(told, facts), counts)


METHOD = Method(
    id="schulze-status-quo",
    title=Sentence("method_schulze_status_quo"),
    summary=Sentence("method_schulze_status_quo_summary"),
    ballot="ranking",
    unit="unbeaten",
    units={**OF_PAIRS, "schulze_now": "voters"},
    count=count,
    source="Jan Behrens, Axel Kistner, Andreas Nitsche and Björn Swierczek, The "
    "Principles of LiquidFeedback (2014), chapter 4",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority",
            "monotonicity",
            "unanimity",
        }
    ),
    settings=("status_quo",),
    most_seats=1,
)
