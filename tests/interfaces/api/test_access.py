"""Each operation, asked as everybody who might ask: who gets what, and who nothing.

The operations are read from the description of the API, so that whoever adds one is
asked here who may ask for it.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from django.db import transaction

from commonweal.foundation.tokens.access import SCOPES
from commonweal.interfaces.api.reference import described
from tests.builders import A_KIND
from tests.clock import stopped
from tests.interfaces.api.conftest import Program, program_of
from tests.interfaces.api.world import World, a_world

pytestmark = pytest.mark.django_db

NOBODY = UUID(int=7)
REASON = {"reason": "It hurts."}
REPORTED = {"kind": "post", "about": str(NOBODY)}
# What is sent where something has to be sent: right in shape, so that only who asks
# decides what is answered.
BODIES: dict[str, Any] = {
    "found_institution": {
        "kind": A_KIND,
        "name": "A",
        "address": "canal-street",
        "my_name": "A",
    },
    "bring_statement": {"title": "A", "decided_on": "2025-01-01"},
    "propose_amendment": {"changes": {"accent": "pine"}},
    "propose_pact_change": {"changes": {"accent": "pine"}},
    "rename_me": {"name": "Another Name"},
    "support_proposal": {"version": 1},
    "read_members_list": {"list": "name\nZoe\n"},
    "bring_members": {
        "list": "name\nZoe\n",
        "origin": {
            "words": "a sheet",
            "ground": "consent",
            "gathered_on": "2026-01-04",
        },
    },
    "invite_by_link": {"most": 3},
    "invite_by_codes": {"count": 1},
    "look_at_invitation": {"code": "AAAA"},
    "join_institution": {"code": "AAAA", "name": "A"},
    "draft_proposal": {"title": "Shall we?"},
    "revise_proposal": {"title": "Shall we, then?", "seen": str(UUID(int=9))},
    "cast_ballot": {"answer": "yes"},
    "say_something": {"text": "Hello."},
    "report_words": {**REPORTED, "wrong": "hurts"},
    "decide_about_words": {**REPORTED, "hide": False, **REASON},
    "appeal_hiding": {"words": "It is true."},
    "answer_appeal": {"stays_hidden": True, **REASON},
    "show_words_again": REASON,
    "ask_to_found": {"name": "A", "kind": A_KIND, "why": "We have no roof."},
    "answer_newcomer": {"let_through": True},
    "seal_words": {"purpose": "A", "words": "B"},
    "give_share": {"code": "AAAA"},
    "start_assembly": {
        "title": "A",
        "place": "B",
        "opens_at": "2026-06-01T18:00:00Z",
        "matters": [{"title": "C"}],
    },
    "take_part_in_assembly": {"deed": "open"},
    "write_on_minutes": {"deed": "send_out"},
    "answer_task": {"deed": "accept"},
    "ask_after_task": {"deed": "done"},
    "note_task": {
        "words": "Tea",
        "of": "00000000-0000-0000-0000-000000000000",
        "due_on": "2026-06-30",
    },
    "change_language": {"language": "en"},
    "pause_vote": {"right": "caucus", **REASON},
    "put_words": {"words": "So."},
    "speak_for_body": {"stance": "yes"},
    "report_to_base": {"words": "So it was."},
}


# What somebody meets who belongs, and has neither written nor been chosen for anything.
OF_NEWCOMERS = {
    *("not_on_the_roll", "only_the_author", "only_supporters_contest"),
    *("post_of_another", "not_a_steward", "you_do_not_support_it"),
    "nobody_is_trustee",
}


class Operation(NamedTuple):
    """One operation as the description tells it."""

    name: str
    method: str
    path: str
    scope: str
    needs_key: bool
    has_body: bool

    def ask(self, program: Program, address: str, ids: dict[str, str]) -> Any:
        """Ask for it, about these things."""
        there = {"number": "1", "call": "1", "kind": A_KIND, "problem": "not_there"}
        there |= {"task": "1", "whole": str(NOBODY)}
        path = self.path.removeprefix("/api").format(
            **{**there, **ids, "address": address}
        )
        body = BODIES[self.name] if self.has_body else None
        # Taken back at once, so that each is asked in the same world.
        with transaction.atomic():
            answer = program.ask(self.method, path, body)
            transaction.set_rollback(True)
        return answer

    @property
    def is_in_a_hall(self) -> bool:
        """Say whether it is about one institution."""
        return "{address}" in self.path


def operations() -> Iterator[Operation]:
    """Read the operations from the description."""
    for path, methods in json.loads(described())["paths"].items():
        for method, one in methods.items():
            yield Operation(
                one["operationId"],
                method.upper(),
                path,
                one["x-scope"],
                {} not in one["security"],
                "requestBody" in one,
            )


OPERATIONS = list(operations())
IN_A_HALL = [one for one in OPERATIONS if one.is_in_a_hall]


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    """Give the world, with the clock stopped while its vote is open."""
    made = a_world()
    stopped(monkeypatch, made.at)
    return made


def test_every_operation_that_takes_something_is_asked_here():
    assert {one.name for one in OPERATIONS if one.has_body} == set(BODIES)


def test_a_token_made_for_everything_else_opens_nothing(world):
    programs = {
        scope: program_of(world.hugo, *(one for one in SCOPES if one != scope))
        for scope in SCOPES
    }

    for one in OPERATIONS:
        answer = one.ask(programs[one.scope], world.hall.address, world.ids)
        assert answer.status_code == 403, one
        assert answer.json()["id"] == "token_scope_missing", one


def test_a_stranger_is_asked_for_a_key_unless_strangers_may_ask(world):
    for one in OPERATIONS:
        answer = one.ask(Program(), world.hall.address, world.ids)
        if one.needs_key:
            told = (answer.status_code, answer.json()["id"])
            assert told == (401, "token_needed"), one
        else:
            assert answer.status_code in {200, 403, 404, 409}, one


@pytest.mark.parametrize("who", ["outsider", "left"])
def test_whoever_does_not_belong_gets_what_a_stranger_gets_or_nothing(world, who):
    program = program_of(getattr(world, who))

    for one in IN_A_HALL:
        answer = one.ask(program, world.hall.address, world.ids)
        if one.needs_key:
            assert answer.status_code in {403, 404}, (one, answer.content)
        else:
            stranger = one.ask(Program(), world.hall.address, world.ids)
            assert answer.status_code == stranger.status_code, one
            assert answer.content == stranger.content, one


@pytest.mark.parametrize("who", ["hugo", "newcomer", "left"])
def test_a_hidden_institution_is_the_same_as_none(world, who):
    program = program_of(getattr(world, who))

    for one in IN_A_HALL:
        hidden = one.ask(program, world.hidden.address, world.ids)
        nowhere = one.ask(program, "nowhere-at-all", world.ids)
        assert hidden.status_code == 404, one
        assert hidden.content == nowhere.content, one


def test_what_belongs_to_one_institution_is_not_found_in_another(world):
    program = program_of(world.outsider)

    for one in IN_A_HALL:
        # Every institution has a first version of its charter.
        if one.path.count("{") > 1 and one.name != "read_charter_version":
            answer = one.ask(program, world.hidden.address, world.ids)
            assert answer.status_code == 404, (one, answer.content)


def test_a_newcomer_is_known_and_does_what_newcomers_may(world):
    program = program_of(world.newcomer)

    for one in IN_A_HALL:
        answer = one.ask(program, world.hall.address, world.ids)
        assert answer.status_code != 401, one
        if answer.status_code == 403:
            assert answer.json()["id"] in OF_NEWCOMERS, (one, answer.content)


def test_a_newcomer_does_not_vote_on_what_was_open_before_they_came(world):
    [cast] = [one for one in OPERATIONS if one.name == "cast_ballot"]

    answer = cast.ask(program_of(world.newcomer), world.hall.address, world.ids)

    assert answer.json()["id"] == "not_on_the_roll"


def test_hidden_words_are_told_to_nobody_but_those_who_may_read_them(world):
    program = program_of(world.newcomer)
    here = f"/institutions/{world.hall.address}"

    posts = program.get(f"{here}/proposals/1/posts").content.decode()
    hiding = program.get(f"{here}/hidings/{world.ids['hiding']}").json()
    own = program_of(world.hugo).get(f"{here}/hidings/{world.ids['hiding']}").json()

    assert "thief" not in posts
    assert "It hurts." in posts
    assert hiding["words"] is None
    assert own["words"] == "Rosa is a thief."
