"""Saying something about a thing, and taking it back."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.text import clean_text
from commonweal.foundation.threads import access
from commonweal.foundation.threads.actions.forgetting import forget_who_reported
from commonweal.foundation.threads.actions.sponsoring import hold_back
from commonweal.foundation.threads.models import Hold, Post, Report
from commonweal.foundation.threads.queries.posts import words_of
from commonweal.rules.verdict import require

LONGEST_POST = 5_000
# How long a phone keeps what it could not send.
SENT_AGAIN = timedelta(days=7)


@transaction.atomic
def say_in_thread(
    about_id: UUID,
    *,
    institution: Institution,
    by: Member | None,
    text: str,
    answers: UUID | None = None,
    at: datetime,
) -> Post:
    """Say something about a thing, perhaps in answer to somebody.

    Whoever said just this here last has said it already: a phone that lost the answer
    on the way sends its words again.
    """
    institution = lock(institution, at=at)
    charter = charter_in_force(institution, at=at)
    require(access.may_speak(by, charter, at=at))
    said = clean_text(text, LONGEST_POST)
    require(access.may_be_said(said))
    answered = _answered(answers, institution, about_id)
    last = _last_of(by, institution, about_id, at=at)
    if last is not None and (last.text, last.answers_id) == (said, answers):
        return last
    post = Post.objects.create(
        institution=institution,
        about_id=about_id,
        author=by,
        answers=answered,
        text=said,
        written_at=at,
    )
    waits = by is not None and access.is_new(by, charter, at=at)
    if by is not None and waits:
        hold_back(words_of(post), institution=institution, by=by, at=at)
    facts = {"waits": int(waits)}
    journal.record("said_in_thread", about=post, by=by, at=at, facts=facts)
    return post


def _answered(
    answers: UUID | None, institution: Institution, about_id: UUID
) -> Post | None:
    """Find what somebody answers, if they answer anything."""
    if answers is None:
        return None
    posts = Post.objects.filter(institution=institution, about_id=about_id)
    answered = posts.filter(pk=answers).first()
    require(access.may_answer(answered))
    return answered


def _last_of(
    by: Member | None, institution: Institution, about_id: UUID, *, at: datetime
) -> Post | None:
    """Find what somebody said last about a thing, if they did not take it back."""
    theirs = Post.objects.filter(
        institution=institution,
        about_id=about_id,
        author=by,
        written_at__gt=at - SENT_AGAIN,
    )
    last = theirs.order_by("-written_at").first()
    return last if last is not None and last.taken_back_at is None else None


@transaction.atomic
def take_back(post: Post, *, by: Member | None, at: datetime) -> Post:
    """Take back what one said: its words go, its place stays."""
    institution = lock(post.institution, at=at)
    post = Post.objects.get(institution=institution, pk=post.pk)
    require(access.may_take_back(post, by))
    post.text, post.taken_back_at = "", at
    post.save()
    # What is gone needs nobody to decide about it.
    Hold.objects.filter(about_id=post.pk, answered_at=None).delete()
    reports = Report.objects.filter(about_id=post.pk, answered_at=None)
    forget_who_reported(reports)
    reports.update(answered_at=at)
    journal.record("took_back", about=post, by=by, at=at)
    return post
