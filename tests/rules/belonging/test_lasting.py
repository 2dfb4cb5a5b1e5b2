"""What a class lets somebody do ends after its days, and never for who has a vote."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.rules.sayings import said

from commonweal import kinds
from commonweal.rules.belonging.lasting import rights_of
from commonweal.rules.charters.charter import MemberClass
from commonweal.rules.charters.check import check
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.prose import prose
from commonweal.rules.sentence import local_text

SINCE = datetime(2026, 3, 1, 12, tzinfo=UTC)
MAY = frozenset({"attend", "speak"})
MENTOR = MemberClass("mentor", local_text(en="Mentor", es="Mentora"), MAY)


def at(days, one):
    after = SINCE + timedelta(days=days)
    return rights_of(one, since=SINCE, zone="UTC", at=after)


def with_mentor(**more):
    charter = parse(kinds.text_of("worker_cooperative"))
    mentor = replace(MENTOR, **more)
    return replace(charter, classes=(*charter.classes, mentor))


def test_rights_without_days_have_no_end():
    assert at(4_000, MENTOR) == MAY
    assert at(1, None) == frozenset()


def test_rights_with_days_end_at_their_last_instant():
    mentor = replace(MENTOR, lasts_days=180)

    assert at(179, mentor) == MAY
    assert at(180, mentor) == frozenset()


def test_a_charter_says_so():
    clauses = [
        said(clause)
        for section in prose(with_mentor(lasts_days=180))
        for clause in section.clauses
    ]

    assert "Mentor: what they may do is over 180 days after they came as that." in (
        clauses
    )


def test_who_has_a_vote_keeps_it():
    votes = with_mentor(lasts_days=180, rights=frozenset({"vote"}))

    found = [one.id for one in check(votes, effects=(), methods=("motion",))]

    assert "charter_votes_end" in found
    fine = check(with_mentor(lasts_days=180), effects=(), methods=("motion",))
    assert "charter_votes_end" not in [one.id for one in fine]
