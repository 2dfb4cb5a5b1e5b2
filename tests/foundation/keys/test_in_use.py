"""Every key that something is sealed by is missed when it is gone, by whoever looks."""

import pytest

from commonweal.capabilities.assemblies.models import RoomEnvelope
from commonweal.capabilities.decisions import access as decisions
from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import PaperVoter, Question
from commonweal.foundation.keys import queries, store
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.keys.sentences import SENTENCES
from commonweal.foundation.nodes.queries import inventory
from commonweal.foundation.people.models import Person
from commonweal.foundation.safeguards import actions as safeguards
from commonweal.foundation.safeguards.models import Avoidance
from commonweal.foundation.safeguards.naming import key_name as wish_key
from commonweal.foundation.sealing import actions as sealing
from commonweal.foundation.sealing.models import SealedThing
from commonweal.foundation.sealing.queries import half_name, key_name
from commonweal.rules.charters.controls import adjusted
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.assemblies.test_secretly import a_hall, begin, cast
from tests.capabilities.decisions.given import a_proposal, answered, in_office
from tests.capabilities.decisions.given import voting as opened
from tests.foundation.sealing.test_trusting import named, sealed

pytestmark = pytest.mark.django_db
OPENS_BY_KEY = {"opens_keys", "opens_keys_in_part", "opens_trustees"}


def missing():
    """Say of which sorts of keys some are missing, and how many."""
    return {
        one.id.removeprefix("keys_missing_"): one.facts["count"]
        for one in queries.troubles()
    }


def a_vote():
    secret = {"rules.ordinary.ballot": "secret"}
    union = an_institution(founder="Nour", charter=adjusted(a_charter(), secret))
    members = [a_member(union, name) for name in ("Asha", "Ben", "Chidi", "Emre")]
    proposal = a_proposal(union, members[:2], at=day(1))
    in_office(*members[:2])
    actions.check_out_to_paper(proposal, voter=members[3], by=members[3], at=day(2))
    question = opened(proposal)
    answered(question, yes=members[:2])
    return question


def test_nothing_is_missing_where_nothing_is():
    a_vote()

    assert missing() == {}


def test_the_key_of_an_open_secret_vote_is_missed_before_anybody_voted_too():
    question = a_vote()
    question.envelopes.all().delete()
    store.destroy(decisions.key_name(question))

    assert missing() == {"ballots": 1}


def test_that_of_a_vote_that_is_over_is_not():
    question = a_vote()
    store.destroy(decisions.key_name(question))
    PaperVoter.objects.all().delete()
    Question.objects.filter(pk=question.pk).update(settled_at=day(60))

    assert missing() == {}


def test_the_key_of_notes_on_paper_is_missed():
    question = a_vote()
    store.destroy(decisions.paper_key(question.proposal_id))

    assert missing() == {"paper": 1}


def test_the_key_of_a_vote_by_phone_is_missed():
    row, people = a_hall()
    begin(row, people[0])
    cast(row, (people[0], "yes"))
    store.destroy(key_of(RoomEnvelope.objects.get().sealed))

    assert missing() == {"rooms": 1}


def test_keys_of_people_are_missed_and_counted():
    an_institution()
    for person in Person.objects.exclude(email_sealed=None):
        store.destroy(key_of(person.email_sealed))

    assert missing() == {"people": Person.objects.exclude(email_sealed=None).count()}


def test_the_key_of_a_wish_to_be_kept_apart_is_missed():
    union = an_institution()
    one, other = (a_member(union, name) for name in ("Ben", "Chidi"))
    safeguards.avoid(one, other, at=day(2))
    store.destroy(wish_key(Avoidance.objects.get().id))

    assert missing() == {"avoidances": 1}


def test_what_opens_something_sealed_is_missed():
    union = an_institution()
    trusted = [a_member(union, name) for name in ("Chidi", "Dolores", "Emre")]
    named(union, *trusted)
    for one in trusted:
        sealing.take_code(one, at=day(1))
    thing = sealed(union)
    store.destroy(half_name(thing, 1))
    before = missing()
    SealedThing.objects.filter(pk=thing.pk).update(opened_at=thing.opens_at)

    assert before == {"sealed": 1}
    assert not store.is_kept(key_name(thing))
    assert missing() == {"sealed": 1}


def test_every_column_that_opens_by_a_key_has_somebody_who_names_it(settings):
    subjects = {
        label.split(".")[0]
        for label, form in inventory.FORMS.items()
        if form in OPENS_BY_KEY
    }

    assert all(
        any(f".{subject}." in place for place in settings.KEYS_IN_USE)
        for subject in subjects
    )


def test_of_every_sort_there_are_words_for_what_is_lost_with_it():
    for sort in queries.LOST_WITH_ITS_KEY:
        assert f"keys_missing_{sort}" in SENTENCES
