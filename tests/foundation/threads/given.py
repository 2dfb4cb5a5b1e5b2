"""Given words that were said, reported, hidden: each through the actions alone."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from commonweal.foundation.institutions.actions.by_decision import fill_office
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.threads import actions, queries
from commonweal.foundation.threads.models import Hiding, Post, Report
from commonweal.rules.moderation.said import Said
from commonweal.rules.moderation.terms import Moderation
from tests.builders import a_charter, an_institution, day

TERMS = Moderation(office="steward", appeal_days=14, answer_days=7)


def a_union(terms: Moderation = TERMS):
    return an_institution(charter=replace(a_charter(), moderation=terms))


def a_post(by, *, answers=None, text="Rosa lies.", at=None):
    return actions.say_in_thread(
        uuid4() if answers is None else answers.about_id,
        institution=by.institution,
        by=by,
        text=text,
        answers=answers and answers.pk,
        at=at or day(1),
    )


def stewards(
    institution: Institution,
    *members: Member,
    office: str = "steward",
    at: datetime | None = None,
) -> None:
    """Let the members have elected these to an office."""
    terms = {"office": office, "holders": [str(one.pk) for one in members]}
    fill_office(institution, terms=terms, decision=uuid4(), at=at or day(0))


def words_of(post: Post) -> Said:
    found = queries.said_at(post.institution, "post", post.pk)
    assert found is not None
    return found


def reported(
    post: Post, by: Member | None, *, at: datetime, urgent: bool = False
) -> Report:
    return actions.report(
        words_of(post),
        institution=post.institution,
        by=by,
        complaint=actions.Complaint("hurts", "He calls me a liar.", urgent),
        at=at,
    )


def hidden(post: Post, by: Member | None, *, at: datetime) -> Hiding:
    return actions.hide(
        words_of(post),
        institution=post.institution,
        by=by,
        wrong="hurts",
        reason="It insults a neighbour.",
        at=at,
    )


def appealed(hiding: Hiding, post: Post, by: Member | None, *, at: datetime):
    return actions.appeal(hiding, words_of(post), by=by, words="It was a joke.", at=at)


def is_hidden(post: Post, *, at: datetime) -> bool:
    return post.pk in queries.hidden_words(post.institution, [post.pk], at=at)
