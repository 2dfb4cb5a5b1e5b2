"""An outcome in words: what came of a vote, why, and how ties were parted."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext, ngettext

from commonweal.capabilities.decisions.queries import (
    ProposalView,
    QuestionView,
    kept_places_told,
    places_left_open,
)
from commonweal.foundation.language import listed, number, say
from commonweal.interfaces.web.charts import Chart
from commonweal.interfaces.web.decisions.views.elections import (
    beats_all,
    places_told,
    ties_told,
)
from commonweal.interfaces.web.decisions.views.outcome_charts import (
    Round,
    answers_of,
    charts_of,
    names_of,
    pairs_left_out,
    rounds_of,
)
from commonweal.interfaces.web.decisions.views.standing import NOTHING_DECIDED
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting.decision_rule import MOTION
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.rule_words import share_words
from commonweal.rules.voting.sealed_lot import seal_of_lot
from commonweal.rules.voting.secret_ballots import SMALLEST_CELL
from commonweal.rules.voting.thresholds import base_number


class Told(NamedTuple):
    """One vote that is over: what came of it, why, and every step that led there."""

    question: QuestionView
    carried: bool
    headline: str
    reasons: tuple[Sentence | str, ...]
    winners: tuple[str, ...]
    charts: tuple[Chart, ...]
    rounds: tuple[Round, ...]
    ties: tuple[Sentence | str, ...]
    lacked: tuple[Sentence, ...] = ()
    left_out: int = 0

    @property
    def lot_seal(self) -> str:
        """Give the fingerprint of the secret of a lot, if there is one."""
        secret = self.question.question.lot_salt
        return seal_of_lot(bytes(secret)) if secret else ""


def outcomes_of(view: ProposalView) -> list[Told]:
    """Tell the outcome of every vote on a proposal that is over and counted."""
    return [outcome_of(one) for one in view.questions if one.tally]


def outcome_of(question: QuestionView) -> Told:
    """Tell the outcome of a vote that is over."""
    outcome, verdict = question.outcome, question.verdict
    assert outcome is not None, "only a closed vote has an outcome"
    assert verdict is not None, "whatever was counted was judged"
    if not question.is_shown:
        return _in_short(question, outcome, verdict)
    asks_one_text = question.rule.asks_one_text
    reasons = () if verdict else (verdict.reason,)
    rounds = () if asks_one_text else rounds_of(question, outcome)
    return Told(
        question=question,
        carried=bool(verdict),
        headline=_headline(question, outcome, carried=bool(verdict)),
        reasons=(
            *_turnout(question),
            *reasons,
            *_of_consensus(question),
            *places_told(question, outcome),
            *ties_told(question, outcome),
            *beats_all(question, outcome),
            *kept_places_told(question.question, outcome, _names(question)),
        ),
        winners=() if asks_one_text else names_of(question, outcome.winners),
        charts=charts_of(question, outcome, rounds),
        rounds=rounds,
        ties=_ties(question, outcome),
        lacked=question.lacked,
        left_out=len(pairs_left_out(outcome)),
    )


def _in_short(question: QuestionView, outcome: Outcome, verdict: Verdict) -> Told:
    """Tell how many voted and what was decided, where more would tell of people."""
    return Told(
        question=question,
        carried=bool(verdict),
        headline=_headline(question, outcome, carried=bool(verdict)),
        reasons=(
            *(_turnout_alone(question), *_on_paper(question), _why_closed(question)),
            *places_left_open(question.question),
        ),
        winners=names_of(question, outcome.winners) if question.options else (),
        charts=(),
        rounds=(),
        ties=(),
    )


def _why_closed(question: QuestionView) -> str:
    """Say the rule in its own words; which of its parts applied would tell too much."""
    floor = max(question.rule.floor, SMALLEST_CELL)
    return ngettext(
        "The count of a secret vote is told if at least {floor} votes, not all say the "
        "same and no answer was given by one or two alone. That was not so here: told "
        "is only how many voted and what was decided.",
        "The count of a secret vote is told if at least {floor} vote, not all say the "
        "same and no answer was given by one or two alone. That was not so here: told "
        "is only how many voted and what was decided.",
        floor,
    ).format(floor=number(floor))


def _headline(question: QuestionView, outcome: Outcome, *, carried: bool) -> str:
    if question.found_too_few_at_first:
        return gettext("Nothing decided in the first vote.")
    if question.found_too_few:
        return gettext(NOTHING_DECIDED[question.found_too_few])
    if question.rule.asks_one_text:
        return gettext("Carried.") if carried else gettext("Not carried.")
    if not carried:
        return gettext("Nothing was decided.")
    names = listed(list(names_of(question, outcome.winners)))
    if outcome.facts.get("budget") or question.question.budget is not None:
        return gettext("Chosen and paid for: {names}.").format(names=names)
    words = gettext("Elected: {names}.") if question.question.seats > 1 else None
    return (words or gettext("Chosen: {names}.")).format(names=names)


def _turnout(question: QuestionView) -> tuple[str, ...]:
    return (_turnout_alone(question), *_on_paper(question), *_why_carried(question))


def _on_paper(question: QuestionView) -> tuple[str, ...]:
    """Say what became of the ballots on paper and at a table, where there were any."""
    paper = question.question.paper
    if not paper:
        return ()
    numbers = {name: number(n) for name, n in paper.items()}
    told = (_paper_words(paper), *_spoiled_words(paper))
    return tuple(words.format(**numbers) for words in told)


def _paper_words(paper: Mapping[str, int]) -> str:
    if paper.get("given_up"):
        return gettext(
            "Paper was given up in this vote, since no two tellers were left; who had "
            "chosen it could vote here."
        )
    if not paper["agreed"]:
        return gettext(
            "The paper ballots were not counted: no two tellers had entered the "
            "same when the vote ended."
        )
    if "issued" not in paper:
        return gettext(
            "Ballots on paper or at a table were counted by two tellers and lie among "
            "the others. How many there were is not told: so few chose that."
        )
    return _handed_out(paper)


def _handed_out(paper: Mapping[str, int]) -> str:
    if not paper.get("table"):
        return gettext(
            "On paper: {issued} of {voters} who chose it were handed a ballot, "
            "{returned} came back."
        )
    if not paper["paper"]:
        return gettext(
            "At a table: {issued} of {voters} who chose it were handed a ballot, "
            "{returned} came back."
        )
    if "table_issued" in paper:
        return gettext(
            "On paper: {paper_issued} of {paper_voters} who chose it were handed a "
            "ballot, {paper_returned} came back; at a table: {table_issued} of "
            "{table_voters}, and {table_returned} came back."
        )
    return gettext(
        "On paper and at a table: {issued} of {voters} who chose either were handed a "
        "ballot, {returned} came back."
    )


def _spoiled_words(paper: Mapping[str, int]) -> tuple[str, ...]:
    if not paper.get("issued"):
        return ()
    if "spoiled" not in paper:
        return (gettext("How many of them were spoiled is not told."),)
    return (gettext("Of these, {spoiled} were spoiled."),)


def _turnout_alone(question: QuestionView) -> str:
    words = ngettext(
        "{turnout} of {all} who could vote did.",
        "{turnout} of the {all} who could vote did.",
        question.electorate,
    )
    if question.needed:
        words = ngettext(
            "{turnout} of {all} who could vote did; {needed} had to.",
            "{turnout} of the {all} who could vote did; {needed} had to.",
            question.electorate,
        )
    return words.format(
        turnout=number(question.turnout),
        all=number(question.electorate),
        needed=number(question.needed),
    )


def _why_carried(question: QuestionView) -> tuple[str, ...]:
    """Say with its base why a motion carried; why not is the verdict's to say."""
    outcome = question.outcome
    if question.rule.method != MOTION or not question.verdict or outcome is None:
        return ()
    answers = answers_of(question, outcome)
    rule = question.rule
    words = (
        gettext("{yes} said yes: {yes} of {base} is more than {share}.")
        if rule.threshold.strict
        else gettext("{yes} said yes: {yes} of {base} is at least {share}.")
    )
    told = words.format(
        yes=number(answers.yes),
        base=number(base_number(rule, answers)),
        share=say(share_words(rule.threshold.share)),
    )
    return (told,)


def _of_consensus(question: QuestionView) -> tuple[str, ...]:
    """Say why a consensus was found, or what helps where none was."""
    outcome = question.outcome
    if not question.rule.is_consensus or outcome is None:
        return ()
    if not question.verdict:
        return (gettext("Talk it over, change the words, and put it again."),)
    return (say(outcome.steps[-1].explanation),)


def _names(question: QuestionView) -> Mapping[str, str]:
    ids = [str(one["id"]) for one in question.options]
    return dict(zip(ids, names_of(question, tuple(ids)), strict=True))


def _ties(question: QuestionView, outcome: Outcome) -> tuple[Sentence | str, ...]:
    told: list[Sentence | str] = []
    for group in outcome.tied:
        words = gettext("Level where it mattered: {names}.")
        told.append(words.format(names=listed(list(names_of(question, group)))))
    if outcome.tie_break is not None:
        told.append(outcome.tie_break)
    return tuple(told)
