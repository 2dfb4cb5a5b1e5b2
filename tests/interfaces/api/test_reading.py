"""Talk, the journal and my own page, read by programs; lists in pages."""

from uuid import uuid4

import pytest

from tests.builders import (
    a_member,
    day,
    founder_of,
)
from tests.interfaces.api.conftest import (
    program_of,
    told,
)
from tests.interfaces.web.visitors import put

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_something_is_said_answered_and_taken_back(union, here, asha, clock):
    ben = program_of(a_member(union, "Ben"))
    number = put(union, founder_of(union), at=day(1)).number
    posts = f"{here}/proposals/{number}/posts"

    first = told(asha.post(posts, {"text": "Why green?"}), 201)
    clock.at = day(2)
    told(ben.post(posts, {"text": "Why not?", "answers": first["id"]}), 201)
    not_his = ben.ask("DELETE", f"{posts}/{first['id']}")
    gone = told(asha.ask("DELETE", f"{posts}/{first['id']}"))
    thread = told(ben.get(posts))["items"]

    assert told(not_his, 403)["id"] == "post_of_another"
    assert gone["text"] == ""
    assert [one["text"] for one in thread] == ["", "Why not?"]
    assert asha.ask("DELETE", f"{posts}/{uuid4()}").status_code == 404


def test_the_journal_is_read_a_page_at_a_time_in_words(union, here, asha):
    a_member(union, "Ben")

    newest = told(asha.get(here + "/journal?limit=1"))
    before = told(asha.get(f"{here}/journal?limit=1&after={newest['next']}"))

    assert "Ben" in newest["items"][0]["sentence"]["words"]
    assert newest["items"][0]["seal"] == newest["seal"]
    assert before["items"][0]["number"] == newest["count"] - 1


@pytest.mark.parametrize(
    "listed", ["/journal", "/members", "/statements", "/invitations", "/proposals"]
)
def test_a_list_that_does_not_go_on_from_there_says_so(here, asha, listed):
    answer = asha.get(f"{here}{listed}?after=from-nowhere")

    assert told(answer, 409)["id"] == "cursor_unknown"


def test_my_own_page_says_what_waits_for_me_and_what_is_kept(union, here, asha):
    put(union, a_member(union, "Ben"), at=day(1))

    memberships = told(asha.get("/me/memberships"))
    needs = told(asha.get("/me/needs"))
    held = told(asha.get("/me/held"))["held"]
    changed = told(asha.ask("PUT", "/me/language", {"language": "es"}))
    unknown = asha.ask("PUT", "/me/language", {"language": "xx"})

    assert [one["address"] for one in memberships] == [union.address]
    assert needs[0]["act"]["id"] == "need.support"
    assert held["institutions.member"][0]["name"] == "Asha"
    assert changed["done"] is True
    assert told(asha.get("/me"))["language"] == "es"
    assert told(unknown, 409)["id"] == "language_unknown"
