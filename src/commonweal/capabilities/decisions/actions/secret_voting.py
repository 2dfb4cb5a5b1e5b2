"""Cast a secret ballot, and open the box when the vote is over.

Casting writes a mark that the member has voted and an envelope with what they said,
together or not at all, and nothing else: no line of the journal, no day on which the
member took part. When the vote ends, all whom it asked count as active. See
docs/adr/0014-secret-ballots.md for what this hides from whom.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.models import (
    Envelope,
    Question,
    SecretBallot,
    TurnoutMark,
)
from commonweal.capabilities.decisions.queries import ballot_box
from commonweal.foundation.institutions.actions.joining import be_active_together
from commonweal.foundation.institutions.locking import hold
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.keys import actions as keys
from commonweal.foundation.keys import store
from commonweal.foundation.prepared import Keeping
from commonweal.foundation.rows import new_salt
from commonweal.rules.verdict import require
from commonweal.rules.voting import secret_ballots

ROWS_AT_ONCE = 2000
MARK, ENVELOPE = Keeping(TurnoutMark), Keeping(Envelope)


def set_up_box(question: Question) -> None:
    """Make the key that the ballots of a secret question are sealed with."""
    question.salt = new_salt()
    # On the disk before the question is, so that no ballot is taken without it.
    store.made(access.key_name(question))


def cast_in_secret(
    question: Question,
    *,
    by: Member | None,
    marks: Mapping[str, object],
    at: datetime,
) -> None:
    """Take a member's one ballot in a secret question; it cannot be replaced."""
    on_roll = access.is_on_roll(by, question)
    voted = access.has_voted(by, question)
    elsewhere = access.votes_elsewhere(by, question)
    require(
        access.may_vote_in_secret(
            by, question, on_roll=on_roll, voted=voted, elsewhere=elsewhere, at=at
        )
    )
    assert by is not None
    form = access.form_of(question)
    options = access.may_be_marked(question)
    require(access.may_say(question, marks))
    bare = secret_ballots.bare(marks, form=form)
    _keep(question, by, secret_ballots.written(bare, options=options), at)


@transaction.atomic
def _keep(question: Question, by: Member, text: str, at: datetime) -> None:
    # Held so that closing the vote waits for this ballot, or refuses it.
    hold(question.institution)
    require(access.may_still_be_counted(question))
    require(access.may_vote_once(voted=access.has_voted(by, question)))
    key = access.key_name(question)
    institution = question.institution
    # Refuses where the key is gone: one made anew could never open what it sealed.
    mark = access.mark_of(by.pk, key=key)
    MARK.keep(TurnoutMark(institution=institution, question=question, mark=mark))
    sealed = keys.seal(text, key=key, about=str(question.pk))
    ENVELOPE.keep(Envelope(institution=institution, question=question, sealed=sealed))


def empty_box(question: Question, *, at: datetime) -> None:
    """Open the envelopes of a vote that is over and let nothing tell whose they were.

    The ballots, those on paper among them, are written anew in random order;
    envelopes, marks of who voted and, as soon as this holds, the key are destroyed. The
    institution is locked.
    """
    said = [*ballot_box.in_envelopes(question), *ballot_box.on_paper(question)]
    secrets.SystemRandom().shuffle(said)
    question.paper = question.paper or ballot_box.paper_in_numbers(question)
    institution = question.institution
    SecretBallot.objects.bulk_create(
        (
            SecretBallot(institution=institution, question=question, marks=marks)
            for marks in said
        ),
        batch_size=ROWS_AT_ONCE,
    )
    question.envelopes.all().delete()
    question.turnout_marks.all().delete()
    question.paper_entries.all().delete()
    question.proposal.paper_voters.all().delete()
    # All on the roll, so that nobody's silence tells who of them voted.
    be_active_together(question.roll, at=at)
    paper_key = access.paper_key(question.proposal_id)
    keys.destroy([access.key_name(question), paper_key])
