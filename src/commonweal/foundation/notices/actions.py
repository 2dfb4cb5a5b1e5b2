"""Giving notice to all members, and writing down what became of each letter.

A notice is no reminder: nobody can stop it while they are a member, and it is sent
again where it is in doubt whether it went out. What is kept is what the mail server
said; who opened a letter is nobody's business, and nothing in it would tell.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from commonweal.foundation.institutions.charters import name_in_letters
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import members
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.language import say
from commonweal.foundation.notices import queries
from commonweal.foundation.notices.models import Notice, NoticeLetter
from commonweal.foundation.notices.queries import NO_ADDRESS, WAITING
from commonweal.foundation.people.access import sends_letters
from commonweal.foundation.people.actions import Letter, write_letters
from commonweal.foundation.people.queries.outgoing import became_of, shared_digests
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Fact, Sentence

# Until then whoever gives notice can read whom it did not come to.
NAMED_FOR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Told:
    """What members are told: by which sentences, about what, and where to read it."""

    by_words: str
    about: UUID
    path: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


def give_notice(
    institution: Institution,
    charter: Charter,
    told: Told,
    *,
    by: Member | None,
    at: datetime,
) -> int:
    """Write to every member with a confirmed address; say how many letters that is.

    The caller holds the institution's lock. Where no letters go out nobody is written
    to: what is near stands under what needs each member.
    """
    if not sends_letters():
        return 0
    everybody = list(members(institution, at=at).select_related("person"))
    reached = [one for one in everybody if one.person and one.person.email_confirmed]
    shared = shared_digests(one.person.email_digest for one in reached if one.person)
    letters = [_letter(institution, charter, told, one, shared) for one in reached]
    ids = write_letters(letters, at=at)
    by_member = dict(zip((one.pk for one in reached), ids, strict=True))
    notice = _noted(institution, told, by=by, at=at)
    NoticeLetter.objects.bulk_create(
        NoticeLetter(
            institution=institution,
            notice=notice,
            member=one,
            letter=by_member.get(one.pk),
            became=WAITING if one.pk in by_member else NO_ADDRESS,
        )
        for one in everybody
    )
    return len(letters)


def _noted(
    institution: Institution, told: Told, *, by: Member | None, at: datetime
) -> Notice:
    ours = Notice.objects.filter(institution=institution)
    return Notice.objects.create(
        institution=institution,
        number=(ours.aggregate(last=Max("number"))["last"] or 0) + 1,
        told=told.by_words,
        about=told.about,
        path=told.path,
        given_by=by,
        given_at=at,
    )


def note_what_became(at: datetime) -> bool:
    """Write down what became of letters on their way; say whether of any."""
    rows = NoticeLetter.objects.filter(became=WAITING).exclude(letter=None)
    pairs = rows.values_list("letter", "pk")
    waiting = {letter: row for letter, row in pairs if letter is not None}
    became = became_of(waiting)
    for letter, (what, when) in became.items():
        NoticeLetter.objects.filter(pk=waiting[letter], became=WAITING).update(
            became=what, became_at=when or at, letter=None
        )
    settled = [_settle(one, at=at) for one in _complete()]
    return bool(became) or any(settled)


def forget_whom(at: datetime) -> bool:
    """Forget whom old notices were for; the counts stay."""
    old = queries.settled_before(at - NAMED_FOR)
    return NoticeLetter.objects.filter(notice__in=old).delete()[0] > 0


def forget_member(member: Member) -> None:
    """Forget what came to somebody who leaves, once it is counted."""
    NoticeLetter.objects.filter(member=member).exclude(notice__settled_at=None).delete()


def _complete() -> list[Notice]:
    """Find the notices of which nothing is on its way any more."""
    waiting = NoticeLetter.objects.filter(became=WAITING).values("notice")
    rows = Notice.objects.filter(settled_at=None).exclude(pk__in=waiting)
    return list(rows.select_related("institution").order_by("given_at", "id"))


@transaction.atomic
def _settle(notice: Notice, *, at: datetime) -> bool:
    """Count a notice of which nothing is on its way any more, in a line for ever."""
    lock(notice.institution, at=at)
    view = queries.with_letters(notice)
    counted: Counter[str] = Counter(
        sent=view.sent, not_sent=view.not_sent, without_address=view.without_address
    )
    mine = Notice.objects.filter(pk=notice.pk, settled_at=None)
    if not mine.update(settled_at=at, **counted):
        return False
    facts = {"notice": notice.number, **counted}
    journal.record("notice_went_out", about=notice, by=None, at=at, facts=facts)
    return True


def _letter(
    institution: Institution,
    charter: Charter,
    told: Told,
    to: Member,
    shared: frozenset[str],
) -> Letter:
    """Say that something needs them, and when, and where to read it; or only that.

    What is on an agenda stays on the page. A mailbox that others use, or a charter with
    bare letters, gets nothing but that they should look.
    """
    assert to.person, "only who has signed in has an address"
    language = to.person.language
    door = settings.ADDRESS.rstrip("/")
    is_bare = charter.reaching.bare_letters or to.person.email_digest in shared
    stem = "notice_bare" if is_bare else told.by_words
    facts: dict[str, Fact] = {"link": f"{door}/"}
    if not is_bare:
        name = name_in_letters(charter, language)
        link = f"{door}/i/{institution.address}{told.path}"
        facts = {**told.facts, "institution": name, "link": link}
    subject = say(Sentence(f"letter_{stem}_subject", facts), language)
    body = say(Sentence(f"letter_{stem}_body", facts), language)
    always = say(Sentence("letter_notice_always"), language)
    return Letter(to.person.email, subject, f"{body.rstrip()}\n\n{always}\n")
