"""Why those who were chosen have their places: the last ones, lots, who beats all."""

from django.utils.translation import gettext, ngettext

from commonweal.capabilities.decisions.queries import QuestionView
from commonweal.foundation.language import listed, number
from commonweal.interfaces.web.charts import short
from commonweal.interfaces.web.decisions.views.outcome_charts import names_of
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.steps_told import (
    below_the_quota,
    has_parts,
    lots_that_put_out,
)


def places_told(question: QuestionView, outcome: Outcome) -> tuple[str, ...]:
    """Say why somebody has a place with fewer votes than are enough for one."""
    told = []
    last = below_the_quota(outcome)
    if last:
        words = ngettext(
            "{quota} votes are enough for a place. {names} has one with fewer: the "
            "last place went to whoever was left.",
            "{quota} votes are enough for a place. {names} have one with fewer: the "
            "last places went to whoever was left.",
            len(last),
        )
        names = listed(list(names_of(question, last)))
        told.append(words.format(quota=short(outcome.facts["quota"]), names=names))
    if has_parts(outcome):
        told.append(
            gettext(
                "Counts can hold parts of a vote: where somebody has more votes than "
                "are enough, the part of each ballot that is not needed passes on."
            )
        )
    return tuple(told)


def ties_told(question: QuestionView, outcome: Outcome) -> tuple[Sentence | str, ...]:
    """Say that there was a tie, and where a lot put somebody out, who was level."""
    if not outcome.tied:
        return ()
    if not outcome.winners and not question.rule.asks_one_text:
        return (gettext("The options were level, and the charter leaves it so."),)
    if question.rule.tie_break == "status_quo":
        return ()
    lots = tuple(lots_that_put_out(outcome))
    if len(lots) == len(outcome.tied):
        return lots
    words = ngettext(
        "{n} tie had to be parted; the count below says how.",
        "{n} ties had to be parted; the count below says how.",
        len(outcome.tied),
    )
    return (words.format(n=number(len(outcome.tied))), *lots)


def beats_all(question: QuestionView, outcome: Outcome) -> tuple[Sentence, ...]:
    """Say who beats every other in pairs, where ballots rank and so can tell.

    Where there are several places that says nothing of who should have them.
    """
    if outcome.beats_all is None or question.question.seats > 1:
        return ()
    if not outcome.beats_all:
        return (Sentence("condorcet_none"),)
    [name] = names_of(question, outcome.beats_all)
    return (Sentence("condorcet_winner", {"name": name}),)
