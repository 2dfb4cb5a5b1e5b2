"""A deed that a program asks for again with the same key is done once."""

import pytest

from tests.interfaces.api.conftest import (
    did,
    told,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_deed_asked_for_again_with_the_same_key_is_done_once(union, here, asha):
    key = {"idempotency_key": "made-up-by-me-1"}

    first = asha.post(here + "/invitations/links", **key)
    again = asha.post(here + "/invitations/links", **key)

    assert told(first, 201) == told(again, 201)
    assert again.headers["Idempotent-Replayed"] == "true"
    assert did(union).count("invited_by_link") == 1


def test_another_deed_under_the_same_key_is_refused(union, here, asha):
    key = {"idempotency_key": "made-up-by-me-2"}
    told(asha.post(here + "/invitations/sheets", {"count": 1}, **key), 201)

    other = asha.post(here + "/invitations/sheets", {"count": 2}, **key)

    assert told(other, 409)["id"] == "repeat_key_used"
    assert did(union).count("invited_by_codes") == 1


def test_what_was_refused_may_be_asked_for_again_with_the_same_key(here, asha):
    key = {"idempotency_key": "made-up-by-me-3"}
    refused = asha.post("/joining", {"code": "NOPE", "name": "Asha"}, **key)

    again = asha.post("/joining", {"code": "NOPE", "name": "Asha"}, **key)

    assert told(refused, 409)["id"] == told(again, 409)["id"] == "invitation_unknown"
    assert "Idempotent-Replayed" not in again.headers


def test_a_key_that_is_none_is_refused(here, asha):
    answer = asha.post(here + "/invitations/links", idempotency_key="x")

    assert told(answer, 422)["id"] == "repeat_key_malformed"
