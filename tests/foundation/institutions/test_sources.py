"""Where names on a list come from, and taking one's own off it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.institutions.actions.bringing import (
    Origin,
    Row,
    bring_members,
)
from commonweal.foundation.institutions.actions.by_decision import admit_member
from commonweal.foundation.institutions.models import Invitation, Member, Source
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.people.queries import held_about
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.franchise import Franchise
from tests.builders import (
    FROM_A_SHEET,
    a_charter,
    a_member,
    a_person,
    an_institution,
    confirmed,
    day,
    founder_of,
    the_letter,
)

SUNDAY = date(2026, 1, 4)


@pytest.fixture
def union(db):
    return an_institution()


@pytest.fixture
def asha(union):
    return confirmed(founder_of(union))


def brought(union, *rows, origin=FROM_A_SHEET):
    return bring_members(
        union, rows, origin=origin, by=founder_of(union), at=day(1)
    ).codes


@pytest.mark.parametrize(
    ("origin", "why"),
    [
        (Origin(), "source_missing"),
        (Origin("  \u200b", "consent", SUNDAY), "source_missing"),
        (Origin("a sheet", "", SUNDAY), "source_ground_missing"),
        (Origin("a sheet", "decision", SUNDAY), "source_ground_missing"),
        (Origin("a sheet", "consent"), "source_day_missing"),
        (Origin("a sheet", "consent", date(2026, 1, 8)), "source_in_future"),
    ],
)
def test_a_list_that_does_not_say_where_it_comes_from_is_refused(union, origin, why):
    with pytest.raises(Refused, match=why):
        brought(union, Row("Ben"), origin=origin)

    assert Member.objects.count() == 1
    assert not Source.objects.exists()


@given(
    st.text(max_size=5),
    st.sampled_from(["", "consent", "belonging", "decision", "else"]),
    st.none() | st.integers(-3, 3),
)
def test_only_names_with_a_giver_a_ground_and_a_past_day_are_allowed(words, ground, n):
    on = None if n is None else day(1).date() + timedelta(days=n)

    allowed = access.may_come_from(words, ground, on, a_charter(), at=day(1))

    whole = words and ground in ("consent", "belonging") and n is not None and n <= 0
    assert bool(allowed) == bool(whole)


def test_the_letter_carries_no_words_of_whoever_made_the_list(union, asha):
    joining.rename(asha, name="Call 0900 123456", at=day(1))
    origin = replace(FROM_A_SHEET, words="Pay today at https://evil.example/pay")
    rows = [Row("Chidi", "chidi@example.org")]

    bring_members(union, rows, origin=origin, by=asha, at=day(1))

    body = the_letter().body
    assert "evil.example" not in body
    assert "0900" not in body
    assert "says that you agreed (Sunday 4 January 2026)." in body
    assert "The page behind the link says who that is" in body
    assert "take your name off" in body
    chidi = Member.objects.get(name="Chidi")
    assert queries.came_by(chidi).facts["origin"] == origin.words


def test_whoever_comes_by_a_list_has_where_from_in_their_download(union):
    (code,) = brought(union, Row("Ben"))
    ben = joining.join(code, person=a_person("Ben"), name="Ben", at=day(2))

    held = held_about(ben.person, at=day(2))

    (told,) = held["institutions.source"]
    assert told["origin"] == "the sheet at our assembly"
    assert told["brought_by_id"] == founder_of(union).pk
    assert queries.came_by(ben).id == "source_consent"


def test_who_came_alone_typed_their_name_and_who_was_admitted_came_by_decision(union):
    ben = a_member(union, "Ben")
    people = [{"name": "Chidi", "email": "", "member_class": "tenant"}]

    admit_member(union, terms={"people": people}, decision=union.id, at=day(2))

    chidi = Member.objects.get(name="Chidi")
    assert queries.came_by(ben).id == "source_oneself"
    assert queries.came_by(chidi).id == "source_decision"


def test_a_name_taken_off_the_list_is_gone_everywhere(union):
    (code,) = brought(union, Row("Ben"))

    joining.decline(code, at=day(2))

    assert not Member.objects.filter(name="Ben").exists()
    assert not Source.objects.exists()
    assert "Ben" not in str(journal.export(union, with_words=True))
    assert journal.verify(union) == ()
    assert queries.belonging_compared(union) == ()
    with pytest.raises(Refused, match="invitation_revoked"):
        joining.decline(code, at=day(2))
    with pytest.raises(Refused, match="invitation_revoked"):
        joining.join(code, person=a_person("Ben"), name="Ben", at=day(2))


def test_a_place_that_was_taken_up_is_not_given_back_by_its_code(union):
    (code,) = brought(union, Row("Ben"))
    joining.join(code, person=a_person("Ben"), name="Ben", at=day(2))

    with pytest.raises(Refused, match="invitation_used_up"):
        joining.decline(code, at=day(3))


def test_a_code_that_holds_no_place_takes_nobody_off(union):
    with pytest.raises(Refused, match="invitation_unknown"):
        joining.decline("no such code", at=day(2))

    assert Member.objects.count() == 1


def test_a_source_stays_until_the_last_who_came_by_it_has_left(union):
    one, other = brought(union, Row("Ben"), Row("Chidi"))
    ben = joining.join(one, person=a_person("Ben"), name="Ben", at=day(2))

    joining.leave(ben, at=day(3))
    there = Source.objects.count()
    joining.decline(other, at=day(3))

    assert there == 1
    assert not Source.objects.exists()


def test_no_member_is_shown_a_code_for_whom_a_letter_went_to(union):
    confirmed(founder_of(union))
    brought(union, Row("Ben", "ben@example.org"))
    place, mallory = Member.objects.get(name="Ben"), a_member(union, "Mallory")

    with pytest.raises(Refused, match="place_has_a_letter"):
        inviting.invite_to_place(place, by=mallory, at=day(30))

    assert Invitation.objects.filter(for_member=place).count() == 1


def test_whom_the_members_admitted_is_written_to_or_has_a_code_never_both(union):
    confirmed(founder_of(union))
    people = [
        {"name": "Ben", "email": "ben@example.org", "member_class": "tenant"},
        {"name": "Chidi", "email": "", "member_class": "tenant"},
    ]
    admit_member(union, terms={"people": people}, decision=union.id, at=day(2))
    ben, chidi = (Member.objects.get(name=name) for name in ("Ben", "Chidi"))

    made = inviting.invite_to_place(chidi, by=founder_of(union), at=day(3))

    assert made.invitation.for_member == chidi
    with pytest.raises(Refused, match="place_has_a_letter"):
        inviting.invite_to_place(ben, by=founder_of(union), at=day(3))


def test_whom_no_letter_could_be_sent_to_is_given_a_code(union):
    people = [{"name": "Ben", "email": "ben@example.org", "member_class": "tenant"}]
    admit_member(union, terms={"people": people}, decision=union.id, at=day(2))

    place = Member.objects.get(name="Ben")
    made = inviting.invite_to_place(place, by=founder_of(union), at=day(3))

    assert made.invitation.for_member == place


@pytest.mark.django_db
def test_where_members_decide_nobody_is_given_a_code_for_a_place_on_a_list():
    charter = a_charter()
    by_decision = replace(charter.joining, ways=frozenset({"decision"}))
    union = an_institution(charter=replace(charter, joining=by_decision))
    brought(union, Row("Ben"))
    place = Member.objects.get(name="Ben")

    with pytest.raises(Refused, match="joining_by_decision"):
        inviting.invite_to_place(place, by=founder_of(union), at=day(1))


def test_a_code_that_a_member_had_made_later_takes_nobody_off(union):
    brought(union, Row("Ben"))
    place = Member.objects.get(name="Ben")
    made = inviting.invite_to_place(place, by=founder_of(union), at=day(2))

    with pytest.raises(Refused, match="code_made_later"):
        joining.decline(made.code, at=day(3))

    assert Member.objects.get(pk=place.pk).left_at is None


def test_whoever_takes_a_place_up_waits_from_the_day_they_came(union):
    franchise = Franchise(
        "settled",
        a_charter().name,
        frozenset({"tenant"}),
        joined_days_before=14,
    )
    (code,) = brought(union, Row("Ben"))
    ben = joining.join(code, person=a_person("Ben"), name="Ben", at=day(10))

    early, late = (
        queries.eligible(union, franchise, noticed_at=day(on), at=day(on))
        for on in (23, 24)
    )

    assert ben not in early
    assert ben in late
    counted = [queries.roll_count(union, franchise, at=day(on)) for on in (23, 24)]
    assert [one.size for one in counted] == [len(early), len(late)]
