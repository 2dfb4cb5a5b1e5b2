"""A deed asked for again with the same key is done once, and answered the same."""

import pytest
from nacl.exceptions import CryptoError
from tests.builders import a_person, day

from commonweal.foundation.tokens import duties
from commonweal.foundation.tokens.actions import Answer, Asked, once
from commonweal.foundation.tokens.models import KeptAnswer
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db

KEY = "a-key-of-my-own"
CODE = "commonweal_FIRST"


class Deed:
    """Something that counts how often it is done."""

    def __init__(self, status: int = 201) -> None:
        self.status, self.times = status, 0

    def __call__(self) -> Answer:
        self.times += 1
        return Answer(self.status, f"done {self.times}".encode())


def asked(what=b"POST /api/x", *, key=KEY, code=CODE):
    return Asked(key, code, what)


def test_asking_again_does_nothing_twice_and_answers_the_same():
    asha, deed = a_person(), Deed()

    first = once(asha, asked(), at=day(1), deed=deed)
    second = once(asha, asked(), at=day(1), deed=deed)

    assert deed.times == 1
    assert first == second == Answer(201, b"done 1")


def test_the_hour_of_a_deed_does_not_stand_beside_the_person_who_did_it():
    """Else a deed without a name is found in the journal by its moment."""
    for hour in (1, 19):
        once(a_person(), asked(), at=day(1, hour=hour), deed=Deed())

    kept = set(KeptAnswer.objects.values_list("kept_until", flat=True))
    assert kept == {day(3, hour=0)}


def test_something_else_under_the_same_key_is_refused():
    asha, deed = a_person(), Deed()
    once(asha, asked(b"one"), at=day(1), deed=deed)

    with pytest.raises(Refused) as refusal:
        once(asha, asked(b"another"), at=day(1), deed=deed)

    assert refusal.value.verdict.id == "repeat_key_used"
    assert deed.times == 1


def test_what_was_refused_may_be_tried_again_with_the_same_key():
    asha, deed = a_person(), Deed(409)
    once(asha, asked(), at=day(1), deed=deed)
    deed.status = 200

    again = once(asha, asked(), at=day(1), deed=deed)

    assert again == Answer(200, b"done 2")


def test_a_deed_that_fails_leaves_no_note_that_it_was_done():
    def fails():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        once(a_person(), asked(), at=day(1), deed=fails)

    assert not KeptAnswer.objects.exists()


def test_the_key_of_one_person_is_not_the_key_of_another():
    deed = Deed()
    once(a_person("Asha"), asked(), at=day(1), deed=deed)

    once(a_person("Ben"), asked(code="commonweal_SECOND"), at=day(1), deed=deed)

    assert deed.times == 2


def test_when_the_next_day_is_over_the_key_is_free_again():
    asha, deed = a_person(), Deed()
    once(asha, asked(), at=day(1), deed=deed)

    once(asha, asked(), at=day(3), deed=deed)

    assert deed.times == 2


def test_what_was_answered_can_be_read_by_nobody_who_has_only_the_table(monkeypatch):
    asha, deed = a_person(), Deed()
    once(asha, asked(), at=day(1), deed=deed)
    kept = KeptAnswer.objects.get()

    assert b"done 1" not in bytes(kept.answer)
    assert KEY not in str(vars(kept))
    monkeypatch.setattr(Asked, "mark", _mark_of_another_code)
    with pytest.raises((CryptoError, KeptAnswer.DoesNotExist, Refused)):
        once(asha, asked(code="commonweal_GUESS"), at=day(1), deed=_never)


def _mark_of_another_code(self, purpose, said=b""):
    """Pretend to know what is kept in the table, and not the code."""
    kept = KeptAnswer.objects.get()
    known = {"key": kept.key_digest, "request": kept.request_digest}
    return bytes.fromhex(known.get(purpose, "00" * 32))


def _never():
    raise AssertionError("this was done before")


@pytest.mark.parametrize("key", ["", "short", "x" * 256, "täglich-neu", "tab\tin-it"])
def test_a_key_that_no_request_can_carry_is_refused(key):
    with pytest.raises(Refused) as refusal:
        once(a_person(), asked(key=key), at=day(1), deed=Deed())

    assert refusal.value.verdict.id == "repeat_key_malformed"


def test_kept_answers_are_forgotten_when_the_next_day_is_over():
    once(a_person(), asked(), at=day(1), deed=Deed())

    for _ in range(2):
        duties.forget_old_tokens(day(3, hour=0))

    assert not KeptAnswer.objects.exists()
