"""Proposals and votes told: to a stranger without names, to a member with them."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext

from commonweal.capabilities.decisions import access, queries
from commonweal.capabilities.decisions.models import Version
from commonweal.capabilities.decisions.queries import (
    ListedProposal,
    ProposalView,
    QuestionView,
)
from commonweal.foundation import effects
from commonweal.foundation.institutions.access import may_be_written_in
from commonweal.foundation.institutions.queries import RollCount, roll_count
from commonweal.foundation.language import say
from commonweal.interfaces.api.requests import Hall
from commonweal.interfaces.api.schemas import decisions as schemas
from commonweal.interfaces.api.schemas.common import in_words, may, said
from commonweal.interfaces.api.telling.moderation import why_hidden
from commonweal.rules import plain
from commonweal.rules.belonging.named import people_in, with_people
from commonweal.rules.charters.charter import franchise_for
from commonweal.rules.verdict import Verdict, refused
from commonweal.rules.voting.decision_rule import DecisionRule, supporters_needed
from commonweal.rules.voting.keeping_places import rule_keeps
from commonweal.rules.voting.rule_words import MEMBERS, rule_sentences


def proposal_told(hall: Hall, view: ProposalView) -> schemas.Proposal:
    """Tell a proposal: its words, its rule, where it stands, what one may do."""
    member, proposal, stage = hall.member, view.proposal, view.stage
    hidden = why_hidden(hall, getattr(proposal, "hiding", None))
    return schemas.Proposal(
        number=view.number,
        title=view.title,
        text=view.text,
        bearings={} if hidden else view.version.bearings,
        options=_options(view.version),
        version=view.version.number,
        words_id=view.version.pk,
        language=view.version.language,
        author=view.author_name if member else None,
        stage=stage,
        effect=view.effect,
        terms={} if hidden else _terms(proposal.terms),
        rule=view.rule.id,
        rule_in_words=_rule_lines(hall, view),
        support_needed=view.support_needed,
        supporters=len(view.supporters),
        my_support=view.my_support,
        moments=schemas.Moments(**asdict(view.moments)),
        put_off=[
            schemas.PutOff(right=one.by_right, days=one.days, at=one.at)
            for one in access.pauses_of(proposal)
        ],
        votes=[vote_told(one) for one in view.questions],
        hidden=hidden,
        may_put=may(access.may_put(member, proposal, hall.charter, at=hall.at)),
        may_support=may(access.may_support(member, hall.charter, stage, at=hall.at)),
        may_revise=may(
            access.may_revise(member, proposal, stage)
            and may_be_written_in(hall.institution, at=hall.at)
        ),
        may_contest=may(_may_contest(hall, view)),
        may_withdraw=may(access.may_withdraw(member, proposal, stage)),
    )


def in_short(view: ProposalView | ListedProposal) -> schemas.InShort:
    """Tell a proposal in a list."""
    return schemas.InShort(
        number=view.number,
        title=view.title,
        stage=view.stage,
        effect=view.effect,
        put_at=view.moments.put_at,
        closes_at=view.question.closes_at if view.question else None,
        my_support=view.my_support,
    )


def vote_told(question: QuestionView) -> schemas.Vote:
    """Tell one call of a vote, for whoever asks."""
    asked = question.question
    room = access.room_of(asked)
    return schemas.Vote(
        call=question.call,
        method=question.method,
        ballot_form=question.ballot_form,
        options=[schemas.Option(**_plain_option(one)) for one in question.options],
        seats=asked.seats,
        budget=asked.budget,
        points=room.points if question.ballot_form == "cumulative" else None,
        ranks=room.ranks or None if question.ballot_form == "ranking" else None,
        opens_at=question.opens_at,
        closes_at=question.closes_at,
        closed=question.closed,
        electorate=question.electorate,
        turnout=question.turnout,
        paper=asked.paper,
        needed=question.needed,
        may_vote=may(question.may_vote),
        my_marks=dict(question.my_marks) if question.my_marks is not None else None,
        outcome=_outcome(question),
    )


def version_told(version: Version) -> schemas.Version:
    """Tell the words as they stood from a moment on."""
    return schemas.Version(
        number=version.number,
        title=version.title,
        text=version.text,
        bearings=version.bearings,
        options=_options(version),
        language=version.language,
        written_at=version.written_at,
        is_correction=version.is_correction,
        contested_at=version.contested_at,
    )


def way_told(hall: Hall, way: queries.Way) -> schemas.Way:
    """Tell a way to propose, with the rule as it would be asked today."""
    rule = way.rule
    everybody = queries.support_roll(hall.institution, hall.charter, rule, at=hall.at)
    return schemas.Way(
        asks=_asks(hall, way.effect),
        effect=way.effect,
        rule=rule.id,
        title=in_words(rule.title),
        method=rule.method,
        asks_one_text=rule.asks_one_text,
        rule_in_words=_said(hall, rule, _roll(hall, rule)),
        support_needed=supporters_needed(rule, roll=everybody.size),
    )


def _asks(hall: Hall, effect: str) -> list[schemas.Asked]:
    """Tell what the terms of an effect name, and what can be chosen now."""
    asks = effects.effect(effect).asks if effect else ()
    return [
        schemas.Asked(
            name=ask.name,
            label=gettext(ask.label),
            several=ask.many,
            choices=[
                schemas.Choice(value=value, label=say(words))
                for value, words in ask.choices(hall.institution, hall.charter, hall.at)
            ],
        )
        for ask in asks
    ]


def _outcome(question: QuestionView) -> schemas.Outcome | None:
    outcome, verdict = question.outcome, question.verdict
    if outcome is None or verdict is None:
        return None
    told = plain.outcome_to_plain(outcome)
    assert isinstance(told, dict), "an outcome is told as a table"
    return schemas.Outcome(
        carried=bool(verdict),
        reason=None if verdict else said(verdict.reason),
        winners=list(outcome.winners),
        plain=told,
    )


def _options(version: Version) -> list[schemas.Option]:
    return [schemas.Option(**_plain_option(one)) for one in version.options]


def _plain_option(option: Any) -> dict[str, Any]:
    return {"id": option["id"], "label": option["label"], "cost": option.get("cost")}


def _terms(terms: dict[str, Any]) -> dict[str, Any]:
    """Give the terms without the addresses of those who would be written to."""
    people = people_in(terms)
    if not people:
        return dict(terms)
    shown = [
        {key: value for key, value in one.items() if key != "email"} for one in people
    ]
    return with_people(terms, shown)


def _may_contest(hall: Hall, view: ProposalView) -> Verdict:
    newest = view.version
    if not newest.is_correction or newest.contested_at is not None:
        return refused("not_a_correction")
    return access.may_contest(
        hall.member, view.proposal, view.stage, is_correction=True
    )


def _rule_lines(hall: Hall, view: ProposalView) -> list[str]:
    question = view.question
    if question is None:
        found = hall.charter.member_class(view.rule.kept_places.member_class)
        kept = rule_keeps(view.rule, found.name) if found else ()
        said = _said(hall, view.rule, _roll(hall, view.rule))
        return [*said, *map(in_words, kept)]
    roll = RollCount(question.electorate, question.active)
    names = {str(one["id"]): str(one["label"]) for one in question.options}
    told = queries.places_kept(question.question, names, to=hall.member)
    said = _said(hall, question.rule, roll, second_call=question.call > 1)
    return [*said, *map(in_words, told)]


def _roll(hall: Hall, rule: DecisionRule) -> RollCount:
    franchise = franchise_for(hall.charter, rule)
    return roll_count(hall.institution, franchise, at=hall.at)


def _said(
    hall: Hall, rule: DecisionRule, roll: RollCount, *, second_call: bool = False
) -> list[str]:
    sentences = rule_sentences(
        rule,
        electorate=roll.size,
        active=min(roll.active, roll.size),
        second_call=second_call,
        method=queries.METHODS[rule.method].title,
        members=hall.charter.words.get("members", MEMBERS),
    )
    return [in_words(one) for one in sentences]
