"""What waits for somebody besides votes and assemblies: words, keys, newcomers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.reaching.queries.waits import Page, Waiting
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.access import parting_of
from commonweal.foundation.institutions.queries import Membership
from commonweal.foundation.institutions.queries.recovering import (
    doubtable_by,
    halves_to_print,
)
from commonweal.foundation.sealing import queries as sealing
from commonweal.foundation.threads import queries as threads
from commonweal.rules.sentence import Sentence

A_LINE = 80


def beside(
    by_institution: Mapping[UUID, Membership],
    memberships: Sequence[Membership],
    *,
    at: datetime,
) -> Iterator[Waiting]:
    """Give what waits for those who look after words, keep keys, or know people."""
    words = (
        *threads.steward_needs(memberships, at=at),
        *threads.own_words_hidden(memberships, at=at),
        *threads.sponsor_needs(memberships, at=at),
    )
    yield from _words(by_institution, words)
    yield from _codes(memberships)
    yield from _halves(memberships, at)
    yield from _under_way(memberships, at)
    yield from _unknown(memberships, at)
    yield from _newcomers(memberships, at)
    yield from _parting(memberships, at)


def _words(
    by_institution: Mapping[UUID, Membership], needs: Iterable[threads.StewardNeed]
) -> Iterator[Waiting]:
    for need in needs:
        page = Page("threads:stewards")
        if need.hiding is not None:
            page = Page("threads:hidden", (need.hiding,))
        yield Waiting(
            kind=need.kind,
            membership=by_institution[need.institution.pk],
            page=page,
            title=need.said.title or need.said.text[:A_LINE],
            act=Sentence(f"need.{need.kind}"),
            due_at=need.due_at,
            if_nothing=Sentence(f"need.{need.kind}.nothing"),
        )


def _codes(memberships: Sequence[Membership]) -> Iterator[Waiting]:
    """Give where somebody is a trustee and has no code yet."""
    for one in sealing.codes_to_take(memberships):
        yield Waiting(
            kind="trustee",
            membership=one,
            page=Page("sealing:sealed"),
            title=Sentence("need.trustee.title"),
            act=Sentence("need.trustee"),
            if_nothing=Sentence("need.trustee.nothing"),
        )


def _halves(memberships: Sequence[Membership], at: datetime) -> Iterator[Waiting]:
    """Give where somebody they vouched for waits for a half, the days over."""
    for one in memberships:
        for found in halves_to_print(one.member, at=at):
            yield Waiting(
                kind="half",
                membership=one,
                page=Page("institutions:recovery"),
                title=Sentence("need.half.title", {"member": found.member.name}),
                act=Sentence("need.half"),
                due_at=found.ends_at,
                if_nothing=Sentence("need.half.nothing"),
            )


def _under_way(memberships: Sequence[Membership], at: datetime) -> Iterator[Waiting]:
    """Give who is being let back in, of whom somebody could doubt that it is they."""
    for one in memberships:
        for found in doubtable_by(one.member, at=at):
            whose = {"member": found.member.name}
            yield Waiting(
                kind="recovery",
                membership=one,
                page=Page("institutions:recovery"),
                title=Sentence("need.recovery.title", whose),
                act=Sentence("need.recovery"),
                if_nothing=Sentence("need.recovery.nothing", whose),
            )


def _unknown(memberships: Sequence[Membership], at: datetime) -> Iterator[Waiting]:
    """Give where they wait for others to say that they know them."""
    for one in memberships:
        if one.member.counts(at):
            continue
        have, needed = institutions.say_they_know(one.member, at=at)
        facts = {"have": have, "needed": needed}
        yield Waiting(
            kind="unknown",
            membership=one,
            page=Page("institutions:people"),
            title=Sentence("need.unknown.title", facts),
            act=Sentence("need.unknown"),
            if_nothing=Sentence(
                "need.unknown.nothing_again"
                if one.member.waits_anew(at)
                else "need.unknown.nothing"
            ),
        )


def _newcomers(memberships: Sequence[Membership], at: datetime) -> Iterator[Waiting]:
    """Give where members wait for them to say that they know them."""
    for one in memberships:
        count = len(institutions.newcomers_known_by(one.member, one.charter, at=at))
        if count:
            yield Waiting(
                kind="newcomers",
                membership=one,
                page=Page("institutions:people"),
                title=Sentence("need.newcomers.title", {"count": count}),
                act=Sentence("need.newcomers"),
                if_nothing=Sentence("need.newcomers.nothing"),
            )


def _parting(memberships: Sequence[Membership], at: datetime) -> Iterator[Waiting]:
    """Give the institutions that part, with what goes when their time is over."""
    for one in memberships:
        now = parting_of(one.institution)
        if now is None or at < now.begins_at:
            continue
        yield Waiting(
            kind="parting",
            membership=one,
            page=Page("institutions:face"),
            title=Sentence("need.parting.title"),
            act=Sentence("need.parting"),
            due_at=now.ends_at,
            if_nothing=Sentence("need.parting.nothing"),
        )
