"""Guesses at what opens a door: a near miss is answered as a wild one, with like work.

What is looked up is a keyed digest of the whole, so that the time it takes says nothing
of how much of a guess was right; what is compared by us is compared in constant time.
"""

import ast
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import commonweal
from commonweal.foundation.institutions.actions import inviting
from commonweal.foundation.people import actions as people
from commonweal.foundation.tokens import actions as tokens
from commonweal.foundation.tokens.queries import PREFIX
from tests.builders import a_person, an_institution, day, founder_of
from tests.clock import stopped

pytestmark = pytest.mark.django_db

SOURCE = Path(commonweal.__file__).parent
# What a comparison must not be, where a stranger hands in one side.
SECRET = ("code", "secret", "digest", "seal", "token", "mac", "check_digest")
# What is compared, and why that tells nothing to whoever asks.
MAY_COMPARE = {
    "capabilities/assemblies/actions/coming_back.py": "what the laptop was given",
    "capabilities/confederation/queries/decided_about.py": "of words that all read",
    "capabilities/confederation/queries/may_speak.py": "of words that all read",
    "capabilities/decisions/queries/timelines.py": "seals that everybody can read",
    "foundation/backups/archives.py": "seals that everybody can read",
    "foundation/journal/queries.py": "seals that everybody can read",
    "foundation/people/actions/addresses.py": "two keyed digests, neither handed in",
    "foundation/people/actions/arriving.py": "two keyed digests, neither handed in",
    "foundation/people/queries/addresses.py": "a keyed digest out of what we sealed",
    "foundation/sealing/actions/opening.py": "seals that everybody can read",
    "interfaces/api/operations/node.py": "the code of a language",
    "interfaces/web/navigation.py": "the code of a language",
    "rules/journal_chain.py": "seals that everybody can read",
}


@pytest.fixture
def codes(monkeypatch):
    """Give a code of each sort that opens something now."""
    stopped(monkeypatch, day(1))
    union = an_institution()
    asha = founder_of(union)
    assert asha.person is not None
    mailed: list[str] = []
    people.send_sign_in_link(
        a_person("Farah").email,
        language="en",
        link=lambda code: mailed.append(code) or code,
        at=day(1),
    )
    made = tokens.make_token(
        asha.person, name="A program", scopes=["read"], days=9, at=day(1)
    )
    return {
        "invitation": inviting.invite_by_link(union, by=asha, at=day(1)).code,
        "place": inviting.invite_by_codes(union, by=asha, count=1, at=day(1)).codes[0],
        "mailed": mailed[0],
        "paper": people.write_paper_codes(asha.person, at=day(0))[0],
        "token": made.code,
    }


DOORS = {
    "invitation": lambda client, code: client.get(f"/join/{code}/"),
    "place": lambda client, code: client.post(f"/join/{code}/", {"my_name": "Eve"}),
    "mailed": lambda client, code: client.post(f"/sign-in/{code}/"),
    "paper": lambda client, code: client.post("/sign-in/code/", {"code": code}),
    "token": lambda client, code: client.get(
        "/api/me", headers={"authorization": f"Bearer {code}"}
    ),
}


def asked(door: str, code: str) -> tuple[int, int, list[str]]:
    """Give the answer to a guess, how long it is, and what was asked of the tables."""
    with CaptureQueriesContext(connection) as ran:
        answer = DOORS[door](Client(), code)
    work = [one["sql"].split("WHERE")[0] for one in ran.captured_queries]
    said = answer.content.decode().replace(code, "")
    looked = [one for one in work if "SELECT" in one and "nodes_" not in one]
    return answer.status_code, len(said), looked


@pytest.mark.parametrize("door", DOORS)
def test_a_near_miss_is_answered_as_a_wild_guess_with_the_same_work(codes, door):
    right = codes[door]
    last = "0" if right[-1] != "0" else "1"
    # How every token begins is no secret.
    begins = PREFIX if right.startswith(PREFIX) else ""
    near, far = right[:-1] + last, begins + "Z" * (len(right) - len(begins))
    asked(door, far)

    assert asked(door, near)[:2] == asked(door, far)[:2]
    assert asked(door, near)[2] == asked(door, far)[2]
    assert asked(door, near)[0] in {401, 403, 404, 409}


@pytest.mark.parametrize("door", DOORS)
def test_the_right_one_opens(codes, door):
    """Or nothing above would prove anything."""
    assert asked(door, codes[door])[0] in {200, 302}


def test_no_secret_is_compared_letter_by_letter():
    found = {
        str(file.relative_to(SOURCE))
        for file in SOURCE.rglob("*.py")
        if "migrations" not in file.parts
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Compare)
        and any(isinstance(one, ast.Eq | ast.NotEq) for one in node.ops)
        and any(_is_secret(one) for one in (node.left, *node.comparators))
        and not any(isinstance(one, ast.Constant) for one in node.comparators)
    }

    assert found <= set(MAY_COMPARE)


def _is_secret(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            ends = any(name == one or name.endswith(f"_{one}") for one in SECRET)
            return ends and name != "status_code"
        case _:
            return False
