"""Letters that remind: grouped, once, of nothing done, naming no more than may be."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.decisions import actions as decisions
from commonweal.capabilities.reaching import actions, duties, queries
from commonweal.capabilities.reaching.models import LetterChoice, Reminded
from commonweal.capabilities.reaching.queries.choices import stop_code
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import OutgoingMail, Person
from tests.builders import a_member, day, founder_of
from tests.capabilities.assemblies.given import a_calling
from tests.capabilities.decisions.given import a_proposal, voting
from tests.capabilities.reaching.given import (
    HOUR,
    a_union,
    reached,
    same_person,
    wants,
    written_at,
)

pytestmark = pytest.mark.django_db


def a_vote(union, title="Shall we strike?"):
    """Give a question, and a moment by day at which its end is near."""
    members = [founder_of(union), a_member(union, "Ben")]
    question = voting(a_proposal(union, members, title, at=day(1)))
    near = (question.closes_at - timedelta(hours=30)).replace(hour=10)
    return question, near


def test_one_letter_tells_of_all_institutions_the_most_urgent_first():
    river, hill = a_union(bare=False), a_union(bare=False, founder="Chidi")
    asha = reached(river)
    same_person(asha, hill, day(0))
    a_vote(hill, "Shall we paint?")
    question, near = a_vote(river)

    [letter] = written_at(near)

    assert letter.address == asha.person.email
    assert "Shall we strike?" in letter.body
    assert "Shall we paint?" in letter.body
    assert f"/i/{river.address}/decisions/{question.proposal.number}/" in letter.body
    assert letter.stops_at.startswith("http")


def test_whoever_voted_is_not_reminded():
    union = a_union(bare=False)
    asha = reached(union)
    question, near = a_vote(union)
    decisions.cast_ballot(question, by=asha, marks={"answer": "yes"}, at=near - HOUR)

    assert written_at(near) == []


def test_no_letter_says_the_same_again():
    union = a_union(bare=False)
    reached(union)
    _question, near = a_vote(union)

    first, second = written_at(near), written_at(near + 5 * HOUR)

    assert (len(first), second) == (1, [])


def test_two_workers_write_one_letter():
    union = a_union(bare=False)
    reached(union)
    _question, near = a_vote(union)
    duties.write_reminders(near - 2 * HOUR)
    Reminded.objects.update(look_at=near)

    duties.write_reminders(near)
    duties.write_reminders(near)

    assert OutgoingMail.objects.filter(is_reminder=True).count() == 1


def test_a_worker_that_is_killed_leaves_neither_letter_nor_mark(monkeypatch):
    union = a_union(bare=False)
    reached(union)
    _question, near = a_vote(union)
    duties.write_reminders(near - 2 * HOUR)
    Reminded.objects.update(look_at=near)
    place = "commonweal.capabilities.reaching.actions.reminding.write_letters"

    def killed(letters, *, at):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(place, killed)
        with pytest.raises(KeyboardInterrupt):
            duties.write_reminders(near)

    assert Reminded.objects.get().told == []
    duties.write_reminders(near)
    assert OutgoingMail.objects.filter(is_reminder=True).count() == 1


def test_a_bare_letter_names_nothing():
    union = a_union(bare=True)
    reached(union)
    question, near = a_vote(union)

    [letter] = written_at(near)

    assert letter.subject == "Something may need you"
    for word in (union.address, "strike", "River", "vote", "/i/", str(question.pk)):
        assert word not in letter.subject + letter.body


def test_a_letter_never_joins_a_bare_institution_to_another():
    river, hidden = a_union(bare=False), a_union(bare=True, founder="Chidi")
    asha = reached(river)
    same_person(asha, hidden, day(0))
    a_vote(hidden, "Shall we strike?")
    _question, near = a_vote(river, "Shall we paint?")

    full, bare = sorted(written_at(near), key=lambda one: "paint" not in one.body)

    assert "paint" in full.body
    assert "strike" not in full.body + bare.body
    assert hidden.address not in full.body + bare.body
    assert river.address not in bare.body
    assert full.subject.startswith("1 ")


def test_nobody_learns_of_another_from_a_mailbox_they_share():
    union = a_union(bare=False)
    asha = reached(union)
    ben = a_member(union, "Ben")
    Person.objects.filter(pk=ben.person.pk).update(
        email_digest=asha.person.email_digest, email_confirmed=True
    )
    _question, near = a_vote(union)

    letters = written_at(near)

    assert letters
    for letter in letters:
        assert "strike" not in letter.body
        assert union.address not in letter.body


def test_an_address_that_nobody_confirmed_gets_no_letter():
    union = a_union(bare=False)
    _question, near = a_vote(union)

    assert written_at(near) == []


def test_a_mailbox_that_refused_a_letter_is_left_alone_for_a_while():
    union = a_union(bare=False)
    asha = reached(union)
    _question, near = a_vote(union)
    people = Person.objects.filter(pk=asha.person.pk)

    people.update(letters_refused_on=near.date() - timedelta(days=3))
    first = written_at(near)
    people.update(letters_refused_on=near.date() - timedelta(days=20))
    later = written_at(near)

    assert (first, len(later)) == ([], 1)


def test_whoever_wants_none_gets_none():
    union = a_union(bare=False)
    wants(reached(union), "never")
    _question, near = a_vote(union)

    assert written_at(near) == []


def test_whoever_wants_one_a_day_hears_of_what_is_far():
    union = a_union(bare=False)
    wants(reached(union), "daily")
    question, _near = a_vote(union)
    far = question.opens_at.replace(hour=10) + timedelta(days=1)

    assert len(written_at(far)) == 1


def test_a_title_that_leads_elsewhere_stays_on_the_page():
    union = a_union(bare=False)
    reached(union)
    _question, near = a_vote(union, "Vote at www.elsewhere.example now")

    [letter] = written_at(near)

    assert "elsewhere" not in letter.body


def test_a_place_that_leads_elsewhere_stays_on_the_page():
    union = a_union(bare=False)
    asha = reached(union)
    place = "https://commonweal-login.example/sign-in"
    calling = replace(a_calling(opens_at=day(8)), place=place)
    row = call_assembly(union, calling, by=asha, at=day(1))

    [letter] = written_at(row.opens_at.replace(hour=10))

    assert "commonweal-login.example" not in letter.body
    assert "the rest stands on the page" in letter.body


def test_a_link_in_a_letter_to_an_old_address_stops_nothing():
    asha = reached(a_union(bare=True))
    old = stop_code(asha.person, "bare")
    tokens = []
    people.ask_for_address(
        asha.person, "new@example.org", language="en", at=day(2), link=tokens.append
    )
    people.take_address(asha.person, tokens[0], at=day(2))
    person = Person.objects.get(pk=asha.person.pk)

    assert queries.stopped_by(old) is None
    assert queries.stopped_by(stop_code(person, "bare")) == (person, "bare")


def test_the_link_that_stops_letters_stops_those_of_its_sort_alone():
    river, hidden = a_union(bare=False), a_union(bare=True, founder="Chidi")
    asha = reached(river)
    same_person(asha, hidden, day(0))

    actions.stop(asha.person, "full", at=day(2))

    chosen = queries.choices_of(asha.person, memberships_of(asha.person, at=day(2)))
    assert {one.fullness: one.how for one in chosen} == {
        "full": "never",
        "bare": "urgent",
    }


def test_a_choice_goes_when_its_member_leaves():
    union = a_union(bare=False)
    ben = a_member(union, "Ben")
    wants(ben, "daily")

    joining.leave(ben, at=day(2))

    assert not LetterChoice.objects.exists()


def test_a_node_without_mail_looks_after_nobody(settings):
    settings.MAILERS = {
        "default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    }
    reached(a_union(bare=False))

    assert not duties.write_reminders(day(3, hour=10))
    assert not Reminded.objects.exists()
