"""A program seals for its person, and with a trustee's code opens, reads and ends."""

import pytest

from commonweal.foundation.sealing import actions
from commonweal.foundation.sealing.models import Reading, SealedThing
from commonweal.foundation.tokens.models import KeptAnswer
from tests.builders import a_member, an_institution, day, founder_of
from tests.foundation.sealing.test_trusting import SECRET, named
from tests.interfaces.api.conftest import program_of, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def trusted(union):
    """Give three trustees with the codes on their papers."""
    three = [a_member(union, name) for name in ("Chidi", "Dolores", "Emre")]
    named(union, *three)
    return [(one, actions.take_code(one, at=day(1))) for one in three]


@pytest.fixture
def here(union):
    return f"/institutions/{union.address}/sealed"


@pytest.fixture
def thing(union, trusted, here, clock):
    """Give the address of something a program sealed."""
    clock.at = day(2)
    sent = {"purpose": "if it goes to court", "words": SECRET, "days": 90}
    answer = program_of(founder_of(union)).post(here, sent)
    assert answer.status_code == 201, answer.content
    return f"{here}/{SealedThing.objects.get().pk}"


def test_two_programs_open_what_a_third_sealed(trusted, thing):
    (chidi, first), (dolores, second), _ = trusted

    before = program_of(chidi).post(thing + "/words")
    shares = [
        told(program_of(one).post(thing + "/share", {"code": code}))
        for one, code in ((chidi, first), (dolores, second))
    ]

    assert before.json()["id"] == "sealed_until_shares"
    assert [one["is_true"] for one in shares] == [True, True]
    assert [one["thing"]["given"] for one in shares] == [1, 2]
    assert shares[-1]["thing"]["may_read"]["allowed"] is True
    assert told(program_of(chidi).post(thing + "/words")) == {"words": SECRET}


def test_whoever_keeps_no_share_finds_nothing(union, thing, here):
    asha = program_of(founder_of(union))

    assert [
        asha.get(thing).status_code,
        asha.post(thing + "/words").status_code,
        asha.post(thing + "/share", {"code": "AAAA"}).status_code,
        asha.post(thing + "/destroy").status_code,
        asha.post(thing + "/hand-over").status_code,
    ] == [404] * 5
    seen = told(asha.get(here))
    assert (seen["threshold"], seen["things"]) == (2, [])
    assert [one["name"] for one in seen["trustees"]] == ["Chidi", "Dolores", "Emre"]


def test_a_code_that_is_not_on_the_paper_is_refused(trusted, thing):
    [(chidi, _), *_] = trusted

    answer = program_of(chidi).post(thing + "/share", {"code": "AAAA-BBBB"})

    assert answer.json()["id"] == "trustee_code_unknown"


def test_it_ends_when_enough_trustees_want_it(trusted, thing, here):
    (chidi, _), (dolores, _), _ = trusted

    first = told(program_of(chidi).post(thing + "/destroy"))
    second = told(program_of(dolores).post(thing + "/destroy"))

    assert [one["want_destroyed"] for one in first["things"]] == [1]
    assert second["things"] == []
    assert program_of(chidi).get(thing).status_code == 404


def test_what_was_opened_is_sealed_anew_for_the_trustees_of_today(trusted, thing, here):
    for one, code in trusted[:2]:
        program_of(one).post(thing + "/share", {"code": code})

    now = told(program_of(trusted[0][0]).post(thing + "/hand-over"))

    [fresh] = now["things"]
    assert (fresh["given"], fresh["opened_at"]) == (0, None)
    assert fresh["purpose"] == "if it goes to court"


def test_a_key_that_was_not_made_for_it_reads_no_words(trusted, thing):
    [(chidi, code), *_] = trusted
    reader = program_of(chidi, "read")

    assert told(reader.get(thing))["given"] == 0
    for answer in (
        reader.post(thing + "/words"),
        reader.post(thing + "/share", {"code": code}),
        reader.post(thing + "/destroy"),
    ):
        assert answer.json()["id"] == "token_scope_missing"


def test_no_program_takes_a_trustees_code(trusted, here):
    [(chidi, _), *_] = trusted

    assert program_of(chidi).post(here + "/code").status_code in {404, 405}


def test_looking_at_an_address_notes_no_reading(trusted, thing, union):
    for one, code in trusted[:2]:
        program_of(one).post(thing + "/share", {"code": code})
    SealedThing.objects.update(subject=founder_of(union))
    chidi = program_of(trusted[0][0])

    looked = chidi.get(thing + "/words")
    before = Reading.objects.count()
    told(chidi.post(thing + "/words"))

    assert looked.status_code == 405
    assert (before, Reading.objects.count()) == (0, 1)


def test_read_words_are_kept_for_no_repeated_request(trusted, thing):
    for one, code in trusted[:2]:
        program_of(one).post(thing + "/share", {"code": code})
    chidi, key = program_of(trusted[0][0]), {"Idempotency-Key": "reads-it-once"}

    answers = [chidi.post(thing + "/words", headers=key) for _ in range(2)]

    assert [told(one) for one in answers] == [{"words": SECRET}] * 2
    assert not any(one.has_header("Idempotent-Replayed") for one in answers)
    assert not KeptAnswer.objects.exists()
